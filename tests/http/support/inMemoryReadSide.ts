import { operationStep } from '../../../src/application/operations/outcomes.js';
import type { EventStore } from '../../../src/application/ports/eventStore.js';
import { operationStream } from '../../../src/domain/operation/bulk.js';
import type { OrderEvent } from '../../../src/domain/order/orderEvents.js';
import { orderStream } from '../../../src/domain/order/orderEvents.js';
import type { OrderKey } from '../../../src/domain/order/orderFacts.js';
import type { ListPage, ListRequest } from '../../../src/projections/listPage.js';
import { auditProjection, type AuditEntry } from '../../../src/projections/audit/auditProjection.js';
import type { AuditFilter, AuditQueries } from '../../../src/projections/audit/auditQueries.js';
import type {
  EanDecisionFilter,
  EanDecisionQueries,
} from '../../../src/projections/eanDecisions/eanDecisionQueries.js';
import type { CatalogueFilter, CatalogueQueries } from '../../../src/projections/offers/catalogueQueries.js';
import type { OfferFilter, OfferQueries, OfferSort } from '../../../src/projections/offers/offerQueries.js';
import { offersProjection } from '../../../src/projections/offers/offersProjection.js';
import type { OffersState } from '../../../src/projections/offers/offersState.js';
import {
  bulkLines,
  bulkRecord,
  evolveBulk,
  type BulkProgress,
} from '../../../src/projections/operations/bulkProgress.js';
import type { OperationQueries, OperationRecord } from '../../../src/projections/operations/operationQueries.js';
import { priorityOf } from '../../../src/projections/orderList/attention.js';
import {
  ORDER_ATTENTIONS,
  type AttentionItem,
  type AttentionQueries,
  type BoundedCount,
  type OrderAttention,
} from '../../../src/projections/orderList/attentionQueries.js';
import type { CustomerQueries } from '../../../src/projections/orderList/customerQueries.js';
import { comparedMonths } from '../../../src/projections/orderList/dashboardQuery.js';
import type {
  AwbQueries,
  InvoiceQueries,
  OrderFilter,
  OrderQueries,
  OrderRecord,
  OrderSort,
} from '../../../src/projections/orderList/orderQueries.js';
import type { SalesQueries } from '../../../src/projections/orderList/salesQueries.js';
import { awbView, invoiceView, orderView } from '../../../src/projections/orderList/orderView.js';
import { evolveSeenOrder, unseenOrder } from '../../../src/projections/orderList/seenOrder.js';
import type { ReturnListFilter, ReturnQueries } from '../../../src/projections/returns/returnQueries.js';
import type { ReadPosition } from '../../../src/projections/readPosition.js';
import type { SyncRunQueries, SyncRunRecord } from '../../../src/projections/syncRuns/syncRunQueries.js';

const page = (items: readonly object[]): ListPage => ({
  items: items.map((item) => JSON.stringify(item)),
  total: items.length,
  totalIsLowerBound: false,
  nextCursor: null,
});

/** The read side folded from the log on every question: always current, and small enough for tests. */
export class InMemoryReadSide {
  /** What the last list was asked for. */
  asked: {
    filter: CatalogueFilter | OrderFilter | OfferFilter | EanDecisionFilter | ReturnListFilter;
    request: ListRequest;
  } | null = null;
  askedOfAudit: { filter: AuditFilter; request: ListRequest } | null = null;
  readonly known: OrderKey[] = [];
  readonly parked = new Set<string>();
  operationRecords: OperationRecord[] = [];
  runRecords: SyncRunRecord[] = [];
  /** A list's next answer, when the test is about how it is sent. */
  nextPage: ListPage | null = null;
  /** Rows of the catalogue by SKU. */
  readonly catalogueRows = new Map<string, string>();
  isBehind = false;

  constructor(private readonly store: EventStore) {}

  readonly audit: AuditQueries = {
    list: async (filter: AuditFilter, request: ListRequest<'at'>) => {
      this.askedOfAudit = { filter, request };
      return page((await this.auditEntries()).reverse());
    },
  };

  readonly orders: OrderQueries = {
    list: async (filter: OrderFilter, request: ListRequest<OrderSort>) => {
      this.asked = { filter, request };
      if (this.nextPage) return this.nextPage;
      const records = await Promise.all(this.known.map((key) => this.record(key)));
      return page(records.flatMap((one) => (one ? [orderView(one.order, one.key, { revision: one.revision })] : [])));
    },
    byKeys: async (keys) => {
      const records = await Promise.all(keys.map((key) => this.record(key)));
      return records.flatMap((one) => (one ? [one] : []));
    },
    keysOf: (orderIds) => Promise.resolve(this.known.filter(({ orderId }) => orderIds.includes(orderId))),
    byId: async (orderId, account) => {
      const keys = this.known.filter((key) => key.orderId === orderId && (account === null || key.account === account));
      const records = await Promise.all(keys.map((key) => this.record(key)));
      return records.flatMap((one) => (one ? [one] : []));
    },
    counts: () => Promise.resolve([{ account: 'main', status: 'new', orders: this.known.length }]),
  };

