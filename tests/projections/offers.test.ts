import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OfferEvent, OfferFacts } from '../../src/domain/offer/offer.js';
import type { OfferFilter } from '../../src/projections/offers/offerQueries.js';
import { offersProjection } from '../../src/projections/offers/offersProjection.js';
import { PgOfferQueries } from '../../src/projections/offers/pgOfferQueries.js';
import { PgDigestIndex } from '../../src/projections/pgDigestIndex.js';
import { PgReadPosition } from '../../src/projections/pgReadPosition.js';
import { orderListProjection } from '../../src/projections/orderList/orderListProjection.js';
import { ReadTables } from '../../src/projections/readTables.js';
import { recorded } from './support/recorded.js';
import { openReadModelBench, type ReadModelBench } from './support/readModelBench.js';

const offerFacts = (change: Partial<OfferFacts> = {}): OfferFacts => ({
  name: 'Rucsac drumeție 40 L',
  sku: 'RDX-40-BLU',
  pnk: 'D1X2Y3BBM',
  brand: 'Montana',
  categoryId: '12',
  categoryName: 'Rucsacuri',
  eans: ['5941234567899'],
  status: 'active',
  priceNet: '148.7603',
  minPriceNet: '100.0000',
  maxPriceNet: '200.0000',
  recommendedPriceNet: null,
  bestOfferPriceNet: '147.9000',
  currency: 'RON',
  vatId: '6',
  vatRate: '0.21',
  stock: 10,
  availableStock: 8,
  handlingDays: 1,
  warrantyMonths: 24,
  buyButtonRank: 2,
  numberOfOffers: 3,
  validationStatus: { value: 9, text: 'Approved documentation' },
  offerValidationStatus: { value: 1, text: 'Saleable' },
  isSaleable: true,
  imageUrl: null,
  url: null,
  ownership: null,
  extra: {},
  ...change,
});

const BIDON = 'https://img.shop.example/b.jpg';

const received = (offerId: string, change: Partial<OfferFacts> = {}, account = 'main'): OfferEvent => ({
  type: 'OfferReceived',
  data: { account, offerId, facts: offerFacts(change), digest: `d-${offerId}`, at: '2026-03-01T12:06:00.000Z' },
});

