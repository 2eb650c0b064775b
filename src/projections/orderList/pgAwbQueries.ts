import type pg from 'pg';
import type { JsonText, ListPage, ListRequest } from '../listPage.js';
import { Predicate, runListQuery } from '../listQuery.js';
import type { ReadTables } from '../readTables.js';
import type { AwbFilter, AwbQueries } from './orderQueries.js';

/** AWBs, and wishes for them that are open, refused or in doubt, read from PostgreSQL. */
export class PgAwbQueries implements AwbQueries {
  constructor(
    private readonly pool: pg.Pool,
    private readonly tables: ReadTables,
  ) {}

  async list(filter: AwbFilter, request: ListRequest<'issued_at'>): Promise<ListPage> {
    const predicate = new Predicate()
      .oneOf('account', filter.accounts)
      .oneOf('status', filter.statuses)
      .oneOf('delivery_state', filter.deliveryStates)
      .oneOf('order_id', filter.orderIds)
      .matching('terms', request.q);
    if (filter.from !== undefined) predicate.where('issued_at >= ?', filter.from);
    if (filter.to !== undefined) predicate.where('issued_at <= ?', filter.to);
    return runListQuery(this.pool, {
      table: await this.tables.table('order_list', 'awbs'),
      predicate,
      sorts: { issued_at: { column: 'issued_at', type: 'timestamptz' } },
      defaultSort: 'issued_at',
      defaultOrder: 'desc',
      request,
      item: 'item',
    });
  }

  async ofOrders(orderIds: readonly string[]): Promise<readonly JsonText[]> {
    const { rows } = await this.pool.query<{ item: string }>(
      `select item::text as item from ${await this.tables.table('order_list', 'awbs')} where order_id = any($1)`,
      [orderIds],
    );
    return rows.map(({ item }) => item);
  }

  async byNumber(awbNumber: string, account: string | null): Promise<readonly JsonText[]> {
    return this.byNumbers([awbNumber], account);
  }

  async byNumbers(awbNumbers: readonly string[], account: string | null): Promise<readonly JsonText[]> {
    const { rows } = await this.pool.query<{ item: string }>(
      `select item::text as item from ${await this.tables.table('order_list', 'awbs')}
        where awb_number = any($1) and ($2::text is null or account = $2) order by key`,
      [awbNumbers, account],
    );
    return rows.map(({ item }) => item);
  }
}
