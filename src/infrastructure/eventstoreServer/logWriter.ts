import type { Logger } from 'pino';
import type { WriteOutcome } from './expectation.js';
import { HeadsAhead } from './headsAhead.js';
import type { LiveFeed } from './liveFeed.js';
import type { LogReader } from './logReader.js';
import { isMetadataStream, NO_STREAM, subjectOf } from './storedEvent.js';
import { revisionOf, stateFromHead, StreamStates, type StreamState } from './streamState.js';
import { StreamIds, WriteBatch, type WriteCommand } from './writeBatch.js';
import { AnotherWriterError, WriterSession } from './writerSession.js';

const MAX_BATCH_EVENTS = 5_000;
const MAX_BATCH_BYTES = 8 * 1024 * 1024;
const SWEEP_MS = 250;
const FIRST_PATIENCE_MS = 3_000;
const RECONNECT_PATIENCE_MS = 1_000;
const MAX_RECONNECT_PAUSE_MS = 1_000;

/** The database is away: nothing was written, or what was on its way has an unknown outcome. */
export class LogUnavailableError extends Error {
  override readonly name = 'LogUnavailableError';
}

/** `timeout` tells nothing: the write may still happen, unless it was only waiting for its turn. */
export type SubmitOutcome = WriteOutcome | { readonly kind: 'timeout' };

interface Submitted {
  readonly subject: string;
  readonly command: WriteCommand;
  readonly bytes: number;
  readonly deadline: number;
  settle(outcome: SubmitOutcome | Error): void;
}

export interface LogWriterOptions {
  readonly databaseUrl: string;
  readonly logger: Logger;
  /** Somebody else took the log over; nothing can be written here any more. */
  readonly onFenced: (error: AnotherWriterError) => void;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const nowTicks = () => BigInt(Date.now()) * 10_000n;
const sizeOf = ({ events }: WriteCommand) =>
  events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);

/**
 * Group commit: one transaction in flight, and what arrives meanwhile goes into the next one as one statement. The
 * positions are assigned here, in order, so whoever sees a position has seen everything below it.
 */
export class LogWriter {
  private readonly states = new StreamStates();
  private readonly ahead: HeadsAhead;
  private queue: Submitted[] = [];
  private inFlight: readonly Submitted[] = [];
  private nextPosition = 1n;
  private isRunning = false;
  private isClosed = false;
  private session: WriterSession | undefined;
  private readonly sweeper: NodeJS.Timeout;

  private constructor(
    private readonly options: LogWriterOptions,
    private readonly reader: LogReader,
    private readonly feed: LiveFeed,
  ) {
    this.ahead = new HeadsAhead(reader);
    this.sweeper = setInterval(() => this.expire(), SWEEP_MS);
  }

  /** Takes over the log. @throws AnotherWriterError when a live process holds it */
  static async open(options: LogWriterOptions, reader: LogReader, feed: LiveFeed): Promise<LogWriter> {
    const writer = new LogWriter(options, reader, feed);
    try {
      await writer.connect({ patienceMs: FIRST_PATIENCE_MS });
    } catch (error) {
      clearInterval(writer.sweeper);
      throw error;
    }
    return writer;
  }

  get isAvailable(): boolean {
    return this.session !== undefined;
  }

