import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MarketplaceError } from '../../src/application/ports/marketplace.js';
import { DEFAULT_LIMITS } from '../../src/infrastructure/config/limits.js';
import { SlotTable, spacingOf } from '../../src/infrastructure/emag/slotTable.js';
import { mostIn, openReceiver, type Receiver } from './support/arrivals.js';
import { buildCallerProgram, type CallerProgram } from './support/callerProgram.js';
import {
  accountAt,
  background,
  interactive,
  noLimits,
  openTestMarketplaces,
  type TestMarketplaces,
} from './support/openMarketplace.js';

jest.setTimeout(60_000);

let test: TestMarketplaces;
let receiver: Receiver;

beforeEach(async () => {
  test = await openTestMarketplaces();
});

afterEach(async () => {
  await test.close();
  await receiver?.close();
});

const databaseUrl = async (): Promise<string> => {
  const { rows } = await test.pool.query<{ name: string }>('select current_database() as name');
  const url = new URL(process.env['MAGFLOW_TEST_DATABASE_URL'] ?? '');
  url.pathname = `/${rows[0]?.name}`;
  return url.toString();
};

const timesOf = (): number[] => receiver.arrivals.map(({ at }) => at);

describe('the budget of an installation', () => {
  let program: CallerProgram;
  beforeAll(async () => {
    program = await buildCallerProgram();
  });
  afterAll(() => program.remove());

  it('holds at the receiver however many processes call', async () => {
    receiver = await openReceiver();
    const account = accountAt(receiver.baseUrl, { limits: DEFAULT_LIMITS });
    const task = { databaseUrl: await databaseUrl(), account, calls: 24 };
    await Promise.all([program.run(task), program.run(task), program.run(task)]);
    expect(receiver.arrivals).toHaveLength(72);
    expect(mostIn(timesOf(), 1_000)).toBeLessThanOrEqual(12);
    expect(mostIn(timesOf(), 60_000)).toBeLessThanOrEqual(720);
  });
});

describe('one process', () => {
  it('holds both windows of a bucket', async () => {
    receiver = await openReceiver();
    const limits = { ...noLimits, orders: { perSecond: 20, perMinute: 300, perDay: null } };
    const main = await test.open([accountAt(receiver.baseUrl, { limits })]).account('main');
    await Promise.all(Array.from({ length: 12 }, () => main.readOrders({ fulfilment: 'own' }, 1, background)));
    // 300 a minute are 5 a second when they are spread evenly: far from the 20 that the other window allows.
    expect(mostIn(timesOf(), 1_000)).toBeLessThanOrEqual(7);
  });

  it('lets a person pass all but two of the calls of a job', async () => {
    receiver = await openReceiver();
    const limits = { ...noLimits, orders: { perSecond: 10, perMinute: null, perDay: null } };
    const account = accountAt(receiver.baseUrl, { limits });
    const jobs = await Promise.all([1, 2, 3].map(() => test.open([account]).account('main')));
    const person = await test.open([account]).account('main');
    const busy = jobs.flatMap((job) =>
      Array.from({ length: 8 }, () => job.readOrders({ fulfilment: 'own' }, 7, background)),
    );
    await busy[0];
    const before = receiver.arrivals.length;
    await person.acknowledge('412345678', interactive);
    const ahead = receiver.arrivals.findIndex(({ route }) => route === 'order/acknowledge/412345678') - before;
    expect(ahead).toBeLessThanOrEqual(2);
    await Promise.all(busy);
    expect(mostIn(timesOf(), 1_000)).toBeLessThanOrEqual(10);
  });

  it('keeps the other bucket going while one waits', async () => {
    receiver = await openReceiver(({ route }) =>
      route === 'order/read'
        ? { status: 429, body: '{"message":"API rate limit exceeded"}', headers: { 'retry-after': '30' } }
        : { status: 200, body: '{"isError":false,"messages":[],"results":[]}' },
    );
    const main = await test.open([accountAt(receiver.baseUrl)]).account('main');
    const stop = new AbortController();
    const blocked = main.readOrders({ fulfilment: 'own' }, 1, { ...background, signal: stop.signal });
    const stopped = expect(blocked).rejects.toThrow();
    while (receiver.arrivals.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await main.couriers(interactive)).toEqual([]);
    stop.abort(new Error('stopped'));
    await stopped;
  });

  it('sends nothing for as long as the marketplace asks, in every process', async () => {
    receiver = await openReceiver(({ index }) =>
      index === 0
        ? { status: 429, body: '{"message":"API rate limit exceeded"}', headers: { 'retry-after': '2' } }
        : { status: 200, body: '{"isError":false,"messages":[],"results":[]}' },
    );
    const account = accountAt(receiver.baseUrl);
    const first = await test.open([account]).account('main');
    const second = await test.open([account]).account('main');
    expect(await first.acknowledge('1001', interactive)).toMatchObject({
      kind: 'not_sent',
      code: 'rate-limited',
      retryAfterMs: 2_000,
    });
    expect(await second.state()).toMatchObject({ code: 'rate-limited' });
    await Promise.all([second.acknowledge('1002', interactive), first.acknowledge('1003', interactive)]);
    const [refusedAt = 0, ...later] = timesOf();
    expect(later.every((at) => at - refusedAt >= 1_999)).toBe(true);
    expect(later).toHaveLength(2);
  });

  it('does not send a write that waited too long for its slot', async () => {
    receiver = await openReceiver();
    const main = await test.open([accountAt(receiver.baseUrl)]).account('main');
    await new SlotTable(test.pool).block('main', 'orders', 60_000);
    expect(await main.acknowledge('1001', interactive)).toMatchObject({
      kind: 'not_sent',
      code: 'rate-limited',
      text: 'No slot was free in time',
    });
    expect(receiver.arrivals).toEqual([]);
  });

  it('makes no call without its database', async () => {
    receiver = await openReceiver();
    const main = await test.open([accountAt(receiver.baseUrl)]).account('main');
    await test.pool.query('drop table ops.budgets');
    await expect(main.readOrders({ fulfilment: 'own' }, 1, background)).rejects.toThrow(MarketplaceError);
    expect(await main.acknowledge('1001', interactive)).toMatchObject({ kind: 'not_sent', code: 'rate-limited' });
    expect(receiver.arrivals).toEqual([]);
  });
});

