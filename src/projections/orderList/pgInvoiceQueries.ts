import type pg from 'pg';
import type { JsonText, ListPage, ListRequest } from '../listPage.js';
import { Predicate, runListQuery } from '../listQuery.js';
import type { ReadTables } from '../readTables.js';
import type { InvoiceFilter, InvoiceQueries } from './orderQueries.js';

/** Numbered invoices read from PostgreSQL. */
export class PgInvoiceQueries implements InvoiceQueries {
  constructor(
    private readonly pool: pg.Pool,
    private readonly tables: ReadTables,
  ) {}

  async list(filter: InvoiceFilter, request: ListRequest<'issued_at' | 'number'>): Promise<ListPage> {
    const predicate = new Predicate()
      .oneOf('account', filter.accounts)
      .oneOf('order_id', filter.orderIds)
      .matching('terms', request.q);
    if (filter.series !== undefined) predicate.where('series = ?', filter.series);
    if (filter.storno !== undefined) predicate.whereTrue(filter.storno ? 'is_storno' : 'not is_storno');
    if (filter.from !== undefined) predicate.where('issued_at >= ?', filter.from);
    if (filter.to !== undefined) predicate.where('issued_at <= ?', filter.to);
    return runListQuery(this.pool, {
      table: await this.table(),
      predicate,
      sorts: {
        issued_at: { column: 'issued_at', type: 'timestamptz' },
        number: { column: 'key', type: 'text' },
      },
      defaultSort: 'issued_at',
      defaultOrder: 'desc',
      request,
      item: 'item',
    });
  }

  async byNumber(number: string): Promise<JsonText | null> {
    const { rows } = await this.pool.query<{ item: string }>(
      `select item::text as item from ${await this.table()} where key = $1`,
      [number],
    );
    return rows[0]?.item ?? null;
  }

  async ofOrders(orderIds: readonly string[]): Promise<readonly JsonText[]> {
    const { rows } = await this.pool.query<{ item: string }>(
      `select item::text as item from ${await this.table()} where order_id = any($1) and item->>'storno_of' is null`,
      [orderIds],
    );
    return rows.map(({ item }) => item);
  }

  private table(): Promise<string> {
    return this.tables.table('order_list', 'invoices');
  }
}
