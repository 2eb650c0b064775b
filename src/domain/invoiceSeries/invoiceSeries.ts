import { RuleViolation, type Decider } from '../decider.js';

/** One series of invoice numbers: gapless and unique, because each claim is appended at the exact revision it was folded from. */
export type InvoiceSeriesEvent = {
  type: 'InvoiceNumberClaimed';
  data: {
    series: string;
    sequence: number;
    number: string;
    account: string;
    orderId: string;
    purpose: string;
    at: string;
  };
};

export interface ClaimInvoiceNumber {
  type: 'ClaimInvoiceNumber';
  /** `purpose` tells the invoice (`invoice`) from its credit notes; one number for each. `firstNumber` counts only while the series is empty. */
  data: { series: string; firstNumber: number; account: string; orderId: string; purpose: string };
  at: Date;
}

export interface InvoiceClaim {
  readonly sequence: number;
  readonly number: string;
  readonly at: string;
}

export interface InvoiceSeries {
  readonly next: number | null;
  /** Order and purpose → the number that it holds. */
  readonly claims: ReadonlyMap<string, InvoiceClaim>;
}

export const claimKey = (claim: { account: string; orderId: string; purpose: string }): string =>
  `${claim.account}/${claim.orderId}/${claim.purpose}`;

/** `MF` and 1 → `MF0000001`: full, unique in the installation, safe in a URL. */
export const invoiceNumber = (series: string, sequence: number): string =>
  `${series}${String(sequence).padStart(7, '0')}`;

export const SERIES_NAME = /^[A-Z][A-Z0-9]{0,9}$/;

export const invoiceSeriesDecider: Decider<InvoiceSeries, ClaimInvoiceNumber, InvoiceSeriesEvent> = {
  initialState: { next: null, claims: new Map() },

  decide({ data, at }, state) {
    const { series, account, orderId, purpose, firstNumber } = data;
    if (!SERIES_NAME.test(series)) throw new RuleViolation('series-invalid', `Invoice series ${series} is not a name`);
    if (state.claims.has(claimKey(data))) return [];
    const sequence = state.next ?? firstNumber;
    const number = invoiceNumber(series, sequence);
    return [
      {
        type: 'InvoiceNumberClaimed',
        data: { series, sequence, number, account, orderId, purpose, at: at.toISOString() },
      },
    ];
  },

  evolve(state, { type, data }) {
    if (type !== 'InvoiceNumberClaimed') return state;
    // The map grows with the series; it is shared and added to, not copied, since a fold is its only owner.
    const claims = state.claims as Map<string, InvoiceClaim>;
    const next = state.next === null ? new Map<string, InvoiceClaim>() : claims;
    next.set(claimKey(data), { sequence: data.sequence, number: data.number, at: data.at });
    return { next: data.sequence + 1, claims: next };
  },
};

export const invoiceSeriesStream = (series: string): string => `invoiceSeries-${series}`;
