import { z } from 'zod';
import { orderKeyOf } from '../accounts.js';
import { runMarketplaceCommand } from '../commands.js';
import { checkReachable } from '../documentUrl.js';
import { currentOrder } from '../orderAnswers.js';
import { orderIdParam } from '../params.js';
import { route, type Route } from '../route.js';
import { accepted } from '../schemas/operations.js';
import { attachDocumentBody, orderSchema, withOperation } from '../schemas/orders.js';

const DEFAULT_NAME = 'Factura';

export const attachmentRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/emag/orders/{order_id}/invoice',
    tag: 'Orders',
    summary: 'Attach a PDF that was made elsewhere',
    description:
      'The marketplace fetches the PDF from the link and shows it to the customer; for orders of both fulfilment ' +
      'types. A link that the order shows already calls nothing.',
    access: ['admin', 'operator'],
    honoursIfMatch: true,
    params: z.strictObject({ order_id: orderIdParam }),
    body: attachDocumentBody,
    responses: { 200: { description: 'The order', schema: withOperation(orderSchema) }, 202: accepted },
    problems: [
      'account-unknown',
      'order-unknown',
      'account-ambiguous',
      'attachment-in-progress',
      'request-impossible',
      'marketplace-refused',
    ],
    handler: async (context, deps) => {
      const { account_type, invoice_url: url, invoice_name } = context.body;
      const key = await orderKeyOf(deps, context.params.order_id, account_type);
      const { info } = await deps.marketplace.account(key.account);
      checkReachable(url, info.baseUrl, '/invoice_url');
      return runMarketplaceCommand(context, deps, {
        issue: (command) => deps.orders.attachDocument(key, { url, name: invoice_name ?? DEFAULT_NAME }, command),
        reads: ['order_list'],
        result: async () => {
          const { view, revision } = await currentOrder(deps, key);
          return { object: view, revision };
        },
        created: 200,
      });
    },
  }),
];
