import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { received } from '../support/orderSamples.js';
import { startTestApp, type TestApp } from './support/testApp.js';

const path = (orderId: string): string => `/api/v1/emag/orders/${orderId}/invoice`;
const invoice_url = 'https://shop.example/i/9f2c.pdf';
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  for (const orderId of ['701', '702', '703']) {
    await app.receive({ account: 'main', orderId }, received({ status: 'finalized' }));
  }
});
afterAll(() => app.close());
beforeEach(() => {
  app.marketplace.mood = 'accepts';
});

describe('attaching a PDF that was made elsewhere', () => {
  it('answers the order with its link, and calls nothing the second time', async () => {
    const body = { account_type: 'main', invoice_url, invoice_name: 'Factura 99' };
    const answer = await app.call('POST', path('701'), { body });
    expect(answer.status).toBe(200);
    const order = answer.json();
    expect(order).toMatchObject({
      id: 'main-701',
      invoice_url,
      invoice_number: null,
      operation_id: expect.any(String),
      work: { attachment: { state: 'succeeded' } },
    });
    const again = await app.call('POST', path('701'), { body });
    expect([again.status, again.json()['operation_id']]).toEqual([200, null]);
    expect(app.marketplace.wishes).toEqual(['DocumentAttachRequested']);
  });

  it('passes on what the marketplace says when it refuses', async () => {
    app.marketplace.mood = 'refuses';
    const answer = await app.call('POST', path('702'), { body: { invoice_url } });
    expect(answer.status).toBe(502);
    expect(answer.json()).toMatchObject({
      code: 'marketplace-refused',
      marketplace_text: 'Comanda nu poate fi modificată',
    });
  });

  it('waits for another document', async () => {
    app.marketplace.mood = 'is_silent';
    const headers = { prefer: 'wait=0' };
    const first = await app.call('POST', path('703'), { body: { invoice_url }, headers });
    expect(first.status).toBe(202);
    const second = await app.call('POST', path('703'), { body: { invoice_url: `${invoice_url}?2` }, headers });
    expect(second.status).toBe(409);
    expect(second.json()).toMatchObject({
      code: 'attachment-in-progress',
      operation_id: first.json()['operation_id'],
    });
  });

  it.each([
    [{ invoice_url: 'http://shop.example/i/1.pdf' }, 400],
    [{ invoice_url: 'file:///etc/passwd' }, 400],
    [{ invoice_url: 'https://ana:secret@shop.example/1.pdf' }, 400],
    [{ invoice_url: `https://shop.example/${'x'.repeat(1_024)}.pdf` }, 400],
    [{ invoice_url, invoice_name: 'x'.repeat(61) }, 400],
    [{}, 400],
    // The marketplace of this account is not on this machine.
    [{ invoice_url: 'http://127.0.0.1:8080/1.pdf' }, 422],
    [{ invoice_url: 'https://localhost/1.pdf' }, 422],
  ])('does not take %j', async (body, status) => {
    expect((await app.call('POST', path('701'), { body })).status).toBe(status);
  });

  it('needs an order, and an operator', async () => {
    expect((await app.call('POST', path('799'), { body: { invoice_url } })).json()).toMatchObject({
      code: 'order-unknown',
    });
    expect((await app.call('POST', path('701'), { body: { invoice_url }, as: 'auditor' })).status).toBe(403);
    expect((await app.call('POST', path('701'), { body: { invoice_url }, as: null })).status).toBe(401);
  });
});
