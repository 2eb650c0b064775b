import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { invoiceTotals } from '../../src/domain/invoice/invoiceLines.js';
import { activeLines, lineGross } from '../../src/domain/order/orderAmounts.js';
import type { OrderEvent } from '../../src/domain/order/orderEvents.js';
import { ORDER_STATUSES, type OrderFacts } from '../../src/domain/order/orderFacts.js';
import { bucharestDay } from '../../src/projections/bucharestDay.js';
import { amountOfHundredths, hundredths } from '../../src/projections/hundredths.js';
import { orderListProjection } from '../../src/projections/orderList/orderListProjection.js';
import { PgAttentionQueries } from '../../src/projections/orderList/pgAttentionQueries.js';
import { PgCustomerQueries } from '../../src/projections/orderList/pgCustomerQueries.js';
import { PgSalesQueries } from '../../src/projections/orderList/pgSalesQueries.js';
import type { SalesReportQuery } from '../../src/projections/orderList/salesQueries.js';
import {
  evolveSeenOrder,
  isKnownOrder,
  unseenOrder,
  type KnownOrder,
} from '../../src/projections/orderList/seenOrder.js';
import { offersProjection } from '../../src/projections/offers/offersProjection.js';
import { ProjectionAdmin } from '../../src/projections/projectionAdmin.js';
import { ReadTables } from '../../src/projections/readTables.js';
import { eventually } from '../support/eventually.js';
import { iso, line } from '../support/orderSamples.js';
import { receivedOrder, streamOf } from './support/orderWorld.js';
import { openReadModelBench, type ReadModelBench } from './support/readModelBench.js';

const ACCOUNTS = ['main', 'fbe', 'bulgaria'];
const PROJECTIONS = [orderListProjection, offersProjection];
const NOW = new Date('2026-03-20T10:00:00Z');
/** Midnights of Bucharest, both sides of a month's end, and the day on which the clock moves. */
const TIMES = [
  '2026-02-28T21:59:59.999Z',
  '2026-02-28T22:00:00.000Z',
  '2026-03-19T21:59:59.000Z',
  '2026-03-29T00:30:00.000Z',
  '2025-12-31T22:30:00.000Z',
];

const lines = fc.array(
  fc.record({ sku: fc.constantFrom('A', 'B', 'C'), quantity: fc.integer({ min: 0, max: 5 }), isActive: fc.boolean() }),
  { maxLength: 4 },
);
const changes = fc.oneof(
  fc.constantFrom(...ORDER_STATUSES).map((status) => ({ status })),
  lines.map((some) => ({
    lines: some.map((one, index) => line({ ...one, lineId: String(index), unitPriceNet: '10.3333', vatRate: '0.21' })),
  })),
  fc.constantFrom('RON', 'BGN').map((currency) => ({ currency })),
  fc.constantFrom(...TIMES).map((orderedAt) => ({ orderedAt })),
  fc.constantFrom('c1', 'c2', 'c3', null).map((customerId) => ({ customerId })),
  fc.constantFrom('0.00', '19.99').map((shipping) => ({ shipping })),
  fc.constantFrom<OrderFacts['fulfilment']>('own', 'fbe').map((fulfilment) => ({ fulfilment })),
);
const steps = fc.array(
  fc.record({
    // The same id in several accounts is several orders.
    account: fc.constantFrom(...ACCOUNTS),
    orderId: fc.integer({ min: 6_000_000_001, max: 6_000_000_012 }).map(String),
    change: changes,
    kind: fc.constantFrom('read', 'read', 'read', 'acknowledged', 'status'),
    status: fc.constantFrom(...ORDER_STATUSES),
  }),
  { minLength: 250, maxLength: 250 },
);
type Step = (typeof steps extends fc.Arbitrary<infer T> ? T : never)[number];

class World {
  private readonly orders = new Map<string, KnownOrder>();

