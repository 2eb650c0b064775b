import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrderEvent } from '../../src/domain/order/orderEvents.js';
import type { SyncRunEvent } from '../../src/domain/syncRun/syncRun.js';
import { noCounts } from '../../src/domain/syncRun/syncRun.js';
import { PgOperationQueries } from '../../src/projections/operations/pgOperationQueries.js';
import { PgAttentionQueries } from '../../src/projections/orderList/pgAttentionQueries.js';
import { PgAwbQueries } from '../../src/projections/orderList/pgAwbQueries.js';
import { PgInvoiceQueries } from '../../src/projections/orderList/pgInvoiceQueries.js';
import { PgOrderQueries } from '../../src/projections/orderList/pgOrderQueries.js';
import { ProjectionAdmin } from '../../src/projections/projectionAdmin.js';
import { PROJECTIONS } from '../../src/projections/projections.js';
import { readModelDigest } from '../../src/projections/readModelDigest.js';
import { ReadTables } from '../../src/projections/readTables.js';
import { physicalName } from '../../src/projections/tables.js';
import { PgSyncRunQueries } from '../../src/projections/syncRuns/pgSyncRunQueries.js';
import { eventually } from '../support/eventually.js';
import { key, parcelRequest, received } from '../support/orderSamples.js';
import { openReadModelBench, type AppendedEvent, type ReadModelBench } from './support/readModelBench.js';

const stream = 'order-main-6112345678';
const parcel = parcelRequest({
  courierAccountId: '11',
  parcels: 2,
  weight: '3.5',
  cod: '379.99',
  insuredValue: '0.00',
});
const of = (operationId: string, minute: number) => ({
  ...key,
  operationId,
  at: `2026-03-02T10:${String(minute).padStart(2, '0')}:00.000Z`,
});
const seller = {
  name: 'S',
  fiscalCode: 'RO1',
  registration: 'J1',
  address: 'A',
  city: 'C',
  county: 'C',
  postcode: '1',
  country: 'RO',
  iban: '',
  contact: '',
  phone: '',
};
const buyer = {
  name: 'Ștefan Țepeș',
  fiscalCode: '',
  registrationNumber: '',
  address: 'A',
  city: 'C',
  county: 'C',
  postcode: '1',
  country: 'RO',
};
const invoice = {
  number: 'MF0000001',
  series: 'MF',
  sequence: 1,
  issuedAt: '2026-03-02T10:20:00.000Z',
  seller,
  isCompany: false,
  lines: [],
  vatByRate: [{ vatRate: '0.21', net: '314.04', vat: '65.95', gross: '379.99' }],
  totalNet: '314.04',
  totalVat: '65.95',
  totalGross: '379.99',
  currency: 'RON',
  paymentMethod: null,
  orderedAt: '2026-03-01T12:05:11.000Z',
};

