import type pg from 'pg';
import type { ListRequest } from '../listPage.js';
import { Predicate, runListQuery } from '../listQuery.js';
import type { ReadTables } from '../readTables.js';
import { SEVERAL_ACCOUNTS } from './operationsProjection.js';
import type {
  BulkLine,
  OperationFilter,
  OperationPage,
  OperationQueries,
  OperationRecord,
} from './operationQueries.js';

/** Operations read from PostgreSQL. */
export class PgOperationQueries implements OperationQueries {
  constructor(
    private readonly pool: pg.Pool,
    private readonly tables: ReadTables,
  ) {}

  async list(filter: OperationFilter, request: ListRequest<'created_at'>): Promise<OperationPage> {
    const predicate = new Predicate().oneOf('kind', filter.kinds).oneOf('state_name', filter.states);
    if (filter.account !== undefined) {
      predicate
        .where('account = any(?)', [filter.account, SEVERAL_ACCOUNTS])
        .where('accounts @> array[?]', filter.account);
    }
    // As one word of its own, not as the beginning of others.
    if (filter.orderId !== undefined) predicate.where('terms @@ ?::tsquery', `'${filter.orderId}'`);
    if (filter.partOf !== undefined) predicate.where('part_of = ?', filter.partOf);
    else if (filter.orderId === undefined) predicate.whereTrue('part_of is null');
    predicate.matching('terms', request.q);
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

  async bulkLines(id: string): Promise<readonly BulkLine[]> {
    const { rows } = await this.pool.query<{ lines: readonly BulkLine[] | null }>(
      `select lines from ${await this.table()} where key = $1`,
      [id],
    );
    return rows[0]?.lines ?? [];
  }

  async refusals(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly code: string; readonly text: string }>> {
    const { rows } = await this.pool.query<{ key: string; refusal: { code: string; text: string } | null }>(
      `select key, operation->'refusal' as refusal from ${await this.table()} where key = any($1)`,
      [ids],
    );
    return new Map(rows.flatMap(({ key, refusal }) => (refusal ? [[key, refusal] as const] : [])));
  }

  private table(): Promise<string> {
    return this.tables.table('operations', 'operations');
  }
}
