import { z } from 'zod';
import { TOPICS } from '../../application/ports/bus.js';

/**
 * The public shape of every integration event: an allow-list. Nothing that names, locates or reaches a person is in it,
 * and neither are free texts (a refusal's wording, an observation), which may quote a person. Add optional fields only;
 * a shape that must change gets a new topic version.
 */
const instant = z.string().meta({ format: 'date-time', description: 'ISO 8601, UTC' });
const money = z.string().regex(/^-?\d+\.\d{2}$/);
const netPrice = z.string().regex(/^-?\d+(\.\d+)?$/);
const count = z.int().nonnegative();
const orderStatus = z.int().min(0).max(5);
const syncMode = z.enum(['incremental', 'full', 'historical']);
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const order = { account_type: z.string(), order_id: z.string() };
const operation = { ...order, operation_id: z.string(), at: instant };
const attempt = { ...operation, attempt_id: z.string() };
const refusal = { ...operation, code: z.string() };
const movement = {
  previous_status: orderStatus.nullable(),
  previous_status_name: z.string().nullable(),
  status: orderStatus,
  status_name: z.string(),
};
const bySync = { sync_run_id: z.string().nullable(), sync_mode: syncMode.nullable() };

const product = z.strictObject({
  line_id: z.string(),
  sku: z.string().nullable(),
  part_number_key: z.string().nullable(),
  name: z.string(),
  is_active: z.boolean(),
  quantity: z.number(),
  unit_price_net: netPrice,
  vat_rate: z.string(),
  currency: z.string(),
});

/** What an order is without its person: the value of the state topic, and part of `OrderReceived`. */
const orderSummary = {
  status: orderStatus,
  status_name: z.string(),
  type: z.union([z.literal(2), z.literal(3)]),
  is_complete: z.boolean(),
  payment_method: z.enum(['cash_on_delivery', 'bank_transfer', 'card']).nullable(),
  payment_status: z.enum(['paid', 'unpaid']),
  delivery_mode: z.string(),
  order_date: instant,
  ship_by: instant.nullable(),
  total_amount: money,
  currency: z.string(),
  products: z.array(product),
};

export const ORDER_CHANGE_FIELDS = [
  'status',
  'type',
  'is_complete',
  'payment_method',
  'payment_status',
  'delivery_mode',
  'order_date',
  'ship_by',
  'total_amount',
  'currency',
] as const;

const offerFacts = {
  sku: z.string().nullable(),
  part_number_key: z.string().nullable(),
  name: z.string(),
  brand: z.string().nullable(),
  category_name: z.string().nullable(),
  status: z.int().min(0).max(2),
  status_name: z.enum(['inactive', 'active', 'end_of_life']),
  price_net: netPrice,
  min_price_net: netPrice.nullable(),
  max_price_net: netPrice.nullable(),
  recommended_price_net: netPrice.nullable(),
  best_offer_price_net: netPrice.nullable(),
  currency: z.string(),
  vat_rate: z.string().nullable(),
  stock: z.int(),
  available_stock: z.int(),
  buy_button_rank: z.int().nullable(),
  is_available: z.boolean(),
};

export const OFFER_CHANGE_FIELDS = [
  'sku',
  'part_number_key',
  'name',
  'brand',
  'category_name',
  'status',
  'price_net',
  'min_price_net',
  'max_price_net',
  'recommended_price_net',
  'best_offer_price_net',
  'currency',
  'vat_rate',
  'stock',
  'available_stock',
  'buy_button_rank',
  'is_available',
] as const;

const offer = { account_type: z.string(), offer_id: z.string() };
const offerOperation = { ...offer, operation_id: z.string(), at: instant };
const offerValues = z.strictObject({
  price_net: netPrice,
  stock: z.int(),
  status: z.int().min(0).max(2),
  status_name: z.enum(['inactive', 'active', 'end_of_life']),
});
const offerWish = offerValues.partial();

const changesOf = <F extends readonly [string, ...string[]]>(fields: F) =>
  z.array(z.strictObject({ field: z.enum(fields), from: scalar, to: scalar }));

const invoiceTotals = {
  number: z.string(),
  series: z.string(),
  issued_at: instant,
  currency: z.string(),
  total_net: money,
  total_vat: money,
  total_gross: money,
  vat_by_rate: z.array(z.strictObject({ vat_rate: z.string(), net: money, vat: money, gross: money })),
};
const attachedNumber = z
  .string()
  .nullable()
  .meta({ description: 'Of the invoice or storno; null for a document that was made elsewhere' });
const pdf = { sha256: z.string(), bytes: count };

const syncRun = {
  sync_run_id: z.string(),
  account_type: z.string(),
  kind: z.enum(['orders', 'offers']),
  operation_id: z.string(),
  at: instant,
};
const syncCounts = {
  current_page: count,
  total_pages: count.nullable(),
  processed_items: count,
  total_items: count.nullable(),
  created: count,
  updated: count,
  unchanged: count,
  failed: count,
};

