import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BulkEvent, BulkItem, BulkOutcome } from '../../src/domain/operation/bulk.js';
import { PgOperationQueries } from '../../src/projections/operations/pgOperationQueries.js';
import { PgAwbQueries } from '../../src/projections/orderList/pgAwbQueries.js';
import { PgOrderQueries } from '../../src/projections/orderList/pgOrderQueries.js';
import { PROJECTIONS } from '../../src/projections/projections.js';
import { ReadTables } from '../../src/projections/readTables.js';
import { parcelRequest, received } from '../support/orderSamples.js';
import { openReadModelBench, type AppendedEvent, type ReadModelBench } from './support/readModelBench.js';

const BULK = 'b0000000-0000-4000-8000-000000000001';
const RETRY = 'b0000000-0000-4000-8000-000000000002';
const [FIRST, SECOND] = ['c0000000-0000-4000-8000-000000000001', 'c0000000-0000-4000-8000-000000000002'];
const at = (minute: number): string => `2026-03-02T10:${String(minute).padStart(2, '0')}:00.000Z`;
const awb = { parcel: { observation: 'Sunați-l pe Ștefan' }, force: false, reason: null };
const items: readonly BulkItem[] = [
  { account: 'main', orderId: '700000001', awb, refusal: null },
  { account: 'outlet', orderId: '700000002', awb, refusal: null },
  { account: null, orderId: '404', awb, refusal: { code: 'order-unknown', text: 'There is no order 404' } },
];
const outcome = (item: number, result: BulkOutcome['result'], rest: Partial<BulkOutcome> = {}): BulkOutcome => ({
  item,
  result,
  operationId: null,
  code: null,
  text: null,
  ...rest,
});
const of = (minute: number) => ({ operationId: BULK, at: at(minute) });
const page = { page: 1, itemsPerPage: 25 };

