import { describe, expect, it } from '@jest/globals';
import { Aggregates } from '../../../src/application/aggregates.js';
import { systemClock } from '../../../src/application/ports/clock.js';
import type { Count, Page, ReadOffer } from '../../../src/application/ports/marketplace.js';
import { syncOffers } from '../../../src/application/sync/offerSync.js';
import { SyncProgress } from '../../../src/application/sync/syncProgress.js';
import type { ConflictStrategy, OfferEvent, OfferFacts } from '../../../src/domain/offer/offer.js';
import { offerDecider } from '../../../src/domain/offer/offerDecider.js';
import { InMemoryEventStore } from '../../../src/infrastructure/eventstore/inMemoryEventStore.js';
import { FakeMarketplace } from '../../support/fakeMarketplace.js';
import { newEvent } from '../../support/integrationEvents.js';
import { digest } from '../../support/reactorBench.js';

const facts: OfferFacts = {
  name: 'Rucsac',
  sku: 'RDX-40',
  pnk: null,
  brand: 'Demo',
  categoryId: null,
  categoryName: null,
  eans: [],
  status: 'active',
  priceNet: '148.7603',
  minPriceNet: null,
  maxPriceNet: null,
  recommendedPriceNet: null,
  bestOfferPriceNet: null,
  currency: 'RON',
  vatId: '1',
  vatRate: '0.21',
  stock: 12,
  availableStock: 11,
  handlingDays: 1,
  warrantyMonths: 24,
  buyButtonRank: 1,
  numberOfOffers: 2,
  validationStatus: null,
  offerValidationStatus: null,
  isSaleable: true,
  imageUrl: null,
  url: null,
  ownership: null,
  extra: {},
};

const PAGE_SIZE = 100;

/** A catalogue whose rows move around while it is read, and whose count may promise more than there is. */
class MovingCatalogue extends FakeMarketplace {
  reads = 0;

  constructor(
    private readonly ids: string[],
    private readonly movesOn: (read: number) => boolean,
    private readonly promised = 0,
    private readonly shown: OfferFacts = facts,
  ) {
    super();
  }

  override readOffers(page = 1): Promise<Page<ReadOffer> & { items: ReadOffer[] }> {
    this.reads += 1;
    const first = this.movesOn(this.reads) ? this.ids.shift() : undefined;
    if (first !== undefined) this.ids.push(first);
    const rows = this.ids.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
    const items = rows.map((offerId) => ({ offerId, facts: this.shown }));
    return Promise.resolve({ items, rows: rows.length, parked: 0 });
  }

  override countOffers(): Promise<Count> {
    const items = this.ids.length + this.promised;
    return Promise.resolve({ items, pages: Math.ceil(items / PAGE_SIZE) });
  }
}

let categories = new Map<string, string>();

const sync = async (
  marketplace: MovingCatalogue,
  store: InMemoryEventStore,
  conflictStrategy: ConflictStrategy = 'emag_priority',
) => {
  const progress = new SyncProgress(
    () => Promise.resolve(),
    () => false,
  );
  const missing = await syncOffers(
    marketplace,
    {
      runId: 'run-1',
      options: {
        mode: 'full',
        from: null,
        to: null,
        statuses: null,
        maxPages: null,
        includeInactive: true,
        conflictStrategy,
      },
      progress,
      context: { correlationId: 'run-1', priority: 'background' },
    },
    {
      offers: new Aggregates(store, offerDecider),
      digest,
      digests: {
        orders: () => Promise.resolve(new Map()),
        offers: () => Promise.resolve(new Map()),
        caughtUpTo: () => Promise.resolve(),
      },
      store: {
        watermark: () => Promise.resolve(null),
        saveWatermark: () => Promise.resolve(),
        claimRun: (_account, _kind, runId) => Promise.resolve(runId),
        releaseRun: () => Promise.resolve(),
      },
      categoryNames: () => Promise.resolve(categories),
      clock: systemClock,
      log: { warn: () => undefined },
    },
  );
  return { missing, counts: progress.current };
};

const idsOf = (count: number): string[] => Array.from({ length: count }, (_, index) => String(500_000 + index));

describe('the offer sync', () => {
  it('brings every offer once although rows move over page borders', async () => {
    const ids = idsOf(950);
    const store = new InMemoryEventStore();
    const { missing, counts } = await sync(new MovingCatalogue([...ids], (read) => read % 3 === 0), store);
    expect(missing).toEqual([]);
    expect(counts).toMatchObject({ created: 950, processed: 950, updated: 0, failed: 0 });
    for (const id of ids) expect((await store.read(`offer-main-${id}`)).events).toHaveLength(1);
  });

  it('says what the count promised and no page showed, and does not look for ever', async () => {
    const catalogue = new MovingCatalogue(idsOf(250), () => false, 2);
    const { missing, counts } = await sync(catalogue, new InMemoryEventStore());
    expect(missing).toEqual(['2 offers of 252']);
    expect(counts.created).toBe(250);
    expect(catalogue.reads).toBe(6);
  });

  it('names categories as long as somebody knows their names, and forgets none', async () => {
    const store = new InMemoryEventStore();
    const catalogue = new MovingCatalogue(['500000'], () => false, 0, { ...facts, categoryId: '3901' });
    const named = async (): Promise<unknown> => {
      await sync(catalogue, store);
      const { events } = await store.read('offer-main-500000');
      return events.map(({ type, data }) => [type, (data as { changed?: object }).changed]);
    };
    expect(await named()).toEqual([['OfferReceived', undefined]]);
    categories = new Map([['3901', 'Rucsacuri']]);
    const changed = ['OfferChanged', { categoryName: 'Rucsacuri' }];
    expect(await named()).toEqual([['OfferReceived', undefined], changed]);
    categories = new Map();
    expect(await named()).toEqual([['OfferReceived', undefined], changed]);
  });

  it.each<[ConflictStrategy, string[]]>([
    ['emag_priority', ['OfferChanged']],
    ['newest_wins', ['OfferChanged']],
    ['local_priority', ['OfferChangeRequested']],
    ['manual', ['OfferChanged', 'OfferConflictFound']],
  ])('does by %s with a price that was set here and is shown no more', async (strategy, expected) => {
    const store = new InMemoryEventStore();
    const key = { account: 'main', offerId: '500000' };
    const at = '2026-03-01T12:00:00.000Z';
    const of = { ...key, operationId: 'op-1', at };
    const values = { priceNet: '120.0000', stock: 12, status: 'active' } as const;
    const history: OfferEvent[] = [
      { type: 'OfferReceived', data: { ...key, facts: { ...facts, priceNet: '120.0000' }, digest: 'd', at } },
      { type: 'OfferChangeRequested', data: { ...of, wish: { priceNet: '120.0000' }, before: values } },
      { type: 'OfferChangeConfirmed', data: { ...of, wish: { priceNet: '120.0000' }, shown: values, call: null } },
    ];
    await store.append('offer-main-500000', history.map(newEvent), 'no_stream');
    await sync(new MovingCatalogue(['500000'], () => false), store, strategy);
    const { events } = await store.read('offer-main-500000', { fromRevision: 3n });
    expect(events.map(({ type }) => type)).toEqual(expected);
    expect(events[0]?.metadata.actor).toEqual(
      strategy === 'local_priority' ? { kind: 'job', id: 'sync' } : { kind: 'marketplace', id: 'main' },
    );
  });
});
