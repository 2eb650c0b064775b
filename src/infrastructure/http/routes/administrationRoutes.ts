import { z } from 'zod';
import { ROLES } from '../../identity/principal.js';
import { accountsOf } from '../accounts.js';
import { ok, positionHeaders } from '../answer.js';
import { auditContextOf } from '../auditing.js';
import type { HealthCheck, ReplayView } from '../httpDeps.js';
import { listAnswer, listFields, listRequestOf, listSchema, rowsAnswer } from '../lists.js';
import { pageOfSlice, sliceOf } from '../offsetPages.js';
import { accountTypeField, booleanQuery, numberParam, repeatedQuery, uuidParam } from '../params.js';
import { dayOrTimeField, periodOf } from '../period.js';
import { HttpProblem } from '../problems.js';
import { route, type Route } from '../route.js';
import { settingsBody, settingsSchema } from '../schemas/settings.js';
import { saveSettings, settingsChange, settingsView } from '../settingsAnswers.js';

const TAG = 'Administration';
const SEVERITIES = ['info', 'warning', 'error'] as const;
const STATUSES = ['ok', 'warning', 'failing', 'unknown'] as const;

const notificationSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    severity: z.enum(SEVERITIES),
    data: z.unknown(),
    created_at: z.iso.datetime(),
    read_at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Notification' });

const parkedSchema = z
  .object({
    id: z.string(),
    projection: z.string(),
    version: z.int(),
    stream: z.string(),
    revision: z.int(),
    position: z.string(),
    event_id: z.string(),
    type: z.string(),
    reason: z.string(),
    parked_at: z.iso.datetime(),
    waiting: z.int().meta({ description: 'Later events of the same stream that wait behind it' }),
  })
  .meta({ id: 'ParkedEvent' });

const replaySchema = z.object({
  outcome: z.enum(['applied', 'failed', 'pending']),
  replayed: z.int(),
  remaining: z.int(),
  error: z.string().nullable(),
});

const callSchema = z
  .looseObject({
    id: z.string(),
    account_type: z.string(),
    route: z.string(),
    order_id: z.string().nullable(),
    correlation_id: z.string().meta({ description: 'The errand that the call belongs to' }),
    started_at: z.iso.datetime(),
    duration_ms: z.int(),
    http_status: z.int().nullable(),
    outcome: z.string(),
  })
  .meta({ id: 'MarketplaceCall' });

const systemSchema = z
  .looseObject({
    version: z.string(),
    time: z.iso.datetime(),
    demonstration: z.boolean(),
    sandbox: z
      .object({
        accounts: z.array(z.string()),
        now: z.iso.datetime().nullable(),
        ends_at_next_start: z.boolean().meta({ description: 'There is a real account by now' }),
      })
      .nullable(),
    demonstration_accounts: z
      .array(z.string())
      .meta({ description: 'Accounts whose demonstration data is in the lists, whether or not the sandbox runs' }),
    engines: z.record(z.string(), z.object({ kind: z.enum(['embedded', 'external']), name: z.string() })),
    urls: z.object({ public: z.string(), api: z.string(), docs: z.string(), openapi: z.string() }),
    projections: z.array(
      z.object({
        name: z.string(),
        version: z.int(),
        position: z.string(),
        lag_events: z.int(),
        lag_seconds: z.number(),
        state: z.string(),
        is_running: z.boolean(),
        parked: z.int(),
      }),
    ),
    checks: z
      .record(z.string(), z.object({ status: z.enum(STATUSES), detail: z.string() }))
      .meta({ description: 'The checks of `/health/ready`, by part' }),
    conditions: z
      .array(z.object({ name: z.string(), status: z.enum(['warning', 'failing', 'unknown']), detail: z.string() }))
      .describe('What people should know of: a full disk, a part that is away, a relay that refuses to publish'),
  })
  .meta({ id: 'SystemInfo' });

/** What is not well, of the checks of `/health/ready`. */
const conditionsOf = (checks: Readonly<Record<string, HealthCheck>>) =>
  Object.entries(checks).flatMap(([name, { status, detail }]) => (status === 'ok' ? [] : [{ name, status, detail }]));

