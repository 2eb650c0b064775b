/** Rows and answers of the order routes, as the API writes them. Money is a decimal string, times are ISO 8601 UTC. */

export type StatusName = 'canceled' | 'new' | 'in_progress' | 'prepared' | 'finalized' | 'returned';

/** Numbers of the marketplace, by position. */
export const STATUS_NAMES: readonly StatusName[] = [
  'canceled',
  'new',
  'in_progress',
  'prepared',
  'finalized',
  'returned',
];

export type PaymentMethod = 'cash_on_delivery' | 'bank_transfer' | 'card';
export type OrderAction = 'acknowledge' | 'status' | 'awb' | 'invoice' | 'storno';
export type AwbState = 'requested' | 'generated' | 'refused' | 'in_doubt';

export interface Address {
  readonly name?: string | null;
  readonly phone?: string | null;
  readonly street?: string | null;
  readonly city?: string | null;
  readonly county?: string | null;
  readonly postcode?: string | null;
  readonly country?: string | null;
}

export interface OrderLineRecord {
  readonly id: string;
  readonly name: string;
  readonly sku: string | null;
  readonly part_number_key: string | null;
  readonly is_active: boolean;
  readonly quantity: number;
}

/** A line on the order's own page, with its prices. Unit prices net have four decimals. */
export interface PricedLine extends OrderLineRecord {
  readonly initial_quantity: number | null;
  readonly storno_quantity: number | null;
  readonly unit_price_net: string;
  readonly unit_price_gross: string;
  readonly vat_rate: string;
  readonly total_net: string;
  readonly total_vat: string;
  readonly total_gross: string;
  readonly currency: string;
}

export interface OrderAmounts {
  readonly lines_net: string;
  readonly lines_vat: string;
  readonly lines_gross: string;
  readonly deposits: string;
  readonly shipping: string;
  readonly vouchers: string;
  readonly total: string;
  readonly cod: string;
}

export interface AwbRecord {
  readonly order_id: string;
  readonly account_type: string;
  readonly awb_number: string | null;
  readonly reservation_id: string | null;
  readonly barcodes: readonly string[];
  readonly courier_account_id: string | null;
  readonly courier_name: string | null;
  readonly parcels: number | null;
  readonly envelopes: number | null;
  readonly weight: string | null;
  readonly cod: string | null;
  readonly status: AwbState;
  readonly marketplace_status: { readonly code: string; readonly name: string; readonly description: string } | null;
  readonly issued_at?: string | null;
}

export interface InvoiceRecord {
  readonly number: string;
  readonly series: string;
  readonly order_id: string;
  readonly account_type: string;
  readonly issued_at: string;
  readonly total_net: string;
  readonly total_vat: string;
  readonly total_gross: string;
  readonly currency: string;
  readonly pdf_url?: string;
  readonly marketplace_state: string;
  readonly marketplace_reason?: string | null;
  readonly marketplace_text?: string | null;
  readonly attached_url?: string | null;
  readonly attached_at?: string | null;
}

/** How far a wish has come: `queued` before the marketplace was asked, `running` while it is. */
export interface Work {
  readonly state: 'none' | 'queued' | 'running' | 'in_doubt' | 'succeeded' | 'failed';
  readonly operation_id: string | null;
  readonly since: string | null;
  readonly code: string | null;
  readonly text: string | null;
}

/** A row of the orders list. */
export interface OrderRow {
  readonly id: string;
  readonly emag_order_id: string;
  readonly account_type: string;
  readonly status: number;
  readonly status_name: StatusName;
  /** 2: fulfilled by the marketplace, 3: by the seller. */
  readonly type: number;
  readonly customer_name: string | null;
  readonly customer_email: string | null;
  readonly customer_phone: string | null;
  readonly total_amount: string;
  readonly currency: string;
  readonly payment_method: PaymentMethod | null;
  readonly payment_status: 'paid' | 'unpaid';
  readonly delivery_mode: string;
  readonly order_date: string;
  readonly ship_by: string | null;
  readonly sync_status: string;
  readonly last_synced_at: string | null;
  readonly acknowledged_at: string | null;
  readonly awb_number: string | null;
  readonly courier_name: string | null;
  readonly invoice_number: string | null;
  readonly invoice_url: string | null;
  readonly invoice_uploaded_at: string | null;
  readonly products: readonly OrderLineRecord[];
  readonly shipping_address: Address;
}

