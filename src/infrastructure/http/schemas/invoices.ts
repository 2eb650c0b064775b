import { z } from 'zod';
import { accountTypeField } from '../params.js';
import { sellerSchema } from './settings.js';

const amount = z.string().regex(/^-?\d+\.\d{2}$/);

const vatTotal = z.object({ vat_rate: z.string(), net: amount, vat: amount, gross: amount }).meta({ id: 'VatTotal' });

export const generateInvoiceBody = z
  .strictObject({
    account_type: accountTypeField,
    invoice_url: z
      .url({ protocol: /^https?$/ })
      .max(1_000)
      .optional()
      .meta({ description: 'Link to give to the marketplace in place of ours; the invoice stays ours' }),
  })
  .optional()
  .meta({ id: 'InvoiceRequest' });

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
  storno_of: z.string().nullable(),
  storno_number: z.string().nullable(),
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
