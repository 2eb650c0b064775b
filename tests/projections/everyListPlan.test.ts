import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { orderHistory, orderIdOf } from '../../bench/support/manyOrders.mjs';
import type { RecordedEvent } from '../../src/application/ports/eventStore.js';
import { auditProjection } from '../../src/projections/audit/auditProjection.js';
import { PgAuditQueries } from '../../src/projections/audit/pgAuditQueries.js';
import { EAN_DECISION_SORTS } from '../../src/projections/eanDecisions/eanDecisionQueries.js';
import { eanDecisionsProjection } from '../../src/projections/eanDecisions/eanDecisionsProjection.js';
import { PgEanDecisionQueries } from '../../src/projections/eanDecisions/pgEanDecisionQueries.js';
import type { ListRequest } from '../../src/projections/listPage.js';
import { CATALOGUE_SORTS } from '../../src/projections/offers/catalogueQueries.js';
import { OFFER_SORTS } from '../../src/projections/offers/offerQueries.js';
import { offersProjection } from '../../src/projections/offers/offersProjection.js';
import { PgCatalogueQueries } from '../../src/projections/offers/pgCatalogueQueries.js';
import { PgOfferQueries } from '../../src/projections/offers/pgOfferQueries.js';
import { operationsProjection } from '../../src/projections/operations/operationsProjection.js';
import { PgOperationQueries } from '../../src/projections/operations/pgOperationQueries.js';
import { CUSTOMER_SORTS } from '../../src/projections/orderList/customerQueries.js';
import { orderListProjection } from '../../src/projections/orderList/orderListProjection.js';
import { ORDER_SORTS } from '../../src/projections/orderList/orderQueries.js';
import { PgAwbQueries } from '../../src/projections/orderList/pgAwbQueries.js';
import { PgCustomerQueries } from '../../src/projections/orderList/pgCustomerQueries.js';
import { PgInvoiceQueries } from '../../src/projections/orderList/pgInvoiceQueries.js';
import { PgOrderQueries } from '../../src/projections/orderList/pgOrderQueries.js';
import type { Projection } from '../../src/projections/projection.js';
import { ReadTables } from '../../src/projections/readTables.js';
import { PgSyncRunQueries } from '../../src/projections/syncRuns/pgSyncRunQueries.js';
import { syncRunsProjection } from '../../src/projections/syncRuns/syncRunsProjection.js';
import { fill } from './support/filledReadModel.js';
import { openReadModelBench, type ReadModelBench } from './support/readModelBench.js';
import { statementsOf, touchedRows } from './support/touchedRows.js';

const ROWS = 4_000;
/** A count stops at 1,001; a page of 25 may pass over some that a filter leaves out. All of a table would be 4,000. */
const MAX_TOUCHED = 1_500;

const sample = (type: string): Record<string, unknown> =>
  (JSON.parse(readFileSync(`tests/samples/events/${type}.v1.json`, 'utf8')) as { data: Record<string, unknown> }).data;

const at = (n: number): string => new Date(Date.UTC(2026, 9, 20) + n * 60_000).toISOString();

/** The nth event of a stream of its own, from the stored sample of its type. */
const event = (type: string, stream: string, n: number, change: Record<string, unknown>): RecordedEvent => ({
  id: `0f4b1c9e-5a53-4d5b-9b57-${String(n).padStart(12, '0')}`,
  stream,
  revision: 0n,
  position: BigInt(n),
  type,
  data: { ...sample(type), at: at(n), ...change },
  metadata: {
    correlationId: `c${n}`,
    actor: { kind: 'user', id: `user${n % 50}` },
    occurredAt: at(n),
    schemaVersion: 1,
  },
  recordedAt: at(n),
});

function* times<T>(make: (n: number) => T): Generator<T> {
  for (let n = 1; n <= ROWS; n += 1) yield make(n);
}

