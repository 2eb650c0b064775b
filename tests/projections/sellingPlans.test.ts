import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countStatement, pageStatement, type Statement } from '../../src/projections/listQuery.js';
import { offersProjection } from '../../src/projections/offers/offersProjection.js';
import type { AttentionFilter } from '../../src/projections/orderList/attentionQueries.js';
import {
  CUSTOMER_SORTS,
  type CustomerFilter,
  type CustomerSort,
} from '../../src/projections/orderList/customerQueries.js';
import { attentionPredicate, attentionStatement } from '../../src/projections/orderList/pgAttentionQueries.js';
import { CUSTOMER_SORT_COLUMNS, customerPredicate } from '../../src/projections/orderList/pgCustomerQueries.js';
import { duePredicate, PgSalesQueries } from '../../src/projections/orderList/pgSalesQueries.js';
import { SALES_GROUPS } from '../../src/projections/orderList/salesQueries.js';
import { salesReportStatement } from '../../src/projections/orderList/salesReport.js';
import { orderListProjection } from '../../src/projections/orderList/orderListProjection.js';
import { prepareReadModels, ReadTables } from '../../src/projections/readTables.js';
import { physicalName } from '../../src/projections/tables.js';
import { fillOrders } from './support/filledReadModel.js';
import { openReadModelBench, type ReadModelBench } from './support/readModelBench.js';

const ORDERS = 8_000;
const table = (name: string): string => physicalName(name, 1);
const NOW = new Date('2023-01-14T10:00:00Z');

/** Tables with a row for each order, or more: reading one of them whole is what must never happen. */
const LARGE = ['order_list', 'customers', 'order_customers', 'order_products', 'order_product_days', 'offers'];

describe('customers, reports and the dashboard at size', () => {
  let bench: ReadModelBench;
  let sales: PgSalesQueries;

  const plan = async ({ text, values }: Statement): Promise<string> =>
    (await bench.rows<{ 'QUERY PLAN': string }>(`explain ${text}`, values)).map((row) => row['QUERY PLAN']).join('\n');
  const readsAnIndex = (found: string, but: readonly string[] = []): void => {
    for (const name of LARGE.filter((one) => !but.includes(one))) {
      expect(found).not.toMatch(new RegExp(`Seq Scan on (read\\.)?"?${name}_v1`));
    }
  };

  beforeAll(async () => {
    bench = await openReadModelBench();
    sales = new PgSalesQueries(bench.pool, new ReadTables(bench.pool, [orderListProjection, offersProjection]));
    await prepareReadModels(bench.pool, [offersProjection], 'filled');
    await fillOrders(bench, ORDERS);
  }, 240_000);
  afterAll(() => bench.close());

  const customerPage = (filter: CustomerFilter, q: string | undefined, sort: CustomerSort): Statement =>
    pageStatement(
      {
        table: table('customers'),
        predicate: customerPredicate(filter, q),
        item: 'item',
        sortable: CUSTOMER_SORT_COLUMNS[sort],
        order: 'desc',
        cursor: null,
      },
      { offset: 0, limit: 26, filterFirst: q !== undefined },
    );

  it.each(
    CUSTOMER_SORTS.flatMap((sort) =>
      [{ account: null }, { account: 'main' }, { account: null, hasReturns: true }].map(
        (filter) => [sort, filter] as const,
      ),
    ),
  )('read a page of customers by %s of %j from an index, without sorting', async (sort, filter) => {
    const found = await plan(customerPage(filter, undefined, sort));
    readsAnIndex(found);
    expect(found).toMatch(/Index (Only )?Scan/);
  });

  it('read the latest of a tier from its own index', async () => {
    const found = await plan(customerPage({ account: null, tiers: ['vip'] }, undefined, 'last_order'));
    expect(found).toContain('customers_v1_tier_last_order');
  });

  it.each(['Popescu', '0720000', '7001122'])('search customers for %s by the full-text index', async (q) => {
    readsAnIndex(await plan(customerPage({ account: null }, q, 'last_order')));
    const counted = await plan(
      countStatement({ table: table('customers'), predicate: customerPredicate({ account: null }, q) }),
    );
    expect(counted).toContain('customers_v1_terms');
  });

  it('find the orders of a customer by their index', async () => {
    const text = `select key from ${table('order_list')} where customer_id = $1 order by ordered_at desc, key desc limit 26`;
    expect(await plan({ text, values: ['7001122'] })).toContain('order_list_v1_of_customer');
  });

  it('find what must be with the courier today by the index of deadlines', async () => {
    const predicate = duePredicate(null, NOW.toISOString());
    expect(await plan(countStatement({ table: table('order_list'), predicate }))).toContain('order_list_v1_due');
  });

  it.each<[string, AttentionFilter]>([
    ['all', { now: NOW }],
    ['an account’s', { now: NOW, accounts: ['main'] }],
    ['a kind’s', { now: NOW, kinds: ['late'] }],
    ['an order’s', { now: NOW, orderId: '6000000500' }],
  ])('list %s work without reading the orders', async (_name, filter) => {
    const found = await plan(attentionStatement(table('order_attention'), attentionPredicate(filter), 0, 25));
    expect(found).toMatch(/order_attention_v1/);
    readsAnIndex(found);
  });

  it.each(SALES_GROUPS)('report sales by %s from counters alone', async (groupBy) => {
    const tables = {
      days: table('order_days'),
      products: table('order_products'),
      productDays: table('order_product_days'),
      offers: table('offers'),
    };
    for (const [fromDay, toDay] of [
      ['2023-01-02', '2023-01-04'],
      ['2023-01-01', '2023-01-31'],
    ] as const) {
      const found = await plan(
        salesReportStatement(tables, { fromDay, toDay, groupBy, sort: 'gross', order: 'desc', offset: 0, limit: 25 }),
      );
      expect(found).not.toContain('order_list_v1');
      // A whole month of a shop that is one month old is its whole table.
      readsAnIndex(found, ['order_products', 'offers']);
    }
  });

  it('answer all the figures of the dashboard', async () => {
    const { now, customers, top_products } = await sales.dashboard(null, NOW);
    expect(now.map(({ currency, orders }) => [currency, orders > 6_000])).toEqual([['RON', true]]);
    expect(customers.now).toBeGreaterThan(6_000);
    expect(top_products).toHaveLength(10);
  });
});
