import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { listedOrder, received } from '../support/orderSamples.js';
import { startTestApp, type TestApp } from './support/testApp.js';

const orders = '/api/v1/emag/orders';
let app: TestApp;
let next = 6_112_345_678;

/** An order that no other test knows. */
const freshOrder = async (event = received()): Promise<{ account: string; orderId: string }> => {
  const key = { account: 'main', orderId: String((next += 1)) };
  await app.receive(key, event);
  return key;
};

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(() => {
  app.marketplace.mood = 'accepts';
  app.reads.isBehind = false;
  app.reads.nextPage = null;
});

describe('listing orders', () => {
  it('answers rows, totals and links', async () => {
    app.reads.nextPage = {
      items: [listedOrder('1'), listedOrder('2')].map((row) => JSON.stringify(row)),
      total: 7,
      totalIsLowerBound: false,
      nextCursor: 'abc',
    };
    const answer = await app.call('GET', `${orders}/list?page=2&items_per_page=2&status=new&status=cancelled`);
    expect(answer.status).toBe(200);
    expect(answer.json()).toEqual({
      orders: [expect.objectContaining({ id: 'main-1' }), expect.objectContaining({ id: 'main-2' })],
      total: 7,
      page: 2,
      items_per_page: 2,
      total_pages: 4,
      next_cursor: 'abc',
    });
    expect(answer.headers.get('x-total-count')).toBe('7');
    expect(answer.headers.get('link')).toContain(
      '</api/v1/emag/orders/list?page=3&items_per_page=2&status=new&status=cancelled>; rel="next"',
    );
    expect(app.reads.asked).toEqual({
      filter: { statuses: ['new', 'canceled'] },
      request: { page: 2, itemsPerPage: 2 },
    });
  });

  it('says when a total is only a lower bound', async () => {
    app.reads.nextPage = { items: [], total: 1001, totalIsLowerBound: true, nextCursor: null };
    const answer = await app.call('GET', `${orders}/all?q=popescu`);
    expect(answer.json()).toMatchObject({ total: 1001, total_is_lower_bound: true });
  });

  it.each([
    ['main-4312424136', '4312424136'],
    ['caie-01615', 'caie-01615'],
    ['Țepeș', 'Țepeș'],
  ])('searches %s as %s', async (typed, q) => {
    await app.call('GET', `${orders}/list?q=${encodeURIComponent(typed)}`);
    expect(app.reads.asked?.request).toMatchObject({ q });
  });

  it('reads days as days in Bucharest, the last one whole', async () => {
    await app.call('GET', `${orders}/list?from=2026-03-01&to=2026-03-29&account_type=main`);
    expect(app.reads.asked?.filter).toEqual({
      accounts: ['main'],
      from: '2026-02-28T22:00:00.000Z',
      to: '2026-03-29T20:59:59.999Z',
    });
  });

  it.each([
    ['?page=0', 'page'],
    ['?items_per_page=101', 'items_per_page'],
    ['?status=7', 'status.0'],
    ['?sort=password', 'sort'],
    ['?colour=red', 'colour'],
    ['?has_awb=maybe', 'has_awb'],
    ['?from=2026-02-30', 'from'],
  ])('refuses %s and points at it', async (query, parameter) => {
    const answer = await app.call('GET', `${orders}/list${query}`);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.json()).toMatchObject({
      code: 'validation-failed',
      type: '/problems/validation-failed',
      errors: [{ parameter }],
    });
  });

  it('refuses a period that ends before it begins', async () => {
    const answer = await app.call('GET', `${orders}/list?from=2026-03-02&to=2026-03-01`);
    expect(answer.status).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'period-impossible' });
  });

  it('does not know an account that nobody configured', async () => {
    const answer = await app.call('GET', `${orders}/list?account_type=nobody`);
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'account-unknown' });
  });

  it('needs a token', async () => {
    const answer = await app.call('GET', `${orders}/list`, { as: null });
    expect(answer.status).toBe(401);
    expect(answer.json()).toMatchObject({ code: 'unauthenticated' });
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
  });

  it('does not answer from a read model that is too old', async () => {
    app.reads.isBehind = true;
    const answer = await app.call('GET', `${orders}/list`, { headers: { 'x-min-position': '99' } });
    expect(answer.status).toBe(503);
    expect(answer.json()).toMatchObject({ code: 'read-model-behind' });
  });
});

