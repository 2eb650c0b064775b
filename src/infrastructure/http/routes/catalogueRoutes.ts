import { z } from 'zod';
import { syncRunView } from '../../../projections/syncRuns/syncRunView.js';
import type { OfferFilter } from '../../../projections/offers/offerQueries.js';
import { ROLES } from '../../identity/principal.js';
import { accountKeysOf, accountsOf } from '../accounts.js';
import { ok } from '../answer.js';
import { commandContextOf } from '../commands.js';
import type { HttpDeps } from '../httpDeps.js';
import { listAnswer, listRequestOf, listSchema } from '../lists.js';
import { accountTypeField } from '../params.js';
import { offersWithPictures } from '../pictureAnswers.js';
import { HttpProblem } from '../problems.js';
import { productPage } from '../productLists.js';
import { route, type Route } from '../route.js';
import {
  allProductsSyncBody,
  offerListQuery,
  offerSchema,
  productListQuery,
  productSchema,
} from '../schemas/catalogue.js';
import { syncProgressSchema, syncStatusSchema } from '../schemas/syncRuns.js';
import { syncAccepted, syncAcceptedSchema } from '../syncAccepted.js';
import { healthParts, healthScore, healthStatus } from '../syncHealth.js';

const TAG = 'Product sync';
const RECENT = 10;
const timestamp = { timestamp: z.iso.datetime() };

const offerFilterOf = async (query: z.output<typeof productListQuery>, deps: HttpDeps): Promise<OfferFilter> => {
  const accounts = await accountsOf(deps, query.account_type);
  return {
    ...(accounts && { accounts }),
    ...(query.include_inactive !== undefined && { includeInactive: query.include_inactive }),
    ...(query.status && { statuses: query.status }),
    ...(query.brand !== undefined && { brand: query.brand }),
    ...(query.validation_status !== undefined && { validationStatus: query.validation_status }),
    ...(query.in_stock !== undefined && { inStock: query.in_stock }),
  };
};

const syncStatus = async (accountType: string | undefined, deps: HttpDeps) => {
  const now = deps.clock.now();
  const asked = await accountsOf(deps, accountType);
  const infos = (await deps.marketplace.accounts()).filter(({ key }) => asked?.includes(key) ?? true);
  const keys = infos.map(({ key }) => key);
  const [counts, completed, recent, statistics] = await Promise.all([
    deps.offerQueries.counts(keys),
    deps.syncRunQueries.lastCompleted(),
    deps.syncRunQueries.list({ accounts: keys }, { page: 1, itemsPerPage: RECENT }),
    deps.syncRunQueries.statistics(now, keys),
  ]);
  const accounts = await Promise.all(
    infos.map(async (info) => ({
      info,
      state: await (await deps.marketplace.account(info.key)).state(),
      counts: counts.find(({ account }) => account === info.key),
      lastSync: completed.find(({ account, kind }) => account === info.key && kind === 'offers'),
    })),
  );
  const parts = healthParts(accounts, statistics, now);
  const score = healthScore(parts);
  return {
    accounts: accounts.map(({ info, state, counts: offers, lastSync }) => ({
      account_type: info.key,
      connection: { ok: state.code === 'ok', checked_at: state.checkedAt, code: state.code, detail: state.text },
      counts: {
        total: offers?.total ?? 0,
        active: offers?.active ?? 0,
        synced: lastSync ? lastSync.counts.created + lastSync.counts.updated + lastSync.counts.unchanged : 0,
        failed: lastSync?.counts.failed ?? 0,
      },
      last_sync: lastSync ? syncRunView(lastSync, now) : null,
    })),
    recent_syncs: recent.runs.map((run) => syncRunView(run, now)),
    sync_statistics: {
      ...statistics,
      success_rate:
        statistics.completed + statistics.failed === 0
          ? null
          : Number((statistics.completed / (statistics.completed + statistics.failed)).toFixed(4)),
    },
    health_score: score,
    health_status: healthStatus(score),
    health_parts: parts,
  };
};

