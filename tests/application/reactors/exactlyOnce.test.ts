import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommandContext } from '../../../src/application/services.js';
import type { OrderFacts } from '../../../src/domain/order/orderFacts.js';
import { eventually } from '../../support/eventually.js';
import { facts, key, person } from '../../support/orderSamples.js';
import { ReactorBench } from '../../support/reactorBench.js';

const context = (operationId: string): CommandContext => ({
  actor: { kind: 'user', id: 'ana' },
  correlationId: operationId,
  operationId,
});

let bench: ReactorBench;

beforeEach(() => {
  bench = new ReactorBench();
});
afterEach(() => bench.stopWorkers());

/** The order stands at the marketplace and in our log. */
const given = async (change: Partial<OrderFacts> = {}): Promise<void> => {
  const reading = { facts: facts(change), person: person(), modifiedAt: '2026-03-01T12:05:12.000Z' };
  bench.marketplace.put(key.orderId, reading);
  await bench.observer().observe(key, reading, { readStartedAt: new Date(), correlationId: 'sync' });
};

const historyWith = (type: string) =>
  eventually(
    () => bench.history(key.orderId),
    (types) => types.includes(type),
  );

describe('acknowledging an order', () => {
  it('is wish, attempt, fact, and a reading afterwards', async () => {
    await given();
    bench.startWorker();
    await bench.service().acknowledge(key, context('op-1'));
    await historyWith('OrderAcknowledged');
    expect(await bench.history(key.orderId)).toEqual([
      'OrderReceived',
      'AcknowledgeRequested',
      'AcknowledgeAttemptStarted',
      'OrderAcknowledged',
    ]);
    expect(bench.marketplace.ledger.acknowledged).toEqual([key.orderId]);
  });

  it('is found out by reading when the answer was lost, and not repeated', async () => {
    await given();
    bench.marketplace.fates.push('answer_lost');
    bench.startWorker();
    await bench.service().acknowledge(key, context('op-1'));
    await historyWith('OrderAcknowledged');
    expect(bench.marketplace.ledger).toMatchObject({ acknowledged: [key.orderId], calls: 1 });
  });

  it('is repeated when a reading proves that nothing happened', async () => {
    await given();
    bench.marketplace.fates.push('lost_before');
    bench.startWorker();
    await bench.service().acknowledge(key, context('op-1'));
    await historyWith('OrderAcknowledged');
    expect(bench.marketplace.ledger).toMatchObject({ acknowledged: [key.orderId], calls: 2 });
  });

  it('is repeated at once when nothing was sent, three attempts at most', async () => {
    await given();
    bench.marketplace.fates.push('not_sent', 'not_sent', 'not_sent');
    bench.startWorker();
    await bench.service().acknowledge(key, context('op-1'));
    const types = await historyWith('AcknowledgeRefused');
    expect(types.filter((type) => type === 'AcknowledgeAttemptStarted')).toHaveLength(3);
    expect(bench.marketplace.ledger.acknowledged).toEqual([]);
  });

  it('waits as long as the marketplace asks before it repeats, though its own claim wakes it', async () => {
    await given();
    bench.marketplace.fates.push('not_sent');
    bench.marketplace.retryAfterMs = 60_000;
    bench.startWorker();
    await bench.service().acknowledge(key, context('op-1'));
    await eventually(
      () => Promise.resolve(bench.marketplace.ledger.calls),
      (calls) => calls === 1,
    );
    const other = { ...key, orderId: '6000000002' };
    const reading = { facts: facts(), person: person(), modifiedAt: '2026-03-01T12:05:12.000Z' };
    bench.marketplace.put(other.orderId, reading);
    await bench.observer().observe(other, reading, { readStartedAt: new Date(), correlationId: 'sync' });
    await bench.service().acknowledge(other, context('op-2'));
    await eventually(
      () => bench.history(other.orderId),
      (types) => types.includes('OrderAcknowledged'),
    );
    expect(bench.marketplace.ledger).toMatchObject({ acknowledged: [other.orderId], calls: 2 });
  });

  it('happens once though two workers see the wish', async () => {
    await given();
    bench.startWorker();
    bench.startWorker();
    await bench.service().acknowledge(key, context('op-1'));
    await historyWith('OrderAcknowledged');
    await bench.stopWorkers();
    expect(bench.marketplace.ledger.calls).toBe(1);
  });

  it('is picked up by a worker that starts later', async () => {
    await given();
    await bench.service().acknowledge(key, context('op-1'));
    bench.startWorker();
    await historyWith('OrderAcknowledged');
    expect(bench.marketplace.ledger.acknowledged).toEqual([key.orderId]);
  });

  it('passes on what the marketplace says when it refuses', async () => {
    await given();
    bench.marketplace.fates.push('refused');
    bench.startWorker();
    await bench.service().acknowledge(key, context('op-1'));
    await historyWith('AcknowledgeRefused');
    const { events } = await bench.store.read(`order-main-${key.orderId}`);
    expect(events.at(-1)?.data).toMatchObject({ code: 'refused', text: 'The marketplace says no' });
  });
});

