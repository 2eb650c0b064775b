import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OperationRecord } from '../../src/projections/operations/operationQueries.js';
import type { SyncRunRecord } from '../../src/projections/syncRuns/syncRunQueries.js';
import { startTestApp, type TestApp } from './support/testApp.js';

const OPERATION = '0f4b1c9e-5a53-4d5b-9b57-0c7a86f0a0b1';
const RUN = '0f4b1c9e-5a53-4d5b-9b57-0c7a86f0a001';
const NOBODY = '0f4b1c9e-5a53-4d5b-9b57-0c7a86f0afff';
let app: TestApp;

const operation = (change: Partial<OperationRecord>): OperationRecord => ({
  id: OPERATION,
  kind: 'acknowledge_order',
  state: 'succeeded',
  progress: { done: 1, total: 1 },
  refusal: null,
  subject: { kind: 'order', account: 'main', orderId: '601' },
  outcome: { awbNumber: null, invoiceNumber: null },
  partOf: null,
  createdBy: { kind: 'user', id: 'operator' },
  createdAt: '2026-03-02T10:00:00.000Z',
  finishedAt: '2026-03-02T10:00:01.000Z',
  ...change,
});

const run = (change: Partial<SyncRunRecord> = {}): SyncRunRecord => ({
  id: RUN,
  account: 'main',
  kind: 'orders',
  operationId: OPERATION,
  phase: 'completed',
  isCancelRequested: false,
  options: { mode: 'full', from: null, to: null, statuses: null, maxPages: null, includeInactive: true },
  trigger: 'user',
  requestedBy: { kind: 'user', id: 'operator' },
  counts: {
    page: 3,
    totalPages: 3,
    processed: 250,
    totalItems: 250,
    created: 200,
    updated: 30,
    unchanged: 19,
    failed: 1,
  },
  missing: [],
  failure: null,
  requestedAt: '2026-03-02T10:00:00.000Z',
  startedAt: '2026-03-02T10:00:00.000Z',
  progressedAt: '2026-03-02T10:01:00.000Z',
  finishedAt: '2026-03-02T10:01:00.000Z',
  ...change,
});

beforeAll(async () => {
  app = await startTestApp();
  await app.receive({ account: 'main', orderId: '601' });
});
afterAll(() => app.close());

describe('an operation', () => {
  it('brings the object that the command would have answered', async () => {
    app.reads.operationRecords = [operation({})];
    const answer = await app.call('GET', `/api/v1/operations/${OPERATION}`, { as: 'auditor' });
    expect(answer.json()).toMatchObject({
      id: OPERATION,
      kind: 'acknowledge_order',
      state: 'succeeded',
      result: { id: 'main-601', operation_id: OPERATION },
      error: null,
      links: { self: `/api/v1/operations/${OPERATION}`, order: '/api/v1/emag/orders/main-601' },
      created_by: { kind: 'user', id: 'operator' },
    });
  });

  it('brings the marketplace’s refusal as a problem', async () => {
    app.reads.operationRecords = [operation({ state: 'failed', refusal: { code: 'refused', text: 'Nu se poate' } })];
    const answer = await app.call('GET', `/api/v1/operations/${OPERATION}`);
    expect(answer.json()).toMatchObject({
      state: 'failed',
      result: null,
      error: { code: 'marketplace-refused', status: 502, detail: 'Nu se poate', marketplace_code: 'refused' },
    });
  });

  it('sums what its sync runs did', async () => {
    app.reads.runRecords = [run()];
    app.reads.operationRecords = [operation({ kind: 'sync_orders', subject: { kind: 'sync_runs', runIds: [RUN] } })];
    const answer = await app.call('GET', `/api/v1/operations/${OPERATION}`);
    const counts = { synced: 249, created: 200, updated: 30, unchanged: 19, failed: 1, orders_fetched: 250 };
    expect(answer.json()).toMatchObject({
      result: { ...counts, pages_processed: 3, accounts: [{ account_type: 'main', ...counts }] },
    });
  });

  it('is not called unknown while the read model is behind', async () => {
    app.reads.isBehind = true;
    const early = await app.call('GET', `/api/v1/operations/${NOBODY}`);
    app.reads.isBehind = false;
    expect([early.status, early.json()['code']]).toEqual([503, 'read-model-behind']);
  });

  it('is unknown under an id that nobody has, and listed', async () => {
    expect((await app.call('GET', `/api/v1/operations/${NOBODY}`)).json()).toMatchObject({ code: 'operation-unknown' });
    const list = await app.call('GET', '/api/v1/operations?state=succeeded&kind=sync_orders');
    expect(list.json()).toMatchObject({ items: [{ id: OPERATION }], total: 1, page: 1, items_per_page: 25 });
    expect((await app.call('GET', '/api/v1/operations?sort=created_at&order=asc')).status).toBe(200);
    expect((await app.call('GET', '/api/v1/operations?state=odd')).status).toBe(400);
  });
});