describe('one order', () => {
  it('is found by its own id and by the marketplace’s', async () => {
    const { orderId } = await freshOrder();
    const [short, long] = await Promise.all([
      app.call('GET', `${orders}/${orderId}`),
      app.call('GET', `${orders}/main-${orderId}`),
    ]);
    expect(short.status).toBe(200);
    expect(short.json()).toMatchObject({
      id: `main-${orderId}`,
      emag_order_id: orderId,
      account_type: 'main',
      status: 1,
      status_name: 'new',
      type: 3,
      total_amount: '379.99',
      amounts: { total: '379.99', cod: '379.99' },
      allowed_actions: ['acknowledge'],
      revision: 0,
    });
    expect(long.json()).toEqual(short.json());
    expect(short.headers.get('etag')).toBe('"0"');
  });

  it('is unknown when nobody received it', async () => {
    const answer = await app.call('GET', `${orders}/999`);
    expect(answer.status).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'order-unknown', instance: `${orders}/999` });
  });

  it('asks for the account when several have one of this id', async () => {
    const { orderId } = await freshOrder();
    await app.receive({ account: 'fbe', orderId });
    const answer = await app.call('GET', `${orders}/${orderId}`);
    expect(answer.status).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'account-ambiguous', accounts: ['main', 'fbe'] });
    const named = await app.call('GET', `${orders}/${orderId}?account_type=fbe`);
    expect(named.json()).toMatchObject({ id: `fbe-${orderId}` });
  });

  it('says that its read model stopped', async () => {
    const { orderId } = await freshOrder();
    app.reads.parked.add(`order-main-${orderId}`);
    const answer = await app.call('GET', `${orders}/${orderId}`);
    expect(answer.status).toBe(503);
    expect(answer.json()).toMatchObject({ code: 'projection-parked' });
  });

  it('shows itself as it was', async () => {
    const { orderId } = await freshOrder();
    const acknowledged = await app.call('POST', `${orders}/${orderId}/acknowledge`);
    expect(acknowledged.json()).toMatchObject({ status: 2, revision: 2 });
    const before = await app.call('GET', `${orders}/${orderId}?revision=0`);
    expect(before.json()).toMatchObject({ status: 1, revision: 0, allowed_actions: [] });
    expect(before.headers.get('etag')).toBe('"0"');
    const now = await app.call('GET', `${orders}/${orderId}?as_of=${new Date().toISOString()}`);
    expect(now.json()).toMatchObject({ status: 2, revision: 2 });
    const tooEarly = await app.call('GET', `${orders}/${orderId}?as_of=2020-01-01T00:00:00Z`);
    expect(tooEarly.json()).toMatchObject({ code: 'order-unknown' });
    const both = await app.call('GET', `${orders}/${orderId}?revision=0&as_of=2026-03-01T00:00:00Z`);
    expect(both.status).toBe(400);
  });

  it('tells its history', async () => {
    const { orderId } = await freshOrder();
    await app.call('POST', `${orders}/${orderId}/acknowledge`);
    const answer = await app.call('GET', `${orders}/${orderId}/history`, { as: 'auditor' });
    expect(answer.json()).toMatchObject({
      order_id: orderId,
      account_type: 'main',
      revision: 2,
      events: [
        { revision: 0, type: 'OrderReceived', actor: { kind: 'marketplace', id: 'emag' } },
        { revision: 1, type: 'AcknowledgeRequested', actor: { kind: 'user', id: 'operator' } },
        { revision: 2, type: 'OrderAcknowledged', actor: { kind: 'job', id: 'reactor' } },
      ],
    });
  });
});

