import { isSame } from '../order/observing.js';
import type { CallSummary, OfOperation, Refusal } from '../order/orderEvents.js';
import type { Flow } from '../order/orderState.js';

export interface OfferKey {
  readonly account: string;
  /** The seller's own id of the offer. */
  readonly offerId: string;
}

export type OfferStatus = 'inactive' | 'active' | 'end_of_life';

/** What the marketplace says of an offer, in our words. Prices are net of VAT with four decimals. */
export interface OfferFacts {
  readonly name: string;
  readonly sku: string | null;
  readonly pnk: string | null;
  readonly brand: string | null;
  readonly categoryId: string | null;
  readonly categoryName: string | null;
  readonly eans: readonly string[];
  readonly status: OfferStatus;
  readonly priceNet: string;
  readonly minPriceNet: string | null;
  readonly maxPriceNet: string | null;
  readonly recommendedPriceNet: string | null;
  readonly bestOfferPriceNet: string | null;
  readonly currency: string;
  readonly vatId: string | null;
  /** Fraction from the marketplace's own VAT table; null when the table does not hold the id. */
  readonly vatRate: string | null;
  readonly stock: number;
  /** Stock less what unacknowledged orders reserve. */
  readonly availableStock: number;
  readonly handlingDays: number | null;
  readonly warrantyMonths: number | null;
  readonly buyButtonRank: number | null;
  readonly numberOfOffers: number | null;
  /** Reference §12.4, number and the marketplace's text. */
  readonly validationStatus: { readonly value: number; readonly text: string } | null;
  readonly offerValidationStatus: { readonly value: number; readonly text: string } | null;
  readonly isSaleable: boolean;
  readonly imageUrl: string | null;
  readonly url: string | null;
  readonly ownership: 'eligible' | 'not_eligible' | null;
  readonly extra: Readonly<Record<string, unknown>>;
}

/** Absolute values that an offer shall have; what is absent stays as it is. The price is net, four decimals. */
export interface OfferWish {
  readonly priceNet?: string;
  readonly stock?: number;
  readonly status?: OfferStatus;
}

export type OfferField = keyof OfferWish;
export const OFFER_FIELDS: readonly OfferField[] = ['priceNet', 'stock', 'status'];

/** What can be changed from here, as the marketplace shows it. */
export type OfferValues = Required<OfferWish>;

/** What a sync does with a value that was set here and that the marketplace no longer shows. */
export type ConflictStrategy = 'emag_priority' | 'local_priority' | 'newest_wins' | 'manual';

/** A reading of the marketplace and its keyed hash. */
export interface ReadFacts {
  readonly facts: OfferFacts;
  readonly digest: string;
}

// Stored for good: rename nothing here, add optional fields, upcast when a shape must change.
export type OfferEvent =
  | { type: 'OfferReceived'; data: OfferKey & { facts: OfferFacts; digest: string; at: string; syncRunId?: string } }
  | {
      type: 'OfferChanged';
      data: OfferKey & { changed: Partial<OfferFacts>; digest: string; at: string; syncRunId?: string };
    }
  | {
      type: 'OfferChangeRequested';
      /** `before`: what we knew when it was wished. */
      data: OfferKey & OfOperation & { wish: OfferWish; before: OfferValues };
    }
  | { type: 'OfferChangeAttemptStarted'; data: OfferKey & OfOperation & { attemptId: string } }
  | {
      type: 'OfferChangeConfirmed';
      /** `shown`: what the marketplace showed when the offer was read again. */
      data: OfferKey & OfOperation & { wish: OfferWish; shown: OfferValues; call: CallSummary | null };
    }
  | { type: 'OfferChangeRefused'; data: OfferKey & OfOperation & Refusal & { call: CallSummary | null } }
  | {
      type: 'OfferConflictFound';
      /** Values that were set here, and what the marketplace shows instead. A person decides. */
      data: OfferKey & { ours: OfferWish; shown: OfferValues; at: string; syncRunId?: string };
    };

