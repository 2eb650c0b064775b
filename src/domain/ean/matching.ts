import type { CatalogueProduct } from './catalogueProduct.js';
import type { Gtin } from './gtin.js';
import { isInStoreCode } from './gtin.js';

/** What the seller knows of the product; nothing of it is needed. */
export interface ProductData {
  readonly name?: string | undefined;
  readonly brand?: string | undefined;
  readonly sku?: string | undefined;
  /** The manufacturer's. */
  readonly partNumber?: string | undefined;
  /** The marketplace's. */
  readonly partNumberKey?: string | undefined;
  readonly category?: string | undefined;
  readonly categoryId?: string | undefined;
}

/** An offer of ours as the read model knows it. */
export interface LocalOffer {
  readonly account: string;
  readonly offerId: string;
  readonly sku: string | null;
  readonly name: string;
  readonly partNumberKey: string | null;
  readonly eans: readonly string[];
  readonly isActive: boolean;
  /** By which of the asked codes it was found, the strongest first. */
  readonly matchedBy: readonly ('part_number_key' | 'ean' | 'sku')[];
}

/** What to do, each with its one action (contract §2). */
export const ACTIONS = {
  already_have_offer: 'update_existing_offer',
  can_add_offer: 'create_new_offer',
  cannot_add_offer: 'contact_emag_support',
  create_new_product: 'submit_new_product_to_emag',
} as const;

export type Recommendation = keyof typeof ACTIONS;

export const MATCH_REASONS = [
  'ean-equal',
  'our-offer',
  'part-number-key-equal',
  'part-number-key-differs',
  'brand-equal',
  'brand-differs',
  'name-similar',
  'name-differs',
  'category-equal',
  'category-differs',
  'offer-not-allowed',
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export interface Candidate {
  readonly product: CatalogueProduct;
  /** 0 to 100; 50 when only the code speaks for it. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

export const MATCH_WARNINGS = ['in-store-code', 'sku-in-use', 'inactive-offer'] as const;
export type MatchWarning = (typeof MATCH_WARNINGS)[number];

export interface Match {
  readonly recommendation: Recommendation;
  /** Best first. The first is what the recommendation is about. */
  readonly candidates: readonly Candidate[];
  /** The code has several products: which one it is must be said by a person. */
  readonly isAmbiguous: boolean;
  /** Ambiguous, or what is known of the product speaks against the only candidate. */
  readonly needsConfirmation: boolean;
  readonly localOffer: LocalOffer | null;
  readonly warnings: readonly MatchWarning[];
}

const MOST_CANDIDATES = 20;
const DOUBTFUL_BELOW = 40;

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string): ReadonlySet<string> => new Set(plain(text).match(/[\p{L}\p{N}]+/gu) ?? []);

/** Share of common words, 0 to 1 (Dice). */
const similarity = (a: string, b: string): number => {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.size + right.size === 0) return 0;
  const common = [...left].filter((word) => right.has(word)).length;
  return (2 * common) / (left.size + right.size);
};

const isSameText = (a: string, b: string): boolean => [...wordsOf(a)].join(' ') === [...wordsOf(b)].join(' ');

interface Evidence {
  readonly points: number;
  readonly reason?: MatchReason;
}

const partNumberKeyEvidence = (asked: ProductData, product: CatalogueProduct): Evidence => {
  if (!asked.partNumberKey) return { points: 0 };
  return asked.partNumberKey.toUpperCase() === product.partNumberKey.toUpperCase()
    ? { points: 30, reason: 'part-number-key-equal' }
    : { points: -20, reason: 'part-number-key-differs' };
};

const brandEvidence = (asked: ProductData, product: CatalogueProduct): Evidence => {
  if (!asked.brand || !product.brand) return { points: 0 };
  return isSameText(asked.brand, product.brand)
    ? { points: 15, reason: 'brand-equal' }
    : { points: -25, reason: 'brand-differs' };
};

const nameEvidence = (asked: ProductData, product: CatalogueProduct): Evidence => {
  if (!asked.name || product.name === '') return { points: 0 };
  const share = similarity(asked.name, product.name);
  const points = Math.round(30 * share) - 10;
  if (share >= 0.5) return { points, reason: 'name-similar' };
  return share < 0.2 ? { points, reason: 'name-differs' } : { points };
};

const categoryEvidence = (asked: ProductData, product: CatalogueProduct): Evidence => {
  const verdict = (isEqual: boolean): Evidence =>
    isEqual ? { points: 5, reason: 'category-equal' } : { points: -5, reason: 'category-differs' };
  if (asked.categoryId && product.categoryId) return verdict(asked.categoryId === product.categoryId);
  return asked.category && product.categoryName
    ? verdict(isSameText(asked.category, product.categoryName))
    : { points: 0 };
};

const judged = (asked: ProductData, product: CatalogueProduct, isOurs: boolean): Candidate => {
  const evidence = [partNumberKeyEvidence, brandEvidence, nameEvidence, categoryEvidence].map((judge) =>
    judge(asked, product),
  );
  const points = evidence.reduce((sum, one) => sum + one.points, 50);
  return {
    product,
    score: Math.min(100, Math.max(0, points)),
    reasons: [
      'ean-equal',
      ...(isOurs ? (['our-offer'] as const) : []),
      ...evidence.flatMap(({ reason }) => reason ?? []),
      ...(product.isOfferAllowed ? [] : (['offer-not-allowed'] as const)),
    ],
  };
};

