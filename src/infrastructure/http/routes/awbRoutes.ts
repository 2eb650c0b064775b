import { z } from 'zod';
import { MarketplaceError } from '../../../application/ports/marketplace.js';
import { DELIVERY_STATES, deliveryStateOf } from '../../../projections/orderList/orderView.js';
import { ROLES } from '../../identity/principal.js';
import { accountKeysOf, accountsOf, orderKeyOf } from '../accounts.js';
import { ok, positionHeaders } from '../answer.js';
import { awbResult, storedAwbOf } from '../awbAnswers.js';
import { commandContextOf, runMarketplaceCommand } from '../commands.js';
import { listAnswer, listFields, listRequestOf, listSchema } from '../lists.js';
import { accountTypeField, awbNumberParam, orderIdParam, repeatedQuery } from '../params.js';
import { dayOrTimeField, periodOf } from '../period.js';
import { HttpProblem } from '../problems.js';
import { waitForPosition } from '../readModelWait.js';
import { route, type Route } from '../route.js';
import { accepted } from '../schemas/operations.js';
import { withOperation } from '../schemas/orders.js';
import { callContext, checkShipment, couriersOf, inTime, parcelOf } from '../shipmentRequest.js';
import { awbSchema, couriersSchema, generateAwbBody, resolveAwbBody, trackedAwbSchema } from '../schemas/shipping.js';

const TAG = 'Shipping';
const operators = ['admin', 'operator'] as const;
const orderPath = z.strictObject({ order_id: orderIdParam });
const awbPath = z.strictObject({ awb_number: awbNumberParam });
const accountQuery = z.strictObject({ account_type: accountTypeField });

const awbListQuery = z.strictObject({
  account_type: accountTypeField,
  status: repeatedQuery(z.enum(['requested', 'generated', 'refused', 'in_doubt']), 'State of the AWB').optional(),
  delivery_state: repeatedQuery(z.enum(DELIVERY_STATES), 'Where the parcel is, as far as it is known').optional(),
  from: dayOrTimeField('Issued from').optional(),
  to: dayOrTimeField('Issued to, inclusive').optional(),
  ...listFields(['issued_at']),
});

