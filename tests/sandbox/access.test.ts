import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parseLimits } from '../../src/infrastructure/sandbox/http/rateLimits.js';
import { openSandbox, Seller, type OpenSandbox } from './support/sandboxClient.js';

jest.setTimeout(60_000);

/** The published numbers of a second, for a minute as well: a slow machine must not spread a burst out of its window. */
const slowLimits = parseLimits('orders=12/s,12/m;general=3/s,3/m');

let sandbox: OpenSandbox;
beforeAll(async () => {
  sandbox = await openSandbox({ orders: 20, offers: 10 });
});
afterAll(() => sandbox.close());

describe('access to the marketplace', () => {
  it.each([
    ['a wrong password', (seller: Seller) => new Seller({ ...seller.access, password: 'wrong' })],
    ['an unknown user', (seller: Seller) => new Seller({ ...seller.access, username: 'nobody@example.ro' })],
  ])('is refused to %s with 403 and the documented body', async (_name, bend) => {
    const reply = await bend(sandbox.main).call('vat/read', {});
    expect(reply.status).toBe(403);
    expect(reply.body).toEqual({ isError: true, messages: ['You are not allowed to use this API.'], results: [] });
  });

  it('is refused to an address that is not on the list, with 200 and the address in brackets', async () => {
    await sandbox.control.ask('POST', '/accounts/main/ips', { allowed: ['203.0.113.10'] });
    const reply = await sandbox.main.call('vat/read', {});
    await sandbox.control.ask('POST', '/accounts/main/ips', { allowed: null });
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({ isError: true, messages: ['ERROR: Invalid vendor ip [127.0.0.1]'], results: [] });
  });

  it('answers 404 to an unknown path and to a path without its prefix', async () => {
    for (const path of [
      'order/list',
      '/order/read',
      '/api-3/api-3/order/read',
      '/api-3/api/v1/product/search-by-ean',
    ]) {
      const reply = await sandbox.main.call(path, {});
      expect([reply.status, reply.body]).toEqual([404, { message: 'Invalid URL' }]);
    }
  });
});

describe('the limits', () => {
  beforeAll(async () => {
    await sandbox.close();
    sandbox = await openSandbox({ limits: slowLimits, orders: 20, offers: 10 });
  });

  const burst = (seller: Seller, path: string, times: number) =>
    Promise.all(Array.from({ length: times }, () => seller.call(path, {})));

  it('let twelve order calls through in a window and refuse the others word for word', async () => {
    const replies = await burst(sandbox.fbe, 'order/count', 15);
    const refused = replies.filter(({ status }) => status === 429);
    expect(replies.length - refused.length).toBe(12);
    expect(refused[0]?.bytes.toString()).toBe('{"message":"API rate limit exceeded"}');
    expect(refused[0]?.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(refused[0]?.headers.get('server')).toBe('kong/0.12.1');
    expect(refused[0]?.headers.has('x-ratelimit-remaining-3second')).toBe(true);
    expect(replies.find(({ status }) => status === 200)?.headers.get('server')).toBe('nginx');
  });

  it('count everything but orders together, invalid and refused calls too', async () => {
    await sandbox.control.ask('POST', '/calls/reset');
    const wrong = new Seller({ ...sandbox.fbe.access, password: 'wrong' });
    await burst(wrong, 'vat/read', 2);
    await sandbox.fbe.call('nothing/here', {});
    const replies = await burst(sandbox.fbe, 'product_offer/read', 2);
    expect(replies.map(({ status }) => status)).toEqual([429, 429]);
    const { counters } = await sandbox.control.ask('GET', '/calls');
    expect(counters).toMatchObject({ fbe: { general: { received: 5, limited: 2, max_per_minute: 5 } } });
  });

  it('of one account leave the other alone', async () => {
    await burst(sandbox.fbe, 'order/count', 13);
    expect((await sandbox.main.call('order/count', {})).status).toBe(200);
  });
});
