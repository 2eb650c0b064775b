import { beforeEach, describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import type { BusMessage } from '../../src/application/ports/bus.js';
import { createAnswerCache } from '../../src/infrastructure/cache/answerCache.js';
import { invalidateBy } from '../../src/infrastructure/cache/cacheInvalidation.js';
import { Caches } from '../../src/infrastructure/cache/caches.js';

const HOUR_MS = 3_600_000;

const message = (type: string, account: string, position: bigint): BusMessage => ({
  topic: 'magflow.orders.v1',
  id: `event-${position}`,
  type: `magflow.${type}`,
  source: '/magflow/store-1',
  subject: `${account}-1`,
  time: '2026-03-01T10:00:00.000Z',
  key: `order-${account}-1`,
  stream: `order-${account}-1`,
  revision: 0n,
  position,
  data: {},
});

describe('an answer that may be kept', () => {
  let nowMs: number;
  let registry: Registry;
  let caches: Caches;
  let loads: bigint[];
  const load = (position: bigint) => {
    loads.push(position);
    return Promise.resolve({ load: loads.length });
  };
  const main = { account: 'main', question: 'all' };

  beforeEach(() => {
    nowMs = 1_000;
    registry = new Registry();
    caches = new Caches(registry, () => nowMs);
    loads = [];
  });

  it('is loaded once within its time, and again after it', async () => {
    expect(await caches.get('couriers', main, load)).toEqual({ load: 1 });
    nowMs += HOUR_MS - 1;
    expect(await caches.get('couriers', main, load)).toEqual({ load: 1 });
    nowMs += 2;
    expect(await caches.get('couriers', main, load)).toEqual({ load: 2 });
  });

  it('is loaded once for all who ask at the same time', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => caches.get('couriers', main, load)));
    expect(answers).toEqual([{ load: 1 }, { load: 1 }, { load: 1 }]);
  });

  it('falls when an event makes it stale, and the next load must include that event', async () => {
    await caches.get('order_statistics', main, load);
    invalidateBy(caches, message('OrderReceived', 'main', 42n));
    expect(await caches.get('order_statistics', main, load)).toEqual({ load: 2 });
    expect(loads).toEqual([0n, 42n]);
  });

  it('about all accounts falls with any of them', async () => {
    const all = { account: null, question: 'all' };
    await caches.get('order_statistics', all, load);
    invalidateBy(caches, message('StatusChanged', 'fbe', 42n));
    expect(await caches.get('order_statistics', all, load)).toEqual({ load: 2 });
  });

  it('stays when the event is about another account, or about something else', async () => {
    await caches.get('order_statistics', main, load);
    invalidateBy(caches, message('OrderReceived', 'fbe', 42n));
    invalidateBy(caches, message('AwbStatusChanged', 'main', 43n));
    expect(await caches.get('order_statistics', main, load)).toEqual({ load: 1 });
  });

  it('is not kept when an event made it stale while it was loaded', async () => {
    let finish: (value: { load: number }) => void = () => undefined;
    const slow = caches.get('order_statistics', main, () => new Promise<{ load: number }>((done) => (finish = done)));
    invalidateBy(caches, message('OrderReceived', 'main', 42n));
    finish({ load: 0 });
    expect(await slow).toEqual({ load: 0 });
    expect(await caches.get('order_statistics', main, load)).toEqual({ load: 1 });
  });

  it('is bypassed when the caller has seen something newer', async () => {
    await caches.get('order_statistics', main, load);
    expect(await caches.get('order_statistics', { ...main, minPosition: 7n }, load)).toEqual({ load: 2 });
    expect(await caches.get('order_statistics', { ...main, minPosition: 6n }, load)).toEqual({ load: 2 });
  });

  it('is loaded at most twice at once, however many ask while thousands of events make it stale', async () => {
    const open: { position: bigint; finish: () => void }[] = [];
    const slow = (position: bigint) =>
      new Promise<{ position: bigint }>((done) => open.push({ position, finish: () => done({ position }) }));
    const asked: { wanted: bigint; answer: Promise<{ position: bigint }> }[] = [];
    for (let n = 1n; n <= 2_000n; n += 1n) {
      invalidateBy(caches, message('OrderReceived', 'main', n));
      asked.push({ wanted: n, answer: caches.get('order_statistics', main, slow) });
    }
    expect(open.map(({ position }) => position)).toEqual([1n]);
    open[0]?.finish();
    await asked[0]?.answer;
    await Promise.resolve();
    expect(open.map(({ position }) => position)).toEqual([1n, 2_000n]);
    open[1]?.finish();
    for (const { wanted, answer } of asked) expect((await answer).position >= wanted).toBe(true);
    expect(open).toHaveLength(2);
    expect(await caches.get('order_statistics', main, slow)).toEqual({ position: 2_000n });
  });

  it('is given to a caller who has seen more only once it includes that', async () => {
    let finish: () => void = () => undefined;
    const first = caches.get(
      'order_statistics',
      main,
      () => new Promise<{ load: number }>((done) => (finish = () => done({ load: 0 }))),
    );
    const others = [7n, 9n, 8n].map((minPosition) => caches.get('order_statistics', { ...main, minPosition }, load));
    finish();
    expect(await first).toEqual({ load: 0 });
    await Promise.all(others);
    expect(loads).toEqual([7n, 9n]);
  });

  it('of a read model that stays behind is given all the same, and not kept', async () => {
    const waited: bigint[] = [];
    const position: Parameters<typeof createAnswerCache>[1] = {
      waitFor: (_projections, wanted) => {
        waited.push(wanted);
        return Promise.resolve(wanted > 5n ? 'behind' : 'reached');
      },
    };
    const cache = createAnswerCache(caches, position, { generation: () => Promise.resolve(1) });
    const ask = () => cache.orderStatistics({ ...main, minPosition: undefined }, () => load(0n));
    invalidateBy(caches, message('OrderReceived', 'main', 6n));
    expect(await ask()).toEqual({ load: 1 });
    expect(await ask()).toEqual({ load: 2 });
    expect(waited).toEqual([6n, 6n]);
  });

  it('is not kept when loading it failed', async () => {
    await expect(caches.get('couriers', main, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await caches.get('couriers', main, load)).toEqual({ load: 1 });
  });

  it('is counted', async () => {
    await caches.get('couriers', main, load);
    await caches.get('couriers', main, load);
    invalidateBy(caches, message('AwbRefused', 'main', 42n));
    const text = await registry.metrics();
    expect(text).toContain('magflow_cache_hits_total{cache="couriers"} 1');
    expect(text).toContain('magflow_cache_misses_total{cache="couriers"} 1');
    expect(text).toContain('magflow_cache_invalidations_total{cache="couriers"} 1');
  });
});
