import type { Kafka } from 'kafkajs';
import type { BroadcastOptions, Bus, Consumer, DeadLetter, WorkGroupOptions } from '../../application/ports/bus.js';
import type { EventStore } from '../../application/ports/eventStore.js';
import type { BusLog } from '../bus/busLog.js';
import { kafkaBroadcast } from './kafkaBroadcast.js';
import { KafkaDeadLetters } from './kafkaDeadLetters.js';
import { kafkaWorkGroup } from './kafkaWorkGroup.js';
import { TopicSet } from './topicSet.js';

export interface KafkaBusDeps {
  readonly kafka: Kafka;
  /** What a broadcast missed is replayed from the log. */
  readonly store: EventStore;
  readonly log: BusLog;
  readonly topics?: TopicSet;
  /** Upper bound of the pause after a first failure of a handler. */
  readonly firstDelayMs?: number;
}

const FIRST_DELAY_MS = 200;

/** The bus of an installation with a broker; the relay fills its topics. */
export class KafkaBus implements Bus {
  readonly kind = 'kafka';
  private broadcasts = 0;
  private checking: Promise<void> | null = null;
  private readonly consumers = new Set<Consumer>();
  private readonly topics: TopicSet;
  private readonly letters: KafkaDeadLetters;
  private readonly firstDelayMs: number;

  constructor(private readonly deps: KafkaBusDeps) {
    this.topics = deps.topics ?? new TopicSet();
    this.letters = new KafkaDeadLetters(deps.kafka, this.topics);
    this.firstDelayMs = deps.firstDelayMs ?? FIRST_DELAY_MS;
  }

  workGroup(options: WorkGroupOptions): Promise<Consumer> {
    const { topics, letters, firstDelayMs } = this;
    return Promise.resolve(this.keep(kafkaWorkGroup({ ...this.deps, topics, letters, firstDelayMs }, options)));
  }

  async broadcast(options: BroadcastOptions): Promise<Consumer> {
    const { topics, firstDelayMs } = this;
    // Members of one group share its partitions: each consumer of the process needs a group to itself.
    this.broadcasts += 1;
    const instance = this.broadcasts === 1 ? options.instance : `${options.instance}-${this.broadcasts}`;
    const from = options.fromPosition ?? (await this.deps.store.lastPosition());
    return this.keep(kafkaBroadcast({ ...this.deps, topics, firstDelayMs }, { ...options, instance }, from));
  }

  deadLetters(): Promise<readonly DeadLetter[]> {
    return this.letters.open();
  }

  redrive(id: string): Promise<void> {
    return this.letters.redrive(id);
  }

  /** Asks a broker for the cluster, once for all who want to know at the same time. */
  check(): Promise<void> {
    this.checking ??= this.ask().finally(() => (this.checking = null));
    return this.checking;
  }

  async close(): Promise<void> {
    await Promise.all([...this.consumers].map((consumer) => consumer.close()));
    await this.letters.close();
  }

  private async ask(): Promise<void> {
    // A new client each time, without retries: an open connection would answer for what was.
    const admin = this.deps.kafka.admin({ retry: { retries: 0 } });
    try {
      await admin.connect();
      await admin.describeCluster();
    } finally {
      await admin.disconnect();
    }
  }

  private keep(consumer: Consumer): Consumer {
    const kept: Consumer = {
      ready: consumer.ready,
      close: async () => {
        this.consumers.delete(kept);
        await consumer.close();
      },
    };
    this.consumers.add(kept);
    return kept;
  }
}
