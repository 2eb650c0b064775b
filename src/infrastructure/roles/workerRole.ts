import type { Container } from 'inversify';
import { bulkHandler } from '../../application/operations/bulkHandler.js';
import { deriveId } from '../../application/eventIds.js';
import { Registry } from 'prom-client';
import { CategoryLists } from '../../application/categories/categoryLists.js';
import { categoryNames } from '../../application/categories/categoryNames.js';
import { acknowledgeFlow } from '../../application/reactors/acknowledgeFlow.js';
import { attemptHandler, type AttemptDeps } from '../../application/reactors/attemptFlow.js';
import { awbFlow } from '../../application/reactors/awbFlow.js';
import { documentHandler } from '../../application/reactors/documentHandler.js';
import { invoiceHandler } from '../../application/reactors/invoiceHandler.js';
import type { InvoiceDeps } from '../../application/reactors/invoiceSteps.js';
import { ReactorRunner } from '../../application/reactors/reactorRunner.js';
import { offerHandler } from '../../application/reactors/offerFlow.js';
import { stornoHandler } from '../../application/reactors/stornoHandler.js';
import { statusFlow } from '../../application/reactors/statusFlow.js';
import { acknowledgeNewOrders, type AcknowledgeNewDeps } from '../../application/order/acknowledgeNewOrders.js';
import { PickupAddresses } from '../../application/order/awbInputs.js';
import { startFirstSync } from '../../application/sync/firstSync.js';
import { trackAwbs } from '../../application/shipping/trackAwbs.js';
import { ReturnFollower } from '../../application/sync/returnFollower.js';
import { syncRunHandler } from '../../application/sync/syncRunHandler.js';
import type { ListPage } from '../../projections/listPage.js';
import type { OrderQueries } from '../../projections/orderList/orderQueries.js';
import { Caches } from '../cache/caches.js';
import { TOKENS } from '../di/tokens.js';
import { startConditionWatch } from '../health/conditionWatch.js';
import { createHealth } from '../health/health.js';
import { JobRunner } from '../jobs/jobQueue.js';
import { createJobTasks } from '../jobs/jobTasks.js';
import { startNotifications } from '../notifications/notificationConsumer.js';
import { postgresNotifications } from '../notifications/postgresNotifications.js';
import { lead } from '../operational/leadership.js';
import { postgresAcknowledgeFailures } from '../operational/postgresAcknowledgeFailures.js';
import { postgresAwbChecks } from '../operational/postgresAwbChecks.js';
import { postgresReactorCheckpoints } from '../operational/postgresReactorCheckpoints.js';
import { publicUrlFor } from '../operational/publicUrl.js';
import { projectionLags } from './systemFacts.js';
import type { RunningRole } from './runningRole.js';

const NEW_ORDERS_AT_ONCE = 100;

/** All of them, page by page: those that are left to a person must not stand before the others. */
async function* newOrderIds(queries: OrderQueries, account: string): AsyncGenerator<string> {
  let cursor: string | null = null;
  do {
    const page: ListPage = await queries.list(
      { accounts: [account], statuses: ['new'] },
      {
        page: 1,
        itemsPerPage: NEW_ORDERS_AT_ONCE,
        sort: 'order_date',
        order: 'asc',
        ...(cursor !== null && { cursor }),
      },
    );
    for (const item of page.items) yield String((JSON.parse(item) as { emag_order_id: string }).emag_order_id);
    cursor = page.nextCursor;
  } while (cursor !== null);
}

/** Accounts that came since the last start are read at once. At the very first start the jobs are due and do it. */
const syncNewAccounts = async (container: Container, isFirstStart: boolean): Promise<void> => {
  const claim = (key: string) => container.get(TOKENS.accounts).claimFirstSync(key);
  for (const { key } of await container.get(TOKENS.marketplace).accounts()) {
    if (isFirstStart) await claim(key);
    else await startFirstSync(key, { kind: 'system', id: 'start' }, { claim, sync: container.get(TOKENS.sync) });
  }
};

