import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommandContext } from '../../../src/application/services.js';
import type { OrderEvent } from '../../../src/domain/order/orderEvents.js';
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

const given = async (change: Partial<OrderFacts> = {}): Promise<void> => {
  const reading = { facts: facts(change), person: person(), modifiedAt: '2026-03-01T12:05:12.000Z' };
  bench.marketplace.put(key.orderId, reading);
  await bench.observer().observe(key, reading, { readStartedAt: new Date(), correlationId: 'sync' });
};

const events = async (): Promise<readonly OrderEvent[]> =>
  (await bench.store.read<OrderEvent>(`order-main-${key.orderId}`)).events.map(
    ({ type, data }) => ({ type, data }) as OrderEvent,
  );

const ended = (operationId: string) =>
  eventually(events, (all) =>
    all.some(
      ({ type, data }) =>
        (type === 'InvoiceAttached' || type === 'InvoiceAttachRefused') &&
        (data as { operationId: string }).operationId === operationId,
    ),
  );

const invoiced = async (): Promise<void> => {
  await given({ status: 'finalized' });
  bench.startWorker();
  await bench.service().requestInvoice(key, { invoiceUrl: null }, context('op-1'));
  await ended('op-1');
};

const all = { stornoOf: 'MF0000001', lines: null, shipping: false, reason: 'retur' } as const;

const stornos = async () => (await events()).flatMap((event) => (event.type === 'StornoIssued' ? [event.data] : []));

describe('the storno of an invoice', () => {
  it('takes the next number of its series, is rendered and attached', async () => {
    await invoiced();
    await bench.service().requestStorno(key, all, context('op-2'));
    await ended('op-2');
    expect((await events()).map(({ type }) => type).slice(-3)).toEqual([
      'StornoRequested',
      'StornoIssued',
      'InvoiceAttached',
    ]);
    const [storno] = await stornos();
    expect(storno).toMatchObject({
      number: 'MF0000002',
      stornoOf: 'MF0000001',
      invoice: { totalGross: '-379.99', stornoOf: { number: 'MF0000001' }, reason: 'retur' },
      personal: { name: 'Ștefan Țepeș' },
    });
    expect([...bench.files.kept.keys()]).toEqual(['MF0000001', 'MF0000002']);
    expect(bench.marketplace.ledger.attached).toEqual([
      'https://shop.example/files/invoices/t-MF0000001.pdf',
      'https://shop.example/files/invoices/t-MF0000002.pdf',
    ]);
  });

  it('exists once, whoever asks again', async () => {
    await invoiced();
    await bench.service().requestStorno(key, all, context('op-2'));
    const again = await bench.service().requestStorno(key, all, context('op-2'));
    expect(again.operationId).toBe('op-2');
    await ended('op-2');
    await expect(bench.service().requestStorno(key, all, context('op-3'))).rejects.toMatchObject({
      code: 'storno-exists',
      details: { storno_number: 'MF0000002' },
    });
    expect(await stornos()).toHaveLength(1);
  });

  it('waits for the one under way', async () => {
    await invoiced();
    await bench.stopWorkers();
    await bench.service().requestStorno(key, all, context('op-2'));
    await expect(bench.service().requestStorno(key, all, context('op-3'))).rejects.toMatchObject({
      code: 'storno-in-progress',
      details: { operation_id: 'op-2' },
    });
  });

  it('in part leaves what a later one takes', async () => {
    await invoiced();
    const service = bench.service();
    const part = { ...all, lines: [{ sku: 'RDX-40-BLU', quantity: 1 }] };
    await service.requestStorno(key, part, context('op-2'));
    await ended('op-2');
    await expect(
      service.requestStorno(key, { ...all, lines: [{ lineId: '712345001', quantity: 2 }] }, context('op-3')),
    ).rejects.toMatchObject({ code: 'storno-exceeds-invoice', details: { available: 1 } });
    await expect(
      service.requestStorno(key, { ...all, lines: [{ lineId: '9', quantity: 1 }] }, context('op-3')),
    ).rejects.toMatchObject({ code: 'line-unknown' });
    await service.requestStorno(key, all, context('op-4'));
    await ended('op-4');
    expect((await stornos()).map(({ number, invoice }) => [number, invoice.totalGross])).toEqual([
      ['MF0000002', '-180.00'],
      ['MF0000003', '-199.99'],
    ]);
    await expect(service.requestStorno(key, part, context('op-5'))).rejects.toMatchObject({ code: 'storno-exists' });
  });

  it('cannot be taken back itself, nor can an invoice that is not issued', async () => {
    await invoiced();
    await bench.service().requestStorno(key, all, context('op-2'));
    await ended('op-2');
    for (const stornoOf of ['MF0000002', 'MF0000009']) {
      await expect(bench.service().requestStorno(key, { ...all, stornoOf }, context('op-3'))).rejects.toMatchObject({
        code: 'invoice-not-reversible',
      });
    }
  });

  it('comes back to the same number and bytes when the worker died on the way', async () => {
    await invoiced();
    await bench.stopWorkers();
    bench.files.failOnce = true;
    bench.startWorker();
    await bench.service().requestStorno(key, all, context('op-2'));
    await eventually(
      () => bench.warnings.length,
      (count) => count > 0,
    );
    await bench.stopWorkers();
    bench.startWorker();
    await ended('op-2');
    const { events: claims } = await bench.store.read('invoiceSeries-MF');
    expect(claims.map(({ data }) => (data as { number: string }).number)).toEqual(['MF0000001', 'MF0000002']);
    expect((await stornos()).map(({ number }) => number)).toEqual(['MF0000002']);
  });

  it('may begin while the link of its invoice is still on its way', async () => {
    await given({ status: 'finalized' });
    bench.marketplace.fates.push('late');
    bench.startWorker({ findOutMs: 60_000 });
    await bench.service().requestInvoice(key, { invoiceUrl: null }, context('op-1'));
    await eventually(
      () => bench.marketplace.late.length,
      (count) => count === 1,
    );
    await bench.service().requestStorno(key, all, context('op-2'));
    await ended('op-2');
    for (const effect of bench.marketplace.late) effect();
    await bench.stopWorkers();
    bench.startWorker();
    await ended('op-1');
    expect(bench.marketplace.ledger.attached).toHaveLength(2);
  });
});

