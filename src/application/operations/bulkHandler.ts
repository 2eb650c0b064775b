import { randomUUID } from 'node:crypto';
import { RuleViolation } from '../../domain/decider.js';
import { operationStream, type Bulk, type BulkItem, type BulkOutcome } from '../../domain/operation/bulk.js';
import type { OrderKey } from '../../domain/order/orderFacts.js';
import { firstEventOf } from '../eventIds.js';
import type { Clock } from '../ports/clock.js';
import { EventStoreUnavailable, RevisionConflict, type Actor, type EventStore } from '../ports/eventStore.js';
import { keyOfStream } from '../reactors/attemptFlow.js';
import type { ReactorLog } from '../reactors/reactorRunner.js';
import type { Acted, WishHandler } from '../reactors/wishHandler.js';
import type { OrderService } from '../services.js';
import { EndsHeard, issueItem, itemOperationId, lastStepOf, outcomeOf, refusalOf, refusedItem } from './bulkItems.js';
import { BulkRecorder } from './bulkRecorder.js';
import type { BulkAggregates } from './bulkService.js';
import { operationStep, type OperationStep } from './outcomes.js';
import { Slots } from './slots.js';

export interface BulkDeps {
  readonly bulks: BulkAggregates;
  readonly orders: OrderService;
  readonly eventStore: Pick<EventStore, 'read'>;
  readonly clock: Clock;
  readonly log: ReactorLog;
  /** Aborts when another process takes over; null while another one carries out the bulks. */
  readonly leading: () => AbortSignal | null;
}

const PREFIX = operationStream('');
const JOB: Actor = { kind: 'job', id: 'bulk' };
/**
 * Per account: as many as its lane carries out. An attempt without an answer rests until it can be found out, which takes
 * minutes and keeps nobody from the next order.
 */
const ITEMS = { atOnce: 8, heldMs: 15_000, open: 64 };
const STAND_BY_MS = 1_000;
/** How long outcomes are gathered: short for a short list, a second for a long one. */
const lingerMs = (items: number): number => Math.min(1_000, 10 * items);
/** Trouble of ours with one item, again and again, must not keep the whole open for ever. */
const MOST_FAILURES = 3;

/** An item whose turn has come. `leave` gives its slot to the next one. */
interface Turn {
  readonly bulkId: string;
  readonly bulk: Bulk;
  readonly item: BulkItem;
  readonly place: number;
  readonly signal: AbortSignal;
  readonly leave: () => void;
}

/** A doubt that was settled after its bulk had come to rest. */
interface SettledDoubt {
  readonly bulkId: string;
  readonly key: OrderKey;
  readonly step: OperationStep;
}

/**
 * Carries out bulk operations: wishes one order after the other, a few at a time, hears in the log how each ended, and
 * tells the bulk's stream. Everything that it knows is in the log: after a crash each item is looked up before it is
 * wished, and a wish has the same id as before.
 */
