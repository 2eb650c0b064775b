import type { Counter, Projection, Table } from '../projection.js';

const orderList: Table = {
  name: 'order_list',
  columns: [
    { name: 'account', type: 'text not null' },
    { name: 'order_id', type: 'text not null' },
    // Only to sort by: an id is text everywhere else.
    { name: 'order_number', type: 'bigint not null' },
    { name: 'status', type: 'text not null' },
    { name: 'fulfilment', type: 'text not null' },
    { name: 'ordered_at', type: 'timestamptz not null' },
    { name: 'ship_by', type: 'timestamptz' },
    { name: 'payment_method', type: 'text' },
    { name: 'delivery_mode', type: 'text not null' },
    { name: 'has_awb', type: 'boolean not null' },
    { name: 'has_invoice', type: 'boolean not null' },
    { name: 'is_acknowledged', type: 'boolean not null' },
    { name: 'total', type: 'numeric(18,2) not null' },
    { name: 'currency', type: 'text not null' },
    { name: 'customer_name', type: 'text not null' },
    { name: 'customer_id', type: 'text' },
    // What a customer's row shows of their latest order.
    { name: 'customer', type: 'json not null' },
    { name: 'last_synced_at', type: 'timestamptz not null' },
    { name: 'terms', type: 'tsvector not null' },
    { name: 'digest', type: 'text' },
    { name: 'revision', type: 'bigint not null' },
    { name: 'position', type: 'bigint not null' },
    { name: 'item', type: 'json not null' },
  ],
  indexes: [
    { name: 'ordered', definition: '(ordered_at, key)' },
    { name: 'account_ordered', definition: '(account, ordered_at, key)' },
    { name: 'status', definition: '(status, key)' },
    { name: 'status_ordered', definition: '(status, ordered_at, key)' },
    { name: 'account_status_ordered', definition: '(account, status, ordered_at, key)' },
    { name: 'fulfilment_ordered', definition: '(fulfilment, ordered_at, key)' },
    { name: 'fulfilment_status_ordered', definition: '(fulfilment, status, ordered_at, key)' },
    { name: 'order_id', definition: '(order_id)' },
    { name: 'number', definition: '(order_number, key)' },
    { name: 'total', definition: '(total, key)' },
    { name: 'customer', definition: '(customer_name, key)' },
    { name: 'synced', definition: '(last_synced_at, key)' },
    { name: 'payment', definition: '(payment_method, ordered_at, key)' },
    { name: 'delivery', definition: '(delivery_mode, ordered_at, key)' },
    { name: 'with_awb', definition: '(ordered_at, key) where has_awb' },
    { name: 'account_with_awb', definition: '(account, ordered_at, key) where has_awb' },
    { name: 'without_awb', definition: '(ordered_at, key) where not has_awb' },
    { name: 'without_invoice', definition: '(ordered_at, key) where not has_invoice' },
    { name: 'with_invoice', definition: '(ordered_at, key) where has_invoice' },
    { name: 'account_with_invoice', definition: '(account, ordered_at, key) where has_invoice' },
    { name: 'unacknowledged', definition: '(ordered_at, key) where not is_acknowledged' },
    { name: 'of_customer', definition: '(customer_id, ordered_at, key)', isNeededToFill: true },
    { name: 'due', definition: `(ship_by) where status in ('in_progress', 'prepared') and not has_awb` },
    { name: 'terms', definition: 'using gin (terms)' },
  ],
};

const awbs: Table = {
  name: 'awbs',
  columns: [
    { name: 'account', type: 'text not null' },
    { name: 'order_id', type: 'text not null' },
    { name: 'awb_number', type: 'text' },
    { name: 'status', type: 'text not null' },
    // Null while there is no AWB.
    { name: 'delivery_state', type: 'text' },
    { name: 'issued_at', type: 'timestamptz not null' },
    { name: 'terms', type: 'tsvector not null' },
    { name: 'item', type: 'json not null' },
  ],
  indexes: [
    { name: 'number', definition: '(awb_number)' },
    { name: 'delivery_issued', definition: '(delivery_state, issued_at, key)' },
    { name: 'account_issued', definition: '(account, issued_at, key)' },
    { name: 'live', definition: `(account, issued_at) where delivery_state in ('issued', 'in_transit')` },
    { name: 'order_id', definition: '(order_id)' },
    { name: 'issued', definition: '(issued_at, key)' },
    { name: 'status_issued', definition: '(status, issued_at, key)' },
    { name: 'terms', definition: 'using gin (terms)' },
  ],
};