/** Carries out wishes, runs syncs and jobs, writes notifications: everything that talks to the marketplace. */
export const startWorker = async (container: Container): Promise<RunningRole> => {
  const get = container.get.bind(container);
  const config = get(TOKENS.config);
  const logger = get(TOKENS.logger);
  const clock = get(TOKENS.clock);
  const pool = get(TOKENS.pool);
  const observer = get(TOKENS.observer);
  const settings = get(TOKENS.settings);
  const store = get(TOKENS.eventStore);

  const background = new Set<Promise<void>>();
  const deps: AttemptDeps = {
    orders: get(TOKENS.orderAggregates),
    marketplace: get(TOKENS.marketplace),
    clock,
    failpoints: get(TOKENS.failpoints),
    findOutMs: config.findOutSeconds * 1_000,
    background(work) {
      const promise = work()
        .catch((err: unknown) => {
          // Shutting down is no trouble: the next reading tells the same.
          if (!(err instanceof Error && err.name === 'AbortError'))
            logger.warn({ err }, 'what follows a fact did not work out');
        })
        .finally(() => background.delete(promise));
      background.add(promise);
    },
  };
  const outcomes = get(TOKENS.outcomes);
  await outcomes.start();
  const acknowledging: AcknowledgeNewDeps = {
    newOrderIds: (account) => newOrderIds(get(TOKENS.orderQueries), account),
    aggregates: get(TOKENS.orderAggregates),
    orders: get(TOKENS.orders),
    outcomes,
    failures: postgresAcknowledgeFailures(pool),
    onParked: ({ account, orderId, reason }) =>
      postgresNotifications(pool).tell(deriveId('acknowledge-parked', account, orderId), 'acknowledge_parked', {
        account_type: account,
        order_id: orderId,
        reason,
      }),
  };
  const invoicing: InvoiceDeps = {
    ...deps,
    observer,
    series: get(TOKENS.seriesAggregates),
    settings,
    files: get(TOKENS.invoiceFiles),
    renderer: {
      // Loaded with the first invoice: the drawing library would be a good part of what a worker's start costs.
      render: async (document, buyer) => (await import('../pdf/invoicePdf.js')).renderInvoice(document, buyer),
    },
    publicUrlFor: (account) => publicUrlFor(config, account.info.baseUrl),
  };
  // Beside the API's: names that a sync needs once a day are worth no place in common.
  const keptCategories = new Caches(new Registry());
  const categories = new CategoryLists(get(TOKENS.marketplace), (account, question, load) =>
    keptCategories.get('categories', { account, question }, load),
  );
  const leadership = lead(pool, 'bulk-operations', (err) => logger.warn({ err }, 'nobody leads the bulk operations'));
  const returns = new ReturnFollower(get(TOKENS.marketplace), clock, {
    returns: get(TOKENS.returnAggregates),
    orders: get(TOKENS.orderAggregates),
    index: get(TOKENS.returnIndex),
    digest: get(TOKENS.digest),
    store: get(TOKENS.syncStore),
    clock,
    log: logger,
  });
  const reactors = new ReactorRunner(
    store,
    postgresReactorCheckpoints(pool),
    [
      attemptHandler(acknowledgeFlow(observer, clock), deps),
      attemptHandler(statusFlow(observer, clock), deps),
      attemptHandler(awbFlow(observer, settings, new PickupAddresses(clock), clock), deps),
      offerHandler({ ...deps, offers: get(TOKENS.offerAggregates), digest: get(TOKENS.digest) }),
      invoiceHandler(invoicing),
      stornoHandler(invoicing),
      documentHandler(observer, deps),
      bulkHandler({
        bulks: get(TOKENS.bulkAggregates),
        orders: get(TOKENS.orders),
        eventStore: store,
        clock,
        log: logger,
        leading: leadership.current,
      }),
      syncRunHandler({
        runs: get(TOKENS.syncRunAggregates),
        marketplace: get(TOKENS.marketplace),
        eventStore: store,
        failpoints: get(TOKENS.failpoints),
        observer,
        offers: get(TOKENS.offerAggregates),
        digest: get(TOKENS.digest),
        digests: get(TOKENS.digests),
        categoryNames: categoryNames(categories, logger),
        store: get(TOKENS.syncStore),
        clock,
        log: logger,
        acknowledgeNew: (account, signal) =>
          deps.background(async () => {
            // The list must know what the run has just brought.
            await get(TOKENS.digests).caughtUpTo(await store.lastPosition());
            await acknowledgeNewOrders(account, 'sync', acknowledging, signal);
          }),
        followReturns: (run) => deps.background(() => returns.follow(run)),
      }),
    ],
    logger,
  );
  const reacting = reactors.run();

  const notifications = await startNotifications({
    bus: get(TOKENS.bus),
    log: get(TOKENS.logBus),
    pool,
    storeId: await store.storeId(),
  });
  const health = createHealth({ config, pool, eventStore: store, bus: get(TOKENS.bus) });
  const watch = startConditionWatch({
    health,
    alert: (kind, data) => postgresNotifications(pool).alert(kind, data),
    logger,
  });
  const jobs = new JobRunner(
    pool,
    config,
    createJobTasks({
      pool,
      clock,
      logger,
      marketplace: get(TOKENS.marketplace),
      settings,
      acknowledgeNew: (account, job, signal) => acknowledgeNewOrders(account, job, acknowledging, signal),
      sync: get(TOKENS.sync),
      outcomes,
      attention: get(TOKENS.attentionQueries),
      trackAwbs: (account, signal) =>
        trackAwbs(
          account,
          {
            orders: get(TOKENS.orderAggregates),
            marketplace: get(TOKENS.marketplace),
            checks: postgresAwbChecks(pool, get(TOKENS.readTables)),
            clock,
          },
          signal,
        ),
      health,
      projections: () => projectionLags(get(TOKENS.projectionAdmin)),
      alert: (kind, data) => postgresNotifications(pool).alert(kind, data),
    }),
    logger,
    get(TOKENS.metrics),
  );
  const isFirstStart = !(await jobs.hasRun('emag.sync_orders'));
  await jobs.start();
  if (config.jobs.enabled) await syncNewAccounts(container, isFirstStart);

  return {
    async stop() {
      // Reading runs are told first: they need longest to come to a border.
      const drained = reactors.stop();
      await outcomes.stop();
      await Promise.all([drained, jobs.stop(), notifications.close(), watch.stop()]);
      await reacting;
      await leadership.stop();
      await Promise.allSettled(background);
    },
  };
};