export interface Offer {
  readonly facts: OfferFacts | null;
  readonly digest: string | null;
  readonly change: Flow & { readonly wish?: OfferWish; readonly before?: OfferValues };
  /** Time of our own last fact. */
  readonly lastFactAt: string | null;
  /** What was set here and was still shown when the offer was last read. */
  readonly ours: OfferWish;
  /** Values that a person must decide between. */
  readonly conflict: { readonly ours: OfferWish; readonly at: string } | null;
}

export const emptyOffer: Offer = {
  facts: null,
  digest: null,
  change: { phase: 'idle' },
  lastFactAt: null,
  ours: {},
  conflict: null,
};

export const valuesOf = ({ priceNet, stock, status }: OfferFacts): OfferValues => ({ priceNet, stock, status });

/** A reading brings only the number of the category: as long as that is the same, a name that we know stays. */
const isNameLeftOut = (key: keyof OfferFacts, before: OfferFacts, after: OfferFacts): boolean =>
  key === 'categoryName' && after.categoryName === null && after.categoryId === before.categoryId;

/** The fields of `after` that differ from what we knew. */
export const changedFacts = (before: OfferFacts, after: OfferFacts): Partial<OfferFacts> =>
  Object.fromEntries(
    (Object.keys(after) as (keyof OfferFacts)[])
      .filter((key) => !isSame(before[key], after[key]) && !isNameLeftOut(key, before, after))
      .map((key) => [key, after[key]]),
  );

/** Fields of `wish` that the values do not show. */
export const unmet = (wish: OfferWish, values: OfferValues): OfferWish =>
  Object.fromEntries(
    OFFER_FIELDS.filter((field) => wish[field] !== undefined && wish[field] !== values[field]).map((field) => [
      field,
      wish[field],
    ]),
  );

const without = (wish: OfferWish, fields: OfferWish): OfferWish =>
  Object.fromEntries(Object.entries(wish).filter(([field]) => !(field in fields)));

/** New facts, with what of ours they still show: a value that the marketplace replaced is ours no longer. */
const withFacts = (offer: Offer, facts: OfferFacts, digest: string): Offer => {
  const values = valuesOf(facts);
  const ours = without(offer.ours, unmet(offer.ours, values));
  const isSettled = offer.conflict !== null && Object.keys(unmet(offer.conflict.ours, values)).length === 0;
  return { ...offer, facts, digest, ours, conflict: isSettled ? null : offer.conflict };
};

/** What each fact does to an offer. Unknown types change nothing. */
export const evolveOffer = (offer: Offer, event: OfferEvent): Offer => {
  switch (event.type) {
    case 'OfferReceived':
      return { ...offer, facts: event.data.facts, digest: event.data.digest };
    case 'OfferChanged':
      return offer.facts ? withFacts(offer, { ...offer.facts, ...event.data.changed }, event.data.digest) : offer;
    case 'OfferChangeRequested': {
      const { operationId, at, wish, before } = event.data;
      return { ...offer, change: { phase: 'requested', operationId, at, wish, before }, conflict: null };
    }
    case 'OfferChangeAttemptStarted': {
      const { operationId, attemptId, at } = event.data;
      return { ...offer, change: { ...offer.change, phase: 'attempted', operationId, attemptId, at } };
    }
    case 'OfferChangeConfirmed': {
      const { operationId, at, wish } = event.data;
      return {
        ...offer,
        change: { ...offer.change, phase: 'done', operationId, at },
        lastFactAt: at,
        ours: { ...offer.ours, ...wish },
      };
    }
    case 'OfferChangeRefused': {
      const { operationId, at, code, text } = event.data;
      return {
        ...offer,
        change: { ...offer.change, phase: 'refused', operationId, at, code, text },
        lastFactAt: at,
        // What the marketplace refuses is asserted no more.
        ours: without(offer.ours, offer.change.wish ?? {}),
      };
    }
    case 'OfferConflictFound':
      return { ...offer, conflict: { ours: event.data.ours, at: event.data.at } };
    default:
      return offer;
  }
};

export const offerStream = ({ account, offerId }: OfferKey): string => `offer-${account}-${offerId}`;
