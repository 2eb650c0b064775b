import { closeSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { fdatasync, write } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';

const writeAsync = (fd: number, data: Buffer, offset: number): Promise<number> =>
  new Promise((resolve, reject) => {
    write(fd, data, offset, data.length - offset, null, (error, written) => (error ? reject(error) : resolve(written)));
  });
const syncAsync = promisify(fdatasync);

/** One changed thing, whole: [collection, account, id, value]. A later one of the same id replaces an earlier one. */
export type StoredRecord = readonly [collection: string, account: string, id: number, value: unknown];

/** What `world.json` holds: decided at the first start, never again. */
export interface Birth {
  seed: number;
  /** Clock at birth, ISO 8601. */
  now: string;
  /** Wall clock at birth, ISO 8601. */
  born: string;
  orders: number;
  offers: number;
  accounts: { key: string; username: string; password: string }[];
}

export interface Storage {
  readonly birth: Birth | undefined;
  readonly records: readonly StoredRecord[];
  /** Writes the first snapshot, then the birth record that makes it count. */
  begin(birth: Birth, records: readonly StoredRecord[]): void;
  append(record: StoredRecord): void;
  /** Resolves when everything appended so far is on disk. */
  flushed(): Promise<void>;
  close(): Promise<void>;
}

/** Nothing is kept: for `magflow sandbox` without a folder. */
export const memoryStorage = (): Storage => ({
  birth: undefined,
  records: [],
  begin: () => undefined,
  append: () => undefined,
  flushed: () => Promise.resolve(),
  close: () => Promise.resolve(),
});

const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

const replaceFile = (folder: string, name: string, content: Buffer): void => {
  const temporary = join(folder, `${name}.new`);
  const handle = openSync(temporary, 'w', 0o600);
  writeSync(handle, content);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(temporary, join(folder, name));
  syncFolder(folder);
};

const readIfThere = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

const parseLines = (text: string): StoredRecord[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as StoredRecord);

/** Journals above this are folded into the snapshot at the next start. */
const COMPACT_ABOVE = 16 * 1024 * 1024;
const snapshotName = 'snapshot.ndjson.gz';
const journalName = 'journal.ndjson';

const toSnapshot = (records: readonly StoredRecord[]): Buffer =>
  gzipSync(records.map((record) => JSON.stringify(record)).join('\n'), { level: 1 });

const newest = (records: readonly StoredRecord[]): StoredRecord[] => {
  const byKey = new Map<string, StoredRecord>();
  for (const record of records) byKey.set(`${record[0]}/${record[1]}/${record[2]}`, record);
  return [...byKey.values()];
};

/**
 * A snapshot and an append-only journal in one folder. The journal is written and synchronised in groups: what waits while
 * a group is in flight goes into the next one. A line cut off by a kill is dropped; it was never acknowledged.
 */
export const openFolderStorage = (folder: string): Storage => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const birthFile = readIfThere(join(folder, 'world.json'));
  const birth = birthFile ? (JSON.parse(birthFile.toString('utf8')) as Birth) : undefined;
  const journalPath = join(folder, journalName);
  let records: StoredRecord[] = [];
  // Without a birth record nobody was ever told of this world: a first start was cut off, and the next one begins anew.
  let journal = openSync(journalPath, birth ? 'a' : 'w', 0o600);
  if (birth) {
    const snapshot = readIfThere(join(folder, snapshotName));
    const written = readFileSync(journalPath);
    const whole = written.lastIndexOf(0x0a) + 1;
    if (whole < written.length) ftruncateSync(journal, whole);
    records = [
      ...(snapshot ? parseLines(gunzipSync(snapshot).toString('utf8')) : []),
      ...parseLines(written.subarray(0, whole).toString('utf8')),
    ];
    if (whole > COMPACT_ABOVE) {
      records = newest(records);
      // If we are killed between the two steps the old journal is replayed over the new snapshot: the same world.
      replaceFile(folder, snapshotName, toSnapshot(records));
      closeSync(journal);
      journal = openSync(journalPath, 'w', 0o600);
    }
  }

  let waiting: string[] = [];
  let running: Promise<void> | undefined;
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = Buffer.from(waiting.join(''));
      waiting = [];
      for (let offset = 0; offset < group.length;) offset += await writeAsync(journal, group, offset);
      await syncAsync(journal);
    }
  };
  const flushed = async (): Promise<void> => {
    while (running || waiting.length > 0) {
      running ??= drain().finally(() => {
        running = undefined;
      });
      await running;
    }
  };

  return {
    birth,
    records,
    begin: (first, initial) => {
      replaceFile(folder, snapshotName, toSnapshot(initial));
      replaceFile(folder, 'world.json', Buffer.from(`${JSON.stringify(first, null, 2)}\n`));
    },
    append: (record) => void waiting.push(`${JSON.stringify(record)}\n`),
    flushed,
    close: async () => {
      await flushed();
      closeSync(journal);
    },
  };
};
