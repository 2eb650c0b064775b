import { setTimeout as pause } from 'node:timers/promises';
import {
  offerStream,
  unmet,
  valuesOf,
  type Offer,
  type OfferFacts,
  type OfferKey,
  type OfferValues,
  type OfferWish,
  type ReadFacts,
} from '../../domain/offer/offer.js';
import type { OfferCommand } from '../../domain/offer/offerDecider.js';
import type { Digest } from '../order/orderObserver.js';
import { noFailpoints } from '../ports/failpoints.js';
import { MarketplaceError, type CallContext, type MarketplaceAccount } from '../ports/marketplace.js';
import type { OfferAggregates } from '../sync/offerSync.js';
import { attemptHandlerOn, type AttemptDeps, type AttemptFlow, type AttemptStreams } from './attemptFlow.js';
import type { WishHandler } from './wishHandler.js';

type KnownOffer = Offer & { readonly facts: OfferFacts };
type OfferFlow = AttemptFlow<{ read: ReadFacts }, KnownOffer, OfferKey, OfferCommand>;

export interface OfferFlowDeps extends Omit<AttemptDeps, 'orders' | 'failpoints'> {
  readonly offers: OfferAggregates;
  readonly digest: Digest;
  /** Pauses before the readings that follow a change, in milliseconds: what was accepted may show a moment later. */
  readonly readAfterMs?: readonly number[];
}

const READ_AFTER_MS = [0, 1_000, 3_000];

const OFFER_STREAM = /^offer-([a-z0-9_]{1,24})-(\d+)$/;

const streamsOf = (offers: OfferAggregates): AttemptStreams<Offer, KnownOffer, OfferKey, OfferCommand> => ({
  aggregates: offers,
  keyOf: (stream) => {
    const [, account, offerId] = OFFER_STREAM.exec(stream) ?? [];
    return account !== undefined && offerId !== undefined ? { account, offerId } : null;
  },
  known: (offer) => (offer.facts ? { ...offer, facts: offer.facts } : null),
});

const wishOf = ({ change }: KnownOffer): OfferWish => change.wish ?? {};

/** Stock moves with every order: a change that was accepted holds though another stock is shown a moment later. */
const isShown = (wish: OfferWish, values: OfferValues): boolean => {
  const { stock: _stock, ...steady } = wish;
  return Object.keys(unmet(steady, values)).length === 0;
};

const shownText = ({ priceNet, stock, status }: OfferValues): string =>
  `It shows the price ${priceNet}, the stock ${stock} and the status ${status}`;

/**
 * Price, stock and status of an offer. The values are absolute and saves are idempotent by the offer's id (reference
 * §3.7), so a change that was lost may be sent again. The outcome is what the offer shows when it is read again.
 */
export const offerHandler = (deps: OfferFlowDeps): WishHandler => {
  const { clock, digest, readAfterMs = READ_AFTER_MS } = deps;
  /** What a refused change was read as, by operation: recorded with the refusal. */
  const readings = new Map<string, ReadFacts>();

  const read = async (
    { offerId }: OfferKey,
    account: MarketplaceAccount,
    context: CallContext,
  ): Promise<ReadFacts | null> => {
    const offer = await account.readOffer(offerId, context);
    return offer && { facts: offer.facts, digest: digest(offer.facts) };
  };

  const refusal = (key: OfferKey, operationId: string, code: string, text: string, seen: ReadFacts | null) => ({
    verdict: 'refused' as const,
    command: {
      type: 'RecordOfferChangeRefused' as const,
      data: { ...key, operationId, code, text, read: seen, call: null },
      at: clock.now(),
    },
  });

  const flow: OfferFlow = {
    flow: 'offer',
    opensOn: ['OfferChangeRequested', 'OfferChangeAttemptStarted'],
    closesOn: ['OfferChangeConfirmed', 'OfferChangeRefused'],
    provesEarly: true,
    flowOf: (offer) => offer.change,
    claim: (key, claim) => ({ type: 'StartOfferChangeAttempt', data: { ...key, ...claim }, at: clock.now() }),

    async call(offer, key, account, context) {
      const wish = wishOf(offer);
      const outcome = await account.changeOffer(key.offerId, wish, context);
      if (outcome.kind !== 'done') return outcome;
      const { call } = outcome;
      let seen: ReadFacts | null = null;
      for (const waitMs of readAfterMs) {
        await pause(waitMs);
        try {
          seen = await read(key, account, context);
        } catch (error) {
          if (!(error instanceof MarketplaceError)) throw error;
          // Accepted, but not seen: found out like a change whose answer was lost.
          return { kind: 'unknown', code: error.code, text: error.message, call };
        }
        if (seen && isShown(wish, valuesOf(seen.facts))) return { kind: 'done', read: seen, call };
      }
      if (seen) readings.set(context.correlationId, seen);
      const text = seen ? shownText(valuesOf(seen.facts)) : 'It no longer shows the offer';
      return {
        kind: 'refused',
        code: 'change-not-applied',
        text: `The marketplace accepted the change and did not apply it. ${text}`,
        call,
      };
    },

    done: (_offer, key, operationId, { read: seen, call }) => ({
      type: 'ConfirmOfferChange',
      data: { ...key, operationId, read: seen, call },
      at: clock.now(),
    }),

    refused: (key, operationId, { code, text, call }) => {
      const seen = readings.get(operationId) ?? null;
      readings.delete(operationId);
      return {
        type: 'RecordOfferChangeRefused',
        data: { ...key, operationId, code, text, read: seen, call },
        at: clock.now(),
      };
    },

    async findOut(offer, key, account, context) {
      const operationId = context.correlationId;
      let seen: ReadFacts | null;
      try {
        seen = await read(key, account, context);
      } catch (error) {
        // An offer that cannot be understood stays so: nobody would ever learn what it shows.
        if (!(error instanceof MarketplaceError) || error.code !== 'unreadable' || error.isRetriable) throw error;
        const text = `The marketplace gave no answer, and what it shows cannot be read: ${error.message}`;
        return refusal(key, operationId, 'outcome-unknown', text, null);
      }
      if (!seen) {
        const text = `The marketplace no longer shows ${offerStream(key)}`;
        return refusal(key, operationId, 'offer-gone', text, null);
      }
      const values = valuesOf(seen.facts);
      const left = unmet(wishOf(offer), values);
      if (Object.keys(left).length === 0) {
        return {
          verdict: 'happened',
          command: {
            type: 'ConfirmOfferChange',
            data: { ...key, operationId, read: seen, call: null },
            at: clock.now(),
          },
        };
      }
      // One save carries all values: if the price did not arrive, the stock did not either. A stock that is neither the
      // old nor the new one was moved by orders, and nobody can tell from which of the two.
      const isOnlyStock = Object.keys(left).every((field) => field === 'stock');
      if (!isOnlyStock || values.stock === offer.change.before?.stock) return { verdict: 'did_not_happen' };
      const text = `The marketplace gave no answer, and its stock has moved since. ${shownText(values)}`;
      return refusal(key, operationId, 'outcome-unknown', text, seen);
    },
  };

  return attemptHandlerOn(streamsOf(deps.offers), flow, { ...deps, failpoints: noFailpoints });
};
