import { syncRunStream, type SyncRunCommand } from '../../domain/syncRun/syncRun.js';
import type { EventStore } from '../ports/eventStore.js';
import type { Failpoints } from '../ports/failpoints.js';
import { MarketplaceError, type CallContext, type Marketplace } from '../ports/marketplace.js';
import { deriveId, firstEventOf } from '../eventIds.js';
import { trackTypes } from '../reactors/attemptFlow.js';
import type { WishHandler } from '../reactors/wishHandler.js';
import type { FollowedRun } from './returnFollower.js';
import { syncOffers, type OfferSyncDeps } from './offerSync.js';
import { syncOrders, type OrderSyncDeps } from './orderSync.js';
import { SyncCancelled, SyncProgress } from './syncProgress.js';
import type { SyncRunAggregates } from './syncService.js';

export interface SyncRunDeps extends OrderSyncDeps, OfferSyncDeps {
  readonly runs: SyncRunAggregates;
  readonly marketplace: Marketplace;
  readonly eventStore: EventStore;
  readonly failpoints: Failpoints;
  /** Asked for by a run's `autoAcknowledge`; nobody waits for it. */
  readonly acknowledgeNew: (account: string, signal: AbortSignal) => void;
  /** Reads the returns after the orders that they belong to; nobody waits for it. */
  readonly followReturns: (run: FollowedRun) => void;
}

const ACTOR = { kind: 'job', id: 'sync' } as const;

const textOf = (error: unknown): { code: string; text: string } =>
  error instanceof MarketplaceError
    ? { code: error.code, text: error.message }
    : { code: 'internal', text: 'The run stopped on an error of ours; the log has the details' };

/** Carries out requested sync runs. A run that a crash cut off is simply done again: reading twice changes nothing. */
export const syncRunHandler = (deps: SyncRunDeps): WishHandler => {
  const { runs, marketplace, store, digests, eventStore, clock, failpoints, log } = deps;
  /** Runs that a person asked to stop, as the log tells. */
  const cancelled = new Set<string>();
  const closes = ['SyncRunCompleted', 'SyncRunFailed', 'SyncRunCancelled'];
  const track = trackTypes(['SyncRunRequested'], closes);

  return {
    flow: 'sync',
    track(event) {
      if (event.type === 'SyncRunCancelRequested') cancelled.add(event.stream);
      if (closes.includes(event.type)) cancelled.delete(event.stream);
      return track(event);
    },

    async act(stream, signal) {
      const { state: run } = await runs.load(stream);
      if (run.phase !== 'requested' && run.phase !== 'running') return null;
      const runId = stream.slice(syncRunStream('').length);
      const { account: accountKey, kind, operationId, options } = run;
      if (!options) return null;
      const of = { runId, account: accountKey, kind, operationId };
      let step = 0;
      const tell = async (command: SyncRunCommand, cause: string): Promise<void> => {
        await runs.handle(stream, command, {
          cause,
          metadata: { correlationId: operationId, causationId: firstEventOf(runId), actor: ACTOR },
        });
      };
      const progress = new SyncProgress(
        async (counts) => {
          failpoints.reach('sync.before_progress');
          step += 1;
          await tell(
            { type: 'RecordSyncProgress', data: { ...of, counts }, at: clock.now() },
            deriveId(runId, 'progress', String(step), clock.now().toISOString()),
          );
          failpoints.reach('sync.after_progress');
        },
        () => cancelled.has(stream) || signal.aborted,
      );
      const context: CallContext = { correlationId: operationId, priority: 'background', signal };

      try {
        await tell({ type: 'StartSyncRun', data: of, at: clock.now() }, deriveId(runId, 'start'));
        failpoints.reach('sync.after_start');
        await digests.caughtUpTo(await eventStore.lastPosition());
        const account = await marketplace.account(accountKey);
        const sync = { runId, options, progress, context };
        const missing = await (kind === 'orders' ? syncOrders(account, sync, deps) : syncOffers(account, sync, deps));
        failpoints.reach('sync.before_complete');
        await tell(
          { type: 'CompleteSyncRun', data: { ...of, counts: progress.current, missing }, at: clock.now() },
          deriveId(runId, 'end'),
        );
        failpoints.reach('sync.after_complete');
        if (options.autoAcknowledge) deps.acknowledgeNew(accountKey, signal);
        if (kind === 'orders') deps.followReturns({ runId, account: accountKey, operationId, options, signal });
      } catch (error) {
        // Shutting down is no outcome: the run goes on after the restart.
        if (signal.aborted) return null;
        const counts = progress.current;
        if (error instanceof SyncCancelled) {
          await tell({ type: 'RecordSyncCancelled', data: { ...of, counts }, at: clock.now() }, deriveId(runId, 'end'));
        } else {
          log.warn({ err: error, account: accountKey, kind, runId }, 'a sync run failed');
          await tell(
            { type: 'FailSyncRun', data: { ...of, counts, ...textOf(error) }, at: clock.now() },
            deriveId(runId, 'end'),
          );
        }
      }
      await store.releaseRun(accountKey, kind, runId);
      return null;
    },
  };
};
