import { z } from 'zod';
import { DELIVERY_STATES } from '../../../projections/orderList/orderView.js';
import { accountTypeField, amountField, idField } from '../params.js';

/** How one order is shipped. */
export const awbParameters = {
  courier_account_id: idField.optional(),
  parcels: z.int().min(0).max(999).optional().meta({ description: '1 when absent' }),
  envelopes: z.int().min(0).max(9_999).optional().meta({ description: '0 when absent' }),
  weight: z
    .union([z.string(), z.number()])
    .transform(String)
    .pipe(z.string().regex(/^[0-9]{1,5}(?:\.[0-9]{1,3})?$/, 'kilograms such as 1.5'))
    .optional()
    .meta({ type: 'string', description: 'Kilograms; 1 when absent', example: '1.5' }),
  cod: amountField.optional().meta({ description: 'Cash on delivery, gross; computed from the order when absent' }),
  insured_value: amountField.optional(),
  observation: z.string().max(255).optional(),
  sender_address_id: z.string().min(1).max(50).optional(),
  is_oversize: z.boolean().optional(),
  pickup_and_return: z.boolean().optional(),
  saturday_delivery: z.boolean().optional(),
  sameday_delivery: z.boolean().optional(),
  dropoff_locker: z.boolean().optional(),
  unboxing: z.boolean().optional(),
  force: z.boolean().optional().meta({ description: 'A further AWB for an order that has one; needs `reason`' }),
  reason: z.string().trim().min(1).max(500).optional(),
};

const awbRequest = z.strictObject({ account_type: accountTypeField, ...awbParameters });
export type AwbParameters = Omit<z.output<typeof awbRequest>, 'account_type'>;

export const generateAwbBody = awbRequest.optional().meta({ id: 'AwbRequest' });

export const resolveAwbBody = z
  .union([
    z.strictObject({
      account_type: accountTypeField,
      awb_number: z.string().regex(/^(?=.*[0-9])[0-9A-Za-z._-]{3,64}$/, 'an AWB number'),
    }),
    z.strictObject({
      account_type: accountTypeField,
      none_exists: z.literal(true),
      reason: z.string().trim().min(1).max(500),
    }),
  ])
  .meta({ id: 'AwbResolution' });

export const awbSchema = z
  .object({
    order_id: z.string(),
    account_type: z.string(),
    awb_number: z.string().nullable(),
    reservation_id: z.string().nullable(),
    barcodes: z.array(z.string()),
    courier_account_id: z.string().nullable(),
    courier_name: z.string().nullable(),
    parcels: z.int().nullable(),
    envelopes: z.int().nullable(),
    weight: z.string().nullable(),
    cod: z.string().nullable(),
    currency: z.string().nullable().meta({ description: 'Of the order, and so of `cod`' }),
    status: z.enum(['requested', 'generated', 'refused', 'in_doubt']),
    marketplace_status: z.object({ code: z.string(), name: z.string(), description: z.string() }).nullable(),
    delivery_state: z
      .enum(DELIVERY_STATES)
      .nullable()
      .meta({ description: 'Where the parcel is, as far as the marketplace told; null while there is no AWB' }),
    emag_ids: z.array(z.string()).meta({ description: 'The marketplace’s ids of the parcels' }),
    issued_at: z.iso.datetime().nullable(),
    is_manual: z.boolean().meta({ description: 'The number was entered by hand' }),
    operation_id: z.string().nullable(),
    requested_at: z.iso.datetime().nullable().optional(),
    code: z.string().nullable().optional().meta({ description: 'Why there is none' }),
    text: z.string().nullable().optional(),
  })
  .meta({ id: 'Awb' });

export const trackedAwbSchema = awbSchema
  .extend({
    is_current: z.boolean().optional().meta({ description: 'False: the status is the last one that we were told' }),
  })
  .meta({ id: 'TrackedAwb' });

export const courierSchema = z
  .object({
    account_type: z.string(),
    account_id: z.string(),
    account_display_name: z.string(),
    courier_name: z.string(),
    courier_account_type: z.int(),
    courier_account_properties: z.array(z.int()),
    pickup_country: z.string().nullable(),
    created_at: z.string().nullable(),
    status: z.int().meta({ description: '1 active, 0 inactive' }),
    is_active: z.boolean(),
  })
  .meta({ id: 'CourierAccount' });

export const couriersSchema = z.object({
  couriers: z.array(courierSchema),
  count: z.int(),
  unavailable: z
    .array(z.object({ account_type: z.string(), code: z.string(), detail: z.string() }))
    .meta({ description: 'Accounts that could not be asked' }),
});
