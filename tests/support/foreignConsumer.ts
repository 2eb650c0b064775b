import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';

export interface ForeignRecord {
  readonly topic: string;
  readonly partition: number;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Readonly<Record<string, unknown>>;
}

/**
 * A consumer of somebody else: plain kafkajs, read_committed, no code of ours. Reads until `isEnough` says so, and then
 * a little longer, so that what comes twice is seen.
 */
export const readAsForeigner = async (
  brokers: readonly string[],
  topics: readonly string[],
  isEnough: (records: readonly ForeignRecord[]) => boolean,
  deadlineMs = 60_000,
): Promise<readonly ForeignRecord[]> => {
  const kafka = new Kafka({ brokers: [...brokers], clientId: 'foreigner', logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `foreign-${randomUUID()}`, maxWaitTimeInMs: 100 });
  const records: ForeignRecord[] = [];
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ topic, partition, message }) => {
        const headers = Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]);
        records.push({
          topic,
          partition,
          key: String(message.key),
          headers: Object.fromEntries(headers),
          value: JSON.parse(String(message.value)),
        });
      },
    });
    const deadline = Date.now() + deadlineMs;
    while (!isEnough(records) && Date.now() < deadline) await sleep(50);
    await sleep(1_000);
    return records;
  } finally {
    await consumer.disconnect();
  }
};
