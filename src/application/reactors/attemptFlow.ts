import { randomUUID } from 'node:crypto';
import { RuleViolation } from '../../domain/decider.js';
import type { OfferEvent } from '../../domain/offer/offer.js';
import type { OrderCommand } from '../../domain/order/order.js';
import type { OrderEvent, PartOfBulk } from '../../domain/order/orderEvents.js';
import type { OrderKey } from '../../domain/order/orderFacts.js';
import type { Flow, Order } from '../../domain/order/orderState.js';
import type { HandleOptions, Loaded } from '../aggregates.js';
import { firstEventOf } from '../eventIds.js';
import type { OrderAggregates } from '../order/orderService.js';
import type { Clock } from '../ports/clock.js';
import type { RecordedEvent } from '../ports/eventStore.js';
import type { Failpoints } from '../ports/failpoints.js';
import {
  MarketplaceError,
  type CallContext,
  type Marketplace,
  type MarketplaceAccount,
  type WriteOutcome,
} from '../ports/marketplace.js';
import { Attempts } from './attempts.js';
import type { Tracking, WishHandler } from './wishHandler.js';

export type KnownOrder = Order & { readonly facts: NonNullable<Order['facts']> };

/** What a reading proved about an attempt whose answer we never got. */
export type FoundOut<C = OrderCommand> =
  | { readonly verdict: 'happened' | 'in_doubt' | 'refused'; readonly command: C }
  | { readonly verdict: 'did_not_happen' }
  | { readonly verdict: 'too_early'; readonly waitMs: number };

/**
 * One kind of call that must happen exactly once. `T` is what a successful answer brings; `S`, `K` and `C` are the
 * subject as its stream tells it, its key and its commands: an order unless said otherwise.
 */
export interface AttemptFlow<T, S = KnownOrder, K extends { account: string } = OrderKey, C = OrderCommand> {
  /** Also the prefix of its failpoints. */
  readonly flow: 'acknowledge' | 'status' | 'awb' | 'document' | 'offer';
  readonly opensOn: readonly (OrderEvent | OfferEvent)['type'][];
  readonly closesOn: readonly (OrderEvent | OfferEvent)['type'][];
  flowOf(subject: S): Flow;
  claim(key: K, claim: { operationId: string; attemptId: string; replaces: string | null }): C;
  call(subject: S, key: K, account: MarketplaceAccount, context: CallContext): Promise<WriteOutcome<T>>;
  done(subject: S, key: K, operationId: string, answer: Extract<WriteOutcome<T>, { kind: 'done' }>): C;
  refused(
    key: K,
    operationId: string,
    refusal: Omit<Extract<WriteOutcome, { kind: 'refused' }>, 'kind' | 'call'> & {
      call: Extract<WriteOutcome, { kind: 'not_sent' }>['call'];
    },
  ): C;
  /** Reads and decides. `attemptAgeMs` since the claim. */
  findOut(
    subject: S,
    key: K,
    account: MarketplaceAccount,
    context: CallContext,
    attemptAgeMs: number,
  ): Promise<FoundOut<C>>;
  /** A reading that shows the effect is proof at any time, since repeating the call does no harm. */
  readonly provesEarly: boolean;
  /** After the fact is recorded: never part of the outcome. */
  afterwards?(key: K, account: MarketplaceAccount, context: CallContext): Promise<void>;
}

export interface AttemptDeps {
  readonly orders: OrderAggregates;
  readonly marketplace: Marketplace;
  readonly clock: Clock;
  readonly failpoints: Failpoints;
  /** How long an attempt without an outcome rests before it is found out. */
  readonly findOutMs: number;
  /** Takes work that nobody waits for; its failures are logged. */
  background(work: () => Promise<void>): void;
}

/** Nobody sits and waits for an item of a bulk. */
export const priorityOf = ({ bulkId }: PartOfBulk): CallContext['priority'] =>
  bulkId === undefined ? 'interactive' : 'background';

const EARLY_LOOK_MS = 2_000;
const EARLY_LOOK_EVERY_MS = 10_000;

const ORDER_STREAM = /^order-([a-z0-9_]{1,24})-(\d+)$/;

export const keyOfStream = (stream: string): OrderKey | null => {
  const match = ORDER_STREAM.exec(stream);
  return match?.[1] && match[2] ? { account: match[1], orderId: match[2] } : null;
};

