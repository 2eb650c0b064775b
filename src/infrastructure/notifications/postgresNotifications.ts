import type pg from 'pg';
import { deriveId } from '../../application/eventIds.js';
import { COUNT_LIMIT, Predicate, runListQuery } from '../../projections/listQuery.js';
import type { Notifications, NotificationView } from '../http/httpDeps.js';
import type { AlertKind, Notification } from './notification.js';

const insert = `
  insert into ops.notifications (id, kind, severity, data, store_id, position, created_at)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (id) do nothing`;

/** A message that comes late may speak of demonstration data that was left behind meanwhile. */
const insertUnlessLeft = `
  insert into ops.notifications (id, kind, severity, data, store_id, position, created_at)
  select $1, $2, $3, $4::jsonb, $5, $6::bigint, $7::timestamptz
   where not exists (
     select from ops.account_keys where left_at is not null and key = $4::jsonb->>'account_type')
  on conflict (id) do nothing`;

/** Once per event, however often the message comes. */
export const recordNotification = async (
  pool: pg.Pool,
  { id, kind, severity, data, position, createdAt }: Notification,
  storeId: string,
): Promise<void> => {
  await pool.query(insertUnlessLeft, [
    id,
    kind,
    severity,
    JSON.stringify(data),
    storeId,
    position.toString(),
    createdAt,
  ]);
};

export interface NotificationStore extends Notifications {
  /** Trouble of the system itself, which is no event of the log. One of each kind an hour, while it lasts. */
  alert(kind: AlertKind, data: Readonly<Record<string, unknown>>): Promise<void>;
  /** Something that a person must do, once for each id. */
  tell(id: string, kind: AlertKind, data: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Notifications as people see them: everybody has their own read marks. */
export const postgresNotifications = (pool: pg.Pool, now: () => Date = () => new Date()): NotificationStore => {
  const tell: NotificationStore['tell'] = async (id, kind, data) => {
    await pool.query(insert, [id, kind, 'error', JSON.stringify(data), '', '0', now().toISOString()]);
  };

  return {
    async list(userId, { unreadOnly, kinds, severities }, request) {
      const unread =
        'not exists (select from ops.notification_reads r where r.notification_id = key and r.user_id = ?)';
      const predicate = new Predicate()
        .oneOf('kind', kinds)
        .oneOf('severity', severities)
        .matching('search', request.q);
      if (unreadOnly) predicate.where(unread, userId);
      const { items, ...page } = await runListQuery(pool, {
        table: 'ops.notification_list',
        predicate,
        sorts: { created_at: { column: 'created_at', type: 'timestamptz' } },
        defaultSort: 'created_at',
        defaultOrder: 'desc',
        request,
        item: 'item',
      });
      const rows = items.map((item) => JSON.parse(item) as Omit<NotificationView, 'read_at'>);
      const { rows: reads } = await pool.query<{ notification_id: string; read_at: Date }>(
        'select notification_id, read_at from ops.notification_reads where user_id = $1 and notification_id = any($2)',
        [userId, rows.map(({ id }) => id)],
      );
      const readAt = new Map(reads.map(({ notification_id, read_at }) => [notification_id, read_at.toISOString()]));
      const { rows: counted } = await pool.query<{ unread: number }>(
        `select count(*)::int as unread from (
         select from ops.notification_list where ${unread.replace('?', '$1')} limit ${COUNT_LIMIT}) bounded`,
        [userId],
      );
      return {
        ...page,
        items: rows.map((row) => JSON.stringify({ ...row, read_at: readAt.get(row.id) ?? null })),
        unread: counted[0]?.unread ?? 0,
      };
    },

    async markRead(userId, id) {
      const { rows } = await pool.query(
        `with found as (select id from ops.notifications where id = $2), marked as (
         insert into ops.notification_reads (user_id, notification_id) select $1, id from found on conflict do nothing
       )
       select 1 from found`,
        [userId, id],
      );
      return rows.length === 1;
    },

    async markAllRead(userId) {
      const { rowCount } = await pool.query(
        `insert into ops.notification_reads (user_id, notification_id)
       select $1, id from ops.notifications on conflict do nothing`,
        [userId],
      );
      return rowCount ?? 0;
    },

    async alert(kind, data) {
      const hour = now().toISOString().slice(0, 13);
      await tell(deriveId('alert', kind, hour), kind, data);
    },

    tell,
  };
};
