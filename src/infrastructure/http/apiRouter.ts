import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { deriveId } from '../../application/eventIds.js';
import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import { OwnWrites } from '../cache/ownWrites.js';
import type { Principal } from '../identity/principal.js';
import { RawJson, type Answer } from './answer.js';
import { exportFormatOf } from './exports/exportFormats.js';
import { sendExport } from './exports/listExport.js';
import type { HttpDeps } from './httpDeps.js';
import { idempotentRun, requestDigest } from './idempotency/idempotentRun.js';
import { admit, authenticate } from './middleware/authentication.js';
import { jsonBody } from './middleware/jsonBody.js';
import { PROBLEM_TYPE, problemBody, problemOf } from './middleware/problemAnswers.js';
import { limitRequests, REQUESTS_PER_MINUTE_OF_USER } from './middleware/rateLimits.js';
import { stateOf } from './middleware/tracing.js';
import { HttpProblem } from './problems.js';
import { requireReadable } from './readableInput.js';
import { waitForPosition } from './readModelWait.js';
import { expectedRevisionOf, idempotencyKeyOf, minPositionOf, waitSecondsOf } from './requestHeaders.js';
import { pathExpression, shadowedRoutes, type RequestFacts, type Route, type RouteInput } from './route.js';

const MAX_USER_AGENT = 200;

/** Even a proxy of ours may pass on what is no address. */
const addressOf = ({ ip = '', socket }: Request): string => (isIP(ip) === 0 ? (socket.remoteAddress ?? '') : ip);

/** A key is the same wish only for the same user: somebody else's equal key is another. */
const operationIdOf = (user: Principal, key: string | undefined): string =>
  key === undefined ? randomUUID() : deriveId('idempotency', user.userId, key);

const newest = (a: bigint | undefined, b: bigint | undefined): bigint | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

const factsOf = (req: Request, user: Principal, ownWrites: OwnWrites): RequestFacts => {
  const minPosition = minPositionOf(req.get('x-min-position'));
  const { traceId, traceparent, requestId } = stateOf(req);
  return {
    user,
    ip: addressOf(req),
    userAgent: req.get('user-agent')?.slice(0, MAX_USER_AGENT) ?? null,
    traceId,
    traceparent,
    operationId: operationIdOf(user, idempotencyKeyOf(req.get('idempotency-key'))),
    correlationId: requestId,
    expectedRevision: expectedRevisionOf(req.get('if-match')),
    minPosition,
    seenPosition: newest(minPosition, ownWrites.of(user.userId)),
    waitSeconds: waitSecondsOf(req.get('prefer')),
    url: new URL(req.originalUrl, 'http://localhost'),
  };
};

const send = (res: Response, { status, headers = {}, body, contentType }: Answer): void => {
  res.statusCode = status;
  res.setHeader('cache-control', 'no-store');
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  if (body === undefined) res.end();
  else if (body instanceof Uint8Array) res.type(contentType ?? 'application/octet-stream').send(Buffer.from(body));
  else {
    // Not by `send`, which looks at much that is settled here; as bytes, so that their number is counted once.
    res.setHeader('content-type', `${contentType ?? 'application/json'}; charset=utf-8`);
    res.end(Buffer.from(body instanceof RawJson ? body.text : JSON.stringify(body)));
  }
};

const asAnswer = (error: unknown, req: Request): Answer => {
  const problem = problemOf(error, req);
  return {
    status: problem.status,
    headers: problem.headers,
    body: problemBody(problem, req),
    contentType: PROBLEM_TYPE,
  };
};

const inputOf = (req: Request, facts: RequestFacts): RouteInput => ({
  params: { ...req.params },
  query: req.query,
  body: req.body as unknown,
  facts,
});

const runOnce = async (route: Route, req: Request, facts: RequestFacts, deps: HttpDeps): Promise<Answer> => {
  const input = inputOf(req, facts);
  const key = idempotencyKeyOf(req.get('idempotency-key'));
  if (key === undefined || !route.isCommand || route.isSecret) return route.run(input, deps);
  return idempotentRun(
    deps.idempotency,
    {
      userId: facts.user.userId,
      key,
      digest: requestDigest(req.method, req.originalUrl, req.body),
      maxWaitMs: facts.waitSeconds * 1000,
    },
    // A refusal is an answer as well: repeating the request must not act after all.
    () => route.run(input, deps).catch((error: unknown) => asAnswer(error, req)),
  );
};

