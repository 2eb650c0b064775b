import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Aggregates } from '../../../src/application/aggregates.js';
import { OrderObserver } from '../../../src/application/order/orderObserver.js';
import { systemClock } from '../../../src/application/ports/clock.js';
import type { OrderFilter } from '../../../src/application/ports/marketplace.js';
import type { SyncStore } from '../../../src/application/ports/syncStore.js';
import { syncOrders } from '../../../src/application/sync/orderSync.js';
import { SyncProgress } from '../../../src/application/sync/syncProgress.js';
import { orderDecider } from '../../../src/domain/order/order.js';
import type { SyncMode } from '../../../src/domain/syncRun/syncRun.js';
import { InMemoryEventStore } from '../../../src/infrastructure/eventstore/inMemoryEventStore.js';
import { facts, person } from '../../support/orderSamples.js';
import { PagedMarketplace, unreachable } from '../../support/pagedMarketplace.js';
import { digest } from '../../support/reactorBench.js';

const HOUR_MS = 3_600_000;
const now = Date.now();

class MemorySyncStore implements SyncStore {
  readonly marks = new Map<string, string>();
  watermark(account: string, key: string): Promise<string | null> {
    return Promise.resolve(this.marks.get(`${account}/${key}`) ?? null);
  }
  saveWatermark(account: string, key: string, modifiedAt: string): Promise<void> {
    this.marks.set(`${account}/${key}`, modifiedAt);
    return Promise.resolve();
  }
  claimRun(_account: string, _kind: string, runId: string): Promise<string> {
    return Promise.resolve(runId);
  }
  releaseRun(): Promise<void> {
    return Promise.resolve();
  }
}

let marketplace: PagedMarketplace;
let store: InMemoryEventStore;
let syncStore: MemorySyncStore;

const given = (count: number, spacingMs = HOUR_MS): void => {
  for (let index = 0; index < count; index += 1) {
    const modifiedAt = new Date(now - HOUR_MS - index * spacingMs).toISOString();
    marketplace.put(String(6_000_000_000 + index), { facts: facts(), person: person(), modifiedAt });
  }
};

let runs = 0;

const sync = async (mode: SyncMode = 'incremental') => {
  const runId = `run-${(runs += 1)}`;
  const progress = new SyncProgress(
    () => Promise.resolve(),
    () => false,
  );
  const missing = await syncOrders(
    marketplace,
    {
      runId,
      options: { mode, from: null, to: null, statuses: null, maxPages: null, includeInactive: true },
      progress,
      context: { correlationId: runId, priority: 'background' },
    },
    {
      observer: new OrderObserver(new Aggregates(store, orderDecider), systemClock, digest),
      digests: {
        orders: () => Promise.resolve(new Map()),
        offers: () => Promise.resolve(new Map()),
        caughtUpTo: () => Promise.resolve(),
      },
      store: syncStore,
      clock: systemClock,
      log: { warn: () => undefined },
    },
  );
  return { missing, counts: progress.current };
};

/** How often each order of the marketplace was received, and what our state of it shows. */
const received = async (): Promise<{ missing: string[]; doubled: string[]; stale: string[] }> => {
  const result = { missing: [] as string[], doubled: [] as string[], stale: [] as string[] };
  for (const [orderId, reading] of marketplace.orders) {
    const { events } = await store.read(`order-main-${orderId}`);
    const births = events.filter(({ type }) => type === 'OrderReceived').length;
    if (births === 0) result.missing.push(orderId);
    if (births > 1) result.doubled.push(orderId);
    const last = events.at(-1)?.data as { modifiedAt?: string } | undefined;
    if (last && last.modifiedAt !== reading.modifiedAt) result.stale.push(orderId);
  }
  return result;
};

beforeEach(() => {
  marketplace = new PagedMarketplace(new Date(now - 60_000));
  store = new InMemoryEventStore();
  syncStore = new MemorySyncStore();
});

