import { useFormats } from '../i18n/useFormats.js';
import { useWord } from '../i18n/useMessage.js';
import type { NotificationRecord } from './notificationRecord.js';

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;

const failingOf = (checks: unknown): readonly { readonly name: string; readonly detail: string }[] =>
  Array.isArray(checks) ? (checks as readonly { readonly name: string; readonly detail: string }[]) : [];

/** What a notification says, and what tells it apart from others of its kind. */
export const useNotificationText = ({ kind, data }: NotificationRecord): { title: string; subject: string } => {
  const word = useWord();
  const formats = useFormats();
  const check = text(data['check']);
  const status = text(data['status']);
  const title =
    check && status && kind === `${check}_${status}`
      ? `${word('system_check', check)}: ${word('dashboard.part_state', status)}`
      : word('notifications.kinds', kind);
  const named = (group: string, name: string): string | null => {
    const value = text(data[name]);
    return value && word(group, value);
  };
  const succeeded = data['succeeded'];
  const total = data['total'];
  const subject = [
    named('operations.kinds', 'operation_kind'),
    typeof succeeded === 'number' && typeof total === 'number'
      ? `${formats.integer(succeeded)} / ${formats.integer(total)}`
      : null,
    ...['account_type', 'order_id', 'offer_id', 'number'].map((name) => text(data[name])),
    named('sync', 'sync_kind'),
    named('code', 'code'),
    named('code', 'reason'),
    text(data['detail']),
    ...failingOf(data['checks']).map(({ name, detail }) => `${word('system_check', name)}: ${detail}`),
  ];
  return { title, subject: subject.filter(Boolean).join(' · ') };
};
