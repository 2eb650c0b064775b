import { z } from 'zod';
import { isCancellationReason } from '../../emag/cancellationReasons.js';
import { ROLES } from '../../identity/principal.js';
import type { OrderKey } from '../../../domain/order/orderFacts.js';
import type { ListRequest } from '../../../projections/listPage.js';
import type { OrderFilter, OrderSort } from '../../../projections/orderList/orderQueries.js';
import { accountKeysOf, accountsOf, orderKeyOf } from '../accounts.js';
import { ok, positionHeaders } from '../answer.js';
import { commandContextOf, runMarketplaceCommand, type CommandResult } from '../commands.js';
import type { HttpDeps } from '../httpDeps.js';
import { listAnswer, listRequestOf, listSchema } from '../lists.js';
import { summaryOf } from '../orderFigures.js';
import { currentOrder, orderAtMoment, orderHistoryOf } from '../orderAnswers.js';
import { orderIdParam } from '../params.js';
import { periodOf, timeField } from '../period.js';
import { HttpProblem } from '../problems.js';
import { route, type Route } from '../route.js';
import { accepted } from '../schemas/operations.js';
import {
  accountBody,
  historySchema,
  orderListQuery,
  orderQuery,
  orderRowSchema,
  orderSchema,
  orderSyncBody,
  statisticsQuery,
  statisticsSchema,
  statusBody,
  withOperation,
} from '../schemas/orders.js';
import { syncAccepted, syncAcceptedSchema } from '../syncAccepted.js';

const TAG = 'Orders';
const orderPath = z.strictObject({ order_id: orderIdParam });
const operators = ['admin', 'operator'] as const;

/** The order as the answer of a command: what the row says at the position of the fact. */
export const orderResult = async (key: OrderKey, deps: HttpDeps): Promise<CommandResult> => {
  const { view, revision } = await currentOrder(deps, key);
  return { object: view, revision };
};

const orderFilterOf = async (query: z.output<typeof orderListQuery>, deps: HttpDeps): Promise<OrderFilter> => {
  const accounts = await accountsOf(deps, query.account_type);
  const statuses = [...(query.status ?? []), ...(query.status_filter ?? [])];
  const { to: shipBy } = periodOf(undefined, query.ship_by);
  return {
    ...(accounts && { accounts }),
    ...(statuses.length > 0 && { statuses: [...new Set(statuses)] }),
    ...periodOf(query.from, query.to),
    ...(shipBy !== undefined && { shipBy }),
    ...(query.payment_method && { paymentMethods: query.payment_method }),
    ...(query.delivery_mode && { deliveryModes: query.delivery_mode }),
    ...(query.has_awb !== undefined && { hasAwb: query.has_awb }),
    ...(query.has_invoice !== undefined && { hasInvoice: query.has_invoice }),
    ...(query.acknowledged !== undefined && { acknowledged: query.acknowledged }),
    ...(query.type !== undefined && { fulfilment: query.type }),
  };
};

/** An order's own id is searched by the marketplace's half: the account is no word of the order. */
const searchedText = async (typed: string, deps: HttpDeps): Promise<string> => {
  const [, account, orderId] = /^([a-z0-9_]{1,24})-([0-9]{1,20})$/.exec(typed) ?? [];
  if (orderId === undefined) return typed;
  return (await deps.marketplace.accounts()).some(({ key }) => key === account) ? orderId : typed;
};

const listRoute = (path: string, summary: string): Route =>
  route({
    method: 'get',
    path,
    tag: TAG,
    summary,
    access: ROLES,
    query: orderListQuery,
    reads: ['order_list'],
    responses: { 200: { description: 'A page of orders', schema: listSchema('orders', orderRowSchema) } },
    problems: ['account-unknown', 'period-impossible'],
    handler: async ({ query, url }, deps) => {
      const q = query.q === undefined ? undefined : await searchedText(query.q, deps);
      const request: ListRequest<OrderSort> = listRequestOf({ ...query, q });
      const page = await deps.orderQueries.list(await orderFilterOf(query, deps), request);
      return listAnswer(page, { key: 'orders', url, request });
    },
  });

