import type { LocalOffer } from '../../domain/ean/matching.js';

export interface OfferCodes {
  /** The number in every spelling that an offer may carry. */
  readonly eans: readonly string[];
  readonly partNumberKeys: readonly string[];
  readonly sku: string | null;
}

/** Our own offers by the codes that they carry, over all accounts; inactive ones too. */
export interface LocalOffers {
  find(codes: OfferCodes): Promise<readonly LocalOffer[]>;
}
