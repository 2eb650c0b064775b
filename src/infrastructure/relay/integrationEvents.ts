import type { BusMessage } from '../../application/ports/bus.js';
import type { RecordedEvent } from '../../application/ports/eventStore.js';
import type { InvoiceDocument } from '../../domain/invoice/invoiceDocument.js';
import type { OfferEvent, OfferFacts, OfferKey, OfferValues, OfferWish } from '../../domain/offer/offer.js';
import { orderAmounts } from '../../domain/order/orderAmounts.js';
import type { OfOperation, OrderEvent } from '../../domain/order/orderEvents.js';
import { ORDER_STATUSES, type OrderFacts, type OrderKey, type OrderStatus } from '../../domain/order/orderFacts.js';
import type { Order } from '../../domain/order/orderState.js';
import type { SyncCounts, SyncMode, SyncRunEvent } from '../../domain/syncRun/syncRun.js';
import {
  integrationSchemas,
  isIntegrationType,
  OFFER_CHANGE_FIELDS,
  ORDER_CHANGE_FIELDS,
  orderStateSchema,
  topicOf,
  type IntegrationData,
  type IntegrationType,
  type OrderStateData,
} from './integrationSchemas.js';

export type PublishedEvent = OrderEvent | OfferEvent | SyncRunEvent;

/** What the log says of an event's object just before it, and of the run that caused it. */
export interface EventContext {
  readonly order: Order | null;
  readonly offer: OfferFacts | null;
  readonly syncMode: SyncMode | null;
}

export const noContext: EventContext = { order: null, offer: null, syncMode: null };

type Scalar = string | number | boolean | null;
type DataOf<T extends IntegrationType> = Extract<PublishedEvent, { type: T }>['data'];
type Mapping<T extends IntegrationType> = (data: DataOf<T>, context: EventContext) => IntegrationData<T>;

const statusNumber = (status: OrderStatus): number => ORDER_STATUSES.indexOf(status);
const OFFER_STATUS_NUMBERS = { inactive: 0, active: 1, end_of_life: 2 } as const;

const key = ({ account, orderId }: OrderKey) => ({ account_type: account, order_id: orderId });
const operation = (data: OrderKey & OfOperation) => ({ ...key(data), operation_id: data.operationId, at: data.at });
const attempt = (data: OrderKey & OfOperation & { attemptId: string }) => ({
  ...operation(data),
  attempt_id: data.attemptId,
});
const refusal = (data: OrderKey & OfOperation & { code: string }) => ({ ...operation(data), code: data.code });

const movement = (from: OrderStatus | null, to: OrderStatus) => ({
  previous_status: from === null ? null : statusNumber(from),
  previous_status_name: from,
  status: statusNumber(to),
  status_name: to,
});

const bySync = ({ syncRunId }: { readonly syncRunId?: string }, { syncMode }: EventContext) => ({
  sync_run_id: syncRunId ?? null,
  sync_mode: syncRunId === undefined ? null : syncMode,
});

const products = (facts: OrderFacts) =>
  facts.lines.map((line) => ({
    line_id: line.lineId,
    sku: line.sku ?? line.partNumber,
    part_number_key: line.pnk,
    name: line.name,
    is_active: line.isActive,
    quantity: line.quantity,
    unit_price_net: line.unitPriceNet,
    vat_rate: line.vatRate,
    currency: line.currency,
  }));

const orderSummary = (facts: OrderFacts) => ({
  status: statusNumber(facts.status),
  status_name: facts.status,
  type: facts.fulfilment === 'own' ? (3 as const) : (2 as const),
  is_complete: facts.isComplete,
  payment_method: facts.paymentMethod,
  payment_status: facts.isPaid ? ('paid' as const) : ('unpaid' as const),
  delivery_mode: facts.deliveryMode,
  order_date: facts.orderedAt,
  ship_by: facts.shipBy,
  total_amount: orderAmounts(facts).total,
  currency: facts.currency,
  products: products(facts),
});

const offerSummary = (facts: OfferFacts) => ({
  sku: facts.sku,
  part_number_key: facts.pnk,
  name: facts.name,
  brand: facts.brand,
  category_name: facts.categoryName,
  status: OFFER_STATUS_NUMBERS[facts.status],
  status_name: facts.status,
  price_net: facts.priceNet,
  min_price_net: facts.minPriceNet,
  max_price_net: facts.maxPriceNet,
  recommended_price_net: facts.recommendedPriceNet,
  best_offer_price_net: facts.bestOfferPriceNet,
  currency: facts.currency,
  vat_rate: facts.vatRate,
  stock: facts.stock,
  available_stock: facts.availableStock,
  buy_button_rank: facts.buyButtonRank,
  is_available: facts.isSaleable,
});

const offerKey = ({ account, offerId }: OfferKey) => ({ account_type: account, offer_id: offerId });

