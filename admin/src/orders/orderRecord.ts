import type { Schemas } from '../api/client.js';

/** Rows and answers of the order routes, as the API documents them. Money is a decimal string, times are ISO 8601 UTC. */

export type OrderRow = Schemas['OrderRow'];
/** The order as its own page shows it, now or as it was; then nothing can be done to it. */
export type OrderRecord = Schemas['Order'];
export type StatusName = OrderRow['status_name'];

/** Numbers of the marketplace, by position. */
export const STATUS_NAMES: readonly StatusName[] = [
  'canceled',
  'new',
  'in_progress',
  'prepared',
  'finalized',
  'returned',
];

export type PaymentMethod = NonNullable<OrderRow['payment_method']>;
export type OrderAction = NonNullable<OrderRecord['allowed_actions']>[number];
export type Address = Schemas['PostalAddress'];
export type OrderLineRecord = Schemas['ListedLine'];
/** A line on the order's own page, with its prices. Unit prices net have four decimals. */
export type PricedLine = Schemas['OrderLine'];
export type OrderAmounts = Schemas['OrderAmounts'];
export type AwbRecord = Schemas['Awb'];
export type AwbState = AwbRecord['status'];
export type InvoiceRecord = Schemas['Invoice'];
export type OrderInvoice = Schemas['OrderInvoice'];
/** How far a wish has come: `queued` before the marketplace was asked, `running` while it is. */
export type Work = Schemas['Wish'];

export type OrderHistory = Schemas['OrderHistory'];
export type HistoryEntry = OrderHistory['events'][number];
/** `path` is a JSON Pointer into the order's own shape. */
export type HistoryChange = HistoryEntry['changes'][number];

export type Courier = Schemas['CourierAccount'];
/** What a person may change before an AWB is asked for; the server computes what is left out. */
export type AwbWish = Omit<NonNullable<Schemas['AwbRequest']>, 'account_type'>;
export type AwbResolution = { readonly awb_number: string } | { readonly none_exists: true; readonly reason: string };

export type InvoiceData = Schemas['InvoiceData']['invoice_data'];
/** A side of an invoice; the buyer has `registration_number` where the seller has `registration`. */
export type InvoiceParty = Partial<InvoiceData['seller'] & InvoiceData['customer']>;
export type VatGroup = Schemas['VatTotal'];
