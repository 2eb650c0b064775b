import { z } from 'zod';
import {
  PICKUP_METHODS,
  RETURN_STATUSES,
  RETURN_WISHES,
  type ReturnStatus,
} from '../../../domain/returns/returnRequest.js';
import { RETURN_SORTS } from '../../../projections/returns/returnQueries.js';
import { listFields } from '../lists.js';
import { accountTypeField, repeatedQuery } from '../params.js';
import { dayOrTimeField } from '../period.js';

const numbers = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** The marketplace's number of the status, or its name. */
const statusField = z
  .enum([...numbers, ...RETURN_STATUSES])
  .transform(
    (value): ReturnStatus => RETURN_STATUSES.find((name, index) => value === name || value === numbers[index]) ?? 'new',
  );

export const returnListQuery = z.strictObject({
  account_type: accountTypeField,
  status: repeatedQuery(
    statusField,
    '1 incomplete, 2 new, 3 acknowledged, 4 refused, 5 canceled, 6 received, 7 finalized; the names are taken too',
  ).optional(),
  order_id: z
    .string()
    .regex(/^[0-9]{1,20}$/)
    .optional()
    .meta({ description: 'Returns of this order' }),
  from: dayOrTimeField('First day or time of the request').optional(),
  to: dayOrTimeField('Last day or time of the request, inclusive').optional(),
  ...listFields(RETURN_SORTS),
});

const text = z.string().nullable();

export const returnSchema = z
  .object({
    id: z.string(),
    return_id: z.string(),
    account_type: z.string(),
    order_id: z.string(),
    type: z.int(),
    status: z.int(),
    status_name: z.enum(RETURN_STATUSES),
    requested_at: z.iso.datetime(),
    return_type: z.enum(RETURN_WISHES).nullable().meta({ description: 'What the customer wants instead' }),
    return_reason: text.meta({ description: 'The marketplace’s number of the reason' }),
    pickup_method: z.enum(PICKUP_METHODS).nullable(),
    return_tax_gross: text.meta({ description: 'Shipping of refused products, VAT included' }),
    reservation_ids: z.array(z.string()),
    customer_name: z.string(),
    customer_company: text,
    customer_phone: z.string(),
    observations: text,
    pickup_address: z.object({
      country: z.string(),
      county: z.string(),
      city: z.string(),
      street: z.string(),
      postcode: z.string(),
    }),
    products: z.array(
      z.object({
        line_id: text,
        product_id: text.meta({ description: 'The seller’s own offer id' }),
        name: z.string(),
        quantity: z.int(),
        return_reason: text,
        refund_value: text,
      }),
    ),
    last_synced_at: z.iso.datetime(),
  })
  .meta({ id: 'Return' });
