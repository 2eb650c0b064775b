/** An event as the log keeps it. */
export interface StoredEvent {
  /** Place in `$all`: strictly increasing, with gaps. Commit and prepare position are both this. */
  readonly position: bigint;
  readonly stream: string;
  /** Gapless in the stream, from 0; a tombstone has `TOMBSTONE_REVISION`. */
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  /** Whether the writer said exactly `application/json`; the data itself is never looked at. */
  readonly isJson: boolean;
  /** 100 ns ticks since the Unix epoch. */
  readonly created: bigint;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event that somebody asks to append. */
export type ProposedEvent = Pick<StoredEvent, 'id' | 'type' | 'isJson' | 'data' | 'metadata'>;

/** `any` makes no claim; a bigint is the exact last revision, -1n that there is no stream. */
export type ExpectedRevision = bigint | 'any' | 'stream_exists';

export const NO_STREAM = -1n;
export const TOMBSTONE_REVISION = 9_223_372_036_854_775_807n;

export const METADATA_TYPE = '$metadata';
export const TOMBSTONE_TYPE = '$streamDeleted';

export const isMetadataStream = (stream: string): boolean => stream.startsWith('$$');
export const metadataStreamOf = (stream: string): string => `$$${stream}`;
/** The stream that a metadata stream describes; any other stream is its own subject. */
export const subjectOf = (stream: string): string => (isMetadataStream(stream) ? stream.slice(2) : stream);