export const bulkHandler = (deps: BulkDeps): WishHandler => {
  const { bulks, orders, eventStore, clock, log, leading } = deps;
  const ends = new EndsHeard();
  const askedBy = new Map<string, Actor>();
  const stopped = new Set<string>();
  const doubts = new Map<string, SettledDoubt[]>();
  const failures = new Map<string, number>();

  const record = async (operationId: string, outcomes: readonly BulkOutcome[]): Promise<void> => {
    await bulks.handle(
      operationStream(operationId),
      { type: 'RecordBulkOutcomes', data: { operationId, outcomes }, at: clock.now() },
      // Never derived: a second process with other outcomes at hand must not pass for this one.
      {
        cause: randomUUID(),
        metadata: { correlationId: operationId, causationId: firstEventOf(operationId), actor: JOB },
      },
    );
  };

  const settle = async ({ bulkId, bulk, item, place, signal, leave }: Turn): Promise<BulkOutcome> => {
    const { account, orderId, refusal } = item;
    if (refusal || account === null) {
      return refusedItem(place, refusal?.code ?? 'order-unknown', refusal?.text ?? `There is no order ${orderId}`);
    }
    const key = { account, orderId };
    const operationId = itemOperationId(bulkId, key);
    const isResumed = bulk.phase === 'running';
    const begun = isResumed ? await lastStepOf(eventStore, key, operationId) : null;
    if (begun) {
      leave();
      return outcomeOf(place, await ends.end(operationId, signal, () => lastStepOf(eventStore, key, operationId)));
    }
    if (stopped.has(bulkId)) {
      return { item: place, result: 'not_done', operationId: null, code: 'operation-stopped', text: null };
    }
    const ours = ends.end(operationId, signal);
    // Left alone when the wish is refused; then nobody waits for it.
    ours.catch(() => undefined);
    const receipt = await issueItem(orders, bulk.kind, key, item, {
      actor: askedBy.get(bulkId) ?? JOB,
      correlationId: bulkId,
      causationId: firstEventOf(bulkId),
      operationId,
      bulkId,
    });
    if (receipt.operationId === null) {
      // Nothing to do, or done already under this very wish by a process that led before us.
      const before = await lastStepOf(eventStore, key, operationId);
      if (before) return outcomeOf(place, before);
      return { item: place, result: 'succeeded', operationId: null, code: null, text: null };
    }
    if (receipt.operationId === operationId) return outcomeOf(place, await ours);
    const { operationId: other } = receipt;
    // Somebody else wished the same and is not done: their outcome is this item's as well.
    return outcomeOf(place, await ends.end(other, signal, () => lastStepOf(eventStore, key, other)));
  };

  const settleOrRefuse = async (turn: Turn): Promise<BulkOutcome> => {
    const { bulkId, item, place, signal } = turn;
    const done = new AbortController();
    try {
      return await settle({ ...turn, signal: AbortSignal.any([signal, done.signal]) });
    } catch (error) {
      signal.throwIfAborted();
      const refusal = refusalOf(error);
      if (refusal) return refusedItem(place, refusal.code, refusal.text);
      if (error instanceof EventStoreUnavailable || error instanceof RevisionConflict) throw error;
      const id = `${bulkId}/${place}`;
      const count = (failures.get(id) ?? 0) + 1;
      failures.set(id, count);
      log.warn({ err: error, bulkId, orderId: item.orderId, count }, 'an item of a bulk met trouble of ours');
      if (count < MOST_FAILURES) throw error;
      failures.delete(id);
      return refusedItem(place, 'internal', 'Something went wrong on our side; the log has the details');
    } finally {
      done.abort(new Error('Nobody waits any more'));
    }
  };

  const run = async (stream: string, running: AbortSignal): Promise<Acted> => {
    const lead = leading();
    if (!lead) return STAND_BY_MS;
    const operationId = stream.slice(PREFIX.length);
    const { state: bulk } = await bulks.load(stream);
    if (bulk.phase === 'unknown' || bulk.phase === 'ended') return null;
    if (bulk.isStopRequested) stopped.add(operationId);
    if (bulk.phase === 'requested') {
      await bulks.handle(
        stream,
        { type: 'StartBulk', data: { operationId }, at: clock.now() },
        {
          cause: `${operationId}/start`,
          metadata: { correlationId: operationId, causationId: firstEventOf(operationId), actor: JOB },
        },
      );
    }
    const trouble = new AbortController();
    const signal = AbortSignal.any([running, lead, trouble.signal]);
    const recorder = new BulkRecorder(
      lingerMs(bulk.items.length),
      (outcomes) => record(operationId, outcomes),
      (error) => trouble.abort(error),
    );
    const slots = new Map<string | null, Slots>();
    const slotsOf = (account: string | null): Slots => {
      const known = slots.get(account) ?? new Slots(ITEMS);
      slots.set(account, known);
      return known;
    };
    const work = bulk.items.map((item, place) =>
      bulk.outcomes.has(place)
        ? Promise.resolve()
        : slotsOf(item.account).run(async (leave) => {
            signal.throwIfAborted();
            try {
              recorder.tell(await settleOrRefuse({ bulkId: operationId, bulk, item, place, signal, leave }));
            } catch (error) {
              // Without the log no other item can do better.
              if (error instanceof EventStoreUnavailable) trouble.abort(error);
              throw error;
            }
          }),
    );
    const ended = await Promise.allSettled(work);
    await recorder.flush();
    if (running.aborted) return null;
    if (lead.aborted) return STAND_BY_MS;
    const failed = ended.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    return null;
  };

  const settleDoubts = async (stream: string): Promise<Acted> => {
    for (const doubt of doubts.get(stream) ?? []) {
      const { bulkId, key, step } = doubt;
      const { state: bulk } = await bulks.load(operationStream(bulkId));
      const place = bulk.items.findIndex((item) => item.account === key.account && item.orderId === key.orderId);
      try {
        await record(bulkId, [outcomeOf(place, step)]);
      } catch (error) {
        if (!(error instanceof RuleViolation)) throw error;
        log.warn({ err: error, stream, bulkId }, 'a settled doubt belongs to no bulk');
      }
      const rest = (doubts.get(stream) ?? []).filter((one) => one !== doubt);
      if (rest.length > 0) doubts.set(stream, rest);
      else doubts.delete(stream);
    }
    return 'settled';
  };

  return {
    flow: 'bulk',

    track(event) {
      const { stream, type } = event;
      if (stream.startsWith(PREFIX)) {
        const operationId = stream.slice(PREFIX.length);
        if (type === 'BulkStopRequested') stopped.add(operationId);
        if (type === 'BulkRequested') {
          askedBy.set(operationId, event.metadata.actor);
          return 'open';
        }
        if (type !== 'BulkEnded') return null;
        askedBy.delete(operationId);
        stopped.delete(operationId);
        return 'closed';
      }
      ends.hear(event);
      if (type !== 'AwbResolved' && type !== 'AwbGenerated') return null;
      const { bulkId } = event.data as { readonly bulkId?: unknown };
      const [key, step] = [keyOfStream(stream), operationStep(event)];
      if (typeof bulkId !== 'string' || !key || !step) return null;
      doubts.set(stream, [...(doubts.get(stream) ?? []), { bulkId, key, step }]);
      return 'open';
    },

    act: (stream, signal) => (stream.startsWith(PREFIX) ? run(stream, signal) : settleDoubts(stream)),
  };
};
