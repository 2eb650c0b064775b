import type pg from 'pg';
import type { ListPage, ListRequest } from '../listPage.js';
import { Predicate, runListQuery } from '../listQuery.js';
import type { ReadTables } from '../readTables.js';
import type { AuditFilter, AuditQueries } from './auditQueries.js';

/** Administrative acts read from PostgreSQL. */
export class PgAuditQueries implements AuditQueries {
  constructor(
    private readonly pool: pg.Pool,
    private readonly tables: ReadTables,
  ) {}

  async list({ actor, kinds, object, from, to }: AuditFilter, request: ListRequest<'at'>): Promise<ListPage> {
    const predicate = new Predicate().oneOf('kind', kinds).matching('search', request.q);
    if (actor !== undefined) predicate.where('actor = ?', actor);
    if (object !== undefined) predicate.where(object.includes(':') ? 'object = ?' : 'object_type = ?', object);
    if (from !== undefined) predicate.where('at >= ?::timestamptz', from);
    if (to !== undefined) predicate.where('at <= ?::timestamptz', to);
    return runListQuery(this.pool, {
      table: await this.tables.table('audit', 'audit'),
      predicate,
      sorts: { at: { column: 'at', type: 'timestamptz' } },
      defaultSort: 'at',
      defaultOrder: 'desc',
      request,
      item: 'entry',
    });
  }
}
