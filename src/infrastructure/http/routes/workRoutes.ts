import { z } from 'zod';
import type { OperationKind } from '../../../domain/operation/operation.js';
import { syncRunView } from '../../../projections/syncRuns/syncRunView.js';
import { ROLES } from '../../identity/principal.js';
import { accountsOf } from '../accounts.js';
import { ok, positionHeaders } from '../answer.js';
import { commandContextOf, operationPath } from '../commands.js';
import { listAnswer, listFields, listRequestOf, listSchema } from '../lists.js';
import { operationOf, operationRow } from '../operationAnswers.js';
import { accountTypeField, repeatedQuery, uuidParam } from '../params.js';
import { HttpProblem } from '../problems.js';
import { route, type Route } from '../route.js';
import { operationSchema, operationStates } from '../schemas/operations.js';
import { syncRunSchema } from '../schemas/syncRuns.js';

const TAG = 'Work';
const stoppedSchema = z.object({
  sync_run_id: z.string(),
  operation_id: z.string().nullable(),
  state: z.enum(operationStates),
});

/** A run's state in the words of operations. */
const OPERATION_STATES = {
  unknown: 'queued',
  requested: 'queued',
  running: 'running',
  completed: 'succeeded',
  failed: 'failed',
  cancelled: 'cancelled',
} as const;

const idPath = z.strictObject({ id: uuidParam });
const phases = ['requested', 'running', 'completed', 'failed', 'cancelled'] as const;
const kinds = [
  'bulk_acknowledge_orders',
  'bulk_generate_awbs',
  'bulk_generate_invoices',
  'acknowledge_order',
  'change_order_status',
  'generate_awb',
  'generate_invoice',
  'issue_storno',
  'attach_document',
  'change_offer',
  'sync_orders',
  'sync_offers',
] as const satisfies readonly OperationKind[];

const operationListQuery = z.strictObject({
  kind: repeatedQuery(z.enum(kinds), 'Kind of operation').optional(),
  state: repeatedQuery(z.enum(operationStates), 'State').optional(),
  account_type: accountTypeField,
  order_id: z
    .string()
    .regex(/^[0-9]{1,20}$/)
    .optional(),
  part_of: z.uuid().optional().meta({ description: 'The items of this bulk operation' }),
  ...listFields(['created_at']),
});

const runListQuery = z.strictObject({
  account_type: accountTypeField,
  kind: repeatedQuery(z.enum(['orders', 'offers']), 'What was synced').optional(),
  status: repeatedQuery(z.enum(phases), 'State of the run').optional(),
  ...listFields(['requested_at']),
});

export const workRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/operations',
    tag: TAG,
    summary: 'Operations, newest first, without their results',
    description:
      'Items of a bulk are left out unless `part_of` or `order_id` asks for them. `q` finds an order, AWB, invoice or operation by its number, in bulks as well.',
    access: ROLES,
    query: operationListQuery,
    reads: ['operations'],
    responses: { 200: { description: 'A page of operations', schema: listSchema('items', operationSchema) } },
    problems: ['account-unknown'],
    handler: async ({ query, url }, deps) => {
      const [account] = (await accountsOf(deps, query.account_type)) ?? [];
      const request = listRequestOf(query);
      const { operations, ...page } = await deps.operationQueries.list(
        {
          ...(query.kind && { kinds: query.kind }),
          ...(query.state && { states: query.state }),
          ...(account !== undefined && { account }),
          ...(query.order_id !== undefined && { orderId: query.order_id }),
          ...(query.part_of !== undefined && { partOf: query.part_of }),
        },
        request,
      );
      return listAnswer(
        { ...page, items: operations.map((operation) => JSON.stringify(operationRow(operation))) },
        { key: 'items', url, request },
      );
    },
  }),
  route({
    method: 'get',
    path: '/operations/{id}',
    tag: TAG,
    summary: 'One operation with its result or error',
    access: ROLES,
    description: 'The result of a bulk holds every item that has ended so far; `result=none` leaves it out.',
    params: idPath,
    query: z.strictObject({ result: z.enum(['full', 'none']).optional().meta({ description: '`full` when absent' }) }),
    reads: ['operations'],
    responses: { 200: { description: 'The operation', schema: operationSchema } },
    problems: ['operation-unknown'],
    handler: async ({ params, query }, deps) => ok(await operationOf(deps, params.id, query.result !== 'none')),
  }),
  route({
    method: 'get',
    path: '/emag/sync-runs',
    tag: TAG,
    summary: 'Sync runs, newest first',
    access: ROLES,
    query: runListQuery,
    reads: ['sync_runs'],
    responses: { 200: { description: 'A page of runs', schema: listSchema('items', syncRunSchema) } },
    problems: ['account-unknown'],
    handler: async ({ query, url }, deps) => {
      const accounts = await accountsOf(deps, query.account_type);
      const request = listRequestOf(query);
      const { runs, ...page } = await deps.syncRunQueries.list(
        {
          ...(accounts && { accounts }),
          ...(query.kind && { kinds: query.kind }),
          ...(query.status && { phases: query.status }),
        },
        request,
      );
      const now = deps.clock.now();
      return listAnswer(
        { ...page, items: runs.map((run) => JSON.stringify(syncRunView(run, now))) },
        { key: 'items', url, request },
      );
    },
  }),
  route({
    method: 'get',
    path: '/emag/sync-runs/{id}',
    tag: TAG,
    summary: 'One sync run',
    access: ROLES,
    params: idPath,
    reads: ['sync_runs'],
    responses: { 200: { description: 'The run', schema: syncRunSchema } },
    problems: ['sync-run-unknown'],
    handler: async ({ params }, deps) => {
      const run = await deps.syncRunQueries.byId(params.id);
      if (!run) throw new HttpProblem('sync-run-unknown', `There is no sync run ${params.id}`);
      return ok(syncRunView(run, deps.clock.now()));
    },
  }),
  route({
    method: 'delete',
    path: '/emag/sync-runs/{id}',
    tag: TAG,
    summary: 'Stop a sync run',
    description: 'What was read stays. A run that is over stays as it is.',
    access: ['admin', 'operator'],
    honoursIfMatch: true,
    params: idPath,
    responses: {
      200: { description: 'The run was over already', schema: stoppedSchema },
      202: { description: 'The run stops at its next page', schema: stoppedSchema },
    },
    problems: ['sync-run-unknown'],
    handler: async (context, deps) => {
      const { id } = context.params;
      const receipt = await deps.sync.cancel(id, commandContextOf(context));
      const phase = (await deps.syncRunQueries.byId(id))?.phase ?? 'requested';
      const state = OPERATION_STATES[phase];
      return {
        status: state === 'queued' || state === 'running' ? 202 : 200,
        headers: {
          ...(receipt.operationId !== null && { location: operationPath(receipt.operationId) }),
          ...positionHeaders(receipt),
        },
        body: { sync_run_id: id, operation_id: receipt.operationId, state },
      };
    },
  }),
];