export const integrationSchemas = {
  OrderReceived: z.strictObject({ ...order, ...orderSummary, modified_at: instant, ...bySync }),
  OrderChanged: z.strictObject({
    ...order,
    status: orderStatus,
    status_name: z.string(),
    total_amount: money,
    currency: z.string(),
    changes: changesOf(ORDER_CHANGE_FIELDS),
    products: z.array(product).nullable().meta({ description: 'All lines as they are now; null when none changed' }),
    modified_at: instant,
    ...bySync,
  }),
  AcknowledgeRequested: z.strictObject(operation),
  AcknowledgeAttemptStarted: z.strictObject(attempt),
  OrderAcknowledged: z.strictObject({ ...operation, ...movement }),
  AcknowledgeRefused: z.strictObject(refusal),
  StatusChangeRequested: z.strictObject({
    ...operation,
    new_status: orderStatus,
    new_status_name: z.string(),
    reason_cancellation: z.int().nullable(),
    products: z.array(z.strictObject({ line_id: z.string(), quantity: z.number() })).nullable(),
    is_storno: z.boolean(),
  }),
  StatusChangeAttemptStarted: z.strictObject(attempt),
  StatusChanged: z.strictObject({ ...operation, ...movement }),
  StatusChangeRefused: z.strictObject(refusal),
  AwbRequested: z.strictObject({
    ...operation,
    courier_account_id: z.string().nullable(),
    parcels: count,
    envelopes: count,
    weight: z.string().meta({ description: 'Kilograms' }),
    cod: z.string().meta({ description: "Amount to collect, in the order's currency" }),
    is_forced: z.boolean(),
  }),
  AwbAttemptStarted: z.strictObject(attempt),
  AwbGenerated: z.strictObject({
    ...operation,
    awb_number: z.string(),
    reservation_id: z.string().nullable(),
    barcodes: z.array(z.string()),
    courier_account_id: z.string().nullable(),
    courier_name: z.string().nullable(),
  }),
  AwbRefused: z.strictObject(refusal),
  AwbInDoubt: z.strictObject(operation),
  AwbResolved: z.strictObject({ ...operation, awb_number: z.string().nullable(), none_exists: z.boolean() }),
  AwbStatusChanged: z.strictObject({
    ...order,
    awb_number: z.string(),
    marketplace_status: z.strictObject({ code: z.string(), name: z.string() }),
    at: instant,
  }),
  InvoiceRequested: z.strictObject({ ...operation, series: z.string() }),
  InvoiceNumbered: z.strictObject({ ...operation, ...invoiceTotals }),
  InvoiceIssued: z.strictObject({ ...operation, number: z.string(), ...pdf }),
  InvoiceAttached: z.strictObject({ ...operation, number: attachedNumber }),
  InvoiceAttachRefused: z.strictObject({ ...refusal, number: attachedNumber }),
  StornoIssued: z.strictObject({ ...operation, ...invoiceTotals, storno_of: z.string(), ...pdf }),
  OfferReceived: z.strictObject({ ...offer, ...offerFacts, at: instant, ...bySync }),
  OfferChanged: z.strictObject({
    ...offer,
    sku: z.string().nullable(),
    changes: changesOf(OFFER_CHANGE_FIELDS),
    at: instant,
    ...bySync,
  }),
  OfferChangeRequested: z.strictObject({ ...offerOperation, requested: offerWish }),
  OfferChangeAttemptStarted: z.strictObject({ ...offerOperation, attempt_id: z.string() }),
  OfferChangeConfirmed: z.strictObject({ ...offerOperation, requested: offerWish, shown: offerValues }),
  OfferChangeRefused: z.strictObject({ ...offerOperation, code: z.string() }),
  OfferConflictFound: z.strictObject({ ...offer, ours: offerWish, shown: offerValues, at: instant, ...bySync }),
  SyncRunRequested: z.strictObject({
    ...syncRun,
    mode: syncMode,
    trigger: z.enum(['user', 'schedule', 'callback', 'start']),
  }),
  SyncRunStarted: z.strictObject(syncRun),
  SyncRunProgressed: z.strictObject({ ...syncRun, ...syncCounts }),
  SyncRunCompleted: z.strictObject({ ...syncRun, ...syncCounts, missing: count }),
  SyncRunFailed: z.strictObject({ ...syncRun, ...syncCounts, code: z.string() }),
  SyncRunCancelRequested: z.strictObject(syncRun),
  SyncRunCancelled: z.strictObject({ ...syncRun, ...syncCounts }),
} as const;

export type IntegrationType = keyof typeof integrationSchemas;
export type IntegrationData<T extends IntegrationType> = z.infer<(typeof integrationSchemas)[T]>;

/** Stands in for the data of an event that cannot be read: the record exists, so no consumer waits for a gap to fill. */
export const unreadableSchema = z.strictObject({ unreadable: z.literal(true) });

/** Value of `magflow.orders.state.v1`: the latest state of an order, keyed by its stream. */
export const orderStateSchema = z.strictObject({
  ...order,
  ...orderSummary,
  awb_numbers: z.array(z.string()),
  invoice_number: z.string().nullable(),
  revision: z.int().nonnegative(),
  position: z.string(),
});
export type OrderStateData = z.infer<typeof orderStateSchema>;

export const isIntegrationType = (type: string): type is IntegrationType => Object.hasOwn(integrationSchemas, type);

export const topicOf = (type: IntegrationType): string => {
  if (type.startsWith('Invoice') || type === 'StornoIssued') return TOPICS.invoices;
  if (type.startsWith('Offer')) return TOPICS.offers;
  if (type.startsWith('SyncRun')) return TOPICS.sync;
  return TOPICS.orders;
};
