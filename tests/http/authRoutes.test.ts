import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAccessTokens } from '../../src/infrastructure/identity/accessTokens.js';
import { IdentityService } from '../../src/infrastructure/identity/identityService.js';
import { InMemoryIdentityStore } from './support/inMemoryIdentityStore.js';
import { PASSWORD, startTestApp, type TestApp } from './support/testApp.js';
import { untold } from '../support/untold.js';

const auth = '/api/v1/auth';
const masterKey = new Uint8Array(32);
const tellings = { signedIn: untold, refused: untold };
let app: TestApp;
let now = new Date('2026-03-02T10:00:00Z');
const clock = { now: () => now };

beforeAll(async () => {
  const identity = new IdentityService(new InMemoryIdentityStore(), createAccessTokens(masterKey), clock);
  app = await startTestApp({ identity, clock });
});
afterAll(() => app.close());

const login = (username: string, password: string) =>
  app.call('POST', `${auth}/login`, { as: null, body: { username, password } });

describe('signing in', () => {
  it('answers tokens that open the door', async () => {
    const answer = await login('Operator', PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({ token_type: 'bearer', expires_in: 900 });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const me = await app.call('GET', `${auth}/me`, { token: String(answer.json()['access_token']) });
    expect(me.json()).toMatchObject({ username: 'operator', roles: ['operator'] });
  });

  it('says the same of a wrong password and of a name that nobody has', async () => {
    const [wrong, nobody] = [await login('auditor', 'not the password'), await login('nobody', 'not the password')];
    const withoutTrace = ({ text }: { text: string }) => text.replace(/"trace_id":"[^"]*"/, '');
    expect(wrong.status).toBe(401);
    expect(withoutTrace(wrong)).toBe(withoutTrace(nobody));
  });

  it.each(['lockme', 'no-such-user'])('locks %s for a while after five failures, known or not', async (name) => {
    await app.deps.identity.createUser('lockme', PASSWORD, ['auditor'], false, untold);
    for (let attempt = 0; attempt < 5; attempt += 1) expect((await login(name, 'wrong wrong')).status).toBe(401);
    const locked = await login(name, PASSWORD);
    expect(locked.status).toBe(429);
    expect(locked.json()).toMatchObject({ code: 'login-locked' });
    expect(locked.headers.get('retry-after')).toBe('300');
  });

  it('is possible again when the lock has passed', async () => {
    now = new Date(now.getTime() + 301_000);
    expect((await login('lockme', PASSWORD)).status).toBe(200);
  });

  it.each([
    ['not json', '{"username":', 400, 'malformed-json'],
    ['a list', '[]', 400, 'validation-failed'],
    ['a missing password', '{"username":"admin"}', 400, 'validation-failed'],
    ['an unknown field', '{"username":"admin","password":"x","role":"admin"}', 400, 'validation-failed'],
  ])('refuses %s', async (_what, raw, status, code) => {
    const answer = await app.call('POST', `${auth}/login`, { as: null, raw });
    expect(answer.status).toBe(status);
    expect(answer.json()).toMatchObject({ code });
  });

  it('refuses a form', async () => {
    const answer = await app.call('POST', `${auth}/login`, {
      as: null,
      raw: 'username=admin',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(answer.status).toBe(415);
    expect(answer.json()).toMatchObject({ code: 'media-type-unsupported' });
  });

  it('refuses a body that is too large', async () => {
    const answer = await app.call('POST', `${auth}/login`, { as: null, raw: `"${'x'.repeat(1_100_000)}"` });
    expect(answer.status).toBe(413);
    expect(answer.json()).toMatchObject({ code: 'body-too-large' });
  });
});

describe('an access token', () => {
  it('is worth nothing after a quarter of an hour', async () => {
    const token = String((await login('operator', PASSWORD)).json()['access_token']);
    now = new Date(now.getTime() + 901_000);
    const answer = await app.call('GET', `${auth}/me`, { token });
    expect(answer.status).toBe(401);
    expect(answer.json()).toMatchObject({ code: 'unauthenticated' });
  });

  it.each([
    ['of another installation', new Uint8Array(32).fill(1)],
    ['of ours for nobody', masterKey],
  ])('%s opens nothing', async (_whose, key) => {
    const token = await createAccessTokens(key).issue('somebody', now);
    expect((await app.call('GET', `${auth}/me`, { token })).status).toBe(401);
  });

  it('without a signature opens nothing', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({ alg: 'none' })}.${part({ sub: 'admin', exp: 9_999_999_999 })}.`;
    expect((await app.call('GET', `${auth}/me`, { token })).status).toBe(401);
  });
});

describe('refreshing', () => {
  const refresh = (token: unknown) =>
    app.call('POST', `${auth}/refresh-token`, { as: null, body: { refresh_token: token } });

  it('exchanges a token once, and a second use ends the whole family', async () => {
    const first = (await login('admin', PASSWORD)).json()['refresh_token'];
    const second = await refresh(first);
    expect(second.status).toBe(200);
    expect(second.json()['refresh_token']).not.toBe(first);
    const stolen = await refresh(first);
    expect(stolen.status).toBe(401);
    expect(stolen.json()).toMatchObject({ code: 'refresh-token-reused' });
    const successor = await refresh(second.json()['refresh_token']);
    expect(successor.json()).toMatchObject({ code: 'refresh-token-invalid' });
  });

  it('ends with the logout', async () => {
    const tokens = (await login('operator', PASSWORD)).json();
    const out = await app.call('POST', `${auth}/logout`, {
      token: String(tokens['access_token']),
      body: { refresh_token: tokens['refresh_token'] },
    });
    expect(out.status).toBe(204);
    expect((await refresh(tokens['refresh_token'])).status).toBe(401);
  });

  it('knows nothing of a made-up token', async () => {
    expect((await refresh('made-up')).json()).toMatchObject({ code: 'refresh-token-invalid' });
  });
});

describe('the first start', () => {
  it('makes an admin whose password must be changed before anything else', async () => {
    const identity = new IdentityService(new InMemoryIdentityStore(), createAccessTokens(masterKey), clock);
    const password = (await identity.ensureAdmin(null, untold))?.oneTimePassword;
    expect(password).toMatch(/^[a-z0-9]{5}(-[a-z0-9]{5}){3}$/);
    expect(await identity.ensureAdmin(null, untold)).toBeNull();
    const first = await startTestApp({ identity, clock });
    try {
      const signedIn = await identity.login('admin', password ?? '', tellings);
      const token = signedIn.kind === 'signed_in' ? signedIn.accessToken : '';
      const list = await first.call('GET', '/api/v1/emag/orders/list', { token });
      expect(list.status).toBe(403);
      expect(list.json()).toMatchObject({ code: 'password-change-required' });

      const change = (body: object) => first.call('POST', `${auth}/password`, { token, body });
      expect((await change({ current_password: password, new_password: 'short' })).status).toBe(400);
      expect((await change({ current_password: 'wrong', new_password: 'long enough' })).status).toBe(401);
      expect((await change({ current_password: password, new_password: password })).status).toBe(422);
      expect((await change({ current_password: password, new_password: 'long enough' })).status).toBe(204);
      expect((await first.call('GET', '/api/v1/emag/orders/list', { token })).status).toBe(200);
    } finally {
      await first.close();
    }
  });

  it('asks for no change of a password that the installation brought', async () => {
    const identity = new IdentityService(new InMemoryIdentityStore(), createAccessTokens(masterKey), clock);
    expect(await identity.ensureAdmin('from the environment', untold)).toMatchObject({ oneTimePassword: null });
    const signedIn = await identity.login('admin', 'from the environment', tellings);
    const principal = await identity.principalOf(signedIn.kind === 'signed_in' ? signedIn.accessToken : '');
    expect(principal).toMatchObject({ username: 'admin', roles: ['admin'], mustChangePassword: false });
  });
});

describe('logs', () => {
  it('hold no password and no token', () => {
    const text = app.logLines.join('');
    expect(text).toContain('"route":"/auth/login"');
    expect(text).not.toContain(PASSWORD);
    expect(text).not.toMatch(/eyJ[A-Za-z0-9_-]{10,}/);
  });
});
