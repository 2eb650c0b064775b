import type { BoundedCount } from './attentionQueries.js';

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

interface StatusCount {
  readonly status: number;
  readonly status_name: string;
  readonly orders: number;
}

/** `GET /emag/orders/statistics/summary`; snake_case because it is sent as it is. */
export interface OrderStatistics {
  readonly from: string | null;
  readonly to: string | null;
  readonly total_orders: number;
  readonly by_status: readonly StatusCount[];
  readonly by_account: readonly { readonly account_type: string; readonly orders: number }[];
  /** All orders of the range by currency, whatever their status. */
  readonly totals: readonly { readonly currency: string; readonly orders: number; readonly total_amount: string }[];
  readonly sales: readonly (SalesFigures & { readonly currency: string })[];
  readonly by_day: readonly (SalesFigures & { readonly day: string; readonly currency: string })[];
}

export const SALES_GROUPS = ['day', 'week', 'month', 'account', 'category', 'product'] as const;
export type SalesGroup = (typeof SALES_GROUPS)[number];

export const SALES_SORTS = ['group', 'orders', 'units', 'net', 'gross', 'canceled', 'returned'] as const;
export type SalesSort = (typeof SALES_SORTS)[number];

export interface SalesReportQuery extends StatisticsRange {
  readonly groupBy: SalesGroup;
  readonly sort: SalesSort;
  readonly order: 'asc' | 'desc';
  /** Part of a group's value or label. */
  readonly q?: string;
  /** Only groups that something came back of. */
  readonly onlyReturned?: boolean;
  readonly offset: number;
  readonly limit: number;
}

/**
 * What was sold of one group in one currency. Orders carry shipping, deposits and vouchers; of a category or product
 * only its lines count.
 */
export interface SalesReportRow {
  /** Day `2026-03-01`, ISO week `2026-W09`, month `2026-03`, account key, category id or SKU. */
  readonly group: string;
  readonly label: string;
  readonly currency: string;
  readonly orders: number;
  readonly units: number;
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  /** Gross of one order; null without an order. */
  readonly average: string | null;
  /** Orders that were cancelled or came back, beside the sales. */
  readonly canceled: number;
  readonly returned: number;
}

export interface OrderSummaryRow {
  readonly account_type: string;
  readonly status: number;
  readonly status_name: string;
  readonly currency: string;
  readonly orders: number;
  readonly units: number;
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
}

export interface PeriodFigures extends SalesFigures {
  readonly currency: string;
  readonly units: number;
  readonly average_order: string | null;
  readonly canceled: number;
  readonly returned: number;
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
  /** First and last days compared: this month so far, and the same days of the month before. */
  readonly this_month: { readonly from: string; readonly to: string };
  readonly last_month: { readonly from: string; readonly to: string };
  readonly now: readonly PeriodFigures[];
  readonly before: readonly PeriodFigures[];
  readonly customers: { readonly now: number; readonly before: number };
  /** Oldest first, this month last; months without an order are absent. */
  readonly months: readonly (PeriodFigures & { readonly month: string })[];
  /** Days of both compared months, for the curves. */
  readonly days: readonly (PeriodFigures & { readonly day: string })[];
  readonly by_status: readonly StatusCount[];
  readonly top_products: readonly TopProduct[];
}

/** Work that waits in order lists. */
export interface OrderWork {
  readonly confirm: number;
  readonly ship: number;
  /** Of them, what must be with the courier by the end of today. */
  readonly ship_today: BoundedCount;
  /** Of orders since this day. */
  readonly invoice: { readonly count: number; readonly from: string };
}

/** Figures of orders, all from counters that the projection keeps. */
export interface SalesQueries {
  summary(range: StatisticsRange): Promise<OrderStatistics>;
  dashboard(accounts: readonly string[] | null, now: Date): Promise<OrderDashboard>;
  work(accounts: readonly string[] | null, now: Date): Promise<OrderWork>;
  report(query: SalesReportQuery): Promise<{ readonly items: readonly SalesReportRow[]; readonly total: number }>;
  orderSummary(range: StatisticsRange): Promise<readonly OrderSummaryRow[]>;
}