  /** What the step means for an order: received the first time, changed later. */
  eventOf({ account, orderId, change, kind, status }: Step): { stream: string; event: OrderEvent } {
    const stream = streamOf({ account, orderId });
    const before = this.orders.get(stream);
    const of = { account, orderId, operationId: 'op', at: iso, call: null };
    let event: OrderEvent;
    if (!before) event = receivedOrder({ account, orderId, facts: change });
    else if (kind === 'acknowledged') event = { type: 'OrderAcknowledged', data: of };
    else if (kind === 'status') event = { type: 'StatusChanged', data: { ...of, newStatus: status } };
    else {
      const reading = { personId: 'p', modifiedAt: iso, digest: 'd', at: iso };
      event = { type: 'OrderChanged', data: { account, orderId, ...reading, changed: change, personal: {} } };
    }
    const after = evolveSeenOrder(before ?? unseenOrder, event);
    if (isKnownOrder(after)) this.orders.set(stream, after);
    return { stream, event };
  }

  /** Every order with what it is worth, as a bare reading of the log gives it. */
  recount() {
    return [...this.orders].map(([stream, { facts }]) => {
      const { totalGross, totalNet } = invoiceTotals(facts);
      return {
        account: stream.split('-')[1] ?? '',
        facts,
        day: bucharestDay(facts.orderedAt),
        isSale: facts.status !== 'canceled' && facts.status !== 'returned',
        gross: hundredths(totalGross),
        net: hundredths(totalNet),
      };
    });
  }
}

type Counted = ReturnType<World['recount']>[number];

const sumOf = <T>(rows: readonly T[], value: (row: T) => number): number =>
  rows.reduce((added, row) => added + value(row), 0);
const money = (value: number): string => amountOfHundredths(BigInt(value));
const unitsOf = (facts: OrderFacts): number => sumOf(activeLines(facts), ({ quantity }) => quantity);

const grouped = <T>(rows: readonly T[], keyOf: (row: T) => string): [string, T[]][] => {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
};

/** What the sales report must say of a set of orders by some part of them. */
const expectedReport = (rows: readonly Counted[], groupOf: (row: Counted) => string) =>
  grouped(rows, (row) => `${groupOf(row)}|${row.facts.currency}`).map(([key, some]) => {
    const sales = some.filter(({ isSale }) => isSale);
    const [group = '', currency = ''] = key.split('|');
    return {
      group,
      currency,
      orders: sales.length,
      units: sumOf(sales, ({ facts }) => unitsOf(facts)),
      net: money(sumOf(sales, ({ net }) => net)),
      gross: money(sumOf(sales, ({ gross }) => gross)),
      canceled: some.filter(({ facts }) => facts.status === 'canceled').length,
      returned: some.filter(({ facts }) => facts.status === 'returned').length,
    };
  });

const expectedProducts = (rows: readonly Counted[]) =>
  grouped(
    rows.flatMap((row) =>
      [...new Set((row.isSale ? activeLines(row.facts) : row.facts.lines).map(({ sku }) => sku ?? ''))].map((sku) => ({
        sku,
        row,
        own: row.isSale ? activeLines(row.facts).filter((one) => one.sku === sku) : [],
      })),
    ),
    ({ sku, row }) => `${sku}|${row.facts.currency}`,
  ).map(([key, some]) => {
    const [group = '', currency = ''] = key.split('|');
    return {
      group,
      currency,
      orders: some.filter(({ row }) => row.isSale).length,
      units: sumOf(some, ({ own }) => sumOf(own, ({ quantity }) => quantity)),
      gross: money(sumOf(some, ({ own }) => sumOf(own, (one) => hundredths(lineGross(one))))),
      canceled: some.filter(({ row }) => row.facts.status === 'canceled').length,
      returned: some.filter(({ row }) => row.facts.status === 'returned').length,
    };
  });

