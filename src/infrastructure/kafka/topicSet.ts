import type { Admin, Kafka } from 'kafkajs';
import { TOPICS } from '../../application/ports/bus.js';

const DAY_MS = 86_400_000;
const PARTITIONS = 6;
export const STATE_TOPIC = 'magflow.orders.state.v1';
export const CHECKPOINT_TOPIC = 'magflow.relay.checkpoints';

const retained = [
  { name: 'cleanup.policy', value: 'delete' },
  { name: 'retention.ms', value: String(90 * DAY_MS) },
];
const compacted = [{ name: 'cleanup.policy', value: 'compact' }];

/**
 * Names of our topics on a broker. A namespace stands before all names of an installation, its groups and its
 * transactional id, where several share one broker (tests do).
 */
export class TopicSet {
  constructor(readonly namespace: string = '') {}

  /** Topic, group or transactional id as the broker knows it. */
  name(logical: string): string {
    return `${this.namespace}${logical}`;
  }

  /** What the broker's name means to us. */
  logical(name: string): string {
    return name.slice(this.namespace.length);
  }

  deadLetters(topic: string, group: string): string {
    return this.name(`${topic}.${group}.dlq`);
  }

  /** Creates what is missing; leaves alone what is there, however an operator has set it up. */
  async create(kafka: Kafka): Promise<void> {
    await withAdmin(kafka, (admin) =>
      createMissing(admin, [
        ...Object.values(TOPICS).map((topic) => ({
          topic: this.name(topic),
          numPartitions: PARTITIONS,
          configEntries: retained,
        })),
        { topic: this.name(STATE_TOPIC), numPartitions: PARTITIONS, configEntries: compacted },
        {
          topic: this.name(CHECKPOINT_TOPIC),
          numPartitions: 1,
          // Small segments, or the cleaner never gets at them: only the last record matters.
          configEntries: [...compacted, { name: 'segment.bytes', value: '1048576' }],
        },
      ]),
    );
  }

  /** One partition each; dead letters stay until somebody deals with them. */
  async createDeadLetters(kafka: Kafka, topics: readonly string[], group: string): Promise<void> {
    await withAdmin(kafka, (admin) =>
      createMissing(
        admin,
        topics.map((topic) => ({
          topic: this.deadLetters(topic, group),
          numPartitions: 1,
          configEntries: [{ name: 'retention.ms', value: '-1' }],
        })),
      ),
    );
  }
}

const createMissing = async (admin: Admin, topics: Parameters<Admin['createTopics']>[0]['topics']): Promise<void> => {
  const existing = new Set(await admin.listTopics());
  const missing = topics.filter(({ topic }) => !existing.has(topic));
  if (missing.length > 0) await admin.createTopics({ topics: missing, waitForLeaders: true });
};

export const withAdmin = async <T>(kafka: Kafka, work: (admin: Admin) => Promise<T>): Promise<T> => {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
};
