import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { createAnswerCache } from '../../src/infrastructure/cache/answerCache.js';
import { Caches } from '../../src/infrastructure/cache/caches.js';
import type { ParkedEventView } from '../../src/infrastructure/http/httpDeps.js';
import { initialStats } from '../../src/infrastructure/http/orderFigures.js';
import { offersProjection } from '../../src/projections/offers/offersProjection.js';
import { PgOfferQueries } from '../../src/projections/offers/pgOfferQueries.js';
import { orderListProjection } from '../../src/projections/orderList/orderListProjection.js';
import { PgAttentionQueries } from '../../src/projections/orderList/pgAttentionQueries.js';
import { PgCustomerQueries } from '../../src/projections/orderList/pgCustomerQueries.js';
import { PgOrderQueries } from '../../src/projections/orderList/pgOrderQueries.js';
import { PgSalesQueries } from '../../src/projections/orderList/pgSalesQueries.js';
import { PgReadPosition } from '../../src/projections/pgReadPosition.js';
import { ReadTables } from '../../src/projections/readTables.js';
import { eventually } from '../support/eventually.js';
import { line, person } from '../support/orderSamples.js';
import { receivedOrder, streamOf, type OrderSeed } from '../projections/support/orderWorld.js';
import { openReadModelBench, type ReadModelBench } from '../projections/support/readModelBench.js';
import { startTestApp, type TestApp } from './support/testApp.js';

const NOW = new Date('2026-03-20T10:00:00Z');

const soldOn = (orderedAt: string, more: OrderSeed['facts'] = {}) => ({
  orderedAt,
  status: 'finalized' as const,
  shipBy: null,
  ...more,
});

const zoe = person({ name: 'Zoe Ăndrei', email: 'zoe@alias.example', phone: '0722 333 444' });

const ORDERS: readonly OrderSeed[] = [
  { orderId: '6000000001', facts: { orderedAt: '2026-03-19T08:00:00.000Z', shipBy: '2026-03-21T21:59:59.000Z' } },
  { orderId: '6000000002', facts: soldOn('2026-03-05T10:00:00.000Z', { lines: [line({ quantity: 1 })] }) },
  { orderId: '6000000003', account: 'fbe', facts: soldOn('2026-02-10T10:00:00.000Z', { currency: 'EUR' }) },
  {
    orderId: '6000000004',
    facts: {
      orderedAt: '2026-03-10T10:00:00.000Z',
      status: 'in_progress',
      shipBy: '2026-03-12T21:59:59.000Z',
      customerId: '42',
    },
    person: zoe,
  },
  {
    orderId: '6000000005',
    facts: { orderedAt: '2026-03-10T11:00:00.000Z', status: 'returned', customerId: '42' },
    person: zoe,
  },
];

const parked: ParkedEventView = {
  id: '7',
  projection: 'order_list',
  version: 1,
  stream: 'order-main-9',
  revision: 3,
  position: '900',
  event_id: 'e9',
  type: 'OrderChanged',
  reason: 'a value that nobody expected',
  parked_at: '2026-03-19T10:00:00.000Z',
  waiting: 0,
};

interface ListBody {
  readonly items: readonly Record<string, unknown>[];
  readonly total: number;
  readonly next_cursor: string | null;
}

