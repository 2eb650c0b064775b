import type pg from 'pg';
import { Predicate, runListQuery } from '../../projections/listQuery.js';
import type { MarketplaceCalls } from '../http/httpDeps.js';

/** The journal as lists show it; bodies stay where they are. */
export const postgresMarketplaceCalls = (pool: pg.Pool): MarketplaceCalls => ({
  list({ orderId, accounts, outcomes, from, to }, request) {
    const predicate = new Predicate()
      .oneOf('account', accounts)
      .oneOf('outcome', outcomes)
      .matching('search', request.q);
    if (orderId !== undefined) predicate.where('order_id = ?', orderId);
    if (from !== undefined) predicate.where('started_at >= ?::timestamptz', from);
    if (to !== undefined) predicate.where('started_at <= ?::timestamptz', to);
    return runListQuery(pool, {
      table: 'ops.marketplace_call_list',
      predicate,
      sorts: {
        started_at: { column: 'started_at', type: 'timestamptz' },
        duration_ms: { column: 'duration_ms', type: 'integer' },
      },
      defaultSort: 'started_at',
      defaultOrder: 'desc',
      request,
      item: 'item',
    });
  },
});
