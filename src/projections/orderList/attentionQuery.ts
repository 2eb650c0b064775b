import type pg from 'pg';
import type { Attention, AttentionItem } from './orderQueries.js';

/** Two index ranges, both small however many orders there are: those with a reason, and those past their deadline. */
export const needsAttention = async (
  pool: pg.Pool,
  table: string,
  accounts: readonly string[] | null,
  now: Date,
  limit: number,
): Promise<readonly AttentionItem[]> => {
  const { rows } = await pool.query<{
    reason: Attention;
    account: string;
    order_id: string;
    ordered_at: Date;
    since: string;
    detail: string | null;
  }>(
    `select * from (
       select reason.reason, o.account, o.order_id, o.ordered_at, reason.since, reason.detail
         from ${table} o, json_to_recordset(o.attention) as reason(reason text, since text, detail text)
        where o.needs_attention and ($1::text[] is null or o.account = any($1))
       union all
       select 'late', o.account, o.order_id, o.ordered_at,
              to_char(o.ship_by at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), null
         from ${table} o
        where o.status in ('new', 'in_progress') and o.ship_by < $2 and o.fulfilment = 'own'
          and ($1::text[] is null or o.account = any($1))
     ) reasons order by since, account, order_id, reason limit $3`,
    [accounts, now, limit],
  );
  return rows.map(({ reason, account, order_id, ordered_at, since, detail }) => ({
    reason,
    account_type: account,
    order_id,
    order_date: ordered_at.toISOString(),
    since,
    detail,
  }));
};