describe('issuing an AWB', () => {
  const request = { parcel: {}, force: false, reason: null };

  it('names the locality of the seller where the account has no pickup address', async () => {
    await given({ status: 'in_progress' });
    bench.startWorker();
    await bench.service().requestAwb(key, request, context('op-1'));
    await historyWith('AwbGenerated');
    expect(bench.marketplace.awbOrders[0]?.sender).toMatchObject({ localityId: '4027', addressId: null });
  });

  it('is refused before anything is sent when nobody knows where the parcel starts', async () => {
    await given({ status: 'in_progress' });
    bench.marketplace.localityId = null;
    bench.startWorker();
    await bench.service().requestAwb(key, request, context('op-1'));
    await historyWith('AwbRefused');
    expect(bench.marketplace.ledger).toMatchObject({ awbs: [], calls: 0 });
    const { events } = await bench.store.read(`order-main-${key.orderId}`);
    expect(events.at(-1)?.data).toMatchObject({ code: 'sender-locality-unknown' });
  });

  it('is recorded with its number', async () => {
    await given({ status: 'in_progress' });
    bench.startWorker();
    await bench.service().requestAwb(key, request, context('op-1'));
    await historyWith('AwbGenerated');
    expect(bench.marketplace.ledger.awbs).toEqual(['4EMG1']);
  });

  it('is in doubt, never repeated, when the answer was lost and the order was finalised', async () => {
    await given({ status: 'in_progress' });
    bench.marketplace.fates.push('answer_lost');
    bench.startWorker();
    await bench.service().requestAwb(key, request, context('op-1'));
    await historyWith('AwbInDoubt');
    expect(bench.marketplace.ledger).toMatchObject({ awbs: ['4EMG1'], calls: 1 });
  });

  it('is repeated only after the order stayed unfinalised long enough to prove that none exists', async () => {
    await given({ status: 'in_progress' });
    bench.marketplace.fates.push('lost_before');
    bench.startWorker({ findOutMs: 50, settleMs: 150 });
    await bench.service().requestAwb(key, request, context('op-1'));
    await historyWith('AwbGenerated');
    expect(bench.marketplace.ledger).toMatchObject({ awbs: ['4EMG1'], calls: 2 });
  });

  it('is in doubt at once when a further one was forced on a finalised order: its status proves nothing', async () => {
    await given({ status: 'finalized' });
    bench.marketplace.fates.push('lost_before');
    bench.startWorker();
    await bench.service().requestAwb(key, { ...request, force: true, reason: 'a second parcel' }, context('op-1'));
    await historyWith('AwbInDoubt');
    expect(bench.marketplace.ledger.calls).toBe(1);
  });
});

