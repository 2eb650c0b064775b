/** Where a list of the panel lives in the API, and under which keys its rows, their total and their id stand. */
export interface ResourceRoute {
  readonly path: string;
  readonly rows: string;
  readonly total: 'total' | 'total_count';
  readonly id: string;
  /** Short lists come whole: they know neither pages nor order. */
  readonly isWhole: boolean;
}

const items = (path: string, id = 'id', isWhole = false): ResourceRoute => ({
  path,
  rows: 'items',
  total: 'total',
  id,
  isWhole,
});

export const RESOURCES: Readonly<Record<string, ResourceRoute>> = {
  orders: { ...items('/emag/orders/list'), rows: 'orders' },
  products: { ...items('/emag/enhanced/products/all'), rows: 'products', total: 'total_count' },
  offers: { ...items('/emag/enhanced/offers/all'), rows: 'offers', total: 'total_count' },
  awbs: items('/awbs', 'awb_number'),
  invoices: items('/invoices', 'number'),
  sync_runs: items('/emag/sync-runs'),
  operations: items('/operations'),
  accounts: items('/accounts', 'key', true),
  jobs: items('/jobs', 'name', true),
};

const ONE: Readonly<Record<string, string>> = { orders: '/emag/orders' };

export const onePath = (resource: string, route: ResourceRoute, id: string): string =>
  `${ONE[resource] ?? route.path}/${encodeURIComponent(id)}`;