const momentOf = (query: z.output<typeof orderQuery>) => {
  if (query.as_of !== undefined && query.revision !== undefined) {
    throw new HttpProblem('validation-failed', 'as_of and revision exclude each other', {
      errors: [{ parameter: 'revision', detail: 'cannot be given beside as_of' }],
    });
  }
  if (query.revision !== undefined) return { revision: BigInt(query.revision) };
  if (query.as_of === undefined) return undefined;
  const time = timeField.safeParse(query.as_of);
  if (time.success) return { asOf: time.data };
  throw new HttpProblem('validation-failed', 'as_of: must be a time with its zone', {
    errors: [{ parameter: 'as_of', detail: 'must be a time such as 2026-03-01T10:00:00Z' }],
  });
};

const DAY_MS = 86_400_000;

/** The sync's options, told apart from what makes no sense together. */
const syncOptionsOf = (body: z.output<typeof orderSyncBody>, now: Date) => {
  const { sync_mode, days_back, start_date, end_date, status_filter, max_pages, auto_acknowledge } = body ?? {};
  const mode = sync_mode ?? (start_date !== undefined || days_back !== undefined ? 'historical' : 'incremental');
  if (mode !== 'historical' && (start_date !== undefined || end_date !== undefined)) {
    throw new HttpProblem('request-impossible', 'start_date and end_date belong to sync_mode historical', {
      errors: [{ pointer: '/start_date', detail: 'needs sync_mode historical' }],
    });
  }
  if (mode === 'historical' && start_date === undefined && days_back === undefined) {
    throw new HttpProblem('request-impossible', 'A historical sync needs start_date or days_back', {
      errors: [{ pointer: '/start_date', detail: 'is needed' }],
    });
  }
  const { from, to } = periodOf(start_date, end_date, { from: 'start_date', to: 'end_date' });
  const since = days_back === undefined ? null : new Date(now.getTime() - days_back * DAY_MS).toISOString();
  return {
    mode,
    from: from ?? since,
    to: to ?? (mode === 'historical' ? now.toISOString() : null),
    statuses: status_filter === undefined ? null : [status_filter].flat(),
    maxPages: max_pages ?? null,
    includeInactive: true,
    ...(auto_acknowledge && { autoAcknowledge: true }),
  } as const;
};

