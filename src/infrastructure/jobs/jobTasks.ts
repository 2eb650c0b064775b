import type pg from 'pg';
import { RuleViolation } from '../../domain/decider.js';
import type { Clock } from '../../application/ports/clock.js';
import type { Marketplace } from '../../application/ports/marketplace.js';
import type { SettingsStore } from '../../application/ports/settings.js';
import type { Acknowledged } from '../../application/order/acknowledgeNewOrders.js';
import type { AwbTracking } from '../../application/shipping/trackAwbs.js';
import { INCREMENTAL } from '../../application/sync/incremental.js';
import type { CommandContext, Outcomes, SyncService } from '../../application/services.js';
import type { SyncKind } from '../../domain/syncRun/syncRun.js';
import type { Health, ProjectionLag } from '../http/httpDeps.js';
import type { AttentionQueries } from '../../projections/orderList/attentionQueries.js';
import type { JobName } from '../config/jobs.js';
import type { Logger } from '../logging/logger.js';
import { randomUUID } from 'node:crypto';
import type { JobResult, JobTask } from './jobQueue.js';

export interface JobTaskDeps {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly marketplace: Marketplace;
  readonly settings: SettingsStore;
  readonly sync: SyncService;
  readonly outcomes: Outcomes;
  readonly attention: Pick<AttentionQueries, 'slice'>;
  readonly acknowledgeNew: (account: string, job: string, signal: AbortSignal) => Promise<readonly Acknowledged[]>;
  readonly trackAwbs: (account: string, signal: AbortSignal) => Promise<AwbTracking>;
  readonly health: Health;
  /** How far the read models are. */
  readonly projections: () => Promise<readonly ProjectionLag[]>;
  /** Makes a failing check visible to people. */
  readonly alert: (kind: 'health_check_failed', data: Record<string, unknown>) => Promise<void>;
}

const SYNC_WAIT_MS = 15 * 60_000;
const KEPT_DAYS = 30;
const LATE_ACKNOWLEDGE_MS = 60 * 60_000;
/** A read model that has stood still for this long while there was something to apply. */
const LATE_PROJECTION_SECONDS = 300;

const contextOf = (job: string): CommandContext => ({
  actor: { kind: 'job', id: job },
  correlationId: randomUUID(),
  operationId: randomUUID(),
});

const summary = (results: readonly { readonly ok: boolean }[], result: unknown): JobResult => {
  const failed = results.filter(({ ok }) => !ok).length;
  if (failed === 0) return { state: 'succeeded', result };
  return { state: failed === results.length ? 'failed' : 'partial', result };
};

/** Each account on its own: the trouble of one never stops another. */
const syncAll = async (
  kind: SyncKind,
  job: JobName,
  deps: JobTaskDeps,
  afterwards: (accounts: readonly string[]) => Promise<object> = () => Promise.resolve({}),
): Promise<JobResult> => {
  const accounts = await deps.marketplace.accounts();
  const results = await Promise.all(
    accounts.map(async ({ key }) => {
      const context = contextOf(job);
      const waiting = deps.outcomes.wait(context.operationId ?? '', SYNC_WAIT_MS);
      try {
        await deps.sync.request({ kind, accounts: [key], options: INCREMENTAL, trigger: 'schedule' }, context);
      } catch (error) {
        if (error instanceof RuleViolation && error.code === 'sync-running') {
          return { account: key, ok: true, state: 'already running' };
        }
        return { account: key, ok: false, state: error instanceof Error ? error.message : String(error) };
      }
      const outcome = await waiting;
      return {
        account: key,
        ok: outcome === null || outcome.state === 'succeeded',
        state: outcome?.state ?? 'still running',
        operation_id: context.operationId,
        ...(outcome?.refusal && { error: outcome.refusal }),
      };
    }),
  );
  return summary(results, { accounts: results, ...(await afterwards(accounts.map(({ key }) => key))) });
};

/** Parcels are looked after when the orders are known; their trouble is told and is no failure of the sync. */
const syncOrders = (deps: JobTaskDeps, signal: AbortSignal): Promise<JobResult> =>
  syncAll('orders', 'emag.sync_orders', deps, async (accounts) => ({
    awbs: await Promise.all(accounts.map((account) => deps.trackAwbs(account, signal))),
  }));

