import { RuleViolation, type Decider } from '../decider.js';
import type { ConflictStrategy } from '../offer/offer.js';

export type SyncKind = 'orders' | 'offers';
export type SyncMode = 'incremental' | 'full' | 'historical';
export type SyncTrigger = 'user' | 'schedule' | 'callback' | 'start';

export interface SyncOptions {
  readonly mode: SyncMode;
  /** Days, ISO 8601 UTC, for `historical`; null otherwise. */
  readonly from: string | null;
  readonly to: string | null;
  readonly statuses: readonly string[] | null;
  readonly maxPages: number | null;
  readonly includeInactive: boolean;
  /** Acknowledge what may be once the run is done. */
  readonly autoAcknowledge?: boolean;
  /** For offers: what becomes of a value that was set here and is no longer shown. Absent: `emag_priority`. */
  readonly conflictStrategy?: ConflictStrategy;
}

export interface SyncCounts {
  readonly page: number;
  /** Pages expected in all, as far as counts tell; null before the first count. */
  readonly totalPages: number | null;
  readonly processed: number;
  readonly totalItems: number | null;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
}

export const noCounts: SyncCounts = {
  page: 0,
  totalPages: null,
  processed: 0,
  totalItems: null,
  created: 0,
  updated: 0,
  unchanged: 0,
  failed: 0,
};

interface OfRun {
  readonly runId: string;
  readonly account: string;
  readonly kind: SyncKind;
  readonly operationId: string;
  readonly at: string;
}

export type SyncRunEvent =
  /** `runsOfOperation`: how many accounts this operation syncs, so that it is known when all are done. */
  | { type: 'SyncRunRequested'; data: OfRun & { options: SyncOptions; trigger: SyncTrigger; runsOfOperation: number } }
  | { type: 'SyncRunStarted'; data: OfRun }
  | { type: 'SyncRunProgressed'; data: OfRun & { counts: SyncCounts } }
  | { type: 'SyncRunCompleted'; data: OfRun & { counts: SyncCounts; missing: readonly string[] } }
  | { type: 'SyncRunFailed'; data: OfRun & { counts: SyncCounts; code: string; text: string } }
  | { type: 'SyncRunCancelRequested'; data: OfRun }
  | { type: 'SyncRunCancelled'; data: OfRun & { counts: SyncCounts } };

type Of<T extends SyncRunEvent['type']> = Omit<Extract<SyncRunEvent, { type: T }>['data'], 'at'>;

export type SyncRunCommand =
  | { type: 'RequestSyncRun'; data: Of<'SyncRunRequested'>; at: Date }
  | { type: 'StartSyncRun'; data: Of<'SyncRunStarted'>; at: Date }
  | { type: 'RecordSyncProgress'; data: Of<'SyncRunProgressed'>; at: Date }
  | { type: 'CompleteSyncRun'; data: Of<'SyncRunCompleted'>; at: Date }
  | { type: 'FailSyncRun'; data: Of<'SyncRunFailed'>; at: Date }
  | { type: 'RequestSyncCancel'; data: Of<'SyncRunCancelRequested'>; at: Date }
  | { type: 'RecordSyncCancelled'; data: Of<'SyncRunCancelled'>; at: Date };

export type SyncRunPhase = 'unknown' | 'requested' | 'running' | 'completed' | 'failed' | 'cancelled';

export interface SyncRun {
  readonly phase: SyncRunPhase;
  readonly account: string;
  readonly kind: SyncKind;
  readonly operationId: string;
  readonly options: SyncOptions | null;
  readonly counts: SyncCounts;
  readonly isCancelRequested: boolean;
}

const isOver = ({ phase }: SyncRun): boolean => phase === 'completed' || phase === 'failed' || phase === 'cancelled';

export const syncRunDecider: Decider<SyncRun, SyncRunCommand, SyncRunEvent> = {
  initialState: {
    phase: 'unknown',
    account: '',
    kind: 'orders',
    operationId: '',
    options: null,
    counts: noCounts,
    isCancelRequested: false,
  },

  decide({ type, data, at }, run) {
    const now = at.toISOString();
    if (type === 'RequestSyncRun') {
      return run.phase === 'unknown' ? [{ type: 'SyncRunRequested', data: { ...data, at: now } }] : [];
    }
    if (run.phase === 'unknown') throw new RuleViolation('sync-run-unknown', `There is no sync run ${data.runId}`);
    // Whatever comes after the end (a slow page, a second worker) changes nothing.
    if (isOver(run)) return [];
    switch (type) {
      case 'StartSyncRun':
        return run.phase === 'running' ? [] : [{ type: 'SyncRunStarted', data: { ...data, at: now } }];
      case 'RecordSyncProgress':
        return [{ type: 'SyncRunProgressed', data: { ...data, at: now } }];
      case 'CompleteSyncRun':
        return [{ type: 'SyncRunCompleted', data: { ...data, at: now } }];
      case 'FailSyncRun':
        return [{ type: 'SyncRunFailed', data: { ...data, at: now } }];
      case 'RequestSyncCancel':
        return run.isCancelRequested ? [] : [{ type: 'SyncRunCancelRequested', data: { ...data, at: now } }];
      case 'RecordSyncCancelled':
        return [{ type: 'SyncRunCancelled', data: { ...data, at: now } }];
    }
  },

  evolve(run, event) {
    switch (event.type) {
      case 'SyncRunRequested': {
        const { account, kind, operationId, options } = event.data;
        return { ...run, phase: 'requested', account, kind, operationId, options };
      }
      case 'SyncRunStarted':
        return { ...run, phase: 'running' };
      case 'SyncRunProgressed':
        return { ...run, counts: event.data.counts };
      case 'SyncRunCompleted':
        return { ...run, phase: 'completed', counts: event.data.counts };
      case 'SyncRunFailed':
        return { ...run, phase: 'failed', counts: event.data.counts };
      case 'SyncRunCancelRequested':
        return { ...run, isCancelRequested: true };
      case 'SyncRunCancelled':
        return { ...run, phase: 'cancelled', counts: event.data.counts };
      default:
        return run;
    }
  },
};

export const syncRunStream = (runId: string): string => `syncRun-${runId}`;
