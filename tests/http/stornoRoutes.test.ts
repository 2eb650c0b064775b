import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { stornoTotals, type StornoScope } from '../../src/domain/invoice/stornoLines.js';
import type { OrderEvent } from '../../src/domain/order/orderEvents.js';
import { eventually } from '../support/eventually.js';
import { received } from '../support/orderSamples.js';
import { invoiceBuyer, invoiceDocument } from './support/invoiceSample.js';
import { startTestApp, type TestApp } from './support/testApp.js';

const ORDER = '601';
const NUMBER = 'MF0000042';
const path = `/api/v1/invoices/${NUMBER}/storno`;
const key = { account: 'main', orderId: ORDER };
const document = {
  ...invoiceDocument(1),
  lines: invoiceDocument(1).lines.map((line, index) => (index === 0 ? { ...line, lineId: '712345001' } : line)),
};
let app: TestApp;

const append = async (events: readonly OrderEvent[]): Promise<void> => {
  const metadata = {
    correlationId: randomUUID(),
    actor: { kind: 'job', id: 'reactor' },
    occurredAt: '2026-03-02T22:30:00.000Z',
    schemaVersion: 1,
  } as const;
  await app.store.append(
    `order-main-${ORDER}`,
    events.map(({ type, data }) => ({ id: randomUUID(), type, data, metadata })),
    'any',
  );
};

const base = { ...key, operationId: '0b7c3c1e-5d0a-4d8e-9f57-0d5d4f3f0a01', at: '2026-03-02T22:30:00.000Z' };

beforeAll(async () => {
  app = await startTestApp();
  await app.receive(key, received({ status: 'finalized' }));
  await append([
    { type: 'InvoiceRequested', data: { ...base, series: 'MF', invoiceUrl: null } },
    {
      type: 'InvoiceNumbered',
      data: { ...base, number: NUMBER, personId: `invoice-${NUMBER}`, personal: invoiceBuyer, invoice: document },
    },
    { type: 'InvoiceIssued', data: { ...base, number: NUMBER, sha256: 'f00d', bytes: 8 } },
    { type: 'InvoiceAttached', data: { ...base, number: NUMBER, url: 'https://x', name: 'Factura', call: null } },
  ]);
});
afterAll(() => app.close());

type Requested = Extract<OrderEvent, { type: 'StornoRequested' }>['data'];

/** What the worker does with the newest wish: number, issue, attach. */
const issueStorno = async (known: number): Promise<Requested> => {
  const wishes = await eventually(
    async () =>
      (await app.store.read<OrderEvent>(`order-main-${ORDER}`)).events.filter(({ type }) => type === 'StornoRequested'),
    (found) => found.length > known,
  );
  const wish = wishes.at(-1)?.data as Requested;
  const earlier = (await app.store.read<OrderEvent>(`order-main-${ORDER}`)).events.flatMap(({ type, data }) =>
    type === 'StornoIssued' ? [(data as Extract<OrderEvent, { type: 'StornoIssued' }>['data']).invoice] : [],
  );
  const scope: StornoScope = { lines: wish.lines, shipping: wish.shipping };
  const number = `MF000004${3 + known}`;
  const of = { ...key, operationId: wish.operationId, at: '2026-03-03T09:00:00.000Z' };
  const storno = {
    ...document,
    ...stornoTotals(document, earlier, scope),
    number,
    stornoOf: { number: NUMBER, issuedAt: document.issuedAt },
  };
  await append([
    {
      type: 'StornoIssued',
      data: {
        ...of,
        number,
        stornoOf: NUMBER,
        invoice: storno,
        personId: `invoice-${number}`,
        personal: invoiceBuyer,
        sha256: 'f00d',
        bytes: 8,
      },
    },
    { type: 'InvoiceAttached', data: { ...of, number, url: 'https://y', name: 'Factura storno', call: null } },
  ]);
  return wish;
};

