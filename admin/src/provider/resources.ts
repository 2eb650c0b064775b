/** Where a list of the panel lives in the API, and under which keys its rows, their total and their id stand. */
export interface ResourceRoute {
  readonly path: string;
  readonly rows: string;
  readonly total: 'total' | 'total_count';
  readonly id: string;
  /** False for rows that have no page of their own: they are found in the list. */
  readonly hasOne: boolean;
}

const items = (path: string, hasOne: boolean, id = 'id'): ResourceRoute => ({
  path,
  rows: 'items',
  total: 'total',
  id,
  hasOne,
});

export const RESOURCES: Readonly<Record<string, ResourceRoute>> = {
  orders: { path: '/emag/orders/list', rows: 'orders', total: 'total', id: 'id', hasOne: true },
  products: { path: '/emag/enhanced/products/all', rows: 'products', total: 'total_count', id: 'id', hasOne: false },
  offers: { path: '/emag/enhanced/offers/all', rows: 'offers', total: 'total_count', id: 'id', hasOne: false },
  awbs: items('/awbs', false, 'awb_number'),
  invoices: items('/invoices', true, 'number'),
  sync_runs: items('/emag/sync-runs', true),
  operations: items('/operations', true),
  accounts: items('/accounts', false, 'key'),
  jobs: items('/jobs', false, 'name'),
};

const ONE: Readonly<Record<string, string>> = { orders: '/emag/orders' };

export const onePath = (resource: string, route: ResourceRoute, id: string): string =>
  `${ONE[resource] ?? route.path}/${encodeURIComponent(id)}`;
