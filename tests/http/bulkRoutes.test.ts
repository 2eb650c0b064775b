import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Aggregates } from '../../src/application/aggregates.js';
import { bulkHandler } from '../../src/application/operations/bulkHandler.js';
import { ReactorRunner } from '../../src/application/reactors/reactorRunner.js';
import { bulkDecider } from '../../src/domain/operation/bulk.js';
import { eventually } from '../support/eventually.js';
import { received } from '../support/orderSamples.js';
import { startTestApp, type Answered, type TestApp } from './support/testApp.js';
import { untold } from '../support/untold.js';

const acknowledge = '/api/v1/emag/orders/bulk-acknowledge';
const awbs = '/api/v1/emag/phase2/awb/bulk-generate';
const invoices = '/api/v1/emag/phase2/invoice/bulk-generate';
const NOBODY = '0f4b1c9e-5a53-4d5b-9b57-0c7a86f0a0ff';

let app: TestApp;
let leading: AbortSignal | null = null;
let runner: ReactorRunner;
let running: Promise<void>;
let next = 6_500_000_000;

const order = async (status: 'new' | 'in_progress' | 'prepared' | 'canceled', account = 'main'): Promise<string> => {
  const orderId = String((next += 1));
  await app.receive({ account, orderId }, received({ status }));
  return orderId;
};

interface Results {
  readonly success: readonly Record<string, unknown>[];
  readonly failed: readonly Record<string, unknown>[];
  readonly total: number;
}

const resultsOf = (answer: Answered): Results => (answer.json()['result'] as { results: Results }).results;

const ended = (id: unknown, state: RegExp = /succeeded|partial|failed|cancelled|in_doubt/): Promise<Answered> =>
  eventually(
    () => app.call('GET', `/api/v1/operations/${String(id)}`),
    (answer) => state.test(String(answer.json()['state'])),
  );

const bulk = async (path: string, body: object): Promise<Answered> => {
  const asked = await app.call('POST', path, { body });
  expect(asked.status).toBe(202);
  return ended(asked.json()['operation_id']);
};

beforeAll(async () => {
  app = await startTestApp();
  runner = new ReactorRunner(
    app.store,
    { load: () => Promise.resolve(null), save: () => Promise.resolve() },
    [
      bulkHandler({
        bulks: new Aggregates(app.store, bulkDecider),
        orders: app.deps.orders,
        eventStore: app.store,
        clock: app.deps.clock,
        log: { warn: () => undefined, info: () => undefined },
        leading: () => leading,
      }),
    ],
    { warn: () => undefined, info: () => undefined },
  );
  running = runner.run();
});
afterAll(async () => {
  await runner.stop();
  await running;
  await app.close();
});
beforeEach(() => {
  app.marketplace.mood = 'accepts';
  leading = new AbortController().signal;
});

