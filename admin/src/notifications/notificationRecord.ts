import type { Schemas } from '../api/client.js';

export type NotificationRecord = Omit<Schemas['Notification'], 'data'> & {
  readonly data: Readonly<Record<string, unknown>>;
};

const word = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Where the object that a notification is about is shown. */
export const placeOfNotification = ({ kind, data }: NotificationRecord): string => {
  const account = word(data['account_type']);
  const order = word(data['order_id']);
  if (account && order) return `/orders/${account}-${order}`;
  if (kind.startsWith('offer_')) return '/products';
  if (kind.startsWith('sync_')) return '/emag';
  if (kind === 'bulk_ended') return '/operations';
  return '/dashboard/attention';
};

/** What tells one apart from others of its kind. */
export const subjectOf = ({ data }: NotificationRecord): string =>
  ['account_type', 'order_id', 'offer_id', 'number', 'sync_kind', 'name', 'code', 'detail']
    .map((name) => data[name])
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .join(' · ');
