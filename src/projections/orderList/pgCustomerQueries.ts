import type pg from 'pg';
import type { JsonText, ListPage, ListRequest } from '../listPage.js';
import { Predicate, runListQuery, type Sortable } from '../listQuery.js';
import type { ReadTables } from '../readTables.js';
import { COUNTED_ROWS } from '../tables.js';
import { ALL_ACCOUNTS, type CustomerFilter, type CustomerQueries, type CustomerSort } from './customerQueries.js';

export const CUSTOMER_SORT_COLUMNS: Readonly<Record<CustomerSort, Sortable>> = {
  orders: { column: 'orders', type: 'integer' },
  spend: { column: 'spend', type: 'numeric' },
  last_order: { column: 'last_order_at', type: 'timestamptz' },
  name: { column: 'name', type: 'text' },
};

/** The one predicate of customer lists. */
export const customerPredicate = ({ account, tiers, hasReturns }: CustomerFilter, q: string | undefined): Predicate => {
  const predicate = new Predicate()
    .where('scope = ?', account ?? ALL_ACCOUNTS)
    .oneOf('tier', tiers)
    .matching('terms', q);
  return hasReturns === undefined ? predicate : predicate.whereTrue(hasReturns ? 'has_returns' : 'not has_returns');
};

/** Customers read from PostgreSQL. */
export class PgCustomerQueries implements CustomerQueries {
  constructor(
    private readonly pool: pg.Pool,
    private readonly tables: ReadTables,
  ) {}

  async list(filter: CustomerFilter, request: ListRequest<CustomerSort>): Promise<ListPage> {
    return runListQuery(this.pool, {
      table: await this.tables.table('order_list', 'customers'),
      predicate: customerPredicate(filter, request.q),
      sorts: CUSTOMER_SORT_COLUMNS,
      defaultSort: 'last_order',
      defaultOrder: request.sort === 'name' ? 'asc' : 'desc',
      request,
      item: 'item',
      ...(request.q === undefined && { exactTotal: () => this.total(filter) }),
    });
  }

  async byId(id: string, account: string | null): Promise<JsonText | null> {
    const { rows } = await this.pool.query<{ item: string }>(
      `select item::text as item from ${await this.tables.table('order_list', 'customers')} where key = $1`,
      [`${account ?? ALL_ACCOUNTS}:${id}`],
    );
    return rows[0]?.item ?? null;
  }

  async orders(id: string, account: string | null, request: ListRequest<'order_date'>): Promise<ListPage> {
    const predicate = new Predicate().where('customer_id = ?', id);
    if (account !== null) predicate.where('account = ?', account);
    return runListQuery(this.pool, {
      table: await this.tables.table('order_list', 'order_list'),
      predicate,
      sorts: { order_date: { column: 'ordered_at', type: 'timestamptz' } },
      defaultSort: 'order_date',
      defaultOrder: 'desc',
      request,
      item: 'item',
    });
  }

  private async total({ account, tiers, hasReturns }: CustomerFilter): Promise<number> {
    const { rows } = await this.pool.query<{ customers: string }>(
      `select coalesce(sum(${COUNTED_ROWS}), 0) as customers
         from ${await this.tables.table('order_list', 'customer_totals')}
        where scope = $1 and ($2::text[] is null or tier = any($2)) and ($3::boolean is null or has_returns = $3)`,
      [account ?? ALL_ACCOUNTS, tiers ?? null, hasReturns ?? null],
    );
    return Number(rows[0]?.customers ?? 0);
  }
}
