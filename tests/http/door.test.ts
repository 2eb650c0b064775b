import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routes } from '../../src/infrastructure/http/routes/routes.js';
import { PASSWORD, startTestApp, type TestApp } from './support/testApp.js';

let app: TestApp;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'magflow-panel-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>MagFlow</title>');
  writeFileSync(join(folder, 'assets', 'app-abc123.js'), 'export {};');
  const plain = await startTestApp();
  const { settings } = plain.deps;
  await plain.close();
  app = await startTestApp({ settings: { ...settings, panelFolder: folder } });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (path: string, headers: Record<string, string> = {}) => app.call('GET', path, { as: null, headers });

describe('every route', () => {
  it.each(routes.filter(({ access }) => access !== 'public').map((one) => [one.method, one.path, one] as const))(
    '%s %s asks who it is',
    async (method, path, { params }) => {
      const concrete = path.replace(/\{([a-z_]+)\}/g, (_, name: string) =>
        String((params.shape[name] as { meta(): { example?: unknown } | undefined }).meta()?.example),
      );
      const answer = await app.call(method.toUpperCase(), `/api/v1${concrete}`, { as: null });
      expect([answer.status, answer.json()['code']]).toEqual([401, 'unauthenticated']);
    },
  );

  it('is closed to auditors unless it only reads or is the user’s own', () => {
    const open = routes
      .filter(({ method, access }) => method !== 'get' && access !== 'public' && access.includes('auditor'))
      .map(({ path }) => path);
    expect(open.sort()).toEqual([
      '/auth/logout',
      '/auth/password',
      '/notifications/read-all',
      '/notifications/{id}/read',
    ]);
  });
});

describe('paths that are no routes', () => {
  it.each(['/api/v1/nothing', '/api/v1/emag/orders/', '/api/v1/users/1'])('%s is closed to strangers', async (path) => {
    expect((await open(path)).status).toBe(401);
    const known = await app.call('GET', path);
    expect([known.status, known.json()['code']]).toEqual([404, 'not-found']);
  });

  it('name the methods that a path has', async () => {
    const answer = await app.call('DELETE', '/api/v1/emag/orders/list');
    expect([answer.status, answer.json()['code']]).toEqual([405, 'method-not-allowed']);
    expect(answer.headers.get('allow')).toBe('GET');
  });

  it('are no fault of ours when they cannot be read', async () => {
    expect((await app.call('GET', '/api/v1/emag/orders/%E0%A4%A')).status).toBeLessThan(500);
  });
});

