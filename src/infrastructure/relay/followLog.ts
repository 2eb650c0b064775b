import { setTimeout as sleep } from 'node:timers/promises';
import {
  EventStoreUnavailable,
  type EventStore,
  type SubscriptionMessage,
} from '../../application/ports/eventStore.js';

export interface FollowOptions {
  /** Exclusive. */
  readonly from: bigint | 'start';
  readonly streamPrefixes: readonly string[];
  readonly signal: AbortSignal;
  /** Hears of anything but the store being away, which is expected to pass. */
  readonly onTrouble: (error: unknown) => void;
  /** After this long without a message the store is asked whether we should have heard something. */
  readonly silentMs?: number;
}

const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 5_000;

/**
 * The log from a position on, for ever: a subscription that breaks, ends or falls silent is taken up again where it
 * stopped. Ends when the signal aborts. Nothing is delivered twice.
 */
export async function* followLog(
  store: EventStore,
  { from, streamPrefixes, signal, onTrouble, silentMs = 30_000 }: FollowOptions,
): AsyncGenerator<SubscriptionMessage, void, undefined> {
  let last = from;
  let delayMs = FIRST_DELAY_MS;
  while (!signal.aborted) {
    const attempt = new AbortController();
    let waitingSince: number | null = Date.now();
    const watchdog = setInterval(() => {
      if (waitingSince === null || Date.now() - waitingSince < silentMs) return;
      store.lastPosition().then(
        (newest) => newest > (last === 'start' ? 0n : last) && attempt.abort(),
        () => attempt.abort(),
      );
    }, silentMs);
    watchdog.unref();
    try {
      const messages = store.subscribe({
        from: last,
        filter: { streamPrefixes },
        signal: AbortSignal.any([signal, attempt.signal]),
      });
      for await (const message of messages) {
        delayMs = FIRST_DELAY_MS;
        if (message.kind === 'event') last = message.event.position;
        if (message.kind === 'checkpoint') last = message.position;
        // A consumer that takes its time is not a silent store.
        waitingSince = null;
        yield message;
        waitingSince = Date.now();
      }
    } catch (error) {
      if (!signal.aborted && !(error instanceof EventStoreUnavailable)) onTrouble(error);
    } finally {
      clearInterval(watchdog);
      attempt.abort();
    }
    await sleep(delayMs, undefined, { signal }).catch(() => undefined);
    delayMs = Math.min(delayMs * 2, MAX_DELAY_MS);
  }
}
