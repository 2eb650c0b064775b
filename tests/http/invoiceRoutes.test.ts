import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { OrderEvent } from '../../src/domain/order/orderEvents.js';
import { received } from '../support/orderSamples.js';
import { invoiceBuyer, invoiceDocument } from './support/invoiceSample.js';
import { startTestApp, type TestApp } from './support/testApp.js';
import { untold } from '../support/untold.js';

const invoices = '/api/v1/invoices';
const generate = (orderId: string) => `/api/v1/emag/phase2/invoice/${orderId}/generate`;
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const metadata = {
  correlationId: randomUUID(),
  actor: { kind: 'job', id: 'reactor' },
  occurredAt: '2026-03-02T22:30:00.000Z',
  schemaVersion: 1,
} as const;

/** What the worker does with a wish: number, issue, attach. */
const issue = async (orderId: string, operationId: string, ending: 'attached' | 'refused'): Promise<void> => {
  const base = { account: 'main', orderId, operationId, at: '2026-03-02T22:30:00.000Z' };
  const number = 'MF0000042';
  const events: OrderEvent[] = [
    {
      type: 'InvoiceNumbered',
      data: { ...base, number, personId: 'invoice-MF0000042', personal: invoiceBuyer, invoice: invoiceDocument(5) },
    },
    { type: 'InvoiceIssued', data: { ...base, number, sha256: 'f00d', bytes: 8 } },
    ending === 'attached'
      ? { type: 'InvoiceAttached', data: { ...base, number, url: 'https://x', name: 'Factura', call: null } }
      : {
          type: 'InvoiceAttachRefused',
          data: { ...base, number, code: 'public-url-missing', text: 'set MAGFLOW_PUBLIC_URL', call: null },
        },
  ];
  await app.deps.invoiceFiles.keep(number, new TextEncoder().encode('%PDF-1.7'));
  await app.store.append(
    `order-main-${orderId}`,
    events.map(({ type, data }) => ({ id: randomUUID(), type, data, metadata })),
    'any',
  );
};