const account = (n: number): string => (n % 3 === 0 ? 'fbe' : 'main');
const offerFacts = sample('OfferReceived')['facts'] as Record<string, unknown>;
const offer = (n: number): RecordedEvent =>
  event('OfferReceived', `offer-${account(n)}-${n}`, n, {
    account: account(n),
    offerId: String(n),
    facts: {
      ...offerFacts,
      name: `Produs ${(n * 7919) % ROWS}`,
      sku: `SKU-${n}`,
      pnk: `D${n}BM`,
      brand: `Marca ${n % 200}`,
      eans: [String(5_940_000_000_000 + n)],
      status: n % 100 === 0 ? 'inactive' : n % 151 === 0 ? 'end_of_life' : 'active',
      priceNet: `${(n * 37) % 5_000}.5000`,
      stock: n % 4 === 0 ? 0 : n % 90,
      buyButtonRank: n % 60 === 0 ? 2 : 1,
      validationStatus: { value: n % 80 === 0 ? 8 : 9, text: 'x' },
    },
  });
const acts = ['SignedIn', 'UserCreated', 'AccountTested'] as const;
const act = (n: number): RecordedEvent =>
  n % 3 === 2
    ? event('AccountTested', `account-a${n % 40}`, n, { account: `a${n % 40}` })
    : event(acts[n % 3] ?? 'SignedIn', `user-u${n % 90}`, n, { userId: `u${n % 90}`, username: `user${n % 90}` });
const run = (n: number): RecordedEvent[] => [
  event('SyncRunRequested', `syncRun-r${n}`, n, {
    runId: `r${n}`,
    account: account(n),
    kind: n % 12 === 0 ? 'offers' : 'orders',
    operationId: `op${n}`,
  }),
  ...(n % 400 === 0
    ? []
    : [{ ...event('SyncRunFailed', `syncRun-r${n}`, n, { runId: `r${n}` }), revision: 1n, position: BigInt(n) + 1n }]),
];
const decision = (n: number): RecordedEvent => {
  const data = sample('EanMatchDecided');
  return event('EanMatchDecided', `eanMatch-${String(n).padStart(14, '0')}`, n, { ...data, at: at(n) });
};

interface ListCase {
  readonly ask: (filter: object, request: ListRequest) => Promise<unknown>;
  readonly sorts: readonly string[];
  readonly filters: Readonly<Record<string, object>>;
  readonly searches: readonly string[];
}

