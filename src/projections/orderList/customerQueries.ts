import type { JsonText, ListPage, ListRequest } from '../listPage.js';

/** The scope of rows over all accounts; no account can be called so. */
export const ALL_ACCOUNTS = '*';

/**
 * By orders that stand, neither cancelled nor returned: 10 and more `vip`, 5 to 9 `loyal`, 2 to 4 `returning`, one
 * `new`; `none` when everything was cancelled or came back.
 */
export const CUSTOMER_TIERS = ['vip', 'loyal', 'returning', 'new', 'none'] as const;
export type CustomerTier = (typeof CUSTOMER_TIERS)[number];

export const CUSTOMER_SORTS = ['orders', 'spend', 'last_order', 'name'] as const;
export type CustomerSort = (typeof CUSTOMER_SORTS)[number];

export interface CustomerFilter {
  /** Figures are then of this account alone; null is over all. */
  readonly account: string | null;
  readonly tiers?: readonly CustomerTier[];
  readonly hasReturns?: boolean;
}

/** Customers by the marketplace's id; `items` are rows of `GET /customers`. */
export interface CustomerQueries {
  /** Latest buyers first unless sorted otherwise. */
  list(filter: CustomerFilter, request: ListRequest<CustomerSort>): Promise<ListPage>;
  byId(id: string, account: string | null): Promise<JsonText | null>;
  /** Their orders as rows of the order list, newest first. */
  orders(id: string, account: string | null, request: ListRequest<'order_date'>): Promise<ListPage>;
}
