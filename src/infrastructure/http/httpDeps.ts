import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { UnknownSignIns } from '../../application/audit/unknownSignIns.js';
import type { Audit, Telling } from '../../application/ports/audit.js';
import type { CategoryLists } from '../../application/categories/categoryLists.js';
import type { EanLookUp } from '../../application/ean/eanLookUp.js';
import type { EanMatching } from '../../application/ean/eanMatching.js';
import type { Bus } from '../../application/ports/bus.js';
import type { Clock } from '../../application/ports/clock.js';
import type { EventStore } from '../../application/ports/eventStore.js';
import type { InvoiceFiles } from '../../application/ports/invoiceFiles.js';
import type { CourierAccount, LabelFormat, Marketplace, PickupAddress } from '../../application/ports/marketplace.js';
import type { SettingsStore } from '../../application/ports/settings.js';
import type { BulkService, OfferService, OrderService, Outcomes, SyncService } from '../../application/services.js';
import type { AuditQueries } from '../../projections/audit/auditQueries.js';
import type { EanDecisionQueries } from '../../projections/eanDecisions/eanDecisionQueries.js';
import type { ListPage, ListRequest } from '../../projections/listPage.js';
import type { CatalogueQueries } from '../../projections/offers/catalogueQueries.js';
import type { OfferQueries } from '../../projections/offers/offerQueries.js';
import type { OperationQueries } from '../../projections/operations/operationQueries.js';
import type { AttentionQueries } from '../../projections/orderList/attentionQueries.js';
import type { CustomerQueries } from '../../projections/orderList/customerQueries.js';
import type { AwbQueries, InvoiceQueries, OrderQueries } from '../../projections/orderList/orderQueries.js';
import type { SalesQueries } from '../../projections/orderList/salesQueries.js';
import type { ReadPosition } from '../../projections/readPosition.js';
import type { Snapshots } from '../../projections/snapshot.js';
import type { ReturnQueries } from '../../projections/returns/returnQueries.js';
import type { SyncRunQueries } from '../../projections/syncRuns/syncRunQueries.js';
import type { Platform } from '../config/accounts.js';
import type { Pictures } from '../pictures/pictures.js';
import type { IdentityService } from '../identity/identityService.js';
import type { IdempotencyStore } from './idempotency/idempotencyStore.js';

export interface HttpSettings {
  readonly version: string;
  /** Under which browsers and the marketplace reach us, without a trailing slash. A function: the port may be chosen late. */
  readonly publicUrl: () => string;
  /** Believe `X-Forwarded-*` of the proxy in front. */
  readonly trustProxy: boolean;
  readonly rateLimit: boolean;
  /** Lets `/metrics` be read from elsewhere than loopback. */
  readonly metricsToken: string | null;
  /** The built panel; null serves none. */
  readonly panelFolder: string | null;
  /** How long a read with `X-Min-Position` waits. */
  readonly maxReadWaitMs: number;
}

export interface HealthCheck {
  /** `warning`: people should look, but everything is answered. */
  readonly status: 'ok' | 'warning' | 'failing' | 'unknown';
  readonly detail: string;
}

export interface Health {
  /** What readiness depends on, by name: database, event store, migrations, bus. */
  ready(): Promise<Readonly<Record<string, HealthCheck>>>;
}

export interface ProjectionLag {
  readonly name: string;
  readonly version: number;
  readonly position: string;
  readonly lag_events: number;
  readonly lag_seconds: number;
  readonly state: 'current' | 'building' | 'replaced';
  readonly is_running: boolean;
  readonly parked: number;
}

export interface SystemFacts {
  /** Which engines this process really talks to. */
  engines(): Promise<
    Readonly<Record<'event_store' | 'bus' | 'database', { kind: 'embedded' | 'external'; name: string }>>
  >;
  projections(): Promise<readonly ProjectionLag[]>;
  /**
   * The sandbox, when accounts of it are in use; `now` is its clock, ISO 8601 UTC. With `auto` it is gone at the next start
   * once there is a real account.
   */
  sandbox(): Promise<{
    readonly accounts: readonly string[];
    readonly now: string | null;
    readonly endsAtNextStart: boolean;
  } | null>;
}

export interface JobView {
  readonly name: string;
  readonly enabled: boolean;
  readonly every_seconds: number;
  readonly next_run_at: string | null;
  readonly last_run: {
    readonly id: string;
    readonly state: string;
    readonly trigger: string;
    readonly started_at: string;
    readonly finished_at: string | null;
    readonly result: unknown;
    readonly error: string | null;
  } | null;
}

