import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { Aggregates } from '../../../src/application/aggregates.js';
import { AuditLog } from '../../../src/application/audit/auditLog.js';
import { UnknownSignIns } from '../../../src/application/audit/unknownSignIns.js';
import { CategoryLists } from '../../../src/application/categories/categoryLists.js';
import { EanLookUp } from '../../../src/application/ean/eanLookUp.js';
import { EanMatching } from '../../../src/application/ean/eanMatching.js';
import { createBulkService } from '../../../src/application/operations/bulkService.js';
import { OutcomeListener } from '../../../src/application/operations/outcomeListener.js';
import { createOfferService } from '../../../src/application/offer/offerService.js';
import { createOrderService } from '../../../src/application/order/orderService.js';
import type { DeadLetter } from '../../../src/application/ports/bus.js';
import { RevisionConflict } from '../../../src/application/ports/eventStore.js';
import { noFailpoints } from '../../../src/application/ports/failpoints.js';
import type { InvoiceFile, InvoiceFiles } from '../../../src/application/ports/invoiceFiles.js';
import type {
  AccountState,
  AccountStateCode,
  Marketplace,
  MarketplaceAccount,
} from '../../../src/application/ports/marketplace.js';
import { MarketplaceError } from '../../../src/application/ports/marketplace.js';
import type { Settings, SettingsStore } from '../../../src/application/ports/settings.js';
import type { SyncRequest } from '../../../src/application/services.js';
import { RuleViolation } from '../../../src/domain/decider.js';
import { bulkDecider } from '../../../src/domain/operation/bulk.js';
import { offerDecider } from '../../../src/domain/offer/offerDecider.js';
import { eanMatchDecider } from '../../../src/domain/ean/eanMatch.js';
import { orderDecider, type OrderCommand } from '../../../src/domain/order/order.js';
import { orderStream, type OrderEvent } from '../../../src/domain/order/orderEvents.js';
import type { OrderKey } from '../../../src/domain/order/orderFacts.js';
import type { Order } from '../../../src/domain/order/orderState.js';
import { DeadLetterUnknown } from '../../../src/infrastructure/bus/deadLetterUnknown.js';
import { InMemoryEventStore } from '../../../src/infrastructure/eventstore/inMemoryEventStore.js';
import { createHttpApp } from '../../../src/infrastructure/http/app.js';
import type { HttpDeps } from '../../../src/infrastructure/http/httpDeps.js';
import { createAccessTokens } from '../../../src/infrastructure/identity/accessTokens.js';
import { IdentityService } from '../../../src/infrastructure/identity/identityService.js';
import type { Role } from '../../../src/infrastructure/identity/principal.js';
import { PictureFault } from '../../../src/infrastructure/pictures/pictureFetch.js';
import { PictureLinks } from '../../../src/infrastructure/pictures/pictureLinks.js';
import { Pictures } from '../../../src/infrastructure/pictures/pictures.js';
import { productPicture } from '../../../src/infrastructure/sandbox/picture/productPicture.js';
import { createAnswerCheck } from '../../support/documentedAnswers.js';
import { received } from '../../support/orderSamples.js';
import { InMemoryAccounts } from './inMemoryAccounts.js';
import { untold } from '../../support/untold.js';
import { InMemoryAuditOutbox } from './inMemoryAuditOutbox.js';
import { catalogueDouble } from './catalogueDouble.js';
import { categoryCount, categoryDetails, categoryPage } from './categoryDouble.js';
import { InMemoryIdempotencyStore } from './inMemoryIdempotencyStore.js';
import { InMemoryIdentityStore } from './inMemoryIdentityStore.js';
import { InMemoryReadSide } from './inMemoryReadSide.js';
import { MarketplaceDouble } from './marketplaceDouble.js';

export const PASSWORD = 'correct horse battery';

const seller = {
  name: 'Exemplu SRL',
  fiscalCode: 'RO12345678',
  registration: 'J12/345/2020',
  address: 'Str. Depozitului nr. 1',
  city: 'Cluj-Napoca',
  county: 'Cluj',
  postcode: '400001',
  country: 'RO',
  iban: 'RO49AAAA1B31007593840000',
  contact: 'Ana Pop',
  phone: '+40700000009',
};

