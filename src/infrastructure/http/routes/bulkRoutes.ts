import { z } from 'zod';
import { requireSender } from '../../../application/order/awbInputs.js';
import { requireSeller } from '../../../application/order/invoiceInputs.js';
import type { BulkReceipt } from '../../../application/services.js';
import { RuleViolation } from '../../../domain/decider.js';
import type { BulkItem } from '../../../domain/operation/bulk.js';
import { isFinal, type BulkKind } from '../../../domain/operation/operation.js';
import { positionHeaders, type Answer } from '../answer.js';
import { bulkItemsOf, checkShipments } from '../bulkItems.js';
import { commandContextOf, operationPath } from '../commands.js';
import type { HttpDeps } from '../httpDeps.js';
import { uuidParam } from '../params.js';
import { HttpProblem } from '../problems.js';
import { route, type RequestFacts, type ResponseSpec, type Route } from '../route.js';
import { bulkAwbsBody, bulkOrdersBody } from '../schemas/bulk.js';
import { acceptedSchema } from '../schemas/operations.js';
import { parcelOf } from '../shipmentRequest.js';

const operators = ['admin', 'operator'] as const;
const idPath = z.strictObject({ id: uuidParam });

/** Below the log's largest append, with room for what surrounds the items. */
const MAX_LIST_BYTES = 900_000;

const underWay: ResponseSpec = {
  description: 'Under way; `Location` names the operation, whose `result` grows item by item',
  schema: acceptedSchema,
};

const answerOf = (status: 200 | 202, { operationId, state, revision, position }: BulkReceipt): Answer => ({
  status,
  headers: { location: operationPath(operationId), ...positionHeaders({ position, revision }) },
  body: { operation_id: operationId, state },
});

const begin = async (
  kind: BulkKind,
  items: readonly BulkItem[],
  facts: RequestFacts,
  deps: HttpDeps,
): Promise<Answer> => {
  if (Buffer.byteLength(JSON.stringify(items)) > MAX_LIST_BYTES) {
    throw new HttpProblem('body-too-large', 'The list is longer than one operation can keep; send it in parts');
  }
  return answerOf(202, await deps.bulks.request({ kind, items }, commandContextOf(facts)));
};

const asked = (references: readonly string[]) =>
  references.map((reference) => ({ reference, accountType: undefined, awb: null }));

/** A courier account that no account has is a mistake of the whole request, not of its orders. */
const refuseUnknownCourier = (items: readonly BulkItem[]): void => {
  const [first] = items;
  const code = first?.refusal?.code;
  if (code !== 'courier-unknown' || !items.every(({ refusal }) => refusal?.code === code)) return;
  throw new HttpProblem(code, first?.refusal?.text ?? '', {
    errors: [{ pointer: '/courier_account_id', detail: 'is no courier account of this account' }],
  });
};

/** The other operations have no list that could be stopped or taken up again. */
const onBulk = async (id: string, deps: HttpDeps, work: () => Promise<BulkReceipt>): Promise<BulkReceipt> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RuleViolation) || error.code !== 'operation-unknown') throw error;
    const operation = await deps.operationQueries.byId(id);
    if (!operation) throw new HttpProblem('operation-unknown', `There is no operation ${id}`);
    throw new HttpProblem('operation-not-bulk', `Operation ${id} is no bulk operation`);
  }
};

/** Items whose order could not be named are looked up again: it may have come since. */
const lookedUpAgain = async (items: readonly BulkItem[], facts: RequestFacts, deps: HttpDeps) => {
  const again = await bulkItemsOf(
    deps,
    undefined,
    items.map(({ account, orderId, awb }) => ({
      reference: account === null ? orderId : `${account}-${orderId}`,
      accountType: undefined,
      awb,
    })),
  );
  return again.some(({ awb }) => awb !== null) ? checkShipments(again, facts, deps) : again;
};

