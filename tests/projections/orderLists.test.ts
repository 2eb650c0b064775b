import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InvalidCursor, type ListRequest } from '../../src/projections/listPage.js';
import type { AttentionFilter } from '../../src/projections/orderList/attentionQueries.js';
import { orderListProjection } from '../../src/projections/orderList/orderListProjection.js';
import type { OrderFilter, OrderSort } from '../../src/projections/orderList/orderQueries.js';
import { PgAttentionQueries } from '../../src/projections/orderList/pgAttentionQueries.js';
import { PgOrderQueries } from '../../src/projections/orderList/pgOrderQueries.js';
import { PgSalesQueries } from '../../src/projections/orderList/pgSalesQueries.js';
import { ReadTables } from '../../src/projections/readTables.js';
import { line, person } from '../support/orderSamples.js';
import { receivedOrder, streamOf, type OrderSeed } from './support/orderWorld.js';
import { openReadModelBench, type ReadModelBench } from './support/readModelBench.js';

const seeds: readonly OrderSeed[] = [
  { orderId: '6000000001', facts: { orderedAt: '2026-02-28T22:00:00.000Z' } },
  {
    orderId: '6000000002',
    facts: { orderedAt: '2026-02-28T21:59:59.999Z', status: 'in_progress', paymentMethod: 'card', isPaid: true },
    person: {
      name: 'Ana Pop',
      phone: '0722 123 456',
      company: '',
      shipping: { ...person().shipping, name: 'Ana Pop' },
    },
  },
  {
    orderId: '6000000003',
    facts: {
      orderedAt: '2026-03-05T10:00:00.000Z',
      status: 'finalized',
      deliveryMode: 'pickup',
      lines: [line({ sku: 'ZX-9', unitPriceNet: '10.0000', quantity: 1 })],
      attachments: [{ name: null, url: 'https://files.example/1.pdf', kind: 1 }],
    },
    person: {
      name: 'Ana-Maria Ionescu',
      phone: '+40733000111',
      company: '',
      shipping: { ...person().shipping, name: 'Ana-Maria Ionescu' },
    },
  },
  { orderId: '6000000003', account: 'fbe', facts: { orderedAt: '2026-03-06T10:00:00.000Z', fulfilment: 'fbe' } },
  { orderId: '6000000004', account: 'fbe', facts: { orderedAt: '2026-03-06T10:00:00.000Z', status: 'canceled' } },
];

