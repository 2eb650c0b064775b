import { z } from 'zod';
import type { CustomerFilter } from '../../../projections/orderList/customerQueries.js';
import { ROLES } from '../../identity/principal.js';
import { accountsOf } from '../accounts.js';
import { ok } from '../answer.js';
import { attentionCounts, attentionPage } from '../attentionList.js';
import { dashboardOf } from '../dashboard.js';
import { listAnswer, listRequestOf, listSchema } from '../lists.js';
import { customerIdParam } from '../params.js';
import { HttpProblem } from '../problems.js';
import { route, type Route } from '../route.js';
import { orderRowSchema } from '../schemas/orders.js';
import {
  attentionCountsSchema,
  attentionListQuery,
  attentionSchema,
  customerListQuery,
  customerMembers,
  customerQuery,
  customerSchema,
  dashboardQuery,
  dashboardSchema,
} from '../schemas/selling.js';

const TAG = 'Selling';

const storedCustomer = z.looseObject({ id: z.string() });

export const sellingRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/dashboard',
    tag: TAG,
    summary: 'What needs somebody now, the month against the last, and how things stand',
    description:
      'Days are those of Europe/Bucharest; amounts of different currencies stand beside each other. This month so far is compared with the same days of the month before.',
    access: ROLES,
    query: dashboardQuery,
    reads: ['order_list', 'offers', 'sync_runs'],
    responses: { 200: { description: 'The figures', schema: dashboardSchema } },
    problems: ['account-unknown'],
    handler: async ({ query, user, minPosition }, deps) =>
      ok(await dashboardOf(deps, query.account_type, user, minPosition)),
  }),
  route({
    method: 'get',
    path: '/customers',
    tag: TAG,
    summary: "Customers by the marketplace's id, latest buyers first",
    description:
      'With `account_type` the figures are of that account alone. Sorted by `spend` in the currency that most of their orders are in. `q` finds beginnings of names, the end of a phone number, mail addresses and ids.',
    access: ROLES,
    query: customerListQuery,
    reads: ['order_list'],
    responses: { 200: { description: 'A page of customers', schema: listSchema('items', customerSchema) } },
    problems: ['account-unknown'],
    handler: async ({ query, url }, deps) => {
      const [account = null] = (await accountsOf(deps, query.account_type)) ?? [];
      const filter: CustomerFilter = {
        account,
        ...(query.tier && { tiers: query.tier }),
        ...(query.has_returns !== undefined && { hasReturns: query.has_returns }),
      };
      const request = listRequestOf(query);
      return listAnswer(await deps.customers.list(filter, request), { key: 'items', url, request });
    },
  }),
  route({
    method: 'get',
    path: '/customers/{customer_id}',
    tag: TAG,
    summary: 'One customer with their orders, newest first',
    access: ROLES,
    params: z.strictObject({ customer_id: customerIdParam }),
    query: customerQuery,
    reads: ['order_list'],
    responses: {
      200: {
        description: 'The customer; `items` are their orders',
        schema: listSchema('items', orderRowSchema, 'total', customerMembers),
      },
    },
    problems: ['account-unknown', 'customer-unknown'],
    handler: async ({ params, query, url }, deps) => {
      const [account = null] = (await accountsOf(deps, query.account_type)) ?? [];
      const request = listRequestOf(query);
      const [customer, orders] = await Promise.all([
        deps.customers.byId(params.customer_id, account),
        deps.customers.orders(params.customer_id, account, request),
      ]);
      if (customer === null) {
        throw new HttpProblem('customer-unknown', `There is no customer ${params.customer_id}`);
      }
      return listAnswer(orders, { key: 'items', url, request, more: storedCustomer.parse(JSON.parse(customer)) });
    },
  }),
  route({
    method: 'get',
    path: '/needs-attention',
    tag: TAG,
    summary: 'Work that waits for a person, most urgent first, with the next act on each',
    description:
      'In doubt comes first, then what is late, then trouble of accounts, then what was refused. `counts` tells how much there is of each kind, whatever the list is filtered by. Parked events are shown to admins.',
    access: ROLES,
    query: attentionListQuery,
    reads: ['order_list'],
    responses: {
      200: {
        description: 'A page of work',
        schema: listSchema('items', attentionSchema, 'total', attentionCountsSchema),
      },
    },
    problems: ['account-unknown'],
    handler: async ({ query, url, user }, deps) => {
      const accounts = await accountsOf(deps, query.account_type);
      const asked = { accountType: query.account_type, accounts, kinds: query.kind, q: query.q, user };
      const request = listRequestOf(query);
      const [page, counts] = await Promise.all([attentionPage(deps, asked, request), attentionCounts(deps, asked)]);
      return listAnswer(page, { key: 'items', url, request, more: { counts } });
    },
  }),
];
