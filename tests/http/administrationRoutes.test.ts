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
      sandbox: { accounts: ['main', 'fbe'] },
      engines: { event_store: { kind: 'embedded' } },
      urls: { public: 'https://desk.example' },
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
    expect((await app.call('GET', `${api}/marketplace-calls?order_id=x`)).status).toBe(400);
  });

  it('lists and replays parked events', async () => {
    expect((await app.call('GET', `${api}/parked-events`)).json()).toMatchObject({ items: [], total: 0 });
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
