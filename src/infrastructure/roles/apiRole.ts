import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Container } from 'inversify';
import { UnknownSignIns } from '../../application/audit/unknownSignIns.js';
import { startFirstSync as syncAtFirst } from '../../application/sync/firstSync.js';
import { CategoryLists } from '../../application/categories/categoryLists.js';
import { EanLookUp } from '../../application/ean/eanLookUp.js';
import { EanMatching } from '../../application/ean/eanMatching.js';
import { CallbackWaker } from '../../application/sync/callbackWaker.js';
import { LOG_TOPICS, TOPICS } from '../../application/ports/bus.js';
import { PROJECTIONS } from '../../projections/projections.js';
import { prepareReadModels } from '../../projections/readTables.js';
import { registerProjectionMetrics } from '../readModel/projectionMetrics.js';
import { withLogTopics } from '../bus/withLogTopics.js';
import { createAnswerCache } from '../cache/answerCache.js';
import { startCacheInvalidation } from '../cache/cacheInvalidation.js';
import { Caches } from '../cache/caches.js';
import { TOKENS } from '../di/tokens.js';
import { ACCOUNTS_MAX_AGE_MS } from '../emag/emagMarketplace.js';
import { createHealth } from '../health/health.js';
import { createHttpApp } from '../http/app.js';
import type { HttpDeps } from '../http/httpDeps.js';
import { initialStats } from '../http/orderFigures.js';
import { PostgresIdempotencyStore } from '../http/idempotency/postgresIdempotencyStore.js';
import { userCreated } from '../identity/userFacts.js';
import { createJobs } from '../jobs/jobQueue.js';
import { allMetrics } from '../metrics/processMetrics.js';
import { postgresNotifications } from '../notifications/postgresNotifications.js';
import { demonstrationData } from '../operational/demonstrationData.js';
import { invoiceFetches } from '../operational/postgresInvoiceFiles.js';
import { postgresLabelFiles } from '../operational/postgresLabelFiles.js';
import { Pictures } from '../pictures/pictures.js';
import { postgresMarketplaceCalls } from '../operational/postgresMarketplaceCalls.js';
import { postgresUnreadableRows } from '../operational/postgresUnreadableRows.js';
import { messagesOfLog } from '../relay/messageLog.js';
import { version } from '../version.js';
import { createWebSockets } from '../ws/webSockets.js';
import { parkedEventsOf } from './parkedEvents.js';
import type { RunningRole } from './runningRole.js';
import { createSystemFacts } from './systemFacts.js';

const READ_WAIT_MS = 5_000;
const ALL_TOPICS = [...Object.values(TOPICS), LOG_TOPICS.operations];

/** From `dist/infrastructure/roles`, or from `src/infrastructure/roles` in tests. */
const panelFolder = (): string | null => {
  const folder = fileURLToPath(new URL('../../../admin/dist', import.meta.url));
  return existsSync(join(folder, 'index.html')) ? folder : null;
};

