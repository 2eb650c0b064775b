import { RuleViolation } from '../decider.js';
import { decimal, round4 } from '../money/money.js';
import type { CallSummary, OfOperation, Refusal } from '../order/orderEvents.js';
import { isClaimable, isOpen, isOpenFor, isSameWish, notOpen } from '../order/orderRules.js';
import {
  changedFacts,
  valuesOf,
  type Offer,
  type OfferEvent,
  type OfferFacts,
  type OfferKey,
  type OfferWish,
  type ReadFacts,
} from './offer.js';

/** Codes that an offer's rules answer with; each has a page in docs/problems.md. */
export type OfferRule =
  | 'offer-unknown'
  | 'offer-change-in-progress'
  | 'price-impossible'
  | 'price-out-of-range'
  | 'stock-impossible'
  | 'stock-not-editable';

type OfWish = OfferKey & Pick<OfOperation, 'operationId'>;

export type OfferChangeCommand =
  /** `keepsStock`: the marketplace stores the goods and counts them itself. */
  | { type: 'RequestOfferChange'; data: OfWish & { wish: OfferWish; keepsStock: boolean }; at: Date }
  | { type: 'StartOfferChangeAttempt'; data: OfWish & { attemptId: string; replaces: string | null }; at: Date }
  /** `read`: the offer as it was read after the change. */
  | { type: 'ConfirmOfferChange'; data: OfWish & { read: ReadFacts; call: CallSummary | null }; at: Date }
  | {
      type: 'RecordOfferChangeRefused';
      data: OfWish & Refusal & { read: ReadFacts | null; call: CallSummary | null };
      at: Date;
    };

const refuse = (rule: OfferRule, message: string, details?: Record<string, unknown>): never => {
  throw new RuleViolation(rule, message, details);
};

export const decideOfferChange = ({ type, data, at }: OfferChangeCommand, offer: Offer): readonly OfferEvent[] => {
  const { account, offerId, operationId } = data;
  const { facts, change } = offer;
  if (!facts) return refuse('offer-unknown', `Account ${account} has no offer ${offerId}`);
  const of = { account, offerId, operationId, at: at.toISOString() };

  switch (type) {
    case 'RequestOfferChange': {
      if (isSameWish(change, operationId)) return [];
      if (isOpen(change)) {
        return refuse('offer-change-in-progress', `A change of offer ${offerId} is under way`, {
          operation_id: 'operationId' in change ? change.operationId : undefined,
        });
      }
      // Asked for even where we know no difference: what we know may be an hour old.
      const wish = checkedWish(data, facts);
      return [{ type: 'OfferChangeRequested', data: { ...of, wish, before: valuesOf(facts) } }];
    }
    case 'StartOfferChangeAttempt':
      if (!isClaimable(change, operationId, data.replaces)) return notOpen(operationId);
      return [{ type: 'OfferChangeAttemptStarted', data: { ...of, attemptId: data.attemptId } }];
    case 'ConfirmOfferChange': {
      if (!isOpenFor(change, operationId)) return [];
      const { read, call } = data;
      return [
        ...readEvents(data, read, offer, of.at),
        {
          type: 'OfferChangeConfirmed',
          data: { ...of, wish: change.wish ?? {}, shown: valuesOf(read.facts), call },
        },
      ];
    }
    case 'RecordOfferChangeRefused': {
      if (!isOpenFor(change, operationId)) return [];
      const { code, text, read, call } = data;
      return [
        ...(read ? readEvents(data, read, offer, of.at) : []),
        { type: 'OfferChangeRefused', data: { ...of, code, text, call } },
      ];
    }
  }
};

/** What the reading shows beyond what we knew, in the same append as the outcome that it proves. */
const readEvents = (
  { account, offerId }: OfferKey,
  { facts, digest }: ReadFacts,
  offer: Offer,
  at: string,
): readonly OfferEvent[] => {
  const changed = offer.facts ? changedFacts(offer.facts, facts) : {};
  return Object.keys(changed).length === 0
    ? []
    : [{ type: 'OfferChanged', data: { account, offerId, changed, digest, at } }];
};

const MAX_STOCK = 65_535;
const MAX_DECIMALS = 4;

/** The constraints of reference §10.2 and §10.6 that can be known before the marketplace is asked. */
const checkedWish = (
  { wish, keepsStock, offerId }: { wish: OfferWish; keepsStock: boolean } & OfferKey,
  facts: OfferFacts,
): OfferWish => {
  const { priceNet, stock, status } = wish;
  if (stock !== undefined) {
    if (keepsStock) {
      refuse('stock-not-editable', `The marketplace stores offer ${offerId} itself and counts its stock`);
    }
    if (!Number.isInteger(stock) || stock < 0 || stock > MAX_STOCK) {
      refuse('stock-impossible', `Stock is a whole number from 0 to ${MAX_STOCK}`);
    }
  }
  return {
    ...(priceNet !== undefined && { priceNet: checkedPrice(priceNet, offerId, facts) }),
    ...(stock !== undefined && { stock }),
    ...(status !== undefined && { status }),
  };
};

const checkedPrice = (priceNet: string, offerId: string, { minPriceNet, maxPriceNet }: OfferFacts): string => {
  const price = decimal(priceNet);
  if (price.lte(0)) refuse('price-impossible', 'A price is greater than zero');
  if (price.decimalPlaces() > MAX_DECIMALS) {
    refuse('price-impossible', `A price has at most ${MAX_DECIMALS} decimals`);
  }
  if ((minPriceNet !== null && price.lt(minPriceNet)) || (maxPriceNet !== null && price.gt(maxPriceNet))) {
    refuse('price-out-of-range', `The price of offer ${offerId} must lie between its lowest and highest price`, {
      min_price_net: minPriceNet,
      max_price_net: maxPriceNet,
    });
  }
  return round4(priceNet);
};
