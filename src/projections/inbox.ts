import type { RecordedEvent, SubscriptionMessage } from '../application/ports/eventStore.js';

/** What arrived since the last take. */
export interface Delivery {
  readonly events: readonly RecordedEvent[];
  /** Everything up to here was considered by the store; null when no position came. */
  readonly position: bigint | null;
  readonly isCaughtUp: boolean;
  /** Messages in all; zero means that the waiting time was up, or that somebody called `wake`. */
  readonly messages: number;
}

/**
 * Reads a subscription ahead while the consumer works, up to a bound: what arrives during a commit makes the next
 * batch, so batches are large when catching up and single events when live.
 */
export class Inbox {
  private buffer: SubscriptionMessage[] = [];
  private failure: { readonly error: unknown } | null = null;
  private isEnded = false;
  private signalConsumer: () => void = () => undefined;
  private signalReader: () => void = () => undefined;
  private readonly reading: Promise<void>;

  constructor(
    messages: AsyncIterable<SubscriptionMessage>,
    private readonly capacity: number,
  ) {
    this.reading = this.read(messages);
  }

  /** Events that wait here. */
  get size(): number {
    return this.buffer.length;
  }

  /** Up to `capacity` messages as soon as there is one. Throws what the subscription threw; null when it ended. */
  async take(waitMs: number): Promise<Delivery | null> {
    if (this.buffer.length === 0 && !this.isEnded) await this.somethingHappens(waitMs);
    if (this.buffer.length === 0 && this.failure) throw this.failure.error;
    if (this.buffer.length === 0 && this.isEnded) return null;
    const taken = this.buffer;
    this.buffer = [];
    this.signalReader();
    return deliveryOf(taken);
  }

  /** Ends a waiting `take` early. */
  wake(): void {
    this.signalConsumer();
  }

  /** Call after aborting the subscription's signal. */
  async closed(): Promise<void> {
    this.isEnded = true;
    this.signalReader();
    await this.reading;
  }

  private somethingHappens(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      this.signalConsumer = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async read(messages: AsyncIterable<SubscriptionMessage>): Promise<void> {
    try {
      for await (const message of messages) {
        if (this.isEnded) break;
        this.buffer.push(message);
        this.signalConsumer();
        while (this.buffer.length >= this.capacity && !this.isEnded) {
          await new Promise<void>((resolve) => (this.signalReader = resolve));
        }
      }
    } catch (error) {
      this.failure = { error };
    } finally {
      this.isEnded = true;
      this.signalConsumer();
    }
  }
}

const deliveryOf = (messages: readonly SubscriptionMessage[]): Delivery => {
  const events: RecordedEvent[] = [];
  let position: bigint | null = null;
  let isCaughtUp = false;
  for (const message of messages) {
    if (message.kind === 'event') {
      events.push(message.event);
      position = message.event.position;
    } else if (message.kind === 'checkpoint') {
      position = message.position;
    } else {
      isCaughtUp = true;
    }
  }
  return { events, position, isCaughtUp, messages: messages.length };
};
