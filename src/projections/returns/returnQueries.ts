import type { ReturnStatus } from '../../domain/returns/returnRequest.js';
import type { ListPage, ListRequest } from '../listPage.js';

export const RETURN_SORTS = ['requested_at', 'id'] as const;
export type ReturnSort = (typeof RETURN_SORTS)[number];

/** What is absent does not filter; `from` and `to` are ISO 8601 UTC, inclusive, and mean the request's date. */
export interface ReturnListFilter {
  readonly accounts?: readonly string[];
  readonly statuses?: readonly ReturnStatus[];
  readonly orderId?: string;
  readonly from?: string;
  readonly to?: string;
}

export interface ReturnQueries {
  /** Rows of `GET /returns`, newest request first unless asked otherwise. */
  list(filter: ReturnListFilter, request: ListRequest<ReturnSort>): Promise<ListPage>;
}
