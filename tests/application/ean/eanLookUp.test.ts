import { beforeEach, describe, expect, it } from '@jest/globals';
import { EanLookUp, EanQuotaExhausted } from '../../../src/application/ean/eanLookUp.js';
import { MarketplaceError, type EanQuota } from '../../../src/application/ports/marketplace.js';
import type { CatalogueProduct } from '../../../src/domain/ean/catalogueProduct.js';
import { checkDigitOf, readGtin, type Gtin } from '../../../src/domain/ean/gtin.js';
import { FakeMarketplace } from '../../support/fakeMarketplace.js';

const gtinOf = (ean: string): Gtin => {
  const gtin = readGtin(ean);
  if (typeof gtin === 'string') throw new Error(gtin);
  return gtin;
};

/** A UPC-A has two spellings, so that 60 of them do not fit into one call. */
const upcs = (count: number): Gtin[] =>
  Array.from({ length: count }, (_, index) => {
    const digits = `0360${String(index).padStart(7, '0')}`;
    return gtinOf(`${digits}${checkDigitOf(digits)}`);
  });

class Catalogue extends FakeMarketplace {
  readonly asked: (readonly string[])[] = [];
  failure: Error | null = null;
  callsUntilFailure = 0;
  left = 100;

  override findByEans(eans: readonly string[] = []): Promise<ReadonlyMap<string, readonly CatalogueProduct[]>> {
    if (this.failure && this.asked.length >= this.callsUntilFailure) return Promise.reject(this.failure);
    this.asked.push(eans);
    return Promise.resolve(new Map());
  }
  override eanQuota(): Promise<EanQuota> {
    const { left } = this;
    return Promise.resolve({ limit: 5_000, remaining: left, availableNow: left, nextAt: null, resetsAt: null });
  }
}

describe('looking codes up', () => {
  let catalogue: Catalogue;
  let lookUp: EanLookUp;
  const kept = new Map<string, readonly CatalogueProduct[]>();
  const search = (gtins: readonly Gtin[]) => lookUp.search('main', gtins, 'c1');

  beforeEach(() => {
    catalogue = new Catalogue();
    kept.clear();
    lookUp = new EanLookUp(catalogue, async (account, gtin14, load) => {
      const key = `${account}/${gtin14}`;
      const known = kept.get(key);
      if (known) return known;
      const products = await load();
      kept.set(key, products);
      return products;
    });
  });

  it('asks for each number once, in as few calls as they fit in', async () => {
    const gtins = upcs(60);
    const { products, notSearched } = await search([...gtins, ...gtins]);
    expect([products.size, notSearched]).toEqual([60, []]);
    expect(catalogue.asked.map((eans) => eans.length)).toEqual([100, 20]);
    expect(new Set(catalogue.asked.flat()).size).toBe(120);
  });

  it('asks a number in two spellings once', async () => {
    await search([gtinOf('036000291452'), gtinOf('0036000291452')]);
    expect(catalogue.asked).toEqual([['0036000291452', '036000291452']]);
  });

  it('does not ask for what is known', async () => {
    await search(upcs(3));
    await search(upcs(4));
    expect(catalogue.asked.map((eans) => eans.length)).toEqual([6, 2]);
  });

  it('calls nobody for nothing', async () => {
    expect((await search([])).products.size).toBe(0);
    expect(catalogue.asked).toEqual([]);
  });

  it('answers what it knows when the quota gives out', async () => {
    catalogue.failure = new MarketplaceError('rate-limited', 'used up', true, 36_000);
    catalogue.callsUntilFailure = 1;
    catalogue.left = 0;
    const { products, notSearched, failure } = await search(upcs(60));
    expect([products.size, notSearched.length, failure?.code]).toEqual([50, 10, 'rate-limited']);
  });

  it('says that the quota is used up when it knows nothing', async () => {
    catalogue.failure = new MarketplaceError('rate-limited', 'used up', true, 36_000);
    catalogue.left = 0;
    const refused = search(upcs(60));
    await expect(refused).rejects.toBeInstanceOf(EanQuotaExhausted);
    await expect(refused).rejects.toMatchObject({ retryAfterMs: 36_000, account: 'main' });
  });

  it('does not blame the quota for another limit', async () => {
    catalogue.failure = new MarketplaceError('rate-limited', 'slow down', true, 1_000);
    await expect(search(upcs(1))).rejects.toBe(catalogue.failure);
  });

  it('does not take an error of ours for one of the marketplace', async () => {
    catalogue.failure = new TypeError('bug');
    await expect(search(upcs(1))).rejects.toThrow(TypeError);
  });
});