describe.each([1, 2])('figures after a random history of orders (%i)', (seed) => {
  const world = new World();
  let bench: ReadModelBench;
  let sales: PgSalesQueries;
  let customers: PgCustomerQueries;
  let attention: PgAttentionQueries;

  const report = async (asked: Partial<SalesReportQuery>) =>
    (await sales.report({ groupBy: 'day', sort: 'group', order: 'asc', offset: 0, limit: 1_000, ...asked })).items.map(
      ({ label: _label, vat: _vat, average: _average, ...row }) => row,
    );

  const apply = async (some: readonly Step[]): Promise<void> => {
    let last = 0n;
    for (const step of some) {
      const { stream, event } = world.eventOf(step);
      last = await bench.append(stream, event);
    }
    for (const { name } of PROJECTIONS) await bench.reached(name, last);
  };

  /** Which tables are in use is looked up anew. */
  const openQueries = () => {
    const tables = new ReadTables(bench.pool, PROJECTIONS);
    sales = new PgSalesQueries(bench.pool, tables);
    customers = new PgCustomerQueries(bench.pool, tables);
    attention = new PgAttentionQueries(bench.pool, tables);
  };

  const [history = []] = fc.sample(steps, { seed, numRuns: 1 });

  beforeAll(async () => {
    bench = await openReadModelBench();
    openQueries();
    // Half of it before the projector starts: one part is caught up in large batches, the other live.
    for (const step of history.slice(0, 125)) {
      const { stream, event } = world.eventOf(step);
      await bench.append(stream, event);
    }
    await bench.run(PROJECTIONS, { maxBatch: 7 });
    await apply(history.slice(125));
  });
  afterAll(() => bench.close());

  const agree = () => {
    it('sum up orders by day, week, month and account', async () => {
      const rows = world.recount();
      expect(await report({ groupBy: 'day' })).toEqual(expectedReport(rows, ({ day }) => day));
      expect(await report({ groupBy: 'month' })).toEqual(expectedReport(rows, ({ day }) => day.slice(0, 7)));
      expect(await report({ groupBy: 'account' })).toEqual(expectedReport(rows, ({ account }) => account));
      const week: Record<string, string> = {
        '2026-02-28': '2026-W09',
        '2026-03-01': '2026-W09',
        '2026-03-19': '2026-W12',
        '2026-03-29': '2026-W13',
        '2026-01-01': '2026-W01',
      };
      expect(await report({ groupBy: 'week' })).toEqual(expectedReport(rows, ({ day }) => week[day] ?? day));
    });

    it.each([
      ['all time', undefined, undefined],
      ['whole months', '2026-02-01', '2026-03-31'],
      ['days at both ends', '2026-02-28', '2026-03-19'],
      ['days of one month', '2026-03-02', '2026-03-28'],
      ['an open end', '2026-03-19', undefined],
      ['an open beginning', undefined, '2026-02-28'],
    ])('sum up products over %s from months and days', async (_name, fromDay, toDay) => {
      const rows = world
        .recount()
        .filter(({ day }) => (fromDay === undefined || day >= fromDay) && (toDay === undefined || day <= toDay));
      const range = { ...(fromDay !== undefined && { fromDay }), ...(toDay !== undefined && { toDay }) };
      const found = (await report({ groupBy: 'product', ...range })).map(({ net: _net, ...row }) => row);
      expect(found).toEqual(expectedProducts(rows).filter((row) => row.orders + row.canceled + row.returned > 0));
      expect(await report({ ...range })).toEqual(expectedReport(rows, ({ day }) => day));
    });

    it('count orders by status, account and currency', async () => {
      const rows = world.recount();
      const summary = await sales.summary({});
      expect(summary.total_orders).toBe(rows.length);
      expect(summary.by_status.map(({ status_name, orders }) => [status_name, orders])).toEqual(
        ORDER_STATUSES.map((status) => [status, rows.filter(({ facts }) => facts.status === status).length] as const)
          .filter(([, count]) => count > 0)
          .map((pair) => [...pair]),
      );
      expect(summary.totals).toEqual(
        grouped(rows, ({ facts }) => facts.currency).map(([currency, some]) => ({
          currency,
          orders: some.length,
          total_amount: money(sumOf(some, ({ gross }) => gross)),
        })),
      );
      const ofMain = rows.filter(({ account }) => account === 'main');
      expect((await sales.summary({ accounts: ['main'] })).total_orders).toBe(ofMain.length);
    });

    it('compare the month with the last', async () => {
      const rows = world.recount().filter(({ isSale }) => isSale);
      const { now, before, customers: buyers } = await sales.dashboard(null, NOW);
      const within = (from: string, to: string) => rows.filter(({ day }) => day >= from && day <= to);
      const netOf = (some: readonly Counted[]) =>
        grouped(some, ({ facts }) => facts.currency).map(([currency, own]) => [
          currency,
          own.length,
          money(sumOf(own, ({ net }) => net)),
        ]);
      const told = (some: typeof now) =>
        some.filter(({ orders }) => orders > 0).map(({ currency, orders, sales_net }) => [currency, orders, sales_net]);
      expect(told(now)).toEqual(netOf(within('2026-03-01', '2026-03-20')));
      expect(told(before)).toEqual(netOf(within('2026-02-01', '2026-02-20')));
      const ids = within('2026-03-01', '2026-03-20').map(({ facts }) => facts.customerId);
      const known = new Set(ids.filter((id) => id !== null)).size;
      expect(buyers.now).toBeGreaterThanOrEqual(known);
      expect(buyers.now).toBeLessThanOrEqual(known + ids.filter((id) => id === null).length);
    });

    it('show each customer with their orders and spend, over all and by account', async () => {
      for (const account of [null, ...ACCOUNTS]) {
        const rows = world
          .recount()
          .filter(({ facts, ...row }) => facts.customerId !== null && (account === null || row.account === account));
        const expected = grouped(rows, ({ facts }) => facts.customerId ?? '').map(([id, some]) => {
          const kept = some.filter(({ isSale }) => isSale);
          return {
            id,
            orders: some.length,
            canceled: some.filter(({ facts }) => facts.status === 'canceled').length,
            returns: some.filter(({ facts }) => facts.status === 'returned').length,
            spend: grouped(kept, ({ facts }) => facts.currency)
              .map(([currency, own]) => ({
                currency,
                orders: own.length,
                amount: money(sumOf(own, ({ gross }) => gross)),
              }))
              .sort((a, b) => b.orders - a.orders || (a.currency < b.currency ? -1 : 1)),
            accounts: [...new Set(some.map((row) => row.account))].sort(),
            first_order_at: some.map(({ facts }) => facts.orderedAt).sort()[0],
            last_order_at: some
              .map(({ facts }) => facts.orderedAt)
              .sort()
              .at(-1),
            tier:
              [
                ['vip', 10],
                ['loyal', 5],
                ['returning', 2],
                ['new', 1],
              ].find(([, least]) => kept.length >= Number(least))?.[0] ?? 'none',
          };
        });
        const page = await customers.list({ account }, { page: 1, itemsPerPage: 100 });
        const found = page.items
          .map((item) => JSON.parse(item) as Record<string, unknown>)
          .sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));
        expect(found).toMatchObject(expected);
        expect([page.total, found.length]).toEqual([expected.length, expected.length]);
        const withReturns = await customers.list({ account, hasReturns: true }, { page: 1, itemsPerPage: 100 });
        expect(withReturns.total).toBe(expected.filter(({ returns }) => returns > 0).length);
        expect(withReturns.items).toHaveLength(withReturns.total);
      }
    });

    it('count the work that waits', async () => {
      const rows = world.recount().map(({ facts }) => facts);
      const own = rows.filter(({ fulfilment }) => fulfilment === 'own');
      expect(await sales.work(null, NOW)).toMatchObject({
        confirm: own.filter(({ status }) => status === 'new').length,
        ship: own.filter(({ status }) => status === 'in_progress' || status === 'prepared').length,
        ship_today: {
          count: own.filter(({ status }) => status === 'in_progress' || status === 'prepared').length,
        },
        invoice: {
          from: '2026-02-18',
          count: rows.filter(
            ({ status, orderedAt }) =>
              (status === 'prepared' || status === 'finalized') && bucharestDay(orderedAt) >= '2026-02-18',
          ).length,
        },
      });
      const late = own.filter(({ status }) => ['new', 'in_progress', 'prepared'].includes(status)).length;
      const counts = await attention.counts(null, NOW);
      expect([counts.unacknowledged.count, counts.late.count]).toEqual([
        own.filter(({ status }) => status === 'new').length,
        late,
      ]);
      const listed = await attention.slice({ now: NOW }, 0, 1_000);
      expect(listed).toHaveLength(counts.unacknowledged.count + late);
    });
  };

  describe('equal a bare recount of the log', agree);

  describe('equal it still after a rebuild', () => {
    beforeAll(async () => {
      const admin = new ProjectionAdmin(bench.pool, bench.store, PROJECTIONS);
      for (const { name } of PROJECTIONS) {
        await admin.rebuild(name);
        await eventually(
          () => admin.isCurrent(name, 2),
          (isCurrent) => isCurrent,
        );
      }
      openQueries();
    });
    agree();
  });
});
