import type { OrderKey, OrderStatus, PaymentMethod } from '../../domain/order/orderFacts.js';
import type { JsonText, ListPage, ListRequest } from '../listPage.js';
import type { SeenOrder } from './seenOrder.js';

export const ORDER_SORTS = ['order_date', 'total_amount', 'status', 'customer_name', 'id', 'last_synced_at'] as const;
export type OrderSort = (typeof ORDER_SORTS)[number];

/** Filters of `GET /emag/orders/list`; what is absent does not filter. */
export interface OrderFilter {
  readonly accounts?: readonly string[];
  readonly statuses?: readonly OrderStatus[];
  /** Instants, ISO 8601 UTC, both inclusive, on the order date (`dayStart`, `dayEnd` of bucharestDay.ts for days). */
  readonly from?: string;
  readonly to?: string;
  readonly paymentMethods?: readonly PaymentMethod[];
  readonly deliveryModes?: readonly string[];
  readonly hasAwb?: boolean;
  readonly hasInvoice?: boolean;
  readonly acknowledged?: boolean;
}

/** An order as the read model holds it: give `order` to `orderView` and `withActions`. */
export interface OrderRecord {
  readonly key: OrderKey;
  readonly order: SeenOrder;
  readonly revision: bigint;
  readonly position: bigint;
  /** Events of this order wait behind one that could not be applied: what is shown is old (503 `projection-parked`). */
  readonly isParked: boolean;
}

/** Sums of one currency; amounts are decimal strings with two decimals. Canceled and returned orders are no sales. */
export interface SalesFigures {
  readonly orders: number;
  readonly sales_net: string;
  readonly sales_gross: string;
}

export interface StatisticsRange {
  readonly accounts?: readonly string[];
  /** Days in Europe/Bucharest, `YYYY-MM-DD`, both inclusive. */
  readonly fromDay?: string;
  readonly toDay?: string;
}

/** `GET /emag/orders/statistics/summary`; snake_case because it is sent as it is. */
export interface OrderStatistics {
  readonly from: string | null;
  readonly to: string | null;
  readonly total_orders: number;
  readonly by_status: readonly { readonly status: number; readonly status_name: string; readonly orders: number }[];
  readonly by_account: readonly { readonly account_type: string; readonly orders: number }[];
  /** All orders of the range by currency, whatever their status. */
  readonly totals: readonly { readonly currency: string; readonly orders: number; readonly total_amount: string }[];
  readonly sales: readonly (SalesFigures & { readonly currency: string })[];
  readonly by_day: readonly (SalesFigures & { readonly day: string; readonly currency: string })[];
}

export interface MonthFigures extends SalesFigures {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly currency: string;
  readonly customers: number;
}

export interface TopProduct {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly sales_gross: string;
  readonly currency: string;
  readonly orders: number;
}

/** The orders' half of `GET /dashboard`. */
export interface OrderDashboard {
  /** Oldest first, this month last; months without an order are absent. */
  readonly months: readonly MonthFigures[];
  /** The month before this one, up to the same day: what this month is compared with. */
  readonly last_month_to_date: readonly Omit<MonthFigures, 'customers'>[];
  readonly by_status: OrderStatistics['by_status'];
  readonly top_products: readonly TopProduct[];
}

export const ATTENTIONS = [
  'unacknowledged',
  'late',
  'awb_in_doubt',
  'awb_refused',
  'acknowledge_refused',
  'status_refused',
  'invoice_refused',
] as const;
export type Attention = (typeof ATTENTIONS)[number];

/** One row of the needs-attention list, oldest first. */
export interface AttentionItem {
  readonly reason: Attention;
  readonly account_type: string;
  readonly order_id: string;
  readonly order_date: string;
  readonly since: string;
  readonly detail: string | null;
}

export interface AwbFilter {
  readonly accounts?: readonly string[];
  readonly statuses?: readonly ('requested' | 'generated' | 'refused' | 'in_doubt')[];
  readonly orderIds?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

export interface InvoiceFilter {
  readonly accounts?: readonly string[];
  readonly series?: string;
  readonly orderIds?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

/** Orders as lists and pages show them; `items` of the list are contract §2 rows. */
export interface OrderQueries {
  list(filter: OrderFilter, request: ListRequest<OrderSort>): Promise<ListPage>;
  /** Every order with this marketplace id, of one account or of all: none is 404, several are 409 `account-ambiguous`. */
  byId(orderId: string, account: string | null): Promise<readonly OrderRecord[]>;
  statistics(range: StatisticsRange): Promise<OrderStatistics>;
  dashboard(accounts: readonly string[] | null, now: Date): Promise<OrderDashboard>;
  needsAttention(accounts: readonly string[] | null, now: Date, limit: number): Promise<readonly AttentionItem[]>;
  /** Exact numbers by account and status, from counters. */
  counts(
    accounts: readonly string[] | null,
  ): Promise<readonly { account: string; status: OrderStatus; orders: number }[]>;
}

/** AWBs in the contract's own shape. */
export interface AwbQueries {
  list(filter: AwbFilter, request: ListRequest<'issued_at'>): Promise<ListPage>;
  byNumber(awbNumber: string, account: string | null): Promise<readonly JsonText[]>;
}

/**
 * Invoices in the contract's own shape, less what only the door knows: `pdf_url` and whether the marketplace fetched
 * the file are added there (`marketplace_state` is `attached`, `not_attached`, `refused`).
 */
export interface InvoiceQueries {
  list(filter: InvoiceFilter, request: ListRequest<'issued_at' | 'number'>): Promise<ListPage>;
  byNumber(number: string): Promise<JsonText | null>;
}
