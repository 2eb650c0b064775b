import { createHash } from 'node:crypto';
import { RawJson, type Answer } from '../answer.js';
import { HttpProblem } from '../problems.js';
import type { IdempotencyStore, KeptAnswer } from './idempotencyStore.js';

const POLL_MS = 50;

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, canonical(one)]),
  );
};

/** What makes two requests the same: method, path with query, and the body's meaning, not its spelling. */
export const requestDigest = (method: string, url: string, body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([method, url, canonical(body ?? {})]))
    .digest('hex');

const bytesOf = (body: Answer['body']): Uint8Array | null => {
  if (body === undefined) return null;
  if (body instanceof Uint8Array) return body;
  return Buffer.from(body instanceof RawJson ? body.text : JSON.stringify(body));
};

const kept = (answer: Answer): KeptAnswer => ({
  status: answer.status,
  headers: { ...answer.headers, 'content-type': answer.contentType ?? 'application/json' },
  body: bytesOf(answer.body),
});

const replayed = ({ status, headers, body }: KeptAnswer): Answer => {
  const { 'content-type': contentType = 'application/json', ...rest } = headers;
  return {
    status,
    headers: { ...rest, 'idempotency-replayed': 'true' },
    ...(body && { body, contentType }),
  };
};

/** Our own trouble is no answer to keep: the request may be repeated. The marketplace's refusal is one. */
const isWorthKeeping = (status: number): boolean => status !== 429 && (status < 500 || status === 502);

export interface IdempotentRequest {
  readonly userId: string;
  readonly key: string;
  readonly digest: string;
  /** How long a second, simultaneous request waits for the first one's answer. */
  readonly maxWaitMs: number;
}

/**
 * Runs a command once for its key. `run` must answer problems as answers, so that they are kept too; what it throws is
 * nobody's answer and frees the key.
 */
export const idempotentRun = async (
  store: IdempotencyStore,
  { userId, key, digest, maxWaitMs }: IdempotentRequest,
  run: () => Promise<Answer>,
): Promise<Answer> => {
  const deadline = Date.now() + maxWaitMs;
  for (;;) {
    const claim = await store.claim(userId, key, digest);
    switch (claim.kind) {
      case 'done':
        return replayed(claim.answer);
      case 'mismatch':
        throw new HttpProblem('idempotency-key-reused', 'This idempotency key was used for another request');
      case 'running':
        if (Date.now() >= deadline) {
          throw new HttpProblem('idempotency-in-progress', 'The first request with this key is still being worked on', {
            headers: { 'retry-after': '2' },
          });
        }
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
        break;
      case 'started': {
        try {
          const answer = await run();
          if (isWorthKeeping(answer.status)) await store.keep(userId, key, kept(answer));
          else await store.release(userId, key);
          return answer;
        } catch (error) {
          await store.release(userId, key);
          throw error;
        }
      }
    }
  }
};
