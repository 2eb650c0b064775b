import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CatalogueProduct } from '../../../src/domain/ean/catalogueProduct.js';
import { eanMatchDecider, type DecideEanMatch } from '../../../src/domain/ean/eanMatch.js';
import { readGtin, type Gtin } from '../../../src/domain/ean/gtin.js';
import { ACTIONS, matchProduct, stepsOf, type LocalOffer, type ProductData } from '../../../src/domain/ean/matching.js';
import { specFor } from '../../support/deciderSpec.js';

const gtinOf = (ean: string): Gtin => {
  const gtin = readGtin(ean);
  if (typeof gtin === 'string') throw new Error(gtin);
  return gtin;
};
const gtin = gtinOf('5941234567899');

const product = (change: Partial<CatalogueProduct> = {}): CatalogueProduct => ({
  ean: '5941234567899',
  partNumberKey: 'D1X2Y3BBM',
  name: 'Rucsac drumeție Demo RDX 40 L',
  brand: 'Demo Outdoor',
  categoryId: '3901',
  categoryName: 'Rucsacuri drumeție',
  url: null,
  imageUrl: null,
  isOfferAllowed: true,
  hasOffer: false,
  hotness: null,
  ...change,
});

const offer = (change: Partial<LocalOffer> = {}): LocalOffer => ({
  account: 'main',
  offerId: '501234',
  sku: 'RDX-40-BLU',
  name: 'Rucsac drumeție 40 L',
  partNumberKey: null,
  eans: ['5941234567899'],
  isActive: true,
  matchedBy: ['ean'],
  ...change,
});

describe('what follows from one product', () => {
  it.each([
    ['already_have_offer', 'update_existing_offer', [product({ hasOffer: true })], []],
    ['already_have_offer', 'update_existing_offer', [product({ hasOffer: true, isOfferAllowed: false })], []],
    ['can_add_offer', 'create_new_offer', [product()], []],
    ['cannot_add_offer', 'contact_emag_support', [product({ isOfferAllowed: false })], []],
    ['create_new_product', 'submit_new_product_to_emag', [], []],
    ['already_have_offer', 'update_existing_offer', [product()], [offer({ partNumberKey: 'D1X2Y3BBM' })]],
    ['already_have_offer', 'update_existing_offer', [], [offer()]],
    ['create_new_product', 'submit_new_product_to_emag', [], [offer({ eans: [], matchedBy: ['sku'] })]],
    ['can_add_offer', 'create_new_offer', [product()], [offer({ eans: [], matchedBy: ['sku'] })]],
  ])('is %s / %s', (recommendation, action, products, offers) => {
    const match = matchProduct(gtin, {}, products, offers);
    expect([match.recommendation, ACTIONS[match.recommendation]]).toEqual([recommendation, action]);
  });

  it('scores 50 when only the code speaks for it', () =>
    expect(matchProduct(gtin, {}, [product()], []).candidates[0]).toEqual({
      product: product(),
      score: 50,
      reasons: ['ean-equal'],
    }));

  it('says what speaks for it', () => {
    const asked = {
      name: 'RUCSAC DRUMETIE DEMO RDX 40 l',
      brand: 'demo outdoor',
      partNumberKey: 'd1x2y3bbm',
      categoryId: '3901',
    };
    expect(matchProduct(gtin, asked, [product()], []).candidates[0]).toMatchObject({
      score: 100,
      reasons: ['ean-equal', 'part-number-key-equal', 'brand-equal', 'name-similar', 'category-equal'],
    });
  });

  it('asks for a person when what is known speaks against it', () => {
    const match = matchProduct(gtin, { name: 'Cafea boabe 1 kg', brand: 'Aromea' }, [product()], []);
    expect(match).toMatchObject({ recommendation: 'can_add_offer', isAmbiguous: false, needsConfirmation: true });
    expect(match.candidates[0]).toMatchObject({ score: 15, reasons: ['ean-equal', 'brand-differs', 'name-differs'] });
    expect(stepsOf(match)).toEqual(['confirm-product', 'set-price-and-stock', 'attach-to-product']);
  });
});

