import { z } from 'zod';
import type { SalesGroup, SalesReportQuery, SalesSort } from '../../../projections/orderList/salesQueries.js';
import { ROLES } from '../../identity/principal.js';
import { accountsOf } from '../accounts.js';
import { attentionPage } from '../attentionList.js';
import type { Answer } from '../answer.js';
import type { HttpDeps } from '../httpDeps.js';
import { listAnswer, listRequestOf, listSchema, shortListAnswer, listFields, type ListInput } from '../lists.js';
import { offsetPage, sliceOf } from '../offsetPages.js';
import { orderSummaryOf, salesReportOf } from '../orderFigures.js';
import { reportNameParam } from '../params.js';
import { periodOf } from '../period.js';
import { HttpProblem } from '../problems.js';
import { route, type RequestFacts, type Route } from '../route.js';
import {
  attentionListQuery,
  attentionSchema,
  customerListQuery,
  customerSchema,
  orderSummaryQuery,
  orderSummaryRowSchema,
  productReportQuery,
  salesReportQuery,
  salesRowSchema,
} from '../schemas/selling.js';

const TAG = 'Reports';

interface RangeInput {
  readonly account_type?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const rangeOf = async ({ account_type, from, to }: RangeInput, deps: HttpDeps) => {
  const accounts = await accountsOf(deps, account_type);
  periodOf(from, to);
  return {
    ...(accounts && { accounts }),
    ...(from !== undefined && { fromDay: from }),
    ...(to !== undefined && { toDay: to }),
  };
};

interface SalesDefaults {
  readonly groupBy: SalesGroup;
  readonly sort: SalesSort;
  readonly order: 'asc' | 'desc';
  readonly onlyReturned?: boolean;
}

/** A report of sums by group: the same columns whatever is summed together. */
const salesAnswer = async (
  query: RangeInput & ListInput<SalesSort>,
  { url, minPosition }: Pick<RequestFacts, 'url' | 'minPosition'>,
  deps: HttpDeps,
  { groupBy, sort, order, onlyReturned }: SalesDefaults,
): Promise<Answer> => {
  const request = listRequestOf(query);
  const slice = sliceOf(request);
  const asked: SalesReportQuery = {
    ...(await rangeOf(query, deps)),
    groupBy,
    sort: query.sort ?? sort,
    order: query.order ?? (query.sort === undefined || query.sort === sort ? order : 'desc'),
    ...(query.q !== undefined && { q: query.q }),
    ...(onlyReturned && { onlyReturned }),
    ...slice,
  };
  const { items, total } = await salesReportOf(deps, asked, minPosition);
  return listAnswer(offsetPage(slice, items, { total }), { key: 'items', url, request });
};

const BY_TIME: readonly SalesGroup[] = ['day', 'week', 'month'];

const REPORTS = [
  { name: 'sales', title: 'Sales by day, week, month, account, category or product' },
  { name: 'order-summary', title: 'Orders by account, status and currency' },
  { name: 'customers', title: 'Customers by spend' },
  { name: 'returns', title: 'What came back, by the day of the order' },
  { name: 'top-products', title: 'Products by sales' },
  { name: 'needs-attention', title: 'Work that waits for a person' },
] as const;

const salesResponses = { 200: { description: 'A page of sums', schema: listSchema('items', salesRowSchema) } };
const rangeProblems = ['account-unknown', 'period-impossible'] as const;

export const reportRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/reports',
    tag: TAG,
    summary: 'The reports that there are',
    access: ROLES,
    query: z.strictObject(listFields(['name', 'title'])),
    responses: {
      200: {
        description: 'Names for `/reports/{name}`',
        schema: listSchema('items', z.object({ name: z.string(), title: z.string() })),
      },
    },
    handler: ({ query, url }) => shortListAnswer(REPORTS, query, url),
  }),
  route({
    method: 'get',
    path: '/reports/sales',
    tag: TAG,
    summary: 'Sales per currency by day, week, month, account, category or product',
    description:
      "Orders that were neither cancelled nor returned, by the day of the order in Europe/Bucharest. By category and product only lines count, without shipping, deposits and vouchers; the category is that of the account's offer of the same SKU now, otherwise `unknown`.",
    access: ROLES,
    query: salesReportQuery,
    reads: ['order_list', 'offers'],
    responses: salesResponses,
    problems: rangeProblems,
    handler: ({ query, ...facts }, deps) => {
      const groupBy = query.group_by ?? 'day';
      const isByTime = BY_TIME.includes(groupBy) || groupBy === 'account';
      return salesAnswer(query, facts, deps, {
        groupBy,
        sort: isByTime ? 'group' : 'gross',
        order: isByTime ? 'asc' : 'desc',
      });
    },
  }),
  route({
    method: 'get',
    path: '/reports/returns',
    tag: TAG,
    summary: 'What came back, per currency',
    access: ROLES,
    query: salesReportQuery,
    reads: ['order_list', 'offers'],
    responses: salesResponses,
    problems: rangeProblems,
    handler: ({ query, ...facts }, deps) => {
      const groupBy = query.group_by ?? 'month';
      const isByTime = BY_TIME.includes(groupBy);
      return salesAnswer(query, facts, deps, {
        groupBy,
        sort: isByTime ? 'group' : 'returned',
        order: isByTime ? 'asc' : 'desc',
        onlyReturned: true,
      });
    },
  }),
  route({
    method: 'get',
    path: '/reports/top-products',
    tag: TAG,
    summary: 'Products by sales, per currency',
    access: ROLES,
    query: productReportQuery,
    reads: ['order_list'],
    responses: salesResponses,
    problems: rangeProblems,
    handler: ({ query, ...facts }, deps) =>
      salesAnswer(query, facts, deps, { groupBy: 'product', sort: 'gross', order: 'desc' }),
  }),
  route({
    method: 'get',
    path: '/reports/order-summary',
    tag: TAG,
    summary: 'All orders of a period by account, status and currency',
    access: ROLES,
    query: orderSummaryQuery,
    reads: ['order_list'],
    responses: { 200: { description: 'A page of sums', schema: listSchema('items', orderSummaryRowSchema) } },
    problems: rangeProblems,
    handler: async ({ query, url, minPosition }, deps) => {
      const rows = await orderSummaryOf(deps, await rangeOf(query, deps), minPosition);
      const { sort, order, q } = query;
      const found = rows.filter(
        ({ account_type, status_name }) =>
          q === undefined || `${account_type} ${status_name}`.includes(q.toLowerCase()),
      );
      if (sort !== undefined) found.sort((a, b) => (a[sort] < b[sort] ? -1 : Number(a[sort] > b[sort])));
      if (order === 'desc') found.reverse();
      const request = listRequestOf(query);
      const slice = sliceOf(request);
      const items = found.slice(slice.offset, slice.offset + slice.limit);
      return listAnswer(offsetPage(slice, items, { total: found.length }), { key: 'items', url, request });
    },
  }),
  route({
    method: 'get',
    path: '/reports/customers',
    tag: TAG,
    summary: 'Customers, those who spent most first',
    access: ROLES,
    query: customerListQuery,
    reads: ['order_list'],
    responses: { 200: { description: 'A page of customers', schema: listSchema('items', customerSchema) } },
    problems: ['account-unknown'],
    handler: async ({ query, url }, deps) => {
      const [account = null] = (await accountsOf(deps, query.account_type)) ?? [];
      const request = listRequestOf({ ...query, sort: query.sort ?? 'spend' });
      const filter = {
        account,
        ...(query.tier && { tiers: query.tier }),
        ...(query.has_returns !== undefined && { hasReturns: query.has_returns }),
      };
      return listAnswer(await deps.customers.list(filter, request), { key: 'items', url, request });
    },
  }),
  route({
    method: 'get',
    path: '/reports/needs-attention',
    tag: TAG,
    summary: 'Work that waits for a person, most urgent first',
    access: ROLES,
    query: attentionListQuery,
    reads: ['order_list'],
    responses: { 200: { description: 'A page of work', schema: listSchema('items', attentionSchema) } },
    problems: ['account-unknown'],
    handler: async ({ query, url, user }, deps) => {
      const accounts = await accountsOf(deps, query.account_type);
      const request = listRequestOf(query);
      const asked = { accountType: query.account_type, accounts, kinds: query.kind, q: query.q, user };
      return listAnswer(await attentionPage(deps, asked, request), { key: 'items', url, request });
    },
  }),
  route({
    method: 'get',
    path: '/reports/{name}',
    tag: TAG,
    summary: 'A report that there is not',
    description: 'Every other name than those above.',
    access: ROLES,
    params: z.strictObject({ name: reportNameParam }),
    query: z.looseObject({}),
    responses: {},
    problems: ['report-unknown'],
    handler: ({ params }) => {
      const names = REPORTS.map(({ name }) => name).join(', ');
      throw new HttpProblem('report-unknown', `There is no report ${params.name}; there are ${names}`);
    },
  }),
];
