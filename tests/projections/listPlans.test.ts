import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PageTooDeep } from '../../src/projections/listPage.js';
import { countStatement, pageStatement, type ListQuery, type Statement } from '../../src/projections/listQuery.js';
import { orderListProjection } from '../../src/projections/orderList/orderListProjection.js';
import type { OrderFilter, OrderSort } from '../../src/projections/orderList/orderQueries.js';
import { ORDER_SORTS } from '../../src/projections/orderList/orderQueries.js';
import { ORDER_SORT_COLUMNS, orderPredicate, PgOrderQueries } from '../../src/projections/orderList/pgOrderQueries.js';
import { prepareReadModels, ReadTables } from '../../src/projections/readTables.js';
import { completeIndexes } from '../../src/projections/generations.js';
import { openReadModelBench, type ReadModelBench } from './support/readModelBench.js';

const ROWS = 50_000;
const TABLE = 'read."order_list_v1"';

/** Rows as different as real ones, made where they are kept. */
const FILL = `
  insert into ${TABLE} (key, state, account, order_id, order_number, status, fulfilment, ordered_at, ship_by,
    payment_method, delivery_mode, has_awb, has_invoice, is_acknowledged, total, currency, customer_name,
    customer_id, customer, last_synced_at, terms, digest, revision, position, item)
  select account || '-' || id, '{}', account, id::text, id, status, 'own',
         timestamptz '2024-01-01' + n * interval '17 minutes', timestamptz '2024-01-03' + n * interval '17 minutes',
         (array['cash_on_delivery', 'card', 'bank_transfer'])[1 + n % 3], (array['courier', 'pickup'])[1 + n % 2],
         n % 5 <> 0, n % 4 = 0, status not in ('new', 'canceled'), (n * 37 % 100000) / 100.0, 'RON',
         'client ' || md5(n::text), (n % 9000)::text, '{}', timestamptz '2024-01-01' + n * interval '13 minutes',
         array_to_tsvector(array[id::text, 'client', left(md5(n::text), 8), 'tel' || reverse(lpad(n::text, 9, '7'))]),
         'd', 0, n, json_build_object('id', account || '-' || id)
    from (select n, 6000000000 + n as id, case when n % 2 = 0 then 'main' else 'fbe' end as account,
                 case when n % 200 = 0 then 'new' when n % 201 = 0 then 'in_progress' when n % 20 = 0 then 'canceled'
                      else 'finalized' end as status
            from generate_series(1, ${ROWS}) n) rows`;

