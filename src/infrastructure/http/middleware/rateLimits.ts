import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Request, RequestHandler } from 'express';
import { isLoopback } from '../loopback.js';
import { HttpProblem } from '../problems.js';
import { stateOf } from './tracing.js';

const WINDOW_MS = 60_000;

/** Requests a minute of one address, whoever signs in from there: an office behind one address is many people. */
export const REQUESTS_PER_MINUTE = 6_000;

/** Requests a minute of one user, from however many addresses: a token that runs wild must not slow down the others. */
export const REQUESTS_PER_MINUTE_OF_USER = 3_000;

export interface LimitOptions {
  readonly perMinute: number;
  /**
   * `requests`: all count, but not those of this machine itself, where tools, sandbox and benchmarks run. `failures`:
   * only wrong guesses (401) count, from wherever they come, so that guessing is slow and signing in is not.
   */
  readonly counts: 'requests' | 'failures';
  /** Whose they are; a user is known only after the token was looked at. */
  readonly by?: 'address' | 'user';
}

const passThrough: RequestHandler = (_req, _res, next) => next();

/** Counts by address (an IPv6 network counts as one) or user, and answers 429 with `Retry-After` beyond the limit. */
export const limitRequests = (
  isEnabled: boolean,
  { perMinute, counts, by = 'address' }: LimitOptions,
): RequestHandler => {
  if (!isEnabled) return passThrough;
  const limiter = rateLimit({
    windowMs: WINDOW_MS,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skipSuccessfulRequests: counts === 'failures',
    requestWasSuccessful: (_req, res) => res.statusCode !== 401,
    keyGenerator: (req: Request) => (by === 'user' ? stateOf(req).userId : null) ?? ipKeyGenerator(req.ip ?? ''),
    // The library's own check would only warn about what `trust proxy` already decides.
    validate: { trustProxy: false, xForwardedForHeader: false },
    handler: (_req, res, next) => {
      const retryAfter = String(res.getHeader('retry-after') ?? Math.ceil(WINDOW_MS / 1000));
      next(new HttpProblem('rate-limited', 'Too many requests; slow down', { headers: { 'retry-after': retryAfter } }));
    },
  });
  if (counts === 'failures') return limiter;
  return (req, res, next) => (isLoopback(req.ip) ? next() : limiter(req, res, next));
};
