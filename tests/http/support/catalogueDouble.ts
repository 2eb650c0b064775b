import type { CatalogueProduct } from '../../../src/domain/ean/catalogueProduct.js';
import { readGtin } from '../../../src/domain/ean/gtin.js';

export const catalogueProduct = (change: Partial<CatalogueProduct> = {}): CatalogueProduct => ({
  ean: '5941234567899',
  partNumberKey: 'D1X2Y3BBM',
  name: 'Rucsac drumetie Demo RDX 40 L',
  brand: 'Demo Outdoor',
  categoryId: '3901',
  categoryName: 'Rucsacuri drumetie',
  url: 'http://emag.ro/product_details/pd/D1X2Y3BBM',
  imageUrl: 'https://img.emag.example/p/1.png',
  isOfferAllowed: true,
  hasOffer: false,
  hotness: 'COLD',
  ...change,
});

const twin = '5949900000022';

/** `5941234567899` is one product, which `main` offers; `5949900000022` has two. */
export const catalogueDouble = (
  account: string,
  eans: readonly string[],
): ReadonlyMap<string, readonly CatalogueProduct[]> => {
  const found = new Map<string, readonly CatalogueProduct[]>();
  for (const ean of eans) {
    const gtin = readGtin(ean);
    if (typeof gtin === 'string') continue;
    if (ean === '5941234567899') found.set(gtin.gtin14, [catalogueProduct({ hasOffer: account === 'main' })]);
    if (ean === twin)
      found.set(gtin.gtin14, [
        catalogueProduct({ ean, partNumberKey: 'DTWIN2BBM', name: 'Alt produs', brand: 'Alta' }),
        catalogueProduct({ ean, partNumberKey: 'DTWIN1BBM' }),
      ]);
  }
  return found;
};
