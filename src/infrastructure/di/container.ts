import { Container } from 'inversify';
import { Registry } from 'prom-client';
import { AuditLog } from '../../application/audit/auditLog.js';
import { Aggregates } from '../../application/aggregates.js';
import { OrderObserver } from '../../application/order/orderObserver.js';
import { createOfferService } from '../../application/offer/offerService.js';
import { createOrderService } from '../../application/order/orderService.js';
import { createBulkService } from '../../application/operations/bulkService.js';
import { OutcomeListener } from '../../application/operations/outcomeListener.js';
import { systemClock } from '../../application/ports/clock.js';
import type { Settings } from '../../application/ports/settings.js';
import { createSyncService } from '../../application/sync/syncService.js';
import { eanMatchDecider } from '../../domain/ean/eanMatch.js';
import { invoiceSeriesDecider } from '../../domain/invoiceSeries/invoiceSeries.js';
import { offerDecider } from '../../domain/offer/offerDecider.js';
import { bulkDecider } from '../../domain/operation/bulk.js';
import { orderDecider } from '../../domain/order/order.js';
import { returnDecider } from '../../domain/returns/returnRequest.js';
import { syncRunDecider } from '../../domain/syncRun/syncRun.js';
import { PgAuditQueries } from '../../projections/audit/pgAuditQueries.js';
import { PgEanDecisionQueries } from '../../projections/eanDecisions/pgEanDecisionQueries.js';
import { PgLocalOffers } from '../../projections/offers/pgLocalOffers.js';
import { PgCatalogueQueries } from '../../projections/offers/pgCatalogueQueries.js';
import { PgOfferQueries } from '../../projections/offers/pgOfferQueries.js';
import { PgOperationQueries } from '../../projections/operations/pgOperationQueries.js';
import { PgAttentionQueries } from '../../projections/orderList/pgAttentionQueries.js';
import { PgAwbQueries } from '../../projections/orderList/pgAwbQueries.js';
import { PgCustomerQueries } from '../../projections/orderList/pgCustomerQueries.js';
import { PgInvoiceQueries } from '../../projections/orderList/pgInvoiceQueries.js';
import { PgOrderQueries } from '../../projections/orderList/pgOrderQueries.js';
import { PgSalesQueries } from '../../projections/orderList/pgSalesQueries.js';
import { PgDigestIndex } from '../../projections/pgDigestIndex.js';
import { PgReadPosition } from '../../projections/pgReadPosition.js';
import { PgSnapshots } from '../../projections/pgSnapshots.js';
import { ProjectionAdmin } from '../../projections/projectionAdmin.js';
import { PROJECTIONS } from '../../projections/projections.js';
import { ReadTables } from '../../projections/readTables.js';
import { PgReturnQueries } from '../../projections/returns/pgReturnQueries.js';
import { PgSyncRunQueries } from '../../projections/syncRuns/pgSyncRunQueries.js';
import { postgresAuditOutbox } from '../audit/postgresAuditOutbox.js';
import { meteredBus } from '../bus/meteredBus.js';
import { createBus } from '../bus/createBus.js';
import { EmbeddedBus } from '../bus/embeddedBus.js';
import { everyLetter } from '../bus/everyLetter.js';
import type { Config } from '../config/config.js';
import { loadMasterKey } from '../config/masterKey.js';
import { createMarketplace } from '../emag/emagMarketplace.js';
import { EsdbEventStore } from '../eventstore/esdbEventStore.js';
import { meteredEventStore } from '../eventstore/meteredEventStore.js';
import { createPersonalDataCodec } from '../eventstore/personalDataCodec.js';
import { PostgresPersonKeys } from '../eventstore/postgresPersonKeys.js';
import { magflowEvents } from '../eventstore/schemas/magflowEvents.js';
import { killingFailpoints } from '../failpoints/killingFailpoints.js';
import { createAccessTokens } from '../identity/accessTokens.js';
import { IdentityService } from '../identity/identityService.js';
import { PostgresIdentityStore } from '../identity/postgresIdentityStore.js';
import { createLogger } from '../logging/logger.js';
import { accountAdministration } from '../operational/accountAdministration.js';
import { postgresAccountRegistry } from '../operational/accountRegistry.js';
import { keyedDigest } from '../operational/keyedDigest.js';
import { postgresInvoiceFiles } from '../operational/postgresInvoiceFiles.js';
import { postgresSettings } from '../operational/postgresSettings.js';
import { postgresSyncStore } from '../operational/postgresSyncStore.js';
import { PictureLinks } from '../pictures/pictureLinks.js';
import { createPool, LONG_WORK_MS } from '../postgres/pool.js';
import { requiredUrls } from './requiredUrls.js';
import { TOKENS } from './tokens.js';

