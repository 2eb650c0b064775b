import type pg from 'pg';
import type { Statement } from '../../../src/projections/listQuery.js';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

const touchedBy = (node: PlanNode): number => {
  const below = (node.Plans ?? []).reduce((sum, inner) => sum + touchedBy(inner), 0);
  if (node['Relation Name'] === undefined) return below;
  const each =
    (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return below + each * (node['Actual Loops'] ?? 1);
};

/** Rows that PostgreSQL really looked at to answer: a scan without a fitting index looks at the whole table. */
export const touchedRows = async (pool: pg.Pool, { text, values }: Statement): Promise<number> => {
  const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `explain (analyze, timing off, summary off, format json) ${text}`,
    [...values],
  );
  const plan = rows[0]?.['QUERY PLAN'][0].Plan;
  if (!plan) throw new Error('there is no plan');
  return touchedBy(plan);
};

/** What `work` asks the database, whoever builds the statements. */
export const statementsOf = async (pool: pg.Pool, work: () => Promise<unknown>): Promise<Statement[]> => {
  const statements: Statement[] = [];
  const query = pool.query.bind(pool);
  const recording = (asked: string | { text: string; values?: unknown[] }, values: unknown[] = []) => {
    statements.push(
      typeof asked === 'string' ? { text: asked, values } : { text: asked.text, values: asked.values ?? [] },
    );
    return typeof asked === 'string' ? query(asked, values) : query(asked);
  };
  Object.assign(pool, { query: recording });
  try {
    await work();
  } finally {
    Object.assign(pool, { query });
  }
  return statements.filter(({ text }) => !text.includes('read.checkpoints'));
};
