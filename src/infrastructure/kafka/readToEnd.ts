import { randomUUID } from 'node:crypto';
import type { Kafka, KafkaMessage } from 'kafkajs';
import { withAdmin } from './topicSet.js';

export interface ReadToEndOptions {
  readonly topic: string;
  /** Reads only about this many of the last offsets of each partition; absent means all. */
  readonly last?: number;
  readonly onMessage: (message: KafkaMessage, partition: number) => void;
  readonly timeoutMs?: number;
}

const MAX_WAIT_MS = 100;
/** Fetches in a row that brought nothing: then there is nothing more, whatever the high watermark says. */
const IDLE_FETCHES = 3;

/**
 * Reads a topic up to its end as it is now, committed records only, without leaving a group behind. The end is reached
 * at the high watermark, or earlier when fetches stay empty: the markers of transactions stand below the watermark and
 * are never delivered.
 *
 * @throws when the end is not reached in time
 */
export const readToEnd = async (
  kafka: Kafka,
  { topic, last, onMessage, timeoutMs = 30_000 }: ReadToEndOptions,
): Promise<void> => {
  const { offsets, brokers } = await withAdmin(kafka, async (admin) => ({
    offsets: await admin.fetchTopicOffsets(topic),
    brokers: (await admin.describeCluster()).brokers.length,
  }));
  const open = new Map(
    offsets
      .map(({ partition, low, high }) => ({ partition, low: BigInt(low), high: BigInt(high) }))
      .filter(({ low, high }) => high > low)
      .map((range) => [range.partition, range]),
  );
  if (open.size === 0) return;

  const groupId = `magflow-reader-${randomUUID()}`;
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: MAX_WAIT_MS, readUncommitted: false });
  const idle = new Map<number, number>();
  let timer: NodeJS.Timeout | undefined;
  try {
    const atEnd = new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`The end of ${topic} was not reached in time`)), timeoutMs);
      consumer.on('consumer.crash', ({ payload }) => reject(payload.error));
      consumer.on('consumer.fetch', ({ payload: { nodeId } }) => {
        idle.set(nodeId, (idle.get(nodeId) ?? 0) + 1);
        if (idle.size >= brokers && [...idle.values()].every((fetches) => fetches >= IDLE_FETCHES)) resolve();
      });
      consumer.on('consumer.group_join', () => {
        if (last === undefined) return;
        for (const { partition, low, high } of open.values()) {
          const from = high - BigInt(last);
          if (from > low) consumer.seek({ topic, partition, offset: from.toString() });
        }
      });
      consumer
        .connect()
        .then(() => consumer.subscribe({ topic, fromBeginning: true }))
        .then(() =>
          consumer.run({
            autoCommit: false,
            eachBatch: async ({ batch }) => {
              idle.clear();
              for (const message of batch.messages) onMessage(message, batch.partition);
              const range = open.get(batch.partition);
              if (range && BigInt(batch.lastOffset()) + 1n >= range.high) open.delete(batch.partition);
              if (open.size === 0) resolve();
            },
          }),
        )
        .catch(reject);
    });
    await atEnd;
  } finally {
    clearTimeout(timer);
    await consumer.disconnect();
    // The broker forgets an empty group by itself; this only keeps its list short.
    await withAdmin(kafka, (admin) => admin.deleteGroups([groupId])).catch(() => undefined);
  }
};
