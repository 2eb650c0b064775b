import type { RecordedEvent } from '../application/ports/eventStore.js';
import { NOTHING_APPLIED } from './generations.js';
import type { Projection } from './projection.js';

/** One generation of a projection while a lane keeps it current. */
export interface Member {
  readonly projection: Projection;
  readonly generation: number;
  /** The checkpoint as last committed by us. */
  position: bigint;
  /** Streams of which an event could not be applied: what follows in them is held back. */
  parkedStreams: Set<string>;
  /** Accounts whose demonstration data was left behind. */
  accountsLeft: ReadonlySet<string>;
}

export const newMember = (projection: Projection, generation: number): Member => ({
  projection,
  generation,
  position: NOTHING_APPLIED,
  parkedStreams: new Set(),
  accountsLeft: new Set(),
});

/** The events of a batch that are new to this member and touch its tables. */
export const relevantTo = (
  { projection, position, accountsLeft }: Member,
  events: readonly RecordedEvent[],
): readonly RecordedEvent[] => {
  const isLeft = (event: RecordedEvent): boolean =>
    accountsLeft.size > 0 && accountsLeft.has(projection.accountOf?.(event) ?? '');
  return events.filter(
    (event) =>
      event.position > position &&
      projection.streamPrefixes.some((prefix) => event.stream.startsWith(prefix)) &&
      !isLeft(event),
  );
};
