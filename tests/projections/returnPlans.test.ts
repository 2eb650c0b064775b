import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { completeIndexes } from '../../src/projections/generations.js';
import { pageStatement, type ListQuery, type Statement } from '../../src/projections/listQuery.js';
import {
  EAN_DECISION_SORT_COLUMNS,
  eanDecisionPredicate,
} from '../../src/projections/eanDecisions/pgEanDecisionQueries.js';
import { eanDecisionsProjection } from '../../src/projections/eanDecisions/eanDecisionsProjection.js';
import { prepareReadModels } from '../../src/projections/readTables.js';
import { RETURN_SORT_COLUMNS, returnPredicate } from '../../src/projections/returns/pgReturnQueries.js';
import { returnsProjection } from '../../src/projections/returns/returnsProjection.js';
import { openReadModelBench, type ReadModelBench } from './support/readModelBench.js';

const ROWS = 30_000;

const FILL = [
  `insert into read."returns_v1" (key, state, account, return_id, return_number, order_id, status, requested_at, terms,
     digest, revision, position, request)
   select account || '-' || n, '{}', account, n::text, n, (n / 2)::text, status,
          timestamptz '2024-01-01' + n * interval '31 minutes', array_to_tsvector(array[n::text, 'client', md5(n::text)]),
          'd', 0, n, '{}'
     from (select n, case when n % 3 = 0 then 'fbe' else 'main' end as account,
                  case when n % 300 = 0 then 'new' else 'finalized' end as status
             from generate_series(1, ${ROWS}) n) rows`,
  `insert into read."ean_decisions_v1" (key, state, account, ean, recommendation, decided_at, terms, position, decision)
   select n::text, '{}', case when n % 3 = 0 then 'fbe' else 'main' end, (5940000000000 + n)::text,
          case when n % 300 = 0 then 'cannot_add_offer' else 'can_add_offer' end,
          timestamptz '2024-01-01' + n * interval '31 minutes', array_to_tsvector(array[n::text, md5(n::text)]), n, '{}'
     from generate_series(1, ${ROWS}) n`,
];

describe('lists of many returns and decisions', () => {
  let bench: ReadModelBench;
  const plan = async ({ text, values }: Statement): Promise<string> =>
    (await bench.rows<{ 'QUERY PLAN': string }>(`explain ${text}`, values)).map((row) => row['QUERY PLAN']).join('\n');

  beforeAll(async () => {
    bench = await openReadModelBench();
    const projections = [returnsProjection, eanDecisionsProjection];
    await prepareReadModels(bench.pool, projections, 'store');
    for (const statement of FILL) await bench.rows(statement);
    for (const projection of projections) await completeIndexes(bench.pool, projection, 1);
  }, 60_000);
  afterAll(() => bench.close());

  const returns = (filter: Parameters<typeof returnPredicate>[0], sort: keyof typeof RETURN_SORT_COLUMNS) =>
    pageStatement(
      {
        table: 'read."returns_v1"',
        predicate: returnPredicate(filter, undefined),
        item: 'request',
        sortable: RETURN_SORT_COLUMNS[sort],
        order: 'desc',
        cursor: null,
      },
      { offset: 0, limit: 26 },
    );
  const decisions = (
    filter: Parameters<typeof eanDecisionPredicate>[0],
    sort: keyof typeof EAN_DECISION_SORT_COLUMNS,
  ) =>
    pageStatement(
      {
        table: 'read."ean_decisions_v1"',
        predicate: eanDecisionPredicate(filter, undefined),
        item: 'decision',
        sortable: EAN_DECISION_SORT_COLUMNS[sort],
        order: 'desc',
        cursor: null,
      },
      { offset: 0, limit: 26 },
    );

  it.each([
    ['returns by date', () => returns({}, 'requested_at')],
    ['returns by id', () => returns({}, 'id')],
    ['returns of an account', () => returns({ accounts: ['fbe'] }, 'requested_at')],
    ['returns in a rare status', () => returns({ statuses: ['new'] }, 'requested_at')],
    ['open returns of an account', () => returns({ accounts: ['main'], statuses: ['new'] }, 'requested_at')],
    ['returns of an order', () => returns({ orderId: '77' }, 'requested_at')],
    ['returns of a week', () => returns({ from: '2024-05-01', to: '2024-05-08' }, 'requested_at')],
    ['decisions by date', () => decisions({}, 'decided_at')],
    ['decisions by code', () => decisions({}, 'ean')],
    ['decisions of an account', () => decisions({ accounts: ['fbe'] }, 'decided_at')],
    ['a rare recommendation', () => decisions({ recommendations: ['cannot_add_offer'] }, 'decided_at')],
  ])('read %s from an index', async (_what, statement) => {
    const found = await plan(statement());
    expect(found).toMatch(/Index (Only )?Scan/);
    expect(found).not.toMatch(/Seq Scan/);
    expect(found.match(/Sort Key/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  it('search by words from the search index', async () => {
    const list: Pick<ListQuery<string>, 'table' | 'item'> = { table: 'read."returns_v1"', item: 'request' };
    const statement = pageStatement(
      {
        ...list,
        predicate: returnPredicate({}, '29999'),
        sortable: RETURN_SORT_COLUMNS.requested_at,
        order: 'desc',
        cursor: null,
      },
      { offset: 0, limit: 26, filterFirst: true },
    );
    expect(await plan(statement)).toMatch(/returns_v1_terms/);
  });
});