describe('bulk operations', () => {
  let bench: ReadModelBench;
  let operations: PgOperationQueries;

  const append = async (stream: string, ...events: readonly AppendedEvent[]): Promise<void> => {
    const last = await bench.append(stream, ...events);
    for (const { name } of PROJECTIONS) await bench.reached(name, last);
  };
  const bulk = (...events: readonly BulkEvent[]) => append(`operation-${BULK}`, ...events);
  const idsOf = async (...args: Parameters<PgOperationQueries['list']>): Promise<string[]> =>
    (await operations.list(...args)).operations.map(({ id }) => id).sort();

  beforeAll(async () => {
    bench = await openReadModelBench();
    operations = new PgOperationQueries(bench.pool, new ReadTables(bench.pool, PROJECTIONS));
    await bench.run(PROJECTIONS);
    for (const { account, orderId } of items.slice(0, 2)) {
      const event = received({ status: 'prepared' });
      await append(`order-${account}-${orderId}`, {
        ...event,
        data: { ...event.data, account, orderId },
      } as AppendedEvent);
    }
  });
  afterAll(() => bench.close());

  it('move from queued over running to rest, with an outcome for each order', async () => {
    await bulk({ type: 'BulkRequested', data: { ...of(0), kind: 'bulk_generate_awbs', items, retryOf: null } });
    expect(await operations.byId(BULK)).toMatchObject({
      kind: 'bulk_generate_awbs',
      state: 'queued',
      progress: { done: 0, total: 3 },
      createdAt: at(0),
      finishedAt: null,
      subject: { kind: 'bulk', accounts: ['main', 'outlet'], isRetriable: false },
    });
    expect(await operations.bulkLines(BULK)).toEqual([
      { account: 'main', orderId: '700000001', outcome: null },
      { account: 'outlet', orderId: '700000002', outcome: null },
      { account: null, orderId: '404', outcome: null },
    ]);

    const unknown = outcome(2, 'failed', { code: 'order-unknown', text: 'There is no order 404' });
    await bulk(
      { type: 'BulkStarted', data: of(1) },
      { type: 'BulkItemsEnded', data: { ...of(2), outcomes: [unknown] } },
    );
    expect(await operations.byId(BULK)).toMatchObject({ state: 'running', progress: { done: 1, total: 3 } });

    const doubt = outcome(0, 'in_doubt', { operationId: FIRST, code: 'awb-in-doubt' });
    const refused = outcome(1, 'failed', { operationId: SECOND, code: 'marketplace-refused' });
    const counts = { total: 3, succeeded: 0, failed: 2, inDoubt: 1, notDone: 0 };
    await bulk(
      { type: 'BulkItemsEnded', data: { ...of(3), outcomes: [doubt, refused] } },
      { type: 'BulkEnded', data: { ...of(3), kind: 'bulk_generate_awbs', counts } },
    );
    expect(await operations.byId(BULK)).toMatchObject({
      state: 'in_doubt',
      progress: { done: 2, total: 3 },
      finishedAt: null,
      subject: { isRetriable: true },
    });

    const found = outcome(0, 'succeeded', { operationId: FIRST });
    await bulk(
      { type: 'BulkItemsEnded', data: { ...of(9), outcomes: [found] } },
      {
        type: 'BulkEnded',
        data: { ...of(9), kind: 'bulk_generate_awbs', counts: { ...counts, succeeded: 1, inDoubt: 0 } },
      },
      { type: 'BulkRetried', data: { ...of(20), retryOperationId: RETRY } },
    );
    expect(await operations.byId(BULK)).toMatchObject({
      state: 'partial',
      progress: { done: 3, total: 3 },
      finishedAt: at(9),
      subject: { isRetriable: false, retriedBy: RETRY },
    });
    expect((await operations.bulkLines(BULK))[0]).toEqual({
      account: 'main',
      orderId: '700000001',
      outcome: { result: 'succeeded', operationId: FIRST, code: null, text: null },
    });
  });

  it('keep nothing of how an order is shipped', async () => {
    const table = await new ReadTables(bench.pool, PROJECTIONS).table('operations', 'operations');
    const rows = await bench.rows<{ row: string }>(
      `select row_to_json(o)::text as row from ${table} o where key = $1`,
      [BULK],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain('Ștefan');
  });

  it('stand in lists once, their items only where they are asked for', async () => {
    const parcel = parcelRequest({ courierAccountId: '11' });
    const wish = { parcel, force: false, reason: null, bulkId: BULK };
    const main = { account: 'main', orderId: '700000001', operationId: FIRST, at: at(2) };
    const outlet = { account: 'outlet', orderId: '700000002', operationId: SECOND, at: at(2) };
    await append('order-main-700000001', { type: 'AwbRequested', data: { ...main, ...wish } });
    await append(
      'order-outlet-700000002',
      { type: 'AwbRequested', data: { ...outlet, ...wish } },
      { type: 'AwbAttemptStarted', data: { ...outlet, attemptId: 'a1', statusBefore: 'prepared' } },
      { type: 'AwbRefused', data: { ...outlet, code: 'refused', text: 'Localitate greșită', call: null } },
    );
    expect(await idsOf({}, page)).toEqual([BULK]);
    expect(await idsOf({ partOf: BULK }, page)).toEqual([FIRST, SECOND]);
    expect(await idsOf({ partOf: BULK, states: ['failed'] }, page)).toEqual([SECOND]);
    expect(await idsOf({ orderId: '700000001' }, page)).toEqual([BULK, FIRST]);
    expect(await idsOf({ orderId: '70000000' }, page)).toEqual([]);
    expect(await idsOf({ account: 'outlet' }, page)).toEqual([BULK]);
    expect(await idsOf({ account: 'fbe' }, page)).toEqual([]);
    expect(await idsOf({ kinds: ['bulk_generate_awbs'], states: ['partial'] }, page)).toEqual([BULK]);
    expect(await idsOf({ kinds: ['bulk_acknowledge_orders'] }, page)).toEqual([]);
    expect(await idsOf({}, { ...page, q: '700000002' })).toEqual([BULK]);
    expect(await idsOf({}, { ...page, q: BULK })).toEqual([BULK]);
    expect(await idsOf({}, { ...page, q: '404404' })).toEqual([]);
    expect(await operations.byId(SECOND)).toMatchObject({ partOf: BULK, state: 'failed' });
    expect(await operations.refusals([FIRST, SECOND])).toEqual(
      new Map([[SECOND, { code: 'refused', text: 'Localitate greșită' }]]),
    );
  });

  it('are composed from few questions, however many orders', async () => {
    const tables = new ReadTables(bench.pool, PROJECTIONS);
    const orders = new PgOrderQueries(bench.pool, tables);
    const keys = [
      { account: 'main', orderId: '700000001' },
      { account: 'outlet', orderId: '700000002' },
    ];
    const records = await orders.byKeys([...keys, { account: 'main', orderId: '404' }]);
    expect(records.map(({ key, order, isParked }) => [key, order.awb.phase, isParked])).toEqual([
      [keys[0], 'requested', false],
      [keys[1], 'refused', false],
    ]);
    expect(await orders.keysOf(['700000001', '404', '700000002'])).toEqual(keys);
    const awbs = await new PgAwbQueries(bench.pool, tables).ofOrders(['700000001', '404']);
    expect(awbs.map((text) => JSON.parse(text) as unknown)).toMatchObject([
      { order_id: '700000001', operation_id: FIRST, status: 'requested' },
    ]);
  });
});
