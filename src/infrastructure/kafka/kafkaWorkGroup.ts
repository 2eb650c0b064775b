import { LRUCache } from 'lru-cache';
import type { EachBatchPayload, Kafka } from 'kafkajs';
import type { WorkGroupOptions } from '../../application/ports/bus.js';
import { attemptWork, causeOf } from '../bus/attempts.js';
import type { BusLog } from '../bus/busLog.js';
import { redrivenTopic, redriveOf, type FailedRecord, type KafkaDeadLetters } from './kafkaDeadLetters.js';
import { fromRecord, InvalidRecord } from './record.js';
import { SupervisedConsumer } from './supervisedConsumer.js';
import type { TopicSet } from './topicSet.js';
import { consumerSettings, HEARTBEAT_MS } from './consumerSettings.js';

export interface KafkaWorkGroupDeps {
  readonly kafka: Kafka;
  readonly topics: TopicSet;
  readonly letters: KafkaDeadLetters;
  readonly log: BusLog;
  readonly firstDelayMs: number;
}

const DEFAULT_ATTEMPTS = 5;
const REMEMBERED = 10_000;

/**
 * A member of a work group: consumer group of the same name, offset committed after each message is done. The group
 * also reads its own dead-letter topics, for what is sent back to it.
 */
export const kafkaWorkGroup = (deps: KafkaWorkGroupDeps, options: WorkGroupOptions): SupervisedConsumer => {
  const { kafka, topics, letters, log, firstDelayMs } = deps;
  const { group } = options;
  /** A rebalance may hand us again what we have just done. Only a saving: the handler is idempotent. */
  const done = new LRUCache<string, true>({ max: REMEMBERED });

  /** Tries, then parks. Throws only when it could do neither, or must leave the group. */
  const handle = async (failed: FailedRecord, isRedriven: boolean, payload: EachBatchPayload, signal: AbortSignal) => {
    let message;
    try {
      message = fromRecord(failed.topic, failed.record);
    } catch (error) {
      if (!(error instanceof InvalidRecord)) throw error;
      return letters.park(failed, causeOf(error), 0);
    }
    if (!isRedriven && done.has(message.id)) return;
    if (options.concerns?.(message) === false) return;
    const known = message;
    const result = await attemptWork(() => options.handle(known), {
      attempts: options.attempts ?? DEFAULT_ATTEMPTS,
      firstDelayMs,
      signal,
      onPause: () => payload.heartbeat(),
    });
    if (result.ok) return void done.set(message.id, true);
    log.error({ group, id: message.id, cause: result.cause }, 'A message became a dead letter');
    await letters.park(failed, result.cause, result.attempts);
  };

  const eachBatch = async (payload: EachBatchPayload, signal: AbortSignal): Promise<void> => {
    const { batch, isRunning, isStale, resolveOffset, commitOffsetsIfNecessary, heartbeat } = payload;
    // A slow handler must not look like a dead member. A failed beat (a rebalance) is thrown by the next one below.
    const beat = setInterval(() => void heartbeat().catch(() => undefined), HEARTBEAT_MS);
    try {
      for (const record of batch.messages) {
        if (!isRunning() || isStale() || signal.aborted) return;
        const { partition } = batch;
        const { offset } = record;
        const isLetter = batch.topic.endsWith('.dlq');
        const topic = isLetter ? redrivenTopic(record) : topics.logical(batch.topic);
        if (!isLetter || redriveOf(record) !== undefined) {
          await handle({ topic, partition, offset, group, record }, isLetter, payload, signal);
        }
        resolveOffset(offset);
        const next = { partition, offset: (BigInt(offset) + 1n).toString() };
        await commitOffsetsIfNecessary({ topics: [{ topic: batch.topic, partitions: [next] }] });
        await heartbeat();
      }
    } finally {
      clearInterval(beat);
    }
  };

  return new SupervisedConsumer({
    name: group,
    log,
    create: () => kafka.consumer({ ...consumerSettings, groupId: topics.name(group) }),
    run: async (consumer, signal) => {
      await topics.create(kafka);
      await topics.createDeadLetters(kafka, options.topics, group);
      const names = options.topics.flatMap((topic) => [topics.name(topic), topics.deadLetters(topic, group)]);
      await consumer.subscribe({ topics: names, fromBeginning: true });
      signal.throwIfAborted();
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        eachBatch: (payload) => eachBatch(payload, signal),
      });
    },
  });
};