describe('taking an invoice back', () => {
  it('in part answers the storno', async () => {
    const asked = app.call('POST', path, {
      body: { lines: [{ line_id: 712345001, quantity: 1 }], reason: 'o bucată' },
    });
    const wish = await issueStorno(0);
    expect(wish).toMatchObject({
      series: 'MF',
      lines: [{ line: 0, quantity: 1 }],
      shipping: false,
      reason: 'o bucată',
    });
    const answer = await asked;
    expect(answer.status).toBe(201);
    expect(answer.json()).toMatchObject({
      number: 'MF0000043',
      order_id: ORDER,
      total_gross: '-170.00',
      storno_of: NUMBER,
      storno_number: null,
      operation_id: wish.operationId,
    });
    expect((await app.call('GET', `/api/v1/invoices/${NUMBER}`)).json()).toMatchObject({
      storno_number: 'MF0000043',
      storno_state: 'partial',
    });
    expect((await app.call('GET', `/api/v1/emag/orders/main-${ORDER}`)).json()).toMatchObject({
      allowed_actions: expect.arrayContaining(['storno']),
      stornos: [{ number: 'MF0000043' }],
      storno_lines: expect.arrayContaining([
        expect.objectContaining({ line_id: '712345001', quantity: 2, quantity_left: 1 }),
      ]),
    });
  });

  it.each([
    [{ lines: [{ line_id: '712345001', quantity: 2 }] }, 'storno-exceeds-invoice'],
    [{ lines: [{ sku: 'NO-SUCH', quantity: 1 }] }, 'line-unknown'],
  ])('of more than there is, %j, is refused', async (body, code) => {
    const answer = await app.call('POST', path, { body });
    expect([answer.status, answer.json()['code']]).toEqual([409, code]);
  });

  it('in part is the same storno for a client that repeats itself after a crash', async () => {
    const { operationId } = (await app.store.read<OrderEvent>(`order-main-${ORDER}`)).events.find(
      ({ type }) => type === 'StornoRequested',
    )?.data as Requested;
    const receipt = await app.deps.orders.requestStorno(
      key,
      { stornoOf: NUMBER, lines: [{ lineId: '712345001', quantity: 1 }], shipping: false, reason: null },
      { actor: { kind: 'user', id: 'operator' }, correlationId: operationId, operationId },
    );
    expect(receipt.operationId).toBe(operationId);
  });

  it('wholly takes the rest, and then nothing is left', async () => {
    const asked = app.call('POST', path);
    await issueStorno(1);
    expect((await asked).json()).toMatchObject({ number: 'MF0000044', storno_of: NUMBER });
    const again = await app.call('POST', path);
    expect(again.status).toBe(409);
    expect(again.json()).toMatchObject({ code: 'storno-exists', storno_number: 'MF0000044' });
    expect((await app.call('GET', `/api/v1/invoices/${NUMBER}`)).json()).toMatchObject({ storno_state: 'full' });
    const order = (await app.call('GET', `/api/v1/emag/orders/main-${ORDER}`)).json();
    expect(order['allowed_actions']).not.toContain('storno');
  });

  it('is not for a storno', async () => {
    const answer = await app.call('POST', '/api/v1/invoices/MF0000043/storno');
    expect([answer.status, answer.json()['code']]).toEqual([409, 'invoice-not-reversible']);
  });

  it.each([
    [{ lines: [] }],
    [{ lines: [{ quantity: 1 }] }],
    [{ lines: [{ line_id: '1', sku: 'A', quantity: 1 }] }],
    [{ lines: [{ sku: 'A', quantity: 0 }] }],
    [{ lines: [{ sku: 'A', quantity: 1.5 }] }],
    [{ colour: 'red' }],
  ])('is not understood as %j', async (body) => {
    expect((await app.call('POST', path, { body })).status).toBe(400);
  });

  it('needs an invoice of that account', async () => {
    const unknown = await app.call('POST', '/api/v1/invoices/MF0000999/storno');
    expect([unknown.status, unknown.json()['code']]).toEqual([404, 'invoice-unknown']);
    const other = await app.call('POST', path, { body: { account_type: 'fbe' } });
    expect([other.status, other.json()['code']]).toEqual([404, 'invoice-unknown']);
  });

  it('is for operators', async () => {
    expect((await app.call('POST', path, { as: 'auditor' })).status).toBe(403);
    expect((await app.call('POST', path, { as: null })).status).toBe(401);
  });
});
