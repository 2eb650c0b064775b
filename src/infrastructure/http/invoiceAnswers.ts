import { z } from 'zod';
import type { InvoicePreview } from '../../application/services.js';
import { vatRateText } from '../../domain/money/money.js';
import { orderStream } from '../../domain/order/orderEvents.js';
import type { OrderKey } from '../../domain/order/orderFacts.js';
import { invoiceView } from '../../projections/orderList/orderView.js';
import type { CommandResult } from './commands.js';
import type { HttpDeps } from './httpDeps.js';
import { HttpProblem } from './problems.js';
import { projectionParked } from './readModelWait.js';

/** The read model's invoice: what it knows of the marketplace is whether our link was taken. */
const storedInvoice = z.looseObject({
  number: z.string(),
  marketplace_state: z.string(),
  marketplace_code: z.string().nullable(),
  marketplace_text: z.string().nullable(),
});

const ofOrder = z.looseObject({ account_type: z.string(), order_id: z.string() });

type StoredInvoice = z.output<typeof storedInvoice>;

export const invoicePdfPath = (number: string): string => `/api/v1/invoices/${number}/pdf`;

/** Adds what only the door knows: where the PDF is, and whether the marketplace came for it. */
const complete = (
  { marketplace_state, marketplace_code, marketplace_text, ...invoice }: StoredInvoice,
  fetchedAt: string | undefined,
  publicUrl: string,
) => {
  const isRefused = marketplace_state === 'refused';
  const state = fetchedAt !== undefined ? 'fetched' : isRefused ? 'not_fetched' : 'pending';
  return {
    ...invoice,
    pdf_url: `${publicUrl}${invoicePdfPath(invoice.number)}`,
    marketplace_state: state,
    marketplace_reason: state === 'not_fetched' ? marketplace_code : null,
    marketplace_text: state === 'not_fetched' ? marketplace_text : null,
    fetched_at: fetchedAt ?? null,
  };
};

/** Invoices as the contract shapes them, from what the read model holds. */
export const completeInvoices = async (
  { invoiceFetches, settings }: Pick<HttpDeps, 'invoiceFetches' | 'settings'>,
  rows: readonly unknown[],
) => {
  const invoices = rows.map((row) => storedInvoice.parse(row));
  const fetches = await invoiceFetches(invoices.map(({ number }) => number));
  return invoices.map((invoice) => complete(invoice, fetches.get(invoice.number), settings.publicUrl()));
};

/** The order's invoice as the answer of a command. */
export const invoiceResult = async (deps: HttpDeps, key: OrderKey): Promise<CommandResult> => {
  const [record] = await deps.orderQueries.byId(key.orderId, key.account);
  if (!record) throw new HttpProblem('order-unknown', `There is no order ${key.orderId}`);
  if (record.isParked) throw projectionParked(orderStream(key));
  const { invoice } = record.order;
  if (!invoice) throw new HttpProblem('invoice-unknown', `Order ${key.orderId} has no invoice`);
  const [object = {}] = await completeInvoices(deps, [invoiceView(key, invoice, record.order)]);
  return { object, revision: record.revision };
};

/** The account and order of an invoice or storno. @throws HttpProblem `invoice-unknown` */
export const orderOfInvoice = async (
  { invoiceQueries }: Pick<HttpDeps, 'invoiceQueries'>,
  number: string,
): Promise<OrderKey> => {
  const stored = await invoiceQueries.byNumber(number);
  if (stored === null) throw new HttpProblem('invoice-unknown', `There is no invoice ${number}`);
  const { account_type, order_id } = ofOrder.parse(JSON.parse(stored));
  return { account: account_type, orderId: order_id };
};

/** The storno that an operation brought about, as the answer of a command. */
export const stornoResult = async (
  deps: HttpDeps,
  key: OrderKey,
  operationId: string | null,
): Promise<CommandResult> => {
  const [record] = await deps.orderQueries.byId(key.orderId, key.account);
  if (!record) throw new HttpProblem('order-unknown', `There is no order ${key.orderId}`);
  if (record.isParked) throw projectionParked(orderStream(key));
  const { order, revision } = record;
  const storno = order.stornos.find((one) => one.operationId === operationId);
  if (!storno) throw new HttpProblem('invoice-unknown', `Order ${key.orderId} has no such storno`);
  const [object = {}] = await completeInvoices(deps, [invoiceView(key, storno, order)]);
  return { object, revision };
};

/** What an invoice says, or would say, of seller, customer, lines and totals. */
export const invoiceData = ({ seller, buyer, ...preview }: InvoicePreview) => ({
  invoice_data: {
    number: preview.number,
    series: preview.series,
    issued_at: preview.issuedAt,
    seller: {
      name: seller.name,
      fiscal_code: seller.fiscalCode,
      registration: seller.registration,
      address: seller.address,
      city: seller.city,
      county: seller.county,
      postcode: seller.postcode,
      country: seller.country,
      iban: seller.iban,
      contact: seller.contact,
      phone: seller.phone,
    },
    customer: {
      name: buyer.name,
      fiscal_code: buyer.fiscalCode,
      registration_number: buyer.registrationNumber,
      address: buyer.address,
      city: buyer.city,
      county: buyer.county,
      postcode: buyer.postcode,
      country: buyer.country,
      is_company: preview.isCompany,
    },
    lines: preview.lines.map((line) => ({
      kind: line.kind,
      description: line.description,
      sku: line.sku,
      quantity: line.quantity,
      unit: line.unit,
      unit_price_net: line.unitPriceNet,
      vat_rate: vatRateText(line.vatRate),
      net: line.net,
      vat: line.vat,
      gross: line.gross,
    })),
    vat_by_rate: preview.vatByRate.map(({ vatRate, net, vat, gross }) => ({
      vat_rate: vatRateText(vatRate),
      net,
      vat,
      gross,
    })),
    total_net: preview.totalNet,
    total_vat: preview.totalVat,
    total_gross: preview.totalGross,
    currency: preview.currency,
    payment_method: preview.paymentMethod,
  },
});
