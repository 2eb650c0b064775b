import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { completeIndexes } from '../../src/projections/generations.js';
import { countStatement, pageStatement, type Statement } from '../../src/projections/listQuery.js';
import {
  CATALOGUE_SORTS,
  type CatalogueFilter,
  type CatalogueSort,
} from '../../src/projections/offers/catalogueQueries.js';
import { offersProjection } from '../../src/projections/offers/offersProjection.js';
import { CATALOGUE_SORT_COLUMNS, cataloguePredicate } from '../../src/projections/offers/pgCatalogueQueries.js';
import { prepareReadModels } from '../../src/projections/readTables.js';
import { openReadModelBench, type ReadModelBench } from './support/readModelBench.js';

const SKUS = 20_000;
const TABLE = 'read."catalogue_v1"';

/** Each SKU in the scope of all accounts and in that of its own. */
const FILL = `
  insert into ${TABLE} (key, group_key, scope, name, sku, brand, stock, price_net, has_active, has_inactive,
    has_end_of_life, is_buy_box_lost, validation_statuses, terms, item)
  select scope || ':sku:SKU-' || n, 'sku:SKU-' || n, scope, 'produs ' || md5(n::text), 'SKU-' || n,
         'marca ' || n % 300, n % 50, (n * 37 % 100000) / 100.0, n % 10 <> 0, n % 10 = 0, n % 200 = 0, n % 40 = 0,
         array[case when n % 500 = 0 then 8 else 9 end],
         array_to_tsvector(array['sku', n::text, 'produs', left(md5(n::text), 8)]), json_build_object('sku', 'SKU-' || n)
    from generate_series(1, ${SKUS}) n, unnest(array['*', case when n % 2 = 0 then 'main' else 'fbe' end]) scope`;

describe('the catalogue of many SKUs', () => {
  let bench: ReadModelBench;
  const plan = async ({ text, values }: Statement): Promise<string> =>
    (await bench.rows<{ 'QUERY PLAN': string }>(`explain ${text}`, values)).map((row) => row['QUERY PLAN']).join('\n');
  interface Asked {
    readonly q?: string;
    readonly sort?: CatalogueSort;
    readonly order?: 'asc' | 'desc';
    readonly cursor?: { readonly value: string; readonly key: string };
  }
  const page = (filter: CatalogueFilter, { q, sort = 'name', order = 'asc', cursor }: Asked = {}): Statement =>
    pageStatement(
      {
        table: TABLE,
        predicate: cataloguePredicate(filter, q),
        item: 'item',
        sortable: CATALOGUE_SORT_COLUMNS[sort],
        order,
        cursor: cursor ?? null,
      },
      { offset: 0, limit: 26, filterFirst: q !== undefined },
    );
  const counted = (filter: CatalogueFilter, q?: string): Statement =>
    countStatement({ table: TABLE, predicate: cataloguePredicate(filter, q) });

  beforeAll(async () => {
    bench = await openReadModelBench();
    await prepareReadModels(bench.pool, [offersProjection], 'store');
    await bench.rows(FILL);
    await completeIndexes(bench.pool, offersProjection, 1);
  }, 120_000);
  afterAll(() => bench.close());

  it.each(
    CATALOGUE_SORTS.flatMap((sort) =>
      (['asc', 'desc'] as const).flatMap((order) =>
        [undefined, 'main'].map((account) => [sort, order, account] as const),
      ),
    ),
  )('reads one page by %s %s of account %s from an index, without sorting', async (sort, order, account) => {
    const filter = account === undefined ? {} : { account };
    const found = await plan(page(filter, { sort, order }));
    expect(found).toMatch(/Index (Only )?Scan/);
    expect(found).not.toMatch(/Seq Scan/);
  });

  it.each<[string, CatalogueFilter]>([
    ['brand', { brand: 'Marca 7' }],
    ['active', { statuses: ['active'] }],
    ['inactive', { statuses: ['inactive'], account: 'main' }],
    ['ended', { statuses: ['end_of_life'] }],
    ['a rare validation', { validationStatus: 8 }],
    ['a common validation', { validationStatus: 9 }],
    ['sold out', { inStock: false }],
    ['a lost buy box', { buyBoxLost: true }],
  ])('reads %s from an index', async (_name, filter) => {
    expect(await plan(page(filter))).not.toMatch(/Seq Scan/);
  });

  it('searches by the full-text index, and counts so', async () => {
    for (const statement of [counted({}, 'c4ca4'), page({}, { q: 'c4ca4' })]) {
      const found = await plan(statement);
      expect(found).toContain('Bitmap Index Scan on catalogue_v1_terms');
      expect(found).not.toMatch(/Seq Scan/);
    }
  });

  it('continues behind a cursor in the index itself', async () => {
    const cursor = { value: '1000.0000', key: '*:sku:SKU-1' };
    const found = await plan(page({}, { sort: 'price', order: 'desc', cursor }));
    expect(found).toMatch(/catalogue_v1_price[\s\S]*Index Cond/);
  });
});
