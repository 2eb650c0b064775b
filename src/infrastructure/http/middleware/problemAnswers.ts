import type { NextFunction, Request, Response } from 'express';
import { HttpProblem, problemDocument } from '../problems.js';
import { translateError } from '../translateError.js';
import { stateOf } from './tracing.js';

export const PROBLEM_TYPE = 'application/problem+json';

/** The problem that an error is, logging what nobody foresaw. Nothing of it reaches the caller but the trace id. */
export const problemOf = (error: unknown, req: Request): HttpProblem => {
  const known = translateError(error, req.get('if-match') !== undefined);
  if (known) return known;
  stateOf(req).log.error({ err: error, route: stateOf(req).routePath }, 'unforeseen error in a request');
  return new HttpProblem('internal', 'Something went wrong; quote the trace id when you report it');
};

export const problemBody = (problem: HttpProblem, req: Request): Record<string, unknown> =>
  problemDocument(problem, { instance: req.originalUrl.split('?')[0] ?? '/', traceId: stateOf(req).traceId });

/** The last middleware: every error becomes a problem document here. */
export const problemAnswers = (error: unknown, req: Request, res: Response, _next: NextFunction): void => {
  const problem = problemOf(error, req);
  if (res.headersSent) {
    // Too late for another answer: cutting the connection tells the client that this one is not whole.
    res.destroy();
    return;
  }
  for (const [name, value] of Object.entries(problem.headers)) res.setHeader(name, value);
  res
    .status(problem.status)
    .set('cache-control', 'no-store')
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problemBody(problem, req)));
};
