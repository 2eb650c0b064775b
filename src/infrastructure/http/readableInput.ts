import { HttpProblem } from './problems.js';

/** PostgreSQL stores neither NUL nor half a surrogate pair, and nobody means to send them. */
const UNSTORABLE = /\u0000|\p{Surrogate}/u;
const MAX_DEPTH = 32;

const refuse = (pointer: string, detail: string): never => {
  throw new HttpProblem('validation-failed', `${pointer || 'The body'}: ${detail}`, { errors: [{ pointer, detail }] });
};

/**
 * Refuses what no schema looks at: text that cannot be stored, and nesting that only means to exhaust us.
 *
 * @throws HttpProblem `validation-failed`
 */
export const requireReadable = (value: unknown, pointer = '', depth = 0): void => {
  if (typeof value === 'string') {
    if (UNSTORABLE.test(value)) refuse(pointer, 'holds characters that cannot be stored');
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (depth >= MAX_DEPTH) refuse(pointer.slice(0, 40), 'is nested too deeply');
  for (const [key, inner] of Object.entries(value)) {
    requireReadable(key, pointer, depth + 1);
    requireReadable(inner, `${pointer}/${key}`, depth + 1);
  }
};