export const orderRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/emag/orders/sync',
    tag: TAG,
    summary: 'Read orders from the marketplace',
    access: operators,
    body: orderSyncBody,
    responses: { 202: { description: 'The sync is queued', schema: syncAcceptedSchema } },
    problems: ['account-unknown', 'sync-running', 'request-impossible', 'period-impossible'],
    handler: async (context, deps) => {
      const { body } = context;
      const { operationId, runs, position } = await deps.sync.request(
        {
          kind: 'orders',
          accounts: await accountKeysOf(deps, body?.account_type),
          options: syncOptionsOf(body, deps.clock.now()),
          trigger: 'user',
        },
        commandContextOf(context),
      );
      return syncAccepted(operationId, runs, position);
    },
  }),
  listRoute('/emag/orders/list', 'Orders, filtered, searched and sorted'),
  listRoute('/emag/orders/all', 'The same as /emag/orders/list'),
  route({
    method: 'get',
    path: '/emag/orders/statistics/summary',
    tag: TAG,
    summary: 'Numbers of orders and sales',
    access: ROLES,
    query: statisticsQuery,
    reads: ['order_list'],
    responses: { 200: { description: 'Figures of the period', schema: statisticsSchema } },
    problems: ['account-unknown', 'period-impossible'],
    handler: async ({ query, minPosition }, deps) => {
      const accounts = await accountsOf(deps, query.account_type);
      periodOf(query.from, query.to);
      const range = {
        ...(accounts && { accounts }),
        ...(query.from !== undefined && { fromDay: query.from }),
        ...(query.to !== undefined && { toDay: query.to }),
      };
      return ok(await summaryOf(deps, range, minPosition));
    },
  }),
  route({
    method: 'get',
    path: '/emag/orders/{order_id}',
    tag: TAG,
    summary: 'One order, as it is or as it was',
    access: ROLES,
    params: orderPath,
    query: orderQuery,
    reads: ['order_list'],
    responses: { 200: { description: 'The order', schema: orderSchema } },
    problems: ['account-unknown', 'order-unknown', 'account-ambiguous', 'projection-parked'],
    handler: async ({ params, query }, deps) => {
      const key = await orderKeyOf(deps, params.order_id, query.account_type);
      const moment = momentOf(query);
      if (moment) {
        const { view, revision } = await orderAtMoment(deps, key, moment);
        return ok(view, positionHeaders({ revision }));
      }
      const { view, revision, position } = await currentOrder(deps, key);
      return ok(view, positionHeaders({ revision, position }));
    },
  }),
  route({
    method: 'get',
    path: '/emag/orders/{order_id}/history',
    tag: TAG,
    summary: 'Every event of an order',
    access: ROLES,
    params: orderPath,
    query: z.strictObject({ account_type: orderListQuery.shape.account_type }),
    reads: ['order_list'],
    responses: { 200: { description: 'The whole history, oldest first', schema: historySchema } },
    problems: ['account-unknown', 'order-unknown', 'account-ambiguous'],
    handler: async ({ params, query }, deps) => {
      const key = await orderKeyOf(deps, params.order_id, query.account_type);
      return ok(await orderHistoryOf(deps, key));
    },
  }),
  route({
    method: 'post',
    path: '/emag/orders/{order_id}/acknowledge',
    tag: TAG,
    summary: 'Acknowledge a new order at the marketplace',
    access: operators,
    honoursIfMatch: true,
    params: orderPath,
    body: accountBody,
    responses: {
      200: { description: 'The order', schema: withOperation(orderSchema) },
      202: accepted,
    },
    problems: [
      'account-unknown',
      'order-unknown',
      'account-ambiguous',
      'order-not-acknowledgeable',
      'marketplace-refused',
    ],
    handler: async (context, deps) => {
      const key = await orderKeyOf(deps, context.params.order_id, context.body?.account_type);
      return runMarketplaceCommand(context, deps, {
        issue: (command) => deps.orders.acknowledge(key, command),
        reads: ['order_list'],
        result: () => orderResult(key, deps),
        created: 200,
      });
    },
  }),
  route({
    method: 'put',
    path: '/emag/orders/{order_id}/status',
    tag: TAG,
    summary: 'Move an order to another status at the marketplace',
    access: operators,
    honoursIfMatch: true,
    params: orderPath,
    body: statusBody,
    responses: {
      200: { description: 'The order', schema: withOperation(orderSchema) },
      202: accepted,
    },
    problems: [
      'account-unknown',
      'order-unknown',
      'account-ambiguous',
      'status-not-allowed',
      'status-change-in-progress',
      'cancellation-reason-missing',
      'storno-not-allowed',
      'line-unknown',
      'request-impossible',
      'marketplace-refused',
    ],
    handler: async (context, deps) => {
      const { body } = context;
      const key = await orderKeyOf(deps, context.params.order_id, body.account_type);
      if (body.reason_cancellation !== undefined && !isCancellationReason(body.reason_cancellation)) {
        throw new HttpProblem(
          'request-impossible',
          `There is no reason ${body.reason_cancellation} for a cancellation`,
          {
            errors: [{ pointer: '/reason_cancellation', detail: 'is no reason that the marketplace knows' }],
          },
        );
      }
      const wish = {
        newStatus: body.new_status,
        reasonCancellation: body.reason_cancellation ?? null,
        lines: body.products?.map(({ id, quantity }) => ({ lineId: id, quantity })) ?? null,
        isStorno: body.is_storno ?? false,
      };
      return runMarketplaceCommand(context, deps, {
        issue: (command) => deps.orders.changeStatus(key, wish, command),
        reads: ['order_list'],
        result: () => orderResult(key, deps),
        created: 200,
      });
    },
  }),
];
