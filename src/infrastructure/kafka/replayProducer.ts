import { Partitioners, type Kafka } from 'kafkajs';
import type { BusMessage } from '../../application/ports/bus.js';
import { toRecord } from './record.js';
import { withAdmin } from './topicSet.js';

const PARTITIONS = 6;

export interface ReplayProducer {
  /** Resolves when the brokers have them all, in order of their keys. */
  send(messages: readonly BusMessage[]): Promise<void>;
  close(): Promise<void>;
}

/** Writes messages to one topic of the caller's choice, which is made when it is missing. Never twice for one call. */
export const createReplayProducer = async (kafka: Kafka, topic: string): Promise<ReplayProducer> => {
  await withAdmin(kafka, async (admin) => {
    if ((await admin.listTopics()).includes(topic)) return;
    await admin.createTopics({ topics: [{ topic, numPartitions: PARTITIONS }], waitForLeaders: true });
  });
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  return {
    async send(messages) {
      if (messages.length > 0) await producer.send({ topic, acks: -1, messages: messages.map(toRecord) });
    },
    close: () => producer.disconnect(),
  };
};
