import type pg from 'pg';
import type { Notifications, NotificationView } from '../httpDeps.js';

interface Row {
  id: string;
  kind: string;
  severity: NotificationView['severity'];
  data: unknown;
  created_at: Date;
  read_at: Date | null;
}

const viewOf = ({ created_at, read_at, ...row }: Row): NotificationView => ({
  ...row,
  created_at: created_at.toISOString(),
  read_at: read_at?.toISOString() ?? null,
});

/** Everybody sees every notification; whether it was read is each user's own. */
export const postgresNotifications = (pool: pg.Pool): Notifications => ({
  async list(userId, { unreadOnly }, { page, itemsPerPage }) {
    const { rows } = await pool.query<Row>(
      `select n.id, n.kind, n.severity, n.data, n.created_at, r.read_at
         from ops.notifications n
         left join ops.notification_reads r on r.notification_id = n.id and r.user_id = $1
        where not $2 or r.read_at is null
        order by n.created_at desc, n.id limit $3 offset $4`,
      [userId, unreadOnly, itemsPerPage, (page - 1) * itemsPerPage],
    );
    const counted = await pool.query<{ total: string; unread: string }>(
      `select count(*) as total, count(*) filter (where r.read_at is null) as unread
         from ops.notifications n
         left join ops.notification_reads r on r.notification_id = n.id and r.user_id = $1`,
      [userId],
    );
    const { total = '0', unread = '0' } = counted.rows[0] ?? {};
    return { items: rows.map(viewOf), total: Number(unreadOnly ? unread : total), unread: Number(unread) };
  },

  async markRead(userId, id) {
    const { rows } = await pool.query<{ found: boolean }>(
      `with marked as (
         insert into ops.notification_reads (user_id, notification_id)
         select $1, id from ops.notifications where id = $2 on conflict do nothing
       )
       select exists (select from ops.notifications where id = $2) as found`,
      [userId, id],
    );
    return rows[0]?.found ?? false;
  },

  async markAllRead(userId) {
    const { rowCount } = await pool.query(
      `insert into ops.notification_reads (user_id, notification_id)
       select $1, id from ops.notifications on conflict do nothing`,
      [userId],
    );
    return rowCount ?? 0;
  },
});
