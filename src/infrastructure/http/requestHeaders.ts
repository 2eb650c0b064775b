import { HttpProblem } from './problems.js';

const invalid = (parameter: string, detail: string): HttpProblem =>
  new HttpProblem('validation-failed', `${parameter}: ${detail}`, { errors: [{ parameter, detail }] });

const MAX_REVISION = 2n ** 63n;

/** `If-Match: "5"`; `*` asks for nothing beyond existence, which commands demand anyway. */
export const expectedRevisionOf = (header: string | undefined): bigint | undefined => {
  if (header === undefined || header.trim() === '*') return undefined;
  const [, revision] = /^(?:W\/)?"?([0-9]{1,19})"?$/.exec(header.trim()) ?? [];
  if (revision === undefined || BigInt(revision) >= MAX_REVISION) {
    throw invalid('If-Match', 'must be an ETag of this object, such as "5"');
  }
  return BigInt(revision);
};

/** `X-Min-Position`: a value of `X-Event-Position`. */
export const minPositionOf = (header: string | undefined): bigint | undefined => {
  if (header === undefined) return undefined;
  if (!/^[0-9]{1,19}$/.test(header.trim()) || BigInt(header.trim()) >= MAX_REVISION) {
    throw invalid('X-Min-Position', 'must be a value of X-Event-Position');
  }
  return BigInt(header.trim());
};

const DEFAULT_WAIT_SECONDS = 10;
const MAX_WAIT_SECONDS = 60;

/** `Prefer: wait=N`, 0 to 60 seconds. */
export const waitSecondsOf = (header: string | undefined): number => {
  const [, wait] = /(?:^|[,;\s])wait\s*=\s*"?([^\s,;"]*)/i.exec(header ?? '') ?? [];
  if (wait === undefined) return DEFAULT_WAIT_SECONDS;
  if (!/^[0-9]{1,3}$/.test(wait) || Number(wait) > MAX_WAIT_SECONDS) {
    throw invalid('Prefer', `wait must be 0 to ${MAX_WAIT_SECONDS} seconds`);
  }
  return Number(wait);
};

export const idempotencyKeyOf = (header: string | undefined): string | undefined => {
  if (header === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,255}$/.test(header)) {
    throw invalid('Idempotency-Key', 'must be 1 to 255 printable characters without spaces');
  }
  return header;
};
