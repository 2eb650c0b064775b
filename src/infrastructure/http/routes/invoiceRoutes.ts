import { z } from 'zod';
import { ROLES } from '../../identity/principal.js';
import { accountsOf, orderKeyOf } from '../accounts.js';
import { ok } from '../answer.js';
import { runMarketplaceCommand } from '../commands.js';
import { checkReachable } from '../documentUrl.js';
import { completeInvoices, invoiceData, invoiceResult } from '../invoiceAnswers.js';
import { listAnswer, listFields, listRequestOf, listSchema } from '../lists.js';
import { accountTypeField, booleanQuery, invoiceNumberParam, orderIdParam } from '../params.js';
import { dayOrTimeField, periodOf } from '../period.js';
import { HttpProblem } from '../problems.js';
import { route, type Route } from '../route.js';
import { generateInvoiceBody, invoiceDataSchema, invoiceSchema } from '../schemas/invoices.js';
import { accepted } from '../schemas/operations.js';
import { withOperation } from '../schemas/orders.js';

const TAG = 'Invoices';
const orderPath = z.strictObject({ order_id: orderIdParam });
const numberPath = z.strictObject({ number: invoiceNumberParam });

const unknown = (number: string): HttpProblem => new HttpProblem('invoice-unknown', `There is no invoice ${number}`);

const invoiceListQuery = z.strictObject({
  account_type: accountTypeField,
  series: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,20}$/)
    .optional(),
  storno: booleanQuery('Only stornos, or only invoices').optional(),
  from: dayOrTimeField('Issued from').optional(),
  to: dayOrTimeField('Issued to, inclusive').optional(),
  ...listFields(['issued_at', 'number']),
});

export const invoiceRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/emag/phase2/invoice/{order_id}/data',
    tag: TAG,
    summary: 'What the invoice of an order says, or would say now',
    access: ROLES,
    params: orderPath,
    query: z.strictObject({ account_type: accountTypeField }),
    reads: ['order_list'],
    responses: { 200: { description: 'Seller, customer, lines and totals', schema: invoiceDataSchema } },
    problems: ['account-unknown', 'order-unknown', 'account-ambiguous', 'seller-incomplete'],
    handler: async ({ params, query }, deps) => {
      const key = await orderKeyOf(deps, params.order_id, query.account_type);
      return ok(invoiceData(await deps.orders.invoicePreview(key)));
    },
  }),
  route({
    method: 'post',
    path: '/emag/phase2/invoice/{order_id}/generate',
    tag: TAG,
    summary: 'Issue the invoice of an order and attach it at the marketplace',
    description: 'Asking again answers the same invoice.',
    access: ['admin', 'operator'],
    honoursIfMatch: true,
    params: orderPath,
    body: generateInvoiceBody,
    responses: {
      200: { description: 'The invoice that there was already', schema: withOperation(invoiceSchema) },
      201: { description: 'The invoice', schema: withOperation(invoiceSchema) },
      202: accepted,
    },
    problems: [
      'account-unknown',
      'order-unknown',
      'account-ambiguous',
      'order-not-invoiceable',
      'invoice-series-changed',
      'request-impossible',
      'seller-incomplete',
    ],
    handler: async (context, deps) => {
      const key = await orderKeyOf(deps, context.params.order_id, context.body?.account_type);
      const url = context.body?.invoice_url;
      checkReachable(url, (await deps.marketplace.account(key.account)).info.baseUrl, '/invoice_url');
      return runMarketplaceCommand(context, deps, {
        issue: (command) => deps.orders.requestInvoice(key, { invoiceUrl: url ?? null }, command),
        reads: ['order_list'],
        result: () => invoiceResult(deps, key),
        created: 201,
      });
    },
  }),
  route({
    method: 'get',
    path: '/invoices',
    tag: TAG,
    summary: 'Issued invoices',
    access: ROLES,
    query: invoiceListQuery,
    reads: ['order_list'],
    responses: { 200: { description: 'A page of invoices', schema: listSchema('items', invoiceSchema) } },
    problems: ['account-unknown', 'period-impossible'],
    handler: async ({ query, url }, deps) => {
      const accounts = await accountsOf(deps, query.account_type);
      const request = listRequestOf(query);
      const page = await deps.invoiceQueries.list(
        {
          ...(accounts && { accounts }),
          ...(query.series !== undefined && { series: query.series }),
          ...(query.storno !== undefined && { storno: query.storno }),
          ...periodOf(query.from, query.to),
        },
        request,
      );
      const invoices = await completeInvoices(
        deps,
        page.items.map((item): unknown => JSON.parse(item)),
      );
      return listAnswer(
        { ...page, items: invoices.map((invoice) => JSON.stringify(invoice)) },
        { key: 'items', url, request },
      );
    },
  }),
  route({
    method: 'get',
    path: '/invoices/{number}',
    tag: TAG,
    summary: 'One invoice',
    access: ROLES,
    params: numberPath,
    reads: ['order_list'],
    responses: { 200: { description: 'The invoice', schema: invoiceSchema } },
    problems: ['invoice-unknown'],
    handler: async ({ params }, deps) => {
      const stored = await deps.invoiceQueries.byNumber(params.number);
      if (stored === null) throw unknown(params.number);
      const [invoice = {}] = await completeInvoices(deps, [JSON.parse(stored)]);
      return ok(invoice);
    },
  }),
  route({
    method: 'get',
    path: '/invoices/{number}/pdf',
    tag: TAG,
    summary: 'The PDF of an invoice, as it was issued',
    access: ROLES,
    params: numberPath,
    responses: { 200: { description: 'The PDF', contentType: 'application/pdf' } },
    problems: ['invoice-unknown'],
    handler: async ({ params }, deps) => {
      const file = await deps.invoiceFiles.byNumber(params.number);
      if (!file) throw unknown(params.number);
      return {
        status: 200,
        headers: {
          'content-disposition': `inline; filename="${file.number}.pdf"`,
          digest: `sha-256=${Buffer.from(file.sha256, 'hex').toString('base64')}`,
        },
        body: file.bytes,
        contentType: 'application/pdf',
      };
    },
  }),
];
