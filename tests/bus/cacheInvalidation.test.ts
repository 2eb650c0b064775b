import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Registry } from 'prom-client';
import type { Consumer } from '../../src/application/ports/bus.js';
import { silentLog } from '../../src/infrastructure/bus/busLog.js';
import { EmbeddedBus } from '../../src/infrastructure/bus/embeddedBus.js';
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
}

describe('lists of products in several processes', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let store: InMemoryEventStore;
  let processes: ApiProcess[];
  let loads: number;

  const start = async (instance: string): Promise<ApiProcess> => {
    const bus = new EmbeddedBus({ store, pool, log: silentLog, firstDelayMs: 5 });
    const caches = new Caches(new Registry());
    const waited: bigint[] = [];
    const cache = createAnswerCache(caches, {
      waitFor: (_projections, position) => Promise.resolve((waited.push(position), 'reached' as const)),
    });
    const consumer = await startCacheInvalidation(bus, caches, instance);
    await consumer.ready;
    return {
      bus,
      consumer,
      waited,
      page: () =>
        cache.productLists({ account: 'main', question: 'first page', minPosition: undefined }, () =>
          Promise.resolve({ load: (loads += 1) }),
        ),
    };
  };

  beforeEach(async () => {
    database = await createTestDatabase();
    pool = createPool(database.url, { name: 'cache test' });
    store = new InMemoryEventStore();
    loads = 0;
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

  it('fall in each of them with one event, and the next page includes it', async () => {
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
});