/** What an account was told when it called, and what a test is told, where that is not `ok`. */
const access: Record<string, { readonly before: AccountStateCode; readonly now: AccountStateCode }> = {};
const connection = (code: AccountStateCode = 'ok'): AccountState => ({
  code,
  text: code === 'ok' ? 'connected' : '',
  checkedAt: '2026-03-02T10:00:00.000Z',
});

const account = (key: string): MarketplaceAccount => {
  const unexpected = () => Promise.reject(new Error('not part of this test'));
  return {
    info: {
      key,
      platform: 'emag-ro',
      fulfilment: key === 'fbe' ? 'fbe' : 'own',
      baseUrl: 'https://marketplace-api.emag.ro/api-3',
      isDemonstration: false,
    },
    testConnection: () => Promise.resolve(connection(access[key]?.now)),
    state: () => Promise.resolve(connection(access[key]?.before)),
    couriers: () =>
      Promise.resolve([
        {
          accountId: '101',
          displayName: 'Sameday Standard',
          courierName: 'Sameday',
          type: 2,
          properties: [1],
          isActive: true,
          pickupCountry: 'RO',
          createdAt: '2024-01-01T00:00:00.000Z',
        },
      ]),
    addresses: () => Promise.resolve([]),
    findLocality: unexpected,
    readLabel: (emagId) => Promise.resolve(new TextEncoder().encode(`%PDF-1.4 label ${emagId}`)),
    readOrders: unexpected,
    countOrders: unexpected,
    readOrder: unexpected,
    acknowledge: unexpected,
    changeStatus: unexpected,
    attachInvoice: unexpected,
    issueAwb: unexpected,
    readAwb: () =>
      Promise.resolve({
        awbNumber: '4EMG12345678901',
        status: { code: '4', name: 'In livrare', description: 'Coletul este la curier' },
      }),
    findByEans: (eans) => Promise.resolve(catalogueDouble(key, eans)),
    eanQuota: () =>
      Promise.resolve({ limit: 5_000, remaining: 4_750, availableNow: 2_375, nextAt: null, resetsAt: null }),
    readCategories: (page, language) => Promise.resolve(categoryPage(page, language)),
    countCategories: () => Promise.resolve({ items: categoryCount, pages: Math.ceil(categoryCount / 100) }),
    readCategory: (id) => Promise.resolve(categoryDetails(id)),
    readReturns: unexpected,
    countReturns: unexpected,
    readReturn: unexpected,
    readOffers: unexpected,
    countOffers: unexpected,
    readOffer: unexpected,
    changeOffer: unexpected,
  };
};

const marketplace: Marketplace = {
  accounts: () => Promise.resolve([account('main').info, account('fbe').info]),
  account: (key) =>
    // Keys that begin so are added by tests.
    key === 'main' || key === 'fbe' || key.startsWith('shop')
      ? Promise.resolve(account(key))
      : Promise.reject(new MarketplaceError('account-unknown', `There is no account ${key}`, false)),
};

class InMemoryInvoiceFiles implements InvoiceFiles {
  private readonly files = new Map<string, InvoiceFile>();

  keep(number: string, bytes: Uint8Array): Promise<InvoiceFile> {
    const file = this.files.get(number) ?? {
      number,
      token: `token-of-${number}`,
      sha256: 'f00d',
      bytes,
      fetchedAt: null,
    };
    this.files.set(number, file);
    return Promise.resolve(file);
  }

  byNumber = (number: string) => Promise.resolve(this.files.get(number) ?? null);
  byToken = (token: string) => Promise.resolve([...this.files.values()].find((file) => file.token === token) ?? null);

  markFetched(number: string, at: string): Promise<void> {
    const file = this.files.get(number);
    if (file && file.fetchedAt === null) this.files.set(number, { ...file, fetchedAt: at });
    return Promise.resolve();
  }
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; fails the test when it is no JSON object. */
  json(): Record<string, unknown>;
}