const isOurs = ({ reasons }: Candidate): boolean => reasons.includes('our-offer');

/** Ours first, then by evidence; the key breaks ties, so that the same answer always ranks the same. */
const byRank = (a: Candidate, b: Candidate): number =>
  Number(isOurs(b)) - Number(isOurs(a)) ||
  b.score - a.score ||
  Number(b.product.isOfferAllowed) - Number(a.product.isOfferAllowed) ||
  (a.product.partNumberKey < b.product.partNumberKey ? -1 : 1);

/** How strongly an offer of ours is the product: its catalogue key, its code, then only its SKU. */
const STRENGTH = ['part_number_key', 'ean', 'sku'] as const;

const strongest = (offers: readonly LocalOffer[], best: Candidate | undefined): LocalOffer | null => {
  const strength = ({ matchedBy, partNumberKey }: LocalOffer): number =>
    best && partNumberKey === best.product.partNumberKey
      ? -1
      : Math.min(...matchedBy.map((code) => STRENGTH.indexOf(code)));
  const [first] = [...offers].sort(
    (a, b) => strength(a) - strength(b) || Number(b.isActive) - Number(a.isActive) || (a.offerId < b.offerId ? -1 : 1),
  );
  return first ?? null;
};

const isMoreThanSku = ({ matchedBy }: LocalOffer): boolean => matchedBy.some((code) => code !== 'sku');

const recommend = (best: Candidate | undefined, localOffer: LocalOffer | null): Recommendation => {
  if (best && isOurs(best)) return 'already_have_offer';
  // The catalogue does not show it yet, as while its documentation is checked: a second product would be refused.
  if (!best && localOffer && isMoreThanSku(localOffer)) return 'already_have_offer';
  if (!best) return 'create_new_product';
  return best.product.isOfferAllowed ? 'can_add_offer' : 'cannot_add_offer';
};

/**
 * What a code's products in the catalogue mean for one account (reference §13.1): update an offer that exists, else
 * attach to the product where that is allowed, else ask for access, else create the product. Nothing is attached here.
 *
 * @param offers the account's own offers that carry the code, a candidate's key, or the asked SKU
 */
export const matchProduct = (
  gtin: Gtin,
  asked: ProductData,
  products: readonly CatalogueProduct[],
  offers: readonly LocalOffer[],
): Match => {
  const ourKeys = new Set(offers.flatMap(({ partNumberKey }) => partNumberKey ?? []));
  const candidates = products
    .map((product) => judged(asked, product, product.hasOffer || ourKeys.has(product.partNumberKey)))
    .sort(byRank)
    .slice(0, MOST_CANDIDATES);
  const [best] = candidates;
  const localOffer = strongest(offers, best);
  const recommendation = recommend(best, localOffer);
  const isAmbiguous = candidates.length > 1;
  const isSkuTaken =
    recommendation !== 'already_have_offer' && offers.some(({ matchedBy }) => matchedBy.includes('sku'));
  return {
    recommendation,
    candidates,
    isAmbiguous,
    needsConfirmation: isAmbiguous || (best !== undefined && best.score < DOUBTFUL_BELOW),
    localOffer,
    warnings: [
      ...(isInStoreCode(gtin) ? (['in-store-code'] as const) : []),
      ...(isSkuTaken ? (['sku-in-use'] as const) : []),
      ...(recommendation === 'already_have_offer' && localOffer && !localOffer.isActive
        ? (['inactive-offer'] as const)
        : []),
    ],
  };
};

export const MATCH_STEPS = [
  'confirm-product',
  'update-offer',
  'activate-offer',
  'set-price-and-stock',
  'attach-to-product',
  'ask-for-category-access',
  'contact-support',
  'use-suppliers-code',
  'choose-other-sku',
  'choose-category',
  'fill-characteristics',
  'submit-product',
  'await-validation',
] as const;
export type MatchStep = (typeof MATCH_STEPS)[number];

const STEPS: Readonly<Record<Recommendation, readonly MatchStep[]>> = {
  already_have_offer: ['update-offer'],
  can_add_offer: ['set-price-and-stock', 'attach-to-product'],
  cannot_add_offer: ['ask-for-category-access', 'contact-support'],
  create_new_product: ['choose-category', 'fill-characteristics', 'submit-product', 'await-validation'],
};

/** What a person does next, in order. */
export const stepsOf = ({
  recommendation,
  needsConfirmation,
  warnings,
}: Pick<Match, 'recommendation' | 'needsConfirmation' | 'warnings'>): readonly MatchStep[] => [
  ...(warnings.includes('in-store-code') ? (['use-suppliers-code'] as const) : []),
  ...(needsConfirmation ? (['confirm-product'] as const) : []),
  ...(warnings.includes('sku-in-use') ? (['choose-other-sku'] as const) : []),
  ...STEPS[recommendation],
  ...(warnings.includes('inactive-offer') ? (['activate-offer'] as const) : []),
];
