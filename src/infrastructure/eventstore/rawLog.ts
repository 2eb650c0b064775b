import { setTimeout as sleep } from 'node:timers/promises';
import {
  binaryEvent,
  EventStoreDBClient,
  FORWARDS,
  jsonEvent,
  START,
  WrongExpectedVersionError,
  type AllStreamResolvedEvent,
} from '@eventstore/db-client';
import { RevisionConflict } from '../../application/ports/eventStore.js';
import type { LineEvent } from './loggedLines.js';
import { translated } from './storeErrors.js';

const CLOSE_MS = 2_000;
const ATTEMPTS = 5;
const RETRY_MS = 500;

const asText = (bytes: unknown): string => Buffer.from(bytes instanceof Uint8Array ? bytes : []).toString('base64');

const toLine = (event: NonNullable<AllStreamResolvedEvent['event']>): LineEvent => ({
  stream: event.streamId,
  revision: event.revision,
  position: event.position.commit,
  id: event.id,
  type: event.type,
  recorded_at: event.created.toISOString(),
  encoding: event.isJson ? 'json' : 'base64',
  data: event.isJson ? event.data : asText(event.data),
  metadata: event.metadata instanceof Uint8Array ? { $base64: asText(event.metadata) } : (event.metadata ?? null),
});

const metadataOf = (metadata: unknown): Uint8Array | Record<string, unknown> | undefined => {
  if (typeof metadata !== 'object' || metadata === null) return undefined;
  const fields = Object.fromEntries(Object.entries(metadata));
  const { $base64 } = fields;
  return typeof $base64 === 'string' ? Buffer.from($base64, 'base64') : fields;
};

const toProposal = ({ id, type, encoding, data, metadata: written }: LineEvent) => {
  const metadata = metadataOf(written);
  const frame = { id, type, ...(metadata && { metadata }) };
  return encoding === 'json'
    ? jsonEvent({ ...frame, data: data as Record<string, unknown> })
    : binaryEvent({ ...frame, data: Buffer.from(String(data), 'base64') });
};

/** A log as it stands, ciphertexts and all, for whoever moves it. System events (`$…`) belong to the store and stay. */
export class RawLog {
  private readonly client: EventStoreDBClient;

  /** @param url `esdb://…` */
  constructor(url: string) {
    this.client = EventStoreDBClient.connectionString(url);
  }

  /** Everything that the log holds now, in its order. @throws EventStoreUnavailable */
  async *events(): AsyncGenerator<LineEvent> {
    try {
      // To its end: the client leaves a call open whose reader turns away.
      for await (const { event } of this.client.readAll({ direction: FORWARDS, fromPosition: START }))
        if (event && !event.type.startsWith('$')) yield toLine(event);
    } catch (error) {
      throw translated(error);
    }
  }

  /**
   * Appends consecutive events of one stream. The same again is written once, so a lost answer is asked for again.
   * @throws RevisionConflict, EventStoreUnavailable
   */
  async append(events: readonly LineEvent[]): Promise<void> {
    const [first] = events;
    if (!first) return;
    const expectedRevision = first.revision === 0n ? ('no_stream' as const) : first.revision - 1n;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.client.appendToStream(first.stream, events.map(toProposal), { expectedRevision });
        return;
      } catch (error) {
        if (error instanceof WrongExpectedVersionError)
          throw new RevisionConflict(
            first.stream,
            expectedRevision,
            error.actualVersion === 'no_stream' ? -1n : BigInt(error.actualVersion),
          );
        const problem = translated(error);
        if (problem === error || attempt === ATTEMPTS) throw problem;
        await sleep(RETRY_MS);
      }
    }
  }

  async close(): Promise<void> {
    await Promise.race([this.client.dispose(), sleep(CLOSE_MS, undefined, { ref: false })]);
  }
}
