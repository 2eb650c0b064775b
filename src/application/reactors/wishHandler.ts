import type { RecordedEvent } from '../ports/eventStore.js';

/** Whether an event leaves its wish waiting for us. */
export type Tracking = 'open' | 'closed' | null;

/**
 * One kind of wish. `act` moves a wish on as far as it can and answers when to look again (milliseconds), or null when
 * nothing is left to do. It decides from the stream's state alone, so that it may be called at any time, by any
 * process, any number of times.
 */
export interface WishHandler {
  readonly flow: string;
  track(event: RecordedEvent): Tracking;
  act(stream: string, signal: AbortSignal): Promise<number | null>;
}
