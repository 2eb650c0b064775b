import type { Actor } from '../../application/ports/eventStore.js';
import type { SyncCounts, SyncKind, SyncOptions, SyncRunPhase, SyncTrigger } from '../../domain/syncRun/syncRun.js';
import type { ListRequest } from '../listPage.js';

export interface SyncRunFilter {
  readonly accounts?: readonly string[];
  readonly kinds?: readonly SyncKind[];
  readonly phases?: readonly SyncRunPhase[];
}

/** A run as the read model holds it; `syncRunView` turns it into the contract's row. Times are ISO 8601 UTC. */
export interface SyncRunRecord {
  readonly id: string;
  readonly account: string;
  readonly kind: SyncKind;
  readonly operationId: string;
  readonly phase: SyncRunPhase;
  readonly isCancelRequested: boolean;
  readonly options: SyncOptions;
  readonly trigger: SyncTrigger;
  readonly requestedBy: Actor;
  readonly counts: SyncCounts;
  /** Ids that the marketplace counts and we could not read. */
  readonly missing: readonly string[];
  readonly failure: { readonly code: string; readonly text: string } | null;
  readonly requestedAt: string;
  readonly startedAt: string | null;
  readonly progressedAt: string | null;
  readonly finishedAt: string | null;
}

export interface SyncRunPage {
  readonly runs: readonly SyncRunRecord[];
  readonly total: number;
  readonly totalIsLowerBound: boolean;
  readonly nextCursor: string | null;
}

/** Of the runs that ended in the last 30 days. */
export interface SyncStatistics {
  readonly total: number;
  readonly completed: number;
  readonly failed: number;
  readonly cancelled: number;
}

export interface SyncRunQueries {
  /** Newest first. */
  list(filter: SyncRunFilter, request: ListRequest<'requested_at'>): Promise<SyncRunPage>;
  byId(id: string): Promise<SyncRunRecord | null>;
  /** Requested or running. */
  active(): Promise<readonly SyncRunRecord[]>;
  /** The newest completed run of each account and kind. */
  lastCompleted(): Promise<readonly SyncRunRecord[]>;
  statistics(now: Date, accounts: readonly string[]): Promise<SyncStatistics>;
}