describe('sync runs', () => {
  it('are listed, shown and stopped', async () => {
    app.reads.runRecords = [run()];
    expect((await app.call('GET', '/api/v1/emag/sync-runs')).json()).toMatchObject({ items: [{ id: RUN }], total: 1 });
    expect((await app.call('GET', `/api/v1/emag/sync-runs/${RUN}`)).json()).toMatchObject({
      status: 'completed',
      progress_percentage: 100,
      duration_seconds: 60,
    });
    const over = await app.call('DELETE', `/api/v1/emag/sync-runs/${RUN}`);
    expect([over.status, over.json()['state']]).toEqual([200, 'succeeded']);
    app.reads.runRecords = [run({ phase: 'running', finishedAt: null })];
    const stopped = await app.call('DELETE', `/api/v1/emag/sync-runs/${RUN}`);
    expect([stopped.status, stopped.json()['state']]).toEqual([202, 'running']);
    expect(stopped.headers.get('x-event-position')).toBe('9');
  });

  it('that nobody began are unknown', async () => {
    expect((await app.call('GET', `/api/v1/emag/sync-runs/${NOBODY}`)).status).toBe(404);
    const answer = await app.call('DELETE', `/api/v1/emag/sync-runs/${NOBODY}`);
    expect([answer.status, answer.json()['code']]).toEqual([404, 'sync-run-unknown']);
    expect((await app.call('DELETE', `/api/v1/emag/sync-runs/${RUN}`, { as: 'auditor' })).status).toBe(403);
  });

  it('show their progress while they run', async () => {
    app.reads.runRecords = [run({ phase: 'running', finishedAt: null })];
    const path = '/api/v1/emag/enhanced/products/sync-progress';
    expect((await app.call('GET', path)).json()).toMatchObject({
      is_running: true,
      status: 'running',
      active_syncs: [{ id: RUN, account_type: 'main', current_page: 3, total_items: 250 }],
    });
    app.reads.runRecords = [];
    expect((await app.call('GET', path)).json()).toEqual({ is_running: false, active_syncs: [], status: 'idle' });
  });
});

