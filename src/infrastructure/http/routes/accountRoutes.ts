import { z } from 'zod';
import type { KeptFact } from '../../../application/ports/audit.js';
import type { AccountEvent } from '../../../domain/administration/administrationEvents.js';
import { PLATFORM_BASE_URLS } from '../../config/accounts.js';
import { ROLES, type Principal } from '../../identity/principal.js';
import { accountDetails, accountRow, connectionView } from '../accountAnswers.js';
import { accountsOf } from '../accounts.js';
import { noContent, ok, positionHeaders, type Answer } from '../answer.js';
import { auditContextOf } from '../auditing.js';
import type { HttpDeps } from '../httpDeps.js';
import { listSchema, shortListAnswer, listFields } from '../lists.js';
import { accountParam } from '../params.js';
import { route, type RequestFacts, type Route } from '../route.js';
import { stopRuns } from '../stopRuns.js';
import {
  accountChangeBody,
  accountDetailsSchema,
  accountSchema,
  connectionSchema,
  newAccountBody,
} from '../schemas/accounts.js';

const TAG = 'Administration';
/** States that only a test, or a correction, ends. */
const FROZEN: ReadonlySet<string> = new Set(['credentials-refused', 'ip-refused']);
const keyPath = z.strictObject({ key: accountParam });

/** Does an act of an account, with its fact; the headers name the fact's place in the log. */
const act = async <T>(
  facts: RequestFacts,
  { audit }: HttpDeps,
  work: (factsOf: (event: AccountEvent) => readonly KeptFact[]) => Promise<T>,
): Promise<{ readonly outcome: T; readonly headers: Record<string, string> }> => {
  const { outcome, told } = await audit.act(auditContextOf(facts), work);
  return { outcome, headers: positionHeaders({ position: (await told)?.position ?? null }) };
};

/** The account's revision, which is not that of its stream: a tested connection is a fact as well, and changes nothing. */
const revisionOf = async (key: string, { accounts }: HttpDeps): Promise<Record<string, string>> =>
  positionHeaders({ revision: (await accounts.details(key)).revision });

const detailsAnswer = async (
  key: string,
  user: Principal,
  deps: HttpDeps,
  headers: Record<string, string> = {},
): Promise<Answer> => ok(await accountDetails(key, user, deps), { ...headers, ...(await revisionOf(key, deps)) });

