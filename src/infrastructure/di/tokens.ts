import type { ServiceIdentifier } from 'inversify';
import type pg from 'pg';
import type { Registry } from 'prom-client';
import type { AuditLog } from '../../application/audit/auditLog.js';
import type { EanMatchAggregates } from '../../application/ean/eanMatching.js';
import type { Digest, OrderObserver } from '../../application/order/orderObserver.js';
import type { OrderAggregates } from '../../application/order/orderService.js';
import type { BulkAggregates } from '../../application/operations/bulkService.js';
import type { OutcomeListener } from '../../application/operations/outcomeListener.js';
import type { AuditOutbox } from '../../application/ports/audit.js';
import type { Bus } from '../../application/ports/bus.js';
import type { Clock } from '../../application/ports/clock.js';
import type { EventStore } from '../../application/ports/eventStore.js';
import type { Failpoints } from '../../application/ports/failpoints.js';
import type { InvoiceFiles } from '../../application/ports/invoiceFiles.js';
import type { LocalOffers } from '../../application/ports/localOffers.js';
import type { ReturnIndex } from '../../application/ports/returnIndex.js';
import type { SettingsStore } from '../../application/ports/settings.js';
import type { DigestIndex, SyncStore } from '../../application/ports/syncStore.js';
import type { SeriesAggregates } from '../../application/reactors/invoiceSteps.js';
import type { BulkService, OfferService, OrderService, SyncService } from '../../application/services.js';
import type { OfferAggregates } from '../../application/sync/offerSync.js';
import type { ReturnAggregates } from '../../application/sync/returnSync.js';
import type { SyncRunAggregates } from '../../application/sync/syncService.js';
import type { AuditQueries } from '../../projections/audit/auditQueries.js';
import type { EanDecisionQueries } from '../../projections/eanDecisions/eanDecisionQueries.js';
import type { CatalogueQueries } from '../../projections/offers/catalogueQueries.js';
import type { OfferQueries } from '../../projections/offers/offerQueries.js';
import type { OperationQueries } from '../../projections/operations/operationQueries.js';
import type { AttentionQueries } from '../../projections/orderList/attentionQueries.js';
import type { CustomerQueries } from '../../projections/orderList/customerQueries.js';
import type { AwbQueries, InvoiceQueries, OrderQueries } from '../../projections/orderList/orderQueries.js';
import type { SalesQueries } from '../../projections/orderList/salesQueries.js';
import type { PgReadPosition } from '../../projections/pgReadPosition.js';
import type { ProjectionAdmin } from '../../projections/projectionAdmin.js';
import type { ReadTables } from '../../projections/readTables.js';
import type { Snapshots } from '../../projections/snapshot.js';
import type { ReturnQueries } from '../../projections/returns/returnQueries.js';
import type { SyncRunQueries } from '../../projections/syncRuns/syncRunQueries.js';
import type { FactKeeper } from '../audit/postgresAuditOutbox.js';
import type { DeadLetters } from '../bus/everyLetter.js';
import type { Config } from '../config/config.js';
import type { EmagMarketplace } from '../emag/emagMarketplace.js';
import type { AccountAdministration } from '../http/httpDeps.js';
import type { IdentityService } from '../identity/identityService.js';
import type { Logger } from '../logging/logger.js';
import type { PictureLinks } from '../pictures/pictureLinks.js';
import type { AccountRegistry } from '../operational/accountRegistry.js';

// Written out: a bare `const x: ServiceIdentifier<T> = Symbol()` loses T.
const token = <T>(name: string) => Symbol(name) as ServiceIdentifier<T>;

/** What has two implementations or a lifetime. */
export const TOKENS = {
  config: token<Config>('Config'),
  logger: token<Logger>('Logger'),
  clock: token<Clock>('Clock'),
  masterKey: token<Buffer>('MasterKey'),
  metrics: token<Registry>('Metrics'),
  pool: token<pg.Pool>('Pool'),
  failpoints: token<Failpoints>('Failpoints'),
  eventStore: token<EventStore>('EventStore'),
  bus: token<Bus>('Bus'),
  /** A view of the event log, beside a broker or as the bus itself. */
  logBus: token<Bus>('LogBus'),
  deadLetters: token<DeadLetters>('DeadLetters'),
  marketplace: token<EmagMarketplace>('Marketplace'),
  settings: token<SettingsStore>('SettingsStore'),
  pictureLinks: token<PictureLinks>('PictureLinks'),
  invoiceFiles: token<InvoiceFiles>('InvoiceFiles'),
  syncStore: token<SyncStore>('SyncStore'),
  digests: token<DigestIndex>('DigestIndex'),
  digest: token<Digest>('Digest'),
  accountAdministration: token<AccountAdministration>('AccountAdministration'),
  accounts: token<AccountRegistry>('AccountRegistry'),
  auditOutbox: token<AuditOutbox & FactKeeper>('AuditOutbox'),
  audit: token<AuditLog>('Audit'),
  identity: token<IdentityService>('IdentityService'),
  orderAggregates: token<OrderAggregates>('OrderAggregates'),
  offerAggregates: token<OfferAggregates>('OfferAggregates'),
  seriesAggregates: token<SeriesAggregates>('SeriesAggregates'),
  returnAggregates: token<ReturnAggregates>('ReturnAggregates'),
  eanMatchAggregates: token<EanMatchAggregates>('EanMatchAggregates'),
  syncRunAggregates: token<SyncRunAggregates>('SyncRunAggregates'),
  bulkAggregates: token<BulkAggregates>('BulkAggregates'),
  observer: token<OrderObserver>('OrderObserver'),
  orders: token<OrderService>('OrderService'),
  offers: token<OfferService>('OfferService'),
  sync: token<SyncService>('SyncService'),
  bulks: token<BulkService>('BulkService'),
  outcomes: token<OutcomeListener>('Outcomes'),
  orderQueries: token<OrderQueries>('OrderQueries'),
  salesQueries: token<SalesQueries>('SalesQueries'),
  customerQueries: token<CustomerQueries>('CustomerQueries'),
  attentionQueries: token<AttentionQueries>('AttentionQueries'),
  awbQueries: token<AwbQueries>('AwbQueries'),
  invoiceQueries: token<InvoiceQueries>('InvoiceQueries'),
  localOffers: token<LocalOffers>('LocalOffers'),
  returnQueries: token<ReturnQueries>('ReturnQueries'),
  returnIndex: token<ReturnIndex>('ReturnIndex'),
  eanDecisionQueries: token<EanDecisionQueries>('EanDecisionQueries'),
  offerQueries: token<OfferQueries>('OfferQueries'),
  catalogue: token<CatalogueQueries>('CatalogueQueries'),
  syncRunQueries: token<SyncRunQueries>('SyncRunQueries'),
  operationQueries: token<OperationQueries>('OperationQueries'),
  auditQueries: token<AuditQueries>('AuditQueries'),
  readTables: token<ReadTables>('ReadTables'),
  readPosition: token<PgReadPosition>('ReadPosition'),
  snapshots: token<Snapshots>('Snapshots'),
  projectionAdmin: token<ProjectionAdmin>('ProjectionAdmin'),
} as const;
