import { dayBefore } from '../common/days.js';
import type { OrderRow, StatusName } from './orderRecord.js';
import { STATUS_NAMES } from './orderRecord.js';

/** Filters of the orders list, by the names of the API; all of them stand in the address. */
export interface OrderFilters {
  readonly q?: string;
  readonly status?: readonly StatusName[];
  readonly from?: string;
  readonly to?: string;
  /** A day: to be with the courier by then. */
  readonly ship_by?: string;
  readonly payment_method?: string;
  readonly delivery_mode?: string;
  readonly type?: number;
  readonly has_awb?: boolean;
  readonly has_invoice?: boolean;
  readonly acknowledged?: boolean;
  readonly [name: string]: unknown;
}

export type OrderTab = 'confirm' | 'ship' | 'invoice' | 'open' | 'all';

/** Older orders without an invoice of ours were invoiced elsewhere, before MagFlow. */
const INVOICE_DAYS = 30;

/** The number of the marketplace; it acknowledges and ships the others itself. */
export const OWN_FULFILMENT = 3;

/** The saved filters that tabs stand for. */
export const tabFilters = (now = Date.now()): Readonly<Record<OrderTab, OrderFilters>> => ({
  confirm: { status: ['new'], type: OWN_FULFILMENT },
  ship: { status: ['in_progress', 'prepared'], has_awb: false, type: OWN_FULFILMENT },
  invoice: { status: ['prepared', 'finalized'], has_invoice: false, from: dayBefore(INVOICE_DAYS, now) },
  open: { status: ['new', 'in_progress', 'prepared'] },
  all: {},
});

const canonical = ({ q: _q, ...filters }: OrderFilters): string =>
  JSON.stringify(
    Object.entries(filters)
      .filter(([, value]) => value !== undefined && value !== '')
      .sort(([a], [b]) => a.localeCompare(b)),
  );

/** The tab whose filters these are; null when somebody filtered by hand. */
export const tabOf = (filters: OrderFilters): OrderTab | null => {
  const wanted = canonical(filters);
  const found = Object.entries(tabFilters()).find(([, tab]) => canonical(tab) === wanted);
  return (found?.[0] as OrderTab | undefined) ?? null;
};

/** Whether a row still belongs to the filtered list; what only the server can know (search, dates) stays in. */
export const fits = (
  row: Pick<OrderRow, 'status' | 'status_name' | 'type' | 'awb_number' | 'invoice_number' | 'acknowledged_at'>,
  filters: OrderFilters,
): boolean => {
  if (filters.status?.length && !filters.status.includes(STATUS_NAMES[row.status] ?? row.status_name)) return false;
  if (filters.type !== undefined && filters.type !== row.type) return false;
  if (filters.has_awb !== undefined && filters.has_awb !== (row.awb_number !== null)) return false;
  if (filters.has_invoice !== undefined && filters.has_invoice !== (row.invoice_number !== null)) return false;
  if (filters.acknowledged !== undefined && filters.acknowledged !== (row.acknowledged_at !== null)) return false;
  return true;
};
