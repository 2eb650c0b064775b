import { z } from 'zod';
import type { OrderEvent } from '../../../domain/order/orderEvents.js';
import { ORDER_STATUSES } from '../../../domain/order/orderFacts.js';
import { account, decimal, id, instant, jsonObject, text, type SchemasOf } from './primitives.js';

const voucherSplit = z.strictObject({
  voucherId: text,
  name: text.nullable(),
  net: decimal,
  vat: decimal,
  vatRate: decimal.nullable(),
  offeredBy: text.nullable(),
});

const line = z.strictObject({
  lineId: id,
  offerId: text.nullable(),
  name: text,
  sku: text.nullable(),
  partNumber: text.nullable(),
  pnk: text.nullable(),
  isActive: z.boolean(),
  quantity: z.number(),
  initialQuantity: z.number().nullable(),
  stornoQuantity: z.number().nullable(),
  unitPriceNet: decimal,
  originalPriceNet: decimal.nullable(),
  vatRate: decimal,
  currency: text,
  voucherSplits: z.array(voucherSplit).readonly(),
  deposits: z
    .array(
      z.strictObject({
        name: text,
        quantity: z.number(),
        unitPriceNet: decimal,
        vatRate: decimal,
        voucherSplits: z.array(voucherSplit).readonly(),
      }),
    )
    .readonly(),
});

const status = z.enum(ORDER_STATUSES);

const facts = z.strictObject({
  status,
  fulfilment: z.enum(['own', 'fbe']),
  isComplete: z.boolean(),
  paymentMethod: z.enum(['cash_on_delivery', 'bank_transfer', 'card']).nullable(),
  paymentDetail: text.nullable(),
  isPaid: z.boolean(),
  deliveryMode: text,
  locker: z.strictObject({ id: text, name: text }).nullable(),
  orderedAt: instant,
  shipBy: instant.nullable(),
  finalizedAt: instant.nullable(),
  currency: text,
  lines: z.array(line).readonly(),
  shipping: decimal,
  shippingVoucherSplits: z.array(voucherSplit).readonly(),
  vouchers: z
    .array(
      z.strictObject({
        voucherId: text,
        name: text.nullable(),
        net: decimal,
        vat: decimal,
        vatRate: decimal.nullable(),
      }),
    )
    .readonly(),
  attachments: z.array(z.strictObject({ name: text.nullable(), url: text, kind: z.number() })).readonly(),
  enforcedCouriers: z.array(text).readonly().nullable(),
  cancellationReason: z.strictObject({ id: z.number(), name: text.nullable() }).nullable(),
  cancellationRequest: text.nullable(),
  observation: text.nullable(),
  customerId: text.nullable(),
  isCompany: z.boolean(),
  isVatPayer: z.boolean(),
  extra: jsonObject,
});

const address = z.strictObject({
  name: text,
  phone: text,
  country: text,
  county: text,
  city: text,
  localityId: text.nullable(),
  street: text,
  postcode: text,
});

const person = z.strictObject({
  name: text,
  company: text,
  email: text,
  phone: text,
  fiscalCode: text,
  registrationNumber: text,
  billing: address,
  shipping: address,
});

const call = z
  .strictObject({ route: text, httpStatus: z.number().nullable(), durationMs: z.number(), requestId: text })
  .nullable();

export const parcel = z.strictObject({
  courierAccountId: text.nullable(),
  parcels: z.number(),
  envelopes: z.number(),
  weight: decimal,
  cod: decimal,
  insuredValue: decimal,
  observation: text.nullable(),
  senderAddressId: text.nullable(),
  isOversize: z.boolean(),
  pickupAndReturn: z.boolean(),
  saturdayDelivery: z.boolean(),
  samedayDelivery: z.boolean(),
  dropoffLocker: z.boolean(),
  unboxing: z.boolean(),
});

const seller = z.strictObject({
  name: text,
  fiscalCode: text,
  registration: text,
  address: text,
  city: text,
  county: text,
  postcode: text,
  country: text,
  iban: text,
  contact: text,
  phone: text,
});

const buyer = z.strictObject({
  name: text,
  fiscalCode: text,
  registrationNumber: text,
  address: text,
  city: text,
  county: text,
  postcode: text,
  country: text,
});

const money = { net: decimal, vat: decimal, gross: decimal };

