/** An order at the marketplace. Ids are strings: some exceed 32 bits, and nothing is ever added to them. */
export interface OrderKey {
  readonly account: string;
  readonly orderId: string;
}

export const ORDER_STATUSES = ['canceled', 'new', 'in_progress', 'prepared', 'finalized', 'returned'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** `own`: the seller ships. `fbe`: the marketplace ships, and the seller may only attach documents. */
export type Fulfilment = 'own' | 'fbe';
export type PaymentMethod = 'cash_on_delivery' | 'bank_transfer' | 'card';

/** One voucher's share. Amounts are negative; `net` is without VAT. Always summed, never recomputed from the voucher. */
export interface VoucherSplit {
  readonly voucherId: string;
  readonly name: string | null;
  readonly net: string;
  readonly vat: string;
  /** Fraction, `0.21`; null when the marketplace did not say. */
  readonly vatRate: string | null;
  readonly offeredBy: string | null;
}

/** A deposit (SGR) on a line: outside VAT unless `vatRate` says otherwise. */
export interface Deposit {
  readonly name: string;
  readonly quantity: number;
  readonly unitPriceNet: string;
  readonly vatRate: string;
  readonly voucherSplits: readonly VoucherSplit[];
}

export interface OrderLine {
  /** The marketplace's line id; the same through the order's whole life. */
  readonly lineId: string;
  /** The seller's own offer id. */
  readonly offerId: string | null;
  readonly name: string;
  readonly sku: string | null;
  readonly partNumber: string | null;
  readonly pnk: string | null;
  readonly isActive: boolean;
  readonly quantity: number;
  readonly initialQuantity: number | null;
  readonly stornoQuantity: number | null;
  /** Without VAT, up to four decimals. */
  readonly unitPriceNet: string;
  readonly originalPriceNet: string | null;
  /** Fraction, `0.21`. */
  readonly vatRate: string;
  readonly currency: string;
  readonly voucherSplits: readonly VoucherSplit[];
  readonly deposits: readonly Deposit[];
}

export interface OrderVoucher {
  readonly voucherId: string;
  readonly name: string | null;
  readonly net: string;
  readonly vat: string;
  readonly vatRate: string | null;
}

export interface OrderAttachment {
  readonly name: string | null;
  readonly url: string;
  readonly kind: number;
}

export interface Locker {
  readonly id: string;
  readonly name: string;
}

/** What the marketplace says of an order, in our words, without the person. Times are ISO 8601 UTC. */
export interface OrderFacts {
  readonly status: OrderStatus;
  readonly fulfilment: Fulfilment;
  readonly isComplete: boolean;
  readonly paymentMethod: PaymentMethod | null;
  readonly paymentDetail: string | null;
  readonly isPaid: boolean;
  readonly deliveryMode: string;
  readonly locker: Locker | null;
  readonly orderedAt: string;
  readonly shipBy: string | null;
  readonly finalizedAt: string | null;
  readonly currency: string;
  readonly lines: readonly OrderLine[];
  /** Taken as gross (reference §26 row 40). */
  readonly shipping: string;
  readonly shippingVoucherSplits: readonly VoucherSplit[];
  readonly vouchers: readonly OrderVoucher[];
  readonly attachments: readonly OrderAttachment[];
  /** null: any courier; empty: no AWB may be issued through the marketplace (reference §15.1). */
  readonly enforcedCouriers: readonly string[] | null;
  readonly cancellationReason: { readonly id: number; readonly name: string | null } | null;
  readonly cancellationRequest: string | null;
  readonly observation: string | null;
  readonly customerId: string | null;
  readonly isCompany: boolean;
  readonly isVatPayer: boolean;
  /** Keys that this release does not know, kept as they came. */
  readonly extra: Readonly<Record<string, unknown>>;
}

export interface PostalAddress {
  readonly name: string;
  readonly phone: string;
  /** ISO country code or what the marketplace sent. */
  readonly country: string;
  readonly county: string;
  readonly city: string;
  readonly localityId: string | null;
  readonly street: string;
  readonly postcode: string;
}

/** The person behind an order: encrypted in the log under the customer's key. */
export interface OrderPerson {
  readonly name: string;
  readonly company: string;
  readonly email: string;
  readonly phone: string;
  readonly fiscalCode: string;
  readonly registrationNumber: string;
  readonly billing: PostalAddress;
  readonly shipping: PostalAddress;
}

/** One reading of an order at the marketplace. `modifiedAt` is the marketplace's stamp. */
export interface OrderReading {
  readonly facts: OrderFacts;
  readonly person: OrderPerson;
  readonly modifiedAt: string;
}
