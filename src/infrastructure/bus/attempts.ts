import { setTimeout as sleep } from 'node:timers/promises';

export interface AttemptOptions {
  readonly attempts: number;
  /** Upper bound of the first pause; each following one doubles it, up to 30 s. Full jitter. */
  readonly firstDelayMs: number;
  readonly signal: AbortSignal;
  /** Called before each attempt but the first: a group member shows that it is alive. */
  readonly onPause?: () => Promise<void>;
}

export type Attempted =
  { readonly ok: true } | { readonly ok: false; readonly cause: string; readonly attempts: number };

const MAX_DELAY_MS = 30_000;
const MAX_CAUSE_LENGTH = 2_000;

export const causeOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, MAX_CAUSE_LENGTH);

/**
 * Does the work until it succeeds or the attempts are used up.
 * @throws the signal's reason when it aborts between attempts: then nothing is decided, and the work will come again.
 */
export const attemptWork = async (work: () => Promise<void>, options: AttemptOptions): Promise<Attempted> => {
  for (let attempt = 1; ; attempt += 1) {
    options.signal.throwIfAborted();
    try {
      await work();
      return { ok: true };
    } catch (error) {
      if (attempt >= options.attempts) return { ok: false, cause: causeOf(error), attempts: attempt };
      const bound = Math.min(options.firstDelayMs * 2 ** (attempt - 1), MAX_DELAY_MS);
      await sleep(Math.random() * bound, undefined, { signal: options.signal });
      await options.onPause?.();
    }
  }
};