describe('no list is read without its index', () => {
  let bench: ReadModelBench;
  let tables: ReadTables;
  const projections: readonly Projection[] = [
    orderListProjection,
    operationsProjection,
    offersProjection,
    auditProjection,
    syncRunsProjection,
    eanDecisionsProjection,
  ] as readonly Projection[];

  beforeAll(async () => {
    bench = await openReadModelBench();
    tables = new ReadTables(bench.pool, projections);
    await fill(bench, orderListProjection as Projection, times(orderHistory));
    await fill(bench, operationsProjection as Projection, times(orderHistory));
    await fill(
      bench,
      offersProjection as Projection,
      times((n) => [offer(n)]),
    );
    await fill(
      bench,
      auditProjection as Projection,
      times((n) => [act(n)]),
    );
    await fill(bench, syncRunsProjection as Projection, times(run));
    await fill(
      bench,
      eanDecisionsProjection as Projection,
      times((n) => [decision(n)]),
    );
  }, 180_000);
  afterAll(() => bench.close());

  const caseOf = (name: string): ListCase => {
    const { pool } = bench;
    const period = { from: at(100), to: at(160) };
    switch (name) {
      case 'orders':
        return {
          ask: (filter, request) => new PgOrderQueries(pool, tables).list(filter, request as ListRequest<'id'>),
          sorts: ORDER_SORTS,
          filters: {
            account: { accounts: ['fbe'] },
            status: { statuses: ['new'] },
            statuses: { statuses: ['new', 'in_progress', 'prepared'] },
            'account and status': { accounts: ['main'], statuses: ['canceled'] },
            fulfilment: { fulfilment: 'fbe' },
            period: { from: '2023-01-02T00:00:00Z', to: '2023-01-02T12:00:00Z' },
            'account in a period': { accounts: ['fbe'], from: '2023-01-02T00:00:00Z', to: '2023-01-02T12:00:00Z' },
            payment: { paymentMethods: ['bank_transfer'] },
            delivery: { deliveryModes: ['pickup'] },
            'a delivery that nobody has': { deliveryModes: ['drone'] },
            AWB: { hasAwb: true },
            'AWB of an account that has none': { accounts: ['fbe'], hasAwb: true },
            'no AWB': { hasAwb: false },
            invoice: { hasInvoice: true },
            'invoice of an account that has none': { accounts: ['fbe'], hasInvoice: true },
            'no invoice': { hasInvoice: false },
            'not acknowledged': { acknowledged: false },
          },
          searches: [orderIdOf(7), 'alias', 'SKU-00042', '4EMGLN100000014', 'po', 'zzz'],
        };
      case 'awbs':
        return {
          ask: (filter, request) => new PgAwbQueries(pool, tables).list(filter, request as ListRequest<'issued_at'>),
          sorts: ['issued_at'],
          filters: {
            account: { accounts: ['main'] },
            'an account without any': { accounts: ['fbe'] },
            'in doubt': { statuses: ['in_doubt'] },
            delivery: { deliveryStates: ['delivered'] },
            order: { orderIds: [orderIdOf(7)] },
            period: { from: '2023-01-02T00:00:00Z', to: '2023-01-02T12:00:00Z' },
          },
          searches: [orderIdOf(7), '4EMGLN'],
        };
      case 'invoices':
        return {
          ask: (filter, request) => new PgInvoiceQueries(pool, tables).list(filter, request as ListRequest<'number'>),
          sorts: ['issued_at', 'number'],
          filters: {
            account: { accounts: ['main'] },
            'an account without any': { accounts: ['fbe'] },
            series: { series: 'MF' },
            'a series without any': { series: 'XX' },
            stornos: { storno: true },
            'no stornos': { storno: false },
            order: { orderIds: [orderIdOf(7)] },
            period: { from: '2023-01-02T00:00:00Z', to: '2023-01-02T12:00:00Z' },
          },
          searches: ['MF0000007', 'po'],
        };
      case 'customers':
        return {
          ask: (filter, request) =>
            new PgCustomerQueries(pool, tables).list({ account: null, ...filter }, request as ListRequest<'name'>),
          sorts: CUSTOMER_SORTS,
          filters: {
            account: { account: 'fbe' },
            tier: { tiers: ['vip'] },
            'most common tier': { tiers: ['new'] },
            returns: { hasReturns: true },
            'no returns': { hasReturns: false },
          },
          searches: ['po', 'alias', 'zzz'],
        };
      case 'a customer’s orders':
        return {
          ask: (_filter, request) =>
            new PgCustomerQueries(pool, tables).orders('7000001', null, request as ListRequest<'order_date'>),
          sorts: ['order_date'],
          filters: {},
          searches: [],
        };
      case 'offers':
        return {
          ask: (filter, request) => new PgOfferQueries(pool, tables).offers(filter, request as ListRequest<'id'>),
          sorts: OFFER_SORTS,
          filters: {
            account: { accounts: ['fbe'] },
            all: { includeInactive: true },
            inactive: { statuses: ['inactive'] },
            'end of life in an account': { accounts: ['fbe'], statuses: ['end_of_life'] },
            brand: { brand: 'Marca 7' },
            validation: { validationStatus: 8 },
            'sold out': { inStock: false },
            'in stock': { inStock: true },
            'buy box lost': { buyBoxLost: true },
            'buy box held': { buyBoxLost: false },
            price: { priceNetFrom: '100', priceNetTo: '110' },
          },
          searches: ['SKU-77', 'produs', '5940000000123'],
        };
      case 'catalogue':
        return {
          ask: (filter, request) => new PgCatalogueQueries(pool, tables).list(filter, request as ListRequest<'sku'>),
          sorts: CATALOGUE_SORTS,
          filters: {
            account: { account: 'fbe' },
            active: { statuses: ['active'] },
            inactive: { statuses: ['inactive'] },
            'end of life': { statuses: ['end_of_life'] },
            brand: { brand: 'Marca 7' },
            validation: { validationStatus: 8 },
            'sold out': { inStock: false },
            'in stock': { inStock: true },
            'buy box lost': { buyBoxLost: true },
            'buy box held': { buyBoxLost: false },
          },
          searches: ['SKU-77', 'produs'],
        };
      case 'operations':
        return {
          ask: (filter, request) =>
            new PgOperationQueries(pool, tables).list(filter, request as ListRequest<'created_at'>),
          sorts: ['created_at'],
          filters: {
            kind: { kinds: ['generate_invoice'] },
            'a kind without any': { kinds: ['sync_orders'] },
            'in doubt': { states: ['in_doubt'] },
            succeeded: { states: ['succeeded'] },
            account: { account: 'main' },
            order: { orderId: orderIdOf(7) },
            'part of a bulk': { partOf: '0f4b1c9e-5a53-4d5b-9b57-000000000001' },
          },
          searches: [orderIdOf(7), 'generate'],
        };
      case 'audit':
        return {
          ask: (filter, request) => new PgAuditQueries(pool, tables).list(filter, request as ListRequest<'at'>),
          sorts: ['at'],
          filters: {
            kind: { kinds: ['account_tested'] },
            actor: { actor: 'user7' },
            'kind of object': { object: 'account' },
            object: { object: 'user:user7' },
            period,
          },
          searches: ['user7', 'signed'],
        };
      case 'sync runs':
        return {
          ask: (filter, request) =>
            new PgSyncRunQueries(pool, tables).list(filter, request as ListRequest<'requested_at'>),
          sorts: ['requested_at'],
          filters: {
            account: { accounts: ['fbe'] },
            kind: { kinds: ['offers'] },
            status: { phases: ['requested'] },
            failed: { phases: ['failed'] },
          },
          searches: ['r77', 'orders'],
        };
      case 'EAN decisions':
        return {
          ask: (filter, request) => new PgEanDecisionQueries(pool, tables).list(filter, request as ListRequest<'ean'>),
          sorts: EAN_DECISION_SORTS,
          filters: { account: { accounts: ['main'] }, 'an account without any': { accounts: ['fbe'] } },
          searches: ['rdx'],
        };
      default:
        throw new Error(`${name} is no list`);
    }
  };

  it.each([
    'orders',
    'awbs',
    'invoices',
    'customers',
    'a customer’s orders',
    'offers',
    'catalogue',
    'operations',
    'audit',
    'sync runs',
    'EAN decisions',
  ])('%s: every filter, search and sort', async (name) => {
    const { ask, sorts, filters, searches } = caseOf(name);
    const tooMany: string[] = [];
    const check = async (what: string, filter: object, request: Partial<ListRequest>): Promise<void> => {
      const statements = await statementsOf(bench.pool, () => ask(filter, { page: 1, itemsPerPage: 25, ...request }));
      expect(statements.length).toBeGreaterThan(0);
      for (const statement of statements) {
        const touched = await touchedRows(bench.pool, statement);
        if (touched > MAX_TOUCHED) tooMany.push(`${what}: ${touched} rows by ${statement.text.slice(0, 200)}`);
      }
    };
    for (const sort of sorts) {
      for (const order of ['asc', 'desc'] as const) {
        await check(`sort ${sort} ${order}`, {}, { sort, order });
        for (const [filter, value] of Object.entries(filters)) {
          await check(`${filter}, sort ${sort} ${order}`, value, { sort, order });
        }
      }
    }
    for (const q of searches) await check(`search ${q}`, {}, { q });
    expect(tooMany).toEqual([]);
  });
});
