import type { RecordedEvent } from '../application/ports/eventStore.js';

/** What a state folded from one stream remembers to recognise an event that was delivered before. */
export interface Seen {
  readonly revision: string;
  readonly position: string;
}

export const wasSeen = (state: Seen | undefined, { revision }: RecordedEvent): boolean =>
  state !== undefined && BigInt(state.revision) >= revision;

export const seenNow = ({ revision, position }: RecordedEvent): Seen => ({
  revision: revision.toString(),
  position: position.toString(),
});
