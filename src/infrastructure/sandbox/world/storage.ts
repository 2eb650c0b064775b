import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { fdatasync, write } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { errorCode } from '../../errorCode.js';
import { makeFolder } from '../../makeFolder.js';

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
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/** Line by line out of the bytes: one text of the whole would be the largest thing that the process ever holds. */
const parseLines = (bytes: Buffer): StoredRecord[] => {
  const records: StoredRecord[] = [];
  for (let from = 0; from < bytes.length;) {
    const newline = bytes.indexOf(0x0a, from);
    const to = newline === -1 ? bytes.length : newline;
    if (to > from) records.push(JSON.parse(bytes.toString('utf8', from, to)) as StoredRecord);
    from = to + 1;
  }
  return records;
};

/** Journals above this are folded into the snapshot at the next start. */
const COMPACT_ABOVE = 16 * 1024 * 1024;
const snapshotName = 'snapshot.ndjson.gz';
const journalName = 'journal.ndjson';
const birthName = 'world.json';

/**
 * The files of a world that may be running, for a backup. The journal first, up to its last whole line: one that was
 * folded into the snapshot meanwhile may be replayed over it, while a snapshot older than its journal would miss changes.
 */
export const worldFiles = (folder: string): readonly { readonly name: string; read(): Buffer }[] => {
  if (!readIfThere(join(folder, birthName))) return [];
  const wholeLines = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1);
  return [
    { name: journalName, read: () => wholeLines(readIfThere(join(folder, journalName)) ?? Buffer.alloc(0)) },
    { name: snapshotName, read: () => readFileSync(join(folder, snapshotName)) },
    { name: birthName, read: () => readFileSync(join(folder, birthName)) },
  ];
};

/** Records in one member of the compressed file; readers see the members as one. */
const SNAPSHOT_CHUNK = 500;

const toSnapshot = (records: readonly StoredRecord[]): Buffer => {
  const members: Buffer[] = [];
  for (let from = 0; from < records.length; from += SNAPSHOT_CHUNK) {
    const lines = records.slice(from, from + SNAPSHOT_CHUNK).map((record) => `${JSON.stringify(record)}\n`);
    members.push(gzipSync(lines.join(''), { level: 1 }));
  }
  return Buffer.concat(members);
};

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
  makeFolder(folder, 0o700);
  const birthFile = readIfThere(join(folder, birthName));
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
      ...(snapshot?.length ? parseLines(gunzipSync(snapshot)) : []),
      ...parseLines(written.subarray(0, whole)),
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
      replaceFile(folder, birthName, Buffer.from(`${JSON.stringify(first, null, 2)}\n`));
    },
    append: (record) => void waiting.push(`${JSON.stringify(record)}\n`),
    flushed,
    close: async () => {
      await flushed();
      closeSync(journal);
    },
  };
};
