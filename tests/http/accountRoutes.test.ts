import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from './support/testApp.js';

const api = '/api/v1';
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const typesOf = async (stream: string) => (await app.store.read(stream)).events.map(({ type }) => type);

describe('accounts', () => {
  it('show their state, and where the marketplace rings to admins alone', async () => {
    const row = (callback_url: string | null) => ({
      key: 'main',
      platform: 'emag-ro',
      fulfilment: 'own',
      base_url: 'https://marketplace-api.emag.ro/api-3',
      state: 'ok',
      last_test: { ok: true, code: 'ok', detail: 'connected', advice: null, checked_at: '2026-03-02T10:00:00.000Z' },
      callback_url,
    });
    const first = async (as: 'admin' | 'operator' | 'auditor') =>
      ((await app.call('GET', `${api}/accounts`, { as })).json()['items'] as unknown[])[0];
    expect(await first('admin')).toEqual(row('https://desk.example/callbacks/emag/callback-secret-of-main'));
    expect(await first('operator')).toEqual(row(null));
    expect(await first('auditor')).toEqual(row(null));
  });

  it.each([
    ['page=1&items_per_page=100', ['main', 'fbe'], 2],
    ['page=2&items_per_page=1', ['fbe'], 2],
    ['page=3&items_per_page=1', [], 2],
    ['sort=key', ['fbe', 'main'], 2],
    ['sort=key&order=desc', ['main', 'fbe'], 2],
    ['q=FBE', ['fbe'], 1],
  ])('are a list like any other: %s', async (query, keys, total) => {
    const list = (await app.call('GET', `${api}/accounts?${query}`)).json();
    expect(list).toMatchObject({
      items: keys.map((key) => expect.objectContaining({ key })),
      total,
      next_cursor: null,
    });
  });

  it('are tested on demand, with what to do about it', async () => {
    const answer = await app.call('POST', `${api}/accounts/main/test-connection`, { body: {} });
    expect(answer.json()).toEqual({
      ok: true,
      code: 'ok',
      detail: 'connected',
      advice: null,
      checked_at: '2026-03-02T10:00:00.000Z',
    });
    const unknown = await app.call('POST', `${api}/accounts/nobody/test-connection`);
    expect([unknown.status, unknown.json()['code']]).toEqual([400, 'account-unknown']);
    expect((await app.call('POST', `${api}/accounts/main/test-connection`, { as: 'auditor' })).status).toBe(403);
    expect(app.firstSyncs).toEqual([]);
  });

  it('are read at once when a test finds that the marketplace takes them again', async () => {
    const { access } = app;
    access['fbe'] = { before: 'ip-refused', now: 'ip-refused' };
    await app.call('POST', `${api}/accounts/fbe/test-connection`, { body: {} });
    expect(app.firstSyncs).toEqual([]);
    access['fbe'] = { before: 'ip-refused', now: 'ok' };
    expect((await app.call('POST', `${api}/accounts/fbe/test-connection`, { body: {} })).json()).toMatchObject({
      ok: true,
    });
    expect(app.firstSyncs.splice(0)).toEqual(['fbe']);
    delete access['fbe'];
  });
});

