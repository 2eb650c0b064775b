import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createBulkService } from '../../../src/application/operations/bulkService.js';
import { systemClock } from '../../../src/application/ports/clock.js';
import type { CommandContext } from '../../../src/application/services.js';
import { bulkCounts, bulkStateOf, operationStream, type BulkItem } from '../../../src/domain/operation/bulk.js';
import type { BulkKind } from '../../../src/domain/operation/operation.js';
import type { OrderFacts } from '../../../src/domain/order/orderFacts.js';
import { eventually } from '../../support/eventually.js';
import { facts, person } from '../../support/orderSamples.js';
import { ReactorBench } from '../../support/reactorBench.js';

const context = (operationId: string): CommandContext => ({
  actor: { kind: 'user', id: 'ana' },
  correlationId: 'request-1',
  operationId,
});

let bench: ReactorBench;

beforeEach(() => {
  bench = new ReactorBench();
});
afterEach(() => bench.stopWorkers());

const given = async (count: number, change: Partial<OrderFacts> = {}): Promise<string[]> => {
  const orderIds = Array.from({ length: count }, (_, index) => String(6_700_000_001 + index));
  for (const orderId of orderIds) {
    const reading = { facts: facts(change), person: person(), modifiedAt: '2026-03-01T12:05:12.000Z' };
    bench.marketplace.put(orderId, reading);
    await bench
      .observer()
      .observe({ account: 'main', orderId }, reading, { readStartedAt: new Date(), correlationId: 'sync' });
  }
  return orderIds;
};

const itemsOf = (orderIds: readonly string[]): readonly BulkItem[] =>
  orderIds.map((orderId) => ({ account: 'main', orderId, awb: null, refusal: null }));

const ask = (kind: BulkKind, orderIds: readonly string[], id = 'bulk-1') =>
  createBulkService(bench.bulks(), systemClock).request({ kind, items: itemsOf(orderIds) }, context(id));

const bulkNow = async (id = 'bulk-1') => {
  const { state } = await bench.bulks().load(operationStream(id));
  return { bulk: state, state: bulkStateOf(state.phase === 'unknown' ? 'requested' : state.phase, bulkCounts(state)) };
};

const settled = (id = 'bulk-1') =>
  eventually(
    () => bulkNow(id),
    ({ state }) => state !== 'queued' && state !== 'running',
    20_000,
  );

const streamTypes = async (id = 'bulk-1') =>
  (await bench.store.read(operationStream(id))).events.map(({ type }) => type);

describe('a bulk', () => {
  it('wishes each order once, in the name of whoever asked, and gathers what became of them', async () => {
    const orderIds = await given(40, { status: 'in_progress' });
    bench.startWorker();
    await ask('bulk_generate_awbs', orderIds);
    expect((await settled()).state).toBe('succeeded');
    expect(new Set(bench.marketplace.ledger.awbs).size).toBe(40);
    expect(bench.marketplace.ledger.calls).toBe(40);
    const types = await streamTypes();
    expect([types[0], types[1], types.at(-1)]).toEqual(['BulkRequested', 'BulkStarted', 'BulkEnded']);
    expect(types.length).toBeLessThan(20);
    const { events } = await bench.store.read(`order-main-${orderIds[0]}`);
    const wish = events.find(({ type }) => type === 'AwbRequested');
    const [asked] = (await bench.store.read(operationStream('bulk-1'))).events;
    expect(wish?.metadata).toMatchObject({
      actor: { kind: 'user', id: 'ana' },
      correlationId: 'bulk-1',
      causationId: asked?.id,
    });
    expect(wish?.data).toMatchObject({ bulkId: 'bulk-1' });
  });

  it('goes on where another process stopped', async () => {
    const orderIds = await given(30, { status: 'new' });
    bench.startWorker();
    await ask('bulk_acknowledge_orders', orderIds);
    await eventually(
      () => Promise.resolve(bench.marketplace.ledger.acknowledged.length),
      (done) => done > 3,
    );
    await bench.stopWorkers();
    bench.startWorker();
    expect((await settled()).state).toBe('succeeded');
    expect([...bench.marketplace.ledger.acknowledged].sort()).toEqual(orderIds);
  });

  it('is done once by two processes that both believe to lead', async () => {
    const orderIds = await given(20, { status: 'in_progress' });
    bench.marketplace.fates.push('refused', 'done', 'refused');
    bench.startWorker();
    bench.startWorker();
    await ask('bulk_generate_awbs', orderIds);
    const { state, bulk } = await settled();
    expect(state).toBe('partial');
    expect(bulkCounts(bulk)).toEqual({ total: 20, succeeded: 18, failed: 2, inDoubt: 0, notDone: 0 });
    expect(bench.marketplace.ledger.calls).toBe(20);
  });

  it('takes the outcome of a wish that somebody has made already', async () => {
    const [orderId = ''] = await given(1, { status: 'new' });
    await bench.service().acknowledge({ account: 'main', orderId }, context('op-of-ana'));
    bench.marketplace.fates.push('refused');
    await ask('bulk_acknowledge_orders', [orderId]);
    bench.startWorker();
    const { bulk } = await settled();
    expect([...bulk.outcomes.values()]).toEqual([
      { item: 0, result: 'failed', operationId: 'op-of-ana', code: 'marketplace-refused', text: null },
    ]);
    expect(bench.marketplace.ledger.calls).toBe(1);
  });

  it('keeps no person waiting', async () => {
    const orderIds = await given(12, { status: 'in_progress' });
    const release: (() => void)[] = [];
    const issue = bench.marketplace.issueAwb.bind(bench.marketplace);
    bench.marketplace.issueAwb = async (order) => {
      await new Promise<void>((resolve) => release.push(resolve));
      return issue(order);
    };
    bench.startWorker();
    await ask('bulk_generate_awbs', orderIds);
    await eventually(
      () => Promise.resolve(release.length),
      (held) => held === 8,
    );
    const other = '6800000001';
    const reading = { facts: facts({ status: 'new' }), person: person(), modifiedAt: '2026-03-01T12:05:12.000Z' };
    bench.marketplace.put(other, reading);
    const key = { account: 'main', orderId: other };
    await bench.observer().observe(key, reading, { readStartedAt: new Date(), correlationId: 'sync' });
    await bench.service().acknowledge(key, context('op-of-ana'));
    await eventually(
      () => bench.history(other),
      (types) => types.includes('OrderAcknowledged'),
    );
    expect(release).toHaveLength(8);
    const releasing = setInterval(() => release.splice(0).forEach((resolve) => resolve()), 5);
    expect((await settled()).state).toBe('succeeded');
    clearInterval(releasing);
  });

  it('in doubt hears of the settlement that came while nobody worked', async () => {
    const [orderId = ''] = await given(1, { status: 'in_progress' });
    bench.marketplace.fates.push('answer_lost');
    bench.startWorker();
    await ask('bulk_generate_awbs', [orderId]);
    expect((await settled()).state).toBe('in_doubt');
    await bench.stopWorkers();
    const key = { account: 'main', orderId };
    await bench.service().resolveAwb(key, { awbNumber: '4EMG1' }, context('op-resolve'));
    bench.startWorker();
    await eventually(
      () => bulkNow(),
      ({ state }) => state === 'succeeded',
    );
    expect((await streamTypes()).filter((type) => type === 'BulkEnded')).toHaveLength(2);
  });

  it('is not held up by an order that meets trouble of ours again and again', async () => {
    const orderIds = await given(3, { status: 'new' });
    bench.startWorker({
      orders: (service) => ({
        ...service,
        acknowledge: (key, wish) =>
          key.orderId === orderIds[1] ? Promise.reject(new Error('odd')) : service.acknowledge(key, wish),
      }),
    });
    await ask('bulk_acknowledge_orders', orderIds);
    const { state, bulk } = await settled();
    expect(state).toBe('partial');
    expect(bulk.outcomes.get(1)).toMatchObject({ result: 'failed', code: 'internal' });
    expect(bench.marketplace.ledger.acknowledged).toHaveLength(2);
  });
});