export const awbRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/emag/phase2/awb/couriers',
    tag: TAG,
    summary: 'Courier accounts',
    description: 'Kept for an hour. Without `account_type` an account that cannot be asked is named, not fatal.',
    access: ROLES,
    query: accountQuery,
    responses: { 200: { description: 'Courier accounts', schema: couriersSchema } },
    problems: ['account-unknown', 'marketplace-refused', 'marketplace-timeout', 'marketplace-unavailable'],
    handler: async ({ query, ...facts }, deps) => {
      const accounts = await accountKeysOf(deps, query.account_type);
      const asked = await Promise.allSettled(accounts.map((account) => couriersOf(account, callContext(facts), deps)));
      const failures = asked.flatMap((one, index) => {
        if (one.status === 'fulfilled') return [];
        const reason: unknown = one.reason;
        if (accounts.length === 1 || !(reason instanceof MarketplaceError)) throw reason;
        return [{ account_type: accounts[index] ?? '', code: reason.code, detail: reason.message }];
      });
      const couriers = asked.flatMap((one, index) =>
        one.status === 'rejected'
          ? []
          : one.value.map((courier) => ({
              account_type: accounts[index] ?? '',
              account_id: courier.accountId,
              account_display_name: courier.displayName,
              courier_name: courier.courierName,
              courier_account_type: courier.type,
              courier_account_properties: courier.properties,
              pickup_country: courier.pickupCountry,
              created_at: courier.createdAt,
              status: courier.isActive ? 1 : 0,
              is_active: courier.isActive,
            })),
      );
      return ok({ couriers, count: couriers.length, unavailable: failures });
    },
  }),
  route({
    method: 'post',
    path: '/emag/phase2/awb/{order_id}/generate',
    tag: TAG,
    summary: 'Issue an AWB at the marketplace',
    description: 'Sender, receiver, locker and cash on delivery are composed from the order and the settings.',
    access: operators,
    honoursIfMatch: true,
    params: orderPath,
    body: generateAwbBody,
    responses: { 201: { description: 'The AWB', schema: withOperation(awbSchema) }, 202: accepted },
    problems: [
      'account-unknown',
      'order-unknown',
      'account-ambiguous',
      'order-not-shippable',
      'awb-exists',
      'awb-in-progress',
      'awb-in-doubt',
      'awb-not-allowed',
      'courier-not-allowed',
      'force-needs-reason',
      'courier-unknown',
      'address-unknown',
      'seller-incomplete',
      'request-impossible',
      'marketplace-refused',
    ],
    handler: async (context, deps) => {
      const body = context.body ?? {};
      const key = await orderKeyOf(deps, context.params.order_id, body.account_type);
      const parcel = parcelOf(body);
      if ((parcel.parcels ?? 1) + (parcel.envelopes ?? 0) === 0) {
        throw new HttpProblem('request-impossible', 'A shipment needs a parcel or an envelope', {
          errors: [{ pointer: '/parcels', detail: 'must be 1 or more when there is no envelope' }],
        });
      }
      await checkShipment(key.account, parcel, context, deps);
      return runMarketplaceCommand(context, deps, {
        issue: (command) =>
          deps.orders.requestAwb(key, { parcel, force: body.force ?? false, reason: body.reason ?? null }, command),
        reads: ['order_list'],
        result: (operationId) => awbResult(deps, key, operationId),
        created: 201,
      });
    },
  }),
  route({
    method: 'post',
    path: '/emag/phase2/awb/{order_id}/resolve',
    tag: TAG,
    summary: 'Settle an AWB that is in doubt',
    description: 'Either the number that the marketplace shows, or that none exists and how you know.',
    access: operators,
    honoursIfMatch: true,
    params: orderPath,
    body: resolveAwbBody,
    responses: { 200: { description: 'The AWB as it is settled', schema: withOperation(awbSchema) } },
    problems: ['account-unknown', 'order-unknown', 'account-ambiguous', 'awb-not-in-doubt'],
    handler: async (context, deps) => {
      const { body } = context;
      const key = await orderKeyOf(deps, context.params.order_id, body.account_type);
      const resolution =
        'awb_number' in body ? { awbNumber: body.awb_number } : { noneExists: body.none_exists, reason: body.reason };
      const receipt = await deps.orders.resolveAwb(key, resolution, commandContextOf(context));
      await waitForPosition(deps, ['order_list'], receipt.position);
      const { object } = await awbResult(deps, key, receipt.operationId);
      return ok({ ...object, operation_id: receipt.operationId }, positionHeaders(receipt));
    },
  }),
  route({
    method: 'get',
    path: '/emag/phase2/awb/{awb_number}',
    tag: TAG,
    summary: 'An AWB, with what the marketplace says of it now',
    access: ROLES,
    params: awbPath,
    query: accountQuery,
    reads: ['order_list'],
    responses: { 200: { description: 'The AWB', schema: trackedAwbSchema } },
    problems: ['account-unknown', 'awb-unknown', 'account-ambiguous'],
    handler: async ({ params, query, ...facts }, deps) => {
      const [account] = (await accountsOf(deps, query.account_type)) ?? [];
      const stored = await storedAwbOf(deps, params.awb_number, account ?? null);
      const [emagId] = stored.emag_ids ?? [];
      if (emagId === undefined && stored.reservation_id === null) return ok(stored);
      const reading = await inTime(async (signal) => {
        const port = await deps.marketplace.account(stored.account_type);
        return port.readAwb(
          { reservationId: stored.reservation_id, emagId: emagId ?? null },
          { ...callContext(facts, signal), orderId: stored.order_id },
        );
      });
      return ok({
        ...stored,
        ...(reading?.status && {
          marketplace_status: reading.status,
          delivery_state:
            stored.delivery_state === 'returned' ? 'returned' : deliveryStateOf(reading.status, undefined),
        }),
        is_current: reading !== null,
      });
    },
  }),
  route({
    method: 'get',
    path: '/awbs',
    tag: TAG,
    summary: 'AWBs and the wishes for them',
    access: ROLES,
    query: awbListQuery,
    reads: ['order_list'],
    responses: { 200: { description: 'A page of AWBs', schema: listSchema('items', awbSchema) } },
    problems: ['account-unknown', 'period-impossible'],
    handler: async ({ query, url }, deps) => {
      const accounts = await accountsOf(deps, query.account_type);
      const request = listRequestOf(query);
      const page = await deps.awbQueries.list(
        {
          ...(accounts && { accounts }),
          ...(query.status && { statuses: query.status }),
          ...(query.delivery_state && { deliveryStates: query.delivery_state }),
          ...periodOf(query.from, query.to),
        },
        request,
      );
      return listAnswer(page, { key: 'items', url, request });
    },
  }),
];