describe('offers', () => {
  let bench: ReadModelBench;
  let offers: PgOfferQueries;
  let digests: PgDigestIndex;
  const skus = async (filter: OfferFilter, q?: string): Promise<unknown[]> => {
    const page = await offers.offers(filter, { page: 1, itemsPerPage: 25, ...(q !== undefined && { q }) });
    expect(page.total).toBe(page.items.length);
    return page.items.map((item) => (JSON.parse(item) as { sku: string }).sku);
  };

  beforeAll(async () => {
    bench = await openReadModelBench();
    const tables = new ReadTables(bench.pool, [offersProjection, orderListProjection]);
    offers = new PgOfferQueries(bench.pool, tables);
    digests = new PgDigestIndex(bench.pool, tables, new PgReadPosition(bench.pool, tables));
    await bench.append('offer-main-1', received('1'));
    const bidon = { sku: 'B', name: 'Bidon', status: 'inactive', stock: 0, imageUrl: BIDON } as const;
    await bench.append('offer-main-2', received('2', bidon));
    await bench.append('offer-fbe-1', received('1', { sku: 'C', name: 'Cort', buyButtonRank: 1, brand: null }, 'fbe'));
    const last = await bench.append('offer-main-1', {
      type: 'OfferChanged',
      data: {
        account: 'main',
        offerId: '1',
        changed: { priceNet: '150.0000' },
        digest: 'd2',
        at: '2026-03-02T00:00:00.000Z',
      },
    });
    await bench.run([offersProjection, orderListProjection]);
    await bench.reached('offers', last);
  });
  afterAll(() => bench.close());

  it('show product and offer in the contract’s shapes', async () => {
    const request = { page: 1, itemsPerPage: 25, q: 'rdx' };
    const product = JSON.parse((await offers.products({}, request)).items[0] ?? '') as object;
    expect(product).toMatchObject({
      id: 'main-1',
      sku: 'RDX-40-BLU',
      price_net: '150.0000',
      price_gross: '181.50',
      stock_quantity: 10,
      is_active: true,
      status: 1,
      part_number_key: 'D1X2Y3BBM',
      eans: ['5941234567899'],
      validation_status: { value: 9, text: 'Approved documentation' },
      last_synced_at: '2026-03-02T00:00:00.000Z',
      sync_status: 'synced',
    });
    const offer = JSON.parse((await offers.offers({}, request)).items[0] ?? '') as object;
    expect(offer).toMatchObject({
      min_price_net: '100.0000',
      recommended_price_net: null,
      vat_rate: '0.21',
      available_stock: 8,
      is_available: true,
      best_offer_price: '147.9000',
    });
  });

  it('know where the pictures of many offers are, at once', async () => {
    const keys = ['2', '1', '404', '2'].map((offerId) => ({ account: 'main', offerId }));
    expect([...(await offers.imageUrls([...keys, { account: 'fbe', offerId: '2' }]))]).toEqual([['main-2', BIDON]]);
    expect([...(await offers.imageUrls([]))]).toEqual([]);
  });

  it('list what is active unless asked otherwise', async () => {
    expect(await skus({})).toEqual(['C', 'RDX-40-BLU']);
    expect(await skus({ includeInactive: true })).toEqual(['B', 'C', 'RDX-40-BLU']);
    expect(await skus({ statuses: ['inactive'] })).toEqual(['B']);
  });

  it.each<[string, OfferFilter, string[]]>([
    ['account', { accounts: ['fbe'] }, ['C']],
    ['brand', { brand: 'Montana' }, ['RDX-40-BLU']],
    ['validation', { validationStatus: 9, accounts: ['main'] }, ['RDX-40-BLU']],
    ['stock', { inStock: false, includeInactive: true }, ['B']],
    ['a lost buy box', { buyBoxLost: true }, ['RDX-40-BLU']],
    ['price', { priceNetFrom: '149.0000', priceNetTo: '150.0000' }, ['RDX-40-BLU']],
  ])('filter by %s', async (_name, filter, expected) => expect(await skus(filter)).toEqual(expected));

  it('are found by EAN and PNK', async () => {
    expect(await skus({ includeInactive: true }, '5941234567899')).toHaveLength(3);
    expect(await skus({}, 'd1x2y3bbm cort')).toEqual(['C']);
  });

  it('count and value the stock by account', async () =>
    expect(await offers.counts(null)).toEqual([
      { account: 'fbe', total: 1, active: 1, stockValueNet: '1487.60', currency: 'RON' },
      { account: 'main', total: 2, active: 1, stockValueNet: '1500.00', currency: 'RON' },
    ]));

  it('tell how they stood at the end of a day in Bucharest', async () => {
    expect(await offers.stockOn(null, '2026-02-28')).toEqual([]);
    expect(await offers.stockOn(null, '2026-03-01')).toEqual([
      { currency: 'RON', active: 2, stockValueNet: '2975.20' },
    ]);
    expect(await offers.stockOn(['main'], '2026-03-02')).toEqual([
      { currency: 'RON', active: 1, stockValueNet: '1500.00' },
    ]);
  });

  it('need a person when a change was refused, until another one is made', async () => {
    const of = { account: 'fbe', offerId: '1', operationId: 'op', at: '2026-03-02T10:00:00.000Z' };
    const refused: OfferEvent = {
      type: 'OfferChangeRefused',
      data: { ...of, code: 'refused', text: 'Price too low', call: null },
    };
    await bench.reached('offers', await bench.append('offer-fbe-1', refused));
    expect(await offers.attention(['main'], 10)).toEqual([]);
    expect(await offers.attention(null, 10)).toEqual([
      {
        id: 'fbe-1-offer_refused',
        kind: 'offer_refused',
        severity: 'warning',
        account_type: 'fbe',
        order_id: null,
        order_date: null,
        since: '2026-03-02T10:00:00.000Z',
        deadline: null,
        code: 'refused',
        detail: 'Price too low',
        next_action: 'edit_offer',
        link: '/products?offer=fbe-1',
      },
    ]);
    const again: OfferEvent = {
      type: 'OfferChangeRequested',
      data: { ...of, wish: { stock: 3 }, before: { priceNet: '148.7603', stock: 10, status: 'active' } },
    };
    await bench.reached('offers', await bench.append('offer-fbe-1', again));
    expect(await offers.attention(null, 10)).toEqual([]);
  });

  it('tell the sync their digests', async () => {
    expect(await digests.offers('main', ['1', '2', '3'])).toEqual(
      new Map([
        ['1', 'd2'],
        ['2', 'd-2'],
      ]),
    );
    expect(await digests.orders('main', ['1'])).toEqual(new Map());
  });

  it('are quiet when an event comes twice', () => {
    const first = recorded(received('1'), 3n, { stream: 'offer-main-1' });
    const state = offersProjection.evolve(undefined, first);
    expect(offersProjection.evolve(state, first)).toBe(state);
    expect(offersProjection.evolve(state, { ...first, revision: 1n })).toBe(state);
  });
});