export const catalogueRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/emag/enhanced/products/all',
    tag: TAG,
    summary: 'Products of all accounts',
    access: ROLES,
    query: productListQuery,
    reads: ['offers'],
    responses: {
      200: { description: 'A page', schema: listSchema('products', productSchema, 'total_count', timestamp) },
    },
    problems: ['account-unknown'],
    handler: async (context, deps) => {
      const { query, url } = context;
      const filter = await offerFilterOf(query, deps);
      const request = listRequestOf(query);
      const asked = { list: 'products', accounts: filter.accounts, filter, request } as const;
      const { page, readAt } = await productPage(deps, context, asked, async () =>
        offersWithPictures(deps, await deps.offerQueries.products(filter, request)),
      );
      const more = { timestamp: readAt };
      return listAnswer(page, { key: 'products', url, request, totalName: 'total_count', more });
    },
  }),
  route({
    method: 'get',
    path: '/emag/enhanced/offers/all',
    tag: TAG,
    summary: 'Offers of all accounts, with prices and competition',
    access: ROLES,
    query: offerListQuery,
    reads: ['offers'],
    responses: { 200: { description: 'A page', schema: listSchema('offers', offerSchema, 'total_count', timestamp) } },
    problems: ['account-unknown', 'request-impossible'],
    handler: async (context, deps) => {
      const { query, url } = context;
      const { buy_box_lost: buyBoxLost, price_min: from, price_max: to, ...common } = query;
      if (from !== undefined && to !== undefined && Number(to) < Number(from)) {
        throw new HttpProblem('request-impossible', 'price_max lies below price_min', {
          errors: [{ parameter: 'price_max', detail: 'lies below price_min' }],
        });
      }
      const filter: OfferFilter = {
        ...(await offerFilterOf(common, deps)),
        ...(buyBoxLost !== undefined && { buyBoxLost }),
        ...(from !== undefined && { priceNetFrom: from }),
        ...(to !== undefined && { priceNetTo: to }),
      };
      const request = listRequestOf(query);
      const asked = { list: 'offers', accounts: filter.accounts, filter, request } as const;
      const { page, readAt } = await productPage(deps, context, asked, async () =>
        offersWithPictures(deps, await deps.offerQueries.offers(filter, request)),
      );
      const more = { timestamp: readAt };
      return listAnswer(page, { key: 'offers', url, request, totalName: 'total_count', more });
    },
  }),
  route({
    method: 'get',
    path: '/emag/enhanced/status',
    tag: TAG,
    summary: 'Connections, counts and runs of the accounts',
    access: ROLES,
    query: z.strictObject({ account_type: accountTypeField }),
    reads: ['offers', 'sync_runs'],
    responses: {
      200: {
        description: 'What the last calls and runs really gave',
        schema: syncStatusSchema,
      },
    },
    problems: ['account-unknown'],
    handler: async ({ query }, deps) => ok(await syncStatus(query.account_type, deps)),
  }),
  route({
    method: 'get',
    path: '/emag/enhanced/products/sync-progress',
    tag: TAG,
    summary: 'Syncs that run now',
    access: ROLES,
    reads: ['sync_runs'],
    responses: {
      200: {
        description: 'Running syncs, orders and offers',
        schema: syncProgressSchema,
      },
    },
    handler: async (_context, deps) => {
      const now = deps.clock.now();
      const active = (await deps.syncRunQueries.active()).map((run) => syncRunView(run, now));
      const isRunning = active.length > 0;
      return ok({ is_running: isRunning, active_syncs: active, status: isRunning ? 'running' : 'idle' });
    },
  }),
  route({
    method: 'post',
    path: '/emag/enhanced/sync/all-products',
    tag: TAG,
    summary: 'Read products and offers from the marketplace',
    access: ['admin', 'operator'],
    body: allProductsSyncBody,
    responses: { 202: { description: 'The sync is queued', schema: syncAcceptedSchema } },
    problems: ['account-unknown', 'sync-running'],
    handler: async (context, deps) => {
      const { account_type, max_pages_per_account, include_inactive, mode, conflict_strategy } = context.body ?? {};
      const { operationId, runs, position } = await deps.sync.request(
        {
          kind: 'offers',
          accounts: await accountKeysOf(deps, account_type),
          options: {
            mode: mode ?? 'full',
            from: null,
            to: null,
            statuses: null,
            maxPages: max_pages_per_account ?? null,
            includeInactive: include_inactive ?? true,
            ...(conflict_strategy !== undefined && { conflictStrategy: conflict_strategy }),
          },
          trigger: 'user',
        },
        commandContextOf(context),
      );
      return syncAccepted(operationId, runs, position);
    },
  }),
];
