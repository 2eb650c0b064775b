import { isMetadataStream, type StoredEvent } from './storedEvent.js';
import { lowestVisible, revisionOf, type StreamState } from './streamState.js';

/** Which part of a stream readers may see at this moment. `$all` shows everything. */
export interface Visibility {
  readonly lowest: bigint;
  readonly last: bigint;
  isVisible(event: StoredEvent): boolean;
}

export const visibilityOf = (stream: string, state: StreamState): Visibility => {
  const lowest = lowestVisible(stream, state);
  const maxAge = isMetadataStream(stream) ? undefined : state.metadata.maxAgeSeconds;
  const oldest = maxAge === undefined ? undefined : BigInt(Math.trunc(Date.now() - maxAge * 1_000)) * 10_000n;
  return {
    lowest,
    last: revisionOf(stream, state),
    isVisible: ({ revision, created }) => revision >= lowest && (oldest === undefined || created >= oldest),
  };
};
