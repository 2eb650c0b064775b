import type { RecordedEvent } from '../../application/ports/eventStore.js';
import { noCounts, type SyncRunEvent } from '../../domain/syncRun/syncRun.js';
import { accountInData } from '../eventAccount.js';
import type { Projection, Row } from '../projection.js';
import { seenNow, wasSeen, type Seen } from '../revisionGuard.js';
import { searchVector } from '../searchTerms.js';
import type { SyncRunRecord } from './syncRunQueries.js';

export interface SyncRunsState extends Seen {
  readonly run: SyncRunRecord;
}

const PREFIX = 'syncRun-';

const requested = (event: Extract<SyncRunEvent, { type: 'SyncRunRequested' }>, by: RecordedEvent): SyncRunRecord => {
  const { runId, account, kind, operationId, options, trigger, at } = event.data;
  return {
    id: runId,
    account,
    kind,
    operationId,
    phase: 'requested',
    isCancelRequested: false,
    options,
    trigger,
    requestedBy: by.metadata.actor,
    counts: noCounts,
    missing: [],
    failure: null,
    requestedAt: at,
    startedAt: null,
    progressedAt: null,
    finishedAt: null,
  };
};

const evolveRun = (run: SyncRunRecord, event: SyncRunEvent): SyncRunRecord => {
  const { at } = event.data;
  switch (event.type) {
    case 'SyncRunStarted':
      return { ...run, phase: 'running', startedAt: at };
    case 'SyncRunProgressed':
      return { ...run, counts: event.data.counts, progressedAt: at };
    case 'SyncRunCompleted':
      return { ...run, phase: 'completed', counts: event.data.counts, missing: event.data.missing, finishedAt: at };
    case 'SyncRunFailed': {
      const { counts, code, text } = event.data;
      return { ...run, phase: 'failed', counts, failure: { code, text }, finishedAt: at };
    }
    case 'SyncRunCancelRequested':
      return { ...run, isCancelRequested: true };
    case 'SyncRunCancelled':
      return { ...run, phase: 'cancelled', counts: event.data.counts, finishedAt: at };
    default:
      return run;
  }
};

/** Sync runs, with the progress of those that are under way. */
export const syncRunsProjection: Projection<SyncRunsState> = {
  name: 'sync_runs',
  version: 2,
  streamPrefixes: [PREFIX],
  accountOf: accountInData,
  table: {
    name: 'sync_runs',
    columns: [
      { name: 'account', type: 'text not null' },
      { name: 'kind', type: 'text not null' },
      { name: 'phase', type: 'text not null' },
      { name: 'requested_at', type: 'timestamptz not null' },
      { name: 'finished_at', type: 'timestamptz' },
      { name: 'terms', type: 'tsvector not null' },
      { name: 'run', type: 'json not null' },
    ],
    indexes: [
      { name: 'requested', definition: '(requested_at, key)' },
      { name: 'account_requested', definition: '(account, requested_at, key)' },
      { name: 'kind_requested', definition: '(kind, requested_at, key)' },
      { name: 'phase_requested', definition: '(phase, requested_at, key)' },
      { name: 'terms', definition: 'using gin (terms)' },
      { name: 'last', definition: '(account, kind, phase, finished_at)' },
      { name: 'finished', definition: '(finished_at)' },
      { name: 'active', definition: `(requested_at) where phase in ('requested', 'running')` },
    ],
  },
  children: [],
  counters: [],

  keyOf: ({ stream }) => (stream.startsWith(PREFIX) ? stream.slice(PREFIX.length) : undefined),

  evolve(state, recorded) {
    if (wasSeen(state, recorded)) return state;
    const event = { type: recorded.type, data: recorded.data } as SyncRunEvent;
    if (event.type === 'SyncRunRequested') return { run: requested(event, recorded), ...seenNow(recorded) };
    return state && { run: evolveRun(state.run, event), ...seenNow(recorded) };
  },

  row: ({ run }): Row => ({
    account: run.account,
    kind: run.kind,
    phase: run.phase,
    requested_at: run.requestedAt,
    finished_at: run.finishedAt,
    terms: searchVector({
      texts: [
        run.id,
        run.operationId,
        run.account,
        run.kind,
        run.phase,
        run.trigger,
        run.options.mode,
        run.requestedBy.id,
        run.failure?.code,
        run.failure?.text,
        ...run.missing,
      ],
    }),
    run,
  }),

  childRows: () => [],
  contributions: () => [],
};
