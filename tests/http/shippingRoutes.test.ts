import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { received } from '../support/orderSamples.js';
import { startTestApp, type TestApp } from './support/testApp.js';

const awb = '/api/v1/emag/phase2/awb';
let app: TestApp;
let next = 6_113_000_000;

const shippable = async (): Promise<string> => {
  const orderId = String((next += 1));
  await app.receive({ account: 'main', orderId }, received({ status: 'in_progress' }));
  return orderId;
};

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(() => {
  app.marketplace.mood = 'accepts';
});

describe('courier accounts', () => {
  it('are listed with their account', async () => {
    const answer = await app.call('GET', `${awb}/couriers?account_type=main`, { as: 'auditor' });
    expect(answer.json()).toEqual({
      couriers: [
        {
          account_type: 'main',
          account_id: '101',
          account_display_name: 'Sameday Standard',
          courier_name: 'Sameday',
          courier_account_type: 2,
          courier_account_properties: [1],
          pickup_country: 'RO',
          created_at: '2024-01-01T00:00:00.000Z',
          status: 1,
          is_active: true,
        },
      ],
      count: 1,
      unavailable: [],
    });
  });

  it('are nobody’s without a token', async () => {
    expect((await app.call('GET', `${awb}/couriers`, { as: null })).status).toBe(401);
  });
});

describe('generating an AWB', () => {
  it('answers the AWB', async () => {
    const orderId = await shippable();
    const answer = await app.call('POST', `${awb}/${orderId}/generate`, {
      body: { account_type: 'main', courier_account_id: 101, parcels: 2, weight: 1.5 },
    });
    expect(answer.status).toBe(201);
    expect(answer.json()).toMatchObject({
      order_id: orderId,
      account_type: 'main',
      awb_number: '4EMG12345678901',
      reservation_id: '900001',
      barcodes: ['4EMG12345678901001'],
      courier_account_id: '101',
      courier_name: 'Sameday',
      parcels: 2,
      envelopes: 0,
      weight: '1.5',
      cod: '379.99',
      status: 'generated',
      marketplace_status: null,
    });
    const again = await app.call('POST', `${awb}/${orderId}/generate`);
    expect(again.status).toBe(409);
    expect(again.json()).toMatchObject({ code: 'awb-exists', awb_number: '4EMG12345678901' });
  });

  it('is 202 while nobody knows whether it exists, and a person settles it', async () => {
    app.marketplace.mood = 'leaves_in_doubt';
    const orderId = await shippable();
    const answer = await app.call('POST', `${awb}/${orderId}/generate`);
    expect(answer.status).toBe(202);
    const { operation_id: operationId } = answer.json();
    expect(answer.json()).toEqual({ operation_id: operationId, state: 'in_doubt' });
    expect((await app.call('POST', `${awb}/${orderId}/generate`)).json()).toMatchObject({
      code: 'awb-in-doubt',
      operation_id: operationId,
    });
    const settled = await app.call('POST', `${awb}/${orderId}/resolve`, { body: { awb_number: '4EMG999' } });
    expect(settled.status).toBe(200);
    expect(settled.json()).toMatchObject({
      awb_number: '4EMG999',
      status: 'generated',
      operation_id: operationId,
    });
    const twice = await app.call('POST', `${awb}/${orderId}/resolve`, { body: { awb_number: '4EMG999' } });
    expect(twice.json()).toMatchObject({ code: 'awb-not-in-doubt' });
  });

  it('is settled as well by declaring that none exists', async () => {
    app.marketplace.mood = 'leaves_in_doubt';
    const orderId = await shippable();
    await app.call('POST', `${awb}/${orderId}/generate`);
    const settled = await app.call('POST', `${awb}/${orderId}/resolve`, {
      body: { none_exists: true, reason: 'not in the marketplace’s list' },
    });
    expect(settled.status).toBe(200);
    expect(settled.json()).toMatchObject({ awb_number: null, status: 'refused', order_id: orderId });
  });

  it.each([
    [{ parcels: -1 }, 400, 'validation-failed'],
    [{ parcels: 0 }, 422, 'request-impossible'],
    [{ cod: '1,50' }, 400, 'validation-failed'],
    [{ weight: 'heavy' }, 400, 'validation-failed'],
    [{ courier_account_id: '999' }, 422, 'courier-unknown'],
    [{ sender_address_id: '12' }, 422, 'address-unknown'],
    [{ colour: 'red' }, 400, 'validation-failed'],
  ])('refuses %j', async (body, status, code) => {
    const orderId = await shippable();
    const answer = await app.call('POST', `${awb}/${orderId}/generate`, { body });
    expect([answer.status, answer.json()['code']]).toEqual([status, code]);
  });

  it.each([[{ awb_number: 'none' }], [{ none_exists: true }], [{}]])('cannot be settled with %j', async (body) => {
    const answer = await app.call('POST', `${awb}/${await shippable()}/resolve`, { body });
    expect(answer.status).toBe(400);
  });

  it('is not for auditors', async () => {
    const orderId = await shippable();
    expect((await app.call('POST', `${awb}/${orderId}/generate`, { as: 'auditor' })).status).toBe(403);
    expect((await app.call('POST', `${awb}/${orderId}/resolve`, { as: 'auditor' })).status).toBe(403);
  });
});

describe('an AWB', () => {
  it('is found by its number, label included', async () => {
    const fresh = await startTestApp();
    try {
      await fresh.receive({ account: 'main', orderId: '77' }, received({ status: 'prepared' }));
      await fresh.call('POST', `${awb}/77/generate`);
      const found = await fresh.call('GET', `${awb}/4EMG12345678901`);
      expect(found.status).toBe(200);
      expect(found.json()).toMatchObject({
        order_id: '77',
        status: 'generated',
        is_current: true,
        marketplace_status: { code: '4' },
      });
      const label = await fresh.call('GET', `${awb}/4EMG12345678901/label?format=A6`);
      expect(label.status).toBe(200);
      expect(label.headers.get('content-type')).toBe('application/pdf');
      expect(label.text).toBe('%PDF-1.4 label 55501');
      expect((await fresh.call('GET', `${awb}/4EMG12345678901/label?format=A3`)).status).toBe(400);
      expect((await fresh.call('GET', '/api/v1/awbs')).json()).toMatchObject({ total: 1 });
    } finally {
      await fresh.close();
    }
  });

  it('is unknown when nobody issued it', async () => {
    const answer = await app.call('GET', `${awb}/NOSUCH1`);
    expect(answer.status).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'awb-unknown' });
  });
});
