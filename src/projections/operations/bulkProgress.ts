import type { RecordedEvent } from '../../application/ports/eventStore.js';
import {
  bulkCounts,
  bulkDecider,
  bulkStateOf,
  retriable,
  type Bulk,
  type BulkEvent,
  type BulkOutcome,
} from '../../domain/operation/bulk.js';
import { isFinal, type BulkKind } from '../../domain/operation/operation.js';
import type { BulkLine, OperationRecord } from './operationQueries.js';

/** A bulk as plain JSON. How an item is shipped stays in the log: an observation may speak of a person. */
export interface BulkProgress {
  readonly id: string;
  readonly bulk: Omit<Bulk, 'outcomes'> & { readonly outcomes: readonly BulkOutcome[] };
  readonly createdBy: OperationRecord['createdBy'];
  readonly createdAt: string;
  readonly lastAt: string;
  readonly revision: string;
  readonly position: string;
}

const unpacked = ({ outcomes, ...bulk }: BulkProgress['bulk']): Bulk => ({
  ...bulk,
  outcomes: new Map(outcomes.map((outcome) => [outcome.item, outcome])),
});

export const isBulkEvent = ({ stream }: RecordedEvent): boolean => stream.startsWith('operation-');

/** The same object when the event was delivered before. */
export const evolveBulk = (before: BulkProgress | undefined, recorded: RecordedEvent): BulkProgress | undefined => {
  if (before && BigInt(before.revision) >= recorded.revision) return before;
  const event = { type: recorded.type, data: recorded.data } as BulkEvent;
  if (!before && event.type !== 'BulkRequested') return undefined;
  const bulk = bulkDecider.evolve(before ? unpacked(before.bulk) : bulkDecider.initialState, event);
  const { at } = event.data;
  return {
    id: event.data.operationId,
    bulk: {
      ...bulk,
      items: before ? bulk.items : bulk.items.map((item) => ({ ...item, awb: null })),
      outcomes: [...bulk.outcomes.values()],
    },
    createdBy: before?.createdBy ?? recorded.metadata.actor,
    createdAt: before?.createdAt ?? at,
    lastAt: event.type === 'BulkRetried' ? (before?.lastAt ?? at) : at,
    revision: recorded.revision.toString(),
    position: recorded.position.toString(),
  };
};

export const bulkAccounts = ({ bulk }: BulkProgress): readonly string[] =>
  [...new Set(bulk.items.flatMap(({ account }) => account ?? []))].sort();

export const bulkLines = ({ bulk }: BulkProgress): readonly BulkLine[] => {
  const { outcomes } = unpacked(bulk);
  return bulk.items.map(({ account, orderId }, place) => {
    const found = outcomes.get(place);
    if (!found) return { account, orderId, outcome: null };
    const { item: _place, ...outcome } = found;
    return { account, orderId, outcome };
  });
};

export const bulkRecord = (progress: BulkProgress): OperationRecord & { readonly kind: BulkKind } => {
  const { id, createdBy, createdAt, lastAt, position } = progress;
  const bulk = unpacked(progress.bulk);
  const counts = bulkCounts(bulk);
  const state = bulk.phase === 'unknown' ? 'queued' : bulkStateOf(bulk.phase, counts);
  return {
    id,
    kind: bulk.kind,
    state,
    progress: { done: counts.succeeded + counts.failed, total: counts.total },
    refusal: null,
    subject: {
      kind: 'bulk',
      accounts: bulkAccounts(progress),
      counts,
      isStopRequested: bulk.isStopRequested,
      isRetriable: bulk.phase === 'ended' && bulk.retriedBy === null && retriable(bulk).length > 0,
      retryOf: bulk.retryOf,
      retriedBy: bulk.retriedBy,
      position,
    },
    outcome: { awbNumber: null, invoiceNumber: null },
    partOf: null,
    createdBy,
    createdAt,
    finishedAt: isFinal(state) ? lastAt : null,
  };
};
