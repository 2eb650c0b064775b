import type { AwbParcelRequest } from '../order/orderEvents.js';
import { RuleViolation, type Decider } from '../decider.js';
import type { BulkKind, OperationState } from './operation.js';

/** How an AWB of a bulk is asked for; what is absent takes the defaults of a single one. */
export interface BulkAwb {
  readonly parcel: Partial<AwbParcelRequest>;
  readonly force: boolean;
  readonly reason: string | null;
}

/** One order of a bulk. `refusal`: known to be impossible when it was asked for; `account` is null when it names none. */
export interface BulkItem {
  readonly account: string | null;
  readonly orderId: string;
  readonly awb: BulkAwb | null;
  readonly refusal: { readonly code: string; readonly text: string } | null;
}

/** `in_doubt` may still become succeeded or failed; `not_done` was never begun, since the bulk was stopped. */
export type BulkResult = 'succeeded' | 'failed' | 'in_doubt' | 'not_done';

/**
 * What became of the item at this place in the list. `operationId` is the order's own operation, null when there was
 * nothing to do. `text` is ours; the marketplace's words stand in the order's stream and are read there.
 */
export interface BulkOutcome {
  readonly item: number;
  readonly result: BulkResult;
  readonly operationId: string | null;
  readonly code: string | null;
  readonly text: string | null;
}

export interface BulkCounts {
  readonly total: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly inDoubt: number;
  readonly notDone: number;
}

interface OfBulk {
  readonly operationId: string;
  readonly at: string;
}

// Stored for good: rename nothing here, add optional fields, upcast when a shape must change.
export type BulkEvent =
  | {
      type: 'BulkRequested';
      data: OfBulk & { kind: BulkKind; items: readonly BulkItem[]; retryOf: string | null };
    }
  | { type: 'BulkStarted'; data: OfBulk }
  | { type: 'BulkItemsEnded'; data: OfBulk & { outcomes: readonly BulkOutcome[] } }
  | { type: 'BulkStopRequested'; data: OfBulk }
  /** Nothing runs any more. Comes again when the last doubt of a bulk is settled. */
  | { type: 'BulkEnded'; data: OfBulk & { kind: BulkKind; counts: BulkCounts } }
  | { type: 'BulkRetried'; data: OfBulk & { retryOperationId: string } };

export type BulkCommand =
  | {
      type: 'RequestBulk';
      data: { operationId: string; kind: BulkKind; items: readonly BulkItem[]; retryOf: string | null };
      at: Date;
    }
  | { type: 'StartBulk'; data: { operationId: string }; at: Date }
  | { type: 'RecordBulkOutcomes'; data: { operationId: string; outcomes: readonly BulkOutcome[] }; at: Date }
  | { type: 'StopBulk'; data: { operationId: string }; at: Date }
  /** `late`: items of earlier bulks that this one took over from, and that failed only since. */
  | { type: 'RetryBulk'; data: { operationId: string; retryOperationId: string; late: number }; at: Date };

export interface Bulk {
  readonly phase: 'unknown' | 'requested' | 'running' | 'ended';
  readonly kind: BulkKind;
  readonly items: readonly BulkItem[];
  /** By the item's place; those without one are still to be done, or under way. */
  readonly outcomes: ReadonlyMap<number, BulkOutcome>;
  readonly isStopRequested: boolean;
  readonly retryOf: string | null;
  /** The operation that took over what failed here. */
  readonly retriedBy: string | null;
}

export const bulkCounts = ({ items, outcomes }: Pick<Bulk, 'items' | 'outcomes'>): BulkCounts => {
  const counts = { succeeded: 0, failed: 0, in_doubt: 0, not_done: 0 };
  for (const { result } of outcomes.values()) counts[result] += 1;
  const { succeeded, failed, in_doubt: inDoubt, not_done: notDone } = counts;
  return { total: items.length, succeeded, failed, inDoubt, notDone };
};

/** Items that nobody has heard the end of; one in doubt is not among them. */
const openItems = (counts: BulkCounts): number =>
  counts.total - counts.succeeded - counts.failed - counts.inDoubt - counts.notDone;

/** In doubt only when nothing else runs; stopped before anything succeeded it is cancelled, after that partial. */
export const bulkStateOf = (phase: Exclude<Bulk['phase'], 'unknown'>, counts: BulkCounts): OperationState => {
  if (phase === 'requested') return 'queued';
  if (openItems(counts) > 0) return 'running';
  if (counts.inDoubt > 0) return 'in_doubt';
  if (counts.succeeded === counts.total) return 'succeeded';
  if (counts.succeeded > 0) return 'partial';
  return counts.notDone > 0 ? 'cancelled' : 'failed';
};

