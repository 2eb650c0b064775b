import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASSWORD, startTestApp, type TestApp } from './support/testApp.js';

const api = '/api/v1';
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const idOf = async (username: string) => (await app.deps.identity.byUsername(username))?.id ?? '';
const login = (username: string, password: string) =>
  app.call('POST', `${api}/auth/login`, { as: null, body: { username, password } });
const typesOf = async (username: string) =>
  (await app.store.read(`user-${await idOf(username)}`)).events.map(({ type }) => type);

describe('users', () => {
  const body = { username: 'Ioana', password: 'long enough', roles: ['operator'] };

  it('are created by admins, once', async () => {
    const created = await app.call('POST', `${api}/users`, { as: 'admin', body });
    expect(created.status).toBe(201);
    expect(created.json()).toMatchObject({ username: 'ioana', roles: ['operator'], must_change_password: false });
    expect(created.json()).not.toHaveProperty('one_time_password');
    expect(created.text).not.toContain('argon2');
    const again = await app.call('POST', `${api}/users`, { as: 'admin', body: { ...body, username: 'IOANA' } });
    expect([again.status, again.json()['code']]).toEqual([409, 'user-exists']);
    const list = await app.call('GET', `${api}/users`, { as: 'admin' });
    expect(list.json()).toMatchObject({ total: 4, page: 1, items_per_page: 25 });
    const found = await app.call('GET', `${api}/users?page=1&items_per_page=100&q=ioana`, { as: 'admin' });
    expect(found.json()).toMatchObject({ items: [{ username: 'ioana' }], total: 1, items_per_page: 100 });
    expect((await login('ioana', 'long enough')).status).toBe(200);
    expect((await app.call('GET', `${api}/users/${await idOf('ioana')}`, { as: 'admin' })).json()).toMatchObject({
      username: 'ioana',
      is_active: true,
    });
  });

  it('are made once by a request that is repeated under its key', async () => {
    const request = {
      as: 'admin',
      body: { username: 'vlad', roles: ['auditor'] },
      headers: { 'idempotency-key': 'make-vlad' },
    } as const;
    const [first, second] = [
      await app.call('POST', `${api}/users`, request),
      await app.call('POST', `${api}/users`, request),
    ];
    expect([first.status, second.status, second.text]).toEqual([201, 201, first.text]);
  });

  it('get a one-time password when none is given, good for choosing another one only', async () => {
    const created = await app.call('POST', `${api}/users`, {
      as: 'admin',
      body: { username: 'radu', roles: ['auditor'] },
    });
    const password = String(created.json()['one_time_password']);
    expect([created.status, created.json()['must_change_password']]).toEqual([201, true]);
    const token = String((await login('radu', password)).json()['access_token']);
    expect((await app.call('GET', `${api}/accounts`, { token })).json()['code']).toBe('password-change-required');
  });

  it.each([
    [{ ...body, password: 'short' }, '/password'],
    [{ ...body, roles: [] }, '/roles'],
    [{ ...body, roles: ['owner'] }, '/roles/0'],
  ])('are refused as %j', async (wrong, pointer) => {
    const answer = await app.call('POST', `${api}/users`, { as: 'admin', body: wrong });
    expect([answer.status, answer.json()['errors']]).toEqual([400, [expect.objectContaining({ pointer })]]);
  });

  it.each(['operator', 'auditor'] as const)('are none of an %s’s business', async (as) => {
    const path = `${api}/users/${await idOf('ioana')}`;
    expect((await app.call('GET', `${api}/users`, { as })).status).toBe(403);
    expect((await app.call('POST', `${api}/users`, { as, body })).status).toBe(403);
    expect((await app.call('GET', path, { as })).status).toBe(403);
    expect((await app.call('PATCH', path, { as, body: { roles: ['admin'] } })).status).toBe(403);
    expect((await app.call('DELETE', path, { as })).status).toBe(403);
    expect((await app.call('POST', `${path}/reset-password`, { as })).status).toBe(403);
  });

  it('get other roles, which count at once and end their sessions', async () => {
    const tokens = (await login('ioana', 'long enough')).json();
    const token = String(tokens['access_token']);
    const changed = await app.call('PATCH', `${api}/users/${await idOf('ioana')}`, {
      as: 'admin',
      body: { roles: ['auditor', 'auditor'] },
    });
    expect([changed.status, changed.json()['roles']]).toEqual([200, ['auditor']]);
    expect(changed.headers.get('x-event-position')).toMatch(/^[0-9]+$/);
    expect((await app.call('POST', `${api}/jobs/emag.sync_orders/run`, { token })).status).toBe(403);
    const refresh = await app.call('POST', `${api}/auth/refresh-token`, {
      as: null,
      body: { refresh_token: tokens['refresh_token'] },
    });
    expect(refresh.json()['code']).toBe('refresh-token-invalid');
  });

  it('are shut out and let in again', async () => {
    const token = String((await login('ioana', 'long enough')).json()['access_token']);
    const path = `${api}/users/${await idOf('ioana')}`;
    expect((await app.call('DELETE', path, { as: 'admin' })).status).toBe(204);
    expect((await app.call('GET', `${api}/auth/me`, { token })).status).toBe(401);
    expect((await login('ioana', 'long enough')).json()['code']).toBe('credentials-invalid');
    expect((await app.call('PATCH', path, { as: 'admin', body: { is_active: true } })).json()).toMatchObject({
      is_active: true,
    });
    expect((await login('ioana', 'long enough')).status).toBe(200);
    expect(await typesOf('ioana')).toEqual([
      'UserCreated',
      'SignedIn',
      'SignedIn',
      'UserRolesChanged',
      'SignedIn',
      'UserDisabled',
      'SignInRefused',
      'UserEnabled',
      'SignedIn',
    ]);
  });

  it('get a one-time password from an admin, which ends a lock and every session', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await login('ioana', 'wrong wrong');
    expect((await login('ioana', 'long enough')).status).toBe(429);
    const reset = await app.call('POST', `${api}/users/${await idOf('ioana')}/reset-password`, { as: 'admin' });
    expect(reset.headers.get('cache-control')).toBe('no-store');
    expect((await login('ioana', String(reset.json()['one_time_password']))).status).toBe(200);
    expect((await typesOf('ioana')).filter((type) => type === 'SignInLocked')).toHaveLength(1);
  });

  it('that nobody has are unknown', async () => {
    const path = `${api}/users/0f4b1c9e-5a53-4d5b-9b57-0c7a86f0aaaa`;
    for (const [method, target, given] of [
      ['GET', path, undefined],
      ['PATCH', path, { is_active: false }],
      ['DELETE', path, undefined],
      ['POST', `${path}/reset-password`, undefined],
    ] as const) {
      const answer = await app.call(method, target, { as: 'admin', body: given });
      expect([answer.status, answer.json()['code']]).toEqual([404, 'user-unknown']);
    }
  });

  it.each([{ roles: [] }, { is_active: 'no' }, { username: 'x' }])('are not changed by %j', async (given) => {
    const answer = await app.call('PATCH', `${api}/users/${await idOf('ioana')}`, { as: 'admin', body: given });
    expect([answer.status, answer.json()['code']]).toEqual([400, 'validation-failed']);
  });

  it('always count an admin among them, also when two admins go at each other', async () => {
    const id = await idOf('admin');
    for (const given of [{ roles: ['operator'] }, { is_active: false }]) {
      const refused = await app.call('PATCH', `${api}/users/${id}`, { as: 'admin', body: given });
      expect([refused.status, refused.json()['code']]).toEqual([409, 'last-admin']);
    }
    expect((await app.call('DELETE', `${api}/users/${id}`, { as: 'admin' })).status).toBe(409);
    expect((await login('admin', PASSWORD)).status).toBe(200);
  });
});