describe('what follows from work on an order', () => {
  let bench: ReadModelBench;
  let tables: ReadTables;
  let operations: PgOperationQueries;
  let awbs: PgAwbQueries;
  let invoices: PgInvoiceQueries;
  let orders: PgOrderQueries;
  let attention: PgAttentionQueries;
  let runs: PgSyncRunQueries;

  const append = async (to: string, ...events: readonly AppendedEvent[]): Promise<void> => {
    const last = await bench.append(to, ...events);
    for (const { name } of PROJECTIONS) await bench.reached(name, last);
  };
  const order = (...events: readonly OrderEvent[]) => append(stream, ...events);
  const page = { page: 1, itemsPerPage: 25 };
  const listedAwbs = async () => (await awbs.list({}, page)).items.map((item) => JSON.parse(item) as unknown);

  beforeAll(async () => {
    bench = await openReadModelBench();
    tables = new ReadTables(bench.pool, PROJECTIONS);
    operations = new PgOperationQueries(bench.pool, tables);
    awbs = new PgAwbQueries(bench.pool, tables);
    invoices = new PgInvoiceQueries(bench.pool, tables);
    orders = new PgOrderQueries(bench.pool, tables);
    attention = new PgAttentionQueries(bench.pool, tables);
    runs = new PgSyncRunQueries(bench.pool, tables);
    await bench.run(PROJECTIONS);
    await order(received({ status: 'prepared' }));
  });
  afterAll(() => bench.close());

  it('an AWB goes from wish over doubt to its number, as one row and one operation', async () => {
    await order({ type: 'AwbRequested', data: { ...of('op-awb', 1), parcel, force: false, reason: null } });
    expect(await listedAwbs()).toMatchObject([{ status: 'requested', awb_number: null, operation_id: 'op-awb' }]);
    expect(await operations.byId('op-awb')).toEqual({
      id: 'op-awb',
      kind: 'generate_awb',
      state: 'queued',
      progress: { done: 0, total: 1 },
      refusal: null,
      subject: { kind: 'order', account: 'main', orderId: '6112345678' },
      outcome: { awbNumber: null, invoiceNumber: null },
      partOf: null,
      createdBy: { kind: 'user', id: 'u1' },
      createdAt: '2026-03-02T10:01:00.000Z',
      finishedAt: null,
    });

    await order(
      { type: 'AwbAttemptStarted', data: { ...of('op-awb', 2), attemptId: 'a1', statusBefore: 'prepared' } },
      { type: 'AwbInDoubt', data: { ...of('op-awb', 3), reason: 'no answer', call: null } },
    );
    expect(await listedAwbs()).toMatchObject([{ status: 'in_doubt', text: 'no answer' }]);
    expect(await operations.byId('op-awb')).toMatchObject({ state: 'in_doubt', finishedAt: null });
    const [first] = await attention.slice({ now: new Date('2026-03-02T11:00:00Z') }, 0, 10);
    expect(first?.item).toEqual({
      id: 'main-6112345678-awb_in_doubt',
      kind: 'awb_in_doubt',
      severity: 'critical',
      account_type: 'main',
      order_id: '6112345678',
      order_date: '2026-03-01T12:05:11.000Z',
      since: '2026-03-02T10:03:00.000Z',
      deadline: '2026-03-03T21:59:59.000Z',
      code: null,
      detail: 'no answer',
      next_action: 'resolve_awb',
      link: '/orders/main-6112345678',
    });

    await order({
      type: 'AwbResolved',
      data: { ...of('op-awb', 4), awbNumber: '4EMG001', noneExists: false, reason: null },
    });
    expect(await listedAwbs()).toMatchObject([
      { status: 'generated', awb_number: '4EMG001', parcels: 2, weight: '3.5', is_manual: true },
    ]);
    expect(await operations.byId('op-awb')).toMatchObject({
      state: 'succeeded',
      progress: { done: 1, total: 1 },
      outcome: { awbNumber: '4EMG001' },
      finishedAt: '2026-03-02T10:04:00.000Z',
    });
    expect(await awbs.byNumber('4EMG001', 'fbe')).toEqual([]);
    expect(await awbs.byNumber('4EMG001', null)).toHaveLength(1);
    expect((await orders.list({ hasAwb: true }, { ...page, q: '4emg001' })).total).toBe(1);
    expect((await awbs.list({}, { ...page, q: '4EMG' })).total).toBe(1);
  });

  it('an invoice is listed once numbered, and says what the marketplace made of it', async () => {
    await order(
      { type: 'InvoiceRequested', data: { ...of('op-inv', 20), series: 'MF', invoiceUrl: null } },
      {
        type: 'InvoiceNumbered',
        data: { ...of('op-inv', 21), number: 'MF0000001', invoice, personId: 'invoice-MF0000001', personal: buyer },
      },
      { type: 'InvoiceIssued', data: { ...of('op-inv', 22), number: 'MF0000001', sha256: 'abc', bytes: 10 } },
      {
        type: 'InvoiceAttachRefused',
        data: { ...of('op-inv', 23), number: 'MF0000001', code: 'public-url-missing', text: 'no address', call: null },
      },
    );
    expect(JSON.parse((await invoices.byNumber('MF0000001')) ?? '')).toEqual({
      number: 'MF0000001',
      series: 'MF',
      order_id: '6112345678',
      account_type: 'main',
      issued_at: '2026-03-02T10:20:00.000Z',
      total_net: '314.04',
      total_vat: '65.95',
      total_gross: '379.99',
      vat_by_rate: [{ vat_rate: '0.21', net: '314.04', vat: '65.95', gross: '379.99' }],
      currency: 'RON',
      sha256: 'abc',
      marketplace_state: 'refused',
      marketplace_code: 'public-url-missing',
      marketplace_text: 'no address',
      attached_url: null,
      attached_at: null,
      storno_of: null,
      storno_number: null,
      storno_state: 'none',
      operation_id: 'op-inv',
    });
    expect((await invoices.list({ series: 'MF' }, { ...page, sort: 'number', order: 'asc' })).total).toBe(1);
    expect((await invoices.list({}, { ...page, q: 'mf0000001' })).items).toHaveLength(1);
    expect(await invoices.byNumber('MF0000002')).toBeNull();
    expect(await operations.byId('op-inv')).toMatchObject({
      state: 'succeeded',
      outcome: { invoiceNumber: 'MF0000001' },
    });
    expect((await orders.list({ hasInvoice: true }, { ...page, q: 'MF0000001' })).total).toBe(1);
  });

  it('a refused wish keeps the marketplace’s words', async () => {
    await order(
      {
        type: 'StatusChangeRequested',
        data: { ...of('op-st', 30), newStatus: 'finalized', reasonCancellation: null, lines: null, isStorno: false },
      },
      { type: 'StatusChangeRefused', data: { ...of('op-st', 31), code: 'E1', text: 'Not allowed', call: null } },
    );
    expect(await operations.byId('op-st')).toMatchObject({
      kind: 'change_order_status',
      state: 'failed',
      refusal: { code: 'E1', text: 'Not allowed' },
      finishedAt: '2026-03-02T10:31:00.000Z',
    });
    expect((await operations.list({ states: ['failed'], orderId: '6112345678' }, page)).total).toBe(1);
    expect((await operations.list({ kinds: ['generate_awb'], account: 'fbe' }, page)).total).toBe(0);
  });

  it('a sync of two accounts is one operation, over when both runs are', async () => {
    const run = (id: string, account: string, minute: number) => ({
      runId: id,
      account,
      kind: 'orders' as const,
      operationId: 'op-sync',
      at: of('', minute).at,
    });
    const options = {
      mode: 'full',
      from: null,
      to: null,
      statuses: null,
      maxPages: null,
      includeInactive: true,
    } as const;
    const sync = (id: string, ...events: readonly SyncRunEvent[]) => append(`syncRun-${id}`, ...events);
    const counts = { ...noCounts, page: 2, processed: 200, totalItems: 500, created: 200 };

    await sync(
      'r1',
      { type: 'SyncRunRequested', data: { ...run('r1', 'main', 40), options, trigger: 'user', runsOfOperation: 2 } },
      { type: 'SyncRunStarted', data: run('r1', 'main', 41) },
      { type: 'SyncRunProgressed', data: { ...run('r1', 'main', 42), counts } },
    );
    expect(await operations.byId('op-sync')).toMatchObject({
      kind: 'sync_orders',
      state: 'running',
      progress: { done: 200, total: 500 },
    });
    expect(await runs.active()).toMatchObject([{ id: 'r1', phase: 'running', counts, trigger: 'user' }]);

    await sync('r1', {
      type: 'SyncRunCompleted',
      data: { ...run('r1', 'main', 43), counts: { ...counts, processed: 500 }, missing: [] },
    });
    expect(await operations.byId('op-sync')).toMatchObject({ state: 'running', finishedAt: null });
    await sync(
      'r2',
      { type: 'SyncRunRequested', data: { ...run('r2', 'fbe', 40), options, trigger: 'user', runsOfOperation: 2 } },
      {
        type: 'SyncRunFailed',
        data: { ...run('r2', 'fbe', 44), counts: noCounts, code: 'E401', text: 'Unauthorized' },
      },
    );
    expect(await operations.byId('op-sync')).toMatchObject({
      state: 'partial',
      progress: { done: 500, total: 500 },
      subject: { kind: 'sync_runs', runIds: ['r1', 'r2'] },
      refusal: { code: 'E401', text: 'Unauthorized' },
      finishedAt: '2026-03-02T10:44:00.000Z',
    });
    expect((await runs.list({ phases: ['failed'] }, page)).total).toBe(0); // finished longer than 30 days ago
    expect(await runs.byId('r2')).toMatchObject({ failure: { code: 'E401', text: 'Unauthorized' } });
    expect((await runs.lastCompleted()).map(({ id }) => id)).toEqual(['r1']);
    const march3 = new Date('2026-03-03T00:00:00Z');
    expect(await runs.statistics(march3, ['main', 'fbe'])).toEqual({ total: 2, completed: 1, failed: 1, cancelled: 0 });
    expect(await runs.statistics(march3, ['fbe'])).toEqual({ total: 1, completed: 0, failed: 1, cancelled: 0 });
  });

  it('comes out the same when everything is rebuilt from the log', async () => {
    const admin = new ProjectionAdmin(bench.pool, bench.store, PROJECTIONS);
    const digests = () => Promise.all(PROJECTIONS.map((projection) => readModelDigest(bench.pool, projection)));
    const before = await digests();
    for (const { name } of PROJECTIONS) {
      await admin.rebuild(name);
      await eventually(
        () => admin.isCurrent(name, 2),
        (isCurrent) => isCurrent,
      );
    }
    expect(await digests()).toEqual(before);
    for (const { table, children, counters, rollups = [] } of PROJECTIONS) {
      const rolled = rollups.flatMap((rollup) =>
        rollup.counters.map(({ name, by }) => ({ name, by, sums: ['counted'] })),
      );
      for (const { name, by, sums } of [...counters, ...rolled]) {
        const order = by.map((column) => column.name).join();
        // A row of zeros is left behind where there once was something.
        const isCounted = sums.map((sum) => `t.${sum} <> 0`).join(' or ');
        const rows = (generation: number) =>
          bench.rows(`select * from ${physicalName(name, generation)} as t where ${isCounted} order by ${order}`);
        expect(await rows(2)).toEqual(await rows(1));
      }
      for (const { name } of [table, ...children, ...rollups]) {
        const rows = (generation: number) => bench.rows(`select * from ${physicalName(name, generation)} order by key`);
        expect(await rows(2)).toEqual(await rows(1));
      }
    }
    expect(await bench.rows(`select from ${physicalName('order_list', 2)}`)).toHaveLength(1);
  });
});