/** Connections of one process; the roles share them. */
const POOL_SIZE = 20;

const firstSettings = ({ seller, invoiceSeries }: Config): Omit<Settings, 'revision'> => ({
  seller,
  invoiceSeries: [{ series: invoiceSeries, nextNumber: 1, accounts: [] }],
  automation: {},
});

/**
 * Everything that has two implementations or a lifetime, wired once. `name` tells processes apart in logs and in the
 * database. No statement on the shared connections takes longer than `statementLimitMs`. Tests rebind a token instead
 * of mocking a module.
 */
export const buildContainer = (config: Config, name: string, statementLimitMs = LONG_WORK_MS): Container => {
  const container = new Container({ defaultScope: 'Singleton' });
  const { databaseUrl, eventStoreUrl } = requiredUrls(config);
  const logger = createLogger({ name, level: config.logLevel });

  container.bind(TOKENS.config).toConstantValue(config);
  container.bind(TOKENS.logger).toConstantValue(logger);
  container.bind(TOKENS.clock).toConstantValue(systemClock);
  container.bind(TOKENS.masterKey).toConstantValue(loadMasterKey(config));
  container.bind(TOKENS.metrics).toConstantValue(new Registry());
  container.bind(TOKENS.failpoints).toConstantValue(killingFailpoints(config));
  container.bind(TOKENS.pool).toResolvedValue(() =>
    createPool(databaseUrl, {
      name,
      max: POOL_SIZE,
      limitMs: statementLimitMs,
      onError: (err) => logger.warn({ err }, 'an idle database connection broke'),
    }),
  );

  container.bind(TOKENS.eventStore).toResolvedValue(
    (pool, masterKey, registry) => {
      const codec = createPersonalDataCodec(new PostgresPersonKeys(pool, masterKey));
      return meteredEventStore(new EsdbEventStore({ url: eventStoreUrl, codec, catalogue: magflowEvents }), registry);
    },
    [TOKENS.pool, TOKENS.masterKey, TOKENS.metrics],
  );
  container
    .bind(TOKENS.bus)
    .toResolvedValue(
      (store, pool, registry) => meteredBus(createBus(config, { store, pool, logger }), registry),
      [TOKENS.eventStore, TOKENS.pool, TOKENS.metrics],
    );
  container
    .bind(TOKENS.logBus)
    .toResolvedValue((store, pool) => new EmbeddedBus({ store, pool, log: logger }), [TOKENS.eventStore, TOKENS.pool]);
  container.bind(TOKENS.deadLetters).toResolvedValue(everyLetter, [TOKENS.bus, TOKENS.logBus]);
  container
    .bind(TOKENS.marketplace)
    .toResolvedValue(
      (pool, clock, registry, masterKey) => createMarketplace({ config, pool, clock, logger, registry, masterKey }),
      [TOKENS.pool, TOKENS.clock, TOKENS.metrics, TOKENS.masterKey],
    );

  container
    .bind(TOKENS.settings)
    .toResolvedValue(
      (pool, facts) => postgresSettings(pool, facts, firstSettings(config), config.sandbox.accounts),
      [TOKENS.pool, TOKENS.auditOutbox],
    );
  container.bind(TOKENS.invoiceFiles).toResolvedValue(postgresInvoiceFiles, [TOKENS.pool]);
  container
    .bind(TOKENS.syncStore)
    .toResolvedValue((pool, store) => postgresSyncStore(pool, () => store.storeId()), [TOKENS.pool, TOKENS.eventStore]);
  container.bind(TOKENS.accounts).toResolvedValue(postgresAccountRegistry, [TOKENS.pool]);
  container.bind(TOKENS.accountAdministration).toResolvedValue(
    (pool, facts, masterKey, marketplace) =>
      accountAdministration({
        pool,
        facts,
        masterKey,
        configured: config.accounts,
        onChange: () => marketplace.forgetAccounts(),
      }),
    [TOKENS.pool, TOKENS.auditOutbox, TOKENS.masterKey, TOKENS.marketplace],
  );
  container.bind(TOKENS.pictureLinks).toResolvedValue((key) => new PictureLinks(key), [TOKENS.masterKey]);
  container.bind(TOKENS.digest).toResolvedValue(keyedDigest, [TOKENS.masterKey]);
  container.bind(TOKENS.auditOutbox).toResolvedValue(postgresAuditOutbox, [TOKENS.pool, TOKENS.masterKey]);
  container
    .bind(TOKENS.audit)
    .toResolvedValue(
      (store, outbox) => new AuditLog({ store, outbox, onTrouble: (err, what) => logger.warn({ err }, what) }),
      [TOKENS.eventStore, TOKENS.auditOutbox],
    );
  container
    .bind(TOKENS.identity)
    .toResolvedValue(
      (pool, masterKey, facts, clock) =>
        new IdentityService(new PostgresIdentityStore(pool, masterKey, facts), createAccessTokens(masterKey), clock),
      [TOKENS.pool, TOKENS.masterKey, TOKENS.auditOutbox, TOKENS.clock],
    );

  bindWriteSide(container);
  bindReadSide(container);
  return container;
};

