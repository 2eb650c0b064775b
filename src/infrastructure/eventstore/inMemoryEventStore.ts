import { randomUUID } from 'node:crypto';
import {
  EventStoreUnavailable,
  RevisionConflict,
  type AppendResult,
  type DomainEventShape,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type PersonalDataCodec,
  type RecordedEvent,
  type StreamRead,
  type SubscriptionMessage,
  type SubscriptionOptions,
} from '../../application/ports/eventStore.js';
import { anyEvent, type EventCatalogue } from './eventCatalogue.js';
import { EventTranslator, type LoggedEvent, type LoggedRecord } from './eventTranslator.js';
import { InMemoryPersonKeys } from './inMemoryPersonKeys.js';
import { createPersonalDataCodec } from './personalDataCodec.js';

const BATCH = 256;
/** As the other adapter: a checkpoint for every so many events that the filter leaves out. */
const CHECKPOINT_EVERY = 128;

export interface InMemoryEventStoreOptions {
  readonly codec?: PersonalDataCodec;
  readonly catalogue?: EventCatalogue;
  readonly now?: () => Date;
}

/** An event store that ends with the process. Keeps JSON, so that nobody's object is shared with the log. */
export class InMemoryEventStore implements EventStore {
  private readonly log: LoggedRecord[] = [];
  private readonly streams = new Map<string, LoggedRecord[]>();
  private readonly translator: EventTranslator;
  private readonly now: () => Date;
  private readonly id = randomUUID();
  private readonly waiting = new Set<() => void>();
  private isClosed = false;

  constructor({
    codec = createPersonalDataCodec(new InMemoryPersonKeys()),
    catalogue = anyEvent,
    now = () => new Date(),
  }: InMemoryEventStoreOptions = {}) {
    this.translator = new EventTranslator(codec, catalogue);
    this.now = now;
  }

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<AppendResult> {
    const logged = await this.translator.toLog(events);
    this.refuseWhenClosed();
    const recorded = this.streams.get(stream) ?? [];
    const repeat = repeated(recorded, logged, expected);
    if (repeat) return repeat;
    const actual = BigInt(recorded.length) - 1n;
    if (!isMet(expected, actual)) throw new RevisionConflict(stream, expected, actual);

    const created = this.now();
    for (const { id, type, data, metadata } of logged) {
      const position = BigInt(this.log.length) + 1n;
      const revision = BigInt(recorded.length);
      const record = { id, type, stream, revision, position, created, ...throughJson({ data, metadata }) };
      recorded.push(record);
      this.log.push(record);
    }
    this.streams.set(stream, recorded);
    for (const wake of [...this.waiting]) wake();
    return { revision: BigInt(recorded.length) - 1n, position: recorded.at(-1)?.position ?? 0n };
  }

  async read<E extends DomainEventShape = DomainEventShape>(
    stream: string,
    { fromRevision = 0n, maxCount = Number.MAX_SAFE_INTEGER }: { fromRevision?: bigint; maxCount?: number } = {},
  ): Promise<StreamRead<E>> {
    this.refuseWhenClosed();
    const recorded = this.streams.get(stream) ?? [];
    const start = Number(fromRevision);
    const events = await this.translator.fromLog(recorded.slice(start, start + maxCount));
    return { events: events as RecordedEvent<E>[], revision: BigInt(recorded.length) - 1n };
  }

  async *subscribe({ from, filter, signal }: SubscriptionOptions): AsyncGenerator<SubscriptionMessage> {
    const matches = ({ stream }: LoggedRecord) =>
      filter?.streamPrefixes?.some((prefix) => stream.startsWith(prefix)) ?? true;
    let next = from === 'start' ? 0 : from === 'end' ? this.log.length : Number(from);
    let skipped = 0;
    let isLive = false;
    while (!signal?.aborted) {
      this.refuseWhenClosed();
      const batch = this.log.slice(next, next + BATCH);
      next += batch.length;
      const events = (await this.translator.fromLog(batch.filter(matches))).values();
      for (const record of batch) {
        if (signal?.aborted) return;
        skipped += 1;
        if (matches(record)) {
          const { value } = events.next();
          if (value) yield { kind: 'event', event: value };
        }
        if (skipped < CHECKPOINT_EVERY) continue;
        skipped = 0;
        yield { kind: 'checkpoint', position: record.position };
      }
      if (batch.length > 0) continue;
      if (isLive) await this.change(signal);
      else {
        isLive = true;
        const last = this.log.at(-1);
        if (skipped > 0 && last) yield { kind: 'checkpoint', position: last.position };
        skipped = 0;
        yield { kind: 'caught_up' };
      }
    }
  }

  lastPosition(): Promise<bigint> {
    return Promise.resolve(this.log.at(-1)?.position ?? 0n);
  }

  storeId(): Promise<string> {
    return Promise.resolve(this.id);
  }

  close(): Promise<void> {
    this.isClosed = true;
    for (const wake of [...this.waiting]) wake();
    return Promise.resolve();
  }

  private refuseWhenClosed(): void {
    if (this.isClosed) throw new EventStoreUnavailable('The event store is closed');
  }

  private async change(signal: AbortSignal | undefined): Promise<void> {
    await new Promise<void>((resolve) => {
      const done = () => {
        this.waiting.delete(done);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      this.waiting.add(done);
      signal?.addEventListener('abort', done, { once: true });
      if (signal?.aborted) done();
    });
  }
}

const throughJson = (value: { data: object; metadata: object }): { data: unknown; metadata: unknown } =>
  JSON.parse(JSON.stringify(value));

const isMet = (expected: ExpectedRevision, actual: bigint): boolean =>
  expected === 'any' ||
  (expected === 'stream_exists' && actual >= 0n) ||
  (expected === 'no_stream' && actual === -1n) ||
  expected === actual;

/** The answer of the first time, if the same ids stand where this append would have put them. */
const repeated = (
  recorded: readonly LoggedRecord[],
  events: readonly LoggedEvent[],
  expected: ExpectedRevision,
): AppendResult | undefined => {
  const [first] = events;
  if (!first) return undefined;
  const isRelative = expected === 'any' || expected === 'stream_exists';
  const start = isRelative
    ? recorded.findIndex(({ id }) => id === first.id)
    : Number(expected === 'no_stream' ? 0n : expected + 1n);
  if (start < 0) return undefined;
  const there = recorded.slice(start, start + events.length);
  const isSame = there.length === events.length && there.every(({ id }, index) => id === events[index]?.id);
  const last = there.at(-1);
  return isSame && last ? { revision: last.revision, position: last.position } : undefined;
};
