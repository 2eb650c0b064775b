import type pg from 'pg';
import type { ReturnIndex } from '../../application/ports/returnIndex.js';
import { OPEN_RETURN_STATUSES } from '../../domain/returns/returnRequest.js';
import type { ListPage, ListRequest } from '../listPage.js';
import { Predicate, runListQuery, type Sortable } from '../listQuery.js';
import type { ReadTables } from '../readTables.js';
import type { ReturnListFilter, ReturnQueries, ReturnSort } from './returnQueries.js';

export const RETURN_SORT_COLUMNS: Readonly<Record<ReturnSort, Sortable>> = {
  requested_at: { column: 'requested_at', type: 'timestamptz' },
  id: { column: 'return_number', type: 'bigint' },
};

/** The one predicate of lists of returns. */
export const returnPredicate = (filter: ReturnListFilter, q: string | undefined): Predicate => {
  const predicate = new Predicate()
    .oneOf('account', filter.accounts)
    .oneOf('status', filter.statuses)
    .matching('terms', q);
  if (filter.orderId !== undefined) predicate.where('order_id = ?', filter.orderId);
  if (filter.from !== undefined) predicate.where('requested_at >= ?', filter.from);
  if (filter.to !== undefined) predicate.where('requested_at <= ?', filter.to);
  return predicate;
};

/** Returns read from PostgreSQL. */
export class PgReturnQueries implements ReturnQueries, ReturnIndex {
  constructor(
    private readonly pool: pg.Pool,
    private readonly tables: ReadTables,
  ) {}

  async list(filter: ReturnListFilter, request: ListRequest<ReturnSort>): Promise<ListPage> {
    const isCounted = [request.q, filter.orderId, filter.from, filter.to].every((value) => value === undefined);
    return runListQuery(this.pool, {
      table: await this.tables.table('returns', 'returns'),
      predicate: returnPredicate(filter, request.q),
      sorts: RETURN_SORT_COLUMNS,
      defaultSort: 'requested_at',
      defaultOrder: 'desc',
      request,
      item: 'request',
      ...(isCounted && { exactTotal: () => this.total(filter) }),
    });
  }

  async open(account: string, limit: number): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ return_id: string }>(
      `select return_id from ${await this.tables.table('returns', 'returns')}
        where account = $1 and status = any($2) order by requested_at, key limit $3`,
      [account, OPEN_RETURN_STATUSES, limit],
    );
    return rows.map(({ return_id }) => return_id);
  }

  async digests(account: string, returnIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (returnIds.length === 0) return new Map();
    const { rows } = await this.pool.query<{ return_id: string; digest: string }>(
      `select return_id, digest from ${await this.tables.table('returns', 'returns')}
        where key = any($1) and digest is not null`,
      [returnIds.map((id) => `${account}-${id}`)],
    );
    return new Map(rows.map(({ return_id, digest }) => [return_id, digest]));
  }

  private async total({ accounts, statuses }: ReturnListFilter): Promise<number> {
    const { rows } = await this.pool.query<{ returns: string }>(
      `select coalesce(sum(returns), 0) as returns from ${await this.tables.table('returns', 'return_totals')}
        where ($1::text[] is null or account = any($1)) and ($2::text[] is null or status = any($2))`,
      [accounts ?? null, statuses ?? null],
    );
    return Number(rows[0]?.returns ?? 0);
  }
}
