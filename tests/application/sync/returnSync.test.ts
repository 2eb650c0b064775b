import { beforeEach, describe, expect, it } from '@jest/globals';
import { Aggregates } from '../../../src/application/aggregates.js';
import { ReturnFollower } from '../../../src/application/sync/returnFollower.js';
import { syncReturns, type ReturnSyncDeps } from '../../../src/application/sync/returnSync.js';
import {
  MarketplaceError,
  type Page,
  type ReadReturn,
  type ReturnFilter,
} from '../../../src/application/ports/marketplace.js';
import { orderDecider } from '../../../src/domain/order/order.js';
import { OPEN_RETURN_STATUSES, returnDecider, type ReturnReading } from '../../../src/domain/returns/returnRequest.js';
import { InMemoryEventStore } from '../../../src/infrastructure/eventstore/inMemoryEventStore.js';
import { FakeMarketplace } from '../../support/fakeMarketplace.js';
import { received } from '../../support/orderSamples.js';
import { returnReading } from '../../support/returnSamples.js';

class Returns extends FakeMarketplace {
  readonly rows = new Map<string, ReturnReading>();
  readonly asked: (ReturnFilter | string)[] = [];
  between: () => void = () => undefined;

  private matching({ fulfilment, status, requestedFrom, requestedTo }: ReturnFilter): [string, ReturnReading][] {
    return [...this.rows].filter(
      ([, { facts }]) =>
        facts.fulfilment === fulfilment &&
        (status === undefined || facts.status === status) &&
        (requestedFrom === undefined || facts.requestedAt >= requestedFrom) &&
        (requestedTo === undefined || facts.requestedAt <= requestedTo),
    );
  }
  override readReturns(filter: ReturnFilter = { fulfilment: 'own' }, page = 1): Promise<Page<ReadReturn>> {
    this.asked.push(filter);
    const items = this.matching(filter)
      .slice((page - 1) * 100, page * 100)
      .map(([returnId, reading]) => ({ returnId, reading }));
    this.between();
    return Promise.resolve({ items, rows: items.length, parked: 0 });
  }
  override countReturns(filter: ReturnFilter = { fulfilment: 'own' }): Promise<{ items: number; pages: number }> {
    return Promise.resolve({ items: this.matching(filter).length, pages: 1 });
  }
  override readReturn(returnId = ''): Promise<ReturnReading | null> {
    this.asked.push(returnId);
    return Promise.resolve(this.rows.get(returnId) ?? null);
  }
}

const start = Date.parse('2025-11-01T00:00:00Z');
const requestedAt = (index: number): string => new Date(start + index * 3_600_000).toISOString();