export interface CallOptions {
  readonly as?: Role | null;
  readonly token?: string;
  readonly body?: unknown;
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestApp {
  readonly url: string;
  readonly server: Server;
  readonly deps: HttpDeps;
  readonly store: InMemoryEventStore;
  /** Where what stands in for a database keeps the facts of its acts. */
  readonly outbox: InMemoryAuditOutbox;
  readonly reads: InMemoryReadSide;
  readonly marketplace: MarketplaceDouble;
  readonly syncRequests: SyncRequest[];
  readonly woken: { account: string; orderId: string | undefined }[];
  readonly firstSyncs: string[];
  readonly access: typeof access;
  /** What a bus would hold for a person to decide on. */
  readonly letters: DeadLetter[];
  /** What operational lists were asked for, last at the end. */
  readonly askedOfLists: { readonly filter: object; readonly request: object }[];
  readonly logLines: string[];
  tokenOf(role: Role): string;
  call(method: string, path: string, options?: CallOptions): Promise<Answered>;
  receive(key: OrderKey, event?: OrderEvent): Promise<void>;
  close(): Promise<void>;
}

const undocumentedIn = createAnswerCheck();

const metadata = {
  correlationId: '11111111-1111-4111-8111-111111111111',
  actor: { kind: 'marketplace', id: 'emag' },
  occurredAt: '2026-03-01T12:06:00.000Z',
  schemaVersion: 1,
} as const;

/** The whole application in this process on fakes that hold the same ports, listening on a free port. */
export const startTestApp = async (change: Partial<HttpDeps> = {}): Promise<TestApp> => {
  const store = new InMemoryEventStore();
  const reads = new InMemoryReadSide(store);
  const clock = { now: () => new Date() };
  const outcomes = new OutcomeListener(store);
  await outcomes.start();
  const marketplaceDouble = new MarketplaceDouble(store);
  marketplaceDouble.start();
  const outbox = new InMemoryAuditOutbox();
  const identity =
    change.identity ??
    new IdentityService(new InMemoryIdentityStore(outbox.keepAll), createAccessTokens(new Uint8Array(32)), clock);
  let settings: Settings = {
    revision: 0n,
    seller,
    invoiceSeries: [{ series: 'MF', nextNumber: 1, accounts: [] }],
    automation: { main: { autoAcknowledge: false }, fbe: { autoAcknowledge: false } },
  };
  const sellerSettings: SettingsStore = {
    read: () => Promise.resolve(settings),
    save: (saved, telling, expected) => {
      const before = settings;
      const { revision } = before;
      if (expected !== undefined && expected !== revision) {
        return Promise.reject(new RevisionConflict('settings', expected, revision));
      }
      settings = { ...before, ...saved, revision: revision + 1n };
      outbox.keepAll(telling({ before, after: settings }));
      return Promise.resolve(settings);
    },
  };
  const invoiceFiles = new InMemoryInvoiceFiles();
  const syncRequests: SyncRequest[] = [];
  const woken: { account: string; orderId: string | undefined }[] = [];
  const logLines: string[] = [];
  const firstSyncs: string[] = [];
  const letters: DeadLetter[] = [];
  const askedOfLists: TestApp['askedOfLists'] = [];
  const read = new Set<string>();
  const notification = {
    id: '0f4b1c9e-5a53-4d5b-9b57-0c7a86f0a0aa',
    kind: 'order_new',
    severity: 'info' as const,
    data: { order_id: '6112345678' },
    created_at: '2026-03-02T10:00:00.000Z',
  };

  const audit = change.audit ?? new AuditLog({ store, outbox, onTrouble: () => undefined });
  const eanLookUp = new EanLookUp(marketplace, (_account, _gtin14, load) => load());
  const metrics = new Registry();
  const deps: HttpDeps = {
    settings: {
      version: '0.1.0',
      publicUrl: () => 'https://desk.example',
      trustProxy: false,
      rateLimit: false,
      metricsToken: 'metrics-token',
      panelFolder: null,
      maxReadWaitMs: 100,
    },
    clock,
    logger: pino({ level: 'info' }, { write: (line: string) => void logLines.push(line) }),
    metrics,
    allMetrics: () => metrics.metrics(),
    health: { ready: () => Promise.resolve({ database: { status: 'ok', detail: 'answers' } }) },
    identity,
    audit,
    unknownSignIns: new UnknownSignIns(audit, clock),
    idempotency: new InMemoryIdempotencyStore(),
    eventStore: store,
    orders: createOrderService({
      orders: new Aggregates<Order, OrderCommand, OrderEvent>(store, orderDecider),
      settings: sellerSettings,
      clock,
      failpoints: noFailpoints,
    }),
    offers: createOfferService({ offers: new Aggregates(store, offerDecider), marketplace, clock }),
    bulks: createBulkService(new Aggregates(store, bulkDecider), clock),
    sync: {
      request: (request, context) => {
        syncRequests.push(request);
        const operationId = context.operationId ?? 'op';
        return Promise.resolve({
          operationId,
          runs: request.accounts.map((key) => ({ account: key, runId: `run-${key}` })),
          position: 7n,
        });
      },
      cancel: (runId, { expectedRevision = 1n }) => {
        if (runId !== '0f4b1c9e-5a53-4d5b-9b57-0c7a86f0a001') {
          return Promise.reject(new RuleViolation('sync-run-unknown', `There is no sync run ${runId}`));
        }
        return expectedRevision === 1n
          ? Promise.resolve({ operationId: 'op', revision: 2n, position: 9n })
          : Promise.reject(new RevisionConflict(`syncRun-${runId}`, expectedRevision, 1n));
      },
    },
    outcomes,
    marketplace,
    sellerSettings,
    invoiceFiles,
    invoiceFetches: async (numbers) => {
      const files = await Promise.all(numbers.map((number) => invoiceFiles.byNumber(number)));
      return new Map(files.flatMap((file) => (file?.fetchedAt ? [[file.number, file.fetchedAt] as const] : [])));
    },
    labelFiles: { label: (_account, _emagId, _format, load) => load() },
    cache: {
      couriers: (_account, load) => load(),
      addresses: (_account, load) => load(),
      orderStatistics: (_asked, load) => load(),
      productLists: (_asked, load) => load(),
    },
    callbacks: {
      accountOf: (secret) => Promise.resolve(secret === 'callback-secret-of-main' ? 'main' : null),
      secretOf: (key) => Promise.resolve(`callback-secret-of-${key}`),
    },
    demonstration: {
      isKept: false,
      accounts: () => Promise.resolve([]),
      leave: (telling) => Promise.resolve(outbox.keepAll(telling([]))),
      renewLists: () => Promise.resolve(true),
    },
    accounts: new InMemoryAccounts([account('main').info, account('fbe').info], outbox.keepAll),
    startFirstSync: (key) => Promise.resolve(void firstSyncs.push(key)),
    startSyncOfThawed: (key) => Promise.resolve(void firstSyncs.push(key)),
    startSyncOfCorrected: (key) => void firstSyncs.push(key),
    wakeSync: (key, orderId) => void woken.push({ account: key, orderId }),
    orderQueries: reads.orders,
    sales: reads.sales,
    customers: reads.customers,
    attention: reads.attention,
    awbQueries: reads.awbs,
    invoiceQueries: reads.invoices,
    offerQueries: reads.offers,
    catalogue: reads.catalogue,
    categories: new CategoryLists(marketplace, (_account, _question, load) => load()),
    pictures: new Pictures({
      links: new PictureLinks(new Uint8Array(32)),
      marketplace,
      logger: { info: () => undefined },
      fetch: (address) =>
        address.includes('img.emag.example')
          ? Promise.resolve(Buffer.from(productPicture(address)))
          : Promise.reject(new PictureFault('its host cannot be reached')),
    }),
    eanLookUp,
    eanMatching: new EanMatching({
      lookUp: eanLookUp,
      localOffers: { find: () => Promise.resolve([]) },
      decisions: new Aggregates(store, eanMatchDecider),
      clock,
    }),
    eanDecisions: reads.eanDecisions,
    returnQueries: reads.returns,
    syncRunQueries: reads.syncRuns,
    operationQueries: reads.operations,
    auditQueries: reads.audit,
    readPosition: reads.position,
    snapshots: { open: () => Promise.resolve({ read: (work) => work(), close: () => Promise.resolve() }) },
    jobs: {
      runs: (name) =>
        name === 'emag.sync_orders'
          ? Promise.resolve({ items: [], total: 0, totalIsLowerBound: false, nextCursor: null })
          : Promise.reject(new RuleViolation('job-unknown', `There is no job ${name}`)),
      list: () =>
        Promise.resolve([
          { name: 'emag.sync_orders', enabled: true, every_seconds: 300, next_run_at: null, last_run: null },
        ]),
      run: (name, telling) => {
        if (name !== 'emag.sync_orders') {
          return Promise.reject(new RuleViolation('job-unknown', `There is no job ${name}`));
        }
        const started = { runId: '0f4b1c9e-5a53-4d5b-9b57-0c7a86f0a002' };
        outbox.keepAll(telling(started));
        return Promise.resolve(started);
      },
    },
    notifications: {
      list: (userId, filter, request) => {
        askedOfLists.push({ filter, request });
        return Promise.resolve({
          items: [JSON.stringify({ ...notification, read_at: read.has(userId) ? notification.created_at : null })],
          total: 1,
          totalIsLowerBound: false,
          nextCursor: null,
          unread: read.has(userId) ? 0 : 1,
        });
      },
      markRead: (userId, id) => Promise.resolve(id === notification.id && Boolean(read.add(userId))),
      markAllRead: (userId) => Promise.resolve(read.has(userId) ? 0 : Number(Boolean(read.add(userId)))),
    },
    parkedEvents: {
      list: (request, filter = {}) => {
        askedOfLists.push({ filter, request });
        return Promise.resolve({ items: [], total: 0 });
      },
      replay: (id) =>
        Promise.resolve(id === '42' ? { outcome: 'applied', replayed: 1, remaining: 0, error: null } : null),
    },
    marketplaceCalls: {
      list: (filter, request) => {
        askedOfLists.push({ filter, request });
        return Promise.resolve({ items: [], total: 0, totalIsLowerBound: false, nextCursor: null });
      },
    },
    unreadableRows: {
      list: (filter, request) => {
        askedOfLists.push({ filter, request });
        return Promise.resolve({ items: [], total: 0, totalIsLowerBound: false, nextCursor: null });
      },
    },
    deadLetters: {
      deadLetters: () => Promise.resolve(letters),
      redrive: (id) => {
        const index = letters.findIndex((letter) => letter.id === id);
        if (index < 0) return Promise.reject(new DeadLetterUnknown(id));
        letters.splice(index, 1);
        return Promise.resolve();
      },
    },
    system: {
      engines: () =>
        Promise.resolve({
          event_store: { kind: 'embedded', name: 'MagFlow' },
          bus: { kind: 'embedded', name: 'event log' },
          database: { kind: 'embedded', name: 'PostgreSQL' },
        }),
      projections: () => Promise.resolve([]),
      sandbox: () =>
        Promise.resolve({ accounts: ['main', 'fbe'], now: '2026-03-02T10:00:00.000Z', endsAtNextStart: false }),
    },
    ...change,
  };

  const tokens = new Map<Role, string>();
  for (const role of ['admin', 'operator', 'auditor'] as const) {
    await identity.createUser(role, PASSWORD, [role], false, untold);
    const signedIn = await identity.login(role, PASSWORD, { signedIn: untold, refused: untold });
    if (signedIn.kind === 'signed_in') tokens.set(role, signedIn.accessToken);
  }
  const tokenOf = (role: Role): string => tokens.get(role) ?? '';

  const { app } = createHttpApp(deps);
  const server = createServer(app);
  // A test that computes for seconds must not find its connection closed meanwhile.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    server,
    deps,
    store,
    outbox,
    reads,
    marketplace: marketplaceDouble,
    syncRequests,
    woken,
    firstSyncs,
    access,
    letters,
    askedOfLists,
    logLines,
    tokenOf,
    async call(method, path, { as = 'operator', token, body, raw, headers = {} } = {}) {
      const bearer = token ?? (as ? tokenOf(as) : undefined);
      const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const response = await fetch(`${url}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(bearer && { authorization: `Bearer ${bearer}` }),
          ...(content !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(content !== undefined && { body: content }),
      });
      const text = await response.text();
      const undocumented = undocumentedIn({
        method,
        path,
        status: response.status,
        contentType: response.headers.get('content-type'),
        text,
      });
      if (undocumented.length > 0) throw new Error(`Outside the OpenAPI document:\n${undocumented.join('\n')}`);
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: () => JSON.parse(text) as Record<string, unknown>,
      };
    },
    async receive(key, event = received()) {
      await store.append(
        orderStream(key),
        [{ id: crypto.randomUUID(), type: event.type, data: { ...event.data, ...key }, metadata }],
        'any',
      );
      if (!reads.known.some((one) => orderStream(one) === orderStream(key))) reads.known.push(key);
    },
    async close() {
      await marketplaceDouble.stop();
      await outcomes.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    },
  };
};
