import type pg from 'pg';
import type { MarketplaceCalls, MarketplaceCallView } from '../http/httpDeps.js';

type Row = Omit<MarketplaceCallView, 'started_at'> & { started_at: Date };

/** The journal as lists show it; bodies stay where they are. */
export const postgresMarketplaceCalls = (pool: pg.Pool): MarketplaceCalls => ({
  async list({ orderId, account }, { page, itemsPerPage }) {
    const where = '($1::text is null or order_id = $1) and ($2::text is null or account = $2)';
    const values = [orderId ?? null, account ?? null];
    const { rows } = await pool.query<Row>(
      `select id::text, account as account_type, route, order_id, correlation_id, started_at, duration_ms, http_status,
              outcome, detail
         from ops.marketplace_calls where ${where} order by started_at desc, id desc limit $3 offset $4`,
      [...values, itemsPerPage, (page - 1) * itemsPerPage],
    );
    const { rows: counted } = await pool.query<{ total: number }>(
      `select count(*)::int as total from ops.marketplace_calls where ${where}`,
      values,
    );
    return {
      items: rows.map((row) => ({ ...row, started_at: row.started_at.toISOString() })),
      total: counted[0]?.total ?? 0,
    };
  },
});