describe('the audit', () => {
  it('is read by admins and auditors', async () => {
    for (const as of ['admin', 'auditor'] as const) {
      const list = (await app.call('GET', `${api}/audit?items_per_page=100`, { as })).json();
      expect(list['items']).toContainEqual(
        expect.objectContaining({ kind: 'user_created', object: { type: 'user', id: 'ioana' } }),
      );
    }
    expect((await app.call('GET', `${api}/audit`, { as: 'operator' })).status).toBe(403);
  });

  it('takes filters and a period', async () => {
    const query =
      'actor=admin&kind=user_created,user_disabled&object=user:ioana&from=2026-03-01&to=2026-03-02&q=io&order=asc';
    expect((await app.call('GET', `${api}/audit?${query}`, { as: 'admin' })).status).toBe(200);
    expect(app.reads.askedOfAudit).toEqual({
      filter: {
        actor: 'admin',
        kinds: ['user_created', 'user_disabled'],
        object: 'user:ioana',
        from: '2026-02-28T22:00:00.000Z',
        to: '2026-03-02T21:59:59.999Z',
      },
      request: { page: 1, itemsPerPage: 25, order: 'asc', q: 'io' },
    });
  });

  it.each([
    ['from=2026-03-02&to=2026-03-01', 422, 'period-impossible'],
    ['from=yesterday', 400, 'validation-failed'],
    ['kind=DROP', 400, 'validation-failed'],
    ['sort=actor', 400, 'validation-failed'],
    ['colour=red', 400, 'validation-failed'],
  ])('refuses %s', async (query, status, code) => {
    const answer = await app.call('GET', `${api}/audit?${query}`, { as: 'admin' });
    expect([answer.status, answer.json()['code']]).toEqual([status, code]);
  });

  it('tells of settings, jobs and replays', async () => {
    await app.call('PATCH', `${api}/settings`, { as: 'admin', body: { seller: { phone: '+40799999999' } } });
    await app.call('PATCH', `${api}/settings`, { as: 'admin', body: { seller: { phone: '+40799999999' } } });
    await app.call('POST', `${api}/jobs/emag.sync_orders/run`);
    await app.call('POST', `${api}/parked-events/42/replay`);
    const list = (await app.call('GET', `${api}/audit?items_per_page=100`, { as: 'admin' })).json();
    const found = list['items'] as { kind: string; details: unknown; actor: { id: string } }[];
    const of = (kind: string) =>
      found.filter((one) => one.kind === kind).map(({ actor, details }) => [actor.id, details]);
    expect(of('settings_changed')).toEqual([
      [
        'admin',
        {
          changed: ['/seller/phone'],
          changes: [{ path: '/seller/phone', from: '+40700000009', to: '+40799999999' }],
        },
      ],
    ]);
    expect(of('job_started_by_hand')).toEqual([['operator', expect.objectContaining({ job: 'emag.sync_orders' })]]);
    expect(of('parked_event_replayed')).toEqual([['operator', { parked_event_id: '42', outcome: 'applied' }]]);
  });

  it('names nobody who does not exist, and makes no stream of a name', async () => {
    const secret = 'my-password-in-the-wrong-field';
    await login(secret, 'x');
    await app.deps.unknownSignIns.tell();
    const list = await app.call('GET', `${api}/audit?items_per_page=100`, { as: 'admin' });
    expect(list.text).not.toContain(secret);
    expect(list.text).toContain('unknown_sign_ins_refused');
  });
});
