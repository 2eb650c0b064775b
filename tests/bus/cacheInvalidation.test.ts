import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Registry } from 'prom-client';
import { LOG_TOPICS, type Consumer } from '../../src/application/ports/bus.js';
import { silentLog } from '../../src/infrastructure/bus/busLog.js';
import { EmbeddedBus } from '../../src/infrastructure/bus/embeddedBus.js';
import { withLogTopics } from '../../src/infrastructure/bus/withLogTopics.js';
import { createAnswerCache } from '../../src/infrastructure/cache/answerCache.js';
import { startCacheInvalidation } from '../../src/infrastructure/cache/cacheInvalidation.js';
import { Caches } from '../../src/infrastructure/cache/caches.js';
import { InMemoryEventStore } from '../../src/infrastructure/eventstore/inMemoryEventStore.js';
import { createPool } from '../../src/infrastructure/postgres/pool.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { newEvent } from '../support/integrationEvents.js';
import { offerFacts, offerKey } from '../support/offerSamples.js';
import { passing } from '../support/passing.js';

/** One API process: its bus, its caches, and how far its read model is. */
interface ApiProcess {
  readonly bus: EmbeddedBus;
  readonly consumer: Consumer;
  /** What the read model had to include for each load. */
  readonly waited: bigint[];
  page(): Promise<object>;
  couriers(): Promise<readonly object[]>;
  /** How often it was told that the list of accounts changed. */
  accountsForgotten(): number;
}

describe('kept answers in several processes', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let store: InMemoryEventStore;
  let processes: ApiProcess[];
  let loads: number;
  let generation: number;

  const start = async (instance: string): Promise<ApiProcess> => {
    const bus = new EmbeddedBus({ store, pool, log: silentLog, firstDelayMs: 5 });
    const caches = new Caches(new Registry());
    const waited: bigint[] = [];
    let forgotten = 0;
    const cache = createAnswerCache(
      caches,
      { waitFor: (_projections, position) => Promise.resolve((waited.push(position), 'reached' as const)) },
      { generation: () => Promise.resolve(generation) },
    );
    const consumer = await startCacheInvalidation({
      bus: withLogTopics(bus, bus, [LOG_TOPICS.accounts]),
      caches,
      instance,
      onAccounts: () => (forgotten += 1),
    });
    await consumer.ready;
    return {
      bus,
      consumer,
      waited,
      page: () =>
        cache.productLists({ account: 'main', question: 'first page', minPosition: undefined }, () =>
          Promise.resolve({ load: (loads += 1) }),
        ),
      couriers: () =>
        cache.couriers('main', () => {
          loads += 1;
          return Promise.resolve([]);
        }),
      accountsForgotten: () => forgotten,
    };
  };

  beforeEach(async () => {
    database = await createTestDatabase();
    pool = createPool(database.url, { name: 'cache test' });
    store = new InMemoryEventStore();
    loads = 0;
    generation = 1;
    processes = await Promise.all(['one', 'two'].map(start));
  });
  afterEach(async () => {
    for (const { bus, consumer } of processes) {
      await consumer.close();
      await bus.close();
    }
    await store.close();
    await pool.end();
    await database.drop();
  });

  it('of products fall in each of them with one event, and the next page includes it', async () => {
    const pages = () => Promise.all(processes.map(({ page }) => page()));
    expect(await pages()).toEqual([{ load: 1 }, { load: 2 }]);
    expect(await pages()).toEqual([{ load: 1 }, { load: 2 }]);
    const { position } = await store.append(
      'offer-main-501234',
      [
        newEvent({
          type: 'OfferReceived',
          data: { ...offerKey, facts: offerFacts(), digest: 'd', at: '2026-03-02T09:00:00.000Z' },
        }),
      ],
      'no_stream',
    );
    for (const { page, waited } of processes) {
      await passing(async () => {
        await page();
        expect(waited.at(-1)).toBe(position);
      });
    }
    expect(loads).toBe(4);
    await pages();
    expect(loads).toBe(4);
  });

  it('of the marketplace fall in each of them when an account is changed or removed anywhere', async () => {
    const couriers = () => Promise.all(processes.map((process) => process.couriers()));
    await couriers();
    await couriers();
    expect(loads).toBe(2);
    const at = '2026-03-02T09:00:00.000Z';
    await store.append(
      'account-main',
      [newEvent({ type: 'AccountTested', data: { account: 'main', code: 'ok', at } })],
      'any',
    );
    await store.append('account-main', [newEvent({ type: 'AccountRemoved', data: { account: 'main', at } })], 'any');
    for (const process of processes) await passing(() => expect(process.accountsForgotten()).toBe(1));
    await couriers();
    await couriers();
    expect(loads).toBe(4);
  });

  it('of a read model fall in each of them when its tables were made anew', async () => {
    const pages = () => Promise.all(processes.map(({ page }) => page()));
    expect(await pages()).toEqual([{ load: 1 }, { load: 2 }]);
    generation = 2;
    expect(await pages()).toEqual([{ load: 3 }, { load: 4 }]);
    expect(await pages()).toEqual([{ load: 3 }, { load: 4 }]);
  });
});
