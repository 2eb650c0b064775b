import { createHash, type Hash } from 'node:crypto';
import { StringDecoder } from 'node:string_decoder';
import { z } from 'zod';

/** Raised when an older release could not read what this one writes. */
const FORMAT = 1;

const digits = z.string().regex(/^\d{1,20}$/);

const headerSchema = z.object({
  magflow_log: z.int(),
  version: z.string(),
  store_id: z.string(),
  exported_at: z.string(),
});

const eventSchema = z.object({
  stream: z.string().min(1),
  revision: digits.transform(BigInt),
  /** Where it stood; it stands elsewhere in the next log. */
  position: digits.transform(BigInt),
  id: z.uuid(),
  type: z.string().min(1),
  recorded_at: z.string(),
  /** `base64` for what its writer did not call JSON. */
  encoding: z.enum(['json', 'base64']),
  data: z.unknown(),
  metadata: z.unknown(),
});

const endSchema = z.object({ end: z.object({ events: z.int(), sha256: z.string() }) });

export type LineHeader = z.output<typeof headerSchema>;
export type LineEvent = z.output<typeof eventSchema>;

/** The stream of lines is no exported log, or not a whole one. */
export class LinesDamaged extends Error {
  override readonly name = 'LinesDamaged';
}

/** It was exported by a newer release. */
export class LinesAreNewer extends Error {
  override readonly name = 'LinesAreNewer';
}

/** A log as lines of JSON: a header, an event a line in the order of the log, and an end that tells how many and their digest. */
export class LineWriter {
  private readonly digest: Hash = createHash('sha256');
  private count = 0;

  get events(): number {
    return this.count;
  }

  header({ version, store_id, exported_at }: Omit<LineHeader, 'magflow_log'>): string {
    return this.line({ magflow_log: FORMAT, version, store_id, exported_at });
  }

  event({ revision, position, ...event }: LineEvent): string {
    this.count += 1;
    return this.line({ ...event, revision: revision.toString(), position: position.toString() });
  }

  end(): string {
    return `${JSON.stringify({ end: { events: this.count, sha256: this.digest.digest('hex') } })}\n`;
  }

  private line(content: object): string {
    const text = `${JSON.stringify(content)}\n`;
    this.digest.update(text);
    return text;
  }
}

/** Lines of a stream of UTF-8, read when they are asked for: `readline` loses those that come before. */
export async function* linesOf(input: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.write(chunk))).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.end();
  if (rest !== '') yield rest;
}

const json = (line: string, number: number): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    throw new LinesDamaged(`line ${number} is no JSON`);
  }
};

/**
 * The events of an exported log, as its lines come.
 * @throws LinesDamaged, also at its end, when the last line is missing or tells of other lines; LinesAreNewer
 */
export async function* eventsOfLines(lines: AsyncIterable<string>): AsyncGenerator<LineEvent> {
  const digest = createHash('sha256');
  let number = 0;
  let events = 0;
  let isEnded = false;
  for await (const line of lines) {
    number += 1;
    if (line === '') continue;
    if (isEnded) throw new LinesDamaged(`line ${number} follows the end`);
    const content = json(line, number);
    const end = endSchema.safeParse(content);
    if (number > 1 && end.success) {
      isEnded = true;
      const { events: expected, sha256 } = end.data.end;
      if (expected !== events || sha256 !== digest.digest('hex'))
        throw new LinesDamaged(`its ${events} events are not the ${expected} that were written`);
      continue;
    }
    digest.update(`${line}\n`);
    if (number === 1) requireHeader(content);
    else {
      const event = eventSchema.safeParse(content);
      if (!event.success) throw new LinesDamaged(`line ${number} is no event`);
      events += 1;
      yield event.data;
    }
  }
  if (!isEnded) throw new LinesDamaged(number === 0 ? 'it is empty' : `it was cut off after ${events} events`);
}

const requireHeader = (content: unknown): void => {
  const header = headerSchema.safeParse(content);
  if (!header.success) throw new LinesDamaged('it does not begin as an exported log does');
  if (header.data.magflow_log > FORMAT)
    throw new LinesAreNewer(`it was exported by MagFlow ${header.data.version}: import it with that release`);
};