describe('what a shop sells', () => {
  let bench: ReadModelBench;
  let app: TestApp;
  let caches: Caches;
  let metrics: Registry;

  const get = async (path: string, options: Parameters<TestApp['call']>[2] = {}) =>
    app.call('GET', `/api/v1${path}`, options);
  const list = async (path: string, options: Parameters<TestApp['call']>[2] = {}): Promise<ListBody> => {
    const answered = await get(path, options);
    expect(answered.status).toBe(200);
    return JSON.parse(answered.text) as ListBody;
  };

  beforeAll(async () => {
    bench = await openReadModelBench();
    const tables = new ReadTables(bench.pool, [orderListProjection, offersProjection]);
    const readPosition = new PgReadPosition(bench.pool, tables);
    metrics = new Registry();
    caches = new Caches(metrics);
    app = await startTestApp({
      clock: { now: () => NOW },
      sales: new PgSalesQueries(bench.pool, tables),
      customers: new PgCustomerQueries(bench.pool, tables),
      attention: new PgAttentionQueries(bench.pool, tables),
      orderQueries: new PgOrderQueries(bench.pool, tables),
      offerQueries: new PgOfferQueries(bench.pool, tables),
      readPosition,
      cache: createAnswerCache(caches, readPosition, { generation: () => Promise.resolve(1) }),
      parkedEvents: {
        list: () => Promise.resolve({ items: [parked], total: 1 }),
        replay: () => Promise.resolve(null),
      },
    });
    const { marketplace } = app.deps;
    Object.assign(app.deps, {
      marketplace: {
        ...marketplace,
        account: async (key: string) => {
          const account = await marketplace.account(key);
          if (key !== 'fbe') return account;
          const state = { code: 'credentials-refused', text: 'Wrong password', checkedAt: '2026-03-20T09:00:00.000Z' };
          return { ...account, state: () => Promise.resolve(state) };
        },
      },
    });
    let last = 0n;
    for (const order of ORDERS) last = await bench.append(streamOf(order), receivedOrder(order));
    await bench.run([orderListProjection, offersProjection]);
    await bench.reached('order_list', last);
    await bench.reached('offers', last);
  });
  afterAll(async () => {
    await app.close();
    await bench.close();
  });

  const ROUTES = [
    '/dashboard',
    '/customers',
    '/customers/7001122',
    '/needs-attention',
    '/reports',
    '/reports/sales',
    '/reports/order-summary',
    '/reports/customers',
    '/reports/returns',
    '/reports/top-products',
    '/reports/needs-attention',
    '/emag/orders/statistics/summary',
  ];

  it.each(ROUTES)('is read at %s by every role, and by nobody without a token', async (path) => {
    for (const as of ['admin', 'operator', 'auditor'] as const) expect((await get(path, { as })).status).toBe(200);
    const stranger = await get(path, { as: null });
    expect([stranger.status, stranger.json()['code']]).toEqual([401, 'unauthenticated']);
  });

  it.each(ROUTES)('refuses at %s a parameter that is not known, and an account that there is not', async (path) => {
    const unknown = await get(`${path}?colour=red`);
    expect([unknown.status, unknown.json()['code']]).toEqual([400, 'validation-failed']);
    if (path === '/reports') return;
    const nobody = await get(`${path}?account_type=nobody`);
    expect([nobody.status, nobody.json()['code']]).toEqual([400, 'account-unknown']);
  });

  describe('the dashboard', () => {
    it('compares this month so far with the same days of the last, per currency', async () => {
      const body = (await get('/dashboard')).json();
      expect(body['this_month']).toEqual({ from: '2026-03-01', to: '2026-03-20' });
      expect(body['last_month']).toEqual({ from: '2026-02-01', to: '2026-02-20' });
      expect(body['sales']).toMatchObject([
        {
          currency: 'EUR',
          sales_net: { now: '0.00', before: '314.04', change: -1 },
          average_order: { now: null, before: '379.99', change: null },
          orders: { now: 0, before: 1, change: -1 },
        },
        {
          currency: 'RON',
          sales_gross: { now: '959.97', before: '0.00', change: null },
          average_order: { now: '319.99', before: null, change: null },
          orders: { now: 3, before: 0, change: null },
          units: { now: 5, before: 0 },
          returns: { now: 1, before: 0, change: null },
        },
      ]);
      expect(body['orders']).toEqual({ now: 3, before: 1, change: 2 });
      expect(body['customers']).toEqual({ now: 2, before: 1, change: 1 });
      expect(body['products']).toEqual({ now: 0, before: null, change: null });
    });

    it('shows six months of each currency, and both months by day', async () => {
      const { months, days } = (await get('/dashboard')).json() as Record<string, { [field: string]: unknown }[]>;
      expect(months?.map(({ month, currency, orders }) => [month, currency, orders]).slice(-4)).toEqual([
        ['2026-02', 'EUR', 1],
        ['2026-02', 'RON', 0],
        ['2026-03', 'EUR', 0],
        ['2026-03', 'RON', 3],
      ]);
      expect(months).toHaveLength(12);
      expect(days?.map(({ day, orders, returned }) => [day, orders, returned])).toEqual([
        ['2026-02-10', 1, 0],
        ['2026-03-05', 1, 0],
        ['2026-03-10', 1, 1],
        ['2026-03-19', 1, 0],
      ]);
    });

    it('names what needs somebody now, each a door to its list', async () => {
      const needsOf = async (path: string, as: 'admin' | 'operator') => {
        const { needs } = (await get(path, { as })).json() as { needs: { kind: string; count: number }[] };
        return Object.fromEntries(needs.map(({ kind, count }) => [kind, count]));
      };
      expect(await needsOf('/dashboard', 'operator')).toEqual({
        awb_in_doubt: 0,
        late: 1,
        account_trouble: 1,
        confirm: 1,
        ship_today: 1,
        ship: 1,
        refused: 0,
        offers: 0,
        invoice: 1,
        invoice_not_fetched: 0,
      });
      expect(await needsOf('/dashboard?account_type=fbe', 'operator')).toMatchObject({
        confirm: 0,
        account_trouble: 1,
      });
      expect(await needsOf('/dashboard?account_type=main', 'admin')).toMatchObject({
        account_trouble: 0,
        parked_event: 1,
      });
      const { needs } = (await get('/dashboard?account_type=main')).json() as {
        needs: { kind: string; filter: object }[];
      };
      const confirm = needs.find(({ kind }) => kind === 'confirm');
      expect(confirm).toMatchObject({ filter: { status: ['new'], type: 3, account_type: 'main' } });
      expect((await get('/emag/orders/list?status=new&type=3&account_type=main')).json()['total']).toBe(1);
      expect(needs.find(({ kind }) => kind === 'ship_today')).toMatchObject({
        filter: { status: ['in_progress', 'prepared'], has_awb: false, type: 3, ship_by: '2026-03-20' },
      });
      const unshipped = '/emag/orders/list?status=in_progress,prepared&has_awb=false&type=3';
      for (const [day, orders] of [
        ['2026-03-20', 1],
        ['2026-03-12', 1],
        ['2026-03-11', 0],
      ] as const)
        expect((await get(`${unshipped}&ship_by=${day}`)).json()['total']).toBe(orders);
      expect((await get('/emag/orders/list?ship_by=2026-03-21')).json()['total']).toBe(3);
      expect((await get('/emag/orders/list?ship_by=tomorrow')).status).toBe(400);
    });

    it('tells how the accounts and the system are', async () => {
      const body = (await get('/dashboard')).json();
      expect(body['accounts']).toMatchObject([
        { account_type: 'main', ok: true },
        { account_type: 'fbe', ok: false, code: 'credentials-refused', detail: 'Wrong password' },
      ]);
      expect(body['system']).toEqual({
        status: 'ok',
        checks: { database: { status: 'ok', detail: 'answers' } },
        projection_lag_events: 0,
        parked_events: 0,
      });
    });

    it('shows a log that is away, and is shown itself', async () => {
      const { system, health } = app.deps;
      Object.assign(app.deps, {
        system: { ...system, projections: () => Promise.reject(new Error('the event store is away')) },
        health: { ready: () => Promise.resolve({ event_store: { status: 'failing', detail: 'not reachable' } }) },
      });
      const body = (await get('/dashboard')).json();
      Object.assign(app.deps, { system, health });
      expect(body['system']).toEqual({
        status: 'failing',
        checks: { event_store: { status: 'failing', detail: 'not reachable' } },
        projection_lag_events: null,
        parked_events: null,
      });
    });

    it('begins nothing that could fail unheard while the accounts are read', async () => {
      const { marketplace, offerQueries } = app.deps;
      let reading = 0;
      const begun: number[] = [];
      const accounts = async () => {
        reading += 1;
        // What had begun already would be under way now.
        await new Promise((resolve) => setTimeout(resolve, 5));
        reading -= 1;
        return marketplace.accounts();
      };
      const counts: typeof offerQueries.counts = (asked) => {
        begun.push(reading);
        setTimeout(() => begun.push(reading), 1);
        return offerQueries.counts(asked);
      };
      Object.assign(app.deps, {
        marketplace: { ...marketplace, accounts },
        offerQueries: Object.assign(Object.create(offerQueries), { counts }),
      });
      const { status } = await get('/dashboard');
      Object.assign(app.deps, { marketplace, offerQueries });
      expect([status, begun]).toEqual([200, [0, 0]]);
    });
  });

  describe('customers', () => {
    it('are one row an id, with figures of all accounts or of one', async () => {
      const { items, total } = await list('/customers?sort=orders');
      expect(total).toBe(2);
      expect(items[0]).toEqual({
        id: '7001122',
        name: 'Ștefan Țepeș',
        company: null,
        email: 'a1b2c3@alias.example',
        phone: '+40700000001',
        city: 'Cluj-Napoca',
        county: 'Cluj',
        country: 'RO',
        accounts: ['fbe', 'main'],
        tier: 'returning',
        orders: 3,
        canceled: 0,
        returns: 0,
        spend: [
          { currency: 'RON', orders: 2, amount: '579.98' },
          { currency: 'EUR', orders: 1, amount: '379.99' },
        ],
        first_order_at: '2026-02-10T10:00:00.000Z',
        last_order_at: '2026-03-19T08:00:00.000Z',
        last_order_id: '6000000001',
      });
      expect(await list('/customers?account_type=fbe')).toMatchObject({
        total: 1,
        items: [{ id: '7001122', orders: 1, accounts: ['fbe'], tier: 'new' }],
      });
    });

    it.each([
      ['the beginning of a name without its accents', 'andr', ['42']],
      ['a phone number in any grouping', '0722-333 444', ['42']],
      ['a mail address', 'zoe@alias.example', ['42']],
      ['an id', '7001122', ['7001122']],
      ['a wildcard', '%', []],
    ])('are found by %s', async (_name, q, ids) => {
      const { items } = await list(`/customers?q=${encodeURIComponent(q)}`);
      expect(items.map(({ id }) => id)).toEqual(ids);
    });

    it('are filtered by tier and by returns, and sorted', async () => {
      expect((await list('/customers?tier=new,vip')).items.map(({ id }) => id)).toEqual(['42']);
      expect((await list('/customers?has_returns=true')).items.map(({ id }) => id)).toEqual(['42']);
      expect((await list('/customers?has_returns=false')).total).toBe(1);
      expect((await list('/customers?sort=name')).items.map(({ id }) => id)).toEqual(['7001122', '42']);
      expect((await list('/customers?sort=name&order=desc')).items.map(({ id }) => id)).toEqual(['42', '7001122']);
      expect((await list('/customers?sort=spend')).items.map(({ id }) => id)).toEqual(['7001122', '42']);
    });

    it.each(['tier=gold', 'sort=colour', 'has_returns=perhaps', 'cursor=x', 'page=0', 'items_per_page=101'])(
      'refuse %s',
      async (query) => {
        const refused = await get(`/customers?${query}`);
        expect([refused.status, refused.json()['code']]).toEqual([400, 'validation-failed']);
      },
    );

    it('show their orders page by page', async () => {
      const first = (await get('/customers/7001122?items_per_page=2')).json() as unknown as ListBody & { name: string };
      expect(first).toMatchObject({ id: '7001122', orders: 3, total: 3, page: 1, total_pages: 2 });
      expect(first.items.map(({ id }) => id)).toEqual(['main-6000000001', 'main-6000000002']);
      const next = await list(`/customers/7001122?cursor=${first.next_cursor}`);
      expect(next.items.map(({ id }) => id)).toEqual(['fbe-6000000003']);
      const ofFbe = await list('/customers/7001122?account_type=fbe');
      expect([ofFbe.total, ofFbe.items[0]?.['id']]).toEqual([1, 'fbe-6000000003']);
    });

    it('that nobody knows are 404, as in an account that they never bought from', async () => {
      for (const path of ['/customers/1', '/customers/42?account_type=fbe']) {
        const unknown = await get(path);
        expect([unknown.status, unknown.json()['code']]).toEqual([404, 'customer-unknown']);
      }
    });
  });

  describe('work that waits', () => {
    const kinds = async (query: string, as: 'admin' | 'operator' = 'operator') =>
      (await list(`/needs-attention?${query}`, { as })).items.map(({ kind, order_id }) => [kind, order_id]);

    it('comes most urgent first: late, accounts, then what is only to be done', async () => {
      expect(await kinds('')).toEqual([
        ['late', '6000000004'],
        ['account_trouble', null],
        ['unacknowledged', '6000000001'],
      ]);
      expect(await kinds('', 'admin')).toEqual([
        ['late', '6000000004'],
        ['parked_event', null],
        ['account_trouble', null],
        ['unacknowledged', '6000000001'],
      ]);
    });

    it('is the same list however it is paged', async () => {
      const seen: unknown[] = [];
      for (let page = 1; page <= 5; page += 1) seen.push(...(await kinds(`items_per_page=1&page=${page}`, 'admin')));
      expect(seen).toEqual(await kinds('', 'admin'));
      const byCursor: unknown[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const query: string = `items_per_page=1${cursor && `&cursor=${cursor}`}`;
        const { items, next_cursor } = await list(`/needs-attention?${query}`, { as: 'admin' });
        byCursor.push(...items.map(({ kind, order_id }) => [kind, order_id]));
        cursor = next_cursor;
      }
      expect(byCursor).toEqual(seen);
    });

    it('is filtered by kind, account and order, and counted by kind all the same', async () => {
      expect(await kinds('kind=unacknowledged,late')).toEqual([
        ['late', '6000000004'],
        ['unacknowledged', '6000000001'],
      ]);
      expect(await kinds('account_type=fbe')).toEqual([['account_trouble', null]]);
      expect(await kinds('q=main-6000000004')).toEqual([['late', '6000000004']]);
      const { counts } = (await get('/needs-attention?kind=awb_in_doubt')).json() as {
        counts: { kind: string; count: number }[];
      };
      expect(counts.filter(({ count }) => count > 0)).toEqual([
        { kind: 'late', count: 1 },
        { kind: 'unacknowledged', count: 1 },
        { kind: 'account_trouble', count: 1 },
      ]);
    });

    it('tells the next act and the page for it', async () => {
      const { items } = await list('/needs-attention?kind=late,account_trouble');
      expect(items).toMatchObject([
        {
          severity: 'critical',
          since: '2026-03-12T21:59:59.000Z',
          deadline: '2026-03-12T21:59:59.000Z',
          next_action: 'ship',
          link: '/orders/main-6000000004',
        },
        { code: 'credentials-refused', detail: 'Wrong password', next_action: 'test_connection', link: '/accounts' },
      ]);
    });

    it.each(['kind=nothing', 'cursor=e30', 'sort=age'])('refuses %s', async (query) => {
      const refused = await get(`/needs-attention?${query}`);
      expect([refused.status, refused.json()['code']]).toEqual([400, 'validation-failed']);
    });
  });

  describe('reports', () => {
    it.each([
      ['day', ['2026-02-10', '2026-03-05', '2026-03-10', '2026-03-19']],
      ['week', ['2026-W07', '2026-W10', '2026-W11', '2026-W12']],
      ['month', ['2026-02', '2026-03']],
      ['account', ['fbe', 'main']],
      ['product', ['RDX-40-BLU', 'RDX-40-BLU']],
      ['category', ['unknown', 'unknown']],
    ])('sum up sales by %s', async (groupBy, groups) => {
      const { items } = await list(`/reports/sales?group_by=${groupBy}`);
      expect(items.map(({ group }) => group)).toEqual(groups);
    });

    it('split net, VAT and gross, and keep what came back apart', async () => {
      expect((await list('/reports/sales?from=2026-03-10&to=2026-03-10')).items).toEqual([
        {
          group: '2026-03-10',
          label: '2026-03-10',
          currency: 'RON',
          orders: 1,
          units: 2,
          net: '314.04',
          vat: '65.95',
          gross: '379.99',
          average: '379.99',
          canceled: 0,
          returned: 1,
        },
      ]);
      expect((await list('/reports/returns')).items).toMatchObject([{ group: '2026-03', returned: 1 }]);
      expect((await list('/reports/top-products?sort=units')).items).toMatchObject([
        {
          group: 'RDX-40-BLU',
          label: 'Rucsac drumeție 40 L',
          currency: 'RON',
          units: 5,
          gross: '900.00',
          net: '743.80',
        },
        { currency: 'EUR', units: 2, gross: '360.00' },
      ]);
    });

    it('list orders by status, searched, sorted and paged', async () => {
      const { items, total } = await list('/reports/order-summary?items_per_page=2&sort=status');
      expect(total).toBe(5);
      expect(items).toMatchObject([
        { account_type: 'main', status: 1, status_name: 'new', currency: 'RON', orders: 1, gross: '379.99' },
        { account_type: 'main', status: 2, orders: 1 },
      ]);
      expect((await list('/reports/order-summary?q=returned')).total).toBe(1);
      expect((await list('/reports/sales?group_by=product&q=rdx&items_per_page=1&page=2')).items).toHaveLength(1);
      expect((await list('/reports/sales?group_by=product&page=9')).total).toBe(2);
    });

    it('have names; another one is 404', async () => {
      const { items } = await list('/reports');
      for (const { name } of items) expect((await get(`/reports/${String(name)}`)).status).toBe(200);
      const unknown = await get('/reports/profit');
      expect([unknown.status, unknown.json()['code']]).toEqual([404, 'report-unknown']);
    });

    it.each([
      ['/reports/sales?from=2026-03-10&to=2026-03-01', 422, 'period-impossible'],
      ['/reports/sales?group_by=colour', 400, 'validation-failed'],
      ['/reports/sales?from=yesterday', 400, 'validation-failed'],
      ['/reports/order-summary?cursor=x', 400, 'validation-failed'],
      ['/emag/orders/statistics/summary?from=2026-03-10&to=2026-03-01', 422, 'period-impossible'],
    ])('refuse %s', async (path, status, code) => {
      const refused = await get(path);
      expect([refused.status, refused.json()['code']]).toEqual([status, code]);
    });

    it.each(['/reports/sales?to=9999-12-31&group_by=product', '/reports/sales?from=0001-01-01&group_by=product'])(
      'count nothing twice at the ends of time: %s',
      async (path) => {
        expect((await list(path)).items.map(({ orders }) => orders)).toEqual([3, 1]);
      },
    );
  });

  describe('kept figures', () => {
    const total = async (headers = {}) =>
      (await get('/emag/orders/statistics/summary', { headers })).json()['total_orders'];
    const counted = async (what: string) =>
      Number(
        /order_statistics"\} (\d+)/.exec(await metrics.getSingleMetricAsString(`magflow_cache_${what}_total`))?.[1],
      );

    it('are used until an event says that they are stale, and never afterwards', async () => {
      const before = await total();
      const hits = await counted('hits');
      expect(await total()).toBe(before);
      expect(await counted('hits')).toBe(hits + 1);

      const order = { orderId: '6000000099', facts: soldOn('2025-12-05T10:00:00.000Z') };
      const position = await bench.append(streamOf(order), receivedOrder(order));
      caches.invalidate('order_statistics', 'main', position);
      // A kept answer would stay for minutes.
      await eventually(total, (now) => now === Number(before) + 1);
      expect(await initialStats(app.deps)).toEqual({
        by_status: (await get('/emag/orders/statistics/summary')).json()['by_status'],
      });
    });

    it('are bypassed by a caller who has seen more, and wait for it', async () => {
      const before = await total();
      const order = { orderId: '6000000098', facts: soldOn('2025-12-05T10:00:00.000Z') };
      const position = await bench.append(streamOf(order), receivedOrder(order));
      const { settings } = app.deps;
      Object.assign(app.deps, { settings: { ...settings, maxReadWaitMs: 20_000 } });
      expect(await total({ 'x-min-position': position.toString() })).toBe(Number(before) + 1);
      Object.assign(app.deps, { settings });
      const ahead = await get('/dashboard', { headers: { 'x-min-position': (position + 1000n).toString() } });
      expect([ahead.status, ahead.json()['code']]).toEqual([503, 'read-model-behind']);
    });
  });
});