/** The HTTP API, the sockets and the panel. */
export const startApi = async (container: Container): Promise<RunningRole> => {
  const get = container.get.bind(container);
  const config = get(TOKENS.config);
  const logger = get(TOKENS.logger);
  const pool = get(TOKENS.pool);
  const store = get(TOKENS.eventStore);
  const bus = get(TOKENS.bus);
  const outcomes = get(TOKENS.outcomes);
  const marketplace = get(TOKENS.marketplace);
  const orderQueries = get(TOKENS.orderQueries);
  const audit = get(TOKENS.audit);
  const unknownSignIns = new UnknownSignIns(audit, get(TOKENS.clock));
  const instance = randomUUID();
  let port = config.port;

  const storeId = await store.storeId();
  await prepareReadModels(pool, PROJECTIONS, storeId);
  await outcomes.start();
  const jobs = createJobs({ pool, facts: get(TOKENS.auditOutbox) }, config);
  const waker = new CallbackWaker(
    get(TOKENS.sync),
    async (account, orderId) => (await orderQueries.byId(orderId, account)).length > 0,
    (err) => logger.warn({ err }, 'a ring of the marketplace could not wake the sync'),
  );
  registerProjectionMetrics(get(TOKENS.metrics), get(TOKENS.projectionAdmin));
  const caches = new Caches(get(TOKENS.metrics));
  const invalidation = await startCacheInvalidation({
    bus: withLogTopics(bus, get(TOKENS.logBus), [LOG_TOPICS.accounts]),
    caches,
    instance,
    onAccounts: () => marketplace.forgetAccounts(),
  });

  const eanLookUp = new EanLookUp(marketplace, (account, gtin14, load) =>
    caches.get('ean_lookups', { account, question: gtin14 }, load),
  );

  const startFirstSync: HttpDeps['startFirstSync'] = async (account, username) => {
    if (!config.jobs.enabled) return;
    const claim = (key: string) => get(TOKENS.accounts).claimFirstSync(key);
    await syncAtFirst(account, { kind: 'user', id: username }, { claim, sync: get(TOKENS.sync) });
  };
  const startSyncOfThawed: HttpDeps['startSyncOfThawed'] = async (account, username) => {
    if (!config.jobs.enabled) return;
    const claim = () => Promise.resolve(true);
    await syncAtFirst(account, { kind: 'user', id: username }, { claim, sync: get(TOKENS.sync) });
  };
  const corrected = new Set<NodeJS.Timeout>();

  const deps: HttpDeps = {
    settings: {
      version,
      publicUrl: () => config.publicUrl ?? `http://${config.host}:${port}`,
      trustProxy: config.trustProxy,
      rateLimit: config.rateLimit,
      metricsToken: config.metricsToken,
      panelFolder: panelFolder(),
      maxReadWaitMs: READ_WAIT_MS,
    },
    clock: get(TOKENS.clock),
    logger,
    metrics: get(TOKENS.metrics),
    allMetrics: () => allMetrics(pool, get(TOKENS.metrics)),
    health: createHealth({ config, pool, eventStore: store, bus }),
    identity: get(TOKENS.identity),
    audit,
    unknownSignIns,
    idempotency: new PostgresIdempotencyStore(pool, get(TOKENS.masterKey)),
    eventStore: store,
    orders: get(TOKENS.orders),
    bulks: get(TOKENS.bulks),
    offers: get(TOKENS.offers),
    sync: get(TOKENS.sync),
    outcomes,
    marketplace,
    sellerSettings: get(TOKENS.settings),
    invoiceFiles: get(TOKENS.invoiceFiles),
    invoiceFetches: (numbers) => invoiceFetches(pool, numbers),
    labelFiles: postgresLabelFiles(pool),
    cache: createAnswerCache(caches, get(TOKENS.readPosition), get(TOKENS.readTables)),
    callbacks: get(TOKENS.accounts),
    accounts: get(TOKENS.accountAdministration),
    demonstration: demonstrationData({
      pool,
      facts: get(TOKENS.auditOutbox),
      projections: get(TOKENS.projectionAdmin),
      isKept: config.sandbox.mode === 'on',
      onLeft: () => marketplace.forgetAccounts(),
    }),
    startFirstSync,
    startSyncOfThawed,
    startSyncOfCorrected: (account, username) => {
      // Another process may call with the old credentials until then. Should this one end first, the next start does it.
      const timer = setTimeout(() => {
        corrected.delete(timer);
        startFirstSync(account, username).catch((err: unknown) =>
          logger.warn({ err, account }, 'a corrected account could not be read at once'),
        );
      }, 2 * ACCOUNTS_MAX_AGE_MS);
      corrected.add(timer);
    },
    wakeSync: waker.wake,
    orderQueries,
    sales: get(TOKENS.salesQueries),
    customers: get(TOKENS.customerQueries),
    attention: get(TOKENS.attentionQueries),
    awbQueries: get(TOKENS.awbQueries),
    invoiceQueries: get(TOKENS.invoiceQueries),
    offerQueries: get(TOKENS.offerQueries),
    catalogue: get(TOKENS.catalogue),
    categories: new CategoryLists(marketplace, (account, question, load) =>
      caches.get('categories', { account, question }, load),
    ),
    pictures: new Pictures({ links: get(TOKENS.pictureLinks), marketplace, logger }),
    eanLookUp,
    eanMatching: new EanMatching({
      lookUp: eanLookUp,
      localOffers: get(TOKENS.localOffers),
      decisions: get(TOKENS.eanMatchAggregates),
      clock: get(TOKENS.clock),
    }),
    eanDecisions: get(TOKENS.eanDecisionQueries),
    returnQueries: get(TOKENS.returnQueries),
    syncRunQueries: get(TOKENS.syncRunQueries),
    operationQueries: get(TOKENS.operationQueries),
    auditQueries: get(TOKENS.auditQueries),
    readPosition: get(TOKENS.readPosition),
    snapshots: get(TOKENS.snapshots),
    jobs,
    notifications: postgresNotifications(pool),
    parkedEvents: parkedEventsOf(get(TOKENS.projectionAdmin)),
    marketplaceCalls: postgresMarketplaceCalls(pool),
    unreadableRows: postgresUnreadableRows(pool),
    deadLetters: get(TOKENS.deadLetters),
    system: createSystemFacts({ config, bus, marketplace, projections: get(TOKENS.projectionAdmin) }),
  };

  audit.start();
  const by = { actor: { kind: 'system', id: 'start' }, correlationId: randomUUID() } as const;
  const { outcome: first } = await audit.act(by, (facts) =>
    deps.identity.ensureAdmin(config.adminPassword, (admin) =>
      facts({ type: 'UserCreated', data: userCreated(admin, deps.clock) }),
    ),
  );
  if (first && first.oneTimePassword !== null) {
    process.stdout.write(`One-time admin password: ${first.oneTimePassword}\n`);
  }

  const { app } = createHttpApp(deps);
  const server = createServer(app);
  const sockets = await createWebSockets(server, {
    principalOf: (token) => deps.identity.principalOf(token),
    bus: withLogTopics(bus, get(TOKENS.logBus), [LOG_TOPICS.operations]),
    instance,
    storeId,
    replay: (after) => messagesOfLog(store, { after, topics: ALL_TOPICS }),
    lastPosition: () => store.lastPosition(),
    initialStats: () => initialStats(deps),
    logger,
    metrics: get(TOKENS.metrics),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  const address = server.address();
  if (typeof address === 'object' && address) port = address.port;

  return {
    ready: { port },
    async stop() {
      waker.stop();
      for (const timer of corrected) clearTimeout(timer);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Each consumer may wait some seconds for a broker that is gone: together, or the supervisor's patience ends.
      await Promise.all([sockets.close(), invalidation.close()]);
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), 5_000);
      await closed;
      clearTimeout(timer);
      await unknownSignIns.tell();
      await audit.stop();
      await outcomes.stop();
    },
  };
};
