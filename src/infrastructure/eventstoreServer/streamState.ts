import { LRUCache } from 'lru-cache';
import { isSoftDeleted, parseStreamMetadata, type StreamMetadata } from './streamMetadata.js';
import { isMetadataStream, NO_STREAM } from './storedEvent.js';

/** Where an event id stands in a stream. */
export interface KnownEvent {
  readonly revision: bigint;
  readonly position: bigint;
}

/** What a writer must know of a stream and of its metadata stream before it may append to either. */
export interface StreamState {
  readonly lastRevision: bigint;
  readonly isTombstoned: boolean;
  readonly lastMetadataRevision: bigint;
  readonly rawMetadata: Uint8Array | undefined;
  readonly metadata: StreamMetadata;
  /** Every event id of the stream, or undefined when there are too many to keep. */
  readonly ids: ReadonlyMap<string, KnownEvent> | undefined;
}

/** What the database says of a stream: its newest two records. */
export interface StreamHead {
  readonly stream: string;
  /** Newest revision below the tombstone, or -1n. */
  readonly lastRevision: bigint;
  readonly isTombstoned: boolean;
  readonly lastMetadataRevision: bigint;
  readonly rawMetadata: Uint8Array | undefined;
}

export const stateFromHead = (head: StreamHead): StreamState => ({
  lastRevision: head.lastRevision,
  isTombstoned: head.isTombstoned,
  lastMetadataRevision: head.lastMetadataRevision,
  rawMetadata: head.rawMetadata,
  metadata: head.rawMetadata ? parseStreamMetadata(head.rawMetadata) : {},
  ids: head.lastRevision === NO_STREAM ? new Map() : undefined,
});

/** Last revision of the stream itself or, for `$$name`, of the metadata stream. */
export const revisionOf = (stream: string, state: StreamState): bigint =>
  isMetadataStream(stream) ? state.lastMetadataRevision : state.lastRevision;

/** The lowest revision that a read of `stream` may show, age aside. */
export const lowestVisible = (stream: string, state: StreamState): bigint => {
  const last = revisionOf(stream, state);
  const { maxCount, truncateBefore } = isMetadataStream(stream) ? { maxCount: 1n, truncateBefore: 0n } : state.metadata;
  const byCount = maxCount === undefined ? 0n : last - maxCount + 1n;
  const byTruncation = truncateBefore ?? 0n;
  return byCount > byTruncation ? byCount : byTruncation > 0n ? byTruncation : 0n;
};

/** Whether readers are told that there is no such stream. */
export const isMissing = (stream: string, state: StreamState): boolean =>
  revisionOf(stream, state) === NO_STREAM || (!isMetadataStream(stream) && isSoftDeleted(state.metadata));

const MAX_IDS_OF_A_STREAM = 2_000;
const MAX_CACHED_IDS = 200_000;

/**
 * States of the streams written lately, valid because this process is the only writer. Bounded by the ids it holds, so
 * that neither a million streams nor one long stream fill the memory.
 */
export class StreamStates {
  private readonly cache = new LRUCache<string, StreamState>({
    maxSize: MAX_CACHED_IDS,
    // A state without ids still costs about as much as ten of them, and an id about a hundred bytes.
    sizeCalculation: ({ ids, rawMetadata }) => 10 + (ids?.size ?? 0) + Math.ceil((rawMetadata?.length ?? 0) / 100),
  });

  get(subject: string): StreamState | undefined {
    return this.cache.get(subject);
  }

  set(subject: string, state: StreamState): void {
    const isLong = (state.ids?.size ?? 0) > MAX_IDS_OF_A_STREAM;
    this.cache.set(subject, isLong ? { ...state, ids: undefined } : state);
  }

  clear(): void {
    this.cache.clear();
  }
}