  /** Of the orders that are known only their number; figures are the business of the tests of the real read model. */
  readonly sales: SalesQueries = {
    summary: () =>
      Promise.resolve({
        from: null,
        to: null,
        total_orders: this.known.length,
        by_status: [],
        by_account: [],
        totals: [],
        sales: [],
        by_day: [],
      }),
    dashboard: (_accounts, now) =>
      Promise.resolve({
        ...comparedMonths(now),
        now: [],
        before: [],
        customers: { now: 0, before: 0 },
        months: [],
        days: [],
        by_status: [],
        top_products: [],
      }),
    work: () =>
      Promise.resolve({
        confirm: this.known.length,
        ship: 0,
        ship_today: { count: 0, isLowerBound: false },
        invoice: { count: 0, from: '2026-02-01' },
      }),
    report: () => Promise.resolve({ items: [], total: 0 }),
    orderSummary: () => Promise.resolve([]),
  };

  readonly customers: CustomerQueries = {
    list: () => Promise.resolve(page([])),
    byId: () => Promise.resolve(null),
    orders: () => Promise.resolve(page([])),
  };

  attentionItems: AttentionItem[] = [];

  readonly attention: AttentionQueries = {
    slice: ({ kinds }, offset, limit) =>
      Promise.resolve(
        this.attentionItems
          .filter(({ kind }) => kinds?.some((one) => one === kind) ?? true)
          .slice(offset, offset + limit)
          .map((item) => ({ item, priority: priorityOf(item.kind === 'awb_in_doubt' ? 0 : 5, item.since) })),
      ),
    count: () => Promise.resolve({ count: this.attentionItems.length, isLowerBound: false }),
    counts: () =>
      Promise.resolve(
        Object.fromEntries(
          ORDER_ATTENTIONS.map((kind) => [
            kind,
            { count: this.attentionItems.filter((item) => item.kind === kind).length, isLowerBound: false },
          ]),
        ) as Record<OrderAttention, BoundedCount>,
      ),
  };

  readonly awbs: AwbQueries = {
    ofOrders: async (orderIds) =>
      (await this.allAwbs()).filter((awb) => orderIds.includes(awb.order_id)).map((awb) => JSON.stringify(awb)),
    list: async () => page(await this.allAwbs()),
    byNumber: (awbNumber, account) => this.awbs.byNumbers([awbNumber], account),
    byNumbers: async (awbNumbers, account) =>
      (await this.allAwbs())
        .filter((awb) => awbNumbers.includes(awb.awb_number) && (account === null || awb.account_type === account))
        .map((awb) => JSON.stringify(awb)),
  };

  readonly invoices: InvoiceQueries = {
    ofOrders: async (orderIds) =>
      (await this.allInvoices())
        .filter((invoice) => orderIds.includes(invoice.order_id))
        .map((invoice) => JSON.stringify(invoice)),
    list: async () => page(await this.allInvoices()),
    byNumber: async (number) => {
      const found = (await this.allInvoices()).find((invoice) => invoice.number === number);
      return found ? JSON.stringify(found) : null;
    },
  };

  readonly offers: OfferQueries = {
    products: (filter: OfferFilter, request: ListRequest<OfferSort>) => {
      this.asked = { filter, request };
      return Promise.resolve(this.nextPage ?? page([]));
    },
    offers: (filter: OfferFilter, request: ListRequest<OfferSort>) => {
      this.asked = { filter, request };
      return Promise.resolve(this.nextPage ?? page([]));
    },
    offer: async (account, offerId) => {
      const { events } = await this.store.read(`offer-${account}-${offerId}`);
      let state: OffersState | undefined;
      for (const event of events) state = offersProjection.evolve(state, event);
      const last = events.at(-1);
      if (!state || !last) return null;
      return {
        item: JSON.stringify(offersProjection.row(state)['offer']),
        revision: last.revision,
        position: last.position,
      };
    },
    imageUrls: async (keys) => {
      const found = await Promise.all(
        keys.map(async ({ account, offerId }) => {
          const row = await this.offers.offer(account, offerId);
          const { image_url: url } = JSON.parse(row?.item ?? '{}') as { image_url?: string | null };
          return url ? [[`${account}-${offerId}`, url] as const] : [];
        }),
      );
      return new Map(found.flat());
    },
    stockOn: () => Promise.resolve([{ currency: 'RON', active: 4, stockValueNet: '80.00' }]),
    attention: () => Promise.resolve([]),
    counts: () =>
      Promise.resolve([{ account: 'main', total: 10, active: 8, stockValueNet: '100.00', currency: 'RON' }]),
  };

