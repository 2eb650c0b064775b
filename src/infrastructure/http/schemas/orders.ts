import { z } from 'zod';
import { ORDER_SORTS } from '../../../projections/orderList/orderQueries.js';
import { ORDER_STATUSES, type OrderStatus } from '../../../domain/order/orderFacts.js';
import { documentUrlField } from '../documentUrl.js';
import { listFields } from '../lists.js';
import { accountTypeField, booleanQuery, idField, repeatedQuery } from '../params.js';
import { dayField, dayOrTimeField } from '../period.js';
import { storedInvoiceSchema } from './invoices.js';
import {
  addressSchema,
  amountsSchema,
  attachmentSchema,
  customerSchema,
  lineSchema,
  listedLineSchema,
  lockerSchema,
  voucherSchema,
  wishSchema,
} from './orderParts.js';
import { awbSchema } from './shipping.js';
import { orNull } from './orNull.js';

const STATUS_META = {
  type: ['string', 'integer'] as ('string' | 'integer')[],
  description: '0 canceled, 1 new, 2 in_progress, 3 prepared, 4 finalized, 5 returned',
  example: 'new',
};

const toStatus = (value: string | number, context: z.RefinementCtx): OrderStatus => {
  const text = String(value).toLowerCase();
  const status = /^[0-9]$/.test(text)
    ? ORDER_STATUSES[Number(text)]
    : ORDER_STATUSES.find((name) => name === (text === 'cancelled' ? 'canceled' : text));
  if (status) return status;
  context.addIssue({ code: 'custom', message: 'is no order status (0 to 5, or its name)' });
  return z.NEVER;
};

/** The marketplace's number or word for a status, `cancelled` included, as our word. */
export const statusField = z.union([z.string(), z.int()]).transform(toStatus).meta(STATUS_META);

const statusQuery = repeatedQuery(
  z.string().transform(toStatus).meta(STATUS_META),
  'Status, by number or name; may be repeated',
);

const paymentMethods = ['cash_on_delivery', 'bank_transfer', 'card'] as const;

export const orderListQuery = z.strictObject({
  account_type: accountTypeField,
  status: statusQuery.optional(),
  status_filter: statusQuery.optional(),
  from: dayOrTimeField('Order date from').optional(),
  to: dayOrTimeField('Order date to, inclusive').optional(),
  ship_by: dayOrTimeField('To be with the courier by then at the latest, inclusive').optional(),
  payment_method: repeatedQuery(z.enum(paymentMethods), 'Payment method').optional(),
  delivery_mode: repeatedQuery(z.string().min(1).max(50), 'Delivery mode').optional(),
  has_awb: booleanQuery('Only orders with, or without, an AWB').optional(),
  has_invoice: booleanQuery('Only orders with, or without, an invoice').optional(),
  acknowledged: booleanQuery('Only orders that are, or are not, acknowledged').optional(),
  type: z
    .enum(['2', '3'])
    .transform((type) => (type === '2' ? ('fbe' as const) : ('own' as const)))
    .optional()
    .meta({ type: 'integer', enum: [2, 3], description: '3 own fulfilment, 2 fulfilled by eMAG; absent means both' }),
  ...listFields(ORDER_SORTS),
});

export const orderQuery = z.strictObject({
  account_type: accountTypeField,
  as_of: z.string().optional().meta({ description: 'The order as it was then: a time with its zone, inclusive' }),
  revision: z
    .string()
    .regex(/^[0-9]{1,15}$/, 'a whole number')
    .optional()
    .meta({ description: 'The order as it was at this revision; 0 is the first event' }),
});

export const accountBody = z
  .strictObject({ account_type: accountTypeField })
  .optional()
  .meta({ id: 'AccountChoice', description: 'May be left out when only one account has the order' });

export const attachDocumentBody = z
  .strictObject({
    account_type: accountTypeField,
    invoice_url: documentUrlField,
    invoice_name: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .optional()
      .meta({ description: 'Title that the customer sees; `Factura` when absent' }),
  })
  .meta({ id: 'DocumentAttachment' });

export const statusBody = z
  .strictObject({
    account_type: accountTypeField,
    new_status: statusField,
    products: z
      .array(z.strictObject({ id: idField, quantity: z.int().min(0).max(1_000_000) }))
      .min(1)
      .max(500)
      .optional()
      .meta({ description: 'Lines by the marketplace’s line id, with the quantity that remains' }),
    reason_cancellation: z
      .int()
      .min(1)
      .max(1_000)
      .optional()
      .meta({ description: 'The marketplace’s number of the reason; a cancellation needs one' }),
    is_storno: z.boolean().optional(),
  })
  .meta({ id: 'StatusChange' });

export const orderSyncBody = z
  .strictObject({
    account_type: accountTypeField,
    sync_mode: z.enum(['incremental', 'full', 'historical']).optional(),
    days_back: z.int().min(1).max(3_650).optional(),
    start_date: dayField.optional(),
    end_date: dayField.optional(),
    status_filter: z.union([statusField, z.array(statusField).min(1).max(6)]).optional(),
    max_pages: z.int().min(1).max(100_000).optional(),
    auto_acknowledge: z.boolean().optional(),
  })
  .optional()
  .meta({ id: 'OrderSync' });

export const statisticsQuery = z.strictObject({
  account_type: accountTypeField,
  from: dayField.optional(),
  to: dayField.optional(),
});