/** The streams that a flow acts on: how they are folded, and what their names say. */
export interface AttemptStreams<State, S, K extends { account: string }, C> {
  readonly aggregates: {
    load(stream: string): Promise<Loaded<State>>;
    handle(stream: string, command: C, options: HandleOptions): Promise<unknown>;
  };
  keyOf(stream: string): K | null;
  /** Null: nothing is known of it yet, so there is nothing to act on. */
  known(state: State): S | null;
  /** For the journal, where the calls are about an order. */
  orderIdOf?(key: K): string;
}

const orderStreams = (orders: OrderAggregates): AttemptStreams<Order, KnownOrder, OrderKey, OrderCommand> => ({
  aggregates: orders,
  keyOf: keyOfStream,
  known: (order) => (order.facts ? { ...order, facts: order.facts } : null),
  orderIdOf: ({ orderId }) => orderId,
});

/** Only event types decide; that keeps reading a long history cheap. */
export const trackTypes =
  (opensOn: readonly string[], closesOn: readonly string[]) =>
  ({ type }: RecordedEvent): Tracking =>
    opensOn.includes(type) ? 'open' : closesOn.includes(type) ? 'closed' : null;

/** For flows that end in the same types of events: only the end of the operation that is open closes it. */
export const trackOperations = (opensOn: readonly string[], closesOn: readonly string[]) => {
  const open = new Map<string, unknown>();
  return ({ type, stream, data }: RecordedEvent): Tracking => {
    const operationId = 'operationId' in data ? data.operationId : undefined;
    if (opensOn.includes(type)) {
      open.set(stream, operationId);
      return 'open';
    }
    if (!closesOn.includes(type) || operationId === undefined || open.get(stream) !== operationId) return null;
    open.delete(stream);
    return 'closed';
  };
};

/** A flow over orders. */
export const attemptHandler = <T>(flow: AttemptFlow<T>, deps: AttemptDeps): WishHandler =>
  attemptHandlerOn(orderStreams(deps.orders), flow, deps);

/**
 * Wish, attempt, fact. The claim is appended before the call, so that at most one process calls; a claim without an
 * outcome is found out before anything is repeated.
 */
