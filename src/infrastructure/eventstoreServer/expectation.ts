import { isSoftDeleted } from './streamMetadata.js';
import { isMetadataStream, NO_STREAM, type ExpectedRevision } from './storedEvent.js';
import { revisionOf, type KnownEvent, type StreamState } from './streamState.js';

/** What a write came to. */
export type WriteOutcome =
  /** `revision` is -1n and `position` undefined when nothing was there and nothing was written. */
  | { readonly kind: 'success'; readonly revision: bigint; readonly position: bigint | undefined }
  | { readonly kind: 'wrong-expected-version'; readonly current: bigint }
  | { readonly kind: 'stream-deleted' };

/** Events already in the stream, as far as the check at hand can ask for them. */
export interface RecordedIds {
  byId(id: string): KnownEvent | undefined;
  byRevision(revision: bigint): { readonly id: string; readonly position: bigint } | undefined;
}

/**
 * Whether a write may go ahead; otherwise its outcome. The order of the checks, and what counts as a repeat of an
 * earlier append, are those of EventStoreDB 24.10.
 */
export const checkExpectation = (
  stream: string,
  expected: ExpectedRevision,
  ids: readonly string[],
  state: StreamState,
  recorded: RecordedIds,
): WriteOutcome | 'write' => {
  const current = revisionOf(stream, state);
  const wrong: WriteOutcome = { kind: 'wrong-expected-version', current };
  if (state.isTombstoned) return { kind: 'stream-deleted' };

  const softDeleted = !isMetadataStream(stream) && isSoftDeleted(state.metadata);
  if (expected === 'stream_exists') {
    if (softDeleted) return { kind: 'stream-deleted' };
    const hasMetadata = !isMetadataStream(stream) && state.lastMetadataRevision !== NO_STREAM;
    if (current === NO_STREAM && !hasMetadata) return wrong;
  }
  if (expected === 'any' || expected === 'stream_exists') return checkIds(ids, recorded, wrong);
  if (expected === current) return 'write';
  if (expected > current || ids.length === 0) return wrong;

  return checkRepeat(ids, expected, recorded, softDeleted ? 'write' : wrong, wrong);
};

const checkIds = (ids: readonly string[], recorded: RecordedIds, wrong: WriteOutcome): WriteOutcome | 'write' => {
  let last: KnownEvent | undefined;
  for (const [index, id] of ids.entries()) {
    const known = recorded.byId(id);
    if (!known) return index === 0 ? 'write' : wrong;
    last = known;
  }
  return last ? { kind: 'success', ...last } : 'write';
};

const checkRepeat = (
  ids: readonly string[],
  expected: bigint,
  recorded: RecordedIds,
  ifNew: WriteOutcome | 'write',
  wrong: WriteOutcome,
): WriteOutcome | 'write' => {
  let revision = expected;
  let position: bigint | undefined;
  for (const [index, id] of ids.entries()) {
    revision += 1n;
    const there = recorded.byRevision(revision);
    if (there?.id !== id) return index === 0 && expected === NO_STREAM ? ifNew : wrong;
    position = there.position;
  }
  return { kind: 'success', revision, position };
};
