import type { LiveFeed } from './liveFeed.js';
import type { LogReader } from './logReader.js';
import type { LogWriter } from './logWriter.js';
import { streamDeleted } from './rpcError.js';
import type { ReadFrom } from './readRequest.js';
import { NO_STREAM, TOMBSTONE_TYPE, type StoredEvent } from './storedEvent.js';
import { isMissing } from './streamState.js';
import { visibilityOf } from './visibility.js';

const LIVE_BATCH = 500;
const MAX_INT64 = 2n ** 63n - 1n;

/** A batch of a subscription, or the news that it has everything there is. */
export type SourceBatch = readonly StoredEvent[] | 'caught-up';

/** The ways to go through the log. Each batch is asked for only when the one before is dealt with. */
export class EventSource {
  constructor(
    private readonly reader: LogReader,
    private readonly writer: LogWriter,
    private readonly feed: LiveFeed,
  ) {}

  /** `$all` for a finite read: forwards from a position inclusive, backwards from it exclusive. */
  async *readAll(from: ReadFrom, isBackwards: boolean, count: bigint): AsyncGenerator<readonly StoredEvent[]> {
    if (isBackwards ? from === 'start' : from === 'end') return;
    let next = typeof from === 'bigint' ? from : from === 'end' ? MAX_INT64 : 0n;
    for (let left = count; left > 0n;) {
      const limit = toLimit(left);
      const page = isBackwards
        ? await this.reader.allBackwards(next, limit)
        : await this.reader.allForwards(next, limit);
      const last = page.events.at(-1);
      if (!last) return;
      yield page.events;
      if (page.isLast) return;
      left -= BigInt(page.events.length);
      next = isBackwards ? last.position : last.position + 1n;
    }
  }

  /**
   * A stream for a finite read, both ways inclusive; `missing` when readers are not to know of it.
   * @throws RpcError stream-deleted
   */
  async openStream(stream: string): Promise<StreamReading | 'missing'> {
    const state = await this.writer.committedState(stream);
    if (state.isTombstoned) throw streamDeleted(stream);
    return isMissing(stream, state) ? 'missing' : new StreamReading(this.reader, stream, visibilityOf(stream, state));
  }

  /** `$all` after `from`, for ever, until the signal aborts. */
  async *followAll(from: ReadFrom, signal: AbortSignal): AsyncGenerator<SourceBatch> {
    let position = from === 'start' ? -1n : from === 'end' ? this.feed.head : from;
    let isLive = false;
    while (!signal.aborted) {
      const recent = this.feed.after(position, LIVE_BATCH);
      const events = recent ?? (await this.reader.allForwards(position + 1n)).events;
      const last = events.at(-1);
      if (last) {
        isLive &&= recent !== undefined;
        position = last.position;
        yield events;
      } else if (!isLive) {
        isLive = true;
        yield 'caught-up';
      } else {
        await this.feed.changed(signal);
      }
    }
  }

  /** One stream after revision `from`, for ever. A missing stream is waited for. @throws RpcError stream-deleted */
  async *followStream(stream: string, from: ReadFrom, signal: AbortSignal): AsyncGenerator<SourceBatch> {
    let considered = this.feed.head;
    const state = await this.writer.committedState(stream);
    if (state.isTombstoned) throw streamDeleted(stream);
    const visibility = visibilityOf(stream, state);
    let revision = from === 'start' ? -1n : from === 'end' ? visibility.last : from;
    if (revision < visibility.lowest - 1n) revision = visibility.lowest - 1n;
    let isCatchingUp = from !== 'end' && visibility.last > revision;
    let isLive = false;

    while (!signal.aborted) {
      if (isCatchingUp) {
        considered = this.feed.head;
        const page = await this.reader.streamForwards(stream, revision + 1n);
        isCatchingUp = !page.isLast;
        const events = page.events.filter((event) => visibility.isVisible(event));
        revision = page.events.at(-1)?.revision ?? revision;
        if (events.length > 0) yield untilTombstone(stream, events);
        continue;
      }
      const recent = this.feed.after(considered, LIVE_BATCH);
      if (!recent) {
        isCatchingUp = true;
        isLive = false;
      } else if (recent.length > 0) {
        considered = recent.at(-1)?.position ?? considered;
        const after = revision;
        const events = recent.filter((event) => event.stream === stream && event.revision > after);
        revision = events.at(-1)?.revision ?? revision;
        if (events.length > 0) yield untilTombstone(stream, events);
      } else if (!isLive) {
        isLive = true;
        yield 'caught-up';
      } else {
        await this.feed.changed(signal);
      }
    }
  }
}

const toLimit = (count: bigint): number => Number(count < 1_000_000n ? count : 1_000_000n);

const untilTombstone = (stream: string, events: readonly StoredEvent[]): readonly StoredEvent[] => {
  if (events.some(({ type, revision }) => type === TOMBSTONE_TYPE && revision === MAX_INT64))
    throw streamDeleted(stream);
  return events;
};

/** A stream that exists, opened for one finite read. */
export class StreamReading {
  constructor(
    private readonly reader: LogReader,
    private readonly stream: string,
    private readonly visibility: ReturnType<typeof visibilityOf>,
  ) {}

  get lastRevision(): bigint {
    return this.visibility.last;
  }

  /** Revision that the next append will get. */
  get nextRevision(): bigint {
    return this.visibility.last + 1n;
  }

  async *pages(from: ReadFrom, isBackwards: boolean, count: bigint): AsyncGenerator<readonly StoredEvent[]> {
    const { lowest, last } = this.visibility;
    if (from === 'end' && !isBackwards) return;
    const asked = typeof from === 'bigint' ? from : from === 'end' ? last : isBackwards ? 0n : lowest;
    let next = isBackwards ? (asked > last ? last : asked) : asked < lowest ? lowest : asked;
    for (let left = count; left > 0n && next !== NO_STREAM && next <= last && next >= lowest;) {
      const limit = toLimit(left);
      const page = isBackwards
        ? await this.reader.streamBackwards(this.stream, next, limit)
        : await this.reader.streamForwards(this.stream, next, limit);
      const end = page.events.at(-1);
      if (!end) return;
      const visible = page.events.filter((event) => event.revision <= last && this.visibility.isVisible(event));
      if (visible.length > 0) yield visible;
      if (page.isLast) return;
      left -= BigInt(visible.length);
      next = isBackwards ? end.revision - 1n : end.revision + 1n;
    }
  }
}
