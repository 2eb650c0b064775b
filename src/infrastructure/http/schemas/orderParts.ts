import { z } from 'zod';
import { pictureUrlField } from '../params.js';

const amount = z.string().regex(/^-?\d+\.\d{2}$/);
const unitPrice = z.string().regex(/^-?\d+\.\d{4}$/);
const rate = z.string().meta({ description: 'Fraction, `0.21`' });
const time = z.iso.datetime();

export const addressSchema = z
  .object({
    name: z.string(),
    phone: z.string(),
    country: z.string(),
    county: z.string(),
    city: z.string(),
    locality_id: z.string().nullable(),
    street: z.string(),
    postcode: z.string(),
  })
  .meta({ id: 'PostalAddress' });

const lineFields = {
  id: z.string().meta({ description: 'The marketplace’s line id' }),
  sku: z.string().nullable(),
  name: z.string(),
  quantity: z.int(),
  is_active: z.boolean().meta({ description: 'False: the line was cancelled and counts nothing' }),
  part_number_key: z.string().nullable(),
};

export const listedLineSchema = z.object(lineFields).meta({ id: 'ListedLine' });

export const lineSchema = z
  .object({
    ...lineFields,
    product_id: z.string().nullable(),
    part_number: z.string().nullable(),
    picture_url: pictureUrlField.meta({ description: 'Path of the picture on this server, of the offer as it is now' }),
    initial_quantity: z.int().nullable(),
    storno_quantity: z.int().nullable(),
    unit_price_net: unitPrice,
    unit_price_gross: amount,
    original_price_net: unitPrice.nullable(),
    vat_rate: rate,
    total_net: amount,
    total_vat: amount,
    total_gross: amount,
    currency: z.string(),
    deposits: z.array(
      z.object({
        name: z.string(),
        quantity: z.number(),
        unit_price_net: unitPrice,
        vat_rate: rate,
        total_gross: amount,
      }),
    ),
    vouchers: z.array(
      z.object({
        id: z.string(),
        name: z.string().nullable(),
        amount_net: amount,
        amount_vat: amount,
        offered_by: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'OrderLine', description: 'A line with its prices, net and gross' });

export const amountsSchema = z
  .object({
    lines_net: amount,
    lines_vat: amount,
    lines_gross: amount,
    deposits: amount,
    shipping: amount,
    vouchers: amount,
    total: amount,
    cod: amount.meta({ description: 'To collect on delivery; 0.00 when it is paid otherwise' }),
  })
  .meta({ id: 'OrderAmounts' });

export const wishSchema = z
  .object({
    state: z.enum(['none', 'queued', 'running', 'in_doubt', 'succeeded', 'failed']),
    operation_id: z.string().nullable(),
    since: time.nullable(),
    code: z.string().nullable(),
    text: z.string().nullable(),
  })
  .meta({ id: 'Wish', description: 'How far the last wish of a kind has come' });

export const customerSchema = z
  .object({
    name: z.string(),
    company: z.string(),
    email: z.string(),
    phone: z.string(),
    fiscal_code: z.string(),
    registration_number: z.string(),
    is_company: z.boolean(),
    is_vat_payer: z.boolean(),
  })
  .meta({ id: 'OrderCustomer' });

export const voucherSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  amount_net: amount,
  amount_vat: amount,
  amount,
});

export const lockerSchema = z.object({ id: z.string(), name: z.string() });
export const attachmentSchema = z.object({ name: z.string().nullable(), url: z.string(), type: z.int() });
