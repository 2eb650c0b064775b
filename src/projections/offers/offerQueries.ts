import type { OfferKey, OfferStatus } from '../../domain/offer/offer.js';
import type { JsonText, ListPage, ListRequest } from '../listPage.js';
import type { AttentionItem } from '../orderList/attentionQueries.js';

export const OFFER_SORTS = ['id', 'sku', 'name', 'price_net', 'stock', 'last_synced_at'] as const;
export type OfferSort = (typeof OFFER_SORTS)[number];

/** Filters of `products/all` and `offers/all`; what is absent does not filter. Prices are net decimal strings. */
export interface OfferFilter {
  readonly accounts?: readonly string[];
  readonly includeInactive?: boolean;
  readonly statuses?: readonly OfferStatus[];
  readonly brand?: string;
  /** The marketplace's number of the validation status. */
  readonly validationStatus?: number;
  readonly inStock?: boolean;
  /** Somebody else holds the buy box. */
  readonly buyBoxLost?: boolean;
  readonly priceNetFrom?: string;
  readonly priceNetTo?: string;
}

export interface OfferCounts {
  readonly account: string;
  readonly total: number;
  readonly active: number;
  readonly stockValueNet: string;
  readonly currency: string;
}

export interface OfferRow {
  readonly item: JsonText;
  readonly revision: bigint;
  readonly position: bigint;
}

export interface OfferStock {
  readonly currency: string;
  readonly active: number;
  readonly stockValueNet: string;
}

export interface OfferQueries {
  /** Rows of `GET /emag/enhanced/products/all`. */
  products(filter: OfferFilter, request: ListRequest<OfferSort>): Promise<ListPage>;
  /** Rows of `GET /emag/enhanced/offers/all`. */
  offers(filter: OfferFilter, request: ListRequest<OfferSort>): Promise<ListPage>;
  /** One row of `offers/all`; null when it was never read. */
  offer(account: string, offerId: string): Promise<OfferRow | null>;
  /** Where the marketplace keeps the first picture of these offers, by `account-offerId`; those without one are absent. */
  imageUrls(keys: readonly OfferKey[]): Promise<ReadonlyMap<string, string>>;
  counts(accounts: readonly string[] | null): Promise<readonly OfferCounts[]>;
  /** How offers stood at the end of a day, `YYYY-MM-DD` in Europe/Bucharest, of the last two months; empty before the first. */
  stockOn(accounts: readonly string[] | null, day: string): Promise<readonly OfferStock[]>;
  /** Offers whose change was refused or contradicted, oldest first. */
  attention(accounts: readonly string[] | null, limit: number): Promise<readonly AttentionItem[]>;
}
