import { LRUCache } from 'lru-cache';
import type { Kafka, KafkaMessage } from 'kafkajs';
import type { BroadcastOptions, BusMessage } from '../../application/ports/bus.js';
import type { EventStore } from '../../application/ports/eventStore.js';
import { attemptWork } from '../bus/attempts.js';
import type { BusLog } from '../bus/busLog.js';
import { sourceOf } from '../relay/integrationEvents.js';
import { messagesOfLog } from '../relay/messageLog.js';
import { fromRecord, InvalidRecord } from './record.js';
import { SupervisedConsumer } from './supervisedConsumer.js';
import { withAdmin, type TopicSet } from './topicSet.js';
import { consumerSettings } from './consumerSettings.js';

export interface KafkaBroadcastDeps {
  readonly kafka: Kafka;
  readonly topics: TopicSet;
  readonly store: EventStore;
  readonly log: BusLog;
  readonly firstDelayMs: number;
}

const ATTEMPTS = 3;
const REMEMBERED_STREAMS = 20_000;

/**
 * A consumer group of one process. The ends of the topics are read first; then the log is replayed up to what it holds
 * by then; then Kafka goes on from those ends. What lies in both is told once, by position.
 *
 * `from` is a position read before anything else happened: nothing later is missed.
 */
export const kafkaBroadcast = (
  deps: KafkaBroadcastDeps,
  options: BroadcastOptions,
  from: bigint,
): SupervisedConsumer => {
  const { kafka, topics, store, log, firstDelayMs } = deps;
  const groupId = topics.name(`magflow-live-${options.instance}`);
  const names = options.topics.map((topic) => topics.name(topic));
  /** Last revision told of each stream: what a rebalance brings again is older. */
  const told = new LRUCache<string, bigint>({ max: REMEMBERED_STREAMS });
  /** Everything of our log up to here was told by the replay. */
  let replayedTo = from;
  /** Where to go on, by topic and partition. Kept here and not in the group: `latest` would be resolved too late. */
  const next = new Map<string, Map<number, bigint>>();

  const tell = async (message: BusMessage, signal: AbortSignal): Promise<void> => {
    const result = await attemptWork(async () => options.handle(message), { attempts: ATTEMPTS, firstDelayMs, signal });
    if (!result.ok) log.error({ group: groupId, id: message.id, cause: result.cause }, 'A broadcast was skipped');
    told.set(message.stream, message.revision);
  };

  const readEnds = (): Promise<void> =>
    withAdmin(kafka, async (admin) => {
      for (const topic of names) {
        const ends = await admin.fetchTopicOffsets(topic);
        next.set(topic, new Map(ends.map(({ partition, high }) => [partition, BigInt(high)])));
      }
    });

  const replay = async (signal: AbortSignal): Promise<void> => {
    const upTo = await store.lastPosition();
    for await (const message of messagesOfLog(store, { after: replayedTo, upTo, topics: options.topics, signal })) {
      await tell(message, signal);
      replayedTo = message.position;
    }
    signal.throwIfAborted();
    if (upTo > replayedTo) replayedTo = upTo;
  };

  const hear = async (topic: string, record: KafkaMessage, source: string, signal: AbortSignal): Promise<void> => {
    let message;
    try {
      message = fromRecord(topics.logical(topic), record);
    } catch (error) {
      if (!(error instanceof InvalidRecord)) throw error;
      log.warn({ group: groupId, topic, offset: record.offset, err: error }, 'A record was skipped');
      return;
    }
    if (message.source === source && message.position <= replayedTo) return;
    if ((told.get(message.stream) ?? -1n) >= message.revision) return;
    await tell(message, signal);
  };

  return new SupervisedConsumer({
    name: groupId,
    log,
    create: () => kafka.consumer({ ...consumerSettings, groupId }),
    run: async (consumer, signal) => {
      await topics.create(kafka);
      const source = sourceOf(await store.storeId());
      if (next.size === 0) {
        await readEnds();
        await replay(signal);
      }
      consumer.on('consumer.group_join', () => {
        for (const [topic, partitions] of next) {
          for (const [partition, offset] of partitions) consumer.seek({ topic, partition, offset: offset.toString() });
        }
      });
      await consumer.subscribe({ topics: names, fromBeginning: false });
      signal.throwIfAborted();
      await consumer.run({
        autoCommit: false,
        eachMessage: async ({ topic, partition, message: record }) => {
          await hear(topic, record, source, signal);
          next.get(topic)?.set(partition, BigInt(record.offset) + 1n);
        },
      });
    },
    onClosed: () =>
      withAdmin(kafka, async (admin) => void (await admin.deleteGroups([groupId]))).catch(() => undefined),
  });
};
