import type pg from 'pg';
import { deriveId } from '../../application/eventIds.js';
import type { Notifications, NotificationView } from '../http/httpDeps.js';
import type { Notification } from './notification.js';

const ISO = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';

const insert = `
  insert into ops.notifications (id, kind, severity, data, store_id, position, created_at)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (id) do nothing`;

/** Once per event, however often the message comes. */
export const recordNotification = async (
  pool: pg.Pool,
  { id, kind, severity, data, position, createdAt }: Notification,
  storeId: string,
): Promise<void> => {
  await pool.query(insert, [id, kind, severity, JSON.stringify(data), storeId, position.toString(), createdAt]);
};

export interface NotificationStore extends Notifications {
  /** Trouble of the system itself, which is no event of the log. One of each kind an hour, while it lasts. */
  alert(kind: string, data: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Notifications as people see them: everybody has their own read marks. */
export const postgresNotifications = (pool: pg.Pool, now: () => Date = () => new Date()): NotificationStore => ({
  async list(userId, { unreadOnly }, { page, itemsPerPage }) {
    // One statement, so that page and counts speak of the same moment.
    const { rows } = await pool.query<{ total: string; unread: string; items: NotificationView[] }>(
      `with mine as (
         select n.id, n.kind, n.severity, n.data, n.created_at, r.read_at
         from ops.notifications n
         left join ops.notification_reads r on r.notification_id = n.id and r.user_id = $1
       ), page as (
         select * from mine where not $2::boolean or read_at is null order by created_at desc, id limit $3 offset $4
       )
       select (select count(*) from mine) as total,
              (select count(*) from mine where read_at is null) as unread,
              (select coalesce(json_agg(json_build_object(
                 'id', id, 'kind', kind, 'severity', severity, 'data', data,
                 'created_at', to_char(created_at at time zone 'UTC', '${ISO}'),
                 'read_at', to_char(read_at at time zone 'UTC', '${ISO}')) order by created_at desc, id), '[]')
               from page) as items`,
      [userId, unreadOnly, itemsPerPage, (page - 1) * itemsPerPage],
    );
    const [found] = rows;
    const unread = Number(found?.unread ?? 0);
    return { items: found?.items ?? [], total: unreadOnly ? unread : Number(found?.total ?? 0), unread };
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
    const at = now().toISOString();
    const hour = at.slice(0, 13);
    await pool.query(insert, [deriveId('alert', kind, hour), kind, 'error', JSON.stringify(data), '', '0', at]);
  },
});