describe('the daily quota', () => {
  it('is used in a burst of half and then evenly, so that no 24 hours hold more than 95 %', async () => {
    receiver = await openReceiver();
    const table = new SlotTable(test.pool);
    const spacing = spacingOf({ perSecond: null, perMinute: null, perDay: 20 });
    const book = () => table.book('main', 'ean', spacing, { isInteractive: true, width: 1 });
    const waits: number[] = [];
    for (let call = 0; call < 11; call += 1) {
      const booking = await book();
      waits.push(booking.booked ? Math.round(booking.waitMs) : -Math.round(booking.retryMs / 60_000));
    }
    // 19 of 20 a day: nine at once, then one in every tenth of a day. Who is refused takes nothing away.
    expect(waits).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, -144, -144]);
  });

  it('is shown, and a person is told at once when nothing is left for now', async () => {
    receiver = await openReceiver();
    const limits = { ...noLimits, ean: { perSecond: null, perMinute: null, perDay: 6 } };
    const main = await test.open([accountAt(receiver.baseUrl, { limits })]).account('main');
    expect(await main.eanQuota()).toEqual({
      limit: 6,
      remaining: 5,
      availableNow: 2,
      nextAt: null,
      resetsAt: null,
    });
    for (let call = 0; call < 2; call += 1) await main.findByEans(['5941234567899'], interactive);
    const { nextAt, resetsAt, ...left } = await main.eanQuota();
    expect(left).toEqual({ limit: 6, remaining: 3, availableNow: 0 });
    // Three of five are spread over the day, eight hours apart.
    const hoursUntil = (at: string | null) => Math.round((Date.parse(at ?? '') - Date.now()) / 3_600_000);
    expect([hoursUntil(nextAt), hoursUntil(resetsAt)]).toEqual([8, 16]);
    const refused = main.findByEans(['5941234567899'], interactive);
    await expect(refused).rejects.toMatchObject({ code: 'rate-limited', isRetriable: true });
    expect(receiver.arrivals.map(({ route }) => route)).toEqual([
      'documentation/find_by_eans?eans%5B%5D=5941234567899',
      'documentation/find_by_eans?eans%5B%5D=5941234567899',
    ]);
  });
});
