import { randomUUID } from 'node:crypto';
import { checkExpectation, type RecordedIds, type WriteOutcome } from './expectation.js';
import { isSoftDeleted, parseStreamMetadata, SOFT_DELETE_METADATA, withoutSoftDelete } from './streamMetadata.js';
import {
  isMetadataStream,
  METADATA_TYPE,
  metadataStreamOf,
  NO_STREAM,
  subjectOf,
  TOMBSTONE_REVISION,
  TOMBSTONE_TYPE,
  type ExpectedRevision,
  type ProposedEvent,
  type StoredEvent,
} from './storedEvent.js';
import { revisionOf, type KnownEvent, type StreamState } from './streamState.js';

/** `delete` is the soft one, `tombstone` the one for ever; neither carries events. */
export interface WriteCommand {
  readonly kind: 'append' | 'delete' | 'tombstone';
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly ProposedEvent[];
}

/** Ids of one stream that the batch knows: fetched beforehand or assigned within. */
export class StreamIds {
  readonly byId = new Map<string, KnownEvent>();
  readonly byRevision = new Map<bigint, { id: string; position: bigint }>();

  add(id: string, revision: bigint, position: bigint): void {
    this.byId.set(id, { revision, position });
    this.byRevision.set(revision, { id, position });
  }
}

const emptyBytes = new Uint8Array();

/**
 * Decides the writes of one transaction, each on top of those before it, and collects the events to insert. Touches
 * nothing that outlives it: when the transaction fails, the batch is thrown away.
 */
export class WriteBatch {
  readonly events: StoredEvent[] = [];
  private readonly written = new Map<string, StreamIds>();

  /**
   * @param states of every subject that a command names
   * @param fetched ids of the log that a command may repeat
   * @param nextPosition of the first event
   * @param created time of all events, in ticks
   */
  constructor(
    readonly states: Map<string, StreamState>,
    private readonly fetched: ReadonlyMap<string, StreamIds>,
    private nextPosition: bigint,
    private readonly created: bigint,
  ) {}

  /** Ids that this batch adds to a stream. */
  idsWrittenTo(stream: string): StreamIds | undefined {
    return this.written.get(stream);
  }

  apply({ kind, stream, expected, events }: WriteCommand): WriteOutcome {
    const state = this.stateOf(stream);
    const hasNothing = state.lastRevision === NO_STREAM && state.lastMetadataRevision === NO_STREAM;
    if (kind === 'delete' && hasNothing && !state.isTombstoned) {
      return { kind: 'wrong-expected-version', current: NO_STREAM };
    }
    const ids = events.map(({ id }) => id);
    const verdict = checkExpectation(stream, expected, ids, state, this.recordedIn(stream, state));
    if (verdict !== 'write') return verdict;

    switch (kind) {
      case 'append':
        return this.append(stream, state, events);
      case 'delete': {
        const position = this.addMetadata(stream, SOFT_DELETE_METADATA);
        return { kind: 'success', revision: state.lastRevision, position };
      }
      case 'tombstone': {
        const position = this.add(stream, TOMBSTONE_REVISION, {
          id: randomUUID(),
          type: TOMBSTONE_TYPE,
          isJson: true,
          data: emptyBytes,
          metadata: emptyBytes,
        });
        this.states.set(stream, { ...state, isTombstoned: true });
        return { kind: 'success', revision: TOMBSTONE_REVISION, position };
      }
    }
  }

  private append(stream: string, state: StreamState, events: readonly ProposedEvent[]): WriteOutcome {
    let revision = revisionOf(stream, state);
    const firstRevision = revision + 1n;
    let position: bigint | undefined;
    for (const event of events) {
      revision += 1n;
      position = this.add(stream, revision, event);
    }
    const last = events.at(-1);
    if (!last) return { kind: 'success', revision, position };

    const subject = subjectOf(stream);
    if (isMetadataStream(stream)) {
      const wasSoftDeleted = isSoftDeleted(state.metadata);
      this.setMetadata(subject, state, revision, last.data);
      if (wasSoftDeleted) this.revive(subject, last.data, state.lastRevision + 1n);
    } else {
      this.states.set(subject, { ...state, lastRevision: revision });
      if (isSoftDeleted(state.metadata) && state.rawMetadata) this.revive(subject, state.rawMetadata, firstRevision);
    }
    return { kind: 'success', revision, position };
  }

  /** A stream that was soft deleted and is written to again shows what is new, and only that. */
  private revive(subject: string, rawMetadata: Uint8Array, firstRevision: bigint): void {
    const data = withoutSoftDelete(rawMetadata, firstRevision);
    if (data) this.addMetadata(subject, data);
  }

  private addMetadata(subject: string, data: Uint8Array): bigint {
    const state = this.stateOf(subject);
    const revision = state.lastMetadataRevision + 1n;
    const event = { id: randomUUID(), type: METADATA_TYPE, isJson: true, data, metadata: emptyBytes };
    const position = this.add(metadataStreamOf(subject), revision, event);
    this.setMetadata(subject, state, revision, data);
    return position;
  }

  private setMetadata(subject: string, state: StreamState, revision: bigint, rawMetadata: Uint8Array): void {
    const metadata = parseStreamMetadata(rawMetadata);
    this.states.set(subject, { ...state, lastMetadataRevision: revision, rawMetadata, metadata });
  }

  private add(stream: string, revision: bigint, event: ProposedEvent): bigint {
    const position = this.nextPosition;
    this.nextPosition += 1n;
    this.events.push({ position, stream, revision, created: this.created, ...event });
    let ids = this.written.get(stream);
    if (!ids) this.written.set(stream, (ids = new StreamIds()));
    ids.add(event.id, revision, position);
    return position;
  }

  private stateOf(stream: string): StreamState {
    const state = this.states.get(subjectOf(stream));
    if (!state) throw new Error(`The state of ${subjectOf(stream)} was not loaded`);
    return state;
  }

  private recordedIn(stream: string, state: StreamState): RecordedIds {
    const written = this.written.get(stream);
    const fetched = this.fetched.get(stream);
    const cached = isMetadataStream(stream) ? undefined : state.ids;
    return {
      byId: (id) => written?.byId.get(id) ?? cached?.get(id) ?? fetched?.byId.get(id),
      byRevision: (revision) => written?.byRevision.get(revision) ?? fetched?.byRevision.get(revision),
    };
  }
}
