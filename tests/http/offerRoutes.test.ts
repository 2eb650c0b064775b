import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { newEvent } from '../support/integrationEvents.js';
import { offerFacts } from '../support/offerSamples.js';
import { startTestApp, type TestApp } from './support/testApp.js';

let app: TestApp;
let next = 501_000;

/** An offer that was read once; its own id. */
const given = async (account = 'main'): Promise<string> => {
  const offerId = String((next += 1));
  await app.store.append(
    `offer-${account}-${offerId}`,
    [
      newEvent({
        type: 'OfferReceived',
        data: { account, offerId, facts: offerFacts(), digest: 'd1', at: '2026-03-02T09:00:00.000Z' },
      }),
    ],
    'no_stream',
  );
  return offerId;
};
const patch = (path: string, body: unknown, options: object = {}) =>
  app.call('PATCH', `/api/v1/offers/${path}`, { body, ...options });

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(() => {
  app.marketplace.mood = 'accepts';
});

describe('one offer', () => {
  it('is the row of the list, with its revision', async () => {
    const id = await given();
    const answer = await app.call('GET', `/api/v1/offers/main/main-${id}`, { as: 'auditor' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"0"');
    expect(answer.json()).toMatchObject({
      id: `main-${id}`,
      offer_id: id,
      price_net: '148.7603',
      price_gross: '180.00',
      min_price_net: '120.0000',
      stock: 12,
      status: 1,
      sync_status: 'synced',
      last_change: null,
      conflict: null,
      revision: 0,
    });
  });

  it('is nobody’s without a token, and unknown when it was never read', async () => {
    expect((await app.call('GET', '/api/v1/offers/main/1', { as: null })).status).toBe(401);
    const answer = await app.call('GET', '/api/v1/offers/main/1');
    expect([answer.status, answer.json()['code']]).toEqual([404, 'offer-unknown']);
  });
});

describe('changing an offer', () => {
  it('answers the row with the operation, once the marketplace confirmed', async () => {
    const id = await given();
    const answer = await patch(`main/${id}`, { price_net: '139.6694', stock: 3 }, { headers: { 'if-match': '"0"' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"2"');
    expect(answer.json()).toMatchObject({
      id: `main-${id}`,
      operation_id: expect.any(String),
      sync_status: 'synced',
      last_change: { state: 'done', requested: { price_net: '139.6694', stock: 3 }, code: null },
      revision: 2,
    });
  });

  it('answers 202 at once when nobody waits, and the operation’s link', async () => {
    app.marketplace.mood = 'is_silent';
    const id = await given();
    const answer = await patch(`main/${id}`, { status: 0 }, { headers: { prefer: 'wait=0' } });
    expect([answer.status, answer.json()['state']]).toEqual([202, 'queued']);
    expect(answer.headers.get('location')).toBe(`/api/v1/operations/${String(answer.json()['operation_id'])}`);
    expect((await app.call('GET', `/api/v1/offers/main/${id}`)).json()).toMatchObject({
      sync_status: 'pending',
      last_change: { state: 'requested', requested: { status: 0, status_name: 'inactive' } },
    });
    const second = await patch(`main/${id}`, { status: 1 });
    expect([second.status, second.json()['code']]).toEqual([409, 'offer-change-in-progress']);
    expect(second.json()['operation_id']).toBe(answer.json()['operation_id']);
  });

  it('shows the refusal of the marketplace in its own words', async () => {
    app.marketplace.mood = 'refuses';
    const id = await given();
    const answer = await patch(`main/${id}`, { stock: 3 });
    expect(answer.status).toBe(502);
    expect(answer.json()).toMatchObject({
      code: 'marketplace-refused',
      marketplace_code: 'refused',
      marketplace_text: 'Stock should be 0 or more',
      operation_id: expect.any(String),
    });
    expect((await app.call('GET', `/api/v1/offers/main/${id}`)).json()).toMatchObject({
      sync_status: 'refused',
      stock: 12,
      last_change: { state: 'refused', text: 'Stock should be 0 or more' },
    });
  });

  it.each<[string, unknown, number, string]>([
    ['nothing', {}, 400, 'validation-failed'],
    ['no body', undefined, 400, 'validation-failed'],
    ['an unknown field', { price: '1' }, 400, 'validation-failed'],
    ['words for a price', { price_net: 'cheap' }, 400, 'validation-failed'],
    ['half a piece', { stock: 1.5 }, 400, 'validation-failed'],
    ['an unknown status', { status: 3 }, 400, 'validation-failed'],
    ['a price of nothing', { price_net: '0' }, 422, 'price-impossible'],
    ['five decimals', { price_net: '139.66941' }, 422, 'price-impossible'],
    ['less than nothing in stock', { stock: -1 }, 422, 'stock-impossible'],
    ['a price above the limit', { price_net: '220.0001' }, 409, 'price-out-of-range'],
  ])('refuses %s', async (_name, body, status, code) => {
    const id = await given();
    const answer = await patch(`main/${id}`, body);
    expect([answer.status, answer.json()['code']]).toEqual([status, code]);
    expect((await app.store.read(`offer-main-${id}`)).events).toHaveLength(1);
  });

  it('names the limits that a price broke', async () => {
    const answer = await patch(`main/${await given()}`, { price_net: 100 });
    expect(answer.json()).toMatchObject({ min_price_net: '120.0000', max_price_net: '220.0000' });
  });

  it('leaves the stock of the marketplace’s own warehouse alone', async () => {
    const answer = await patch(`fbe/${await given('fbe')}`, { stock: 1 });
    expect([answer.status, answer.json()['code']]).toEqual([409, 'stock-not-editable']);
  });

  it('refuses what was read in an older state', async () => {
    const id = await given();
    const answer = await patch(`main/${id}`, { stock: 1 }, { headers: { 'if-match': '"7"' } });
    expect([answer.status, answer.json()['code']]).toEqual([412, 'precondition-failed']);
  });

  it('is for known accounts and offers, and for those who may', async () => {
    const id = await given();
    const codeOf = async (path: string, options: object = {}) => {
      const answer = await patch(path, { stock: 1 }, options);
      return [answer.status, answer.json()['code']];
    };
    expect(await codeOf(`nowhere/${id}`)).toEqual([400, 'account-unknown']);
    expect(await codeOf(`main/fbe-${id}`)).toEqual([400, 'validation-failed']);
    expect(await codeOf('main/1')).toEqual([404, 'offer-unknown']);
    expect(await codeOf(`main/${id}`, { as: 'auditor' })).toEqual([403, 'forbidden']);
    expect(await codeOf(`main/${id}`, { as: null })).toEqual([401, 'unauthenticated']);
  });

  it('is done once for one idempotency key', async () => {
    const id = await given();
    const headers = { 'idempotency-key': `offer-${id}` };
    const first = await patch(`main/${id}`, { stock: 3 }, { headers });
    const second = await patch(`main/${id}`, { stock: 3 }, { headers });
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.text).toBe(first.text);
    const { events } = await eventually(
      () => app.store.read(`offer-main-${id}`),
      (stream) => stream.events.length >= 3,
    );
    expect(events.filter(({ type }) => type === 'OfferChangeRequested')).toHaveLength(1);
  });
});