const bindWriteSide = (container: Container): void => {
  container
    .bind(TOKENS.orderAggregates)
    .toResolvedValue((store) => new Aggregates(store, orderDecider), [TOKENS.eventStore]);
  container
    .bind(TOKENS.offerAggregates)
    .toResolvedValue((store) => new Aggregates(store, offerDecider), [TOKENS.eventStore]);
  container
    .bind(TOKENS.seriesAggregates)
    .toResolvedValue((store) => new Aggregates(store, invoiceSeriesDecider), [TOKENS.eventStore]);
  container
    .bind(TOKENS.returnAggregates)
    .toResolvedValue((store) => new Aggregates(store, returnDecider), [TOKENS.eventStore]);
  container
    .bind(TOKENS.eanMatchAggregates)
    .toResolvedValue((store) => new Aggregates(store, eanMatchDecider), [TOKENS.eventStore]);
  container
    .bind(TOKENS.syncRunAggregates)
    .toResolvedValue((store) => new Aggregates(store, syncRunDecider), [TOKENS.eventStore]);
  container
    .bind(TOKENS.bulkAggregates)
    // A bulk's state holds a thousand items: only the few that run are worth keeping.
    .toResolvedValue((store) => new Aggregates(store, bulkDecider, 50), [TOKENS.eventStore]);
  container.bind(TOKENS.bulks).toResolvedValue(createBulkService, [TOKENS.bulkAggregates, TOKENS.clock]);
  container
    .bind(TOKENS.observer)
    .toResolvedValue(
      (orders, clock, digest) => new OrderObserver(orders, clock, digest),
      [TOKENS.orderAggregates, TOKENS.clock, TOKENS.digest],
    );
  container
    .bind(TOKENS.orders)
    .toResolvedValue(
      (orders, settings, clock, failpoints) => createOrderService({ orders, settings, clock, failpoints }),
      [TOKENS.orderAggregates, TOKENS.settings, TOKENS.clock, TOKENS.failpoints],
    );
  container
    .bind(TOKENS.offers)
    .toResolvedValue(
      (offers, marketplace, clock) => createOfferService({ offers, marketplace, clock }),
      [TOKENS.offerAggregates, TOKENS.marketplace, TOKENS.clock],
    );
  container
    .bind(TOKENS.sync)
    .toResolvedValue(
      (runs, store, clock) => createSyncService({ runs, store, clock }),
      [TOKENS.syncRunAggregates, TOKENS.syncStore, TOKENS.clock],
    );
  container
    .bind(TOKENS.outcomes)
    .toResolvedValue(
      (store, logger) =>
        new OutcomeListener(store, (err) => logger.warn({ err }, 'outcomes cannot be heard, subscribing again')),
      [TOKENS.eventStore, TOKENS.logger],
    );
};

