import type { Fulfilment, OrderKey, OrderStatus, PaymentMethod } from '../../domain/order/orderFacts.js';
import type { JsonText, ListPage, ListRequest } from '../listPage.js';
import type { DeliveryState } from './orderView.js';
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
  /** Instant, ISO 8601 UTC, inclusive: the courier must have it by then. */
  readonly shipBy?: string;
  readonly paymentMethods?: readonly PaymentMethod[];
  readonly deliveryModes?: readonly string[];
  readonly hasAwb?: boolean;
  readonly hasInvoice?: boolean;
  readonly acknowledged?: boolean;
  readonly fulfilment?: Fulfilment;
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

export interface AwbFilter {
  readonly accounts?: readonly string[];
  readonly statuses?: readonly ('requested' | 'generated' | 'refused' | 'in_doubt')[];
  readonly deliveryStates?: readonly DeliveryState[];
  readonly orderIds?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

export interface InvoiceFilter {
  readonly accounts?: readonly string[];
  readonly series?: string;
  /** Only stornos, or only what is none. */
  readonly storno?: boolean;
  readonly orderIds?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

/** Orders as lists and pages show them; `items` of the list are contract §2 rows. */
export interface OrderQueries {
  list(filter: OrderFilter, request: ListRequest<OrderSort>): Promise<ListPage>;
  /** Every order with this marketplace id, of one account or of all: none is 404, several are 409 `account-ambiguous`. */
  byId(orderId: string, account: string | null): Promise<readonly OrderRecord[]>;
  /** These orders in one question, in any order; those that nobody received are absent. */
  byKeys(keys: readonly OrderKey[]): Promise<readonly OrderRecord[]>;
  /** Which accounts have orders of these marketplace ids. */
  keysOf(orderIds: readonly string[]): Promise<readonly OrderKey[]>;
  /** Exact numbers by account and status, from counters. */
  counts(
    accounts: readonly string[] | null,
  ): Promise<readonly { account: string; status: OrderStatus; orders: number }[]>;
}

/** AWBs in the contract's own shape. */
export interface AwbQueries {
  list(filter: AwbFilter, request: ListRequest<'issued_at'>): Promise<ListPage>;
  byNumber(awbNumber: string, account: string | null): Promise<readonly JsonText[]>;
  /** AWBs and wishes of these orders, all accounts. */
  ofOrders(orderIds: readonly string[]): Promise<readonly JsonText[]>;
  /** Those that exist of up to a hundred numbers, in no order. */
  byNumbers(awbNumbers: readonly string[], account: string | null): Promise<readonly JsonText[]>;
}

/**
 * Invoices in the contract's own shape, less what only the door knows: `pdf_url` and whether the marketplace fetched
 * the file are added there (`marketplace_state` is `attached`, `not_attached`, `refused`).
 */
export interface InvoiceQueries {
  list(filter: InvoiceFilter, request: ListRequest<'issued_at' | 'number'>): Promise<ListPage>;
  byNumber(number: string): Promise<JsonText | null>;
  /** Invoices of these orders, all accounts, without stornos. */
  ofOrders(orderIds: readonly string[]): Promise<readonly JsonText[]>;
}
