import type { OfferStatus } from '../../domain/offer/offer.js';
import type { JsonText, ListPage, ListRequest } from '../listPage.js';

export const CATALOGUE_SORTS = ['name', 'sku', 'stock', 'price'] as const;
export type CatalogueSort = (typeof CATALOGUE_SORTS)[number];

/** Scope of rows over all accounts; no account key has this character. */
export const ALL_ACCOUNTS = '*';

/** Filters of `GET /catalogue`; what is absent does not filter. */
export interface CatalogueFilter {
  /** Rows show only this account's offers; absent: those of all. */
  readonly account?: string;
  /** Any offer of the row has one of these. */
  readonly statuses?: readonly OfferStatus[];
  readonly brand?: string;
  /** The marketplace's number, of any offer of the row. */
  readonly validationStatus?: number;
  readonly inStock?: boolean;
  readonly buyBoxLost?: boolean;
}

export interface CatalogueQueries {
  /** A row a SKU with its offers; an offer without a SKU has a row of its own. */
  list(filter: CatalogueFilter, request: ListRequest<CatalogueSort>): Promise<ListPage>;
  /** The row of a SKU; null when no offer has it. */
  bySku(sku: string, account: string | null): Promise<JsonText | null>;
}