const untilRequested = async (orderId: string): Promise<string> => {
  for (;;) {
    const { events } = await app.store.read(`order-main-${orderId}`);
    const wish = events.find(({ type }) => type === 'InvoiceRequested');
    if (wish) return String((wish.data as { operationId: string }).operationId);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

describe('the data of an invoice', () => {
  it('adds up to what the customer pays', async () => {
    await app.receive({ account: 'main', orderId: '501' }, received({ status: 'prepared' }));
    const answer = await app.call('GET', '/api/v1/emag/phase2/invoice/501/data', { as: 'auditor' });
    expect(answer.json()).toMatchObject({
      invoice_data: {
        number: null,
        series: 'MF',
        seller: { name: 'Exemplu SRL', fiscal_code: 'RO12345678' },
        customer: { name: 'Ștefan Țepeș', city: 'Cluj-Napoca', is_company: false },
        lines: [
          { kind: 'product', quantity: 2, unit_price_net: '148.7603', vat_rate: '0.21', gross: '360.00' },
          { kind: 'shipping', gross: '19.99' },
        ],
        vat_by_rate: [{ vat_rate: '0.21', gross: '379.99' }],
        total_gross: '379.99',
        currency: 'RON',
        payment_method: 'cash_on_delivery',
      },
    });
  });

  it.each([
    ['502', 404, 'order-unknown'],
    ['nobody-502', 400, 'account-unknown'],
  ])('of %s is %i', async (orderId, status, code) => {
    const answer = await app.call('GET', `/api/v1/emag/phase2/invoice/${orderId}/data`);
    expect([answer.status, answer.json()['code']]).toEqual([status, code]);
  });
});

describe('generating an invoice', () => {
  it('answers it when it is issued, and the same one again', async () => {
    await app.receive({ account: 'main', orderId: '503' }, received({ status: 'finalized' }));
    const asked = app.call('POST', generate('503'));
    await issue('503', await untilRequested('503'), 'refused');
    const answer = await asked;
    expect(answer.status).toBe(201);
    expect(answer.json()).toMatchObject({
      number: 'MF0000042',
      series: 'MF',
      order_id: '503',
      account_type: 'main',
      total_net: '1486.10',
      total_vat: '313.89',
      total_gross: '1799.99',
      vat_by_rate: [
        { vat_rate: '0.21', net: '1504.12', vat: '315.87', gross: '1819.99' },
        { vat_rate: '0.11', net: '-18.02', vat: '-1.98', gross: '-20.00' },
      ],
      pdf_url: 'https://desk.example/api/v1/invoices/MF0000042/pdf',
      marketplace_state: 'not_fetched',
      marketplace_reason: 'public-url-missing',
    });
    const again = await app.call('POST', generate('503'));
    expect(again.status).toBe(200);
    expect(again.json()).toEqual(answer.json());
  });

  it.each([
    [1, 422],
    [100, 422],
    [43, 200],
  ])('leaves no room for another next number: %i', async (next_number, status) => {
    const body = { invoice_series: [{ series: 'MF', next_number, accounts: [] }] };
    const answer = await app.call('PATCH', '/api/v1/settings', { as: 'admin', body });
    expect(answer.status).toBe(status);
    expect((await app.call('GET', '/api/v1/settings')).json()).toMatchObject({ invoice_series: [{ next_number: 43 }] });
  });

  it('is refused for an order that is not prepared', async () => {
    await app.receive({ account: 'main', orderId: '504' });
    const answer = await app.call('POST', generate('504'));
    expect([answer.status, answer.json()['code']]).toEqual([409, 'order-not-invoiceable']);
  });

  it('names what is missing of the seller', async () => {
    await app.receive({ account: 'main', orderId: '505' }, received({ status: 'prepared' }));
    const { seller } = await app.deps.sellerSettings.read();
    await app.deps.sellerSettings.save({ seller: { ...seller, fiscalCode: '', registration: '' } }, untold);
    const answer = await app.call('POST', generate('505'));
    await app.deps.sellerSettings.save({ seller }, untold);
    expect([answer.status, answer.json()['code']]).toEqual([422, 'seller-incomplete']);
    expect(answer.json()).toMatchObject({
      errors: [{ pointer: '/seller/fiscal_code' }, { pointer: '/seller/registration' }],
    });
  });

  it('takes a link only over the web, and not from auditors', async () => {
    expect((await app.call('POST', generate('505'), { body: { invoice_url: 'file:///etc/passwd' } })).status).toBe(400);
    expect((await app.call('POST', generate('505'), { as: 'auditor' })).status).toBe(403);
  });
});

describe('issued invoices', () => {
  it('are listed, shown and printed', async () => {
    expect((await app.call('GET', invoices)).json()).toMatchObject({ items: [{ number: 'MF0000042' }], total: 1 });
    expect((await app.call('GET', `${invoices}/MF0000042`)).json()).toMatchObject({ number: 'MF0000042' });
    const pdf = await app.call('GET', `${invoices}/MF0000042/pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.headers.get('content-disposition')).toBe('inline; filename="MF0000042.pdf"');
    expect(pdf.text).toBe('%PDF-1.7');
  });

  it('are fetched by whoever has the link, and then say so', async () => {
    const file = await app.call('GET', '/files/invoices/token-of-MF0000042.pdf', { as: null });
    expect(file.status).toBe(200);
    expect(file.text).toBe('%PDF-1.7');
    expect((await app.call('GET', `${invoices}/MF0000042`)).json()).toMatchObject({
      marketplace_state: 'fetched',
      marketplace_reason: null,
    });
    expect((await app.call('GET', '/files/invoices/guess.pdf', { as: null })).status).toBe(404);
  });

  it('are unknown under other numbers, and nobody’s without a token', async () => {
    expect((await app.call('GET', `${invoices}/MF9999999`)).json()).toMatchObject({ code: 'invoice-unknown' });
    expect((await app.call('GET', `${invoices}/MF9999999/pdf`)).json()).toMatchObject({ code: 'invoice-unknown' });
    expect((await app.call('GET', `${invoices}/MF0000042/pdf`, { as: null })).status).toBe(401);
  });
});