describe('headers', () => {
  it('allow nothing from elsewhere', async () => {
    const answer = await open('/health/live');
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(answer.headers.get('content-security-policy')).not.toMatch(/https?:/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-powered-by')).toBeNull();
  });

  it.each(['/api/docs', '/api/docs/start.js', '/api/v1/openapi.json', '/', '/metrics', '/api/v1/orders'])(
    'are the same on %s',
    async (path) => {
      const { headers } = await open(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe-eval');
      expect([headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual([
        'nosniff',
        'no-referrer',
      ]);
    },
  );

  it('load nothing from elsewhere on the page of the API, and nothing inline', async () => {
    const { text } = await open('/api/docs');
    expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(text).not.toMatch(/<script>|<script [^>]*>[^<]|\son[a-z]+=/);
  });

  it('go on with the caller’s trace', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const answer = await app.call('GET', '/api/v1/emag/orders/999', { headers: { traceparent } });
    expect(answer.json()).toMatchObject({ trace_id: '4bf92f3577b34da6a3ce929d0e0e4736' });
    expect(answer.headers.get('traceparent')).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-/);
  });

  it.each([
    ['if-match', 'yesterday'],
    ['x-min-position', 'last'],
    ['prefer', 'wait=61'],
    ['idempotency-key', 'with space'],
  ])('%s: %s is refused', async (name, value) => {
    const answer = await app.call('POST', '/api/v1/emag/orders/999/acknowledge', { headers: { [name]: value } });
    expect([answer.status, answer.json()['code']]).toEqual([400, 'validation-failed']);
  });
});

describe('hostile input', () => {
  const path = '/api/v1/emag/orders/999/acknowledge';

  it.each([
    ['NUL in a query', 'GET', '/api/v1/emag/orders/list?q=%00', undefined],
    ['NUL in a body', 'POST', path, '{"account_type":"a\\u0000"}'],
    ['half a character', 'POST', path, '{"account_type":"\\ud800"}'],
    ['an abyss', 'POST', path, `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
    ['a prototype', 'POST', path, '{"__proto__":{"account_type":"main"}}'],
    ['a number too large', 'GET', '/api/v1/emag/orders/list?page=99999999999999999999', undefined],
  ])('%s is the caller’s fault, not ours', async (_what, method, target, raw) => {
    const answer = await app.call(method, target, {
      ...(raw !== undefined && { raw, headers: { 'idempotency-key': `hostile-${raw.length}` } }),
    });
    expect([answer.status, answer.json()['code']]).toEqual([400, 'validation-failed']);
  });
});

describe('a proxy in front', () => {
  it('is believed only when it is ours to believe', async () => {
    const seen: string[] = [];
    for (const trustProxy of [false, true]) {
      const behind = await startTestApp({ settings: { ...app.deps.settings, trustProxy } });
      // A stranger may not read metrics, this machine may.
      const answer = await behind.call('GET', '/metrics', { as: null, headers: { 'x-forwarded-for': '203.0.113.7' } });
      seen.push(`${trustProxy} ${answer.status}`);
      await behind.close();
    }
    expect(seen).toEqual(['false 200', 'true 401']);
  });
});

describe('where somebody sits', () => {
  it.each([
    [false, '203.0.113.7', '127.0.0.1'],
    [true, '203.0.113.7', '203.0.113.7'],
    // What a client claims to have come through is no proxy of ours.
    [true, '198.51.100.66, 203.0.113.7', '203.0.113.7'],
    [true, 'not an address', '127.0.0.1'],
  ])('is believed of a proxy only when %s: %s', async (trustProxy, forwarded, ip) => {
    const behind = await startTestApp({ settings: { ...app.deps.settings, trustProxy } });
    try {
      await behind.call('POST', '/api/v1/auth/login', {
        as: null,
        body: { username: 'admin', password: PASSWORD },
        headers: { 'x-forwarded-for': forwarded, 'user-agent': 'curl/8' },
      });
      const list = (await behind.call('GET', '/api/v1/audit?kind=signed_in', { as: 'admin' })).json();
      expect(list['items']).toMatchObject([{ ip, user_agent: 'curl/8', actor: { id: 'admin' } }]);
    } finally {
      await behind.close();
    }
  });
});

describe('an error that nobody foresaw', () => {
  it('tells the caller nothing but the trace, and the log everything', async () => {
    const broken = await startTestApp({
      marketplaceCalls: { list: () => Promise.reject(new Error('select secret from somewhere')) },
    });
    try {
      const answer = await broken.call('GET', '/api/v1/marketplace-calls');
      expect(answer.status).toBe(500);
      expect(Object.keys(answer.json()).sort()).toEqual(
        ['code', 'detail', 'instance', 'status', 'title', 'trace_id', 'type'].sort(),
      );
      expect(answer.text).not.toContain('secret');
      const traceId = String(answer.json()['trace_id']);
      expect(broken.logLines.some((line) => line.includes(traceId) && line.includes('select secret'))).toBe(true);
    } finally {
      await broken.close();
    }
  });
});

describe('too many requests', () => {
  it('are answered with the time to wait', async () => {
    const limited = await startTestApp({ settings: { ...app.deps.settings, rateLimit: true } });
    try {
      const attempt = () =>
        limited.call('POST', '/api/v1/auth/login', { as: null, body: { username: name(), password: 'y' } });
      const answers = [];
      // Requests that guess nothing do not count, and each name is tried too seldom to be locked.
      let tried = 0;
      const name = () => `user${Math.floor(tried++ / 4)}`;
      await limited.call('POST', '/api/v1/auth/login', { as: null, body: {} });
      for (let one = 0; one < 101; one += 1) answers.push(await attempt());
      expect(answers.slice(0, 100).map(({ status }) => status)).toEqual(Array.from({ length: 100 }, () => 401));
      const last = answers.at(-1);
      expect([last?.status, last?.json()['code']]).toEqual([429, 'rate-limited']);
      expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await limited.close();
    }
  });
});

describe('health and metrics', () => {
  it('say whether the parts are there', async () => {
    expect((await open('/health/live')).json()).toMatchObject({ status: 'ok' });
    expect((await open('/health/ready')).json()).toEqual({
      status: 'ok',
      checks: { database: { status: 'ok', detail: 'answers' } },
    });
    const ailing = await startTestApp({
      health: { ready: () => Promise.resolve({ database: { status: 'failing', detail: 'refused' } }) },
    });
    expect((await ailing.call('GET', '/health/ready', { as: null })).status).toBe(503);
    await ailing.close();
  });

  it('are counted by route, not by path', async () => {
    await app.call('GET', '/api/v1/emag/orders/424242');
    const metrics = await open('/metrics');
    expect(metrics.text).toContain('route="/emag/orders/{order_id}"');
    expect(metrics.text).not.toContain('424242');
  });
});

describe('a ring of the marketplace', () => {
  it.each([
    ['GET', '/callbacks/emag/callback-secret-of-main?order_id=6112345678', undefined],
    ['POST', '/callbacks/emag/callback-secret-of-main', '{"order_id":6112345678}'],
  ])('%s wakes the sync', async (method, path, raw) => {
    app.woken.length = 0;
    const answer = await app.call(method, path, { as: null, ...(raw && { raw }) });
    expect([answer.status, answer.text]).toEqual([200, 'ok']);
    expect(app.woken).toEqual([{ account: 'main', orderId: '6112345678' }]);
  });

  it('is only a hint: what it says is not believed', async () => {
    app.woken.length = 0;
    await app.call('POST', '/callbacks/emag/callback-secret-of-main', {
      as: null,
      raw: '{"order_id":"1; drop table"}',
    });
    expect(app.woken).toEqual([{ account: 'main', orderId: undefined }]);
  });

  it('is nothing with another secret, and the secret is not logged', async () => {
    expect((await open('/callbacks/emag/guess')).status).toBe(404);
    expect(app.logLines.join('')).not.toContain('callback-secret-of-main');
  });
});

describe('the panel', () => {
  it('is the page for every path that wants one', async () => {
    for (const path of ['/', '/orders/main-1', '/emag/awb']) {
      const page = await open(path, { accept: 'text/html' });
      expect([path, page.status, page.text]).toEqual([path, 200, '<!doctype html><title>MagFlow</title>']);
      expect(page.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('keeps files that carry a hash for ever, and is no page for files that are not there', async () => {
    const file = await open('/assets/app-abc123.js');
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await open('/assets/app-old.js', { accept: 'text/html' })).status).toBe(404);
    expect((await open('/favicon.ico', { accept: 'text/html' })).status).toBe(404);
    expect((await open('/orders', { accept: 'application/json' })).status).toBe(404);
  });
});
