import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { problemAnswers } from '../../src/infrastructure/http/middleware/problemAnswers.js';
import { limitRequests } from '../../src/infrastructure/http/middleware/rateLimits.js';
import { stateOf, tracing } from '../../src/infrastructure/http/middleware/tracing.js';

let server: Server;
let url: string;

/** A door with three limits of three a minute, behind a proxy of ours that names the client. */
beforeAll(async () => {
  const app = express();
  app.set('trust proxy', ['loopback']);
  app.use(tracing(pino({ level: 'silent' }), () => undefined));
  app.use((req, _res, next) => {
    stateOf(req).userId = req.get('x-user') ?? null;
    next();
  });
  app.use('/address', limitRequests(true, { perMinute: 3, counts: 'requests' }));
  app.use('/user', limitRequests(true, { perMinute: 3, counts: 'requests', by: 'user' }));
  app.use('/off', limitRequests(false, { perMinute: 3, counts: 'requests' }));
  app.use((_req, res) => void res.status(204).end());
  app.use(problemAnswers);
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const ask = (path: string, from: string, user?: string) =>
  fetch(`${url}${path}`, { headers: { 'x-forwarded-for': from, ...(user && { 'x-user': user }) } });
const statuses = async (count: number, path: string, from: (one: number) => string, user?: string) => {
  const answers: number[] = [];
  for (let one = 0; one < count; one += 1) answers.push((await ask(path, from(one), user)).status);
  return answers;
};

describe('a limit of requests', () => {
  it('is one address’s own', async () => {
    expect(await statuses(4, '/address', () => '203.0.113.1')).toEqual([204, 204, 204, 429]);
    expect(await statuses(1, '/address', () => '203.0.113.2')).toEqual([204]);
    const refused = await ask('/address', '203.0.113.1');
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ status: 429, code: 'rate-limited' });
  });

  it('counts a network of IPv6 as one address', async () => {
    expect(await statuses(4, '/address', (one) => `2001:db8:1:2::${one}`)).toEqual([204, 204, 204, 429]);
  });

  it('is one user’s own, from however many addresses', async () => {
    expect(await statuses(4, '/user', (one) => `198.51.100.${one}`, 'ana')).toEqual([204, 204, 204, 429]);
    expect(await statuses(1, '/user', () => '198.51.100.1', 'bogdan')).toEqual([204]);
  });

  it('does not count this machine itself, and nobody when it is off', async () => {
    expect(await statuses(5, '/address', () => '127.0.0.1')).toEqual([204, 204, 204, 204, 204]);
    expect(await statuses(5, '/off', () => '203.0.113.9')).toEqual([204, 204, 204, 204, 204]);
  });
});