describe('invoicing', () => {
  it('numbers, renders, issues and attaches', async () => {
    await given({ status: 'finalized' });
    bench.startWorker();
    await bench.service().requestInvoice(key, { invoiceUrl: null }, context('op-1'));
    await historyWith('InvoiceAttached');
    expect((await bench.history(key.orderId)).filter((type) => type.startsWith('Invoice'))).toEqual([
      'InvoiceRequested',
      'InvoiceNumbered',
      'InvoiceIssued',
      'InvoiceAttached',
    ]);
    expect(bench.marketplace.ledger.attached).toEqual(['https://shop.example/files/invoices/t-MF0000001.pdf']);
  });

  it('does not attach twice when the answer was lost', async () => {
    await given({ status: 'finalized' });
    bench.marketplace.fates.push('answer_lost');
    bench.startWorker();
    await bench.service().requestInvoice(key, { invoiceUrl: null }, context('op-1'));
    await historyWith('InvoiceAttached');
    expect(bench.marketplace.ledger.attached).toHaveLength(1);
  });

  it('does not attach twice when the marketplace is still at it and the worker dies', async () => {
    await given({ status: 'finalized' });
    bench.marketplace.fates.push('late');
    bench.startWorker({ findOutMs: 1_000 });
    await bench.service().requestInvoice(key, { invoiceUrl: null }, context('op-1'));
    await eventually(
      () => Promise.resolve(bench.marketplace.late.length),
      (late) => late === 1,
    );
    await bench.stopWorkers();
    let readings = 0;
    const { readOrder } = bench.marketplace;
    bench.marketplace.readOrder = (orderId) => {
      readings += 1;
      return readOrder.call(bench.marketplace, orderId);
    };
    bench.startWorker({ findOutMs: 1_000 });
    await eventually(
      () => Promise.resolve(readings),
      (count) => count === 1,
    );
    for (const effect of bench.marketplace.late) effect();
    await historyWith('InvoiceAttached');
    expect(bench.marketplace.ledger).toMatchObject({ calls: 1 });
    expect(bench.marketplace.ledger.attached).toHaveLength(1);
  });

  it('says so when the marketplace cannot reach us', async () => {
    await given({ status: 'finalized' });
    bench.startWorker({ publicUrl: null });
    await bench.service().requestInvoice(key, { invoiceUrl: null }, context('op-1'));
    await historyWith('InvoiceAttachRefused');
    expect(bench.marketplace.ledger.attached).toEqual([]);
  });

  it('answers with the same invoice when asked again', async () => {
    await given({ status: 'finalized' });
    bench.startWorker();
    await bench.service().requestInvoice(key, { invoiceUrl: null }, context('op-1'));
    await historyWith('InvoiceAttached');
    const again = await bench.service().requestInvoice(key, { invoiceUrl: null }, context('op-2'));
    expect(again.operationId).toBeNull();
    expect([...bench.files.kept.keys()]).toEqual(['MF0000001']);
  });
});

describe('the checkpoint of the reactors', () => {
  it('stays before a wish that is not settled, and passes it afterwards', async () => {
    await given();
    bench.startWorker();
    const { position } = await bench.service().acknowledge(key, context('op-1'));
    await historyWith('OrderAcknowledged');
    await eventually(
      () => bench.checkpoints.position,
      (saved) => saved !== null && position !== null && saved >= position,
    );
  });
});

describe('the cause of each event', () => {
  it('is the event before it: wish, attempt, fact', async () => {
    await given();
    bench.startWorker();
    await bench.service().acknowledge(key, context('op-1'));
    await historyWith('OrderAcknowledged');
    const { events } = await bench.store.read(`order-main-${key.orderId}`);
    const [, wish, attempt, fact] = events;
    expect(wish?.type).toBe('AcknowledgeRequested');
    expect(attempt?.metadata.causationId).toBe(wish?.id);
    expect(fact?.metadata.causationId).toBe(attempt?.id);
  });
});
