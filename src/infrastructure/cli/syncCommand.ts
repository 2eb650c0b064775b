import { randomUUID } from 'node:crypto';
import type { SyncKind, SyncMode } from '../../domain/syncRun/syncRun.js';
import type { SyncRunQueries, SyncRunRecord } from '../../projections/syncRuns/syncRunQueries.js';
import { syncRunView } from '../../projections/syncRuns/syncRunView.js';
import { TOKENS } from '../di/tokens.js';
import { EXIT, ExitError, type ExitCode } from './exitCodes.js';
import { accountKeys, cliContext, withInstallation, withinPatience } from './installation.js';
import { table, type Output } from './output.js';
import { progressBar, ProgressLine } from './progressLine.js';

export interface SyncFlags {
  readonly account?: readonly string[];
  readonly mode: SyncMode;
  readonly from?: string;
  readonly to?: string;
  readonly wait?: boolean;
  readonly json?: boolean;
}

const LONGEST_WAIT_MS = 24 * 3_600_000;
const READ_MODEL_WAIT_MS = 15_000;
const PROGRESS_EVERY_MS = 500;

const EXIT_BY_STATE = {
  succeeded: EXIT.done,
  partial: EXIT.partial,
  failed: EXIT.failed,
  cancelled: EXIT.failed,
  in_doubt: EXIT.inDoubt,
} as const;

const chosenAccounts = (flags: SyncFlags, known: readonly string[]): readonly string[] => {
  if (known.length === 0) throw new ExitError(EXIT.configuration, 'no marketplace account is configured');
  const unknown = flags.account?.find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new ExitError(EXIT.usage, `there is no account ${unknown}; there are ${known.join(', ')}`);
  return flags.account ?? known;
};

const optionsOf = ({ mode, from, to }: SyncFlags) => {
  if (mode === 'historical' && from === undefined)
    throw new ExitError(EXIT.usage, 'a historical sync needs --from, and may have --to');
  if (mode !== 'historical' && (from !== undefined || to !== undefined))
    throw new ExitError(EXIT.usage, '--from and --to belong to --mode historical');
  return {
    mode,
    from: from ?? null,
    to: to ?? (mode === 'historical' ? new Date().toISOString() : null),
    statuses: null,
    maxPages: null,
    includeInactive: true,
  };
};

const progressLine = ({ account, counts, phase }: SyncRunRecord): string =>
  [account, phase, `${counts.processed}/${counts.totalItems ?? '?'}`, progressBar(counts.processed, counts.totalItems)]
    .filter((part) => part !== '')
    .join(' ');

/** One line that moves, on a terminal only. Returns what ends it. */
const showProgress = (queries: SyncRunQueries, operationId: string): (() => void) => {
  const line = new ProgressLine();
  if (!line.isVisible) return () => undefined;
  let isAsking = false;
  const timer = setInterval(() => {
    if (isAsking) return;
    isAsking = true;
    queries
      .active()
      .then((runs) => {
        const ours = runs.filter((run) => run.operationId === operationId).map(progressLine);
        line.show(ours.join('   '));
      })
      .catch(() => undefined) // progress is a courtesy; the outcome is what counts
      .finally(() => (isAsking = false));
  }, PROGRESS_EVERY_MS);
  return () => {
    clearInterval(timer);
    line.end();
  };
};

/** `magflow sync orders|offers`: asks the worker for a sync; with `--wait` ends as the sync ends. */
export const syncCommand = (kind: SyncKind, flags: SyncFlags, output: Output): Promise<ExitCode> =>
  withInstallation(async (container) => {
    const accounts = chosenAccounts(flags, await accountKeys(container));
    const options = optionsOf(flags);
    const outcomes = container.get(TOKENS.outcomes);
    const queries = container.get(TOKENS.syncRunQueries);
    const operationId = randomUUID();
    await outcomes.start();
    try {
      // Before the request, so that an outcome that comes at once is heard.
      const outcome = flags.wait ? outcomes.wait(operationId, LONGEST_WAIT_MS) : undefined;
      const { runs } = await container
        .get(TOKENS.sync)
        .request({ kind, accounts, options, trigger: 'user' }, cliContext(operationId));
      if (!outcome) {
        const started = runs.map(({ account, runId }) => ({ account_type: account, sync_run_id: runId }));
        if (flags.json) output.out(JSON.stringify({ operation_id: operationId, state: 'queued', runs: started }));
        else output.out(`asked for: ${accounts.join(', ')} (operation ${operationId})`);
        return EXIT.done;
      }
      const endProgress = showProgress(queries, operationId);
      const end = await outcome.finally(endProgress);
      if (!end) throw new ExitError(EXIT.failed, `operation ${operationId} did not end within a day`);
      await container.get(TOKENS.readPosition).waitFor(['sync_runs'], end.position, READ_MODEL_WAIT_MS);
      const records = await Promise.all(runs.map(({ runId }) => queries.byId(runId)));
      const views = records.flatMap((record) => (record ? [syncRunView(record, new Date())] : []));
      if (flags.json) output.out(JSON.stringify({ operation_id: operationId, state: end.state, runs: views }));
      else {
        const header = ['account', 'state', 'read', 'created', 'updated', 'unchanged', 'failed', 'missing'];
        const rows = views.map((run) => [
          run.account_type,
          run.status,
          ...[run.processed_items, run.created, run.updated, run.unchanged, run.failed, run.missing.length].map(String),
        ]);
        for (const line of table([header, ...rows])) output.out(line);
        for (const run of views) if (run.error) output.error(`magflow: ${run.account_type}: ${run.error.text}`);
      }
      return EXIT_BY_STATE[end.state];
    } finally {
      await withinPatience(outcomes.stop());
    }
  });