export interface Jobs {
  list(): Promise<readonly JobView[]>;
  /** Starts the job now, in whichever process works. @throws RuleViolation `job-unknown`, `job-running` with `run_id` */
  run(name: string, telling: Telling<{ readonly runId: string }>): Promise<{ readonly runId: string }>;
  /** Runs of one job, newest first, in the shape of `last_run`. @throws RuleViolation `job-unknown` */
  runs(name: string, request: ListRequest<'started_at'>): Promise<ListPage>;
}

export interface NotificationView {
  readonly id: string;
  readonly kind: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly data: unknown;
  readonly created_at: string;
  readonly read_at: string | null;
}

export interface Notifications {
  /** Rows of the shape of `NotificationView`. `unread` stops at 1,000, as totals do. */
  list(
    userId: string,
    filter: { unreadOnly: boolean; kinds?: readonly string[]; severities?: readonly NotificationView['severity'][] },
    request: ListRequest<'created_at'>,
  ): Promise<ListPage & { unread: number }>;
  /** False when there is no such notification. */
  markRead(userId: string, id: string): Promise<boolean>;
  /** Answers how many were unread. */
  markAllRead(userId: string): Promise<number>;
}

export interface ParkedEventView {
  readonly id: string;
  readonly projection: string;
  readonly version: number;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly event_id: string;
  readonly type: string;
  readonly reason: string;
  readonly parked_at: string;
  /** Later events of the same stream that wait behind it. */
  readonly waiting: number;
}

/** `pending`: no projector took it up yet; it will when one runs. */
export interface ReplayView {
  readonly outcome: 'applied' | 'failed' | 'pending';
  readonly replayed: number;
  readonly remaining: number;
  readonly error: string | null;
}

export interface ParkedEvents {
  list(
    request: Omit<ListRequest<'parked_at'>, 'cursor'>,
    filter?: { readonly projection?: string },
  ): Promise<{ readonly items: readonly ParkedEventView[]; readonly total: number }>;
  /** Applies it and what waits behind it. Null when there is no such event. */
  replay(id: string): Promise<ReplayView | null>;
}

