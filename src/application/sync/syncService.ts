import { randomUUID } from 'node:crypto';
import { RuleViolation } from '../../domain/decider.js';
import {
  syncRunStream,
  type SyncOptions,
  type SyncRun,
  type SyncRunCommand,
  type SyncRunEvent,
} from '../../domain/syncRun/syncRun.js';
import type { Aggregates } from '../aggregates.js';
import { deriveId } from '../eventIds.js';
import { OFFER_WATERMARK, orderWatermark } from './watermarks.js';
import type { Clock } from '../ports/clock.js';
import type { SyncStore } from '../ports/syncStore.js';
import type { CommandContext, SyncRequest, SyncService } from '../services.js';

export type SyncRunAggregates = Aggregates<SyncRun, SyncRunCommand, SyncRunEvent>;

export interface SyncServiceDeps {
  readonly runs: SyncRunAggregates;
  readonly store: SyncStore;
  readonly clock: Clock;
}

/** One run per account, so that the trouble of one never touches another. */
export const createSyncService = ({ runs, store, clock }: SyncServiceDeps): SyncService => {
  /** Takes the account's one place; a place whose run is over, or was never begun, is taken over. */
  const claim = async (request: SyncRequest, account: string, runId: string): Promise<void> => {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const holder = await store.claimRun(account, request.kind, runId);
      if (holder === runId) return;
      const { state } = await runs.load(syncRunStream(holder));
      if (state.phase === 'requested' || state.phase === 'running') {
        throw new RuleViolation('sync-running', `The ${request.kind} of account ${account} are being synced already`, {
          operation_id: state.operationId,
          sync_run_id: holder,
        });
      }
      await store.releaseRun(account, request.kind, holder);
    }
    throw new RuleViolation('sync-running', `The ${request.kind} of account ${account} are being synced already`);
  };

  return {
    async request(request, context) {
      const operationId = context.operationId ?? randomUUID();
      const planned = request.accounts.map((account) => ({
        account,
        runId: deriveId(operationId, account, request.kind),
      }));
      const claimed: typeof planned = [];
      try {
        for (const run of planned) {
          await claim(request, run.account, run.runId);
          claimed.push(run);
        }
      } catch (error) {
        for (const { account, runId } of claimed) await store.releaseRun(account, request.kind, runId);
        throw error;
      }
      let position = 0n;
      // A first run reads everything, and is told as what it is: nobody wants a message for each of its rows.
      const optionsFor = async (account: string): Promise<SyncOptions> => {
        if (request.options.mode !== 'incremental') return request.options;
        const marks = request.kind === 'offers' ? [OFFER_WATERMARK] : [orderWatermark('own'), orderWatermark('fbe')];
        const known = await Promise.all(marks.map((mark) => store.watermark(account, mark)));
        return known.every((mark) => mark === null) ? { ...request.options, mode: 'full' } : request.options;
      };
      for (const { account, runId } of planned) {
        const handled = await runs.handle(
          syncRunStream(runId),
          {
            type: 'RequestSyncRun',
            data: {
              runId,
              account,
              kind: request.kind,
              operationId,
              options: await optionsFor(account),
              trigger: request.trigger,
              runsOfOperation: planned.length,
            },
            at: clock.now(),
          },
          { cause: runId, metadata: metadataOf(context), assumeNew: true },
        );
        if (handled.position !== null && handled.position > position) position = handled.position;
      }
      return { operationId, runs: planned, position };
    },

    async cancel(runId, context) {
      const { state } = await runs.load(syncRunStream(runId));
      if (state.phase === 'unknown') throw new RuleViolation('sync-run-unknown', `There is no sync run ${runId}`);
      const handled = await runs.handle(
        syncRunStream(runId),
        {
          type: 'RequestSyncCancel',
          data: { runId, account: state.account, kind: state.kind, operationId: state.operationId },
          at: clock.now(),
        },
        {
          cause: deriveId(runId, 'cancel'),
          metadata: metadataOf(context),
          expectedRevision: context.expectedRevision,
        },
      );
      return { operationId: state.operationId, revision: handled.revision, position: handled.position };
    },
  };
};

const metadataOf = (context: CommandContext) => ({
  correlationId: context.correlationId,
  actor: context.actor,
  ...(context.traceparent && { traceparent: context.traceparent }),
});