describe('a document that was made elsewhere', () => {
  const document = { url: 'https://shop.example/i/7.pdf', name: 'Factura 7' };

  it('is attached as wish, attempt and fact, and shown by a reading afterwards', async () => {
    await given({ status: 'finalized', fulfilment: 'fbe' });
    bench.startWorker();
    await bench.service().attachDocument(key, document, context('op-1'));
    await ended('op-1');
    await eventually(events, (all) => all.at(-1)?.type === 'OrderChanged');
    expect((await events()).map(({ type }) => type)).toEqual([
      'OrderReceived',
      'DocumentAttachRequested',
      'DocumentAttachAttemptStarted',
      'InvoiceAttached',
      'OrderChanged',
    ]);
    expect((await bench.service().attachDocument(key, document, context('op-2'))).operationId).toBeNull();
    expect(bench.marketplace.ledger.attached).toEqual([document.url]);
  });

  it('is found at the order when the answer was lost', async () => {
    await given({ status: 'finalized' });
    bench.marketplace.fates.push('answer_lost');
    bench.startWorker();
    await bench.service().attachDocument(key, document, context('op-1'));
    await ended('op-1');
    expect(bench.marketplace.ledger).toMatchObject({ attached: [document.url], calls: 1 });
  });

  it('says what the marketplace says when it refuses', async () => {
    await given({ status: 'finalized' });
    bench.marketplace.fates.push('refused');
    bench.startWorker();
    await bench.service().attachDocument(key, document, context('op-1'));
    await ended('op-1');
    expect((await events()).at(-1)).toMatchObject({
      type: 'InvoiceAttachRefused',
      data: { number: null, text: 'The marketplace says no' },
    });
  });

  it('waits for another that is under way', async () => {
    await given({ status: 'finalized' });
    await bench.service().attachDocument(key, document, context('op-1'));
    await expect(
      bench.service().attachDocument(key, { ...document, url: 'https://shop.example/i/8.pdf' }, context('op-2')),
    ).rejects.toMatchObject({ code: 'attachment-in-progress', details: { operation_id: 'op-1' } });
    expect((await bench.service().attachDocument(key, document, context('op-2'))).operationId).toBe('op-1');
  });

  it('leaves an invoice under way alone', async () => {
    await given({ status: 'finalized' });
    bench.marketplace.fates.push('not_sent');
    bench.startWorker();
    await bench.service().requestInvoice(key, { invoiceUrl: null }, context('op-1'));
    await bench.service().attachDocument(key, document, context('op-2'));
    await ended('op-1');
    await ended('op-2');
    expect([...bench.marketplace.ledger.attached].sort()).toEqual([
      'https://shop.example/files/invoices/t-MF0000001.pdf',
      document.url,
    ]);
  });
});