const offerOperation = (data: OfferKey & OfOperation) => ({
  ...offerKey(data),
  operation_id: data.operationId,
  at: data.at,
});

const offerValues = ({ priceNet, stock, status }: OfferValues) => ({
  price_net: priceNet,
  stock,
  status: OFFER_STATUS_NUMBERS[status],
  status_name: status,
});

const offerWish = ({ priceNet, stock, status }: OfferWish) => ({
  ...(priceNet !== undefined && { price_net: priceNet }),
  ...(stock !== undefined && { stock }),
  ...(status !== undefined && { status: OFFER_STATUS_NUMBERS[status], status_name: status }),
});

const differences = <F extends string>(
  fields: readonly F[],
  before: Readonly<Record<F, Scalar>>,
  after: Readonly<Record<F, Scalar>>,
) =>
  fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: before[field], to: after[field] }));

const invoiceTotals = (invoice: InvoiceDocument) => ({
  series: invoice.series,
  issued_at: invoice.issuedAt,
  currency: invoice.currency,
  total_net: invoice.totalNet,
  total_vat: invoice.totalVat,
  total_gross: invoice.totalGross,
  vat_by_rate: invoice.vatByRate.map(({ vatRate, net, vat, gross }) => ({ vat_rate: vatRate, net, vat, gross })),
});

const syncRun = ({ runId, account, kind, operationId, at }: DataOf<'SyncRunStarted'>) => ({
  sync_run_id: runId,
  account_type: account,
  kind,
  operation_id: operationId,
  at,
});

const syncCounts = (counts: SyncCounts) => ({
  current_page: counts.page,
  total_pages: counts.totalPages,
  processed_items: counts.processed,
  total_items: counts.totalItems,
  created: counts.created,
  updated: counts.updated,
  unchanged: counts.unchanged,
  failed: counts.failed,
});

const factsBefore = <F>(facts: F | null | undefined): F => {
  if (!facts) throw new Error('The event changes something of which the log tells nothing');
  return facts;
};

const orderChanged: Mapping<'OrderChanged'> = (data, context) => {
  const before = factsBefore(context.order?.facts);
  const after: OrderFacts = { ...before, ...data.changed };
  const summary = orderSummary(after);
  return {
    ...key(data),
    status: summary.status,
    status_name: summary.status_name,
    total_amount: summary.total_amount,
    currency: summary.currency,
    changes: differences(ORDER_CHANGE_FIELDS, orderSummary(before), summary),
    products: data.changed.lines === undefined ? null : summary.products,
    modified_at: data.modifiedAt,
    ...bySync(data, context),
  };
};

const offerChanged: Mapping<'OfferChanged'> = (data, context) => {
  const before = factsBefore(context.offer);
  const after: OfferFacts = { ...before, ...data.changed };
  return {
    account_type: data.account,
    offer_id: data.offerId,
    sku: after.sku,
    changes: differences(OFFER_CHANGE_FIELDS, offerSummary(before), offerSummary(after)),
    at: data.at,
    ...bySync(data, context),
  };
};