  /**
   * Writes, durably once it resolves with success. `timeoutMs` bounds the wait.
   * @throws LogUnavailableError
   */
  submit(command: WriteCommand, timeoutMs: number): Promise<SubmitOutcome> {
    if (!this.session || this.isClosed) return Promise.reject(new LogUnavailableError('The database is away'));
    const subject = subjectOf(command.stream);
    if (!this.states.get(subject)) this.ahead.want(subject);
    return new Promise((resolve, reject) => {
      this.queue.push({
        subject,
        command,
        bytes: sizeOf(command),
        deadline: Date.now() + timeoutMs,
        settle: (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome)),
      });
      void this.run();
    });
  }

  /** What is committed of a stream; from memory if it was written lately. */
  async committedState(stream: string): Promise<StreamState> {
    const subject = subjectOf(stream);
    const cached = this.states.get(subject);
    if (cached) return cached;
    const [head] = await this.reader.heads([subject]);
    if (!head) throw new LogUnavailableError(`The state of ${subject} cannot be read`);
    return stateFromHead(head);
  }

  /** Finishes what was accepted, then lets the log go. */
  async close(): Promise<void> {
    this.isClosed = true;
    while (this.isRunning && this.session) await wait(5);
    clearInterval(this.sweeper);
    const { session } = this;
    this.session = undefined;
    this.failQueue();
    await session?.close();
  }

  private async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    // Whatever else arrives in this turn of the event loop belongs to the same transaction.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.session && this.queue.length > 0) {
      const { session } = this;
      if (!this.queue.some((submitted) => this.isReady(submitted))) await this.ahead.settled();
      this.inFlight = this.take();
      try {
        await this.commit(session, this.inFlight);
      } catch (error) {
        this.lose(session, error);
      }
      this.inFlight = [];
    }
    this.isRunning = false;
  }

  private isReady({ subject }: Submitted): boolean {
    return this.states.get(subject) !== undefined || this.ahead.has(subject);
  }

  /**
   * The writes of the next transaction: those whose streams are known, or, when none is, all. Writes to one stream keep
   * their order, for they are ready or not together.
   */
  private take(): Submitted[] {
    const isAnyReady = this.queue.some((submitted) => this.isReady(submitted));
    const taken: Submitted[] = [];
    const left: Submitted[] = [];
    let events = 0;
    let bytes = 0;
    let isFull = false;
    for (const submitted of this.queue) {
      const { command, subject } = submitted;
      events += command.events.length;
      bytes += submitted.bytes;
      // Full for one is full for all behind it, or a smaller write to the same stream would overtake.
      isFull ||= taken.length > 0 && (events > MAX_BATCH_EVENTS || bytes > MAX_BATCH_BYTES);
      if (isFull) left.push(submitted);
      else if (!isAnyReady || this.isReady(submitted)) taken.push(submitted);
      else {
        this.ahead.want(subject);
        left.push(submitted);
      }
    }
    this.queue = left;
    return taken;
  }

  private async commit(session: WriterSession, submitted: readonly Submitted[]): Promise<void> {
    const commands = submitted.map(({ command }) => command);
    const states = await this.loadStates(session.reader, commands);
    const fetched = await this.fetchIds(session.reader, commands, states);
    const created = nowTicks();
    const batch = new WriteBatch(states, fetched, this.nextPosition, created);
    const outcomes = commands.map((command) => batch.apply(command));

    if (batch.events.length > 0) {
      await session.insert(batch.events, created);
      this.nextPosition += BigInt(batch.events.length);
    }
    for (const [subject, state] of states) this.keep(subject, state, batch);
    this.feed.publish(batch.events);
    for (const [index, { settle }] of submitted.entries()) {
      const outcome = outcomes[index];
      if (outcome) settle(outcome);
    }
  }

  private keep(subject: string, state: StreamState, batch: WriteBatch): void {
    const { ids } = state;
    const written = batch.idsWrittenTo(subject);
    if (ids instanceof Map && written) for (const [id, known] of written.byId) ids.set(id, known);
    this.ahead.forget(subject);
    this.states.set(subject, state);
  }

  private async loadStates(reader: LogReader, commands: readonly WriteCommand[]): Promise<Map<string, StreamState>> {
    const states = new Map<string, StreamState>();
    const unknown = new Set<string>();
    for (const { stream } of commands) {
      const subject = subjectOf(stream);
      if (states.has(subject)) continue;
      const state = this.states.get(subject) ?? this.ahead.take(subject);
      if (state) states.set(subject, state);
      else unknown.add(subject);
    }
    if (unknown.size > 0) {
      for (const head of await reader.heads([...unknown])) states.set(head.stream, stateFromHead(head));
    }
    return states;
  }

  /** Ids in the log that a command may be the repeat of. Most commands need none. */
  private async fetchIds(
    reader: LogReader,
    commands: readonly WriteCommand[],
    states: ReadonlyMap<string, StreamState>,
  ): Promise<Map<string, StreamIds>> {
    const found = new Map<string, StreamIds>();
    const idsOf = (stream: string) => {
      let ids = found.get(stream);
      if (!ids) found.set(stream, (ids = new StreamIds()));
      return ids;
    };
    const wanted: { stream: string; id: string }[] = [];
    const ranges: { stream: string; revision: bigint; count: number }[] = [];
    for (const { stream, expected, events } of commands) {
      const state = states.get(subjectOf(stream));
      if (!state || events.length === 0 || revisionOf(stream, state) === NO_STREAM) continue;
      if (typeof expected === 'bigint') {
        if (expected >= revisionOf(stream, state)) continue;
        ranges.push({ stream, revision: expected + 1n, count: events.length });
      } else if (isMetadataStream(stream) || !state.ids) {
        for (const { id } of events) wanted.push({ stream, id });
      }
    }
    if (wanted.length > 0) {
      for (const { stream, id, known } of await reader.findIds(wanted)) idsOf(stream).byId.set(id, known);
    }
    if (ranges.length > 0) {
      for (const row of await reader.idsFrom(ranges)) idsOf(row.stream).add(row.id, row.revision, row.position);
    }
    return found;
  }

  private async connect(options: { patienceMs: number; previousEpoch?: string }): Promise<void> {
    const current: { session?: WriterSession } = {};
    const session = await WriterSession.open(this.options.databaseUrl, {
      ...options,
      onLost: () => {
        if (current.session) this.lose(current.session, new Error('The connection to the database was lost'));
      },
    });
    current.session = session;
    this.states.clear();
    this.ahead.clear();
    this.nextPosition = session.head + 1n;
    this.feed.restart(session.head);
    this.session = session;
  }

  /** The session is of no use any more: tell everybody who waits, and start a new one. */
  private lose(session: WriterSession, cause: unknown): void {
    if (this.session !== session) return;
    this.session = undefined;
    const error = new LogUnavailableError('The database is away', { cause });
    for (const { settle } of this.inFlight) settle(error);
    this.failQueue();
    void session.close();
    if (cause instanceof AnotherWriterError) this.options.onFenced(cause);
    else if (!this.isClosed) {
      this.options.logger.error({ err: cause }, 'event store lost its database, reconnecting');
      void this.reconnect(session.id);
    }
  }

  private async reconnect(previousEpoch: string): Promise<void> {
    for (let pause = 50; !this.isClosed; pause = Math.min(pause * 2, MAX_RECONNECT_PAUSE_MS)) {
      try {
        await this.connect({ patienceMs: RECONNECT_PATIENCE_MS, previousEpoch });
        this.options.logger.info('event store has its database again');
        return;
      } catch (error) {
        if (error instanceof AnotherWriterError) {
          this.options.onFenced(error);
          return;
        }
        await wait(pause);
      }
    }
  }

  private failQueue(): void {
    const { queue } = this;
    this.queue = [];
    for (const { settle } of queue) settle(new LogUnavailableError('The database is away'));
  }

  /** Answers whoever waited too long; what is in flight may still be written, and says so by saying nothing. */
  private expire(): void {
    const now = Date.now();
    const isDue = ({ deadline }: Submitted) => deadline <= now;
    for (const submitted of [...this.inFlight, ...this.queue].filter(isDue)) submitted.settle({ kind: 'timeout' });
    this.queue = this.queue.filter((submitted) => !isDue(submitted));
  }
}