const bindReadSide = (container: Container): void => {
  container.bind(TOKENS.readTables).toResolvedValue((pool) => new ReadTables(pool, PROJECTIONS), [TOKENS.pool]);
  const deps = [TOKENS.pool, TOKENS.readTables] as const;
  container.bind(TOKENS.readPosition).toResolvedValue((pool, tables) => new PgReadPosition(pool, tables), [...deps]);
  container.bind(TOKENS.orderQueries).toResolvedValue((pool, tables) => new PgOrderQueries(pool, tables), [...deps]);
  container.bind(TOKENS.salesQueries).toResolvedValue((pool, tables) => new PgSalesQueries(pool, tables), [...deps]);
  container
    .bind(TOKENS.customerQueries)
    .toResolvedValue((pool, tables) => new PgCustomerQueries(pool, tables), [...deps]);
  container
    .bind(TOKENS.attentionQueries)
    .toResolvedValue((pool, tables) => new PgAttentionQueries(pool, tables), [...deps]);
  container.bind(TOKENS.awbQueries).toResolvedValue((pool, tables) => new PgAwbQueries(pool, tables), [...deps]);
  container
    .bind(TOKENS.invoiceQueries)
    .toResolvedValue((pool, tables) => new PgInvoiceQueries(pool, tables), [...deps]);
  container.bind(TOKENS.returnQueries).toResolvedValue((pool, tables) => new PgReturnQueries(pool, tables), [...deps]);
  container.bind(TOKENS.returnIndex).toResolvedValue((pool, tables) => new PgReturnQueries(pool, tables), [...deps]);
  container.bind(TOKENS.localOffers).toResolvedValue((pool, tables) => new PgLocalOffers(pool, tables), [...deps]);
  container
    .bind(TOKENS.eanDecisionQueries)
    .toResolvedValue((pool, tables) => new PgEanDecisionQueries(pool, tables), [...deps]);
  container.bind(TOKENS.catalogue).toResolvedValue((pool, tables) => new PgCatalogueQueries(pool, tables), [...deps]);
  container.bind(TOKENS.offerQueries).toResolvedValue((pool, tables) => new PgOfferQueries(pool, tables), [...deps]);
  container
    .bind(TOKENS.syncRunQueries)
    .toResolvedValue((pool, tables) => new PgSyncRunQueries(pool, tables), [...deps]);
  container
    .bind(TOKENS.operationQueries)
    .toResolvedValue((pool, tables) => new PgOperationQueries(pool, tables), [...deps]);
  container.bind(TOKENS.auditQueries).toResolvedValue((pool, tables) => new PgAuditQueries(pool, tables), [...deps]);
  container.bind(TOKENS.snapshots).toResolvedValue((pool) => new PgSnapshots(pool), [TOKENS.pool]);
  container
    .bind(TOKENS.digests)
    .toResolvedValue(
      (pool, tables, position) => new PgDigestIndex(pool, tables, position),
      [TOKENS.pool, TOKENS.readTables, TOKENS.readPosition],
    );
  container
    .bind(TOKENS.projectionAdmin)
    .toResolvedValue((pool, store) => new ProjectionAdmin(pool, store, PROJECTIONS), [TOKENS.pool, TOKENS.eventStore]);
};
