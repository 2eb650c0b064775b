import type { Decider } from '../decider.js';
import type { Fulfilment } from '../order/orderFacts.js';
import { isSame } from '../order/observing.js';

export interface ReturnKey {
  readonly account: string;
  /** The marketplace's id of the request. */
  readonly returnId: string;
}

/** In the marketplace's order, from 1 (reference §19.1). */
export const RETURN_STATUSES = [
  'incomplete',
  'new',
  'acknowledged',
  'refused',
  'canceled',
  'received',
  'finalized',
] as const;
export type ReturnStatus = (typeof RETURN_STATUSES)[number];

/** These may still change; the others are final. */
export const OPEN_RETURN_STATUSES = ['incomplete', 'new', 'acknowledged', 'received'] as const satisfies ReturnStatus[];

/** What the customer wants instead (reference §19.3), in the marketplace's order, from 1. */
export const RETURN_WISHES = ['same_product', 'other_product', 'refund', 'contract_cancelled', 'voucher'] as const;
export type ReturnWish = (typeof RETURN_WISHES)[number];

export const PICKUP_METHODS = ['emag_courier', 'seller_courier', 'sent_by_customer', 'locker'] as const;
export type PickupMethod = (typeof PICKUP_METHODS)[number];

export interface ReturnLine {
  readonly lineId: string | null;
  /** The seller's own offer id. */
  readonly offerId: string | null;
  readonly name: string;
  readonly quantity: number;
  /** Reference appendix B. */
  readonly reasonId: string | null;
  readonly refund: string | null;
}

export interface ReturnFacts {
  readonly orderId: string;
  readonly fulfilment: Fulfilment;
  readonly status: ReturnStatus;
  readonly wish: ReturnWish | null;
  readonly reasonId: string | null;
  readonly pickupMethod: PickupMethod | null;
  readonly requestedAt: string;
  /** Shipping of refused products, VAT included (reference §19.3). */
  readonly returnTax: string | null;
  /** Parcels, as `awb/read` finds them. */
  readonly reservationIds: readonly string[];
  readonly lines: readonly ReturnLine[];
}

/** The person behind a return: encrypted in the log under the customer's key. */
export interface ReturnPerson {
  readonly name: string;
  readonly company: string;
  readonly phone: string;
  readonly observations: string;
  readonly pickup: {
    readonly country: string;
    readonly county: string;
    readonly city: string;
    readonly localityId: string | null;
    readonly street: string;
    readonly postcode: string;
  };
  readonly refundAccount: { readonly iban: string; readonly bank: string; readonly beneficiary: string };
}

export interface ReturnReading {
  readonly facts: ReturnFacts;
  readonly person: ReturnPerson;
}

type OfReading<P> = ReturnKey & {
  readonly personId: string;
  readonly personal: P;
  readonly digest: string;
  readonly at: string;
  readonly syncRunId?: string;
};

// Stored for good: rename nothing here, add optional fields, upcast when a shape must change.
export type ReturnEvent =
  | { type: 'ReturnReceived'; data: OfReading<ReturnPerson> & { readonly facts: ReturnFacts } }
  | { type: 'ReturnChanged'; data: OfReading<Partial<ReturnPerson>> & { readonly changed: Partial<ReturnFacts> } };

/** The marketplace was read. `digest` is a keyed hash of the reading, by which unchanged returns are known. */
export interface ObserveReturn {
  type: 'ObserveReturn';
  data: ReturnKey & { reading: ReturnReading; personId: string; digest: string; syncRunId: string | null };
  at: Date;
}

export interface ReturnState {
  readonly facts: ReturnFacts | null;
  readonly person: ReturnPerson | null;
  readonly digest: string | null;
}

const differences = <T extends object>(before: T, after: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(after).filter(([key, value]) => !isSame(before[key as keyof T], value)),
  ) as Partial<T>;

export const returnDecider: Decider<ReturnState, ObserveReturn, ReturnEvent> = {
  initialState: { facts: null, person: null, digest: null },

  decide({ data, at }, state) {
    const { account, returnId, reading, personId, digest, syncRunId } = data;
    const { facts, person } = reading;
    const base = {
      account,
      returnId,
      personId,
      digest,
      at: at.toISOString(),
      ...(syncRunId !== null && { syncRunId }),
    };
    if (!state.facts || !state.person) return [{ type: 'ReturnReceived', data: { ...base, facts, personal: person } }];
    // What was erased since differs from every reading, and is no news.
    if (digest === state.digest) return [];
    const changed = differences<ReturnFacts>(state.facts, facts);
    const personal = differences<ReturnPerson>(state.person, person);
    if (Object.keys(changed).length === 0 && Object.keys(personal).length === 0) return [];
    return [{ type: 'ReturnChanged', data: { ...base, changed, personal } }];
  },

  evolve(state, { type, data }) {
    switch (type) {
      case 'ReturnReceived':
        return { facts: data.facts, person: data.personal, digest: data.digest };
      case 'ReturnChanged':
        return state.facts && state.person
          ? {
              facts: { ...state.facts, ...data.changed },
              person: { ...state.person, ...data.personal },
              digest: data.digest,
            }
          : state;
      default:
        return state;
    }
  },
};

export const returnStream = ({ account, returnId }: ReturnKey): string => `return-${account}-${returnId}`;
