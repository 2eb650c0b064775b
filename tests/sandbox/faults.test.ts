import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { faultKinds } from '../../src/infrastructure/sandbox/http/faults.js';
import { openSandbox, type Json, type OpenSandbox, type WireOrder } from './support/sandboxClient.js';
import { waitUntil } from './support/waitUntil.js';

jest.setTimeout(60_000);

let sandbox: OpenSandbox;
beforeAll(async () => {
  sandbox = await openSandbox({ orders: 300, offers: 60 });
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.control.ask('DELETE', '/faults'));

const place = (): Promise<WireOrder> => sandbox.control.place({ account: 'main', payment_mode_id: 1 });
const acknowledge = (order: WireOrder) => sandbox.main.call(`order/acknowledge/${order.id}`);
const statusOf = async (order: WireOrder): Promise<number> => (await sandbox.main.order(order.id)).status;

describe('faults that replace the answer', () => {
  it.each([
    ['rate_limited', 429, 'application/json; charset=utf-8', '{"message":"API rate limit exceeded"}'],
    ['http_500', 500, 'text/html', '500 Internal Server Error'],
    ['http_502', 502, 'text/html', '502 Bad Gateway'],
    ['http_504', 504, 'text/html', '504 Gateway Time-out'],
    ['empty_200', 200, 'application/json', ''],
    ['html_200', 200, 'text/html', '<html>'],
    ['locked', 200, 'application/json', 'Resource locked for processing'],
    ['credentials', 403, 'application/json', 'You are not allowed to use this API.'],
    ['ip', 200, 'application/json', 'ERROR: Invalid vendor ip [127.0.0.1]'],
  ])('%s, before the call is processed and after', async (kind, status, type, text) => {
    for (const after of [false, true]) {
      const order = await place();
      await sandbox.control.fault({ kind, route: 'order/acknowledge', after });
      const reply = await acknowledge(order);
      expect([reply.status, reply.headers.get('content-type')]).toEqual([status, type]);
      expect(reply.bytes.toString()).toContain(text);
      expect(await statusOf(order)).toBe(after ? 2 : 1);
    }
  });

  it.each([
    ['reset_before', 1],
    ['reset_after', 2],
  ])('%s closes the connection and leaves status %i', async (kind, status) => {
    const order = await place();
    await sandbox.control.fault({ kind, route: 'order/acknowledge' });
    await expect(acknowledge(order)).rejects.toThrow('fetch failed');
    expect(await statusOf(order)).toBe(status);
  });

  it.each([
    ['slow_before', 1],
    ['slow_after', 2],
  ])('%s keeps a caller that does not wait in the dark', async (kind, status) => {
    const order = await place();
    await sandbox.control.fault({ kind, route: 'order/acknowledge', seconds: 10 });
    const { base_url, username, password } = sandbox.main.access;
    const call = fetch(`${base_url}/order/acknowledge/${order.id}`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` },
      signal: AbortSignal.timeout(300),
    });
    await expect(call).rejects.toThrow(/timeout/i);
    await waitUntil(
      () => statusOf(order),
      (seen) => seen === status,
    );
  });
});

describe('faults that bend the answer', () => {
  const read = (filters: Json = { itemsPerPage: 3 }) => sandbox.main.call('order/read', filters);

  it('no_is_error leaves the key out', async () => {
    await sandbox.control.fault({ kind: 'no_is_error' });
    expect(Object.keys((await read()).body)).not.toContain('isError');
  });

  it('message_objects sends objects for texts', async () => {
    await sandbox.control.fault({ kind: 'message_objects' });
    expect((await read()).body['messages']).toEqual([{ message: 'Notice' }]);
  });

  it('results_null and results_object change the shape of results', async () => {
    await sandbox.control.fault({ kind: 'results_null' });
    expect((await read()).results).toBeNull();
    await sandbox.control.fault({ kind: 'results_object' });
    expect(Object.keys((await read()).results as Json)).toEqual(['0', '1', '2']);
  });

  it('count_integers sends numbers', async () => {
    await sandbox.control.fault({ kind: 'count_integers', route: 'order/count' });
    const { results } = await sandbox.main.call('order/count', {});
    expect(results).toEqual({ noOfItems: expect.any(Number), noOfPages: expect.any(Number), itemsPerPage: 100 });
  });

  it('enforced_empty and details_empty empty a field of every order', async () => {
    await sandbox.control.fault({ kind: 'enforced_empty' });
    await sandbox.control.fault({ kind: 'details_empty' });
    const rows = (await read()).results as WireOrder[];
    expect(rows.map((row) => [row['enforced_vendor_courier_accounts'], row.details])).toEqual([
      [[], []],
      [[], []],
      [[], []],
    ]);
  });

  it.each([
    ['duplicate_rows', 19],
    ['shifted_rows', 21],
  ])('%s moves the second page to row %i', async (kind, from) => {
    const all = await sandbox.main.orders({ itemsPerPage: 60 });
    await sandbox.control.fault({ kind, route: 'order/read' });
    const page = (await read({ itemsPerPage: 20, currentPage: 2 })).results as WireOrder[];
    expect(page.map(({ id }) => id)).toEqual(all.slice(from, from + 20).map(({ id }) => id));
  });
});

describe('a fault', () => {
  it('hits so many calls of its account and route, and no other', async () => {
    await sandbox.control.fault({ kind: 'http_502', account: 'main', route: 'order/*', times: 2, skip: 1 });
    const statuses: number[] = [];
    for (let i = 0; i < 4; i += 1) {
      statuses.push((await sandbox.main.call('order/count', {})).status);
      expect((await sandbox.fbe.call('order/count', {})).status).toBe(200);
      expect((await sandbox.main.call('vat/read', {})).status).toBe(200);
    }
    expect(statuses).toEqual([200, 502, 502, 200]);
    const { calls } = await sandbox.control.ask('GET', '/calls?account=main&route=order/count');
    expect((calls as Json[]).slice(-4).map(({ faults, status }) => [faults, status])).toEqual([
      [[], 200],
      [['http_502'], 502],
      [['http_502'], 502],
      [[], 200],
    ]);
  });

  it('lasts until it is reset when it has no number', async () => {
    const { id } = await sandbox.control.fault({ kind: 'http_500', route: 'vat/read', times: 0 });
    for (let i = 0; i < 5; i += 1) expect((await sandbox.main.call('vat/read', {})).status).toBe(500);
    await sandbox.control.ask('DELETE', `/faults/${String(id)}`);
    expect((await sandbox.main.call('vat/read', {})).status).toBe(200);
  });

  it('must be one that is known', async () => {
    await expect(sandbox.control.fault({ kind: 'earthquake' })).rejects.toThrow('kind must be one of');
    await expect(sandbox.control.fault({ kind: 'http_500', account: 'nobody' })).rejects.toThrow('no account');
  });

  it('of every kind is described in the documentation', () => {
    const text = readFileSync('docs/sandbox.md', 'utf8');
    for (const kind of faultKinds) expect(text).toContain(`\`${kind}\``);
  });
});

describe('the control API', () => {
  it('answers with and without its prefix, and says what it does not know', async () => {
    for (const path of ['/health', '/control/health', '/control/control/health'])
      expect((await fetch(`${sandbox.control.url}${path}`)).status).toBe(200);
    await expect(sandbox.control.ask('GET', '/nothing')).rejects.toThrow('no such control route');
    await expect(sandbox.control.ask('GET', '/orders/1')).rejects.toThrow('no order 1');
    await expect(sandbox.control.ask('POST', '/clock', { now: 'soon' })).rejects.toThrow('not a time');
    await expect(sandbox.control.ask('POST', '/accounts/main/callback', { url: 'x' })).rejects.toThrow('not a URL');
  });

  it('places orders as they are wished for', async () => {
    const order = await sandbox.control.place({
      account: 'main',
      payment_mode_id: 3,
      locker_id: 'EB12345',
      is_complete: 0,
    });
    expect(order).toMatchObject({
      payment_mode_id: 3,
      delivery_mode: 'pickup',
      is_complete: 0,
      status: 1,
      payment_status: 1,
    });
    expect(await sandbox.main.order(order.id)).toMatchObject({ details: { locker_id: 'EB12345' } });
  });

  it('obeys wrapped filters when it is told to', async () => {
    await sandbox.control.ask('POST', '/modes', { ignore_wrapped_filters: false });
    const some = await sandbox.main.count('order/count', { data: { status: 4 } });
    await sandbox.control.ask('POST', '/modes', { ignore_wrapped_filters: true });
    const all = await sandbox.main.count('order/count', { data: { status: 4 } });
    expect(some).toBeLessThan(all);
  });
});