const amount = z.string().regex(/^-?\d+\.\d{2}$/);
const statusNumber = z.int().min(0).max(5);

const orderRow = {
  id: z.string().meta({ description: '`{account}-{emag_order_id}`' }),
  emag_order_id: z.string(),
  account_type: z.string(),
  status: statusNumber,
  status_name: z.enum(ORDER_STATUSES),
  type: z.int().meta({ description: '3 own fulfilment, 2 fulfilled by eMAG' }),
  customer_name: z.string(),
  customer_email: z.string().nullable(),
  customer_phone: z.string().nullable(),
  total_amount: amount.meta({ description: 'Gross: what the customer owes or has paid' }),
  currency: z.string(),
  payment_method: z.enum(paymentMethods).nullable(),
  payment_status: z.enum(['paid', 'unpaid']),
  delivery_mode: z.string(),
  order_date: z.iso.datetime(),
  ship_by: z.iso.datetime().nullable().meta({ description: 'Deadline of the hand-over to the courier' }),
  is_complete: z.boolean(),
  sync_status: z.enum(['synced', 'pending', 'in_doubt', 'failed']),
  last_synced_at: z.iso.datetime(),
  acknowledged_at: z.iso.datetime().nullable(),
  awb_number: z.string().nullable(),
  courier_name: z.string().nullable(),
  invoice_number: z.string().nullable(),
  invoice_url: z.string().nullable(),
  invoice_uploaded_at: z.iso.datetime().nullable(),
  products: z.array(listedLineSchema),
  shipping_address: addressSchema,
};

export const orderRowSchema = z.object(orderRow).meta({ id: 'OrderRow' });

export const orderSchema = z
  .object({
    ...orderRow,
    revision: z.int().nonnegative(),
    customer_id: z.string().nullable(),
    customer: customerSchema,
    billing_address: addressSchema,
    locker: lockerSchema.nullable(),
    products: z.array(lineSchema),
    vouchers: z.array(voucherSchema),
    amounts: amountsSchema,
    payment_detail: z.string().nullable(),
    deadlines: z.object({ ship_by: z.iso.datetime().nullable() }),
    received_at: z.iso.datetime(),
    modified_at: z.iso.datetime(),
    finalized_at: z.iso.datetime().nullable(),
    canceled_at: z.iso.datetime().nullable(),
    cancellation_reason: z.object({ id: z.int(), name: z.string().nullable() }).nullable(),
    cancellation_request: z.string().nullable(),
    observation: z.string().nullable(),
    enforced_couriers: z
      .array(z.string())
      .nullable()
      .meta({ description: 'The only couriers allowed; empty: none, null: any' }),
    attachments: z.array(attachmentSchema),
    awbs: z.array(awbSchema),
    invoice: orNull(storedInvoiceSchema),
    stornos: z.array(storedInvoiceSchema),
    work: z.object({
      acknowledge: wishSchema,
      status: wishSchema,
      awb: wishSchema,
      invoice: wishSchema,
      storno: wishSchema,
      attachment: wishSchema,
    }),
    allowed_actions: z
      .array(z.enum(['acknowledge', 'status', 'awb', 'invoice', 'storno']))
      .optional()
      .meta({ description: 'What may be done now; empty for an order as it was' }),
    allowed_statuses: z.array(statusNumber).optional(),
    storno_lines: z
      .array(
        z.object({
          line_id: z.string().nullable(),
          sku: z.string().nullable(),
          name: z.string(),
          quantity: z.int(),
          quantity_left: z.int(),
        }),
      )
      .optional()
      .meta({
        description: 'Products of the invoice and the pieces that can still go back, while a storno is allowed',
      }),
  })
  .meta({ id: 'Order' });

export const historySchema = z
  .object({
    order_id: z.string(),
    account_type: z.string(),
    revision: z.int().nonnegative(),
    events: z.array(
      z.looseObject({
        revision: z.int().nonnegative(),
        position: z.string(),
        event_id: z.string(),
        type: z.string(),
        occurred_at: z.iso.datetime(),
        recorded_at: z.iso.datetime(),
        actor: z.object({ kind: z.string(), id: z.string() }),
        correlation_id: z.string(),
        causation_id: z.string().nullable(),
        changes: z.array(z.object({ path: z.string(), from: z.unknown(), to: z.unknown() })),
        summary: z.string(),
      }),
    ),
  })
  .meta({ id: 'OrderHistory' });

const sales = { orders: z.int(), sales_net: amount, sales_gross: amount };

export const statisticsSchema = z
  .object({
    from: z.string().nullable(),
    to: z.string().nullable(),
    total_orders: z.int(),
    by_status: z.array(z.object({ status: statusNumber, status_name: z.enum(ORDER_STATUSES), orders: z.int() })),
    by_account: z.array(z.object({ account_type: z.string(), orders: z.int() })),
    totals: z.array(z.object({ currency: z.string(), orders: z.int(), total_amount: amount })),
    sales: z
      .array(z.object({ currency: z.string(), ...sales }))
      .meta({ description: 'Without cancelled and returned orders' }),
    by_day: z.array(z.object({ day: z.string(), currency: z.string(), ...sales })),
  })
  .meta({ id: 'OrderStatistics' });

/** The object with the operation that brought it about; null when there was nothing to do. */
export const withOperation = (schema: z.ZodObject): z.ZodObject =>
  schema.extend({ operation_id: z.string().nullable() }).meta({});