describe('acknowledging many orders', () => {
  it('answers at once, and brings each order or why not', async () => {
    const [first, second, canceled] = [await order('new'), await order('in_progress'), await order('canceled')];
    const twin = await order('new');
    await app.receive({ account: 'fbe', orderId: twin }, received({ status: 'new' }));
    const asked = await app.call('POST', acknowledge, {
      body: { order_ids: [first, Number(first), `main-${second}`, canceled, '404404', twin, `nobody-${first}`] },
    });
    const { operation_id: id } = asked.json();
    expect(asked.status).toBe(202);
    expect(asked.json()).toEqual({ operation_id: id, state: 'queued' });
    expect(asked.headers.get('location')).toBe(`/api/v1/operations/${String(id)}`);
    expect(asked.headers.get('x-event-position')).toMatch(/^\d+$/);

    const answer = await ended(id);
    expect(answer.json()).toMatchObject({
      kind: 'bulk_acknowledge_orders',
      state: 'partial',
      progress: { done: 6, total: 6 },
      result: { success_count: 2, failed_count: 4, results: { total: 6 } },
      error: null,
      created_by: { kind: 'user', id: 'operator' },
      links: {
        self: `/api/v1/operations/${String(id)}`,
        items: `/api/v1/operations?part_of=${String(id)}`,
        retry_failed: `/api/v1/operations/${String(id)}/retry-failed`,
      },
    });
    const { success, failed } = resultsOf(answer);
    expect(success).toMatchObject([
      { id: `main-${first}`, status: 2, operation_id: expect.any(String) },
      { id: `main-${second}`, status: 2, operation_id: null },
    ]);
    expect(failed).toEqual([
      {
        order_id: canceled,
        code: 'order-not-acknowledgeable',
        error: `Order ${canceled} cannot be acknowledged: it is cancelled`,
      },
      { order_id: '404404', code: 'order-unknown', error: 'There is no order 404404' },
      { order_id: twin, code: 'account-ambiguous', error: `Several accounts have an order ${twin}: main, fbe` },
      { order_id: first, code: 'account-unknown', error: 'There is no account nobody' },
    ]);
  });

  it('is the same bulk when it is asked for again under its key', async () => {
    const body = { account_type: 'main', order_ids: [await order('new')] };
    const headers = { 'idempotency-key': 'bulk-once' };
    const first = await app.call('POST', acknowledge, { body, headers });
    const second = await app.call('POST', acknowledge, { body, headers });
    expect(second.json()['operation_id']).toBe(first.json()['operation_id']);
    const other = await app.call('POST', acknowledge, { body: { order_ids: ['1'] }, headers });
    expect([other.status, other.json()['code']]).toEqual([409, 'idempotency-key-reused']);
  });

  it('tells the marketplace’s refusal in its own words', async () => {
    app.marketplace.mood = 'refuses';
    const orderId = await order('new');
    const answer = await bulk(acknowledge, { account_type: 'main', order_ids: [orderId] });
    expect(answer.json()['state']).toBe('failed');
    expect(resultsOf(answer).failed).toEqual([
      { order_id: orderId, code: 'marketplace-refused', error: 'Comanda nu poate fi modificată' },
    ]);
  });
});

describe('issuing many AWBs', () => {
  it('takes the parameters of a single one for each, and a courier for all', async () => {
    const [plain, heavy, empty, foreign] = [
      await order('in_progress'),
      await order('prepared'),
      await order('prepared'),
      await order('prepared'),
    ];
    const answer = await bulk(awbs, {
      account_type: 'main',
      courier_account_id: 101,
      orders: [
        { order_id: plain },
        { order_id: heavy, parcels: 3, weight: '7.5', cod: '0' },
        { order_id: heavy, parcels: 1 },
        { order_id: empty, parcels: 0 },
        { order_id: foreign, courier_account_id: '999' },
      ],
    });
    const { success, failed, total } = resultsOf(answer);
    expect(total).toBe(4);
    expect(success).toMatchObject([
      { order_id: plain, awb_number: '4EMG12345678901', parcels: 1, status: 'generated', account_type: 'main' },
      { order_id: heavy, parcels: 3, weight: '7.5', cod: '0' },
    ]);
    expect(failed).toMatchObject([
      { order_id: empty, code: 'request-impossible' },
      { order_id: foreign, code: 'courier-unknown' },
    ]);
  });

  it('shows what is in doubt, and ends when a person has settled it', async () => {
    app.marketplace.mood = 'leaves_in_doubt';
    const [doubtful, hopeless] = [await order('in_progress'), await order('new')];
    const answer = await bulk(awbs, { account_type: 'main', orders: [{ order_id: doubtful }, { order_id: hopeless }] });
    const { id } = answer.json();
    expect(answer.json()).toMatchObject({ state: 'in_doubt', progress: { done: 1, total: 2 }, finished_at: null });
    expect(resultsOf(answer).failed).toEqual([
      { order_id: doubtful, code: 'awb-in-doubt', error: 'Nobody knows whether the last AWB exists' },
      { order_id: hopeless, code: 'order-not-shippable', error: `Order ${hopeless} cannot get an AWB: it is new` },
    ]);
    const path = `/api/v1/emag/phase2/awb/${doubtful}/resolve`;
    expect((await app.call('POST', path, { body: { awb_number: '4EMG777' } })).status).toBe(200);
    const settled = await ended(id, /partial/);
    expect(resultsOf(settled)).toMatchObject({ success: [{ order_id: doubtful, awb_number: '4EMG777' }], total: 2 });
  });

  it('knows a doubt that turned out to be nothing', async () => {
    app.marketplace.mood = 'leaves_in_doubt';
    const orderId = await order('in_progress');
    const { id } = (await bulk(awbs, { orders: [{ order_id: orderId }] })).json();
    const path = `/api/v1/emag/phase2/awb/${orderId}/resolve`;
    await app.call('POST', path, { body: { none_exists: true, reason: 'Not in the list' } });
    const settled = await ended(id, /failed/);
    expect(resultsOf(settled).failed).toEqual([
      { order_id: orderId, code: 'awb-none-exists', error: 'Not in the list' },
    ]);
  });

  it('refuses a courier account that no order can go with', async () => {
    const body = { account_type: 'main', courier_account_id: '999', orders: [{ order_id: await order('prepared') }] };
    const answer = await app.call('POST', awbs, { body });
    expect([answer.status, answer.json()['code']]).toEqual([422, 'courier-unknown']);
  });
});

