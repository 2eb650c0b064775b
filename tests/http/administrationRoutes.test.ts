import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from './support/testApp.js';

const api = '/api/v1';
const NOTIFICATION = '0f4b1c9e-5a53-4d5b-9b57-0c7a86f0a0aa';
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('settings', () => {
  it('are read by all and changed in part by admins', async () => {
    const before = (await app.call('GET', `${api}/settings`, { as: 'auditor' })).json();
    expect(before).toMatchObject({
      seller: { name: 'Exemplu SRL', fiscal_code: 'RO12345678' },
      invoice_series: [{ series: 'MF', next_number: 1, accounts: [] }],
      automation: { main: { auto_acknowledge: false }, fbe: { auto_acknowledge: false } },
    });
    const changed = await app.call('PATCH', `${api}/settings`, {
      as: 'admin',
      body: {
        seller: { phone: '+40711111111' },
        invoice_series: [{ series: 'ab', next_number: '7', accounts: ['main'] }],
        automation: { main: { auto_acknowledge: true } },
      },
    });
    expect(changed.status).toBe(200);
    expect(changed.json()).toMatchObject({
      seller: { name: 'Exemplu SRL', phone: '+40711111111' },
      invoice_series: [{ series: 'AB', next_number: 7, accounts: ['main'] }],
      automation: { main: { auto_acknowledge: true }, fbe: { auto_acknowledge: false } },
    });
    expect((await app.call('PATCH', `${api}/settings`, { as: 'operator', body: {} })).status).toBe(403);
  });

  it('are not saved over what somebody else saved since they were read', async () => {
    const read = await app.call('GET', `${api}/settings`, { as: 'admin' });
    const headers = { 'if-match': String(read.headers.get('etag')) };
    const save = (city: string) =>
      app.call('PATCH', `${api}/settings`, { as: 'admin', body: { seller: { city } }, headers });
    const first = await save('Sibiu');
    expect([first.status, first.headers.get('etag') === read.headers.get('etag')]).toEqual([200, false]);
    const second = await save('Iași');
    expect([second.status, second.json()['code']]).toEqual([412, 'precondition-failed']);
    expect((await app.call('GET', `${api}/settings`)).json()).toMatchObject({ seller: { city: 'Sibiu' } });
  });

  it.each([
    [{ seller: { colour: 'red' } }, 400, '/seller/colour'],
    [{ invoice_series: [] }, 400, '/invoice_series'],
    [{ invoice_series: [{ series: '1/2', next_number: 1, accounts: [] }] }, 400, '/invoice_series/0/series'],
    [{ invoice_series: [{ series: 'A', next_number: 0, accounts: [] }] }, 400, '/invoice_series/0/next_number'],
    [{ invoice_series: [{ series: 'A', next_number: 1, accounts: ['x'] }] }, 422, '/invoice_series/0/accounts'],
    [{ automation: { nobody: { auto_acknowledge: true } } }, 422, '/automation/nobody'],
  ])('refuse %j', async (body, status, pointer) => {
    const answer = await app.call('PATCH', `${api}/settings`, { as: 'admin', body });
    expect([answer.status, answer.json()['errors']]).toEqual([status, [expect.objectContaining({ pointer })]]);
  });
});

describe('the system', () => {
  it('tells what it runs on', async () => {
    expect((await app.call('GET', `${api}/system/info`)).json()).toMatchObject({
      version: '0.1.0',
      demonstration: true,
      sandbox: { accounts: ['main', 'fbe'], now: '2026-03-02T10:00:00.000Z', ends_at_next_start: false },
      demonstration_accounts: [],
      engines: { event_store: { kind: 'embedded' } },
      urls: { public: 'https://desk.example' },
      checks: { database: { status: 'ok', detail: 'answers' } },
      conditions: [],
    });
  });

  it('lists calls to the marketplace', async () => {
    const answer = await app.call('GET', `${api}/marketplace-calls?order_id=6112345678`, { as: 'auditor' });
    expect(answer.json()).toEqual({
      items: [],
      total: 0,
      page: 1,
      items_per_page: 25,
      total_pages: 0,
      next_cursor: null,
    });
    await app.call(
      'GET',
      `${api}/marketplace-calls?account_type=main&order_id=7&outcome=ok&from=2026-03-01&to=2026-03-01&q=save&sort=duration_ms&order=asc`,
    );
    expect(app.askedOfLists.at(-1)).toEqual({
      filter: {
        accounts: ['main'],
        orderId: '7',
        outcomes: ['ok'],
        from: '2026-02-28T22:00:00.000Z',
        to: '2026-03-01T21:59:59.999Z',
      },
      request: { page: 1, itemsPerPage: 25, sort: 'duration_ms', order: 'asc', q: 'save' },
    });
    for (const query of ['order_id=x', 'sort=route', 'from=x', 'colour=red', 'account_type=nobody']) {
      expect([query, (await app.call('GET', `${api}/marketplace-calls?${query}`)).status]).toEqual([query, 400]);
    }
  });

  it('lists what the marketplace sent and nobody could understand', async () => {
    const path = `${api}/unreadable-rows?account_type=main&kind=order,return&q=status&order=asc`;
    expect((await app.call('GET', path, { as: 'auditor' })).json()).toMatchObject({ items: [], total: 0 });
    expect(app.askedOfLists.at(-1)).toEqual({
      filter: { accounts: ['main'], kinds: ['order', 'return'] },
      request: { page: 1, itemsPerPage: 25, order: 'asc', q: 'status' },
    });
    for (const query of ['kind=customer', 'sort=reason', 'account_type=nobody'])
      expect([query, (await app.call('GET', `${api}/unreadable-rows?${query}`)).status]).toEqual([query, 400]);
  });

  it('lists and replays parked events', async () => {
    expect((await app.call('GET', `${api}/parked-events`)).json()).toMatchObject({ items: [], total: 0 });
    await app.call('GET', `${api}/parked-events?projection=order_list&q=main-7&order=asc&page=2`);
    expect(app.askedOfLists.at(-1)).toEqual({
      filter: { projection: 'order_list' },
      request: { page: 2, itemsPerPage: 25, order: 'asc', q: 'main-7' },
    });
    expect((await app.call('GET', `${api}/parked-events?sort=stream`)).status).toBe(400);
    expect((await app.call('POST', `${api}/parked-events/42/replay`)).json()).toMatchObject({ outcome: 'applied' });
    expect((await app.call('POST', `${api}/parked-events/43/replay`)).json()).toMatchObject({
      code: 'parked-event-unknown',
    });
    expect((await app.call('POST', `${api}/parked-events/42/replay`, { as: 'auditor' })).status).toBe(403);
  });
});

