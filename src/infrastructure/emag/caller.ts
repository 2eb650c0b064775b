import { setTimeout as delay } from 'node:timers/promises';
import { MarketplaceError, type CallContext, type WriteOutcome } from '../../application/ports/marketplace.js';
import type { CallSummary } from '../../domain/order/orderEvents.js';
import type { Attempt, AttemptOptions, AttemptRunner } from './attempt.js';
import type { RawAnswer } from './envelope.js';
import type { Route } from './routes.js';

export interface RetryPolicy {
  readonly attempts: number;
  /** Longest wait before the second attempt; doubles with each further one, and the wait is random below it. */
  readonly baseMs: { readonly interactive: number; readonly background: number };
  readonly random: () => number;
}

export const defaultRetryPolicy: RetryPolicy = {
  attempts: 3,
  baseMs: { interactive: 1_000, background: 5_000 },
  random: Math.random,
};

export interface ReadAnswer {
  readonly results: unknown;
  readonly raw: RawAnswer;
  readonly call: CallSummary;
}

type Payload = Readonly<Record<string, unknown>>;

const LOCKED_RETRY_MS = 5_000;
const MAX_WAIT_MS = 30_000;

/** Why an attempt did not bring a result, in the port's words. */
const failureOf = (attempt: Attempt): MarketplaceError | null => {
  switch (attempt.kind) {
    case 'held': {
      const { code, text, retryAfterMs } = attempt.permission;
      return new MarketplaceError(code, text, retryAfterMs !== null, retryAfterMs);
    }
    case 'no_answer': {
      const code = attempt.mayHaveArrived ? 'marketplace-failing' : 'unreachable';
      return new MarketplaceError(code, attempt.text, true, null, attempt.call);
    }
    case 'answered': {
      const { answer, call } = attempt;
      switch (answer.kind) {
        case 'ok':
          return null;
        case 'refused':
          return answer.code === 'resource-locked'
            ? new MarketplaceError('refused', answer.text, true, LOCKED_RETRY_MS, call)
            : new MarketplaceError('refused', answer.text, false, null, call);
        case 'blocked':
          return new MarketplaceError(answer.code, answer.text, false, null, call);
        case 'rate_limited':
          return new MarketplaceError(
            'rate-limited',
            answer.text || 'The marketplace asks to call less often',
            true,
            answer.retryAfterMs,
            call,
          );
        case 'failing':
          return new MarketplaceError('marketplace-failing', answer.text, true, null, call);
        case 'unreadable':
          return new MarketplaceError('unreadable', answer.text, true, null, call);
      }
    }
  }
};

interface ReadOptions extends AttemptOptions {
  /** Instead of as often as reads are repeated. */
  readonly tries?: number;
}

/** Reads repeat themselves, writes never do. */
export class Caller {
  constructor(
    private readonly runner: AttemptRunner,
    private readonly retry: RetryPolicy,
  ) {}

  /** @throws MarketplaceError after the last attempt, or at once for what repeating cannot cure */
  async read(route: Route, payload: Payload, context: CallContext, options: ReadOptions = {}): Promise<ReadAnswer> {
    const { tries = this.retry.attempts } = options;
    for (let tried = 1; ; tried += 1) {
      const attempt = await this.runner.run(route, payload, context, options).catch((error: unknown) => {
        context.signal?.throwIfAborted();
        throw error;
      });
      const failure = failureOf(attempt);
      if (!failure && attempt.kind === 'answered' && attempt.answer.kind === 'ok')
        return { results: attempt.answer.results, raw: attempt.raw, call: attempt.call };
      if (!failure) throw new Error('An attempt was neither answered nor failed');
      context.signal?.throwIfAborted();
      if (!failure.isRetriable || attempt.kind === 'held' || tried >= tries) throw failure;
      // The governor already holds everybody back after a 429.
      if (failure.code === 'rate-limited') continue;
      const longest = Math.min(this.retry.baseMs[context.priority] * 2 ** (tried - 1), MAX_WAIT_MS);
      const waitMs = failure.retryAfterMs ?? Math.round(this.retry.random() * longest);
      await delay(waitMs, undefined, context.signal ? { signal: context.signal } : {}).catch(() =>
        context.signal?.throwIfAborted(),
      );
    }
  }

  /**
   * Sends once. `not_sent` only when the marketplace cannot have acted: held back here, not connected, or refused at
   * its door. @returns `done` with what it answered
   */
  async write(route: Route, payload: Payload, context: CallContext): Promise<WriteOutcome<{ results: unknown }>> {
    let attempt: Attempt;
    try {
      attempt = await this.runner.run(route, payload, context);
    } catch (error) {
      if (error instanceof MarketplaceError) return notSent(error);
      throw error;
    }
    const failure = failureOf(attempt);
    if (!failure) {
      if (attempt.kind !== 'answered' || attempt.answer.kind !== 'ok') throw new Error('A write has no outcome');
      return { kind: 'done', results: attempt.answer.results, call: attempt.call };
    }
    const { message: text, call } = failure;
    if (attempt.kind === 'held' || call === null) return notSent(failure);
    if (attempt.kind === 'no_answer')
      return attempt.mayHaveArrived ? { kind: 'unknown', code: failure.code, text, call } : notSent(failure);
    switch (attempt.answer.kind) {
      case 'refused':
        return attempt.answer.code === 'resource-locked'
          ? { kind: 'not_sent', code: 'resource-locked', text, retryAfterMs: LOCKED_RETRY_MS, call }
          : { kind: 'refused', code: attempt.answer.code, text, call };
      case 'blocked':
      case 'rate_limited':
        return notSent(failure);
      default:
        return { kind: 'unknown', code: failure.code, text, call };
    }
  }
}

const notSent = ({
  code,
  message,
  retryAfterMs,
  call,
}: MarketplaceError): Extract<WriteOutcome, { kind: 'not_sent' }> => ({
  kind: 'not_sent',
  code,
  text: message,
  retryAfterMs,
  call,
});