const noteWrite = (
  route: Route,
  { headers }: Pick<Answer, 'headers'>,
  { userId }: Principal,
  ownWrites: OwnWrites,
): void => {
  const position = headers?.['x-event-position'];
  if (route.isCommand && position !== undefined) ownWrites.note(userId, BigInt(position));
};

/** What has no ETag matches none: to act all the same would pass over what the caller asked for (RFC 9110 §13.1.1). */
const refuseUnmatched = ({ isCommand, honoursIfMatch }: Route, { expectedRevision }: RequestFacts): void => {
  if (!isCommand || honoursIfMatch || expectedRevision === undefined) return;
  throw new HttpProblem('precondition-failed', 'What this route works on has no ETag: leave If-Match out');
};

const handle =
  (route: Route, deps: HttpDeps, user: Principal, ownWrites: OwnWrites): RequestHandler =>
  async (req, res) => {
    requireReadable(req.query);
    requireReadable(req.body);
    const facts = factsOf(req, user, ownWrites);
    refuseUnmatched(route, facts);
    if (facts.minPosition !== undefined) await waitForPosition(deps, route.reads, facts.minPosition);
    const format = route.list && exportFormatOf(req.query['format']);
    if (format) await sendExport(route, format, inputOf(req, facts), res, deps);
    else {
      const answer = await runOnce(route, req, facts, deps).catch((error: unknown) => {
        // A refusal is a fact as well.
        if (error instanceof HttpProblem) noteWrite(route, error, user, ownWrites);
        throw error;
      });
      noteWrite(route, answer, user, ownWrites);
      send(res, answer);
    }
  };

/** First who, then how often, then what: a stranger's body is not even read. */
const entrance = (route: Route, deps: HttpDeps, ownWrites: OwnWrites, perUser: RequestHandler): RequestHandler[] => {
  const attempts = limitRequests(deps.settings.rateLimit && route.attemptsPerMinute !== undefined, {
    perMinute: route.attemptsPerMinute ?? 0,
    counts: 'failures',
  });
  return [
    attempts,
    async (req, res, next) => {
      stateOf(req).routePath = route.path;
      const user = await admit(deps.identity, route, req);
      stateOf(req).userId = user.userId;
      const answer: RequestHandler = async (_req, _res, refused) => {
        jsonBody(req, res, (error?: unknown) => {
          if (error) return refused(error);
          // Express passes a rejected promise on only for what it called itself.
          Promise.resolve(handle(route, deps, user, ownWrites)(req, res, refused)).catch(refused);
        });
      };
      if (route.access === 'public') return answer(req, res, next);
      await perUser(req, res, (error?: unknown) => (error ? next(error) : void answer(req, res, next)));
    },
  ];
};

/** Every route of `/api/v1`. @throws Error when one request could reach two of them. */
export const createApiRouter = (routes: readonly Route[], deps: HttpDeps): Router => {
  const shadowed = shadowedRoutes(routes);
  if (shadowed.length > 0) throw new Error(`Routes that one path reaches both of: ${shadowed.join('; ')}`);

  const ownWrites = new OwnWrites();
  const perUser = limitRequests(deps.settings.rateLimit, {
    perMinute: REQUESTS_PER_MINUTE_OF_USER,
    counts: 'requests',
    by: 'user',
  });
  const router = express.Router({ caseSensitive: true, strict: true });
  const known = routes.map((route) => ({ route, expression: pathExpression(route) }));
  for (const { route, expression } of known)
    router[route.method](expression, ...entrance(route, deps, ownWrites, perUser));

  router.use(async (req) => {
    const offered = known.filter(({ expression }) => expression.test(req.path)).map(({ route }) => route.method);
    const isOpen = known.some(({ route, expression }) => route.access === 'public' && expression.test(req.path));
    // Deny by default: a stranger does not even learn which paths there are.
    if (!isOpen) await authenticate(deps.identity, req);
    if (offered.length === 0) throw new HttpProblem('not-found', 'There is no such route or object');
    const allow = offered.map((method) => method.toUpperCase()).join(', ');
    throw new HttpProblem('method-not-allowed', `Only ${allow} here`, { headers: { allow } });
  });
  return router;
};
