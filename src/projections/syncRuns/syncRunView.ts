import type { SyncRunRecord } from './syncRunQueries.js';

const SECOND_MS = 1_000;

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/**
 * A run in the contract's shape (§2, `products/sync-progress`). Durations, rate and time left depend on the moment,
 * therefore they are computed when asked for. The rate is over the whole run, as far as progress was heard.
 */
export const syncRunView = (run: SyncRunRecord, now: Date) => {
  const { counts, startedAt, finishedAt } = run;
  const end = finishedAt === null ? now.getTime() : Date.parse(finishedAt);
  const seconds = startedAt === null ? 0 : Math.max(0, end - Date.parse(startedAt)) / SECOND_MS;
  const rate = seconds > 0 && counts.processed > 0 ? counts.processed / seconds : null;
  const remaining = counts.totalItems === null ? null : Math.max(0, counts.totalItems - counts.processed);
  const isOver = finishedAt !== null;
  return {
    id: run.id,
    account_type: run.account,
    kind: run.kind,
    mode: run.options.mode,
    trigger: run.trigger,
    operation_id: run.operationId,
    status: run.phase,
    is_cancel_requested: run.isCancelRequested,
    current_page: counts.page,
    total_pages: counts.totalPages,
    processed_items: counts.processed,
    total_items: counts.totalItems,
    progress_percentage: progressOf(run),
    created: counts.created,
    updated: counts.updated,
    unchanged: counts.unchanged,
    failed: counts.failed,
    missing: run.missing,
    error: run.failure,
    requested_by: run.requestedBy,
    requested_at: run.requestedAt,
    started_at: startedAt,
    finished_at: finishedAt,
    duration_seconds: round(seconds, 1),
    throughput_per_second: rate === null ? null : round(rate, 2),
    estimated_time_remaining_seconds:
      isOver || rate === null || remaining === null ? null : Math.ceil(remaining / rate),
  };
};

/** Null while nothing says how much there is; a completed run is at 100 whatever was counted before it. */
const progressOf = ({ phase, counts: { processed, totalItems } }: SyncRunRecord): number | null => {
  if (phase === 'completed') return 100;
  if (totalItems === null || totalItems === 0) return null;
  return round(Math.min(100, (processed / totalItems) * 100), 1);
};
