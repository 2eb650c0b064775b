import { ROLES } from '../../identity/principal.js';
import { accountsOf } from '../accounts.js';
import { listAnswer, listRequestOf, listSchema } from '../lists.js';
import { periodOf } from '../period.js';
import { route, type Route } from '../route.js';
import { returnListQuery, returnSchema } from '../schemas/returns.js';

export const returnRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/returns',
    tag: 'Returns',
    summary: 'Requests of customers to return products, newest first',
    description: 'Read from the marketplace after the order syncs, at most every few minutes.',
    access: ROLES,
    query: returnListQuery,
    reads: ['returns'],
    responses: { 200: { description: 'A page', schema: listSchema('items', returnSchema) } },
    problems: ['account-unknown', 'period-impossible'],
    handler: async ({ query, url }, deps) => {
      const request = listRequestOf(query);
      const accounts = await accountsOf(deps, query.account_type);
      const page = await deps.returnQueries.list(
        {
          ...(accounts && { accounts }),
          ...(query.status && { statuses: query.status }),
          ...(query.order_id !== undefined && { orderId: query.order_id }),
          ...periodOf(query.from, query.to),
        },
        request,
      );
      return listAnswer(page, { key: 'items', url, request });
    },
  }),
];