describe('lists of many orders', () => {
  let bench: ReadModelBench;
  let orders: PgOrderQueries;

  const plan = async ({ text, values }: Statement): Promise<string> =>
    (await bench.rows<{ 'QUERY PLAN': string }>(`explain ${text}`, values)).map((row) => row['QUERY PLAN']).join('\n');
  const query = (filter: OrderFilter, q?: string): ListQuery<OrderSort> => ({
    table: TABLE,
    predicate: orderPredicate(filter, q),
    sorts: ORDER_SORT_COLUMNS,
    defaultSort: 'order_date',
    defaultOrder: 'desc',
    request: { page: 1, itemsPerPage: 25 },
    item: 'item',
  });

  const page = (
    list: ListQuery<OrderSort>,
    sort: OrderSort,
    order: 'asc' | 'desc',
    cursor: { value: string; key: string } | null = null,
    filterFirst = false,
  ): Statement =>
    pageStatement(
      { ...list, sortable: ORDER_SORT_COLUMNS[sort], order, cursor },
      { offset: 0, limit: 26, filterFirst },
    );

  beforeAll(async () => {
    bench = await openReadModelBench();
    orders = new PgOrderQueries(bench.pool, new ReadTables(bench.pool, [orderListProjection]));
    await prepareReadModels(bench.pool, [orderListProjection], 'store');
    await bench.rows(FILL);
    await bench.rows(
      `insert into read."order_totals_v1" (account, status, orders) select account, status, count(*) from ${TABLE} group by 1, 2`,
    );
    await completeIndexes(bench.pool, orderListProjection, 1);
  }, 120_000);
  afterAll(() => bench.close());

  it.each(ORDER_SORTS.flatMap((sort) => (['asc', 'desc'] as const).map((order) => [sort, order] as const)))(
    'read one page by %s %s from an index, without sorting',
    async (sort, order) => {
      const found = await plan(page(query({}), sort, order));
      expect(found).toMatch(/Index (Only )?Scan/);
      expect(found).not.toMatch(/Seq Scan/);
    },
  );

  it.each<[string, OrderFilter]>([
    ['account', { accounts: ['main'] }],
    ['account and status', { accounts: ['main'], statuses: ['new'] }],
    ['several statuses', { statuses: ['new', 'in_progress'] }],
    ['period', { from: '2025-03-01T00:00:00Z', to: '2025-03-02T00:00:00Z' }],
    ['payment', { paymentMethods: ['card'] }],
    ['delivery', { deliveryModes: ['pickup'] }],
    ['AWB', { hasAwb: true }],
    ['invoice', { hasInvoice: false }],
    ['acknowledgement', { acknowledged: false }],
    ['type', { fulfilment: 'fbe' }],
    ['type and status', { fulfilment: 'own', statuses: ['new'] }],
    ['deadline', { shipBy: '2024-02-01T00:00:00Z' }],
  ])('read the page filtered by %s from an index', async (_name, filter) => {
    const found = await plan(page(query(filter), 'order_date', 'desc'));
    expect(found).not.toMatch(/Seq Scan/);
  });

  it('read and count what is still to be shipped by a day from the index of deadlines', async () => {
    const due = query({ statuses: ['in_progress', 'prepared'], hasAwb: false, shipBy: '2024-02-01T00:00:00Z' });
    expect(await plan(page(due, 'order_date', 'desc', null, true))).toContain('order_list_v1_due');
    expect(await plan(countStatement(due))).toContain('order_list_v1_due');
  });

  it.each<[string, OrderFilter, string]>([
    ['an order id', {}, '6000012345'],
    ['the beginning of a name', {}, 'c4ca4'],
    ['the end of a phone number', {}, '12345'],
    ['a name in one account and status', { accounts: ['main'], statuses: ['finalized'] }, 'a87ff'],
  ])('search %s by the full-text index, and count so', async (_name, filter, q) => {
    for (const statement of [
      countStatement(query(filter, q)),
      page(query(filter, q), 'order_date', 'desc', null, true),
    ]) {
      const found = await plan(statement);
      expect(found).toContain('Bitmap Index Scan on order_list_v1_terms');
      expect(found).not.toMatch(/Seq Scan/);
    }
  });

  it('find the newest of very many matches', async () => {
    const page = await orders.list({}, { page: 1, itemsPerPage: 2, q: 'client' });
    expect([page.total, page.totalIsLowerBound]).toEqual([1_000, true]);
    expect(page.items.map((item) => (JSON.parse(item) as { id: string }).id)).toEqual([
      'main-6000050000',
      'fbe-6000049999',
    ]);
  });

  it('continue behind a cursor in the index itself', async () => {
    const cursor = { value: '2024-06-01 00:00:00+00', key: 'main-6000000001' };
    const found = await plan(page(query({}), 'order_date', 'desc', cursor));
    expect(found).toMatch(/Index Only Scan Backward using order_list_v1_ordered[\s\S]*Index Cond/);
  });

  it.each([
    [401, 25],
    [1_000, 25],
    [1_999, 25],
    [2_000, 25],
    [1_667, 30],
    [1_666, 30],
    [2_001, 25],
    [900_000, 100],
  ])('page %i of %i rows is what is there, from whichever end it is read', async (number, itemsPerPage) => {
    const offset = (number - 1) * itemsPerPage;
    const expected = await bench.rows<{ key: string }>(
      `select key from ${TABLE} order by ordered_at desc, key desc limit ${itemsPerPage} offset ${offset}`,
    );
    const found = await orders.list({}, { page: number, itemsPerPage });
    expect(found.items.map((item) => (JSON.parse(item) as { id: string }).id)).toEqual(expected.map(({ key }) => key));
    expect([found.total, found.nextCursor !== null]).toEqual([ROWS, offset + itemsPerPage < ROWS]);
  });

  it('go on behind a page that was read from the end', async () => {
    const near = await orders.list({}, { page: 1_998, itemsPerPage: 25 });
    const next = await orders.list({}, { page: 1, itemsPerPage: 25, cursor: near.nextCursor ?? '' });
    expect(next.items).toEqual((await orders.list({}, { page: 1_999, itemsPerPage: 25 })).items);
  });

  it('skip no more than a cursor would be cheaper for', async () => {
    const deep = orders.list({ paymentMethods: ['card'] }, { page: 1_002, itemsPerPage: 100 });
    await expect(deep).rejects.toThrow(PageTooDeep);
  });

  it.each([
    '%',
    '_',
    '\\',
    "';--",
    '\u202Eabc',
    '😀',
    '(((',
    '<->',
    'x'.repeat(200),
    "a':*&!b",
    '0'.repeat(200),
    'SKU-1 *',
  ])('find for the hostile text %j what they find, and no error', async (q) =>
    expect((await orders.list({}, { page: 1, itemsPerPage: 25, q })).total).toBeLessThanOrEqual(1_000),
  );

  it('stop counting where it says "more"', async () => {
    const many = await orders.list({ paymentMethods: ['card'] }, { page: 1, itemsPerPage: 25 });
    expect([many.total, many.totalIsLowerBound]).toEqual([1_000, true]);
    const few = await orders.list({}, { page: 1, itemsPerPage: 25, q: '6000012345' });
    expect([few.total, few.totalIsLowerBound]).toEqual([1, false]);
  });
});