export const attemptHandlerOn = <State, T, S, K extends { account: string }, C>(
  streams: AttemptStreams<State, S, K, C>,
  flow: AttemptFlow<T, S, K, C>,
  { marketplace, clock, failpoints, findOutMs, background }: Omit<AttemptDeps, 'orders'>,
): WishHandler => {
  const { aggregates } = streams;
  const attempts = new Attempts();

  /** `follows` is what the outcome follows from: the attempt, or the wish itself when nothing was attempted. */
  const record = async (stream: string, command: C, follows: string, operationId: string): Promise<void> => {
    failpoints.reach(`${flow.flow}.before_fact`);
    await aggregates.handle(stream, command, {
      cause: `${follows}/outcome`,
      metadata: {
        correlationId: operationId,
        causationId: firstEventOf(follows),
        actor: { kind: 'job', id: `reactor.${flow.flow}` },
      },
    });
    failpoints.reach(`${flow.flow}.after_fact`);
  };

  const claim = async (
    stream: string,
    key: K,
    operationId: string,
    replaces: string | null,
  ): Promise<string | null> => {
    // Unique per claimant: with a derived id two processes would both see their claim succeed.
    const attemptId = randomUUID();
    failpoints.reach(`${flow.flow}.before_attempt`);
    try {
      await aggregates.handle(stream, flow.claim(key, { operationId, attemptId, replaces }), {
        cause: attemptId,
        metadata: {
          correlationId: operationId,
          causationId: firstEventOf(operationId),
          actor: { kind: 'job', id: `reactor.${flow.flow}` },
        },
      });
    } catch (error) {
      if (error instanceof RuleViolation && error.code === 'wish-not-open') return null;
      throw error;
    }
    attempts.begin(operationId);
    failpoints.reach(`${flow.flow}.after_attempt`);
    return attemptId;
  };

  const settle = async (
    subject: S,
    stream: string,
    key: K,
    account: MarketplaceAccount,
    context: CallContext,
    operationId: string,
    replaces: string | null,
  ): Promise<number | null> => {
    const attemptId = await claim(stream, key, operationId, replaces);
    if (attemptId === null) return null;
    failpoints.reach(`${flow.flow}.before_call`);
    // Without the signal: a write that has begun is waited for, also while we shut down.
    const { signal: _signal, ...uninterrupted } = context;
    const outcome = await flow.call(subject, key, account, uninterrupted);
    failpoints.reach(`${flow.flow}.after_call`);

    switch (outcome.kind) {
      case 'done':
        await record(stream, flow.done(subject, key, operationId, outcome), attemptId, operationId);
        attempts.forget(operationId, attemptId);
        background(async () => flow.afterwards?.(key, account, context));
        return null;
      case 'refused':
        await record(stream, flow.refused(key, operationId, outcome), attemptId, operationId);
        attempts.forget(operationId, attemptId);
        return null;
      case 'not_sent': {
        if (!attempts.mayRepeat(operationId, outcome.code)) {
          await record(stream, flow.refused(key, operationId, outcome), attemptId, operationId);
          attempts.forget(operationId, attemptId);
          return null;
        }
        const pauseMs = attempts.pause(operationId, outcome);
        attempts.markUnsent(attemptId, pauseMs);
        return pauseMs;
      }
      case 'unknown':
        return Math.min(findOutMs, flow.provesEarly ? EARLY_LOOK_MS : findOutMs);
    }
  };

  return {
    flow: flow.flow,
    track: trackTypes(flow.opensOn, flow.closesOn),

    async act(stream, signal) {
      const key = streams.keyOf(stream);
      if (!key) return null;
      const subject = streams.known((await aggregates.load(stream)).state);
      if (!subject) return null;
      const state = flow.flowOf(subject);
      if (state.phase !== 'requested' && state.phase !== 'attempted') return null;
      const { operationId } = state;
      const context: CallContext = {
        correlationId: operationId,
        priority: priorityOf(state),
        ...(streams.orderIdOf && { orderId: streams.orderIdOf(key) }),
        signal,
      };

      let account: MarketplaceAccount;
      try {
        account = await marketplace.account(key.account);
      } catch (error) {
        if (!(error instanceof MarketplaceError) || error.code !== 'account-unknown') throw error;
        if (state.phase === 'attempted') return findOutMs;
        const refusal = { code: error.code, text: error.message, call: null };
        await record(stream, flow.refused(key, operationId, refusal), operationId, operationId);
        return null;
      }

      if (state.phase === 'requested') return settle(subject, stream, key, account, context, operationId, null);

      const { attemptId } = state;
      const pauseMs = attempts.unsentPause(attemptId);
      // The claim's own event wakes us long before the pause is over.
      if (pauseMs !== null)
        return pauseMs > 0 ? pauseMs : settle(subject, stream, key, account, context, operationId, attemptId);

      const ageMs = clock.now().getTime() - Date.parse(state.at);
      const restMs = findOutMs - ageMs;
      if (restMs > 0) {
        const untilEarlyLook = flow.provesEarly ? EARLY_LOOK_MS - ageMs : restMs;
        if (untilEarlyLook > 0) return Math.min(restMs, untilEarlyLook) + 50;
        const early = await flow.findOut(subject, key, account, context, ageMs);
        if (early.verdict !== 'happened') return Math.min(restMs, EARLY_LOOK_EVERY_MS) + 50;
        await record(stream, early.command, attemptId, operationId);
        attempts.forget(operationId, attemptId);
        return null;
      }
      const found = await flow.findOut(subject, key, account, context, ageMs);
      switch (found.verdict) {
        case 'too_early':
          return found.waitMs;
        case 'did_not_happen':
          if (!attempts.mayRepeat(operationId, 'marketplace-failing')) {
            const refusal = { code: 'marketplace-failing', text: 'The marketplace did not carry it out', call: null };
            await record(stream, flow.refused(key, operationId, refusal), attemptId, operationId);
            attempts.forget(operationId, attemptId);
            return null;
          }
          // What the find-out recorded meanwhile belongs to what is sent.
          return settle(
            streams.known((await aggregates.load(stream)).state) ?? subject,
            stream,
            key,
            account,
            context,
            operationId,
            attemptId,
          );
        default:
          await record(stream, found.command, attemptId, operationId);
          attempts.forget(operationId, attemptId);
          return null;
      }
    },
  };
};