describe('issuing many invoices', () => {
  it('fails only those that cannot be invoiced', async () => {
    app.marketplace.mood = 'is_silent';
    const [ready, early] = [await order('prepared'), await order('new')];
    const asked = await app.call('POST', invoices, { body: { account_type: 'main', order_ids: [ready, early] } });
    const answer = await eventually(
      () => app.call('GET', `/api/v1/operations/${String(asked.json()['operation_id'])}`),
      (one) => resultsOf(one).failed.length === 1,
    );
    expect(answer.json()).toMatchObject({ state: 'running', progress: { done: 1, total: 2 } });
    expect(resultsOf(answer)).toMatchObject({
      success: [],
      failed: [{ order_id: early, code: 'order-not-invoiceable' }],
    });
    expect((await app.store.read(`order-main-${ready}`)).events.map(({ type }) => type)).toContain('InvoiceRequested');
  });
});

describe('stopping and retrying', () => {
  it('leaves what was not begun, and takes it up again', async () => {
    app.marketplace.mood = 'is_silent';
    const orderIds = await Promise.all(Array.from({ length: 12 }, () => order('new')));
    const asked = await app.call('POST', acknowledge, { body: { account_type: 'main', order_ids: orderIds } });
    const id = String(asked.json()['operation_id']);
    await eventually(
      () => Promise.resolve(app.marketplace.wishes.length),
      (wishes) => wishes >= 8,
    );
    const early = await app.call('POST', `/api/v1/operations/${id}/retry-failed`);
    expect([early.status, early.json()['code'], early.json()['operation_id']]).toEqual([409, 'operation-running', id]);
    const stopped = await app.call('DELETE', `/api/v1/operations/${id}`);
    expect([stopped.status, stopped.json()]).toEqual([202, { operation_id: id, state: 'running' }]);

    // Those under way come to their end.
    await Promise.all(orderIds.slice(0, 8).map((orderId) => app.marketplace.acknowledge(orderId)));
    const over = await ended(id, /partial/);
    expect(over.json()).toMatchObject({
      progress: { done: 8, total: 12 },
      result: { success_count: 8, failed_count: 4 },
    });
    expect(resultsOf(over).failed[0]).toEqual({
      order_id: orderIds[8],
      code: 'operation-stopped',
      error: 'The operation was stopped before this order was begun',
    });
    expect((await app.call('DELETE', `/api/v1/operations/${id}`)).status).toBe(200);

    app.marketplace.mood = 'accepts';
    const again = await app.call('POST', `/api/v1/operations/${id}/retry-failed`);
    expect(again.status).toBe(202);
    const retried = await ended(again.json()['operation_id']);
    expect(retried.json()).toMatchObject({
      state: 'succeeded',
      progress: { done: 4, total: 4 },
      links: { retry_of: `/api/v1/operations/${id}` },
    });
    const now = await app.call('GET', `/api/v1/operations/${id}?result=none`);
    expect(now.json()).toMatchObject({
      result: null,
      links: { retried_by: `/api/v1/operations/${String(again.json()['operation_id'])}` },
    });
    const nothing = await app.call('POST', `/api/v1/operations/${id}/retry-failed`);
    expect([nothing.status, nothing.json()['code']]).toEqual([409, 'nothing-to-retry']);
  });

  it('waits for the process that leads', async () => {
    leading = null;
    const asked = await app.call('POST', acknowledge, {
      body: { account_type: 'main', order_ids: [await order('new')] },
    });
    const id = asked.json()['operation_id'];
    expect((await app.call('GET', `/api/v1/operations/${String(id)}`)).json()).toMatchObject({ state: 'queued' });
    leading = new AbortController().signal;
    expect((await ended(id)).json()['state']).toBe('succeeded');
  });
});

