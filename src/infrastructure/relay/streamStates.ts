import { LRUCache } from 'lru-cache';
import type { EventStore, RecordedEvent } from '../../application/ports/eventStore.js';

interface Known<State> {
  readonly revision: bigint;
  readonly state: State;
}

/**
 * States of streams as a reader of the whole log passes them: folded from what it sees, read from the store only where
 * it joined in the middle or forgot. Bounded.
 */
export class StreamStates<State extends object> {
  private readonly known: LRUCache<string, Known<State>>;

  constructor(
    private readonly store: EventStore,
    private readonly initial: State,
    private readonly fold: (state: State, event: RecordedEvent) => State,
    max = 1_000,
  ) {
    this.known = new LRUCache({ max });
  }

  /** Data that this release cannot fold changes nothing: one bad event must not stop the reader. */
  private readonly evolve = (state: State, event: RecordedEvent): State => {
    try {
      return this.fold(state, event);
    } catch {
      return state;
    }
  };

  /** The state just before the event; null when it is not known and not `needed`, which saves the read. */
  async before(event: RecordedEvent, needed: boolean): Promise<State | null> {
    const known = this.known.get(event.stream);
    if (event.revision === 0n) return this.passed(event, this.initial);
    if (known?.revision === event.revision - 1n) return this.passed(event, known.state);
    return needed ? this.passed(event, await this.readUpTo(event, event.revision - 1n)) : null;
  }

  /** The state with the event in it. */
  async after(event: RecordedEvent): Promise<State> {
    const known = this.known.get(event.stream);
    if (known?.revision === event.revision) return known.state;
    const before = await this.before(event, true);
    return this.evolve(before ?? this.initial, event);
  }

  private passed(event: RecordedEvent, before: State): State {
    this.known.set(event.stream, { revision: event.revision, state: this.evolve(before, event) });
    return before;
  }

  private async readUpTo({ stream }: RecordedEvent, revision: bigint): Promise<State> {
    const known = this.known.get(stream);
    const usable = known && known.revision < revision ? known : null;
    const from = usable ? usable.revision + 1n : 0n;
    const { events } = await this.store.read(stream, { fromRevision: from, maxCount: Number(revision - from + 1n) });
    return events.reduce(this.evolve, usable?.state ?? this.initial);
  }
}