describe('notifications', () => {
  it('are each user’s own to read', async () => {
    const read = () => app.call('POST', `${api}/notifications/${NOTIFICATION}/read`, { as: 'auditor' });
    const unread = async (as: 'auditor' | 'admin') =>
      (await app.call('GET', `${api}/notifications?unread=true`, { as })).json()['unread_count'];
    expect(await unread('auditor')).toBe(1);
    expect((await read()).status).toBe(204);
    expect([await unread('auditor'), await unread('admin')]).toEqual([0, 1]);
    expect((await app.call('POST', `${api}/notifications/read-all`, { as: 'admin' })).json()).toEqual({ marked: 1 });
    const unknown = await app.call('POST', `${api}/notifications/${NOTIFICATION.replace('aa', 'bb')}/read`);
    expect([unknown.status, unknown.json()['code']]).toEqual([404, 'notification-unknown']);
  });
});

describe('the list of notifications', () => {
  it('takes filters and a search', async () => {
    const query = 'unread=true&kind=order_new,awb_failed&severity=error&q=main&order=asc';
    expect((await app.call('GET', `${api}/notifications?${query}`)).status).toBe(200);
    expect(app.askedOfLists.at(-1)).toEqual({
      filter: { unreadOnly: true, kinds: ['order_new', 'awb_failed'], severities: ['error'] },
      request: { page: 1, itemsPerPage: 25, order: 'asc', q: 'main' },
    });
    expect((await app.call('GET', `${api}/notifications?severity=loud`)).status).toBe(400);
  });
});

describe('dead letters', () => {
  const letter = {
    id: '0f4b1c9e-5a53-4d5b-9b57-0c7a86f0a0d1',
    topic: 'magflow.orders.v1',
    group: 'magflow-notifications',
    cause: 'TypeError: the printer is on fire',
    attempts: 5,
    failedAt: '2026-03-02T10:00:00.000Z',
    message: {
      topic: 'magflow.orders.v1',
      id: 'e1',
      type: 'magflow.OrderReceived',
      source: '/magflow/s',
      subject: 'main-7',
      time: '2026-03-02T09:59:00.000Z',
      key: 'order-main-7',
      stream: 'order-main-7',
      revision: 0n,
      position: 12n,
      data: { order_id: '7' },
    },
  };

  it('are told with cause and message, and narrowed down', async () => {
    app.letters.push(letter);
    const list = await app.call('GET', `${api}/dead-letters?group=magflow-notifications&q=printer`, { as: 'auditor' });
    expect(list.json()).toMatchObject({
      items: [
        {
          id: letter.id,
          topic: 'magflow.orders.v1',
          group: 'magflow-notifications',
          cause: 'TypeError: the printer is on fire',
          attempts: 5,
          failed_at: '2026-03-02T10:00:00.000Z',
          message: { id: 'e1', stream: 'order-main-7', position: '12', data: { order_id: '7' } },
        },
      ],
      total: 1,
    });
    expect((await app.call('GET', `${api}/dead-letters?topic=magflow.sync.v1`)).json()['total']).toBe(0);
    expect((await app.call('GET', `${api}/dead-letters?sort=message`)).status).toBe(400);
  });

  it('are sent back once, by who may change things, and the log knows it', async () => {
    const redrive = (as: 'operator' | 'auditor') =>
      app.call('POST', `${api}/dead-letters/${letter.id}/redrive`, { as });
    expect((await redrive('auditor')).status).toBe(403);
    const sent = await redrive('operator');
    expect([sent.status, sent.json()]).toEqual([202, { id: letter.id, state: 'queued' }]);
    const again = await redrive('operator');
    expect([again.status, again.json()['code']]).toEqual([404, 'dead-letter-unknown']);
    const { events } = await app.store.read('administration-deadLetters');
    expect(events.map(({ type }) => type)).toEqual(['DeadLetterRedriven']);
  });
});