/** The order as its own page shows it, now or as it was; then nothing can be done to it and `allowed_*` are absent. */
export interface OrderRecord extends Omit<OrderRow, 'products'> {
  readonly products: readonly PricedLine[];
  readonly customer: {
    readonly name: string;
    readonly company: string;
    readonly email: string;
    readonly phone: string;
    readonly fiscal_code: string;
    readonly registration_number: string;
    readonly is_company: boolean;
  };
  readonly billing_address: Address;
  readonly vouchers: readonly { readonly id: string; readonly name: string | null; readonly amount: string }[];
  readonly attachments: readonly { readonly name: string | null; readonly url: string; readonly type: number }[];
  readonly locker: { readonly id: string; readonly name: string } | null;
  readonly amounts: OrderAmounts;
  readonly awbs: readonly AwbRecord[];
  readonly invoice: InvoiceRecord | null;
  readonly work: {
    readonly acknowledge: Work;
    readonly status: Work;
    readonly awb: Work;
    readonly invoice: Work;
  };
  readonly observation: string | null;
  readonly cancellation_reason: { readonly id: number; readonly name: string | null } | null;
  readonly allowed_actions?: readonly OrderAction[];
  readonly allowed_statuses?: readonly number[];
  readonly revision: number;
}

export interface HistoryChange {
  /** JSON Pointer into the order's own shape. */
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

export interface HistoryEntry {
  readonly revision: number;
  readonly position: string;
  readonly event_id: string;
  readonly type: string;
  readonly occurred_at: string;
  readonly recorded_at: string;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly correlation_id: string;
  readonly causation_id: string | null;
  readonly changes: readonly HistoryChange[];
  readonly summary: string;
}

export interface OrderHistory {
  readonly order_id: string;
  readonly account_type: string;
  readonly revision: number;
  readonly events: readonly HistoryEntry[];
}

export interface Courier {
  readonly account_id: string;
  readonly account_display_name: string;
  readonly courier_name: string;
  readonly is_active: boolean;
}

/** What a person may change before an AWB is asked for; the server computes what is left out. */
export interface AwbWish {
  readonly courier_account_id?: string;
  readonly parcels?: number;
  readonly envelopes?: number;
  readonly weight?: string;
  readonly cod?: string;
  readonly observation?: string;
  readonly force?: boolean;
  readonly reason?: string;
}

export type AwbResolution = { readonly awb_number: string } | { readonly none_exists: true; readonly reason: string };

/** A side of an invoice; the buyer has `registration_number` where the seller has `registration`. */
export interface InvoiceParty {
  readonly name: string;
  readonly fiscal_code: string;
  readonly registration?: string;
  readonly registration_number?: string;
  readonly address: string;
  readonly city: string;
  readonly county: string;
}

export interface VatGroup {
  readonly vat_rate: string;
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
}

export interface InvoiceData {
  readonly number: string | null;
  readonly series: string;
  readonly seller: InvoiceParty;
  readonly customer: InvoiceParty;
  readonly lines: readonly {
    readonly kind: 'product' | 'deposit' | 'shipping' | 'voucher';
    readonly description: string;
    readonly quantity: number;
    readonly vat_rate: string;
    readonly net: string;
    readonly vat: string;
    readonly gross: string;
  }[];
  readonly total_net: string;
  readonly total_vat: string;
  readonly total_gross: string;
  readonly vat_by_rate: readonly VatGroup[];
  readonly currency: string;
  readonly payment_method: PaymentMethod | null;
}
