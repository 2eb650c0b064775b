import type { RecordedEvent } from '../ports/eventStore.js';

/** Whether an event leaves its wish waiting for us. */
export type Tracking = 'open' | 'closed' | null;

/** When to look again (milliseconds); null when an event will tell; `settled` when no event will and nothing is left. */
export type Acted = number | null | 'settled';

/**
 * One kind of wish. `act` moves a wish on as far as it can. It decides from the stream's state alone, so that it may be called at any time, by any
 * process, any number of times.
 */
export interface WishHandler {
  readonly flow: string;
  track(event: RecordedEvent): Tracking;
  act(stream: string, signal: AbortSignal): Promise<Acted>;
}
