/** Who caused an event. `marketplace` is what eMAG told us; `job` is one of our schedules or reactors. */
export interface Actor {
  readonly kind: 'user' | 'job' | 'marketplace' | 'system';
  readonly id: string;
}

/** What every event carries beside its data. Times are ISO 8601 UTC. */
export interface EventMetadata {
  readonly correlationId: string;
  /** Event id of the cause; absent for the first of a chain. */
  readonly causationId?: string;
  readonly actor: Actor;
  /** When it happened in the world; `recordedAt` of the read event is when the store took it. */
  readonly occurredAt: string;
  readonly schemaVersion: number;
  readonly traceparent?: string;
}

/**
 * An event to append. `id` is a UUID derived from its cause (`deriveEventId`), so that a retry is the same event.
 * `data.personal`, if present, is encrypted on the way in under the key of `data.personId`.
 */
export interface NewEvent<E extends DomainEventShape = DomainEventShape> {
  readonly id: string;
  readonly type: E['type'];
  readonly data: E['data'];
  readonly metadata: EventMetadata;
}

export interface DomainEventShape {
  readonly type: string;
  readonly data: object;
}

/**
 * An event as it stands in the log. `data` is upcast to the newest shape and decrypted; erased personal strings read
 * `[erased]`. A type that this release does not know, or data that cannot be parsed, is still delivered.
 */
export interface RecordedEvent<E extends DomainEventShape = DomainEventShape> {
  readonly id: string;
  readonly stream: string;
  /** Gapless within the stream, from 0. */
  readonly revision: bigint;
  /** Strictly increasing over the whole log, with gaps. */
  readonly position: bigint;
  readonly type: E['type'];
  readonly data: E['data'];
  readonly metadata: EventMetadata;
  /** ISO 8601 UTC, by the store's clock. */
  readonly recordedAt: string;
}

/** `any` makes no claim; a bigint is the exact last revision the writer saw. */
export type ExpectedRevision = bigint | 'no_stream' | 'stream_exists' | 'any';

export interface AppendResult {
  /** Revision of the last event of the append. */
  readonly revision: bigint;
  /** Position of the last event of the append. */
  readonly position: bigint;
}

export interface StreamRead<E extends DomainEventShape = DomainEventShape> {
  readonly events: readonly RecordedEvent<E>[];
  /** Last revision of the stream, or -1n when it does not exist. */
  readonly revision: bigint;
}

/** Which events of `$all` a subscription wants. System events (`$…`) never come. */
export interface SubscriptionFilter {
  /** Stream name prefixes, any of them; absent means every stream. */
  readonly streamPrefixes?: readonly string[];
}

export interface SubscriptionOptions {
  /** Exclusive: events after this position. `start` delivers everything, `end` only what is appended from now on. */
  readonly from: bigint | 'start' | 'end';
  readonly filter?: SubscriptionFilter;
  readonly signal?: AbortSignal;
}

/**
 * What a catch-up subscription yields, in the order of positions. `checkpoint` says that everything up to the position
 * was considered though nothing matched; `caught_up` that the history is done and what follows is live.
 */
export type SubscriptionMessage =
  | { readonly kind: 'event'; readonly event: RecordedEvent }
  | { readonly kind: 'checkpoint'; readonly position: bigint }
  | { readonly kind: 'caught_up' };

/** Somebody else wrote first. `actual` is -1n when the stream does not exist. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict';
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: bigint,
  ) {
    super(`Stream ${stream} is at revision ${actual}, expected ${expected}`);
  }
}

/** Holds what a caller has read, if it said so, against what is. @throws RevisionConflict */
export const requireRevision = (stream: string, expected: bigint | undefined, actual: bigint): void => {
  if (expected !== undefined && expected !== actual) throw new RevisionConflict(stream, expected, actual);
};

/** The store cannot be reached or did not answer in time: an append may or may not have happened. Retry with the same ids. */
export class EventStoreUnavailable extends Error {
  override readonly name = 'EventStoreUnavailable';
}

/**
 * The one log. Promises: an acknowledged append is durable; expected revisions are exact under concurrency; repeating
 * an append with the same ids and expectation answers as the first time and writes nothing; positions are visible in
 * order.
 */
export interface EventStore {
  /**
   * Appends atomically. Data is validated against the event's schema before anything is sent (`InvalidEventData`).
   * @throws RevisionConflict, EventStoreUnavailable
   */
  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<AppendResult>;

  /** The whole stream, or from `fromRevision` (inclusive), oldest first. A missing stream is empty with revision -1n. */
  read<E extends DomainEventShape = DomainEventShape>(
    stream: string,
    options?: { readonly fromRevision?: bigint; readonly maxCount?: number },
  ): Promise<StreamRead<E>>;

  /**
   * A catch-up subscription with back-pressure: the store is not read faster than the loop consumes. Ends when the
   * signal aborts; throws EventStoreUnavailable when the connection drops (subscribe again from the last position).
   */
  subscribe(options: SubscriptionOptions): AsyncIterable<SubscriptionMessage>;

  /** Position of the newest event in the log, 0n when there is none of ours. */
  lastPosition(): Promise<bigint>;

  /** Identity of this log: stored beside every position, because positions mean nothing in another log. */
  storeId(): Promise<string>;

  close(): Promise<void>;
}

/** Encrypts and decrypts `data.personal`. Keys live apart from the log so that a person can be erased from history. */
export interface PersonalDataCodec {
  /** Returns data whose `personal` object is replaced by its ciphertext; data without `personal` is returned as is. */
  encrypt(type: string, eventId: string, data: object): Promise<object>;
  /** Decrypts a batch; a deleted key turns every string of `personal` into `[erased]`. */
  decrypt(events: readonly { readonly type: string; readonly id: string; readonly data: object }[]): Promise<object[]>;
  /** Deletes the person's key for good, in every process. */
  erase(personId: string): Promise<void>;
}
