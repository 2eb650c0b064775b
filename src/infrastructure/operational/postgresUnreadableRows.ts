import type pg from 'pg';
import { Predicate, runListQuery } from '../../projections/listQuery.js';
import type { UnreadableRows } from '../http/httpDeps.js';

/** What the marketplace sent and nobody could understand, as lists show it; the payloads stay where they are. */
export const postgresUnreadableRows = (pool: pg.Pool): UnreadableRows => ({
  list({ accounts, kinds }, request) {
    return runListQuery(pool, {
      table: 'ops.unreadable_row_list',
      predicate: new Predicate().oneOf('account', accounts).oneOf('kind', kinds).matching('search', request.q),
      sorts: { last_seen_at: { column: 'last_seen_at', type: 'timestamptz' } },
      defaultSort: 'last_seen_at',
      defaultOrder: 'desc',
      request,
      item: 'item',
    });
  },
});
