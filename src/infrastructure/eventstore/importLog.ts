import type { LineEvent } from './loggedLines.js';
import type { RawLog } from './rawLog.js';

/** The log holds something that the import would not have put there. */
export class LogHoldsOthers extends Error {
  override readonly name = 'LogHoldsOthers';
}

export interface ImportResult {
  /** Appended now. */
  readonly imported: number;
  /** Of an earlier import that did not come to its end. */
  readonly found: number;
}

/** One append: events of one stream that follow each other, well below what a store takes at once. */
const MAX_EVENTS = 100;
const MAX_BYTES = 256 * 1024;

const difference = (expected: LineEvent | undefined, { id, stream, revision }: LineEvent): string | undefined => {
  if (expected?.id === id && expected.stream === stream && expected.revision === revision) return undefined;
  return `${stream} revision ${revision} (${id})`;
};

const sizeOf = ({ data, metadata }: LineEvent): number => JSON.stringify([data, metadata]).length;

/**
 * Appends the events in their order, one append after the other: two at once could change places. What the log holds
 * already must be how they begin; so an import that was cut off goes on where it stopped, and twice is once.
 *
 * @throws LogHoldsOthers before anything is written
 */
export const importLog = async (
  log: Pick<RawLog, 'events' | 'append'>,
  events: AsyncIterable<LineEvent>,
  progress: (count: number) => void = () => undefined,
): Promise<ImportResult> => {
  const incoming = events[Symbol.asyncIterator]();
  let found = 0;
  for await (const existing of log.events()) {
    const next = await incoming.next();
    const other = difference(next.done ? undefined : next.value, existing);
    if (other !== undefined) throw new LogHoldsOthers(`The log holds ${other}, which is not what the file has there`);
    found += 1;
    progress(found);
  }

  let imported = 0;
  let batch: LineEvent[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    await log.append(batch);
    imported += batch.length;
    batch = [];
    bytes = 0;
    progress(found + imported);
  };
  for (let next = await incoming.next(); !next.done; next = await incoming.next()) {
    const event = next.value;
    const previous = batch.at(-1);
    const follows = previous?.stream === event.stream && previous.revision + 1n === event.revision;
    const size = sizeOf(event);
    if (batch.length > 0 && (!follows || batch.length >= MAX_EVENTS || bytes + size > MAX_BYTES)) await flush();
    batch.push(event);
    bytes += size;
  }
  if (batch.length > 0) await flush();
  return { imported, found };
};
