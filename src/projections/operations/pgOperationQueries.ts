import type pg from 'pg';
import type { ListRequest } from '../listPage.js';
import { Predicate, runListQuery } from '../listQuery.js';
import type { ReadTables } from '../readTables.js';
import type { OperationFilter, OperationPage, OperationQueries, OperationRecord } from './operationQueries.js';

/** Operations read from PostgreSQL. */
export class PgOperationQueries implements OperationQueries {
  constructor(
    private readonly pool: pg.Pool,
    private readonly tables: ReadTables,
  ) {}

  async list(filter: OperationFilter, request: ListRequest<'created_at'>): Promise<OperationPage> {
    const predicate = new Predicate().oneOf('kind', filter.kinds).oneOf('state_name', filter.states);
    if (filter.account !== undefined) predicate.where('account = ?', filter.account);
    if (filter.orderId !== undefined) predicate.where('order_id = ?', filter.orderId);
    const { items, ...page } = await runListQuery(this.pool, {
      table: await this.table(),
      predicate,
      sorts: { created_at: { column: 'created_at', type: 'timestamptz' } },
      defaultSort: 'created_at',
      defaultOrder: 'desc',
      request,
      item: 'operation',
    });
    return { operations: items.map((text) => JSON.parse(text) as OperationRecord), ...page };
  }

  async byId(id: string): Promise<OperationRecord | null> {
    const { rows } = await this.pool.query<{ operation: OperationRecord }>(
      `select operation from ${await this.table()} where key = $1`,
      [id],
    );
    return rows[0]?.operation ?? null;
  }

  private table(): Promise<string> {
    return this.tables.table('operations', 'operations');
  }
}
