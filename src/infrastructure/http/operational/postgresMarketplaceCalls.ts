import type pg from 'pg';
import type { MarketplaceCalls } from '../httpDeps.js';

interface Row {
  id: string;
  account: string;
  route: string;
  order_id: string | null;
  correlation_id: string;
  started_at: Date;
  duration_ms: number;
  http_status: number | null;
  outcome: string;
  detail: string | null;
}

/** The journal of calls without their bodies, newest first. */
export const postgresMarketplaceCalls = (pool: pg.Pool): MarketplaceCalls => ({
  async list({ orderId = null, account = null }, { page, itemsPerPage }) {
    const where = 'where ($1::text is null or order_id = $1) and ($2::text is null or account = $2)';
    const { rows } = await pool.query<Row>(
      `select id, account, route, order_id, correlation_id, started_at, duration_ms, http_status, outcome, detail
         from ops.marketplace_calls ${where} order by started_at desc, id desc limit $3 offset $4`,
      [orderId, account, itemsPerPage, (page - 1) * itemsPerPage],
    );
    const counted = await pool.query<{ total: string }>(
      `select count(*) as total from ops.marketplace_calls ${where}`,
      [orderId, account],
    );
    return {
      items: rows.map(({ account: account_type, started_at, ...row }) => ({
        ...row,
        account_type,
        started_at: started_at.toISOString(),
      })),
      total: Number(counted.rows[0]?.total ?? 0),
    };
  },
});
