import type { DataProvider, Identifier, RaRecord } from 'react-admin';
import { api, bodyOf, once, readInit, reply, type Reply, type Schemas } from '../api/client.js';
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
import { RESOURCES, type ResourceRoute } from './resources.js';

type QueryValue = string | number | boolean | null | undefined | readonly (string | number)[];

/** The order that a command is about. */
export interface OrderKey {
  readonly account_type: string;
  readonly emag_order_id: string;
}

export type MarketplaceCall = Schemas['MarketplaceCall'];
export type StatusWish = Omit<Schemas['StatusChange'], 'account_type'>;
export type StornoWish = Pick<NonNullable<Schemas['StornoRequest']>, 'lines' | 'shipping' | 'reason'>;
export type AttachmentWish = Omit<Schemas['DocumentAttachment'], 'account_type'>;
export type OrderStatistics = Schemas['OrderStatistics'];
export type AccountTest = Schemas['ConnectionTest'];

/** A command is answered with its outcome, or (202) with the operation that will have it. */
export type Outcome<T> = (T & { readonly operation_id: string | null }) | PendingOperation;

/** The operation that will have the outcome; null when the outcome is here. */
export const pendingOf = <T>({ status, body }: Reply<Outcome<T>>): PendingOperation | null =>
  status === 202 && 'state' in (body as object) ? (body as PendingOperation) : null;

export type ExportFormat = 'csv' | 'xlsx';

