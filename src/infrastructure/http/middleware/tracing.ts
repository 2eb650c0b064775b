import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { traceOf, type Trace } from '../trace.js';

export interface RequestState extends Trace {
  readonly log: Logger;
  /** The route's own path, for logs and metrics: real paths may hold secrets. */
  routePath: string;
  userId: string | null;
}

const states = new WeakMap<Request, RequestState>();

/** What the first middleware found out about a request. */
export const stateOf = (req: Request): RequestState => {
  const state = states.get(req);
  if (!state) throw new Error('The tracing middleware did not run');
  return state;
};

const header = (req: Request, name: string): string | undefined => req.get(name);

/** Gives each request its ids and writes one line about it when it is answered. Never logs a path that was not matched. */
export const tracing =
  (logger: Logger, observe: (method: string, route: string, status: number, seconds: number) => void) =>
  (req: Request, res: Response, next: NextFunction): void => {
    const trace = traceOf(header(req, 'traceparent'), header(req, 'x-request-id'));
    let log: Logger | undefined;
    const state: RequestState = {
      ...trace,
      // Most requests write no line: the logger that would is made when one does.
      get log() {
        return (log ??= logger.child({ trace_id: trace.traceId, request_id: trace.requestId }));
      },
      routePath: 'unmatched',
      userId: null,
    };
    states.set(req, state);
    res.setHeader('x-request-id', trace.requestId);
    res.setHeader('traceparent', trace.traceparent);
    const startedAt = process.hrtime.bigint();
    res.once('close', () => {
      const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9;
      observe(req.method, state.routePath, res.statusCode, seconds);
      // Reads that went well are many and say little; what changes something or is refused is always told.
      const isQuiet = res.statusCode < 400 && (req.method === 'GET' || req.method === 'HEAD');
      const level = res.statusCode >= 500 ? 'warn' : isQuiet ? 'debug' : 'info';
      if (!logger.isLevelEnabled(level)) return;
      const line = {
        method: req.method,
        route: state.routePath,
        status: res.statusCode,
        duration_ms: Math.round(seconds * 1000),
        user_id: state.userId,
        finished: res.writableFinished,
      };
      state.log[level](line, 'request');
    });
    next();
  };