describe('acknowledging an order', () => {
  it('answers the order as the marketplace now has it', async () => {
    const { orderId } = await freshOrder();
    const answer = await app.call('POST', `${orders}/${orderId}/acknowledge`, { body: { account_type: 'main' } });
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({ status: 2, status_name: 'in_progress', revision: 2 });
    expect(answer.json()['operation_id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get('etag')).toBe('"2"');
    expect(answer.headers.get('x-event-position')).toBe(String(await app.store.lastPosition()));
  });

  it('calls nothing when it is acknowledged already', async () => {
    const { orderId } = await freshOrder();
    await app.call('POST', `${orders}/${orderId}/acknowledge`);
    const wishes = app.marketplace.wishes.length;
    const again = await app.call('POST', `${orders}/${orderId}/acknowledge`);
    expect(again.status).toBe(200);
    expect(again.json()).toMatchObject({ status: 2, operation_id: null });
    expect(app.marketplace.wishes).toHaveLength(wishes);
  });

  it('answers 202 at once when nobody wants to wait', async () => {
    app.marketplace.mood = 'is_silent';
    const { orderId } = await freshOrder();
    const answer = await app.call('POST', `${orders}/${orderId}/acknowledge`, { headers: { prefer: 'wait=0' } });
    expect(answer.status).toBe(202);
    const { operation_id: operationId } = answer.json();
    expect(answer.json()).toEqual({ operation_id: operationId, state: 'queued' });
    expect(answer.headers.get('location')).toBe(`/api/v1/operations/${String(operationId)}`);
  });

  it('passes the marketplace’s words on', async () => {
    app.marketplace.mood = 'refuses';
    const { orderId } = await freshOrder();
    const answer = await app.call('POST', `${orders}/${orderId}/acknowledge`);
    expect(answer.status).toBe(502);
    expect(answer.json()).toMatchObject({
      code: 'marketplace-refused',
      detail: 'Comanda nu poate fi modificată',
      marketplace_code: 'refused',
    });
  });

  it('is refused for an order that the marketplace ships', async () => {
    const { orderId } = await freshOrder(received({ fulfilment: 'fbe' }));
    const answer = await app.call('POST', `${orders}/${orderId}/acknowledge`);
    expect(answer.status).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'order-not-acknowledgeable' });
  });

  it('is refused over a revision that is gone', async () => {
    const { orderId } = await freshOrder();
    const answer = await app.call('POST', `${orders}/${orderId}/acknowledge`, { headers: { 'if-match': '"5"' } });
    expect(answer.status).toBe(412);
    expect(answer.json()).toMatchObject({ code: 'precondition-failed', revision: 0 });
  });

  it('is not for auditors', async () => {
    const { orderId } = await freshOrder();
    const answer = await app.call('POST', `${orders}/${orderId}/acknowledge`, { as: 'auditor' });
    expect(answer.status).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'forbidden' });
  });

  it('happens once for one idempotency key, however often it is sent', async () => {
    const { orderId } = await freshOrder();
    const headers = { 'idempotency-key': `ack-${orderId}` };
    const answers = await Promise.all(
      [1, 2, 3].map(() => app.call('POST', `${orders}/${orderId}/acknowledge`, { headers })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const { events } = await app.store.read(`order-main-${orderId}`);
    expect(events.map(({ type }) => type)).toEqual(['OrderReceived', 'AcknowledgeRequested', 'OrderAcknowledged']);
    const other = await app.call('POST', `${orders}/${orderId}/acknowledge`, {
      headers,
      body: { account_type: 'main' },
    });
    expect(other.status).toBe(409);
    expect(other.json()).toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('keeps a refusal as the answer of its key', async () => {
    app.marketplace.mood = 'refuses';
    const { orderId } = await freshOrder();
    const headers = { 'idempotency-key': `refused-${orderId}` };
    const first = await app.call('POST', `${orders}/${orderId}/acknowledge`, { headers });
    app.marketplace.mood = 'accepts';
    const second = await app.call('POST', `${orders}/${orderId}/acknowledge`, { headers });
    expect(second.status).toBe(502);
    expect(second.text).toBe(first.text);
    expect(second.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });
});

describe('changing the status', () => {
  it('moves the order', async () => {
    const { orderId } = await freshOrder(received({ status: 'in_progress' }));
    const answer = await app.call('PUT', `${orders}/${orderId}/status`, { body: { new_status: 3 } });
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({ status: 3, status_name: 'prepared' });
  });

  it('allows only what the marketplace’s matrix allows', async () => {
    const { orderId } = await freshOrder();
    const answer = await app.call('PUT', `${orders}/${orderId}/status`, { body: { new_status: 'finalized' } });
    expect(answer.status).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'status-not-allowed' });
  });

  it.each([
    [{}, '/new_status'],
    [{ new_status: 9 }, '/new_status'],
    [{ new_status: 3, colour: 'red' }, '/colour'],
    [{ new_status: 3, products: [{ id: '1', quantity: -1 }] }, '/products/0/quantity'],
  ])('refuses %j and points at %s', async (body, pointer) => {
    const { orderId } = await freshOrder();
    const answer = await app.call('PUT', `${orders}/${orderId}/status`, { body });
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'validation-failed', errors: [{ pointer }] });
  });
});