describe('lists of orders', () => {
  let bench: ReadModelBench;
  let orders: PgOrderQueries;
  let sales: PgSalesQueries;
  let attention: PgAttentionQueries;
  const list = (filter: OrderFilter, request: Partial<ListRequest<OrderSort>> = {}) =>
    orders.list(filter, { page: 1, itemsPerPage: 25, ...request });
  const ids = async (filter: OrderFilter, request: Partial<ListRequest<OrderSort>> = {}): Promise<string[]> =>
    (await list(filter, request)).items.map((item) => (JSON.parse(item) as { id: string }).id);

  beforeAll(async () => {
    bench = await openReadModelBench();
    const tables = new ReadTables(bench.pool, [orderListProjection]);
    orders = new PgOrderQueries(bench.pool, tables);
    sales = new PgSalesQueries(bench.pool, tables);
    attention = new PgAttentionQueries(bench.pool, tables);
    let last = 0n;
    for (const seed of seeds) last = await bench.append(streamOf(seed), receivedOrder(seed));
    await bench.run([orderListProjection]);
    await bench.reached('order_list', last);
  });
  afterAll(() => bench.close());

  it('stand newest first, ties by key', async () =>
    expect(await ids({})).toEqual([
      'fbe-6000000004',
      'fbe-6000000003',
      'main-6000000003',
      'main-6000000001',
      'main-6000000002',
    ]));

  it.each<[string, OrderFilter, string[]]>([
    ['account', { accounts: ['fbe'] }, ['fbe-6000000004', 'fbe-6000000003']],
    ['statuses', { statuses: ['in_progress', 'finalized'] }, ['main-6000000003', 'main-6000000002']],
    ['payment', { paymentMethods: ['card'] }, ['main-6000000002']],
    ['delivery', { deliveryModes: ['pickup'] }, ['main-6000000003']],
    [
      'period, both ends inclusive',
      { from: '2026-02-28T22:00:00.000Z', to: '2026-03-05T10:00:00.000Z' },
      ['main-6000000003', 'main-6000000001'],
    ],
    ['invoice', { hasInvoice: true }, ['main-6000000003']],
    ['no AWB', { hasAwb: false, accounts: ['main'] }, ['main-6000000003', 'main-6000000001', 'main-6000000002']],
    ['acknowledged', { acknowledged: true }, ['main-6000000003', 'main-6000000002']],
    ['not acknowledged', { acknowledged: false }, ['fbe-6000000004', 'fbe-6000000003', 'main-6000000001']],
  ])('filter by %s', async (_name, filter, expected) => {
    const page = await list(filter);
    expect(page.items.map((item) => (JSON.parse(item) as { id: string }).id)).toEqual(expected);
    expect(page.total).toBe(expected.length);
  });

  it.each([
    ['an order id', '6000000003', ['fbe-6000000003', 'main-6000000003']],
    ['the beginning of a name', 'iones', ['main-6000000003']],
    ['a name without its diacritics', 'tepes', ['fbe-6000000004', 'fbe-6000000003', 'main-6000000001']],
    ['two words in any order', 'pop ana', ['main-6000000002']],
    ['the end of a phone number', '3456', ['main-6000000002']],
    ['a phone number as it is written', '+40 722 123 456', ['main-6000000002']],
    ['a SKU', 'zx-9', ['main-6000000003']],
    ['nothing that anybody has', 'zzzz', []],
    ['only punctuation', '%%', []],
  ])('find %s', async (_name, q, expected) => {
    const found = await ids({}, { q });
    expect(found).toEqual(expected);
  });

  it.each<[OrderSort, 'asc' | 'desc', string]>([
    ['total_amount', 'asc', 'main-6000000003'],
    ['customer_name', 'asc', 'main-6000000002'],
    ['id', 'asc', 'main-6000000001'],
    ['status', 'asc', 'fbe-6000000004'],
    ['order_date', 'asc', 'main-6000000002'],
  ])('sort by %s %s', async (sort, order, first) => expect((await ids({}, { sort, order }))[0]).toBe(first));

  it('page by number and by cursor alike, without a gap or a repetition', async () => {
    const byPage = [
      ...(await ids({}, { itemsPerPage: 2, page: 1 })),
      ...(await ids({}, { itemsPerPage: 2, page: 2 })),
      ...(await ids({}, { itemsPerPage: 2, page: 3 })),
    ];
    const byCursor: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await list({}, { itemsPerPage: 2, ...(cursor !== null && { cursor }) });
      byCursor.push(...page.items.map((item) => (JSON.parse(item) as { id: string }).id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(byPage).toHaveLength(5);
    expect(byCursor).toEqual(byPage);
  });

  it.each([
    ['garbage', 'x'],
    ['another list’s', Buffer.from(JSON.stringify(['nonsense', 'asc', '1', 'k'])).toString('base64url')],
    ['a value of another type', Buffer.from(JSON.stringify(['order_date', 'asc', 'soon', 'k'])).toString('base64url')],
    ['an object’s own name', Buffer.from(JSON.stringify(['constructor', 'asc', '1', 'k'])).toString('base64url')],
  ])('refuse a cursor that is %s', async (_name, cursor) =>
    expect(list({}, { cursor })).rejects.toThrow(InvalidCursor),
  );

  it('count exactly by account and status, from counters', async () => {
    expect((await list({ accounts: ['main'] })).total).toBe(3);
    expect((await list({ accounts: ['main', 'fbe'], statuses: ['canceled'] })).total).toBe(1);
    expect(await orders.counts(['fbe'])).toEqual([
      { account: 'fbe', status: 'canceled', orders: 1 },
      { account: 'fbe', status: 'new', orders: 1 },
    ]);
  });

  it('sum up the sales of days in Bucharest', async () => {
    const statistics = await sales.summary({ fromDay: '2026-03-01', toDay: '2026-03-31' });
    expect(statistics).toEqual({
      from: '2026-03-01',
      to: '2026-03-31',
      total_orders: 4,
      by_status: [
        { status: 0, status_name: 'canceled', orders: 1 },
        { status: 1, status_name: 'new', orders: 2 },
        { status: 4, status_name: 'finalized', orders: 1 },
      ],
      by_account: [
        { account_type: 'fbe', orders: 2 },
        { account_type: 'main', orders: 2 },
      ],
      totals: [{ currency: 'RON', orders: 4, total_amount: '1172.06' }],
      sales: [{ currency: 'RON', orders: 3, sales_net: '654.60', sales_gross: '792.07' }],
      by_day: [
        { day: '2026-03-01', currency: 'RON', orders: 1, sales_net: '314.04', sales_gross: '379.99' },
        { day: '2026-03-05', currency: 'RON', orders: 1, sales_net: '26.52', sales_gross: '32.09' },
        { day: '2026-03-06', currency: 'RON', orders: 1, sales_net: '314.04', sales_gross: '379.99' },
      ],
    });
  });

  it('compare this month with the last for the dashboard', async () => {
    const dashboard = await sales.dashboard(null, new Date('2026-03-20T10:00:00Z'));
    const ron = { currency: 'RON', returned: 0 };
    expect(dashboard.months).toMatchObject([
      { ...ron, month: '2026-02', orders: 1, units: 2, sales_net: '314.04', average_order: '379.99', canceled: 0 },
      { ...ron, month: '2026-03', orders: 3, sales_gross: '792.07', average_order: '264.02', canceled: 1 },
    ]);
    expect([dashboard.this_month, dashboard.last_month]).toEqual([
      { from: '2026-03-01', to: '2026-03-20' },
      { from: '2026-02-01', to: '2026-02-20' },
    ]);
    expect(dashboard.before).toEqual([]);
    expect(dashboard.customers).toEqual({ now: 1, before: 0 });
    expect(dashboard.by_status).toEqual([
      { status: 0, status_name: 'canceled', orders: 1 },
      { status: 1, status_name: 'new', orders: 2 },
      { status: 2, status_name: 'in_progress', orders: 1 },
      { status: 4, status_name: 'finalized', orders: 1 },
    ]);
    expect(dashboard.top_products).toEqual([
      {
        sku: 'RDX-40-BLU',
        name: 'Rucsac drumeție 40 L',
        quantity: 4,
        sales_gross: '720.00',
        currency: 'RON',
        orders: 2,
      },
      { sku: 'ZX-9', name: 'Rucsac drumeție 40 L', quantity: 1, sales_gross: '12.10', currency: 'RON', orders: 1 },
    ]);
  });

  it('name what needs a person, late orders by the clock', async () => {
    const listed = async (filter: AttentionFilter) =>
      (await attention.slice(filter, 0, 10)).map(({ item: { kind, order_id, since } }) => [kind, order_id, since]);
    const before = new Date('2026-03-03T21:00:00Z');
    expect(await listed({ now: before })).toEqual([['unacknowledged', '6000000001', '2026-02-28T22:00:00.000Z']]);
    const now = new Date('2026-03-04T00:00:00Z');
    expect(await listed({ accounts: ['main'], now })).toEqual([
      ['late', '6000000001', '2026-03-03T21:59:59.000Z'],
      ['late', '6000000002', '2026-03-03T21:59:59.000Z'],
      ['unacknowledged', '6000000001', '2026-02-28T22:00:00.000Z'],
    ]);
    expect(await listed({ kinds: ['late'], orderId: '6000000002', now })).toEqual([
      ['late', '6000000002', '2026-03-03T21:59:59.000Z'],
    ]);
    expect(await attention.counts(null, before)).toMatchObject({
      unacknowledged: { count: 1, isLowerBound: false },
      late: { count: 0, isLowerBound: false },
    });
    expect((await attention.counts(null, now)).late).toEqual({ count: 2, isLowerBound: false });
  });

  it('find an order by its id in every account', async () => {
    expect((await orders.byId('6000000003', null)).map(({ key }) => key.account)).toEqual(['fbe', 'main']);
    expect((await orders.byId('6000000003', 'main')).map(({ key }) => key.account)).toEqual(['main']);
    expect(await orders.byId('1', null)).toEqual([]);
  });
});
