import { z } from 'zod';
import type { EventMetadata, NewEvent, PersonalDataCodec, RecordedEvent } from '../../application/ports/eventStore.js';
import type { EventCatalogue } from './eventCatalogue.js';

/** An event as a log keeps it. */
export interface LoggedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: object;
  readonly metadata: object;
}

/** An event as a log gives it back: nothing in it can be relied on but the frame. */
export interface LoggedRecord {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly created: Date;
  readonly data: unknown;
  readonly metadata: unknown;
}

const metadataSchema = z.object({
  // The store's own convention, so that its tools can follow a chain of causes.
  $correlationId: z.string(),
  $causationId: z.string().optional(),
  actor: z.object({ kind: z.enum(['user', 'job', 'marketplace', 'system']), id: z.string() }),
  occurredAt: z.string(),
  schemaVersion: z.number().int(),
  traceparent: z.string().optional(),
});

const toLogged = (metadata: EventMetadata): z.infer<typeof metadataSchema> => ({
  $correlationId: metadata.correlationId,
  ...(metadata.causationId !== undefined && { $causationId: metadata.causationId }),
  actor: metadata.actor,
  occurredAt: metadata.occurredAt,
  schemaVersion: metadata.schemaVersion,
  ...(metadata.traceparent !== undefined && { traceparent: metadata.traceparent }),
});

/** Metadata of an event; one that somebody else wrote to the log is its own beginning. */
const fromLogged = ({ id, metadata, created }: LoggedRecord): EventMetadata => {
  const parsed = metadataSchema.safeParse(metadata);
  if (!parsed.success) {
    return {
      correlationId: id,
      actor: { kind: 'system', id: 'unknown' },
      occurredAt: created.toISOString(),
      schemaVersion: 1,
    };
  }
  const { $correlationId: correlationId, $causationId: causationId, traceparent, ...rest } = parsed.data;
  return {
    correlationId,
    ...rest,
    ...(causationId !== undefined && { causationId }),
    ...(traceparent !== undefined && { traceparent }),
  };
};

/** Data that is no JSON object is delivered whole, under a name that no event of ours has. */
const objectOf = (data: unknown): object => {
  if (typeof data === 'object' && data !== null && !(data instanceof Uint8Array)) return data;
  return { $raw: data instanceof Uint8Array ? Buffer.from(data).toString('base64') : data };
};

/** Between our events and what stands in the log: validation and encryption one way, decryption and upcasting back. */
export class EventTranslator {
  constructor(
    private readonly codec: PersonalDataCodec,
    private readonly catalogue: EventCatalogue,
  ) {}

  /** @throws InvalidEventData */
  async toLog(events: readonly NewEvent[]): Promise<LoggedEvent[]> {
    for (const { type, data } of events) this.catalogue.validate(type, data);
    return Promise.all(
      events.map(async ({ id, type, data, metadata }) => ({
        id,
        type,
        data: await this.codec.encrypt(type, id, data),
        metadata: toLogged(metadata),
      })),
    );
  }

  /** A batch at once, so that its keys are loaded in one go. */
  async fromLog(records: readonly LoggedRecord[]): Promise<RecordedEvent[]> {
    const readable = await this.codec.decrypt(
      records.map(({ type, id, data }) => ({ type, id, data: objectOf(data) })),
    );
    return records.map((record, index) => {
      const { id, stream, revision, position, type, created } = record;
      const metadata = fromLogged(record);
      const data = this.catalogue.upcast(type, metadata.schemaVersion, readable[index] ?? {});
      return { id, stream, revision, position, type, data, metadata, recordedAt: created.toISOString() };
    });
  }
}
