import { readGtin } from '../../domain/ean/gtin.js';
import type { CatalogueProduct } from '../../domain/ean/catalogueProduct.js';
import {
  booleanOrNull,
  displayText,
  displayTextOrNull,
  idOrNull,
  listOf,
  objectOf,
  textOf,
  textOrNull,
  type RawObject,
} from './rawValues.js';

const productOf = (raw: RawObject, askedEan: string): CatalogueProduct | null => {
  const partNumberKey = textOf(raw['part_number_key']);
  if (partNumberKey === '') return null;
  const own = raw['ean'] ?? raw['eans'];
  return {
    ean: textOf(Array.isArray(own) ? own[0] : own) || askedEan,
    partNumberKey,
    name: displayText(raw['product_name'] ?? raw['name']),
    brand: displayTextOrNull(raw['brand_name'] ?? raw['brand']),
    categoryId: idOrNull(raw['doc_category_id'] ?? raw['category_id']),
    categoryName: displayTextOrNull(raw['category_name']),
    url: textOrNull(raw['site_url']),
    imageUrl: textOrNull(raw['product_image']),
    isOfferAllowed: booleanOrNull(raw['allowed_to_add_offer'] ?? raw['allow_to_add_offer']) ?? false,
    hasOffer: booleanOrNull(raw['vendor_has_offer']) ?? false,
    hotness: displayTextOrNull(raw['hotness']),
  };
};

/** Products under their EAN, whether the answer is keyed by EAN (the sample) or a flat list (reference §26 row 21). */
const pairsOf = (results: unknown): readonly (readonly [ean: string, product: RawObject])[] => {
  if (Array.isArray(results)) {
    return listOf(results).flatMap((row) => {
      const nested = row['products'];
      const ean = textOf(Array.isArray(row['eans']) ? row['eans'][0] : (row['ean'] ?? row['eans']));
      return Array.isArray(nested) ? listOf(nested).map((one) => [ean, one] as const) : [[ean, row] as const];
    });
  }
  return Object.entries(objectOf(results)).flatMap(([ean, group]) => {
    const products = Array.isArray(group) ? group : objectOf(group)['products'];
    // A list with keys instead of places is an object (reference §7).
    return listOf(Array.isArray(products) ? products : Object.values(objectOf(products))).map(
      (product) => [ean, product] as const,
    );
  });
};

/**
 * Products by GTIN-14, each once. Null when the answer is neither list nor object, so that a broken answer is not taken
 * for "there is none".
 */
export const readCatalogue = (results: unknown): ReadonlyMap<string, readonly CatalogueProduct[]> | null => {
  if (typeof results !== 'object' || results === null) return null;
  const found = new Map<string, Map<string, CatalogueProduct>>();
  for (const [ean, raw] of pairsOf(results)) {
    const product = productOf(raw, ean);
    const gtin = readGtin(ean === '' && product ? product.ean : ean);
    if (!product || typeof gtin === 'string') continue;
    const products = found.get(gtin.gtin14) ?? new Map<string, CatalogueProduct>();
    if (!products.has(product.partNumberKey)) products.set(product.partNumberKey, product);
    found.set(gtin.gtin14, products);
  }
  return new Map([...found].map(([gtin14, products]) => [gtin14, [...products.values()]]));
};