/** What is absent does not filter; `from` and `to` are instants, both inclusive. */
export interface MarketplaceCallFilter {
  readonly orderId?: string;
  readonly accounts?: readonly string[];
  readonly outcomes?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

export interface MarketplaceCalls {
  /** Newest first, in the shape of `GET /marketplace-calls`. */
  list(filter: MarketplaceCallFilter, request: ListRequest<'started_at' | 'duration_ms'>): Promise<ListPage>;
}

export const UNREADABLE_KINDS = ['order', 'offer', 'category', 'return'] as const;

export interface UnreadableRows {
  /** Last seen first, in the shape of `GET /unreadable-rows`. */
  list(
    filter: { readonly accounts?: readonly string[]; readonly kinds?: readonly (typeof UNREADABLE_KINDS)[number][] },
    request: ListRequest<'last_seen_at'>,
  ): Promise<ListPage>;
}

export interface AccountCallbacks {
  /** The account whose callback address ends in this secret. */
  accountOf(secret: string): Promise<string | null>;
  secretOf(account: string): Promise<string>;
}

export interface NewAccount {
  readonly key: string;
  readonly platform: Platform;
  readonly fulfilment: 'own' | 'fbe';
  readonly username: string;
  readonly password: string;
  readonly baseUrl: string;
}

/** What is absent, or undefined, stays. Without a base URL another platform brings its own. */
export type AccountChange = { readonly [Field in keyof Omit<NewAccount, 'key'>]?: NewAccount[Field] | undefined };

export interface AccountDetails extends Omit<NewAccount, 'password'> {
  readonly source: 'environment' | 'panel' | 'sandbox';
  /** How often it was added, changed or removed. */
  readonly revision: bigint;
}

/** Data of the sandbox's accounts in this data folder. */
export interface Demonstration {
  /** The next start serves the sandbox whatever accounts there are (`MAGFLOW_SANDBOX=on`). */
  readonly isKept: boolean;
  /** Keys of the accounts whose demonstration data is in the lists. */
  accounts(): Promise<readonly string[]>;
  /** From now on nothing is asked of the marketplace for them; tells which they were. Their events stay in the log. */
  leave(telling: Telling<readonly string[]>): Promise<void>;
  /** Makes the lists anew without what was left; false when they were not ready in time and will be later. */
  renewLists(patienceMs: number): Promise<boolean>;
}

/**
 * Accounts that are added in the panel. All throw RuleViolation: `account-unknown`, and `account-not-editable` for one
 * that comes from the environment or the sandbox; and RevisionConflict where the account is not at `expected` any more.
 */
export interface AccountAdministration {
  details(key: string): Promise<AccountDetails>;
  /** @throws RuleViolation `account-exists`, `account-key-demonstration` with `suggested_key` */
  add(account: NewAccount, telling: Telling): Promise<void>;
  /** Answers the names of what is different now; without any, nothing is told. */
  change(
    key: string,
    change: AccountChange,
    telling: Telling<readonly string[]>,
    expected?: bigint,
  ): Promise<readonly string[]>;
  remove(key: string, telling: Telling, expected?: bigint): Promise<void>;
  rotateCallback(key: string, telling: Telling, expected?: bigint): Promise<void>;
}

export interface AskedFigures {
  /** The account that the figures are of; null when they are of several. */
  readonly account: string | null;
  /** What was asked beside the account. */
  readonly question: string;
  readonly minPosition: bigint | undefined;
}

/** Answers that may be kept for a while, never longer than the events that they rest on (contract §6). */
export interface AnswerCache {
  couriers(account: string, load: () => Promise<readonly CourierAccount[]>): Promise<readonly CourierAccount[]>;
  addresses(account: string, load: () => Promise<readonly PickupAddress[]>): Promise<readonly PickupAddress[]>;
  /** Figures of orders; never older than the last event heard, nor than what the caller has seen. */
  orderStatistics<T extends object>(asked: AskedFigures, load: () => Promise<T>): Promise<T>;
  /** Pages of products, offers and the catalogue, on the same terms. */
  productLists<T extends object>(asked: AskedFigures, load: () => Promise<T>): Promise<T>;
}

export interface LabelFiles {
  /** The kept label of one parcel, or the one that `load` gets now. */
  label(account: string, emagId: string, format: LabelFormat, load: () => Promise<Uint8Array>): Promise<Uint8Array>;
}

/** Everything that the HTTP door needs; the container supplies it, tests supply fakes behind the same ports. */
export interface HttpDeps {
  readonly settings: HttpSettings;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Registry;
  /** Figures of this process and of those that nobody can scrape, in Prometheus' text format. */
  readonly allMetrics: () => Promise<string>;
  readonly health: Health;
  readonly identity: IdentityService;
  readonly audit: Audit;
  readonly unknownSignIns: UnknownSignIns;
  readonly idempotency: IdempotencyStore;
  readonly eventStore: Pick<EventStore, 'read' | 'lastPosition'>;
  readonly orders: OrderService;
  readonly bulks: BulkService;
  readonly offers: OfferService;
  readonly sync: SyncService;
  readonly outcomes: Outcomes;
  readonly marketplace: Marketplace;
  readonly sellerSettings: SettingsStore;
  readonly invoiceFiles: InvoiceFiles;
  /** When the public links of these invoices were first fetched; those that were not are absent. */
  readonly invoiceFetches: (numbers: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly labelFiles: LabelFiles;
  readonly cache: AnswerCache;
  readonly callbacks: AccountCallbacks;
  readonly accounts: AccountAdministration;
  readonly demonstration: Demonstration;
  /**
   * Reads everything of an account that was just added, or that may have failed before its credentials were corrected,
   * unless nothing may start by itself.
   */
  readonly startFirstSync: (account: string, username: string) => Promise<void>;
  /** The same, as soon as every process calls with what was corrected; nobody waits for it. */
  readonly startSyncOfCorrected: (account: string, username: string) => void;
  /** The same for one that the marketplace lets in again: what it missed meanwhile waits for no job. */
  readonly startSyncOfThawed: (account: string, username: string) => Promise<void>;
  /** A hint that something happened at the marketplace: the order sync of the account runs soon. */
  readonly wakeSync: (account: string, orderId?: string) => void;
  readonly orderQueries: OrderQueries;
  readonly sales: SalesQueries;
  readonly customers: CustomerQueries;
  readonly attention: AttentionQueries;
  readonly awbQueries: AwbQueries;
  readonly invoiceQueries: InvoiceQueries;
  readonly offerQueries: OfferQueries;
  readonly catalogue: CatalogueQueries;
  readonly pictures: Pick<Pictures, 'pathOf' | 'byToken'>;
  readonly categories: CategoryLists;
  readonly eanLookUp: EanLookUp;
  readonly eanMatching: EanMatching;
  readonly eanDecisions: EanDecisionQueries;
  readonly returnQueries: ReturnQueries;
  readonly syncRunQueries: SyncRunQueries;
  readonly operationQueries: OperationQueries;
  readonly auditQueries: AuditQueries;
  readonly readPosition: ReadPosition;
  readonly snapshots: Snapshots;
  readonly jobs: Jobs;
  readonly notifications: Notifications;
  readonly parkedEvents: ParkedEvents;
  readonly marketplaceCalls: MarketplaceCalls;
  readonly unreadableRows: UnreadableRows;
  readonly deadLetters: Pick<Bus, 'deadLetters' | 'redrive'>;
  readonly system: SystemFacts;
}
