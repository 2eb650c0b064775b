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
import { requireRevision } from '../ports/eventStore.js';
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

interface Link {
  readonly id: string;
  readonly state: Bulk;
  readonly revision: bigint;
}

/** What failed of a bulk and is no item of those that took over from it. */
const notTakenOver = (bulk: Bulk, later: readonly Link[]): readonly BulkItem[] =>
  retriable(bulk).filter(
    ({ account, orderId }) =>
      !later.some(({ state }) =>
        state.items.some((item) => item.orderId === orderId && (account === null || item.account === account)),
      ),
  );

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

  /** A bulk and those that took over from it, one after the other; `announced` is one that was never requested. */
  const chainFrom = async (operationId: string): Promise<{ chain: readonly Link[]; announced: string | null }> => {
    const { state, revision } = await bulks.load(operationStream(operationId));
    if (state.phase === 'unknown') {
      throw new RuleViolation('operation-unknown', `There is no bulk operation ${operationId}`);
    }
    const link = { id: operationId, state, revision };
    if (state.retriedBy === null) return { chain: [link], announced: null };
    const next = await bulks.load(operationStream(state.retriedBy));
    // The process died between the two appends: whoever asks again finishes them.
    if (next.state.phase === 'unknown') return { chain: [link], announced: state.retriedBy };
    const { chain, announced } = await chainFrom(state.retriedBy);
    return { chain: [link, ...chain], announced };
  };

  return {
    request: ({ kind, items }, context) =>
      begin(context.operationId ?? randomUUID(), { kind, items, retryOf: null }, context),

    async stop(operationId, context) {
      const handled = await bulks.handle(
        operationStream(operationId),
        { type: 'StopBulk', data: { operationId }, at: clock.now() },
        {
          cause: context.operationId ?? randomUUID(),
          metadata: metadataOf(context),
          expectedRevision: context.expectedRevision,
        },
      );
      return receiptOf(operationId, handled);
    },

    async retryFailed(operationId, prepare, context) {
      const retryId = context.operationId ?? randomUUID();
      const known = await bulks.load(operationStream(retryId));
      // The same request again, after its answer was lost.
      if (known.state.phase !== 'unknown') return receiptOf(retryId, known);
      const { chain, announced } = await chainFrom(operationId);
      const [first, last] = [chain[0], chain.at(-1)];
      if (!first || !last) throw new RuleViolation('operation-unknown', `There is no bulk operation ${operationId}`);
      requireRevision(operationStream(operationId), context.expectedRevision, first.revision);
      // A doubt may have turned out to be nothing after the others were taken over.
      const late = chain.slice(0, -1).flatMap(({ state }, index) => notTakenOver(state, chain.slice(index + 1)));
      if (announced === null) {
        const data = { operationId: last.id, retryOperationId: retryId, late: late.length };
        await bulks.handle(
          operationStream(last.id),
          { type: 'RetryBulk', data, at: clock.now() },
          { cause: `${retryId}/retry`, metadata: metadataOf(context) },
        );
      }
      const items = await prepare([...late, ...retriable(last.state)]);
      return begin(announced ?? retryId, { kind: last.state.kind, items, retryOf: last.id }, context);
    },
  };
};
