import { api, readInit, reply, type ReadOptions, type Reply } from '../api/client.js';

/** How a list of the panel is read, and under which keys its rows, their total and their id stand. */
export interface ResourceRoute {
  /** react-admin names filters at run time, hence the query that fits every route. */
  readonly list: (query: never, options: ReadOptions) => Promise<Reply<object>>;
  readonly one?: (id: string, options: ReadOptions) => Promise<Reply<object>>;
  readonly rows: string;
  readonly total: 'total' | 'total_count';
  /** The key of the id, or how it is made where no key is one. */
  readonly id: string | ((row: Readonly<Record<string, unknown>>) => string);
  /** Short lists come whole: they know neither pages nor order. */
  readonly isWhole: boolean;
}

const items = { rows: 'items', total: 'total', id: 'id', isWhole: false } as const;

export const RESOURCES: Readonly<Record<string, ResourceRoute>> = {
  orders: {
    ...items,
    rows: 'orders',
    list: (query, options) => reply(api.GET('/emag/orders/list', { params: { query }, ...readInit(options) })),
    one: (order_id, options) =>
      reply(api.GET('/emag/orders/{order_id}', { params: { path: { order_id } }, ...readInit(options) })),
  },
  products: {
    ...items,
    rows: 'products',
    total: 'total_count',
    list: (query, options) =>
      reply(api.GET('/emag/enhanced/products/all', { params: { query }, ...readInit(options) })),
  },
  catalogue: {
    ...items,
    // Only an offer without a SKU has a row of its own.
    id: ({ sku, offers }) => String(sku ?? (offers as readonly { readonly id: string }[])[0]?.id),
    list: (query, options) => reply(api.GET('/catalogue', { params: { query }, ...readInit(options) })),
  },
  offers: {
    ...items,
    rows: 'offers',
    total: 'total_count',
    list: (query, options) => reply(api.GET('/emag/enhanced/offers/all', { params: { query }, ...readInit(options) })),
  },
  awbs: {
    ...items,
    // A wish has no number yet.
    id: ({ awb_number, account_type, order_id }) => String(awb_number ?? `${String(account_type)}-${String(order_id)}`),
    list: (query, options) => reply(api.GET('/awbs', { params: { query }, ...readInit(options) })),
    one: (awb_number, options) =>
      reply(api.GET('/emag/phase2/awb/{awb_number}', { params: { path: { awb_number } }, ...readInit(options) })),
  },
  invoices: {
    ...items,
    id: 'number',
    list: (query, options) => reply(api.GET('/invoices', { params: { query }, ...readInit(options) })),
    one: (number, options) =>
      reply(api.GET('/invoices/{number}', { params: { path: { number } }, ...readInit(options) })),
  },
  customers: {
    ...items,
    list: (query, options) => reply(api.GET('/customers', { params: { query }, ...readInit(options) })),
    one: (customer_id, options) =>
      reply(api.GET('/customers/{customer_id}', { params: { path: { customer_id } }, ...readInit(options) })),
  },
  customer_orders: {
    ...items,
    list: ({ id: customer_id, ...query }: { readonly id: string }, options) =>
      reply(api.GET('/customers/{customer_id}', { params: { path: { customer_id }, query }, ...readInit(options) })),
  },
  attention: {
    ...items,
    list: (query, options) => reply(api.GET('/needs-attention', { params: { query }, ...readInit(options) })),
  },
  reports: {
    ...items,
    id: ({ group, currency }) => `${String(group)} ${String(currency)}`,
    list: ({ report, ...query }: { readonly report?: string }, options) =>
      report === 'returns'
        ? reply(api.GET('/reports/returns', { params: { query }, ...readInit(options) }))
        : reply(api.GET('/reports/sales', { params: { query }, ...readInit(options) })),
  },
  ean_decisions: {
    ...items,
    list: (query, options) => reply(api.GET('/emag/phase2/ean/decisions', { params: { query }, ...readInit(options) })),
  },
  sync_runs: {
    ...items,
    list: (query, options) => reply(api.GET('/emag/sync-runs', { params: { query }, ...readInit(options) })),
    one: (id, options) => reply(api.GET('/emag/sync-runs/{id}', { params: { path: { id } }, ...readInit(options) })),
  },
  operations: {
    ...items,
    list: (query, options) => reply(api.GET('/operations', { params: { query }, ...readInit(options) })),
    one: (id, options) => reply(api.GET('/operations/{id}', { params: { path: { id } }, ...readInit(options) })),
  },
  accounts: {
    ...items,
    id: 'key',
    isWhole: true,
    list: (query, options) => reply(api.GET('/accounts', { params: { query }, ...readInit(options) })),
  },
  users: {
    ...items,
    list: (query, options) => reply(api.GET('/users', { params: { query }, ...readInit(options) })),
  },
  audit: {
    ...items,
    list: (query, options) => reply(api.GET('/audit', { params: { query }, ...readInit(options) })),
  },
  parked_events: {
    ...items,
    list: (query, options) => reply(api.GET('/parked-events', { params: { query }, ...readInit(options) })),
  },
  dead_letters: {
    ...items,
    list: (query, options) => reply(api.GET('/dead-letters', { params: { query }, ...readInit(options) })),
  },
  unreadable_rows: {
    ...items,
    list: (query, options) => reply(api.GET('/unreadable-rows', { params: { query }, ...readInit(options) })),
  },
  job_runs: {
    ...items,
    list: ({ name, ...query }: { readonly name: string }, options) =>
      reply(api.GET('/jobs/{name}/runs', { params: { path: { name }, query }, ...readInit(options) })),
  },
  jobs: {
    ...items,
    id: 'name',
    isWhole: true,
    list: (query, options) => reply(api.GET('/jobs', { params: { query }, ...readInit(options) })),
  },
};
