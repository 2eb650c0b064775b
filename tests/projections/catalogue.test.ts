import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OfferEvent, OfferFacts } from '../../src/domain/offer/offer.js';
import type { CatalogueFilter, CatalogueSort } from '../../src/projections/offers/catalogueQueries.js';
import { offersProjection } from '../../src/projections/offers/offersProjection.js';
import { PgCatalogueQueries } from '../../src/projections/offers/pgCatalogueQueries.js';
import { ReadTables } from '../../src/projections/readTables.js';
import { offerFacts } from '../support/offerSamples.js';
import { openReadModelBench, type ReadModelBench } from './support/readModelBench.js';

const received = (account: string, offerId: string, change: Partial<OfferFacts>): OfferEvent => ({
  type: 'OfferReceived',
  data: { account, offerId, facts: offerFacts(change), digest: 'd', at: '2026-03-01T12:06:00.000Z' },
});

describe('the catalogue', () => {
  let bench: ReadModelBench;
  let catalogue: PgCatalogueQueries;
  const rows = async (filter: CatalogueFilter, request: { q?: string; sort?: CatalogueSort; order?: 'desc' } = {}) => {
    const page = await catalogue.list(filter, { page: 1, itemsPerPage: 25, ...request });
    expect(page.total).toBe(page.items.length);
    return page.items.map((item) => JSON.parse(item) as Record<string, unknown>);
  };
  const skus = async (...args: Parameters<typeof rows>) => (await rows(...args)).map(({ sku }) => sku);

  beforeAll(async () => {
    bench = await openReadModelBench();
    catalogue = new PgCatalogueQueries(bench.pool, new ReadTables(bench.pool, [offersProjection]));
    await bench.append('offer-main-1', received('main', '1', { stock: 10, eans: ['5941234567899'] }));
    await bench.append(
      'offer-fbe-9',
      received('fbe', '9', {
        stock: 5,
        availableStock: 4,
        priceNet: '150.0000',
        eans: ['5949999999999'],
        status: 'inactive',
        name: 'Rucsac (FBE)',
        buyButtonRank: 2,
      }),
    );
    await bench.append(
      'offer-main-2',
      received('main', '2', {
        sku: 'BID-1',
        name: 'Bidon',
        brand: 'Ștrand',
        pnk: 'D9ZZ',
        stock: 0,
        priceNet: '9.0000',
        validationStatus: { value: 8, text: 'Documentation rejected' },
      }),
    );
    await bench.append('offer-main-3', received('main', '3', { sku: null, name: 'Fără cod', status: 'end_of_life' }));
    const last = await bench.append('offer-main-2', {
      type: 'OfferChangeRequested',
      data: {
        account: 'main',
        offerId: '2',
        operationId: 'op-1',
        at: '2026-03-02T00:00:00.000Z',
        wish: { stock: 7 },
        before: { priceNet: '9.0000', stock: 0, status: 'active' },
      },
    });
    await bench.run([offersProjection]);
    await bench.reached('offers', last);
  });
  afterAll(() => bench.close());

  it('folds the offers of a SKU into one row, across accounts', async () => {
    const [row] = await rows({}, { q: 'rdx-40' });
    expect(row).toMatchObject({
      sku: 'RDX-40-BLU',
      name: 'Rucsac drumeție 40 L',
      brand: 'Demo Outdoor',
      part_number_key: 'D1X2Y3BBM',
      eans: ['5941234567899', '5949999999999'],
      image_url: 'https://img.shop.example/501234-1.jpg',
      category_name: null,
      status: 1,
      status_name: 'active',
      validation_status: { value: 9, text: 'Approved documentation' },
      validation_statuses: [9],
      stock_total: 15,
      available_stock_total: 15,
      in_stock: true,
      currency: 'RON',
      price_net_min: '148.7603',
      price_net_max: '150.0000',
      price_gross_min: '180.00',
      price_gross_max: '181.50',
      prices: [{ currency: 'RON', offers: 2 }],
      buy_box_lost: false,
      sync_status: 'synced',
      accounts: ['fbe', 'main'],
      offer_count: 2,
    });
    expect(row?.['offers']).toEqual([
      expect.objectContaining({ id: 'fbe-9', account_type: 'fbe', price_net: '150.0000', stock: 5 }),
      expect.objectContaining({ id: 'main-1', account_type: 'main', price_net: '148.7603', stock: 10 }),
    ]);
  });

  it('shows of one account only its offers', async () => {
    const [row] = await rows({ account: 'fbe' });
    expect(row).toMatchObject({ name: 'Rucsac (FBE)', stock_total: 5, accounts: ['fbe'], offer_count: 1, status: 0 });
  });

  it('keeps apart what has no SKU', async () => {
    expect(await skus({})).toEqual(['BID-1', null, 'RDX-40-BLU']);
    expect((await rows({}, { q: 'fără' }))[0]).toMatchObject({ sku: null, offers: [{ id: 'main-3' }] });
  });

  it.each<[string, CatalogueFilter, (string | null)[]]>([
    ['account', { account: 'main' }, ['BID-1', null, 'RDX-40-BLU']],
    ['brand, in any case', { brand: 'ȘTRAND' }, ['BID-1']],
    ['status of any offer', { statuses: ['inactive'] }, ['RDX-40-BLU']],
    ['several statuses', { statuses: ['inactive', 'end_of_life'] }, [null, 'RDX-40-BLU']],
    ['validation', { validationStatus: 8 }, ['BID-1']],
    ['stock', { inStock: false }, ['BID-1']],
    ['what is there', { inStock: true, statuses: ['active'] }, ['RDX-40-BLU']],
    ['a lost buy box', { buyBoxLost: true }, []],
  ])('filters by %s', async (_name, filter, expected) => expect(await skus(filter)).toEqual(expected));

  it.each<[CatalogueSort, (string | null)[]]>([
    ['name', ['RDX-40-BLU', null, 'BID-1']],
    ['sku', ['RDX-40-BLU', 'BID-1', null]],
    ['stock', ['RDX-40-BLU', null, 'BID-1']],
  ])('sorts by %s', async (sort, expected) => expect(await skus({}, { sort, order: 'desc' })).toEqual(expected));

  it('sorts by price', async () => expect((await skus({}, { sort: 'price' }))[0]).toBe('BID-1'));

  it.each(['5949999999999', 'd9zz', 'bidon', 'demo outdoor rucsac'])('is searched for %s', async (q) =>
    expect(await rows({}, { q })).not.toEqual([]),
  );

  it('finds one SKU', async () => {
    expect(JSON.parse((await catalogue.bySku('BID-1', null)) ?? '')).toMatchObject({
      sku: 'BID-1',
      sync_status: 'pending',
      offers: [{ last_change: { state: 'requested', requested: { stock: 7 } } }],
    });
    expect(await catalogue.bySku('BID-1', 'fbe')).toBeNull();
    expect(await catalogue.bySku('BID', null)).toBeNull();
  });

  it('moves an offer whose SKU changes to its new row', async () => {
    const last = await bench.append('offer-fbe-9', {
      type: 'OfferChanged',
      data: { account: 'fbe', offerId: '9', changed: { sku: 'BID-1' }, digest: 'e', at: '2026-03-03T00:00:00.000Z' },
    });
    await bench.reached('offers', last);
    expect(JSON.parse((await catalogue.bySku('RDX-40-BLU', null)) ?? '')).toMatchObject({ stock_total: 10 });
    expect(await catalogue.bySku('RDX-40-BLU', 'fbe')).toBeNull();
    expect(JSON.parse((await catalogue.bySku('BID-1', null)) ?? '')).toMatchObject({
      stock_total: 5,
      accounts: ['fbe', 'main'],
      name: 'Bidon',
    });
  });

  it('keeps the prices of different currencies apart', async () => {
    await bench.append('offer-main-5', received('main', '5', { sku: 'EXP-1', priceNet: '10.0000' }));
    await bench.append('offer-main-6', received('main', '6', { sku: 'EXP-1', priceNet: '12.0000' }));
    const foreign = received('fbe', '5', { sku: 'EXP-1', priceNet: '4.0000', currency: 'BGN', vatRate: null });
    await bench.reached('offers', await bench.append('offer-fbe-5', foreign));
    expect(JSON.parse((await catalogue.bySku('EXP-1', null)) ?? '')).toMatchObject({
      currency: 'RON',
      price_net_min: '10.0000',
      price_net_max: '12.0000',
      prices: [
        { currency: 'RON', offers: 2, price_net_min: '10.0000', price_net_max: '12.0000', price_gross_max: '14.52' },
        { currency: 'BGN', offers: 1, price_net_min: '4.0000', price_gross_min: null },
      ],
    });
  });
});
