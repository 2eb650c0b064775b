import type pg from 'pg';
import { deriveId } from '../../application/eventIds.js';
import type { Notifications, NotificationView } from '../http/httpDeps.js';
import type { Notification } from './notification.js';

interface NotificationRow extends pg.QueryResultRow {
  id: string;
  kind: string;
  severity: NotificationView['severity'];
  data: unknown;
  created_at: Date;
  read_at: Date | null;
}

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

const view = (row: NotificationRow): NotificationView => ({
  id: row.id,
  kind: row.kind,
  severity: row.severity,
  data: row.data,
  created_at: row.created_at.toISOString(),
  read_at: row.read_at?.toISOString() ?? null,
});

export interface NotificationStore extends Notifications {
  /** Trouble of the system itself, which is no event of the log. One of each kind an hour, while it lasts. */
  alert(kind: string, data: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Notifications as people see them: everybody has their own read marks. */
export const postgresNotifications = (pool: pg.Pool, now: () => Date = () => new Date()): NotificationStore => ({
  async list(userId, { unreadOnly }, { page, itemsPerPage }) {
    const joined = `
      from ops.notifications n
      left join ops.notification_reads r on r.notification_id = n.id and r.user_id = $1`;
    const [rows, counts] = await Promise.all([
      pool.query<NotificationRow>(
        `select n.id, n.kind, n.severity, n.data, n.created_at, r.read_at ${joined}
         where not $2::boolean or r.read_at is null
         order by n.created_at desc, n.id
         limit $3 offset $4`,
        [userId, unreadOnly, itemsPerPage, (page - 1) * itemsPerPage],
      ),
      pool.query<{ total: string; unread: string }>(
        `select count(*) as total, count(*) filter (where r.read_at is null) as unread ${joined}`,
        [userId],
      ),
    ]);
    const unread = Number(counts.rows[0]?.unread ?? 0);
    const total = unreadOnly ? unread : Number(counts.rows[0]?.total ?? 0);
    return { items: rows.rows.map(view), total, unread };
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