describe('bulk routes', () => {
  it.each([
    ['no list', acknowledge, {}],
    ['an empty list', acknowledge, { order_ids: [] }],
    ['what is no order id', acknowledge, { order_ids: ['12a'] }],
    ['1,001 orders', acknowledge, { order_ids: Array.from({ length: 1_001 }, (_, index) => String(index)) }],
    ['an unknown field', acknowledge, { order_ids: ['1'], colour: 'red' }],
    ['an unknown account', acknowledge, { account_type: 'nobody', order_ids: ['1'] }],
    ['an AWB without an order', awbs, { orders: [{}] }],
    ['a negative number of parcels', awbs, { orders: [{ order_id: '1', parcels: -1 }] }],
    ['another route’s list', awbs, { order_ids: ['1'] }],
    ['a word for a list', invoices, { order_ids: 'all' }],
  ])('refuse %s', async (_what, path, body) => {
    const answer = await app.call('POST', path, { body });
    expect(answer.status).toBe(400);
  });

  it('have items that are listed apart', async () => {
    expect((await app.call('GET', `/api/v1/operations?part_of=${NOBODY}&kind=bulk_generate_awbs&q=602`)).status).toBe(
      200,
    );
    expect((await app.call('GET', '/api/v1/operations?part_of=all')).status).toBe(400);
    expect((await app.call('GET', `/api/v1/operations/${NOBODY}?result=some`)).status).toBe(400);
  });

  it('refuse a list that one operation cannot keep', async () => {
    const orders = Array.from({ length: 1_000 }, (_, index) => ({
      order_id: String(index),
      observation: 'ș'.repeat(255),
      force: true,
      reason: 'r'.repeat(400),
    }));
    const answer = await app.call('POST', awbs, { body: { account_type: 'main', orders } });
    expect([answer.status, answer.json()['code']]).toEqual([413, 'body-too-large']);
  });

  it.each([
    ['POST', acknowledge, { order_ids: ['1'] }],
    ['POST', awbs, { orders: [{ order_id: '1' }] }],
    ['POST', invoices, { order_ids: ['1'] }],
    ['POST', `/api/v1/operations/${NOBODY}/retry-failed`, undefined],
    ['DELETE', `/api/v1/operations/${NOBODY}`, undefined],
  ])('%s %s are for operators', async (method, path, body) => {
    expect((await app.call(method, path, { body, as: null })).status).toBe(401);
    expect((await app.call(method, path, { body, as: 'auditor' })).status).toBe(403);
  });

  it.each(['retry-failed', ''])('know no bulk where there is none (%s)', async (verb) => {
    const path = (id: string) => (verb === '' ? `/api/v1/operations/${id}` : `/api/v1/operations/${id}/${verb}`);
    const method = verb === '' ? 'DELETE' : 'POST';
    const unknown = await app.call(method, path(NOBODY));
    expect([unknown.status, unknown.json()['code']]).toEqual([404, 'operation-unknown']);
    const single = await app.call('POST', `/api/v1/emag/orders/${await order('new')}/acknowledge`);
    const id = String(single.json()['operation_id']);
    app.reads.operationRecords = [
      {
        id,
        kind: 'acknowledge_order',
        state: 'succeeded',
        progress: { done: 1, total: 1 },
        refusal: null,
        subject: { kind: 'order', account: 'main', orderId: '1' },
        outcome: { awbNumber: null, invoiceNumber: null },
        partOf: null,
        createdBy: { kind: 'user', id: 'operator' },
        createdAt: '2026-03-02T10:00:00.000Z',
        finishedAt: '2026-03-02T10:01:00.000Z',
      },
    ];
    const other = await app.call(method, path(id));
    expect([other.status, other.json()['code']]).toEqual([409, 'operation-not-bulk']);
  });

  it('refuse when the seller could not sign', async () => {
    const settings = await app.deps.sellerSettings.read();
    await app.deps.sellerSettings.save({ seller: { ...settings.seller, fiscalCode: '', contact: '' } }, untold);
    try {
      const invoice = await app.call('POST', invoices, { body: { order_ids: ['1'] } });
      expect([invoice.status, invoice.json()['code']]).toEqual([422, 'seller-incomplete']);
      const awb = await app.call('POST', awbs, { body: { orders: [{ order_id: '1' }] } });
      expect([awb.status, awb.json()['code']]).toEqual([422, 'seller-incomplete']);
    } finally {
      await app.deps.sellerSettings.save({ seller: settings.seller }, untold);
    }
  });
});
