import { z } from 'zod';
import { accountParam, orderIdParam } from '../params.js';

const STATUSES = ['inactive', 'active', 'end_of_life'] as const;

export const offerPath = z.object({
  account: accountParam,
  id: orderIdParam.meta({
    ...orderIdParam.meta(),
    description: "The seller's own id of the offer, or a row's `id` with the account before it",
    example: '501234',
  }),
});

/** Any decimal: what the marketplace could not take is a rule's refusal, not a wrong shape. */
const price = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^-?[0-9]{1,10}(?:\.[0-9]{1,10})?$/, 'a price such as "139.6694"'))
  .meta({
    type: 'string',
    description: 'Net of VAT, in the currency of the offer, at most four decimals, within its limits',
    example: '139.6694',
  });

/** 0 inactive, 1 active, 2 end of life; the names are taken too. */
const status = z
  .union([z.int().min(0).max(2), z.enum(STATUSES)])
  .transform((value) => (typeof value === 'number' ? (STATUSES[value] ?? 'active') : value))
  .meta({ description: '0 inactive, 1 active, 2 end of life, or the name' });

export const offerPatch = z
  .strictObject({
    price_net: price.optional(),
    stock: z.int().optional().meta({ description: 'Pieces in stock, 0 to 65535; not for goods that eMAG stores' }),
    status: status.optional(),
  })
  .refine((body) => Object.values(body).some((value) => value !== undefined), 'names nothing to change')
  .meta({ id: 'OfferChange' });
