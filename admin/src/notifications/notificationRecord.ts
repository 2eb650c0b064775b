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
  const operation = word(data['operation_id']);
  if (operation) return `/operations/${operation}`;
  if (kind === 'health_check_failed' || word(data['check'])) return '/system';
  return '/dashboard/attention';
};
