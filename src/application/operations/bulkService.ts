import { randomUUID } from 'node:crypto';
import { RuleViolation } from '../../domain/decider.js';
import {
  bulkCounts,
  bulkStateOf,
  operationStream,
  retriable,
  type Bulk,
  type BulkCommand,
  type BulkEvent,
  type BulkItem,
} from '../../domain/operation/bulk.js';
import type { BulkKind } from '../../domain/operation/operation.js';
import type { Aggregates, Loaded } from '../aggregates.js';
import type { Clock } from '../ports/clock.js';
import type { BulkReceipt, BulkService, CommandContext } from '../services.js';

export type BulkAggregates = Aggregates<Bulk, BulkCommand, BulkEvent>;

const receiptOf = (operationId: string, { state, revision, position }: Loaded<Bulk>): BulkReceipt => ({
  operationId,
  state: state.phase === 'unknown' ? 'queued' : bulkStateOf(state.phase, bulkCounts(state)),
  revision,
  position,
});

const metadataOf = (context: CommandContext) => ({
  correlationId: context.correlationId,
  actor: context.actor,
  ...(context.traceparent && { traceparent: context.traceparent }),
});

/** Appends bulk wishes; the worker's bulk handler carries them out. */
export const createBulkService = (bulks: BulkAggregates, clock: Clock): BulkService => {
  const begin = async (
    operationId: string,
    bulk: { kind: BulkKind; items: readonly BulkItem[]; retryOf: string | null },
    context: CommandContext,
  ): Promise<BulkReceipt> =>
    receiptOf(
      operationId,
      await bulks.handle(
        operationStream(operationId),
        { type: 'RequestBulk', data: { operationId, ...bulk }, at: clock.now() },
        { cause: operationId, metadata: metadataOf(context), assumeNew: true },
      ),
    );

  /** The last of the bulks that took over from each other, or one that was announced and never requested. */
  const lastRetryOf = async (operationId: string): Promise<{ id: string; state: Bulk; announced: string | null }> => {
    const { state } = await bulks.load(operationStream(operationId));
    if (state.phase === 'unknown') {
      throw new RuleViolation('operation-unknown', `There is no bulk operation ${operationId}`);
    }
    if (state.retriedBy === null) return { id: operationId, state, announced: null };
    const next = await bulks.load(operationStream(state.retriedBy));
    // The process died between the two appends: whoever asks again finishes them.
    if (next.state.phase === 'unknown') return { id: operationId, state, announced: state.retriedBy };
    return lastRetryOf(state.retriedBy);
  };

  return {
    request: ({ kind, items }, context) =>
      begin(context.operationId ?? randomUUID(), { kind, items, retryOf: null }, context),

    async stop(operationId, context) {
      const handled = await bulks.handle(
        operationStream(operationId),
        { type: 'StopBulk', data: { operationId }, at: clock.now() },
        { cause: context.operationId ?? randomUUID(), metadata: metadataOf(context) },
      );
      return receiptOf(operationId, handled);
    },

    async retryFailed(operationId, prepare, context) {
      const retryId = context.operationId ?? randomUUID();
      const known = await bulks.load(operationStream(retryId));
      // The same request again, after its answer was lost.
      if (known.state.phase !== 'unknown') return receiptOf(retryId, known);
      const { id, state, announced } = await lastRetryOf(operationId);
      if (announced === null) {
        await bulks.handle(
          operationStream(id),
          { type: 'RetryBulk', data: { operationId: id, retryOperationId: retryId }, at: clock.now() },
          { cause: `${retryId}/retry`, metadata: metadataOf(context) },
        );
      }
      const items = await prepare(retriable(state));
      return begin(announced ?? retryId, { kind: state.kind, items, retryOf: id }, context);
    },
  };
};