describe('the order sync', () => {
  it('brings every order once, over many months', async () => {
    given(450, 36 * HOUR_MS);
    const { missing, counts } = await sync();
    expect(missing).toEqual([]);
    expect(counts).toMatchObject({ processed: 450, created: 450, failed: 0 });
    expect(await received()).toEqual({ missing: [], doubled: [], stale: [] });
  });

  it('reads only what is new the next time', async () => {
    given(250);
    await sync();
    marketplace.edit('6000000007');
    const { counts } = await sync();
    expect(counts).toMatchObject({ created: 0, updated: 1 });
    expect(await received()).toEqual({ missing: [], doubled: [], stale: [] });
  });

  it('misses nothing when the order at a page border is edited while it pages', async () => {
    given(350);
    // The last of page 1 moves to the front: the first of page 2 slides onto page 1 after that was read.
    marketplace.between = (read) => {
      if (read === 2) marketplace.edit('6000000099');
    };
    const { missing } = await sync();
    expect(missing).toEqual([]);
    expect(await received()).toEqual({ missing: [], doubled: [], stale: [] });
  });

  it('misses nothing, whatever is edited between whichever pages', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 419 })), { maxLength: 12 }),
        async (edits) => {
          marketplace = new PagedMarketplace(new Date(now - 60_000));
          store = new InMemoryEventStore();
          syncStore = new MemorySyncStore();
          given(420, 3 * HOUR_MS);
          marketplace.between = (read) => {
            for (const [at, index] of edits) if (at === read) marketplace.edit(String(6_000_000_000 + index));
          };
          await sync();
          expect(await received()).toMatchObject({ missing: [], doubled: [] });
          // What was edited at the very end of a run is seen by the next.
          marketplace.between = () => undefined;
          await sync();
          expect(await received()).toEqual({ missing: [], doubled: [], stale: [] });
        },
      ),
      { numRuns: 15 },
    ));

  it('reads windows side by side, for a page takes seconds', async () => {
    given(100, 36 * HOUR_MS);
    const readPage = marketplace.readOrders.bind(marketplace);
    let inFlight = 0;
    let meet: () => void = () => undefined;
    const met = new Promise<void>((resolve) => {
      meet = resolve;
    });
    marketplace.readOrders = async (filter, page) => {
      inFlight += 1;
      if (inFlight === 2) meet();
      await met; // one after another, the first page would never come
      return readPage(filter, page);
    };
    await sync();
    expect(await received()).toEqual({ missing: [], doubled: [], stale: [] });
  });

  it('keeps its watermark when a page cannot be read, and goes on from there', async () => {
    given(250);
    marketplace.between = (read) => {
      if (read === 3) unreachable();
    };
    await expect(sync()).rejects.toMatchObject({ code: 'unreachable' });
    expect([...syncStore.marks]).toEqual([]);
    marketplace.between = () => undefined;
    await sync();
    expect(await received()).toEqual({ missing: [], doubled: [], stale: [] });
  });

  it('finds orders of both fulfilment types', async () => {
    given(3);
    marketplace.put('7000000001', {
      facts: facts({ fulfilment: 'fbe' }),
      person: person(),
      modifiedAt: new Date(now - HOUR_MS).toISOString(),
    });
    const { counts } = await sync();
    expect(counts.created).toBe(4);
  });

  it('comes to an end where the marketplace ignores the dates of its filters', async () => {
    given(3);
    const { countOrders, readOrders } = marketplace;
    const anyDate = ({ fulfilment = 'own' }: Partial<OrderFilter> = {}) => ({ fulfilment });
    marketplace.countOrders = (filter) => countOrders.call(marketplace, anyDate(filter));
    marketplace.readOrders = (filter, page) => readOrders.call(marketplace, anyDate(filter), page);
    const { missing, counts } = await sync('full');
    expect([missing, counts.created]).toEqual([[], 3]);
    expect(marketplace.reads).toBeGreaterThan(150);
  });
});
