import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { picturedName } from '../data/pictureAddresses.js';
import { productPicture } from '../picture/productPicture.js';
import type { SandboxAccount, World } from '../world/world.js';
import { invalidUrl, notAllowed, plain, refusal, type Answer } from './answer.js';
import type { Bucket, Call, Route } from './call.js';
import type { CallLog } from './callLog.js';
import { bend, rateLimited, refusedIp, replacementOf, type Fault, type Faults } from './faults.js';
import type { RateLimiter } from './rateLimits.js';
import { countLeaves, filtersOf, parseBody, parseForm, payloadOf, readBody } from './requestBody.js';
import { findRoute } from './router.js';

export interface MarketplaceParts {
  readonly world: World;
  readonly routes: readonly Route[];
  readonly limiter: RateLimiter;
  readonly faults: Faults;
  readonly log: CallLog;
  /** Every answer takes between nothing and this long. */
  readonly latencyMs: number;
  /** Ignore filters wrapped in JSON `data`, as the live service does. */
  readonly ignoreWrappedFilters: () => boolean;
  /** Hears of faults of our own; the caller sees a closed connection. */
  readonly report: (error: unknown) => void;
}

interface Credentials {
  account: SandboxAccount | undefined;
  valid: boolean;
}

const same = (given: string, wanted: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
};

const credentialsOf = (world: World, header: string | undefined): Credentials => {
  const encoded = /^Basic\s+(\S+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return { account: undefined, valid: false };
  const [, username, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  const account = [...world.accounts.values()].find((candidate) => candidate.username === username);
  return { account, valid: account !== undefined && same(password ?? '', account.password) };
};

const callerIp = (request: IncomingMessage): string => (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');

const tooManyLeaves = plain(200, { isError: true, message: 'Maximum input vars of 4000 exceeded' });

/** The imitated service: counts, checks, answers and goes wrong when it is told to. */
export const createMarketplaceServer = (parts: MarketplaceParts): Server => {
  const server = createServer((request, response) => {
    serve(parts, request, response).catch((error: unknown) => {
      parts.report(error);
      response.destroy();
    });
  });
  // Longer than a client keeps idle connections, so that a call never meets a closing one by accident.
  server.keepAliveTimeout = 65_000;
  return server;
};

/** Does not hold up the end of the process. */
const slowly = (seconds: number): Promise<void> => wait(seconds * 1000, undefined, { ref: false });

const serve = async (parts: MarketplaceParts, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { world, limiter, faults, log } = parts;
  const started = performance.now();
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const method = request.method ?? 'GET';
  const pictured = method === 'GET' ? picturedName(url.pathname) : undefined;
  // Of a host of its own, for everybody: neither signed in nor counted.
  if (pictured !== undefined) {
    return send(response, { status: 200, bytes: Buffer.from(productPicture(pictured)), contentType: 'image/png' }, {});
  }
  const found = findRoute(parts.routes, method, url.pathname);
  const bucket: Bucket = found?.route.bucket ?? (url.pathname.startsWith('/api-3/order/') ? 'orders' : 'general');
  const routeName = found?.route.path.replace(/\/:\w+/g, '') ?? url.pathname;
  const { account, valid } = credentialsOf(world, request.headers.authorization);
  const key = account?.key ?? null;
  // Counted when the headers are here, before anything is judged: refused and invalid calls count too.
  const admitted = account ? limiter.admit(account.key, bucket) : true;
  const bytes = await readBody(request);

  let hit: Fault[] = [];
  const finish = (answer: Answer | 'reset'): void => {
    log.add({
      at: new Date().toISOString(),
      account: key,
      bucket,
      route: routeName,
      path: url.pathname,
      method,
      status: answer === 'reset' ? null : answer.status,
      milliseconds: Math.round(performance.now() - started),
      faults: hit.map(({ kind }) => kind),
    });
    if (answer === 'reset') request.socket.resetAndDestroy();
    else send(response, answer, account ? limiter.headers(account.key, bucket) : {});
  };

  if (parts.latencyMs > 0) await wait(Math.random() * parts.latencyMs);
  if (!admitted) return finish(rateLimited);
  if (!account || !valid) return finish(notAllowed);
  const ip = callerIp(request);
  if (account.settings.allowedIps && !account.settings.allowedIps.includes(ip)) return finish(refusedIp(ip));

  // Only calls that would be served use a fault up, so that a test's fault hits the call it was meant for.
  hit = faults.take(account.key, routeName);
  for (const fault of hit) {
    if (fault.kind === 'slow_before') await slowly(fault.seconds);
    if (fault.kind === 'reset_before') return finish('reset');
    const replacement = fault.after ? undefined : replacementOf(fault.kind, ip);
    if (replacement) return finish(replacement);
  }

  let answer: Answer;
  if (!found) answer = invalidUrl;
  else if (!bytes) answer = tooManyLeaves;
  else {
    const body = parseBody(request.headers['content-type'] ?? '', bytes);
    const wasSentInUrl = method === 'GET' ? parseForm(url.searchParams.toString()) : {};
    const call: Call = {
      world,
      account,
      method,
      params: found.params,
      query: url.searchParams,
      filters: { ...wasSentInUrl, ...filtersOf(body, parts.ignoreWrappedFilters()) },
      payload: payloadOf(body),
      body,
      rowShift: hit.reduce(
        (shift, { kind }) => shift + (kind === 'shifted_rows' ? 1 : kind === 'duplicate_rows' ? -1 : 0),
        0,
      ),
    };
    if (countLeaves(body.value) > 4000) answer = tooManyLeaves;
    else if (body.kind === 'malformed' && method !== 'PATCH')
      answer = refusal('Invalid content: the request is not valid JSON');
    else answer = await found.route.handler(call);
  }
  // Nobody is told of anything that a kill could still undo.
  await world.flushed();

  for (const fault of hit) {
    if (fault.kind === 'slow_after') await slowly(fault.seconds);
    if (fault.kind === 'reset_after') return finish('reset');
    const replacement = fault.after ? replacementOf(fault.kind, ip) : undefined;
    answer = replacement ?? bend(fault.kind, answer);
  }
  finish(answer);
};

const send = (response: ServerResponse, answer: Answer, limits: Record<string, string>): void => {
  const headers: Record<string, string> = { ...limits, Server: answer.status === 429 ? 'kong/0.12.1' : 'nginx' };
  if (!('json' in answer) && !('bytes' in answer)) {
    response.writeHead(answer.status, headers).end();
    return;
  }
  const [content, type] =
    'json' in answer
      ? [
          Buffer.from(JSON.stringify(answer.json)),
          answer.status === 429 ? 'application/json; charset=utf-8' : 'application/json',
        ]
      : [answer.bytes, answer.contentType];
  response
    .writeHead(answer.status, { ...headers, 'Content-Type': type, 'Content-Length': content.length })
    .end(content);
};
