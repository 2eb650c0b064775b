import type pg from 'pg';
import type { AcknowledgeFailures } from '../../application/ports/acknowledgeFailures.js';

/** Failures after which nobody tries again by itself. */
const MOST_FAILURES = 3;

/** Failures of acknowledging by itself in `ops.acknowledge_failures`. */
export const postgresAcknowledgeFailures = (pool: pg.Pool): AcknowledgeFailures => ({
  async parked(account) {
    const { rows } = await pool.query<{ order_id: string; reason: string }>(
      'select order_id, reason from ops.acknowledge_failures where account = $1 and failures >= $2',
      [account, MOST_FAILURES],
    );
    return new Map(rows.map(({ order_id, reason }) => [order_id, reason]));
  },
  async record({ account, orderId }, reason) {
    const { rows } = await pool.query<{ failures: number }>(
      `insert into ops.acknowledge_failures as known (account, order_id, failures, reason) values ($1, $2, 1, $3)
       on conflict (account, order_id) do update
         set failures = known.failures + 1, reason = excluded.reason, failed_at = now()
       returning failures`,
      [account, orderId, reason],
    );
    const failures = rows[0]?.failures ?? 1;
    return { failures, parked: failures === MOST_FAILURES };
  },
  async forget({ account, orderId }) {
    await pool.query('delete from ops.acknowledge_failures where account = $1 and order_id = $2', [account, orderId]);
  },
});