export const administrationRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/settings',
    tag: TAG,
    summary: 'Seller, invoice series and automation',
    access: ROLES,
    responses: { 200: { description: 'The settings', schema: settingsSchema } },
    handler: async (_context, deps) => {
      const settings = await deps.sellerSettings.read();
      return ok(await settingsView(deps, settings), positionHeaders({ revision: settings.revision }));
    },
  }),
  route({
    method: 'patch',
    path: '/settings',
    tag: TAG,
    summary: 'Change settings',
    description: '`If-Match` with the `ETag` of what you read: 412 when somebody else saved since.',
    access: ['admin'],
    honoursIfMatch: true,
    body: settingsBody,
    responses: { 200: { description: 'The settings as they are now', schema: settingsSchema } },
    problems: ['request-impossible'],
    handler: async (context, deps) => {
      const settings = await deps.sellerSettings.read();
      const change = await settingsChange(deps, settings, context.body);
      const { after, headers } = await saveSettings(deps, change, context);
      return ok(after, headers);
    },
  }),
  route({
    method: 'get',
    path: '/system/info',
    tag: TAG,
    summary: 'Version, engines, read models and whether this is demonstration data',
    access: ROLES,
    responses: { 200: { description: 'Facts of this installation', schema: systemSchema } },
    handler: async (_context, deps) => {
      const [engines, projections, sandbox, demonstrationAccounts, checks] = await Promise.all([
        deps.system.engines(),
        deps.system.projections(),
        deps.system.sandbox(),
        deps.demonstration.accounts(),
        deps.health.ready(),
      ]);
      const base = deps.settings.publicUrl();
      return ok({
        version: deps.settings.version,
        time: deps.clock.now().toISOString(),
        demonstration: sandbox !== null,
        sandbox: sandbox && {
          accounts: sandbox.accounts,
          now: sandbox.now,
          ends_at_next_start: sandbox.endsAtNextStart,
        },
        demonstration_accounts: demonstrationAccounts,
        engines,
        urls: { public: base, api: `${base}/api/v1`, docs: `${base}/api/docs`, openapi: `${base}/api/v1/openapi.json` },
        projections,
        checks,
        conditions: conditionsOf(checks),
      });
    },
  }),
  route({
    method: 'get',
    path: '/marketplace-calls',
    tag: TAG,
    summary: 'Calls to the marketplace of the last 30 days, newest first',
    access: ROLES,
    query: z.strictObject({
      account_type: accountTypeField,
      order_id: z
        .string()
        .regex(/^[0-9]{1,20}$/)
        .optional(),
      outcome: repeatedQuery(z.string().regex(/^[a-z_-]{1,40}$/), 'How the call ended').optional(),
      from: dayOrTimeField('Called at or after').optional(),
      to: dayOrTimeField('Called at or before, inclusive').optional(),
      ...listFields(['started_at', 'duration_ms']),
    }),
    responses: { 200: { description: 'A page of calls', schema: listSchema('items', callSchema) } },
    problems: ['account-unknown', 'period-impossible'],
    handler: async ({ query, url }, deps) => {
      const accounts = await accountsOf(deps, query.account_type);
      const request = listRequestOf(query);
      const page = await deps.marketplaceCalls.list(
        {
          ...(accounts && { accounts }),
          ...(query.order_id !== undefined && { orderId: query.order_id }),
          ...(query.outcome && { outcomes: query.outcome }),
          ...periodOf(query.from, query.to),
        },
        request,
      );
      return listAnswer(page, { key: 'items', url, request });
    },
  }),
  route({
    method: 'get',
    path: '/notifications',
    tag: TAG,
    summary: 'What happened that a person should know, newest first',
    access: ROLES,
    query: z.strictObject({
      unread: booleanQuery('Only what this user has not read').optional(),
      kind: repeatedQuery(z.string().regex(/^[a-z_]{1,60}$/), 'Kind of notification').optional(),
      severity: repeatedQuery(z.enum(SEVERITIES), 'Severity').optional(),
      ...listFields(['created_at']),
    }),
    responses: {
      200: {
        description: 'A page of notifications',
        schema: listSchema('items', notificationSchema, 'total', {
          unread_count: z.int().meta({ description: 'Stops at 1,000' }),
        }),
      },
    },
    handler: async ({ query, url, user }, deps) => {
      const request = listRequestOf(query);
      const { unread, ...page } = await deps.notifications.list(
        user.userId,
        {
          unreadOnly: query.unread ?? false,
          ...(query.kind && { kinds: query.kind }),
          ...(query.severity && { severities: query.severity }),
        },
        request,
      );
      return listAnswer(page, { key: 'items', url, request, more: { unread_count: unread } });
    },
  }),
  route({
    method: 'post',
    path: '/notifications/{id}/read',
    tag: TAG,
    summary: 'Mark a notification as read',
    access: ROLES,
    params: z.strictObject({ id: uuidParam }),
    responses: { 204: { description: 'Read' } },
    problems: ['notification-unknown'],
    handler: async ({ params, user }, deps) => {
      if (await deps.notifications.markRead(user.userId, params.id)) return { status: 204 };
      throw new HttpProblem('notification-unknown', `There is no notification ${params.id}`);
    },
  }),
  route({
    method: 'post',
    path: '/notifications/read-all',
    tag: TAG,
    summary: 'Mark every notification as read',
    access: ROLES,
    responses: { 200: { description: 'How many were unread', schema: z.object({ marked: z.int() }) } },
    handler: async ({ user }, deps) => ok({ marked: await deps.notifications.markAllRead(user.userId) }),
  }),
  route({
    method: 'get',
    path: '/parked-events',
    tag: TAG,
    summary: 'Events that a read model could not apply',
    access: ROLES,
    query: z.strictObject({
      projection: z
        .string()
        .regex(/^[a-z_]{1,60}$/)
        .optional()
        .meta({ description: 'Read model' }),
      ...listFields(['parked_at']),
    }),
    responses: { 200: { description: 'A page of parked events', schema: listSchema('items', parkedSchema) } },
    handler: async ({ query, url }, deps) => {
      const request = listRequestOf(query);
      const slice = sliceOf(request);
      const { cursor: _offset, ...asked } = { ...request, ...pageOfSlice(slice) };
      const filter = query.projection === undefined ? {} : { projection: query.projection };
      return rowsAnswer(await deps.parkedEvents.list(asked, filter), { slice, url, request });
    },
  }),
  route({
    method: 'post',
    path: '/parked-events/{id}/replay',
    tag: TAG,
    summary: 'Apply a parked event and what waits behind it',
    access: ['admin', 'operator'],
    params: z.strictObject({ id: numberParam }),
    responses: { 200: { description: 'What became of it', schema: replaySchema } },
    problems: ['parked-event-unknown'],
    handler: async (context, deps) => {
      const { id } = context.params;
      const asked = (outcome: ReplayView['outcome']) =>
        ({
          type: 'ParkedEventReplayed',
          data: { parkedEventId: id, outcome, at: deps.clock.now().toISOString() },
        }) as const;
      const replayed = await deps.audit.actElsewhere(
        auditContextOf(context),
        asked('pending'),
        () => deps.parkedEvents.replay(id),
        (became) => became && asked(became.outcome),
      );
      if (!replayed) throw new HttpProblem('parked-event-unknown', `There is no parked event ${id}`);
      return ok(replayed);
    },
  }),
];