const invoices: Table = {
  name: 'invoices',
  columns: [
    { name: 'account', type: 'text not null' },
    { name: 'order_id', type: 'text not null' },
    { name: 'series', type: 'text not null' },
    { name: 'is_storno', type: 'boolean not null' },
    { name: 'issued_at', type: 'timestamptz not null' },
    { name: 'terms', type: 'tsvector not null' },
    { name: 'item', type: 'json not null' },
  ],
  indexes: [
    { name: 'order_id', definition: '(order_id)' },
    { name: 'issued', definition: '(issued_at, key)' },
    { name: 'account_issued', definition: '(account, issued_at, key)' },
    { name: 'series_number', definition: '(series, key)' },
    { name: 'stornos', definition: '(issued_at, key) where is_storno' },
    { name: 'terms', definition: 'using gin (terms)' },
  ],
};

/** One row for each reason why an order needs a person. */
const attention: Table = {
  name: 'order_attention',
  columns: [
    { name: 'account', type: 'text not null' },
    { name: 'order_id', type: 'text not null' },
    { name: 'kind', type: 'text not null' },
    // Sorts by urgency, then by age.
    { name: 'priority', type: 'text not null' },
    // A deadline is no trouble before it has passed.
    { name: 'visible_at', type: 'timestamptz not null' },
    { name: 'item', type: 'json not null' },
  ],
  indexes: [
    { name: 'priority', definition: '(priority, key)' },
    { name: 'account_priority', definition: '(account, priority, key)' },
    { name: 'kind_priority', definition: '(kind, priority, key)' },
    { name: 'order_id', definition: '(order_id)' },
  ],
};

const account = { name: 'account', type: 'text' };
const day = { name: 'day', type: 'text' };
const month = { name: 'month', type: 'text' };
const currency = { name: 'currency', type: 'text' };
const product = [
  { name: 'sku', type: 'text' },
  { name: 'name', type: 'text' },
];
/** `orders`, `units`, `net` and `gross` are of sales; what was cancelled or came back is counted beside them. */
const productSums = ['orders', 'units', 'net', 'gross', 'canceled', 'returned'];

/** Amounts are hundredths; days and months are those of Europe/Bucharest. */
const counters: readonly Counter[] = [
  { name: 'order_totals', by: [account, { name: 'status', type: 'text' }], sums: ['orders'], indexes: [] },
  {
    name: 'order_days',
    by: [account, day, currency, { name: 'status', type: 'text' }],
    sums: ['orders', 'units', 'net', 'gross'],
    indexes: [{ name: 'day', definition: '(day)' }],
  },
  {
    name: 'order_customers',
    by: [account, day, { name: 'customer', type: 'text' }],
    sums: ['orders'],
    indexes: [{ name: 'day', definition: '(day, account, customer) where orders > 0' }],
  },
  // A long period is summed from whole months and the days at its ends.
  {
    name: 'order_products',
    by: [account, month, currency, ...product],
    sums: productSums,
    indexes: [{ name: 'month', definition: '(month)' }],
  },
  {
    name: 'order_product_days',
    by: [account, day, currency, ...product],
    sums: productSums,
    indexes: [{ name: 'day', definition: '(day)' }],
  },
  {
    name: 'order_work',
    by: [account, { name: 'kind', type: 'text' }, day],
    sums: ['orders'],
    indexes: [],
  },
];

export const orderListTables: Pick<Projection, 'table' | 'children' | 'counters'> = {
  table: orderList,
  children: [awbs, invoices, attention],
  counters,
};
