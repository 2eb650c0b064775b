import type { Decider } from '../domain/decider.js';
import { deriveEventId } from './eventIds.js';
import {
  EventStoreUnavailable,
  RevisionConflict,
  type Actor,
  type DomainEventShape,
  type EventMetadata,
  type EventStore,
  type NewEvent,
  requireRevision,
} from './ports/eventStore.js';

/** A folded stream. `revision` is -1n before the first event; `position` of its last event as far as this process knows. */
export interface Loaded<State> {
  readonly state: State;
  readonly revision: bigint;
  readonly position: bigint | null;
}

export interface Handled<State, Event> extends Loaded<State> {
  /** What this command appended; empty when it decided nothing. */
  readonly events: readonly Event[];
}

export interface HandleOptions {
  /** Cause from which event ids are derived; the same cause again is the same events. */
  readonly cause: string;
  readonly metadata: Omit<EventMetadata, 'occurredAt' | 'schemaVersion'>;
  /** Who caused events of a type, where it is not who caused the others. */
  readonly actors?: Readonly<Record<string, Actor>>;
  /** The caller's `If-Match`. Without it we only guard against a write that races ours. */
  readonly expectedRevision?: bigint | undefined;
  /** Most streams that a first sync meets do not exist: try without reading first. */
  readonly assumeNew?: boolean;
}

const RACE_RETRIES = 8;
const UNAVAILABLE_RETRIES = 4;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Loads, decides, appends; one command at a time per stream inside this process, so that the expected revision only
 * guards against other processes. Folded streams are kept in a bounded cache: reading one for every command is the
 * dear half.
 */
export class Aggregates<State, Command extends { at: Date }, Event extends DomainEventShape> {
  private readonly cache = new Map<string, Loaded<State>>();
  private readonly tails = new Map<string, Promise<unknown>>();

  constructor(
    private readonly store: EventStore,
    private readonly decider: Decider<State, Command, Event>,
    private readonly cacheSize = 2_000,
  ) {}

  /** The newest state, read from the log as far as the cache does not hold it. */
  async load(stream: string): Promise<Loaded<State>> {
    return this.inTurn(stream, () => this.refresh(stream));
  }

  /** @throws RuleViolation, RevisionConflict (only for `expectedRevision`, or a race lost again and again), EventStoreUnavailable */
  async handle(stream: string, command: Command, options: HandleOptions): Promise<Handled<State, Event>> {
    return this.inTurn(stream, () => this.decideAndAppend(stream, command, options));
  }

  private async decideAndAppend(
    stream: string,
    command: Command,
    options: HandleOptions,
  ): Promise<Handled<State, Event>> {
    let loaded: Loaded<State> =
      this.cache.get(stream) ?? (options.assumeNew ? this.empty() : await this.refresh(stream));
    for (let race = 0; ; race += 1) {
      // A cached state may be behind another process; a refusal or a mismatch is only believed after reading.
      const { expectedRevision } = options;
      if (expectedRevision !== undefined && expectedRevision !== loaded.revision) {
        loaded = await this.refresh(stream);
        requireRevision(stream, expectedRevision, loaded.revision);
      }
      let decided: readonly Event[];
      try {
        decided = this.decider.decide(command, loaded.state);
      } catch (refusal) {
        const fresh: Loaded<State> = await this.refresh(stream);
        if (fresh.revision === loaded.revision) throw refusal;
        loaded = fresh;
        continue;
      }
      if (decided.length === 0) {
        const fresh: Loaded<State> = race === 0 ? await this.refresh(stream) : loaded;
        if (fresh.revision === loaded.revision) return { ...loaded, events: [] };
        loaded = fresh;
        continue;
      }
      try {
        const appended = await this.append(stream, decided, loaded.revision, command, options);
        const state = decided.reduce((folded, event) => this.decider.evolve(folded, event), loaded.state);
        const next = { state, revision: appended.revision, position: appended.position };
        this.remember(stream, next);
        return { ...next, events: decided };
      } catch (error) {
        this.cache.delete(stream);
        if (!(error instanceof RevisionConflict) || options.expectedRevision !== undefined || race >= RACE_RETRIES) {
          throw error;
        }
        loaded = await this.refresh(stream);
      }
    }
  }

  private async append(
    stream: string,
    decided: readonly Event[],
    revision: bigint,
    command: Command,
    { cause, metadata, actors }: HandleOptions,
  ): Promise<{ revision: bigint; position: bigint }> {
    const events: NewEvent[] = decided.map((event, index) => ({
      id: deriveEventId(cause, index),
      type: event.type,
      data: event.data,
      metadata: {
        ...metadata,
        actor: actors?.[event.type] ?? metadata.actor,
        occurredAt: command.at.toISOString(),
        schemaVersion: 1,
      },
    }));
    const expected = revision === -1n ? 'no_stream' : revision;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.store.append(stream, events, expected);
      } catch (error) {
        // The append may have happened. Same ids and same expectation: asking again answers as the first time.
        if (!(error instanceof EventStoreUnavailable) || attempt > UNAVAILABLE_RETRIES) throw error;
        await pause(100 * 2 ** attempt);
      }
    }
  }

  private empty(): Loaded<State> {
    return { state: this.decider.initialState, revision: -1n, position: null };
  }

  private async refresh(stream: string): Promise<Loaded<State>> {
    const known = this.cache.get(stream) ?? this.empty();
    const { events } = await this.store.read<Event>(stream, { fromRevision: known.revision + 1n });
    const last = events.at(-1);
    const loaded = last
      ? {
          state: events.reduce(
            (state, { type, data }) => this.decider.evolve(state, { type, data } as Event),
            known.state,
          ),
          revision: last.revision,
          position: last.position,
        }
      : known;
    if (loaded.revision >= 0n) this.remember(stream, loaded);
    return loaded;
  }

  private remember(stream: string, loaded: Loaded<State>): void {
    this.cache.delete(stream);
    this.cache.set(stream, loaded);
    if (this.cache.size > this.cacheSize) {
      const oldest = this.cache.keys().next();
      if (!oldest.done) this.cache.delete(oldest.value);
    }
  }

  private async inTurn<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(stream) ?? Promise.resolve();
    const turn = before.then(work, work);
    const tail = turn.catch(() => undefined);
    this.tails.set(stream, tail);
    try {
      return await turn;
    } finally {
      if (this.tails.get(stream) === tail) this.tails.delete(stream);
    }
  }
}
