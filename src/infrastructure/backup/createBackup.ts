import { createHash } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { PROJECTIONS } from '../../projections/projections.js';
import { readModelDigest, type ReadModelDigest } from '../../projections/readModelDigest.js';
import { STORE_STREAM } from '../eventstore/storeIdentity.js';
import { watchedConnection } from '../postgres/pool.js';
import { ArchiveWriter, sha256 } from './archiveWriter.js';
import { BACKUP_FORMAT, ENTRY, type BackupManifest, type BackupSummary, type BackupTable } from './backupFormat.js';
import { backupTables, copyTarget } from './backupTables.js';

const PART_BYTES = 4 * 1024 * 1024;

/** A log that is not in the database: its own means back it up. */
export interface ExternalLog {
  readonly storeId: string;
  readonly head: bigint;
}

export interface BackupOptions {
  readonly databaseUrl: string;
  /** null: the log is in the database, schema `eventstore`. */
  readonly externalLog: ExternalLog | null;
  /** Files of the data folder by name, read when their turn comes: after the database's moment. */
  readonly files: readonly { readonly name: string; read(): Buffer }[];
  readonly version: string;
  readonly target: string;
  readonly now: () => Date;
  /** Rows of the table that is being copied, and how many it has about. */
  readonly progress?: (table: string, bytes: number, ofBytes: number) => void;
}

export interface BackupResult {
  readonly manifest: BackupManifest;
  readonly summary: BackupSummary;
}

const migrationsOf = async (client: pg.Client, table: string): Promise<string[]> => {
  const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table]);
  if (!rows[0]?.there) return [];
  const names = await client.query<{ name: string }>(`select name from ${table} order by name`);
  return names.rows.map(({ name }) => name);
};

const embeddedLog = async (client: pg.Client): Promise<ExternalLog> => {
  const { rows } = await client.query<{ store_id: string | null; head: string }>(
    `select (select id::text from eventstore.events where stream = $1 and revision = 0) as store_id,
            (select coalesce(max(position), 0) from eventstore.events) as head`,
    [STORE_STREAM],
  );
  return { storeId: rows[0]?.store_id ?? '', head: BigInt(rows[0]?.head ?? 0) };
};

const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'magflow backup',
    options: '-c timezone=UTC',
    ...watchedConnection,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

/**
 * Digests on a connection of their own that shares the snapshot and ends early: a replaced generation's tables can be
 * dropped while the copying goes on.
 */
const digestsAt = async (url: string, snapshot: string): Promise<ReadModelDigest[]> => {
  const client = await connect(url);
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    await client.query(`set transaction snapshot '${snapshot}'`);
    const digests: ReadModelDigest[] = [];
    for (const projection of PROJECTIONS) {
      const digest = await readModelDigest(client, projection);
      if (digest) digests.push(digest);
    }
    return digests;
  } finally {
    await client.end();
  }
};

/**
 * Writes one file that holds the log, `ops`, and the given files, as they were at one moment, while everything goes on
 * working. Memory is bounded. The file appears under its name only when it is whole.
 *
 * @throws when the target exists, the disk is full or the database goes away; nothing is left behind then
 */
export const createBackup = async (options: BackupOptions): Promise<BackupResult> => {
  const draft = `${options.target}.${process.pid}.unfinished`;
  const client = await connect(options.databaseUrl);
  try {
    const archive = new ArchiveWriter(draft);
    try {
      await client.query('begin transaction isolation level repeatable read read only');
      const manifest = await describe(client, options);
      await archive.add(ENTRY.manifest, Buffer.from(JSON.stringify(manifest, null, 2)));
      const files: BackupSummary['files'] = [
        { name: ENTRY.manifest, sha256: sha256(Buffer.from(JSON.stringify(manifest, null, 2))) },
      ];
      for (const { name, read } of options.files) {
        const content = read();
        await archive.add(ENTRY.file(name), content);
        files.push({ name: ENTRY.file(name), sha256: sha256(content) });
      }
      const tables: BackupSummary['tables'] = [];
      for (const table of manifest.tables) tables.push(await copyTable(client, archive, table, options));
      const summary = { tables, files };
      await archive.add(ENTRY.summary, Buffer.from(JSON.stringify(summary, null, 2)));
      await archive.close();
      renameSync(draft, options.target);
      return { manifest, summary };
    } catch (error) {
      await archive.abort();
      throw error;
    }
  } finally {
    rmSync(draft, { force: true });
    await client.end();
  }
};

const describe = async (client: pg.Client, options: BackupOptions): Promise<BackupManifest> => {
  const { rows } = await client.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot');
  const readModels = await digestsAt(options.databaseUrl, rows[0]?.snapshot ?? '');
  const { externalLog } = options;
  const log = externalLog ?? (await embeddedLog(client));
  return {
    format: BACKUP_FORMAT,
    version: options.version,
    created_at: options.now().toISOString(),
    log: externalLog ? 'external' : 'embedded',
    store_id: log.storeId,
    head: log.head.toString(),
    migrations: {
      ops: await migrationsOf(client, 'ops.schema_migrations'),
      eventstore: externalLog ? [] : await migrationsOf(client, 'eventstore.migrations'),
    },
    tables: [...(await backupTables(client, externalLog ? ['ops'] : ['ops', 'eventstore']))],
    read_models: readModels.map((model) => ({ ...model, tables: [...model.tables] })),
  };
};

const copyTable = async (
  client: pg.Client,
  archive: ArchiveWriter,
  table: BackupTable,
  { progress = () => undefined }: BackupOptions,
): Promise<BackupSummary['tables'][number]> => {
  const { schema, name } = table;
  const sized = await client.query<{ size: string }>('select pg_table_size($1::regclass) as size', [
    `${schema}.${name}`,
  ]);
  const ofBytes = Number(sized.rows[0]?.size ?? 0);
  const digest = createHash('sha256');
  const stream = client.query(copyTo(`copy ${copyTarget(table)} to stdout (format binary)`));
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let bytes = 0;
  let part = 0;
  const flush = async (): Promise<void> => {
    const content = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    digest.update(content);
    bytes += content.length;
    await archive.add(ENTRY.table(table, part), content);
    part += 1;
    progress(`${schema}.${name}`, bytes, ofBytes);
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    waitingBytes += chunk.length;
    if (waitingBytes >= PART_BYTES) await flush();
  }
  await flush();
  return { schema, name, rows: stream.rowCount, sha256: digest.digest('hex') };
};
