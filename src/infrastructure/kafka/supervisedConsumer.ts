import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer as KafkaConsumer } from 'kafkajs';
import type { Consumer } from '../../application/ports/bus.js';
import type { BusLog } from '../bus/busLog.js';

export interface SupervisedConsumerOptions {
  readonly name: string;
  readonly log: BusLog;
  /** A fresh, unconnected consumer. */
  readonly create: () => KafkaConsumer;
  /** Subscribes and runs it. Called again for the consumer that replaces a dead one. */
  readonly run: (consumer: KafkaConsumer, signal: AbortSignal) => Promise<void>;
  readonly onClosed?: () => Promise<void>;
}

const RETRY_MS = 1_000;
const CLOSE_MS = 2_000;

/** Keeps a consumer running: one that cannot connect or dies of an error that kafkajs gives up on is replaced. */
export class SupervisedConsumer implements Consumer {
  readonly ready: Promise<void>;
  private readonly stopped = new AbortController();
  private readonly running: Promise<void>;
  private settleReady: () => void = () => undefined;

  constructor(private readonly options: SupervisedConsumerOptions) {
    this.ready = new Promise((resolve) => (this.settleReady = resolve));
    this.running = this.supervise();
  }

  /** Waits for the handler that is at work, within bounds. */
  async close(): Promise<void> {
    this.stopped.abort();
    // kafkajs keeps trying to reach a broker that is gone; a shutdown does not wait for that.
    await Promise.race([this.end(), sleep(CLOSE_MS, undefined, { ref: false })]);
    this.settleReady();
  }

  private async end(): Promise<void> {
    await this.running;
    await this.options.onClosed?.();
  }

  private async supervise(): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      const consumer = this.options.create();
      // A consumer that is disconnected while it starts would come to life afterwards and stay.
      const started = consumer.connect().then(() => {
        signal.throwIfAborted();
        return this.options.run(consumer, signal);
      });
      try {
        await this.live(consumer, started);
      } catch (error) {
        if (!signal.aborted) this.options.log.warn({ err: error, name: this.options.name }, 'The consumer is replaced');
      } finally {
        await started.catch(() => undefined);
        await consumer.disconnect().catch(() => undefined);
      }
      await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Ends when we stop; throws what the consumer died of. */
  private live(consumer: KafkaConsumer, started: Promise<void>): Promise<void> {
    const { signal } = this.stopped;
    return new Promise<void>((resolve, reject) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
      if (signal.aborted) resolve();
      consumer.on('consumer.group_join', () => this.settleReady());
      consumer.on('consumer.crash', ({ payload: { error, restart } }) => {
        if (!restart) reject(error);
      });
      started.catch(reject);
    });
  }
}
