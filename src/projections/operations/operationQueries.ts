import type { Actor } from '../../application/ports/eventStore.js';
import type { BulkCounts, BulkItem, BulkOutcome } from '../../domain/operation/bulk.js';
import type { OperationKind, OperationState } from '../../domain/operation/operation.js';
import type { ListRequest } from '../listPage.js';

export interface OperationFilter {
  readonly kinds?: readonly OperationKind[];
  readonly states?: readonly OperationState[];
  readonly account?: string;
  readonly orderId?: string;
  /** Items of this bulk operation. Without it, and without an order, items of bulks are left out. */
  readonly partOf?: string;
}

/** What the operation was about: an order, an offer, or the sync runs that it started. The door makes `result` and links of it. */
export type OperationSubject =
  | { readonly kind: 'order'; readonly account: string; readonly orderId: string }
  | { readonly kind: 'offer'; readonly account: string; readonly offerId: string }
  | { readonly kind: 'sync_runs'; readonly runIds: readonly string[] }
  | BulkSubject;

/** One order of a bulk with what became of it so far. */
export interface BulkLine extends Pick<BulkItem, 'account' | 'orderId'> {
  readonly outcome: Omit<BulkOutcome, 'item'> | null;
}

export interface BulkSubject {
  readonly kind: 'bulk';
  readonly accounts: readonly string[];
  readonly counts: BulkCounts;
  readonly isStopRequested: boolean;
  readonly isRetriable: boolean;
  readonly retryOf: string | null;
  readonly retriedBy: string | null;
  /** Of the last thing that happened to it: what its items brought about lies before. */
  readonly position: string;
}

/** Contract §8, less `result`, `links` and the problem document around `refusal`. Times are ISO 8601 UTC. */
export interface OperationRecord {
  readonly id: string;
  readonly kind: OperationKind;
  readonly state: OperationState;
  readonly progress: { readonly done: number; readonly total: number };
  readonly refusal: { readonly code: string; readonly text: string } | null;
  readonly subject: OperationSubject;
  /** Number of the AWB or invoice that came of it. */
  readonly outcome: { readonly awbNumber: string | null; readonly invoiceNumber: string | null };
  /** The bulk operation that it is an item of. */
  readonly partOf: string | null;
  readonly createdBy: Actor;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

export interface OperationPage {
  readonly operations: readonly OperationRecord[];
  readonly total: number;
  readonly totalIsLowerBound: boolean;
  readonly nextCursor: string | null;
}

export interface OperationQueries {
  /** Newest first. */
  list(filter: OperationFilter, request: ListRequest<'created_at'>): Promise<OperationPage>;
  byId(id: string): Promise<OperationRecord | null>;
  /** The orders of a bulk in the order in which they were asked for; empty for other operations. */
  bulkLines(id: string): Promise<readonly BulkLine[]>;
  /** Why these operations failed, in the words of whoever refused; those that did not are absent. */
  refusals(ids: readonly string[]): Promise<ReadonlyMap<string, { readonly code: string; readonly text: string }>>;
}
