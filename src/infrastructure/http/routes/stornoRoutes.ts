import { z } from 'zod';
import type { StornoLine } from '../../../domain/order/reversing.js';
import { accountsOf } from '../accounts.js';
import { runMarketplaceCommand } from '../commands.js';
import { orderOfInvoice, stornoResult } from '../invoiceAnswers.js';
import { invoiceNumberParam } from '../params.js';
import { HttpProblem } from '../problems.js';
import { route, type Route } from '../route.js';
import { invoiceSchema, stornoBody } from '../schemas/invoices.js';
import { accepted } from '../schemas/operations.js';
import { withOperation } from '../schemas/orders.js';

type Body = NonNullable<z.output<typeof stornoBody>>;

const linesOf = (lines: NonNullable<Body['lines']>): StornoLine[] =>
  lines.map((line) =>
    'line_id' in line ? { lineId: line.line_id, quantity: line.quantity } : { sku: line.sku, quantity: line.quantity },
  );

export const stornoRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/invoices/{number}/storno',
    tag: 'Invoices',
    summary: 'Take an issued invoice back, wholly or in part',
    description:
      'Issues a storno in the series of the invoice and attaches it at the marketplace. Deposits go back with their ' +
      'pieces, vouchers in the proportion of the goods; without `lines` all that is left goes back. The storno is a ' +
      'document: what happens to the order itself, `PUT /emag/orders/{order_id}/status` says.',
    access: ['admin', 'operator'],
    honoursIfMatch: true,
    params: z.strictObject({ number: invoiceNumberParam }),
    body: stornoBody,
    responses: { 201: { description: 'The storno', schema: withOperation(invoiceSchema) }, 202: accepted },
    problems: [
      'account-unknown',
      'invoice-unknown',
      'invoice-not-reversible',
      'storno-exists',
      'storno-in-progress',
      'storno-exceeds-invoice',
      'line-unknown',
    ],
    handler: async (context, deps) => {
      const { account_type, lines, shipping, reason } = context.body ?? {};
      const { number } = context.params;
      const [asked] = (await accountsOf(deps, account_type)) ?? [];
      const key = await orderOfInvoice(deps, number);
      if (asked !== undefined && asked !== key.account) {
        throw new HttpProblem('invoice-unknown', `Account ${asked} has no invoice ${number}`);
      }
      const request = {
        stornoOf: number,
        lines: lines === undefined ? null : linesOf(lines),
        shipping: shipping ?? false,
        reason: reason ?? null,
      };
      return runMarketplaceCommand(context, deps, {
        issue: (command) => deps.orders.requestStorno(key, request, command),
        reads: ['order_list'],
        result: (operationId) => stornoResult(deps, key, operationId),
        created: 201,
      });
    },
  }),
];
