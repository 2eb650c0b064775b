import type { DataProvider, Identifier, RaRecord } from 'react-admin';
import type { AccountTest } from '../accounts/accountRecord.js';
import { request, type QueryValue, type Reply } from '../api/request.js';
import type { OperationRecord, PendingOperation } from '../operations/operationRecord.js';
import type {
  AwbRecord,
  AwbResolution,
  AwbWish,
  Courier,
  InvoiceData,
  OrderHistory,
  OrderRecord,
} from '../orders/orderRecord.js';
import type { SettingsRecord } from '../settings/settingsRecord.js';
import type { SyncProgressAnswer, SyncStatus, SyncWish } from '../sync/syncRecord.js';
import { onePath, RESOURCES, type ResourceRoute } from './resources.js';

/** The order that a command is about. */
export interface OrderKey {
  readonly account_type: string;
  readonly emag_order_id: string;
}

export interface OrderStatistics {
  readonly total_orders: number;
  readonly by_status: readonly { readonly status: number; readonly status_name: string; readonly orders: number }[];
  readonly by_account: readonly { readonly account_type: string; readonly orders: number }[];
  readonly totals: readonly { readonly currency: string; readonly orders: number; readonly total_amount: string }[];
  readonly sales: readonly {
    readonly currency: string;
    readonly orders: number;
    readonly sales_net: string;
    readonly sales_gross: string;
  }[];
  readonly by_day: readonly {
    readonly day: string;
    readonly currency: string;
    readonly orders: number;
    readonly sales_net: string;
    readonly sales_gross: string;
  }[];
}

/** A command is answered with its outcome, or (202) with the operation that will have it. */
export type Outcome<T> = (T & { readonly operation_id: string | null }) | PendingOperation;

/** The operation that will have the outcome; null when the outcome is here. */
export const pendingOf = <T>({ status, body }: Reply<Outcome<T>>): PendingOperation | null =>
  status === 202 && 'state' in (body as object) ? (body as PendingOperation) : null;

export interface MagflowDataProvider extends DataProvider {
  orderAt(id: string, revision: number): Promise<OrderRecord>;
  orderHistory(id: string, minPosition?: string): Promise<OrderHistory>;
  statistics(query: Readonly<Record<string, QueryValue>>): Promise<OrderStatistics>;
  acknowledge(order: OrderKey, commandId: string): Promise<Reply<Outcome<OrderRecord>>>;
  changeStatus(
    order: OrderKey,
    wish: { new_status: number; reason_cancellation?: number },
    commandId: string,
  ): Promise<Reply<Outcome<OrderRecord>>>;
  couriers(account: string): Promise<readonly Courier[]>;
  generateAwb(order: OrderKey, wish: AwbWish, commandId: string): Promise<Reply<Outcome<AwbRecord>>>;
  resolveAwb(order: OrderKey, resolution: AwbResolution, commandId: string): Promise<Reply<Outcome<AwbRecord>>>;
  invoiceData(order: OrderKey): Promise<InvoiceData>;
  generateInvoice(order: OrderKey, commandId: string): Promise<Reply<Outcome<{ readonly number: string }>>>;
  operation(id: string): Promise<OperationRecord>;
  startSync(wish: SyncWish, commandId: string): Promise<Reply<PendingOperation>>;
  stopSync(runId: string): Promise<void>;
  syncStatus(account?: string): Promise<SyncStatus>;
  syncProgress(): Promise<SyncProgressAnswer>;
  testConnection(account: string): Promise<AccountTest>;
  runJob(name: string): Promise<void>;
  settings(): Promise<{ settings: SettingsRecord; etag: string | null }>;
  saveSettings(changes: Partial<SettingsRecord>, etag: string | null): Promise<SettingsRecord>;
}

type Row = Record<string, unknown>;

const routeOf = (resource: string): ResourceRoute => {
  const route = RESOURCES[resource];
  if (!route) throw new Error(`The panel knows no resource ${resource}`);
  return route;
};

const asRecord = <T extends RaRecord>(route: ResourceRoute, row: Row): T =>
  // react-admin insists on `id`; rows that are named otherwise keep their own name beside it.
  ({ ...row, id: String(row[route.id]) }) as T;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

const rowsOf = (route: ResourceRoute, body: Row): readonly Row[] => {
  const rows = body[route.rows];
  return Array.isArray(rows) ? rows.filter(isRow) : [];
};

const listQuery = (params: {
  pagination?: { page: number; perPage: number };
  sort?: { field: string; order: string };
  filter?: Readonly<Record<string, QueryValue>>;
}): Record<string, QueryValue> => ({
  ...params.filter,
  ...(params.pagination && { page: params.pagination.page, items_per_page: params.pagination.perPage }),
  ...(params.sort?.field && { sort: params.sort.field, order: params.sort.order.toLowerCase() }),
});

const minPositionOf = (meta: unknown): string | undefined =>
  isRow(meta) && typeof meta['minPosition'] === 'string' ? meta['minPosition'] : undefined;

const readOnly = (): never => {
  throw new Error('This resource is changed by its own verbs only');
};

const orderPath = (order: OrderKey): string => `/emag/orders/${order.emag_order_id}`;