describe('a sync of returns', () => {
  let shop: Returns;
  let store: InMemoryEventStore;
  let deps: ReturnSyncDeps;
  const marks = new Map<string, string>();
  const context = { correlationId: 'c1', priority: 'background' } as const;
  const run = (isFull = false) => syncReturns(shop, { runId: 'run-1', isFull, context }, deps);
  const typesOf = async (returnId: string) =>
    (await store.read(`return-main-${returnId}`)).events.map(({ type }) => type);

  beforeEach(() => {
    shop = new Returns();
    store = new InMemoryEventStore();
    marks.clear();
    const returns = new Aggregates(store, returnDecider);
    deps = {
      returns,
      orders: new Aggregates(store, orderDecider),
      index: {
        digests: () => Promise.resolve(new Map()),
        open: async () => {
          const states = await Promise.all(
            [...shop.rows.keys()].map(async (id) => ({ id, ...(await returns.load(`return-main-${id}`)) })),
          );
          return states
            .filter(({ state }) => OPEN_RETURN_STATUSES.some((one) => one === state.facts?.status))
            .map(({ id }) => id);
        },
      },
      digest: (value) => JSON.stringify(value),
      store: {
        watermark: (account, key) => Promise.resolve(marks.get(`${account}/${key}`) ?? null),
        saveWatermark: (account, key, at) => Promise.resolve(void marks.set(`${account}/${key}`, at)),
      },
      clock: { now: () => new Date('2026-03-02T10:00:00Z') },
      log: { warn: () => undefined },
    };
    for (let index = 0; index < 150; index += 1) {
      shop.rows.set(String(5_000 + index), returnReading({ status: 'finalized', requestedAt: requestedAt(index) }));
    }
    shop.rows.set('7001', returnReading({ status: 'new', requestedAt: requestedAt(-3_000) }));
    shop.rows.set('7002', returnReading({ fulfilment: 'fbe', status: 'received', requestedAt: requestedAt(100) }));
  });

  it('reads everything of both types the first time, and nothing twice', async () => {
    await run();
    await run(true);
    for (const id of shop.rows.keys()) expect(await typesOf(id)).toEqual(['ReturnReceived']);
    expect(marks.get('main/returns')).toBe(requestedAt(149));
  });

  it('then reads the open ones, the new ones, and those that left the open statuses', async () => {
    await run();
    shop.rows.set('7001', returnReading({ status: 'refused', requestedAt: requestedAt(-3_000) }));
    shop.rows.set(
      '7002',
      returnReading({ fulfilment: 'fbe', status: 'received', requestedAt: requestedAt(100), returnTax: '15.00' }),
    );
    shop.rows.set('7003', returnReading({ status: 'finalized', requestedAt: requestedAt(300) }));
    shop.asked.length = 0;
    await run();
    expect(await typesOf('7001')).toEqual(['ReturnReceived', 'ReturnChanged']);
    expect(await typesOf('7002')).toEqual(['ReturnReceived', 'ReturnChanged']);
    expect(await typesOf('7003')).toEqual(['ReturnReceived']);
    expect(shop.asked).toHaveLength(11);
    expect(shop.asked.at(-1)).toBe('7001');
  });

  it('finds a return that slid over the border of a page', async () => {
    let reads = 0;
    shop.between = () => {
      reads += 1;
      if (reads === 1) shop.rows.delete('5000');
    };
    await run();
    for (const id of shop.rows.keys()) expect(await typesOf(id)).toEqual(['ReturnReceived']);
  });

  it('keeps the person under the key of the order’s customer', async () => {
    const event = received();
    const customerId = event.type === 'OrderReceived' ? event.data.facts.customerId : null;
    await store.append(
      'order-main-412345678',
      [
        {
          id: crypto.randomUUID(),
          type: event.type,
          data: { ...event.data, account: 'main', orderId: '412345678' },
          metadata: {
            correlationId: 'c',
            actor: { kind: 'user', id: 'u' },
            occurredAt: requestedAt(0),
            schemaVersion: 1,
          },
        },
      ],
      'no_stream',
    );
    shop.rows.set('7004', returnReading({ orderId: '99', requestedAt: requestedAt(1) }));
    await run();
    const personOf = async (id: string) => (await store.read(`return-main-${id}`)).events[0]?.data;
    expect(await personOf('7001')).toMatchObject({ personId: `customer-main-${customerId}` });
    expect(await personOf('7004')).toMatchObject({ personId: 'order-main-99' });
  });

  it('does not move its mark past what it could not record', async () => {
    const handle = deps.returns.handle.bind(deps.returns);
    deps.returns.handle = (stream, command, options) =>
      stream === 'return-main-5003' ? Promise.reject(new Error('disk full')) : handle(stream, command, options);
    await run();
    expect(await typesOf('5004')).toEqual(['ReturnReceived']);
    expect(marks.size).toBe(0);
  });

  describe('after an order sync', () => {
    const options = {
      mode: 'incremental',
      from: null,
      to: null,
      statuses: null,
      maxPages: null,
      includeInactive: true,
    } as const;
    const signal = new AbortController().signal;
    let now = Date.parse('2026-03-02T10:00:00Z');
    const followed = (change: object = {}) => ({
      runId: 'run-1',
      account: 'main',
      operationId: 'op',
      options: { ...options, ...change },
      signal,
    });

    it('does not read again at once, unless everything is asked for', async () => {
      const follower = new ReturnFollower(shop, { now: () => new Date(now) }, deps);
      await follower.follow(followed());
      const calls = shop.asked.length;
      await follower.follow(followed());
      await follower.follow(followed({ mode: 'historical' }));
      await follower.follow(followed({ maxPages: 1 }));
      expect(shop.asked).toHaveLength(calls);
      await follower.follow(followed({ mode: 'full' }));
      expect(shop.asked.length).toBeGreaterThan(calls);
      now += 5 * 60_000;
      const before = shop.asked.length;
      await follower.follow(followed());
      expect(shop.asked.length).toBeGreaterThan(before);
    });

    it('tells of a failure, and reads again after the next run', async () => {
      const follower = new ReturnFollower(shop, { now: () => new Date(now) }, deps);
      shop.between = () => {
        throw new MarketplaceError('unreachable', 'reset', true);
      };
      await expect(follower.follow(followed())).rejects.toMatchObject({ code: 'unreachable' });
      shop.between = () => undefined;
      await follower.follow(followed());
      expect(await typesOf('7001')).toEqual(['ReturnReceived']);
    });
  });
});
