import { pictureAddress } from './pictureAddresses.js';
import { ranges, type Range } from './catalogue.js';
import { netOfGross } from './money.js';
import type { SeededRandom } from './seededRandom.js';
import type { FulfilmentType, Offer } from '../model.js';

/** A catalogue product: what several sellers may offer. */
export interface Product {
  range: Range;
  name: string;
  brand: string;
  partNumber: string;
  partNumberKey: string;
  ean: string;
  grossCents: number;
  weightGrams: number;
}

/** GTIN check digit of the digits before it (reference §22.6). */
export const checkDigit = (digits: string): number => {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) sum += Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 3 : 1);
  return (10 - (sum % 10)) % 10;
};

const combinations = (range: Range): { name: string; brand: string }[] => {
  let names = range.bases.flatMap((base) => range.brands.map((brand) => ({ brand, name: `${base} ${brand}` })));
  for (const variants of range.variants)
    names = names.flatMap(({ brand, name }) => variants.map((variant) => ({ brand, name: `${name}, ${variant}` })));
  return names;
};

const shuffle = <T>(items: T[], random: SeededRandom): T[] => {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = random.int(0, i);
    const [a, b] = [items[i], items[j]];
    if (a !== undefined && b !== undefined) [items[i], items[j]] = [b, a];
  }
  return items;
};

const keyLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';

const makeKey = (random: SeededRandom): string => {
  let key = 'D';
  for (let i = 0; i < 5; i += 1) key += keyLetters[random.int(0, keyLetters.length - 1)];
  return `${key}BBM`;
};

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^A-Za-z0-9 ]/g, '')
    .toUpperCase();

const partNumberOf = (brand: string, index: number): string =>
  `${plain(brand).replace(/ /g, '').slice(0, 4)}-${String(index + 1001).padStart(5, '0')}`;

/** `count` different products, taking the ranges in turn so that every kind of goods is there. */
export const generateProducts = (random: SeededRandom, count: number): Product[] => {
  const piles = ranges.map((range) => ({ range, names: shuffle(combinations(range), random) }));
  const brandCodes = new Map<string, number>();
  const keys = new Set<string>();
  const products: Product[] = [];
  for (let round = 0; products.length < count; round += 1) {
    for (const { range, names } of piles) {
      if (products.length === count) break;
      const edition = Math.floor(round / names.length);
      const named = names[round % names.length];
      // Small ranges run out before large ones; they repeat, as new editions, only when every range has.
      if (!named || (edition > 0 && round < 600)) continue;
      const index = products.length;
      const code = brandCodes.get(named.brand) ?? 1200 + brandCodes.size * 37;
      brandCodes.set(named.brand, code);
      const digits = `594${code}${String(index % 100_000).padStart(5, '0')}`;
      let partNumberKey = makeKey(random);
      while (keys.has(partNumberKey)) partNumberKey = makeKey(random);
      keys.add(partNumberKey);
      const [low, high] = range.price;
      products.push({
        range,
        brand: named.brand,
        name: edition > 0 ? `${named.name}, model ${2025 + edition}` : named.name,
        partNumber: partNumberOf(named.brand, index),
        partNumberKey,
        ean: `${digits}${checkDigit(digits)}`,
        grossCents: Math.round(low + (high - low) * random.unit() ** 2) * 100 + 99,
        weightGrams: random.int(range.grams[0], range.grams[1]),
      });
    }
  }
  return products;
};

/** Ids of `vat/read`: 1 is 21 percent, 7 is 11 percent. */
export const vatIdOf = (range: Range): number => (range.vat === 'standard' ? 1 : 7);

const validations = [9, 11, 12, 8, 1, 4, 3, 0, 10, 2] as const;
const validationWeights = [860, 35, 12, 28, 20, 14, 12, 8, 5, 6];

const stockOf = (random: SeededRandom): number => {
  if (random.chance(0.07)) return 0;
  return random.chance(0.2) ? random.int(1, 4) : random.int(5, 180);
};

/** One seller's offer on a product; `id` is the seller's own number. */
export const makeOffer = (
  random: SeededRandom,
  product: Product,
  id: number,
  type: FulfilmentType,
  now: number,
): Offer => {
  const vat = product.range.vat === 'standard' ? 21 : 11;
  const priceE4 = netOfGross(product.grossCents, vat);
  const validation = validations[random.weighted(validationWeights)] ?? 9;
  const competitors = random.chance(0.45) ? 1 : random.int(2, 9);
  const rank = competitors === 1 ? 1 : random.int(1, competitors);
  const created = now - random.int(30, 700) * 86_400_000 - random.int(0, 86_399) * 1000;
  const stock = stockOf(random);
  const status = ([1, 0, 2] as const)[random.weighted([885, 90, 25])] ?? 1;
  return {
    id,
    partNumberKey: validation === 0 || validation === 1 ? null : product.partNumberKey,
    partNumber: product.partNumber,
    name: product.name,
    brand: product.brand,
    categoryId: product.range.categoryId,
    description: `<p>${product.name}. Livrare din stoc, garanție ${product.range.warranty} luni.</p>`,
    ean: [product.ean],
    priceE4,
    recommendedE4: random.chance(0.4) ? netOfGross(Math.round(product.grossCents * 1.18), vat) : 0,
    minE4: Math.floor(priceE4 * 0.7),
    maxE4: Math.ceil(priceE4 * 1.6),
    vatId: vatIdOf(product.range),
    warranty: product.range.warranty,
    stock,
    reserved: stock > 3 && random.chance(0.1) ? random.int(1, 2) : 0,
    handlingTime: type === 2 ? 0 : (([0, 1, 2, 3] as const)[random.weighted([45, 35, 15, 5])] ?? 1),
    status,
    validation,
    offerValidation: random.chance(0.02) ? 2 : 1,
    ownership: random.chance(0.8) ? 1 : 2,
    competitors,
    rank,
    bestE4: rank === 1 ? priceE4 : Math.floor(priceE4 * 0.96),
    images: [1, 2].map((n) => pictureAddress(product.range.categoryId, `${product.partNumber}-${n}`)),
    characteristics: [{ id: 5401, value: product.name.split(', ').at(-1) ?? product.brand }],
    deposit: product.range.deposit ? depositName(product.name) : null,
    weightGrams: product.weightGrams,
    documentErrors: validation === 8 ? ['Photo Gallery Validation - No valid images have been found.'] : [],
    created,
    modified: created,
    validateAt: null,
  };
};

const depositName = (name: string): string => {
  if (name.includes('doză')) return 'Taxa SGR metal';
  return name.includes('sticlă') ? 'Taxa SGR sticla' : 'Taxa SGR plastic';
};