export const bulkRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/emag/orders/bulk-acknowledge',
    tag: 'Orders',
    summary: 'Acknowledge many orders',
    description: 'Answers at once. An order that cannot be acknowledged is a failed item and never stops the others.',
    access: operators,
    body: bulkOrdersBody,
    responses: { 202: underWay },
    problems: ['account-unknown'],
    handler: async ({ body, ...facts }, deps) =>
      begin('bulk_acknowledge_orders', await bulkItemsOf(deps, body.account_type, asked(body.order_ids)), facts, deps),
  }),
  route({
    method: 'post',
    path: '/emag/phase2/awb/bulk-generate',
    tag: 'Shipping',
    summary: 'Issue AWBs for many orders',
    description: 'Answers at once. Within the marketplace’s limits; what people do meanwhile goes first.',
    access: operators,
    body: bulkAwbsBody,
    responses: { 202: underWay },
    problems: ['account-unknown', 'courier-unknown', 'seller-incomplete', 'body-too-large'],
    handler: async ({ body, ...facts }, deps) => {
      requireSender((await deps.sellerSettings.read()).seller);
      const wanted = body.orders.map(({ order_id: reference, account_type: accountType, ...order }) => ({
        reference,
        accountType,
        awb: {
          parcel: parcelOf({
            ...order,
            courier_account_id: order.courier_account_id ?? body.courier_account_id,
          }),
          force: order.force ?? false,
          reason: order.reason ?? null,
        },
      }));
      const items = await checkShipments(await bulkItemsOf(deps, body.account_type, wanted), facts, deps);
      refuseUnknownCourier(items);
      return begin('bulk_generate_awbs', items, facts, deps);
    },
  }),
  route({
    method: 'post',
    path: '/emag/phase2/invoice/bulk-generate',
    tag: 'Invoices',
    summary: 'Issue the invoices of many orders',
    description: 'Answers at once. An order that has its invoice already brings that one.',
    access: operators,
    body: bulkOrdersBody,
    responses: { 202: underWay },
    problems: ['account-unknown', 'seller-incomplete'],
    handler: async ({ body, ...facts }, deps) => {
      requireSeller((await deps.sellerSettings.read()).seller);
      const items = await bulkItemsOf(deps, body.account_type, asked(body.order_ids));
      return begin('bulk_generate_invoices', items, facts, deps);
    },
  }),
  route({
    method: 'post',
    path: '/operations/{id}/retry-failed',
    tag: 'Work',
    summary: 'Do again what failed, or was not done, of a bulk operation',
    description:
      'A new operation with only those orders. Of an operation that was retried before, what still failed of its last retry. What is in doubt is left alone.',
    access: operators,
    honoursIfMatch: true,
    params: idPath,
    responses: { 202: underWay },
    problems: ['operation-unknown', 'operation-not-bulk', 'operation-running', 'nothing-to-retry'],
    handler: async ({ params, ...facts }, deps) => {
      const receipt = await onBulk(params.id, deps, () =>
        deps.bulks.retryFailed(params.id, (items) => lookedUpAgain(items, facts, deps), commandContextOf(facts)),
      );
      return answerOf(202, receipt);
    },
  }),
  route({
    method: 'delete',
    path: '/operations/{id}',
    tag: 'Work',
    summary: 'Stop a bulk operation',
    description:
      'Orders that are under way come to their end, the others stay as they are; `retry-failed` takes them up again.',
    access: operators,
    honoursIfMatch: true,
    params: idPath,
    responses: {
      200: { description: 'It was over already', schema: acceptedSchema },
      202: { description: 'It ends with what is under way', schema: acceptedSchema },
    },
    problems: ['operation-unknown', 'operation-not-bulk'],
    handler: async ({ params, ...facts }, deps) => {
      const receipt = await onBulk(params.id, deps, () => deps.bulks.stop(params.id, commandContextOf(facts)));
      return answerOf(isFinal(receipt.state) || receipt.state === 'in_doubt' ? 200 : 202, receipt);
    },
  }),
];