describe('accounts of the panel', () => {
  const body = { key: 'shop', username: 'seller@example.ro', password: 'very secret' };

  it('are added by admins, are read at once, and tell their password to nobody', async () => {
    const answer = await app.call('POST', `${api}/accounts`, { as: 'admin', body });
    expect(answer.status).toBe(201);
    expect(answer.json()).toMatchObject({
      key: 'shop',
      platform: 'emag-ro',
      fulfilment: 'own',
      base_url: 'https://marketplace-api.emag.ro/api-3',
      username: 'seller@example.ro',
      source: 'panel',
    });
    expect(answer.headers.get('x-event-position')).toMatch(/^[0-9]+$/);
    expect(answer.headers.get('location')).toBe(`${api}/accounts/shop`);
    expect(answer.text).not.toContain('very secret');
    expect(app.firstSyncs).toEqual(['shop']);
    expect(await typesOf('account-shop')).toEqual(['AccountAdded']);
    expect(app.logLines.join('')).not.toContain('very secret');
  });

  it.each([
    ['twice', { ...body }, 'account-exists'],
    ['beside the environment', { ...body, key: 'main' }, 'account-exists'],
    ['over demonstration data', { ...body, key: 'demo_main' }, 'account-key-demonstration'],
  ])('are not added %s', async (_what, given, code) => {
    const answer = await app.call('POST', `${api}/accounts`, { as: 'admin', body: given });
    expect([answer.status, answer.json()['code']]).toEqual([409, code]);
    if (code === 'account-key-demonstration') expect(answer.json()['suggested_key']).toBe('demo_main_2');
  });

  it.each([
    [{ ...body, key: 'both' }, '/key'],
    [{ ...body, key: 'No Key' }, '/key'],
    [{ ...body, key: 'shop2', platform: 'ebay' }, '/platform'],
    [{ ...body, key: 'shop2', base_url: 'http://example.com/api-3' }, '/base_url'],
    [{ ...body, key: 'shop2', base_url: 'https://example.com/' }, '/base_url'],
    [{ ...body, key: 'shop2', password: '' }, '/password'],
    [{ ...body, key: 'shop2', username: 'a:b' }, '/username'],
    [{ ...body, key: 'shop2', colour: 'red' }, '/colour'],
  ])('are refused as %j', async (given, pointer) => {
    const answer = await app.call('POST', `${api}/accounts`, { as: 'admin', body: given });
    expect([answer.status, answer.json()['errors']]).toEqual([400, [expect.objectContaining({ pointer })]]);
  });

  it('are changed in part, and the log names what, not the password', async () => {
    const answer = await app.call('PATCH', `${api}/accounts/shop`, {
      as: 'admin',
      body: { password: 'another secret', fulfilment: 'fbe' },
    });
    expect(answer.json()).toMatchObject({ key: 'shop', fulfilment: 'fbe', username: 'seller@example.ro' });
    const { events } = await app.store.read('account-shop');
    expect(events.at(-1)).toMatchObject({ type: 'AccountChanged', data: { changed: ['fulfilment', 'password'] } });
    expect(JSON.stringify(events.map(({ data }) => data))).not.toContain('secret');
    // Added, and corrected: what it could not read with the old ones is read now.
    expect(app.firstSyncs.filter((key) => key === 'shop')).toHaveLength(2);
  });

  it('get another callback address', async () => {
    expect((await app.call('POST', `${api}/accounts/shop/rotate-callback`, { as: 'admin' })).status).toBe(200);
    expect((await typesOf('account-shop')).at(-1)).toBe('CallbackSecretRotated');
  });

  it('are removed', async () => {
    expect((await app.call('DELETE', `${api}/accounts/shop`, { as: 'admin' })).status).toBe(204);
    const again = await app.call('DELETE', `${api}/accounts/shop`, { as: 'admin' });
    expect([again.status, again.json()['code']]).toEqual([400, 'account-unknown']);
    expect((await typesOf('account-shop')).at(-1)).toBe('AccountRemoved');
  });

  it('are none of those of the environment', async () => {
    for (const [method, given] of [
      ['PATCH', { username: 'x' }],
      ['DELETE', undefined],
    ] as const) {
      const answer = await app.call(method, `${api}/accounts/main`, { as: 'admin', body: given });
      expect([answer.status, answer.json()['code']]).toEqual([409, 'account-not-editable']);
    }
    expect((await app.call('GET', `${api}/accounts/main`)).json()).toMatchObject({ source: 'environment' });
  });

  it.each(['operator', 'auditor'] as const)('are none of an %s’s business', async (as) => {
    expect((await app.call('POST', `${api}/accounts`, { as, body: { ...body, key: 'shop3' } })).status).toBe(403);
    expect((await app.call('PATCH', `${api}/accounts/shop`, { as, body: {} })).status).toBe(403);
    expect((await app.call('DELETE', `${api}/accounts/shop`, { as })).status).toBe(403);
    expect((await app.call('POST', `${api}/accounts/main/rotate-callback`, { as })).status).toBe(403);
  });
});