  readonly catalogue: CatalogueQueries = {
    list: (filter, request) => {
      this.asked = { filter, request };
      return Promise.resolve(this.nextPage ?? page([]));
    },
    bySku: (sku) => Promise.resolve(this.catalogueRows.get(sku) ?? null),
  };

  readonly operations: OperationQueries = {
    list: () =>
      Promise.resolve({
        operations: this.operationRecords,
        total: this.operationRecords.length,
        totalIsLowerBound: false,
        nextCursor: null,
      }),
    byId: async (id) => {
      const bulk = await this.bulk(id);
      return this.operationRecords.find((one) => one.id === id) ?? (bulk ? bulkRecord(bulk) : null);
    },
    bulkLines: async (id) => {
      const bulk = await this.bulk(id);
      return bulk ? bulkLines(bulk) : [];
    },
    refusals: async (ids) => {
      const steps = (await Promise.all(this.known.map((key) => this.store.read(orderStream(key))))).flatMap(
        ({ events }) => events.flatMap((event) => operationStep(event) ?? []),
      );
      return new Map(
        steps.flatMap(({ operationId, refusal }) =>
          refusal && ids.includes(operationId) ? [[operationId, refusal] as const] : [],
        ),
      );
    },
  };

  readonly syncRuns: SyncRunQueries = {
    list: () =>
      Promise.resolve({
        runs: this.runRecords,
        total: this.runRecords.length,
        totalIsLowerBound: false,
        nextCursor: null,
      }),
    byId: (id) => Promise.resolve(this.runRecords.find((one) => one.id === id) ?? null),
    active: () => Promise.resolve(this.runRecords.filter(({ phase }) => phase === 'requested' || phase === 'running')),
    lastCompleted: () => Promise.resolve(this.runRecords.filter(({ phase }) => phase === 'completed')),
    statistics: () => Promise.resolve({ total: 4, completed: 3, failed: 1, cancelled: 0 }),
  };

  readonly returns: ReturnQueries = {
    list: (filter, request) => {
      this.asked = { filter, request };
      return Promise.resolve(this.nextPage ?? page([]));
    },
  };

  readonly eanDecisions: EanDecisionQueries = {
    list: (filter, request) => {
      this.asked = { filter, request };
      return Promise.resolve(this.nextPage ?? page([]));
    },
  };

  readonly position: ReadPosition = {
    waitFor: () => Promise.resolve(this.isBehind ? 'behind' : 'reached'),
    isParked: (_projections, stream) => Promise.resolve(this.parked.has(stream)),
    current: () => this.store.lastPosition(),
  };

  private async auditEntries(): Promise<AuditEntry[]> {
    const entries: AuditEntry[] = [];
    const { streamPrefixes } = auditProjection;
    for await (const message of this.store.subscribe({ from: 'start', filter: { streamPrefixes } })) {
      if (message.kind === 'caught_up') break;
      if (message.kind !== 'event') continue;
      const entry = auditProjection.evolve(undefined, message.event);
      if (entry) entries.push(entry);
    }
    return entries;
  }

  private async bulk(id: string): Promise<BulkProgress | undefined> {
    const { events } = await this.store.read(operationStream(id));
    return events.reduce<BulkProgress | undefined>(evolveBulk, undefined);
  }

  private async record(key: OrderKey): Promise<OrderRecord | null> {
    const { events, revision } = await this.store.read<OrderEvent>(orderStream(key));
    const last = events.at(-1);
    if (!last) return null;
    const order = events.reduce(
      (folded, { type, data }) => evolveSeenOrder(folded, { type, data } as OrderEvent),
      unseenOrder,
    );
    return { key, order, revision, position: last.position, isParked: this.parked.has(orderStream(key)) };
  }

  private async allAwbs() {
    const records = await Promise.all(this.known.map((key) => this.record(key)));
    return records.flatMap((one) => (one ? one.order.awbs.map((awb) => awbView(one.key, awb, one.order)) : []));
  }

  private async allInvoices() {
    const records = await Promise.all(this.known.map((key) => this.record(key)));
    return records.flatMap((one) =>
      one?.order.invoice
        ? [one.order.invoice, ...one.order.stornos].map((invoice) => invoiceView(one.key, invoice, one.order))
        : [],
    );
  }
}