describe('retrying', () => {
  it('takes a doubt that turned out to be nothing after the others had been retried', async () => {
    const orderIds = await given(2, { status: 'in_progress' });
    bench.marketplace.fates.push('answer_lost', 'refused');
    bench.startWorker();
    await ask('bulk_generate_awbs', orderIds);
    const { bulk } = await settled();
    const doubtful = [...bulk.outcomes.values()].find(({ result }) => result === 'in_doubt');
    const orderId = bulk.items[doubtful?.item ?? -1]?.orderId ?? '';
    const service = createBulkService(bench.bulks(), systemClock);
    const retry = (id: string) => service.retryFailed('bulk-1', (items) => Promise.resolve(items), context(id));
    await retry('bulk-2');
    expect((await settled('bulk-2')).bulk.items).toHaveLength(1);
    await expect(retry('bulk-3')).rejects.toMatchObject({ code: 'nothing-to-retry' });

    const key = { account: 'main', orderId };
    await bench.service().resolveAwb(key, { noneExists: true, reason: 'not in the list' }, context('op-resolve'));
    await eventually(
      () => bulkNow(),
      ({ state }) => state === 'failed',
    );
    bench.marketplace.change(orderId, ({ facts: now }) => ({ ...now, status: 'in_progress' }));
    await bench
      .observer()
      .observe(key, bench.marketplace.orders.get(orderId) ?? { facts: facts(), person: person(), modifiedAt: '' }, {
        readStartedAt: new Date(),
        correlationId: 'sync',
      });
    await retry('bulk-4');
    const last = await settled('bulk-4');
    expect(last.bulk.items.map((item) => item.orderId)).toEqual([orderId]);
    expect([last.state, last.bulk.retryOf]).toEqual(['succeeded', 'bulk-2']);
  });

  it('finishes a retry that was announced and never asked for', async () => {
    const [orderId = ''] = await given(1, { status: 'new' });
    bench.marketplace.fates.push('refused');
    bench.startWorker();
    await ask('bulk_acknowledge_orders', [orderId]);
    expect((await settled()).state).toBe('failed');
    await bench
      .bulks()
      .handle(
        operationStream('bulk-1'),
        { type: 'RetryBulk', data: { operationId: 'bulk-1', retryOperationId: 'bulk-2', late: 0 }, at: new Date() },
        { cause: 'a process that died', metadata: { correlationId: 'c', actor: { kind: 'user', id: 'ana' } } },
      );
    const service = createBulkService(bench.bulks(), systemClock);
    const retried = await service.retryFailed('bulk-1', (items) => Promise.resolve(items), context('bulk-3'));
    expect(retried).toMatchObject({ operationId: 'bulk-2', state: 'queued' });
    expect((await settled('bulk-2')).state).toBe('succeeded');
    await expect(
      service.retryFailed('bulk-1', (items) => Promise.resolve(items), context('bulk-4')),
    ).rejects.toMatchObject({ code: 'nothing-to-retry' });
  });
});
