import type { Decider } from '../decider.js';
import { isSame } from '../order/observing.js';

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

export type OfferEvent =
  | { type: 'OfferReceived'; data: OfferKey & { facts: OfferFacts; digest: string; at: string; syncRunId?: string } }
  | {
      type: 'OfferChanged';
      data: OfferKey & { changed: Partial<OfferFacts>; digest: string; at: string; syncRunId?: string };
    };

export interface ObserveOffer {
  type: 'ObserveOffer';
  data: OfferKey & { facts: OfferFacts; digest: string; syncRunId: string | null };
  at: Date;
}

export interface Offer {
  readonly facts: OfferFacts | null;
  readonly digest: string | null;
}

export const offerDecider: Decider<Offer, ObserveOffer, OfferEvent> = {
  initialState: { facts: null, digest: null },

  decide({ data, at }, offer) {
    const { account, offerId, facts, digest, syncRunId } = data;
    const base = { account, offerId, digest, at: at.toISOString(), ...(syncRunId !== null && { syncRunId }) };
    if (!offer.facts) return [{ type: 'OfferReceived', data: { ...base, facts } }];
    const before = offer.facts;
    const changed = Object.fromEntries(
      (Object.keys(facts) as (keyof OfferFacts)[])
        .filter((key) => !isSame(before[key], facts[key]))
        .map((key) => [key, facts[key]]),
    ) as Partial<OfferFacts>;
    return Object.keys(changed).length === 0 ? [] : [{ type: 'OfferChanged', data: { ...base, changed } }];
  },

  evolve(offer, event) {
    switch (event.type) {
      case 'OfferReceived':
        return { facts: event.data.facts, digest: event.data.digest };
      case 'OfferChanged':
        return offer.facts ? { facts: { ...offer.facts, ...event.data.changed }, digest: event.data.digest } : offer;
      default:
        return offer;
    }
  },
};

export const offerStream = ({ account, offerId }: OfferKey): string => `offer-${account}-${offerId}`;
