import {
  ErrorType,
  EventStoreDBClient,
  WrongExpectedVersionError,
  type EventData,
  type JSONEventType,
} from '@eventstore/db-client';
import pLimit from 'p-limit';
import {
  EventStoreUnavailable,
  RevisionConflict,
  type AppendResult,
  type ExpectedRevision,
} from '../../application/ports/eventStore.js';
import { endCalls } from './endCalls.js';
import { isCommand, translated } from './storeErrors.js';

/**
 * The client loses track of appends that wait for its stream to drain when that stream fails, and the process with
 * them (an unhandled rejection). With fewer in flight than its buffer holds none ever waits.
 */
const APPENDS_IN_FLIGHT = 15;
/** The client gives up by itself after 10 s; this is for an answer that never comes. */
const APPEND_TIMEOUT_MS = 15_000;
/** The server answers a timeout when it could not confirm within 2 s. */
const APPEND_ATTEMPTS = 4;

/**
 * Appends, on a client of their own. The client keeps the answers that it waits for in one place for all its streams,
 * and empties it when one of them fails: were a read that fails to give it a new stream while an old one is in use, the
 * next answer of the new one would find nobody, and end the process.
 */
export class EsdbAppends {
  private readonly client: EventStoreDBClient;
  private readonly limit = pLimit(APPENDS_IN_FLIGHT);
  private abandoning: Promise<void> | null = null;

  constructor(
    url: string,
    private readonly timeoutMs: number = APPEND_TIMEOUT_MS,
  ) {
    this.client = EventStoreDBClient.connectionString(url);
  }

  /** @throws RevisionConflict, EventStoreUnavailable */
  append(stream: string, events: EventData<JSONEventType>[], expected: ExpectedRevision): Promise<AppendResult> {
    return this.limit(async () => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await this.tryAppend(stream, events, expected);
        } catch (error) {
          // A slow disk is no reason to fail: whether or not it was written meanwhile, the same ids are written once.
          const isSlow = isCommand(error) && error.type === ErrorType.DEADLINE_EXCEEDED;
          if (!isSlow || attempt === APPEND_ATTEMPTS) throw translated(error);
        }
      }
    });
  }

  async close(): Promise<void> {
    await endCalls(this.client);
  }

  private async tryAppend(
    stream: string,
    events: EventData<JSONEventType>[],
    expectedRevision: ExpectedRevision,
  ): Promise<AppendResult> {
    await this.abandoning;
    try {
      const answer = await this.withTimeout(this.client.appendToStream(stream, events, { expectedRevision }));
      return { revision: answer.nextExpectedRevision, position: answer.position?.commit ?? 0n };
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw error;
      const actual = error.actualVersion === 'no_stream' ? -1n : BigInt(error.actualVersion);
      throw new RevisionConflict(stream, expectedRevision, actual);
    }
  }

  private async withTimeout<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(new EventStoreUnavailable(`No answer to an append within ${this.timeoutMs} ms`));
        // Nothing else of this stream will be answered either, and what is given up must not fill its buffer.
        this.abandoning ??= endCalls(this.client).finally(() => (this.abandoning = null));
      }, this.timeoutMs);
    });
    try {
      return await Promise.race([work, timeout]);
    } finally {
      clearTimeout(timer);
    }
  }
}
