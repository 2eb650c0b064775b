import type pg from 'pg';
import { COUNT_LIMIT, countStatement, Predicate } from '../listQuery.js';
import type { ReadTables } from '../readTables.js';
import {
  ORDER_ATTENTIONS,
  type AttentionFilter,
  type AttentionQueries,
  type BoundedCount,
  type OrderAttention,
  type PrioritizedItem,
} from './attentionQueries.js';

/** The one predicate of the list and of its counts. */
export const attentionPredicate = ({ accounts, kinds, orderId, now }: AttentionFilter): Predicate => {
  const predicate = new Predicate().oneOf('account', accounts).oneOf('kind', kinds).where('visible_at <= ?', now);
  return orderId === undefined ? predicate : predicate.where('order_id = ?', orderId);
};

export const attentionStatement = (table: string, predicate: Predicate, offset: number, limit: number) => ({
  text: `select item, priority from ${table} ${predicate.sql}
          order by priority, key limit ${limit} offset ${offset}`,
  values: predicate.values,
});

/** Work that waits for a person, read from PostgreSQL. */
export class PgAttentionQueries implements AttentionQueries {
  constructor(
    private readonly pool: pg.Pool,
    private readonly tables: ReadTables,
  ) {}

  async slice(filter: AttentionFilter, offset: number, limit: number): Promise<readonly PrioritizedItem[]> {
    const { text, values } = attentionStatement(await this.table(), attentionPredicate(filter), offset, limit);
    return (await this.pool.query<PrioritizedItem>(text, values)).rows;
  }

  async count(filter: AttentionFilter): Promise<BoundedCount> {
    const { text, values } = countStatement({ table: await this.table(), predicate: attentionPredicate(filter) });
    const { rows } = await this.pool.query<{ counted: string }>(text, [...values]);
    const counted = Number(rows[0]?.counted ?? 0);
    return { count: Math.min(counted, COUNT_LIMIT), isLowerBound: counted > COUNT_LIMIT };
  }

  async counts(accounts: readonly string[] | null, now: Date): Promise<Readonly<Record<OrderAttention, BoundedCount>>> {
    const [counted, late] = await Promise.all([
      this.pool.query<{ kind: string; orders: string }>(
        `select kind, sum(orders) as orders from ${await this.tables.table('order_list', 'order_work')}
          where day = '' and ($1::text[] is null or account = any($1)) group by kind`,
        [accounts],
      ),
      this.count({ kinds: ['late'], now, ...(accounts && { accounts }) }),
    ]);
    const countOf = (kind: OrderAttention): BoundedCount =>
      kind === 'late'
        ? late
        : { count: Number(counted.rows.find((row) => row.kind === kind)?.orders ?? 0), isLowerBound: false };
    return Object.fromEntries(ORDER_ATTENTIONS.map((kind) => [kind, countOf(kind)])) as Record<
      OrderAttention,
      BoundedCount
    >;
  }

  private table(): Promise<string> {
    return this.tables.table('order_list', 'order_attention');
  }
}
