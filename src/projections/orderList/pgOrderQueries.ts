import type pg from 'pg';
import type { OrderKey, OrderStatus } from '../../domain/order/orderFacts.js';
import type { ListPage, ListRequest } from '../listPage.js';
import { Predicate, runListQuery, type Sortable } from '../listQuery.js';
import type { ReadTables } from '../readTables.js';
import type { OrderListState } from './orderListState.js';
import { ORDER_SORTS, type OrderFilter, type OrderQueries, type OrderRecord, type OrderSort } from './orderQueries.js';

export const ORDER_SORT_COLUMNS: Readonly<Record<OrderSort, Sortable>> = {
  order_date: { column: 'ordered_at', type: 'timestamptz' },
  total_amount: { column: 'total', type: 'numeric' },
  status: { column: 'status', type: 'text' },
  customer_name: { column: 'customer_name', type: 'text' },
  id: { column: 'order_number', type: 'bigint' },
  last_synced_at: { column: 'last_synced_at', type: 'timestamptz' },
};

const DUE: readonly OrderStatus[] = ['in_progress', 'prepared'];

/** Only what the index of deadlines holds, which the planner sees from words alone and not from parameters. */
const isDueOnly = ({ statuses, hasAwb }: OrderFilter): boolean =>
  hasAwb === false && statuses !== undefined && statuses.every((status) => DUE.includes(status));

/** The one predicate of order lists: page and total both come from it. */
export const orderPredicate = (filter: OrderFilter, q: string | undefined): Predicate => {
  const predicate = new Predicate()
    .oneOf('account', filter.accounts)
    .oneOf('status', filter.statuses)
    .oneOf('payment_method', filter.paymentMethods)
    .oneOf('delivery_mode', filter.deliveryModes)
    .matching('terms', q, { hasCodes: true });
  if (filter.fulfilment !== undefined) predicate.where('fulfilment = ?', filter.fulfilment);
  if (filter.from !== undefined) predicate.where('ordered_at >= ?', filter.from);
  if (filter.to !== undefined) predicate.where('ordered_at <= ?', filter.to);
  for (const [column, wanted] of [
    ['has_awb', filter.hasAwb],
    ['has_invoice', filter.hasInvoice],
    ['is_acknowledged', filter.acknowledged],
  ] as const) {
    if (wanted !== undefined) predicate.whereTrue(wanted ? column : `not ${column}`);
  }
  if (filter.shipBy !== undefined) {
    predicate.where('ship_by <= ?', filter.shipBy);
    if (isDueOnly(filter)) predicate.whereTrue(`status in ('in_progress', 'prepared')`);
  }
  return predicate;
};

/** What the counters by account and status answer exactly. */
const isCounted = (filter: OrderFilter, q: string | undefined): boolean => {
  const { accounts: _accounts, statuses: _statuses, ...others } = filter;
  return q === undefined && Object.values(others).every((value) => value === undefined);
};

/** Without a filter every sort has an index of its own; accounts and statuses stand before the date in theirs. */
const steadySorts = ({ accounts, statuses }: OrderFilter): readonly OrderSort[] => {
  if (!accounts && !statuses) return ORDER_SORTS;
  return (accounts?.length ?? 1) === 1 && (statuses?.length ?? 1) === 1 ? ['order_date'] : [];
};

/** Orders read from PostgreSQL. */
export class PgOrderQueries implements OrderQueries {
  constructor(
    private readonly pool: pg.Pool,
    private readonly tables: ReadTables,
  ) {}

  async list(filter: OrderFilter, request: ListRequest<OrderSort>): Promise<ListPage> {
    return runListQuery(this.pool, {
      table: await this.tables.table('order_list', 'order_list'),
      predicate: orderPredicate(filter, request.q),
      sorts: ORDER_SORT_COLUMNS,
      defaultSort: 'order_date',
      defaultOrder: 'desc',
      request,
      item: 'item',
      ...(isCounted(filter, request.q) && {
        exactTotal: () => this.total(filter),
        steadySorts: steadySorts(filter),
      }),
    });
  }

  async byId(orderId: string, account: string | null): Promise<readonly OrderRecord[]> {
    return this.records('o.order_id = $2 and ($3::text is null or o.account = $3)', [orderId, account]);
  }

  async byKeys(keys: readonly OrderKey[]): Promise<readonly OrderRecord[]> {
    return this.records('o.key = any($2)', [keys.map(({ account, orderId }) => `${account}-${orderId}`)]);
  }

  async keysOf(orderIds: readonly string[]): Promise<readonly OrderKey[]> {
    const { rows } = await this.pool.query<{ account: string; order_id: string }>(
      `select account, order_id from ${await this.tables.table('order_list', 'order_list')}
        where order_id = any($1) order by key`,
      [orderIds],
    );
    return rows.map(({ account, order_id }) => ({ account, orderId: order_id }));
  }

  private async records(condition: string, values: readonly unknown[]): Promise<readonly OrderRecord[]> {
    const generation = await this.tables.generation('order_list');
    const table = await this.tables.table('order_list', 'order_list');
    const { rows } = await this.pool.query<{ state: OrderListState; is_parked: boolean }>(
      `select o.state, exists (select from read.parked_events e
                where e.projection = 'order_list' and e.version = $1 and e.stream = 'order-' || o.key) as is_parked
         from ${table} o where ${condition} order by o.key`,
      [generation, ...values],
    );
    return rows.map(({ state: { key, order, revision, position }, is_parked }) => ({
      key,
      order,
      revision: BigInt(revision),
      position: BigInt(position),
      isParked: is_parked,
    }));
  }

  async counts(
    accounts: readonly string[] | null,
  ): Promise<readonly { account: string; status: OrderStatus; orders: number }[]> {
    const { rows } = await this.pool.query<{ account: string; status: OrderStatus; orders: string }>(
      `select account, status, orders from ${await this.tables.table('order_list', 'order_totals')}
        where orders <> 0 and ($1::text[] is null or account = any($1)) order by account, status`,
      [accounts],
    );
    return rows.map(({ account, status, orders }) => ({ account, status, orders: Number(orders) }));
  }

  private async total({ accounts, statuses }: OrderFilter): Promise<number> {
    const table = await this.tables.table('order_list', 'order_totals');
    const { rows } = await this.pool.query<{ orders: string }>({
      name: `total of ${table}`,
      text: `select coalesce(sum(orders), 0) as orders from ${table}
        where ($1::text[] is null or account = any($1)) and ($2::text[] is null or status = any($2))`,
      values: [accounts ?? null, statuses ?? null],
    });
    return Number(rows[0]?.orders ?? 0);
  }
}
