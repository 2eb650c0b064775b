import { randomUUID } from 'node:crypto';
import {
  BACKWARDS,
  END,
  ErrorType,
  EventStoreDBClient,
  excludeSystemEvents,
  FORWARDS,
  jsonEvent,
  START,
  streamNameFilter,
  type AllStreamRecordedEvent,
  type AllStreamSubscription,
  type Position,
} from '@eventstore/db-client';
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
import type { EventCatalogue } from './eventCatalogue.js';
import { EventTranslator, type LoggedRecord } from './eventTranslator.js';
import { answeredInTime } from './answeredInTime.js';
import { endCalls } from './endCalls.js';
import { EsdbAppends } from './esdbAppends.js';
import { isCommand, translated } from './storeErrors.js';
import { STORE_CREATED, STORE_STREAM } from './storeIdentity.js';

/** System events at the end of the log are few; a page that holds nothing else is followed by the one before. */
const LAST_EVENTS = 16;
const SUBSCRIPTION_BATCH = 256;
/** A checkpoint for every 32 × 4 events that the filter leaves out. */
const CHECKPOINT_INTERVAL = 4;

export interface EsdbEventStoreOptions {
  /** `esdb://…`, as EventStoreDB's clients take it. */
  readonly url: string;
  readonly codec: PersonalDataCodec;
  readonly catalogue: EventCatalogue;
  /** How long a read may be silent, and an append unanswered; by default ten and fifteen seconds. */
  readonly patienceMs?: number;
}

const toRecord = (event: AllStreamRecordedEvent): LoggedRecord => ({
  id: event.id,
  type: event.type,
  stream: event.streamId,
  revision: event.revision,
  position: event.position.commit,
  created: event.created,
  data: event.data,
  metadata: event.metadata,
});

type Pushed = { readonly checkpoint: bigint } | 'caught_up' | { readonly event?: AllStreamRecordedEvent };

/** The event store on EventStoreDB's own client: against EventStoreDB, or against our server that speaks its protocol. */
export class EsdbEventStore implements EventStore {
  private readonly client: EventStoreDBClient;
  private readonly translator: EventTranslator;
  private readonly appends: EsdbAppends;
  private readonly subscriptions = new Set<AbortController>();
  private id: string | undefined;
  private readonly patienceMs: number | undefined;

  constructor({ url, codec, catalogue, patienceMs }: EsdbEventStoreOptions) {
    this.patienceMs = patienceMs;
    this.client = EventStoreDBClient.connectionString(url);
    this.appends = new EsdbAppends(url, patienceMs);
    this.translator = new EventTranslator(codec, catalogue);
  }

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<AppendResult> {
    const logged = await this.translator.toLog(events);
    const proposed = logged.map(({ id, type, data, metadata }) =>
      jsonEvent({ id, type, data: { ...data }, metadata: { ...metadata } }),
    );
    return this.appends.append(stream, proposed, expected);
  }

  async read<E extends DomainEventShape = DomainEventShape>(
    stream: string,
    { fromRevision = 0n, maxCount = Number.MAX_SAFE_INTEGER }: { fromRevision?: bigint; maxCount?: number } = {},
  ): Promise<StreamRead<E>> {
    const records = await this.records(stream, { fromRevision, maxCount, direction: FORWARDS });
    if (!records) return { events: [], revision: -1n };
    const isToTheEnd = records.length > 0 && records.length < maxCount;
    const last = isToTheEnd
      ? records.at(-1)
      : (await this.records(stream, { fromRevision: END, maxCount: 1, direction: BACKWARDS }))?.at(-1);
    const events = await this.translator.fromLog(records);
    return { events: events as RecordedEvent<E>[], revision: last?.revision ?? -1n };
  }

  async *subscribe({ from, filter, signal }: SubscriptionOptions): AsyncGenerator<SubscriptionMessage> {
    if (signal?.aborted) return;
    const abort = new AbortController();
    this.subscriptions.add(abort);
    const onAbort = () => abort.abort();
    signal?.addEventListener('abort', onAbort, { once: true });
    const subscription = this.open(from, filter?.streamPrefixes);
    try {
      yield* this.messages(subscription, abort.signal);
    } catch (error) {
      throw translated(error);
    } finally {
      signal?.removeEventListener('abort', onAbort);
      this.subscriptions.delete(abort);
      subscription.on('error', () => undefined);
      // It waits for a call that may still look for its server; the reader does not.
      void subscription.unsubscribe().catch(() => undefined);
      subscription.destroy();
    }
  }

  async lastPosition(): Promise<bigint> {
    let before: Position | typeof END = END;
    try {
      for (;;) {
        // Small pages, each read to its end: the client leaves a call open whose reader turns away.
        let last: Position | undefined;
        let found: bigint | undefined;
        const page = { direction: BACKWARDS, fromPosition: before, maxCount: LAST_EVENTS } as const;
        for await (const { event } of answeredInTime(this.client.readAll(page), this.patienceMs)) {
          if (!event) continue;
          if (!event.type.startsWith('$')) found ??= event.position.commit;
          last = event.position;
        }
        if (found !== undefined) return found;
        if (!last) return 0n;
        before = last;
      }
    } catch (error) {
      throw translated(error);
    }
  }