describe('cancelling and taking back', () => {
  const ask = async (facts: Parameters<typeof received>[0], body: object) => {
    const { orderId } = await freshOrder(received(facts));
    const answer = await app.call('PUT', `${orders}/${orderId}/status`, { body });
    return [answer.status, answer.json()['code'] ?? answer.json()['status_name']];
  };

  it.each<[Parameters<typeof received>[0], object, number, string]>([
    [{ status: 'in_progress' }, { new_status: 0, reason_cancellation: 1 }, 200, 'canceled'],
    [{ status: 'prepared' }, { new_status: 'cancelled', reason_cancellation: 31 }, 200, 'canceled'],
    [{ status: 'in_progress' }, { new_status: 0 }, 409, 'cancellation-reason-missing'],
    [{ status: 'in_progress' }, { new_status: 0, reason_cancellation: 4 }, 422, 'request-impossible'],
    [{ status: 'new' }, { new_status: 0, reason_cancellation: 1 }, 409, 'status-not-allowed'],
    [{ status: 'finalized', fulfilment: 'fbe' }, { new_status: 3 }, 409, 'status-not-allowed'],
    [
      { status: 'finalized' },
      { new_status: 4, is_storno: true, products: [{ id: '712345001', quantity: 1 }] },
      200,
      'finalized',
    ],
    [{ status: 'finalized' }, { new_status: 4, is_storno: true }, 409, 'storno-not-allowed'],
    [
      { status: 'prepared' },
      { new_status: 3, is_storno: true, products: [{ id: '712345001', quantity: 1 }] },
      409,
      'storno-not-allowed',
    ],
    [
      { status: 'finalized' },
      { new_status: 4, products: [{ id: '712345001', quantity: 1 }] },
      409,
      'status-not-allowed',
    ],
    [{ status: 'in_progress' }, { new_status: 3, products: [{ id: '9', quantity: 1 }] }, 409, 'line-unknown'],
  ])('%j with %j is %i %s', async (facts, body, status, said) =>
    expect(await ask(facts, body)).toEqual([status, said]),
  );

  it('is not for auditors, and nobody’s without a token', async () => {
    const { orderId } = await freshOrder(received({ status: 'in_progress' }));
    const body = { new_status: 3 };
    for (const [as, status] of [
      ['auditor', 403],
      [null, 401],
    ] as const) {
      expect((await app.call('PUT', `${orders}/${orderId}/status`, { body, as })).status).toBe(status);
    }
  });
});

describe('syncing orders', () => {
  it('is accepted as an operation', async () => {
    const answer = await app.call('POST', `${orders}/sync`, { body: { sync_mode: 'full', account_type: 'both' } });
    expect(answer.status).toBe(202);
    expect(answer.json()).toMatchObject({ state: 'queued', runs: [{ account_type: 'main' }, { account_type: 'fbe' }] });
    expect(answer.headers.get('location')).toMatch(/^\/api\/v1\/operations\//);
    expect(app.syncRequests.at(-1)).toMatchObject({
      kind: 'orders',
      accounts: ['main', 'fbe'],
      options: { mode: 'full', from: null, to: null, statuses: null },
      trigger: 'user',
    });
  });

  it('reads a period of days whole', async () => {
    await app.call('POST', `${orders}/sync`, {
      body: {
        sync_mode: 'historical',
        start_date: '2026-01-01',
        end_date: '2026-01-31',
        status_filter: [4, 'returned'],
      },
    });
    expect(app.syncRequests.at(-1)?.options).toMatchObject({
      mode: 'historical',
      from: '2025-12-31T22:00:00.000Z',
      to: '2026-01-31T21:59:59.999Z',
      statuses: ['finalized', 'returned'],
    });
  });

  it.each([
    [{ sync_mode: 'historical' }, 422, 'request-impossible'],
    [{ sync_mode: 'historical', start_date: '2026-02-01', end_date: '2026-01-01' }, 422, 'period-impossible'],
    [{ sync_mode: 'sideways' }, 400, 'validation-failed'],
    [{ account_type: 'nobody' }, 400, 'account-unknown'],
  ])('refuses %j', async (body, status, code) => {
    const answer = await app.call('POST', `${orders}/sync`, { body });
    expect(answer.status).toBe(status);
    expect(answer.json()).toMatchObject({ code });
  });
});