describe('several products of one code', () => {
  const twins = [
    product({ partNumberKey: 'DB', name: 'Termos Carpati inox', brand: 'Carpați' }),
    product({ partNumberKey: 'DA', name: 'Rucsac drumeție 40 L' }),
    product({ partNumberKey: 'DC', isOfferAllowed: false }),
  ];
  const keys = (asked: ProductData, products = twins, offers: readonly LocalOffer[] = []) =>
    matchProduct(gtin, asked, products, offers).candidates.map((candidate) => candidate.product.partNumberKey);

  it('are ranked by what is known, and a person must say which', () => {
    const match = matchProduct(gtin, { name: 'Termos inox Carpați 750 ml', brand: 'Carpati' }, twins, []);
    expect(match).toMatchObject({ recommendation: 'can_add_offer', isAmbiguous: true, needsConfirmation: true });
    expect(match.candidates.map(({ product: { partNumberKey } }) => partNumberKey)).toEqual(['DB', 'DA', 'DC']);
    expect(stepsOf(match)[0]).toBe('confirm-product');
  });

  it('are ranked with ours first', () => {
    expect(keys({ brand: 'Carpați' }, [...twins, product({ partNumberKey: 'DZ', hasOffer: true })])[0]).toBe('DZ');
    expect(keys({ brand: 'Carpați' }, twins, [offer({ partNumberKey: 'DC', matchedBy: ['part_number_key'] })])[0]).toBe(
      'DC',
    );
  });

  it('are ranked with the allowed first, then by key, when nothing is known', () =>
    expect(keys({})).toEqual(['DA', 'DB', 'DC']));

  it('rank the same in whatever order they came', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(twins, { minLength: 3 }), (shuffled) =>
        expect(keys({ name: 'Rucsac' }, shuffled)).toEqual(keys({ name: 'Rucsac' })),
      ),
    ));

  it('score between 0 and 100, whatever is typed', () =>
    fc.assert(
      fc.property(
        fc.record({ name: fc.string(), brand: fc.string(), partNumberKey: fc.string(), category: fc.string() }),
        (asked) => {
          for (const { score } of matchProduct(gtin, asked, twins, []).candidates) {
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(100);
            expect(Number.isInteger(score)).toBe(true);
          }
        },
      ),
    ));
});

describe('our own offers', () => {
  it('are named by the strongest code', () => {
    const bySku = offer({ offerId: '1', eans: [], matchedBy: ['sku'] });
    const byKey = offer({ offerId: '3', eans: [], partNumberKey: 'D1X2Y3BBM', matchedBy: ['part_number_key'] });
    expect(matchProduct(gtin, {}, [product()], [bySku, offer({ offerId: '2' }), byKey]).localOffer).toBe(byKey);
    expect(matchProduct(gtin, {}, [], [bySku, offer({ offerId: '2' })]).localOffer?.offerId).toBe('2');
  });

  it('warn of a SKU that is taken', () => {
    const match = matchProduct(gtin, { sku: 'RDX-40-BLU' }, [product()], [offer({ eans: [], matchedBy: ['sku'] })]);
    expect(match.warnings).toEqual(['sku-in-use']);
    expect(stepsOf(match)).toEqual(['choose-other-sku', 'set-price-and-stock', 'attach-to-product']);
  });

  it('warn of an offer that is not active', () => {
    const match = matchProduct(gtin, {}, [product({ hasOffer: true })], [offer({ isActive: false })]);
    expect(match.warnings).toEqual(['inactive-offer']);
    expect(stepsOf(match)).toEqual(['update-offer', 'activate-offer']);
  });

  it('warn of a code of one shop', () => {
    const match = matchProduct(gtinOf('2012345678903'), {}, [], []);
    expect(match.warnings).toEqual(['in-store-code']);
    expect(stepsOf(match)[0]).toBe('use-suppliers-code');
  });
});

describe('deciding on a code', () => {
  const given = specFor(eanMatchDecider);
  const at = new Date('2026-03-02T10:00:00Z');
  const decide = (decisionId: string): DecideEanMatch => ({
    type: 'DecideEanMatch',
    data: { decisionId, account: 'main', gtin, asked: { sku: 'S1' }, products: [product()], offers: [] },
    at,
  });
  const decided = (decisionId: string) =>
    ({
      type: 'EanMatchDecided',
      data: {
        decisionId,
        account: 'main',
        ean: '5941234567899',
        gtin14: '05941234567899',
        asked: { sku: 'S1' },
        recommendation: 'can_add_offer',
        candidates: [{ product: product(), score: 50, reasons: ['ean-equal'] }],
        isAmbiguous: false,
        needsConfirmation: false,
        localOffer: null,
        warnings: [],
        at: '2026-03-02T10:00:00.000Z',
      },
    }) as const;

  it('is kept', () => given().when(decide('a')).then(decided('a')));
  it('is kept again for another question', () => given(decided('a')).when(decide('b')).then(decided('b')));
  it('is not kept twice for one question', () => given(decided('a'), decided('b')).when(decide('a')).thenNothing());
});