/** Items that a retry takes over: what failed, and what a stop left undone. */
export const retriable = ({ items, outcomes }: Pick<Bulk, 'items' | 'outcomes'>): readonly BulkItem[] =>
  items.filter((_, place) => {
    const result = outcomes.get(place)?.result;
    return result === 'failed' || result === 'not_done';
  });

const isSettled = (outcome: BulkOutcome | undefined): boolean => outcome !== undefined && outcome.result !== 'in_doubt';

/** Outcomes that tell something new: late, doubled and stray ones do not, nor a doubt that was already known. */
const news = (bulk: Bulk, outcomes: readonly BulkOutcome[]): readonly BulkOutcome[] => {
  const told = new Map<number, BulkOutcome>();
  for (const outcome of outcomes) {
    const before = told.get(outcome.item) ?? bulk.outcomes.get(outcome.item);
    if (!bulk.items[outcome.item] || isSettled(before) || before?.result === outcome.result) continue;
    told.set(outcome.item, outcome);
  }
  return [...told.values()];
};

const withOutcomes = (bulk: Bulk, outcomes: readonly BulkOutcome[]): Bulk => {
  const merged = new Map(bulk.outcomes);
  for (const outcome of outcomes) merged.set(outcome.item, outcome);
  return { ...bulk, outcomes: merged };
};

/**
 * A list of wishes as one piece of work: each item ends once, whatever is delivered late or twice, and the whole ends when
 * nothing of it runs.
 */
export const bulkDecider: Decider<Bulk, BulkCommand, BulkEvent> = {
  initialState: {
    phase: 'unknown',
    kind: 'bulk_acknowledge_orders',
    items: [],
    outcomes: new Map(),
    isStopRequested: false,
    retryOf: null,
    retriedBy: null,
  },

  decide(command, bulk) {
    const { operationId } = command.data;
    const of = { operationId, at: command.at.toISOString() };
    if (command.type === 'RequestBulk') {
      if (bulk.phase !== 'unknown') return [];
      const { kind, items, retryOf } = command.data;
      return [{ type: 'BulkRequested', data: { ...of, kind, items, retryOf } }];
    }
    if (bulk.phase === 'unknown') {
      throw new RuleViolation('operation-unknown', `There is no bulk operation ${operationId}`);
    }
    switch (command.type) {
      case 'StartBulk':
        return bulk.phase === 'requested' ? [{ type: 'BulkStarted', data: of }] : [];
      case 'RecordBulkOutcomes': {
        const outcomes = news(bulk, command.data.outcomes);
        if (outcomes.length === 0) return [];
        const ended: BulkEvent = { type: 'BulkItemsEnded', data: { ...of, outcomes } };
        const counts = bulkCounts(withOutcomes(bulk, outcomes));
        const isRest = openItems(counts) === 0 && (bulk.phase !== 'ended' || counts.inDoubt === 0);
        return isRest ? [ended, { type: 'BulkEnded', data: { ...of, kind: bulk.kind, counts } }] : [ended];
      }
      case 'StopBulk':
        return bulk.phase === 'ended' || bulk.isStopRequested ? [] : [{ type: 'BulkStopRequested', data: of }];
      case 'RetryBulk': {
        const { retryOperationId, late } = command.data;
        if (bulk.retriedBy === retryOperationId) return [];
        if (bulk.phase !== 'ended') {
          throw new RuleViolation('operation-running', `Operation ${operationId} is still running`, {
            operation_id: operationId,
          });
        }
        if (retriable(bulk).length + late === 0) {
          throw new RuleViolation('nothing-to-retry', `Nothing of operation ${operationId} has failed`);
        }
        if (bulk.retriedBy !== null) {
          throw new RuleViolation('operation-running', `Operation ${operationId} is being retried already`, {
            operation_id: bulk.retriedBy,
          });
        }
        return [{ type: 'BulkRetried', data: { ...of, retryOperationId } }];
      }
    }
  },

  evolve(bulk, event) {
    switch (event.type) {
      case 'BulkRequested': {
        const { kind, items, retryOf } = event.data;
        return { ...bulk, phase: 'requested', kind, items, retryOf };
      }
      case 'BulkStarted':
        return { ...bulk, phase: 'running' };
      case 'BulkItemsEnded':
        return withOutcomes(bulk, event.data.outcomes);
      case 'BulkStopRequested':
        return { ...bulk, isStopRequested: true };
      case 'BulkEnded':
        return { ...bulk, phase: 'ended' };
      case 'BulkRetried':
        return { ...bulk, retriedBy: event.data.retryOperationId };
      default:
        return bulk; // written by a newer release: skip it, keep reading the stream
    }
  },
};

export const operationStream = (operationId: string): string => `operation-${operationId}`;