describe('products and offers', () => {
  it('are listed with their filters', async () => {
    const answer = await app.call(
      'GET',
      '/api/v1/emag/enhanced/offers/all?account_type=main&status=1&buy_box_lost=true&price_min=10&price_max=20.5&in_stock=false',
    );
    expect(answer.json()).toMatchObject({ offers: [], total_count: 0, page: 1, items_per_page: 25, total_pages: 0 });
    expect(answer.json()['timestamp']).toMatch(/Z$/);
    expect(app.reads.asked?.filter).toEqual({
      accounts: ['main'],
      statuses: ['active'],
      inStock: false,
      buyBoxLost: true,
      priceNetFrom: '10',
      priceNetTo: '20.5',
    });
    expect((await app.call('GET', '/api/v1/emag/enhanced/products/all')).json()).toMatchObject({ products: [] });
  });

  it.each([
    ['/api/v1/emag/enhanced/offers/all?price_min=20&price_max=10', 422],
    ['/api/v1/emag/enhanced/offers/all?price_min=cheap', 400],
    ['/api/v1/emag/enhanced/products/all?include_inactive=perhaps', 400],
    ['/api/v1/emag/enhanced/products/all?account_type=nobody', 400],
  ])('refuse %s', async (path, status) => expect((await app.call('GET', path)).status).toBe(status));

  it('are synced on demand', async () => {
    const answer = await app.call('POST', '/api/v1/emag/enhanced/sync/all-products', {
      body: { account_type: 'main', max_pages_per_account: 5 },
    });
    expect(answer.status).toBe(202);
    expect(app.syncRequests.at(-1)).toMatchObject({
      kind: 'offers',
      accounts: ['main'],
      options: { mode: 'full', maxPages: 5, includeInactive: true },
    });
    const path = '/api/v1/emag/enhanced/sync/all-products';
    expect((await app.call('POST', path, { body: { max_pages_per_account: 1_001 } })).status).toBe(400);
    expect((await app.call('POST', path, { as: 'auditor' })).status).toBe(403);
  });

  it('have a health that comes from what really happened', async () => {
    app.reads.runRecords = [run({ kind: 'offers', finishedAt: new Date().toISOString() })];
    const answer = await app.call('GET', '/api/v1/emag/enhanced/status?account_type=main');
    // Connected 50, three of four runs good 22.5, read today 20.
    expect(answer.json()).toMatchObject({
      accounts: [
        {
          account_type: 'main',
          connection: { ok: true, code: 'ok' },
          counts: { total: 10, active: 8, synced: 249, failed: 1 },
        },
      ],
      sync_statistics: { total: 4, completed: 3, failed: 1, success_rate: 0.75 },
      health_score: 93,
      health_status: 'healthy',
      health_parts: [
        { name: 'connection', reached: 1, of: 1, points: 50, max_points: 50 },
        { name: 'runs', reached: 3, of: 4, points: 22.5, max_points: 30 },
        { name: 'freshness', reached: 1, of: 1, points: 20, max_points: 20 },
      ],
    });
  });
});

describe('jobs', () => {
  it('are listed and started by hand', async () => {
    expect((await app.call('GET', '/api/v1/jobs')).json()).toMatchObject({
      items: [{ name: 'emag.sync_orders', every_seconds: 300 }],
      total: 1,
    });
    const beyond = await app.call('GET', '/api/v1/jobs?page=2&items_per_page=100&sort=name&order=desc&q=sync');
    expect(beyond.json()).toMatchObject({ items: [], total: 1, page: 2, items_per_page: 100, total_pages: 1 });
    const started = await app.call('POST', '/api/v1/jobs/emag.sync_orders/run');
    expect([started.status, started.json()['name']]).toEqual([202, 'emag.sync_orders']);
    const unknown = await app.call('POST', '/api/v1/jobs/emag.dance/run');
    expect([unknown.status, unknown.json()['code']]).toEqual([404, 'job-unknown']);
    expect((await app.call('POST', '/api/v1/jobs/emag.sync_orders/run', { as: 'auditor' })).status).toBe(403);
    const runs = await app.call('GET', '/api/v1/jobs/emag.sync_orders/runs?order=asc', { as: 'auditor' });
    expect([runs.status, runs.json()]).toEqual([200, expect.objectContaining({ items: [], total: 0 })]);
    expect((await app.call('GET', '/api/v1/jobs/emag.dance/runs')).json()['code']).toBe('job-unknown');
    expect((await app.call('GET', '/api/v1/jobs/emag.sync_orders/runs?sort=name')).status).toBe(400);
  });
});