const autoAcknowledge = async (deps: JobTaskDeps, signal: AbortSignal): Promise<JobResult> => {
  const { automation } = await deps.settings.read();
  const enabled = Object.entries(automation).flatMap(([key, { autoAcknowledge: isOn }]) => (isOn ? [key] : []));
  const results: Acknowledged[] = [];
  const failed: { account: string; ok: false; error: string }[] = [];
  for (const account of enabled) {
    try {
      results.push(...(await deps.acknowledgeNew(account, 'emag.auto_acknowledge_orders', signal)));
    } catch (error) {
      failed.push({ account, ok: false, error: error instanceof Error ? error.message : String(error) });
    }
  }
  return summary([...results, ...failed], { accounts: enabled, orders: results, failed });
};

/** Operational leftovers only; events and issued files stay for ever. */
const cleanUp = async ({ pool }: JobTaskDeps): Promise<JobResult> => {
  const statements: readonly [string, string][] = [
    ['marketplace_calls', `delete from ops.marketplace_calls where started_at < now() - interval '${KEPT_DAYS} days'`],
    ['job_runs', `delete from ops.job_runs where started_at < now() - interval '${KEPT_DAYS} days'`],
    ['parked_payloads', `delete from ops.parked_payloads where parked_at < now() - interval '${KEPT_DAYS} days'`],
    ['awb_checks', `delete from ops.awb_checks where checked_at < now() - interval '${3 * KEPT_DAYS} days'`],
    [
      'acknowledge_failures',
      `delete from ops.acknowledge_failures where failed_at < now() - interval '${3 * KEPT_DAYS} days'`,
    ],
    ['login_failures', `delete from ops.login_failures where failed_at < now() - interval '1 day'`],
    ['idempotency_answers', 'delete from ops.idempotency_answers where expires_at < now()'],
    ['refresh_tokens', `delete from ops.refresh_tokens where expires_at < now() - interval '1 day'`],
    ['notifications', `delete from ops.notifications where created_at < now() - interval '${3 * KEPT_DAYS} days'`],
    ['label_files', `delete from ops.label_files where created_at < now() - interval '${6 * KEPT_DAYS} days'`],
  ];
  const removed: Record<string, number> = {};
  for (const [name, statement] of statements) removed[name] = (await pool.query(statement)).rowCount ?? 0;
  return { state: 'succeeded', result: { removed } };
};

const projectionChecks = async ({ projections }: JobTaskDeps) =>
  (await projections())
    .filter(({ state }) => state === 'current')
    .map(({ name, lag_events, lag_seconds, parked }) => ({
      name: `read model ${name}`,
      ok: lag_seconds < LATE_PROJECTION_SECONDS && parked === 0,
      detail: `${lag_events} events behind for ${Math.round(lag_seconds)} s, ${parked} parked`,
    }));

const healthCheck = async (deps: JobTaskDeps): Promise<JobResult> => {
  const parts = await deps.health.ready();
  const accounts = await Promise.all(
    (await deps.marketplace.accounts()).map(async ({ key }) => {
      const account = await deps.marketplace.account(key);
      const state = await account.testConnection({ correlationId: randomUUID(), priority: 'background' });
      return { account_type: key, ok: state.code === 'ok', code: state.code, text: state.text };
    }),
  );
  const [first] = await deps.attention.slice({ kinds: ['unacknowledged'], now: deps.clock.now() }, 0, 1);
  const oldest = first?.item;
  const waitedMs = oldest ? deps.clock.now().getTime() - Date.parse(oldest.since) : 0;
  const checks = [
    ...Object.entries(parts).map(([name, { status, detail }]) => ({ name, ok: status === 'ok', detail })),
    ...accounts.map(({ account_type, ok, code, text }) => ({
      name: `account ${account_type}`,
      ok,
      detail: `${code} ${text}`.trim(),
    })),
    ...(await projectionChecks(deps)),
    {
      name: 'oldest unacknowledged order',
      ok: waitedMs < LATE_ACKNOWLEDGE_MS,
      detail: oldest ? `${oldest.account_type} ${oldest.order_id} since ${oldest.since}` : 'none',
    },
  ];
  const failing = checks.filter(({ ok }) => !ok);
  if (failing.length > 0) await deps.alert('health_check_failed', { checks: failing });
  return summary(checks, { checks });
};

/** What each scheduled job does (contract §5). */
export const createJobTasks = (deps: JobTaskDeps): Readonly<Record<JobName, JobTask>> => ({
  'emag.sync_orders': (signal) => syncOrders(deps, signal),
  'emag.sync_products': () => syncAll('offers', 'emag.sync_products', deps),
  'emag.auto_acknowledge_orders': (signal) => autoAcknowledge(deps, signal),
  'emag.cleanup_old_sync_logs': () => cleanUp(deps),
  'emag.health_check': () => healthCheck(deps),
});
