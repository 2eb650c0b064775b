import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EanMatchDecided, EanMatchDecision } from '../../src/domain/ean/eanMatch.js';
import type { EanDecisionFilter } from '../../src/projections/eanDecisions/eanDecisionQueries.js';
import { eanDecisionsProjection } from '../../src/projections/eanDecisions/eanDecisionsProjection.js';
import { PgEanDecisionQueries } from '../../src/projections/eanDecisions/pgEanDecisionQueries.js';
import { offersProjection } from '../../src/projections/offers/offersProjection.js';
import { PgLocalOffers } from '../../src/projections/offers/pgLocalOffers.js';
import { ReadTables } from '../../src/projections/readTables.js';
import { catalogueProduct } from '../http/support/catalogueDouble.js';
import { offerFacts } from '../support/offerSamples.js';
import { openReadModelBench, type ReadModelBench } from './support/readModelBench.js';
import { recorded } from './support/recorded.js';

const decision = (minute: number, change: Partial<EanMatchDecision> = {}): EanMatchDecided => ({
  type: 'EanMatchDecided',
  data: {
    decisionId: `0f4b1c9e-5a53-4d5b-9b57-0c7a86f0a0${String(minute).padStart(2, '0')}`,
    account: 'main',
    ean: '5941234567899',
    gtin14: '05941234567899',
    asked: { sku: 'RDX-40-BLU' },
    recommendation: 'can_add_offer',
    candidates: [{ product: catalogueProduct(), score: 50, reasons: ['ean-equal'] }],
    isAmbiguous: false,
    needsConfirmation: false,
    localOffer: null,
    warnings: [],
    at: `2026-03-02T10:${String(minute).padStart(2, '0')}:00.000Z`,
    ...change,
  },
});

const stream = 'eanMatch-05941234567899';

describe('a decision', () => {
  const first = recorded(decision(1), 0n, { stream });

  it('is a row of its own that nothing changes', () => {
    const state = eanDecisionsProjection.evolve(undefined, first);
    expect(eanDecisionsProjection.keyOf(first)).toBe('0f4b1c9e-5a53-4d5b-9b57-0c7a86f0a001');
    expect(eanDecisionsProjection.evolve(state, first)).toBe(state);
    expect(eanDecisionsProjection.evolve(state, recorded(decision(1, { account: 'fbe' }), 7n, { stream }))).toBe(state);
  });

  it('shows what was asked, what followed, and who asked', () => {
    const state = eanDecisionsProjection.evolve(undefined, first);
    if (!state) throw new Error('no row');
    expect(eanDecisionsProjection.row(state)['decision']).toMatchObject({
      id: '0f4b1c9e-5a53-4d5b-9b57-0c7a86f0a001',
      account_type: 'main',
      ean: '5941234567899',
      recommendation: 'can_add_offer',
      action: 'create_new_offer',
      match_found: true,
      emag_product: { part_number_key: 'D1X2Y3BBM', score: 50 },
      product_data: { sku: 'RDX-40-BLU', name: null },
      decided_by: { kind: 'user', id: 'ana' },
      decided_at: '2026-03-02T10:01:00.000Z',
    });
  });
});

describe('lists of decisions', () => {
  let bench: ReadModelBench;
  let queries: PgEanDecisionQueries;
  let offers: PgLocalOffers;

  beforeAll(async () => {
    bench = await openReadModelBench();
    const tables = new ReadTables(bench.pool, [eanDecisionsProjection, offersProjection]);
    queries = new PgEanDecisionQueries(bench.pool, tables);
    offers = new PgLocalOffers(bench.pool, tables);
    await bench.run([eanDecisionsProjection, offersProjection]);
    const received = (account: string, offerId: string, change: Parameters<typeof offerFacts>[0]) =>
      bench.append(`offer-${account}-${offerId}`, {
        type: 'OfferReceived',
        data: { account, offerId, facts: offerFacts(change), digest: offerId, at: '2026-03-02T09:00:00.000Z' },
      });
    await received('main', '1', { sku: 'A/1', pnk: 'DONEBBM', eans: ['036000291452'] });
    await received('main', '2', { sku: 'A', pnk: null, eans: ['5941234567899', '96385074'], status: 'inactive' });
    const lastOffer = await received('fbe', '3', { sku: 'B', pnk: 'DONEBBM', eans: [] });
    await bench.append(stream, decision(1), decision(2, { account: 'fbe', recommendation: 'already_have_offer' }));
    const last = await bench.append(
      'eanMatch-00000096385074',
      decision(3, {
        ean: '96385074',
        gtin14: '00000096385074',
        asked: {},
        candidates: [],
        recommendation: 'create_new_product',
      }),
    );
    await bench.reached('offers', lastOffer);
    await bench.reached('ean_decisions', last);
  });
  afterAll(() => bench.close());

  const minutes = async (filter: EanDecisionFilter, q?: string, sort?: 'ean') => {
    const page = await queries.list(filter, {
      page: 1,
      itemsPerPage: 25,
      ...(q !== undefined && { q }),
      ...(sort && { sort, order: 'asc' }),
    });
    expect([page.total, page.totalIsLowerBound]).toEqual([page.items.length, false]);
    return page.items.map((item) => Number((JSON.parse(item) as { id: string }).id.slice(-2)));
  };

  it('are newest first', async () => expect(await minutes({})).toEqual([3, 2, 1]));
  it('are filtered by account', async () => expect(await minutes({ accounts: ['main'] })).toEqual([3, 1]));
  it('are filtered by recommendation', async () =>
    expect(await minutes({ recommendations: ['already_have_offer', 'create_new_product'] })).toEqual([3, 2]));
  it('are searched by code, product, key and SKU', async () => {
    expect(await minutes({}, '96385074')).toEqual([3]);
    expect(await minutes({}, 'rucsac')).toEqual([2, 1]);
    expect(await minutes({ accounts: ['main'] }, 'd1x2y3')).toEqual([1]);
    expect(await minutes({}, 'rdx-40')).toEqual([2, 1]);
  });
  it('are sorted by code', async () => expect((await minutes({}, undefined, 'ean'))[2]).toBe(3));

  describe('our own offers', () => {
    const found = async (codes: Partial<Parameters<PgLocalOffers['find']>[0]>) =>
      (await offers.find({ eans: [], partNumberKeys: [], sku: null, ...codes })).map(
        ({ account, offerId, isActive, matchedBy }) => [account, offerId, isActive, ...matchedBy],
      );

    it('are found by code, key and SKU, over all accounts', async () => {
      expect(await found({ eans: ['96385074'] })).toEqual([['main', '2', false, 'ean']]);
      expect(await found({ partNumberKeys: ['DONEBBM'] })).toEqual([
        ['fbe', '3', true, 'part_number_key'],
        ['main', '1', true, 'part_number_key'],
      ]);
      expect(await found({ sku: 'A' })).toEqual([['main', '2', false, 'sku']]);
      expect(await found({ eans: ['036000291452'], partNumberKeys: ['DONEBBM'], sku: 'A/1' })).toEqual([
        ['fbe', '3', true, 'part_number_key'],
        ['main', '1', true, 'part_number_key', 'ean', 'sku'],
      ]);
    });

    it('are not found by half a code, nor by what would be an operator', async () => {
      expect(await found({ eans: ['9638507'], partNumberKeys: ['DONE'], sku: 'a' })).toEqual([]);
      expect(await found({ partNumberKeys: ["x' | 'done", "'", ''], eans: ['!'] })).toEqual([]);
    });

    it('are nobody when nothing is asked', async () => expect(await found({})).toEqual([]));
  });
});