/** By hand, one event at a time: what is not written here does not leave. */
const mappings: { readonly [T in IntegrationType]: Mapping<T> } = {
  OrderReceived: (data, context) => ({
    ...key(data),
    ...orderSummary(data.facts),
    modified_at: data.modifiedAt,
    ...bySync(data, context),
  }),
  OrderChanged: orderChanged,
  AcknowledgeRequested: operation,
  AcknowledgeAttemptStarted: attempt,
  OrderAcknowledged: (data, { order }) => {
    const before = factsBefore(order?.facts).status;
    return { ...operation(data), ...movement(before, before === 'new' ? 'in_progress' : before) };
  },
  AcknowledgeRefused: refusal,
  StatusChangeRequested: (data) => ({
    ...operation(data),
    new_status: statusNumber(data.newStatus),
    new_status_name: data.newStatus,
    reason_cancellation: data.reasonCancellation,
    products: data.lines?.map(({ lineId, quantity }) => ({ line_id: lineId, quantity })) ?? null,
    is_storno: data.isStorno,
  }),
  StatusChangeAttemptStarted: attempt,
  StatusChanged: (data, { order }) => ({
    ...operation(data),
    ...movement(factsBefore(order?.facts).status, data.newStatus),
  }),
  StatusChangeRefused: refusal,
  AwbRequested: (data) => ({
    ...operation(data),
    courier_account_id: data.parcel.courierAccountId,
    parcels: data.parcel.parcels,
    envelopes: data.parcel.envelopes,
    weight: data.parcel.weight,
    cod: data.parcel.cod,
    is_forced: data.force,
  }),
  AwbAttemptStarted: attempt,
  AwbGenerated: (data) => ({
    ...operation(data),
    awb_number: data.awbNumber,
    reservation_id: data.reservationId,
    barcodes: data.parcels.map(({ barcode }) => barcode),
    courier_account_id: data.courierAccountId,
    courier_name: data.courierName,
  }),
  AwbRefused: refusal,
  AwbInDoubt: operation,
  AwbResolved: (data) => ({ ...operation(data), awb_number: data.awbNumber, none_exists: data.noneExists }),
  AwbStatusChanged: (data) => ({
    ...key(data),
    awb_number: data.awbNumber,
    // The description may quote who signed for the parcel.
    marketplace_status: { code: data.status.code, name: data.status.name },
    at: data.at,
  }),
  InvoiceRequested: (data) => ({ ...operation(data), series: data.series }),
  InvoiceNumbered: (data) => ({ ...operation(data), number: data.number, ...invoiceTotals(data.invoice) }),
  InvoiceIssued: (data) => ({ ...operation(data), number: data.number, sha256: data.sha256, bytes: data.bytes }),
  // Whoever knows the link can read the PDF, and with it the buyer.
  InvoiceAttached: (data) => ({ ...operation(data), number: data.number }),
  InvoiceAttachRefused: (data) => ({ ...refusal(data), number: data.number }),
  StornoIssued: (data) => ({
    ...operation(data),
    number: data.number,
    ...invoiceTotals(data.invoice),
    storno_of: data.stornoOf,
    sha256: data.sha256,
    bytes: data.bytes,
  }),
  OfferReceived: (data, context) => ({
    account_type: data.account,
    offer_id: data.offerId,
    ...offerSummary(data.facts),
    at: data.at,
    ...bySync(data, context),
  }),
  OfferChanged: offerChanged,
  OfferChangeRequested: (data) => ({ ...offerOperation(data), requested: offerWish(data.wish) }),
  OfferChangeAttemptStarted: (data) => ({ ...offerOperation(data), attempt_id: data.attemptId }),
  OfferChangeConfirmed: (data) => ({
    ...offerOperation(data),
    requested: offerWish(data.wish),
    shown: offerValues(data.shown),
  }),
  OfferChangeRefused: (data) => ({ ...offerOperation(data), code: data.code }),
  OfferConflictFound: (data, context) => ({
    ...offerKey(data),
    ours: offerWish(data.ours),
    shown: offerValues(data.shown),
    at: data.at,
    ...bySync(data, context),
  }),
  SyncRunRequested: (data) => ({ ...syncRun(data), mode: data.options.mode, trigger: data.trigger }),
  SyncRunStarted: syncRun,
  SyncRunProgressed: (data) => ({ ...syncRun(data), ...syncCounts(data.counts) }),
  SyncRunCompleted: (data) => ({ ...syncRun(data), ...syncCounts(data.counts), missing: data.missing.length }),
  SyncRunFailed: (data) => ({ ...syncRun(data), ...syncCounts(data.counts), code: data.code }),
  SyncRunCancelRequested: syncRun,
  SyncRunCancelled: (data) => ({ ...syncRun(data), ...syncCounts(data.counts) }),
};

/** The schema has the last word: a field that an old event lacks, or one too many, makes the whole unreadable. */
const dataOf = <T extends IntegrationType>(type: T, data: object, context: EventContext): Record<string, unknown> => {
  try {
    return integrationSchemas[type].parse(mappings[type](data as DataOf<T>, context));
  } catch {
    return { unreadable: true };
  }
};

export const sourceOf = (storeId: string): string => `/magflow/${storeId}`;

/**
 * The integration event of a domain event, or null for events that are nobody else's business. Pure: the same event
 * and context always give the same message. Data that cannot be mapped becomes `{unreadable: true}`, never a throw: one
 * bad event must not stop the feed.
 */
export const toIntegrationEvent = (event: RecordedEvent, context: EventContext, storeId: string): BusMessage | null => {
  const { type } = event;
  if (!isIntegrationType(type)) return null;
  return {
    topic: topicOf(type),
    id: event.id,
    type: `magflow.${type}`,
    source: sourceOf(storeId),
    subject: event.stream.slice(event.stream.indexOf('-') + 1),
    time: event.metadata.occurredAt,
    key: event.stream,
    stream: event.stream,
    revision: event.revision,
    position: event.position,
    data: dataOf(type, event.data, context),
  };
};

/** The latest state of an order without its person, for the compacted topic; null before the order was received. */
export const toOrderState = (orderKey: OrderKey, order: Order, last: RecordedEvent): OrderStateData | null => {
  if (!order.facts) return null;
  const state = orderStateSchema.safeParse({
    ...key(orderKey),
    ...orderSummary(order.facts),
    awb_numbers: order.awbs.map(({ awbNumber }) => awbNumber),
    invoice_number: order.invoice?.number ?? null,
    revision: Number(last.revision),
    position: last.position.toString(),
  });
  return state.success ? state.data : null;
};
