import type { StoredEvent } from './storedEvent.js';

const MAX_EVENTS = 20_000;
const MAX_BYTES = 16 * 1024 * 1024;

const sizeOf = ({ data, metadata }: StoredEvent): number => data.length + metadata.length;

/**
 * The newest part of the log in memory. Subscribers pull from it at their own pace, so that a slow one costs nothing:
 * whoever falls behind `floor` reads the history from the database until it is here again.
 */
export class LiveFeed {
  private events: StoredEvent[] = [];
  private bytes = 0;
  private readonly waiting = new Set<() => void>();

  /** Everything above `floor` and up to `head` is in memory. */
  constructor(
    private floor: bigint,
    private newest: bigint = floor,
  ) {}

  /** Position of the newest committed event. */
  get head(): bigint {
    return this.newest;
  }

  /** Adds what was just committed and wakes everybody who waits. */
  publish(events: readonly StoredEvent[]): void {
    if (events.length === 0) return;
    for (const event of events) {
      this.events.push(event);
      this.bytes += sizeOf(event);
      this.newest = event.position;
    }
    if (this.events.length > MAX_EVENTS || this.bytes > MAX_BYTES) this.drop();
    this.wake();
  }

  /** Starts anew after the log was written to in ways unknown to us. */
  restart(head: bigint): void {
    this.events = [];
    this.bytes = 0;
    this.floor = head;
    this.newest = head;
    this.wake();
  }

  /** Up to `limit` events after `position`, none when that is the head, undefined when it lies before the memory. */
  after(position: bigint, limit: number): readonly StoredEvent[] | undefined {
    if (position < this.floor) return undefined;
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const event = this.events[middle];
      if (event && event.position <= position) low = middle + 1;
      else high = middle;
    }
    return this.events.slice(low, low + limit);
  }

  /** Resolves when something was committed or the signal aborted. */
  changed(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        this.waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.waiting.add(done);
      signal.addEventListener('abort', done, { once: true });
    });
  }

  private drop(): void {
    let count = 0;
    while (count < this.events.length && (this.events.length - count > MAX_EVENTS / 2 || this.bytes > MAX_BYTES / 2)) {
      const event = this.events[count];
      if (!event) break;
      this.bytes -= sizeOf(event);
      this.floor = event.position;
      count += 1;
    }
    this.events = this.events.slice(count);
  }

  private wake(): void {
    for (const done of [...this.waiting]) done();
  }
}
