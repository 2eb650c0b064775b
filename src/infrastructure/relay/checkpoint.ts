import type { Kafka } from 'kafkajs';
import { z } from 'zod';
import { readToEnd } from '../kafka/readToEnd.js';
import { headerText } from '../kafka/record.js';
import { CHECKPOINT_TOPIC, withAdmin, type TopicSet } from '../kafka/topicSet.js';
import { TOPICS } from '../../application/ports/bus.js';
import { sourceOf } from './integrationEvents.js';

/** The last event that was published, written in the same transaction as the event itself. */
export interface Checkpoint {
  readonly storeId: string;
  readonly position: bigint;
  readonly eventId: string;
  /** Where the event stands in its stream; absent in what older releases wrote. */
  readonly place?: { readonly stream: string; readonly revision: bigint };
}

const CHECKPOINT_KEY = 'relay';
/** A transaction leaves a record and a marker: this many offsets hold the last committed one, unless all aborted. */
const LAST_OFFSETS = 200;

const schema = z.object({
  store_id: z.string(),
  position: z
    .string()
    .regex(/^\d{1,20}$/)
    .transform(BigInt),
  event_id: z.string(),
  stream: z.string().optional(),
  revision: z
    .string()
    .regex(/^\d{1,20}$/)
    .transform(BigInt)
    .optional(),
});

export const checkpointRecord = ({
  storeId,
  position,
  eventId,
  place,
}: Checkpoint): { key: string; value: string } => ({
  key: CHECKPOINT_KEY,
  value: JSON.stringify({
    store_id: storeId,
    position: position.toString(),
    event_id: eventId,
    ...(place && { stream: place.stream, revision: place.revision.toString() }),
  }),
});

/**
 * The last committed checkpoint. Call it only after the transactional id was initialised: before that a transaction of
 * a predecessor may still be open, and may yet commit.
 */
export const readCheckpoint = async (kafka: Kafka, topics: TopicSet): Promise<Checkpoint | null> => {
  const topic = topics.name(CHECKPOINT_TOPIC);
  for (const last of [LAST_OFFSETS, undefined]) {
    let found: Checkpoint | null = null;
    const onMessage = (message: { value: Buffer | null }): void => {
      const parsed = schema.parse(JSON.parse(String(message.value)));
      const { store_id: storeId, position, event_id: eventId, stream, revision } = parsed;
      const place = stream !== undefined && revision !== undefined ? { stream, revision } : undefined;
      found = { storeId, position, eventId, ...(place && { place }) };
    };
    await readToEnd(kafka, { topic, onMessage, ...(last !== undefined && { last }) });
    if (found) return found;
  }
  return null;
};

/** Whether any of the published topics ever held a record. */
export const holdsRecords = (kafka: Kafka, topics: TopicSet): Promise<boolean> =>
  withAdmin(kafka, async (admin) => {
    // One after the other: a request that outlives another's failure would bring the closed client back to life.
    for (const topic of Object.values(TOPICS)) {
      const offsets = await admin.fetchTopicOffsets(topics.name(topic));
      if (offsets.some(({ high }) => BigInt(high) > 0n)) return true;
    }
    return false;
  });

/** The newest published event of this log, from the records themselves: for topics whose checkpoint was lost. */
export const newestPublished = async (kafka: Kafka, topics: TopicSet, storeId: string): Promise<Checkpoint | null> => {
  let newest: Checkpoint | null = null;
  for (const topic of Object.values(TOPICS)) {
    await readToEnd(kafka, {
      topic: topics.name(topic),
      timeoutMs: 600_000,
      onMessage: ({ headers }) => {
        if (headerText(headers, 'ce_source') !== sourceOf(storeId)) return;
        const position = BigInt(headerText(headers, 'position') ?? '0');
        const eventId = headerText(headers, 'ce_id') ?? '';
        if (position > (newest?.position ?? -1n)) newest = { storeId, position, eventId };
      },
    });
  }
  return newest;
};