const invoice = z.strictObject({
  number: text,
  series: text,
  sequence: z.number(),
  issuedAt: instant,
  seller,
  isCompany: z.boolean(),
  lines: z
    .array(
      z.strictObject({
        kind: z.enum(['product', 'deposit', 'shipping', 'voucher']),
        description: text,
        sku: text.nullable(),
        quantity: z.number(),
        unit: text,
        unitPriceNet: decimal,
        vatRate: decimal,
        ...money,
        lineId: text.optional(),
        ofLine: z.number().int().nonnegative().optional(),
      }),
    )
    .readonly(),
  vatByRate: z.array(z.strictObject({ vatRate: decimal, ...money })).readonly(),
  totalNet: decimal,
  totalVat: decimal,
  totalGross: decimal,
  currency: text,
  paymentMethod: z.enum(['cash_on_delivery', 'bank_transfer', 'card']).nullable(),
  orderedAt: instant,
  stornoOf: z.strictObject({ number: text, issuedAt: instant }).optional(),
  reason: text.optional(),
});

const orderKey = { account, orderId: id };
const ofOperation = { ...orderKey, operationId: text, at: instant };
/** A wish that a bulk operation made. */
const ofBulk = { bulkId: text.optional() };
const refusal = { code: text, text };
const ofReading = {
  ...orderKey,
  personId: text,
  modifiedAt: instant,
  digest: text,
  at: instant,
  syncRunId: text.optional(),
};
const statusWish = {
  newStatus: status,
  reasonCancellation: z.number().nullable(),
  lines: z
    .array(z.strictObject({ lineId: id, quantity: z.number() }))
    .readonly()
    .nullable(),
  isStorno: z.boolean(),
};
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Shapes of the events of an order's stream, AWB and invoice included. */
export const orderSchemas = {
  OrderReceived: z.strictObject({ ...ofReading, facts, personal: person }),
  OrderChanged: z.strictObject({ ...ofReading, changed: facts.partial(), personal: person.partial() }),
  AcknowledgeRequested: z.strictObject({ ...ofOperation, ...ofBulk }),
  AcknowledgeAttemptStarted: z.strictObject({ ...ofOperation, attemptId: text }),
  OrderAcknowledged: z.strictObject({ ...ofOperation, call }),
  AcknowledgeRefused: z.strictObject({ ...ofOperation, ...refusal, call }),
  StatusChangeRequested: z.strictObject({ ...ofOperation, ...statusWish }),
  StatusChangeAttemptStarted: z.strictObject({ ...ofOperation, attemptId: text }),
  StatusChanged: z.strictObject({ ...ofOperation, newStatus: status, call }),
  StatusChangeRefused: z.strictObject({ ...ofOperation, ...refusal, call }),
  AwbRequested: z.strictObject({ ...ofOperation, ...ofBulk, parcel, force: z.boolean(), reason: text.nullable() }),
  AwbAttemptStarted: z.strictObject({ ...ofOperation, attemptId: text, statusBefore: status }),
  AwbGenerated: z.strictObject({
    ...ofOperation,
    ...ofBulk,
    awbNumber: text,
    reservationId: text.nullable(),
    parcels: z.array(z.strictObject({ emagId: text, barcode: text })).readonly(),
    courierAccountId: text.nullable(),
    courierName: text.nullable(),
    call,
  }),
  AwbRefused: z.strictObject({ ...ofOperation, ...refusal, call }),
  AwbInDoubt: z.strictObject({ ...ofOperation, reason: text, call }),
  AwbResolved: z.strictObject({
    ...ofOperation,
    ...ofBulk,
    awbNumber: text.nullable(),
    noneExists: z.boolean(),
    reason: text.nullable(),
  }),
  AwbStatusChanged: z.strictObject({
    ...orderKey,
    awbNumber: text,
    status: z.strictObject({ code: text, name: text, description: text }),
    at: instant,
  }),
  InvoiceRequested: z.strictObject({ ...ofOperation, ...ofBulk, series: text, invoiceUrl: text.nullable() }),
  InvoiceNumbered: z.strictObject({ ...ofOperation, number: text, invoice, personId: text, personal: buyer }),
  InvoiceIssued: z.strictObject({ ...ofOperation, number: text, sha256, bytes: z.number() }),
  InvoiceAttached: z.strictObject({ ...ofOperation, number: text.nullable(), url: text, name: text, call }),
  InvoiceAttachRefused: z.strictObject({ ...ofOperation, number: text.nullable(), ...refusal, call }),
  DocumentAttachRequested: z.strictObject({ ...ofOperation, url: text, name: text }),
  DocumentAttachAttemptStarted: z.strictObject({ ...ofOperation, attemptId: text }),
  StornoRequested: z.strictObject({
    ...ofOperation,
    stornoOf: text,
    series: text,
    lines: z
      .array(z.strictObject({ line: z.number().int().nonnegative(), quantity: z.number() }))
      .readonly()
      .nullable(),
    shipping: z.boolean(),
    reason: text.nullable(),
  }),
  StornoIssued: z.strictObject({
    ...ofOperation,
    number: text,
    stornoOf: text,
    invoice,
    personId: text,
    personal: buyer,
    sha256,
    bytes: z.number(),
  }),
} satisfies SchemasOf<OrderEvent>;
