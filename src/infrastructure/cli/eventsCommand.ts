import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { loadConfig } from '../config/config.js';
import { importLog, LogHoldsOthers } from '../eventstore/importLog.js';
import { eventsOfLines, LinesDamaged, linesOf, LineWriter } from '../eventstore/loggedLines.js';
import { RawLog } from '../eventstore/rawLog.js';
import { anyEvent } from '../eventstore/eventCatalogue.js';
import { EsdbEventStore } from '../eventstore/esdbEventStore.js';
import { plainCodec } from '../eventstore/plainCodec.js';
import { version } from '../version.js';
import { EXIT, ExitError, type ExitCode } from './exitCodes.js';
import type { Output } from './output.js';
import { ProgressLine } from './progressLine.js';
import { openLog } from './stoppedInstallation.js';

interface JsonFlag {
  readonly json?: boolean;
}

const STANDARD = '-';

const storeIdOf = async (url: string): Promise<string> => {
  const store = new EsdbEventStore({ url, codec: plainCodec, catalogue: anyEvent });
  try {
    return await store.storeId();
  } finally {
    await store.close();
  }
};

/** Takes text as fast as the other end does. */
const textTo =
  (stream: NodeJS.WritableStream) =>
  async (text: string): Promise<void> => {
    if (!stream.write(text)) await once(stream, 'drain');
  };

const exportTo = async (url: string, write: (text: string) => Promise<void>, line: ProgressLine): Promise<number> => {
  const lines = new LineWriter();
  const log = new RawLog(url);
  try {
    await write(lines.header({ version, store_id: await storeIdOf(url), exported_at: new Date().toISOString() }));
    for await (const event of log.events()) {
      await write(lines.event(event));
      line.show(`${lines.events} events`);
    }
    await write(lines.end());
    return lines.events;
  } finally {
    await log.close();
  }
};

/** `magflow events export [FILE]`: the whole log as lines of JSON. Without a file they go to standard output. */
export const eventsExportCommand = async (
  file: string | undefined,
  flags: JsonFlag,
  output: Output,
): Promise<ExitCode> => {
  const toStandard = file === undefined || file === STANDARD;
  if (toStandard && flags.json)
    throw new ExitError(EXIT.usage, '--json tells about a file; without one the events themselves are the output');
  const target = toStandard ? null : resolve(file);
  if (target !== null && existsSync(target)) throw new ExitError(EXIT.failed, `${target} exists already`);
  const opened = await openLog(loadConfig(), { prefers: 'running' });
  const line = new ProgressLine();
  const draft = `${target ?? ''}.${process.pid}.unfinished`;
  try {
    let events: number;
    if (target === null) events = await exportTo(opened.value, textTo(process.stdout), line);
    else {
      const stream = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true });
      await once(stream, 'open');
      events = await exportTo(opened.value, textTo(stream), line);
      stream.end();
      await finished(stream);
      renameSync(draft, target);
    }
    line.end();
    if (flags.json) output.out(JSON.stringify({ file: target, events }));
    else output.error(`magflow: ${events} events exported`);
    output.error(
      'magflow: personal data in them stays encrypted; its keys are in the database (schema ops) and the master key',
    );
    return EXIT.done;
  } finally {
    line.end();
    if (target !== null) rmSync(draft, { force: true });
    await opened.close();
  }
};

const withSentence = (error: unknown, name: string): unknown => {
  if (error instanceof LinesDamaged)
    return new ExitError(EXIT.failed, `${name} cannot be imported to its end: ${error.message}`, { cause: error });
  if (error instanceof LogHoldsOthers)
    return new ExitError(EXIT.failed, `${error.message}: a log is imported into an empty one`, { cause: error });
  return error;
};

/**
 * `magflow events import FILE`: into the log of `EVENTSTORE_URL`, or of this data folder. Ids, order and metadata stay;
 * positions change. May be repeated after a cut: what is there already is not written again.
 */
export const eventsImportCommand = async (file: string, flags: JsonFlag, output: Output): Promise<ExitCode> => {
  const isStandard = file === STANDARD;
  const path = resolve(file);
  if (!isStandard && !existsSync(path)) throw new ExitError(EXIT.failed, `there is no file ${path}`);
  const opened = await openLog(loadConfig(), { prefers: 'configured', mayBeNew: true });
  const log = new RawLog(opened.value);
  const line = new ProgressLine();
  try {
    const input = isStandard ? process.stdin : createReadStream(path);
    const { imported, found } = await importLog(log, eventsOfLines(linesOf(input)), (count) =>
      line.show(`${count} events`),
    ).catch((error: unknown) => {
      throw withSentence(error, isStandard ? 'standard input' : path);
    });
    line.end();
    const storeId = await storeIdOf(opened.value);
    if (flags.json) output.out(JSON.stringify({ imported, found, events: imported + found, store_id: storeId }));
    else output.out(`${imported} events imported${found > 0 ? `, ${found} were there already` : ''}`);
    output.error('magflow: the next start fills the read models anew from this log');
    return EXIT.done;
  } finally {
    line.end();
    await log.close();
    await opened.close();
  }
};