const syncRequest = ({ kind, account, mode, startDate, endDate, maxPages, includeInactive }: SyncWish) =>
  kind === 'orders'
    ? {
        path: '/emag/orders/sync',
        body: {
          account_type: account,
          sync_mode: mode,
          ...(mode === 'historical' && { start_date: startDate, end_date: endDate }),
          ...(maxPages && { max_pages: maxPages }),
        },
      }
    : {
        path: '/emag/enhanced/sync/all-products',
        body: {
          account_type: account,
          mode: mode === 'incremental' ? 'incremental' : 'full',
          ...(maxPages && { max_pages_per_account: maxPages }),
          ...(includeInactive !== undefined && { include_inactive: includeInactive }),
        },
      };

/** Lists, single records and the verbs of MagFlow, over the one way to the server. */
export const magflowDataProvider: MagflowDataProvider = {
  supportAbortSignal: true,

  async getList(resource, params) {
    const route = routeOf(resource);
    const { body } = await request<Row>(route.path, {
      query: route.isWhole ? {} : listQuery(params),
      minPosition: minPositionOf(params.meta),
      signal: params.signal,
    });
    const rows = rowsOf(route, body);
    const total = Number(body[route.total] ?? rows.length);
    return {
      data: rows.map((row) => asRecord(route, row)),
      total,
      meta: { totalIsLowerBound: body['total_is_lower_bound'] === true },
    };
  },

  async getOne(resource, { id, meta, signal }) {
    const route = routeOf(resource);
    const { body } = await request<Row>(onePath(resource, route, String(id)), {
      minPosition: minPositionOf(meta),
      signal,
    });
    return { data: asRecord(route, body) };
  },

  async getMany(resource, { ids, meta, signal }) {
    const route = routeOf(resource);
    const read = async (id: Identifier) =>
      (
        await request<Row>(onePath(resource, route, String(id)), {
          minPosition: minPositionOf(meta),
          signal,
        })
      ).body;
    return { data: (await Promise.all(ids.map(read))).map((row) => asRecord(route, row)) };
  },

  getManyReference: readOnly,
  create: readOnly,
  update: readOnly,
  updateMany: readOnly,
  delete: readOnly,
  deleteMany: readOnly,

  async orderAt(id, revision) {
    return (await request<OrderRecord>(`/emag/orders/${id}`, { query: { revision } })).body;
  },

  async orderHistory(id, minPosition) {
    return (await request<OrderHistory>(`/emag/orders/${id}/history`, { minPosition })).body;
  },

  async statistics(query) {
    return (await request<OrderStatistics>('/emag/orders/statistics/summary', { query })).body;
  },

  acknowledge: (order, commandId) =>
    request(`${orderPath(order)}/acknowledge`, {
      method: 'POST',
      body: { account_type: order.account_type },
      idempotencyKey: commandId,
    }),

  changeStatus: (order, wish, commandId) =>
    request(`${orderPath(order)}/status`, {
      method: 'PUT',
      body: { account_type: order.account_type, ...wish },
      idempotencyKey: commandId,
    }),

  async couriers(account) {
    const { body } = await request<{ couriers: readonly Courier[] }>('/emag/phase2/awb/couriers', {
      query: { account_type: account },
    });
    return body.couriers;
  },

  generateAwb: (order, wish, commandId) =>
    request(`/emag/phase2/awb/${order.emag_order_id}/generate`, {
      method: 'POST',
      body: { account_type: order.account_type, ...wish },
      idempotencyKey: commandId,
    }),

  resolveAwb: (order, resolution, commandId) =>
    request(`/emag/phase2/awb/${order.emag_order_id}/resolve`, {
      method: 'POST',
      body: { account_type: order.account_type, ...resolution },
      idempotencyKey: commandId,
    }),

  async invoiceData(order) {
    const { body } = await request<{ invoice_data: InvoiceData }>(`/emag/phase2/invoice/${order.emag_order_id}/data`, {
      query: { account_type: order.account_type },
    });
    return body.invoice_data;
  },

  generateInvoice: (order, commandId) =>
    request(`/emag/phase2/invoice/${order.emag_order_id}/generate`, {
      method: 'POST',
      body: { account_type: order.account_type },
      idempotencyKey: commandId,
    }),

  async operation(id) {
    return (await request<OperationRecord>(`/operations/${id}`)).body;
  },

  startSync(wish, commandId) {
    const { path, body } = syncRequest(wish);
    return request(path, { method: 'POST', body, wait: 0, idempotencyKey: commandId });
  },

  async stopSync(runId) {
    await request(`/emag/sync-runs/${runId}`, { method: 'DELETE' });
  },

  async syncStatus(account) {
    return (await request<SyncStatus>('/emag/enhanced/status', { query: { account_type: account } })).body;
  },

  async syncProgress() {
    return (await request<SyncProgressAnswer>('/emag/enhanced/products/sync-progress')).body;
  },

  async testConnection(account) {
    const { body } = await request<AccountTest>(`/accounts/${account}/test-connection`, { method: 'POST', body: {} });
    return body;
  },

  async runJob(name) {
    await request(`/jobs/${name}/run`, { method: 'POST', body: {} });
  },

  async settings() {
    const { body, etag } = await request<SettingsRecord>('/settings');
    return { settings: body, etag };
  },

  async saveSettings(changes, etag) {
    const { body } = await request<SettingsRecord>('/settings', {
      method: 'PATCH',
      body: changes,
      ...(etag && { ifMatch: etag }),
    });
    return body;
  },
};
