import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { HttpProblem } from '../problems.js';

/** Enough for 1,000 items of a bulk command. */
export const MAX_BODY_BYTES = 1_048_576;

const hasBody = (req: Request): boolean =>
  req.get('transfer-encoding') !== undefined || Number(req.get('content-length') ?? 0) > 0;

const isJson = (contentType: string | undefined): boolean =>
  /^application\/(?:json|[\w.-]+\+json)\s*(?:;|$)/i.test(contentType ?? '');

const readJson = express.json({ limit: MAX_BODY_BYTES, strict: false, type: () => true });

/** Reads a JSON body; anything else is refused before it is read. */
export const jsonBody: RequestHandler = (req: Request, res: Response, next: NextFunction): void => {
  if (!hasBody(req)) return next();
  if (!isJson(req.get('content-type'))) {
    return next(new HttpProblem('media-type-unsupported', 'Send the body as application/json'));
  }
  return readJson(req, res, next);
};