export interface MagflowDataProvider extends DataProvider {
  /** All rows of a list, not only a page of it, as a file. */
  exportList(
    resource: string,
    params: { readonly filter: object; readonly sort: { readonly field: string; readonly order: string } },
    format: ExportFormat,
  ): Promise<Blob>;
  orderAt(id: string, revision: number): Promise<OrderRecord>;
  orderHistory(id: string, minPosition?: string): Promise<OrderHistory>;
  statistics(query: {
    readonly account_type?: string;
    readonly from?: string;
    readonly to?: string;
  }): Promise<OrderStatistics>;
  acknowledge(order: OrderKey, commandId: string): Promise<Reply<Outcome<OrderRecord>>>;
  changeStatus(order: OrderKey, wish: StatusWish, commandId: string): Promise<Reply<Outcome<OrderRecord>>>;
  couriers(account: string): Promise<readonly Courier[]>;
  generateAwb(order: OrderKey, wish: AwbWish, commandId: string): Promise<Reply<Outcome<AwbRecord>>>;
  resolveAwb(order: OrderKey, resolution: AwbResolution, commandId: string): Promise<Reply<Outcome<AwbRecord>>>;
  invoiceData(order: OrderKey): Promise<InvoiceData>;
  generateInvoice(order: OrderKey, commandId: string): Promise<Reply<Outcome<{ readonly number: string }>>>;
  issueStorno(
    invoiceNumber: string,
    wish: StornoWish,
    commandId: string,
  ): Promise<Reply<Outcome<{ readonly number: string }>>>;
  attachDocument(order: OrderKey, wish: AttachmentWish, commandId: string): Promise<Reply<Outcome<OrderRecord>>>;
  marketplaceCalls(order: OrderKey): Promise<readonly MarketplaceCall[]>;
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

/** The last calls about an order; the list of all has its own page. */
const CALLS_SHOWN = 50;

type Row = Record<string, unknown>;

const routeOf = (resource: string): ResourceRoute => {
  const route = RESOURCES[resource];
  if (!route) throw new Error(`The panel knows no resource ${resource}`);
  return route;
};

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

const asRecord = <T extends RaRecord>(route: ResourceRoute, row: object): T =>
  // react-admin insists on `id`; rows that are named otherwise keep their own name beside it.
  ({ ...row, id: typeof route.id === 'function' ? route.id(row as Row) : String((row as Row)[route.id]) }) as T;

const rowsOf = (route: ResourceRoute, body: Row): readonly Row[] => {
  const rows = body[route.rows];
  return Array.isArray(rows) ? rows.filter(isRow) : [];
};

const listQuery = (params: {
  pagination?: { page: number; perPage: number };
  sort?: { field: string; order: string };
  filter?: Readonly<Record<string, QueryValue>>;
}): Record<string, QueryValue> => ({
  ...Object.fromEntries(Object.entries(params.filter ?? {}).filter(([, value]) => value !== '')),
  ...(params.pagination && { page: params.pagination.page, items_per_page: params.pagination.perPage }),
  ...(params.sort?.field && { sort: params.sort.field, order: params.sort.order.toLowerCase() }),
});

const minPositionOf = (meta: unknown): string | undefined =>
  isRow(meta) && typeof meta['minPosition'] === 'string' ? meta['minPosition'] : undefined;

const readOne = async <T extends RaRecord>(
  resource: string,
  id: Identifier,
  meta: unknown,
  signal: AbortSignal | undefined,
) => {
  const route = routeOf(resource);
  if (!route.one) throw new Error(`The panel reads ${resource} as a list only`);
  const { body } = await route.one(String(id), { minPosition: minPositionOf(meta), signal });
  return asRecord<T>(route, body);
};

const readOnly = (): never => {
  throw new Error('This resource is changed by its own verbs only');
};

const ofOrder = ({ emag_order_id }: OrderKey) => ({ order_id: emag_order_id });

/** Lists, single records and the verbs of MagFlow, over the one way to the server. */
export const magflowDataProvider: MagflowDataProvider = {
  supportAbortSignal: true,

  async getList(resource, params) {
    const route = routeOf(resource);
    const query = route.isWhole ? {} : listQuery(params);
    const { body } = await route.list(query as never, {
      minPosition: minPositionOf(params.meta),
      signal: params.signal,
    });
    const answer = body as Row;
    const rows = rowsOf(route, answer);
    const total = Number(answer[route.total] ?? rows.length);
    return {
      data: rows.map((row) => asRecord(route, row)),
      total,
      meta: { totalIsLowerBound: answer['total_is_lower_bound'] === true },
    };
  },

  async getOne(resource, { id, meta, signal }) {
    return { data: await readOne(resource, id, meta, signal) };
  },

  async getMany(resource, { ids, meta, signal }) {
    return { data: await Promise.all(ids.map((id) => readOne<never>(resource, id, meta, signal))) };
  },

  async exportList(resource, { filter, sort }, format) {
    const query = { ...listQuery({ filter: filter as Readonly<Record<string, QueryValue>>, sort }), format };
    const { body } = await routeOf(resource).list(query as never, { isFile: true });
    return body as Blob;
  },

  getManyReference: readOnly,
  create: readOnly,
  update: readOnly,
  updateMany: readOnly,
  delete: readOnly,
  deleteMany: readOnly,

  orderAt: (order_id, revision) =>
    bodyOf(
      api.GET('/emag/orders/{order_id}', { params: { path: { order_id }, query: { revision: String(revision) } } }),
    ),

  orderHistory: (order_id, minPosition) =>
    bodyOf(
      api.GET('/emag/orders/{order_id}/history', { params: { path: { order_id } }, ...readInit({ minPosition }) }),
    ),

  statistics: (query) => bodyOf(api.GET('/emag/orders/statistics/summary', { params: { query } })),

  acknowledge: (order, commandId) =>
    reply(
      api.POST('/emag/orders/{order_id}/acknowledge', {
        params: { path: ofOrder(order), header: once(commandId) },
        body: { account_type: order.account_type },
      }),
    ),

  changeStatus: (order, wish, commandId) =>
    reply(
      api.PUT('/emag/orders/{order_id}/status', {
        params: { path: ofOrder(order), header: once(commandId) },
        body: { account_type: order.account_type, ...wish },
      }),
    ),

  async couriers(account_type) {
    return (await bodyOf(api.GET('/emag/phase2/awb/couriers', { params: { query: { account_type } } }))).couriers;
  },

  generateAwb: (order, wish, commandId) =>
    reply(
      api.POST('/emag/phase2/awb/{order_id}/generate', {
        params: { path: ofOrder(order), header: once(commandId) },
        body: { account_type: order.account_type, ...wish },
      }),
    ),

  resolveAwb: (order, resolution, commandId) =>
    reply(
      api.POST('/emag/phase2/awb/{order_id}/resolve', {
        params: { path: ofOrder(order), header: once(commandId) },
        body: { account_type: order.account_type, ...resolution },
      }),
    ),

  async invoiceData(order) {
    const { account_type } = order;
    const { invoice_data } = await bodyOf(
      api.GET('/emag/phase2/invoice/{order_id}/data', { params: { path: ofOrder(order), query: { account_type } } }),
    );
    return invoice_data;
  },

  generateInvoice: (order, commandId) =>
    reply(
      api.POST('/emag/phase2/invoice/{order_id}/generate', {
        params: { path: ofOrder(order), header: once(commandId) },
        body: { account_type: order.account_type },
      }),
    ),

  issueStorno: (number, wish, commandId) =>
    reply(api.POST('/invoices/{number}/storno', { params: { path: { number }, header: once(commandId) }, body: wish })),

  attachDocument: (order, wish, commandId) =>
    reply(
      api.POST('/emag/orders/{order_id}/invoice', {
        params: { path: ofOrder(order), header: once(commandId) },
        body: { account_type: order.account_type, ...wish },
      }),
    ),

  async marketplaceCalls({ account_type, emag_order_id: order_id }) {
    const query = { account_type, order_id, items_per_page: CALLS_SHOWN, sort: 'started_at', order: 'desc' } as const;
    return (await bodyOf(api.GET('/marketplace-calls', { params: { query } }))).items;
  },

  operation: (id) => bodyOf(api.GET('/operations/{id}', { params: { path: { id } } })),

  startSync: (wish, commandId) => {
    const { kind, account, mode, startDate, endDate, maxPages, includeInactive, conflictStrategy } = wish;
    const header = { ...once(commandId), Prefer: 'wait=0' };
    return kind === 'orders'
      ? reply(
          api.POST('/emag/orders/sync', {
            params: { header },
            body: {
              account_type: account,
              sync_mode: mode,
              ...(mode === 'historical' && { start_date: startDate, end_date: endDate }),
              ...(maxPages && { max_pages: maxPages }),
            },
          }),
        )
      : reply(
          api.POST('/emag/enhanced/sync/all-products', {
            params: { header },
            body: {
              account_type: account,
              mode: mode === 'incremental' ? 'incremental' : 'full',
              ...(maxPages && { max_pages_per_account: maxPages }),
              ...(includeInactive !== undefined && { include_inactive: includeInactive }),
              ...(conflictStrategy && { conflict_strategy: conflictStrategy }),
            },
          }),
        );
  },

  async stopSync(id) {
    await api.DELETE('/emag/sync-runs/{id}', { params: { path: { id } } });
  },

  syncStatus: (account_type) => bodyOf(api.GET('/emag/enhanced/status', { params: { query: { account_type } } })),

  syncProgress: () => bodyOf(api.GET('/emag/enhanced/products/sync-progress')),

  testConnection: (key) => bodyOf(api.POST('/accounts/{key}/test-connection', { params: { path: { key } } })),

  async runJob(name) {
    await api.POST('/jobs/{name}/run', { params: { path: { name } } });
  },

  async settings() {
    const { body, etag } = await reply(api.GET('/settings'));
    return { settings: body, etag };
  },

  saveSettings: (changes, etag) =>
    bodyOf(api.PATCH('/settings', { params: { header: etag ? { 'If-Match': etag } : {} }, body: changes })),
};
