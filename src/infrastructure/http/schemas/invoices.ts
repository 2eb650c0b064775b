import { z } from 'zod';
import { documentUrlField } from '../documentUrl.js';
import { accountTypeField, idField } from '../params.js';
import { sellerSchema } from './settings.js';

const amount = z.string().regex(/^-?\d+\.\d{2}$/);

const vatTotal = z.object({ vat_rate: z.string(), net: amount, vat: amount, gross: amount }).meta({ id: 'VatTotal' });

export const generateInvoiceBody = z
  .strictObject({
    account_type: accountTypeField,
    invoice_url: documentUrlField
      .optional()
      .meta({ description: 'Link to give to the marketplace in place of ours; the invoice stays ours' }),
  })
  .optional()
  .meta({ id: 'InvoiceRequest' });

const pieces = z.int().min(1).max(1_000_000).meta({ description: 'Pieces that go back' });

export const stornoBody = z
  .strictObject({
    account_type: accountTypeField,
    lines: z
      .array(
        z.union([
          z.strictObject({ line_id: idField, quantity: pieces }),
          z.strictObject({ sku: z.string().min(1).max(100), quantity: pieces }),
        ]),
      )
      .min(1)
      .max(500)
      .optional()
      .meta({
        description: 'By the order’s line (`products[].id`) or by SKU; absent: all that is left, shipping included',
      }),
    shipping: z.boolean().optional().meta({ description: 'With `lines`: take the shipping charge back as well' }),
    reason: z.string().trim().min(1).max(500).optional().meta({ description: 'Printed on the storno' }),
  })
  .optional()
  .meta({ id: 'StornoRequest' });

const invoiceFields = {
  number: z.string(),
  series: z.string(),
  order_id: z.string(),
  account_type: z.string(),
  issued_at: z.iso.datetime(),
  total_net: amount,
  total_vat: amount,
  total_gross: amount,
  vat_by_rate: z.array(vatTotal),
  currency: z.string(),
  sha256: z.string().nullable(),
  marketplace_text: z
    .string()
    .nullable()
    .meta({ description: 'The marketplace’s own words, when it refused the link' }),
  attached_url: z.string().nullable(),
  attached_at: z.iso.datetime().nullable(),
  storno_of: z.string().nullable().meta({ description: 'On a storno: the invoice that it takes back' }),
  storno_number: z.string().nullable().meta({ description: 'On an invoice: its latest storno' }),
  storno_state: z.enum(['none', 'partial', 'full']).meta({ description: 'How much of the invoice was taken back' }),
  operation_id: z.string().nullable(),
};

/** The invoice of an order's own page: whether our link was taken. Whether it was followed, `GET /invoices` tells. */
export const storedInvoiceSchema = z
  .object({
    ...invoiceFields,
    marketplace_state: z.enum(['pending', 'attached', 'refused']),
    marketplace_code: z.string().nullable(),
  })
  .meta({ id: 'OrderInvoice' });

export const invoiceSchema = z
  .object({
    ...invoiceFields,
    pdf_url: z.string(),
    marketplace_state: z.enum(['pending', 'fetched', 'not_fetched']),
    marketplace_reason: z.string().nullable().meta({ description: 'Why it was not fetched' }),
    fetched_at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Invoice' });

export const invoiceDataSchema = z
  .object({
    invoice_data: z.object({
      number: z.string().nullable(),
      series: z.string(),
      issued_at: z.iso.datetime().nullable(),
      seller: sellerSchema,
      customer: z.object({
        name: z.string(),
        fiscal_code: z.string(),
        registration_number: z.string(),
        address: z.string(),
        city: z.string(),
        county: z.string(),
        postcode: z.string(),
        country: z.string(),
        is_company: z.boolean(),
      }),
      lines: z.array(
        z.object({
          kind: z.enum(['product', 'deposit', 'shipping', 'voucher']),
          description: z.string(),
          sku: z.string().nullable(),
          quantity: z.int(),
          unit: z.string(),
          unit_price_net: z.string().meta({ description: 'Net, four decimals' }),
          vat_rate: z.string().meta({ description: 'Fraction, `0.21`' }),
          net: amount,
          vat: amount,
          gross: amount,
        }),
      ),
      vat_by_rate: z.array(vatTotal),
      total_net: amount,
      total_vat: amount,
      total_gross: amount,
      currency: z.string(),
      payment_method: z.enum(['cash_on_delivery', 'bank_transfer', 'card']).nullable(),
    }),
  })
  .meta({ id: 'InvoiceData' });
