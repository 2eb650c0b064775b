import type pg from 'pg';
import type { ListPage, ListRequest } from '../listPage.js';
import { Predicate, runListQuery, type Sortable } from '../listQuery.js';
import type { ReadTables } from '../readTables.js';
import type { EanDecisionFilter, EanDecisionQueries, EanDecisionSort } from './eanDecisionQueries.js';

export const EAN_DECISION_SORT_COLUMNS: Readonly<Record<EanDecisionSort, Sortable>> = {
  decided_at: { column: 'decided_at', type: 'timestamptz' },
  ean: { column: 'ean', type: 'text' },
};

/** The one predicate of lists of decisions. */
export const eanDecisionPredicate = (filter: EanDecisionFilter, q: string | undefined): Predicate =>
  new Predicate()
    .oneOf('account', filter.accounts)
    .oneOf('recommendation', filter.recommendations)
    .matching('terms', q);

/** Decisions read from PostgreSQL. */
export class PgEanDecisionQueries implements EanDecisionQueries {
  constructor(
    private readonly pool: pg.Pool,
    private readonly tables: ReadTables,
  ) {}

  async list(filter: EanDecisionFilter, request: ListRequest<EanDecisionSort>): Promise<ListPage> {
    return runListQuery(this.pool, {
      table: await this.tables.table('ean_decisions', 'ean_decisions'),
      predicate: eanDecisionPredicate(filter, request.q),
      sorts: EAN_DECISION_SORT_COLUMNS,
      defaultSort: 'decided_at',
      defaultOrder: 'desc',
      request,
      item: 'decision',
      ...(request.q === undefined && { exactTotal: () => this.total(filter) }),
    });
  }

  private async total({ accounts, recommendations }: EanDecisionFilter): Promise<number> {
    const { rows } = await this.pool.query<{ decisions: string }>(
      `select coalesce(sum(decisions), 0) as decisions
         from ${await this.tables.table('ean_decisions', 'ean_decision_totals')}
        where ($1::text[] is null or account = any($1)) and ($2::text[] is null or recommendation = any($2))`,
      [accounts ?? null, recommendations ?? null],
    );
    return Number(rows[0]?.decisions ?? 0);
  }
}