export const accountRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/accounts',
    tag: TAG,
    summary: 'Marketplace accounts and their state',
    access: ROLES,
    query: z.strictObject(listFields(['key', 'platform', 'fulfilment', 'state'])),
    responses: { 200: { description: 'A page of accounts', schema: listSchema('items', accountSchema) } },
    handler: async ({ query, url, user }, deps) => {
      const infos = await deps.marketplace.accounts();
      return shortListAnswer(await Promise.all(infos.map((info) => accountRow(info, user, deps))), query, url);
    },
  }),
  route({
    method: 'get',
    path: '/accounts/{key}',
    tag: TAG,
    summary: 'One account, and where it comes from',
    access: ROLES,
    params: keyPath,
    responses: { 200: { description: 'The account; the password is told to nobody', schema: accountDetailsSchema } },
    problems: ['account-unknown'],
    handler: async ({ params, user }, deps) => detailsAnswer(params.key, user, deps),
  }),
  route({
    method: 'post',
    path: '/accounts',
    tag: TAG,
    summary: 'Add a marketplace account',
    description:
      'Its orders and offers are read at once, unless jobs are off. The password is encrypted by the master key. With the ' +
      'first real account the sandbox of `MAGFLOW_SANDBOX=auto` is gone at the next start.',
    access: ['admin'],
    body: newAccountBody,
    responses: { 201: { description: 'The account', schema: accountDetailsSchema } },
    problems: ['account-exists', 'account-key-demonstration'],
    handler: async (context, deps) => {
      const { key, platform, fulfilment, username, password, base_url } = context.body;
      const baseUrl = base_url ?? PLATFORM_BASE_URLS[platform];
      const at = deps.clock.now().toISOString();
      const data = { account: key, platform, fulfilment, baseUrl, at };
      const { headers } = await act(context, deps, (facts) =>
        deps.accounts.add({ key, platform, fulfilment, username, password, baseUrl }, () =>
          facts({ type: 'AccountAdded', data }),
        ),
      );
      await deps.startFirstSync(key, context.user.username);
      return {
        status: 201,
        headers: { location: `/api/v1/accounts/${key}`, ...headers, ...(await revisionOf(key, deps)) },
        body: await accountDetails(key, context.user, deps),
      };
    },
  }),
  route({
    method: 'patch',
    path: '/accounts/{key}',
    tag: TAG,
    summary: 'Change an account of the panel',
    description:
      'Other processes use it within two seconds, and the account is read at once. Test the connection afterwards.',
    access: ['admin'],
    honoursIfMatch: true,
    params: keyPath,
    body: accountChangeBody,
    responses: { 200: { description: 'The account as it is now', schema: accountDetailsSchema } },
    problems: ['account-unknown', 'account-not-editable'],
    handler: async (context, deps) => {
      const { key } = context.params;
      const { base_url: baseUrl, ...change } = context.body;
      const at = deps.clock.now().toISOString();
      const { outcome: changed, headers } = await act(context, deps, (facts) =>
        deps.accounts.change(
          key,
          { ...change, ...(baseUrl !== undefined && { baseUrl }) },
          (names) => facts({ type: 'AccountChanged', data: { account: key, changed: names, at } }),
          context.expectedRevision,
        ),
      );
      if (changed.length === 0) return detailsAnswer(key, context.user, deps);
      deps.startSyncOfCorrected(key, context.user.username);
      return detailsAnswer(key, context.user, deps, headers);
    },
  }),
  route({
    method: 'delete',
    path: '/accounts/{key}',
    tag: TAG,
    summary: 'Remove an account of the panel',
    description: 'Nothing is asked of the marketplace for it any more. Its orders and their history stay.',
    access: ['admin'],
    honoursIfMatch: true,
    params: keyPath,
    responses: { 204: { description: 'Removed' } },
    problems: ['account-unknown', 'account-not-editable'],
    handler: async (context, deps) => {
      const { key } = context.params;
      const data = { account: key, at: deps.clock.now().toISOString() };
      const { headers } = await act(context, deps, (facts) =>
        deps.accounts.remove(key, () => facts({ type: 'AccountRemoved', data }), context.expectedRevision),
      );
      await stopRuns([key], context, deps);
      return { ...noContent, headers };
    },
  }),
  route({
    method: 'post',
    path: '/accounts/{key}/test-connection',
    tag: TAG,
    summary: 'Ask the marketplace whether this account may call',
    description:
      'Asked once. An account that was refused until now and may call again is read at once, unless jobs are off.',
    access: ['admin', 'operator'],
    params: keyPath,
    responses: { 200: { description: 'What it said, and what to do about it', schema: connectionSchema } },
    problems: ['account-unknown'],
    handler: async (context, deps) => {
      const { key } = context.params;
      await accountsOf(deps, key);
      const account = await deps.marketplace.account(key);
      const before = await account.state();
      const tested = (code: string) =>
        ({ type: 'AccountTested', data: { account: key, code, at: deps.clock.now().toISOString() } }) as const;
      const state = await deps.audit.actElsewhere(
        auditContextOf(context),
        tested('unknown'),
        () => account.testConnection({ correlationId: context.correlationId, priority: 'interactive' }),
        ({ code }) => tested(code),
      );
      if (state.code === 'ok' && FROZEN.has(before.code)) await deps.startSyncOfThawed(key, context.user.username);
      return ok(connectionView(state));
    },
  }),
  route({
    method: 'post',
    path: '/accounts/{key}/rotate-callback',
    tag: TAG,
    summary: 'Give an account another callback address',
    description: 'The old one is nothing from now on: enter the new one at the marketplace.',
    access: ['admin'],
    honoursIfMatch: true,
    params: keyPath,
    responses: { 200: { description: 'The account with its new address', schema: accountDetailsSchema } },
    problems: ['account-unknown', 'account-not-editable'],
    handler: async (context, deps) => {
      const { key } = context.params;
      const data = { account: key, at: deps.clock.now().toISOString() };
      const { headers } = await act(context, deps, (facts) =>
        deps.accounts.rotateCallback(
          key,
          () => facts({ type: 'CallbackSecretRotated', data }),
          context.expectedRevision,
        ),
      );
      return detailsAnswer(key, context.user, deps, headers);
    },
  }),
];