  async storeId(): Promise<string> {
    this.id ??= (await this.identity()) ?? (await this.makeIdentity());
    return this.id;
  }

  async close(): Promise<void> {
    for (const abort of this.subscriptions) abort.abort();
    await Promise.all([endCalls(this.client), this.appends.close()]);
  }

  /** Undefined when there is no such stream. */
  private async records(
    stream: string,
    options: { fromRevision: bigint | typeof END; maxCount: number; direction: typeof FORWARDS | typeof BACKWARDS },
  ): Promise<LoggedRecord[] | undefined> {
    const records: LoggedRecord[] = [];
    try {
      for await (const { event } of answeredInTime(this.client.readStream(stream, options), this.patienceMs)) {
        if (event) records.push(toRecord(event as AllStreamRecordedEvent));
      }
      return records;
    } catch (error) {
      if (isCommand(error) && error.type === ErrorType.STREAM_NOT_FOUND) return undefined;
      throw translated(error);
    }
  }

  private open(from: SubscriptionOptions['from'], prefixes: readonly string[] | undefined): AllStreamSubscription {
    // Checkpoints and `caughtUp` come by callback, ahead of events that wait in the buffer; pushed into the same buffer
    // they keep their place.
    const push = (message: Pushed) => subscription.push(message);
    const checkpoints = {
      checkpointInterval: CHECKPOINT_INTERVAL,
      checkpointReached: (_: unknown, { commit }: { commit: bigint }) => void push({ checkpoint: commit }),
    };
    const subscription = this.client.subscribeToAll(
      {
        fromPosition: from === 'start' ? START : from === 'end' ? END : { commit: from, prepare: from },
        filter: prefixes
          ? streamNameFilter({ prefixes: [...prefixes], ...checkpoints })
          : excludeSystemEvents(checkpoints),
      },
      { highWaterMark: SUBSCRIPTION_BATCH },
    );
    subscription.on('caughtUp', () => push('caught_up'));
    return subscription;
  }

  private async *messages(
    subscription: AllStreamSubscription,
    signal: AbortSignal,
  ): AsyncGenerator<SubscriptionMessage> {
    const news = new News(subscription, signal);
    for (;;) {
      const batch: Pushed[] = [];
      while (batch.length < SUBSCRIPTION_BATCH) {
        const message: Pushed | null = subscription.read();
        if (message === null) break;
        batch.push(message);
      }
      if (signal.aborted) return;
      if (batch.length === 0) await news.wait();
      else yield* this.translate(batch, signal);
    }
  }

  /** One batch, in order; its events are decrypted together. */
  private async *translate(batch: readonly Pushed[], signal: AbortSignal): AsyncGenerator<SubscriptionMessage> {
    const records = batch.flatMap((message) =>
      typeof message === 'object' && 'event' in message && message.event && !message.event.type.startsWith('$')
        ? toRecord(message.event)
        : [],
    );
    const events = (await this.translator.fromLog(records)).values();
    for (const message of batch) {
      if (signal.aborted) return;
      if (message === 'caught_up') yield { kind: 'caught_up' };
      else if ('checkpoint' in message) yield { kind: 'checkpoint', position: message.checkpoint };
      else if (message.event && !message.event.type.startsWith('$')) {
        const { value } = events.next();
        if (value) yield { kind: 'event', event: value };
      }
    }
  }

  private async identity(): Promise<string | undefined> {
    return (await this.records(STORE_STREAM, { fromRevision: 0n, maxCount: 1, direction: FORWARDS }))?.[0]?.id;
  }

  /** EventStoreDB has no identity of its own that a client could read, so the first of us writes one into it. */
  private async makeIdentity(): Promise<string> {
    const id = randomUUID();
    try {
      await this.appends.append(STORE_STREAM, [jsonEvent({ id, type: STORE_CREATED, data: {} })], 'no_stream');
      return id;
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      const winner = await this.identity();
      if (winner === undefined) throw error;
      return winner;
    }
  }
}

/** Waits for the next thing to happen to a subscription, without losing an error that came while nobody waited. */
class News {
  private error: unknown;
  private hasEnded = false;
  private wake: () => void = () => undefined;

  constructor(
    subscription: AllStreamSubscription,
    private readonly signal: AbortSignal,
  ) {
    subscription.on('readable', () => this.wake());
    subscription.on('error', (error: unknown) => {
      this.error = error;
      this.wake();
    });
    subscription.on('end', () => this.end());
    subscription.on('close', () => this.end());
    signal.addEventListener('abort', () => this.wake(), { once: true });
  }

  /** @throws the subscription's error, or EventStoreUnavailable when it ended, which none does by itself */
  async wait(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      if (this.error !== undefined || this.hasEnded || this.signal.aborted) resolve();
    });
    if (this.signal.aborted) return;
    if (this.error !== undefined) throw this.error;
    if (this.hasEnded) throw new EventStoreUnavailable('The event store ended the subscription');
  }

  private end(): void {
    this.hasEnded = true;
    this.wake();
  }
}
