import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { eventStoreMigrations, migrateEventStore } from '../eventstoreServer/migrate.js';
import { migrate } from '../postgres/migrate.js';
import { migrations } from '../postgres/migrations/migrations.js';
import { watchedConnection } from '../postgres/pool.js';
import { archiveEntries, wholeEntry, type ArchiveEntry } from './archiveReader.js';
import { FILE_ENTRY, TABLE_ENTRY, type BackupManifest, type BackupTable } from './backupFormat.js';
import { copyTarget, tableInSql } from './backupTables.js';

export interface LoadOptions {
  readonly path: string;
  readonly manifest: BackupManifest;
  /** A database without schemas of ours. */
  readonly databaseUrl: string;
  /** Takes the files of the data folder as they come. */
  readonly keepFile: (name: string, content: Buffer) => void;
  readonly progress?: (table: string) => void;
}

/**
 * Makes the tables as the backup's release made them, fills them in one transaction, and brings them up to date.
 * @throws whatever the database says; then none of the rows are there
 */
export const loadBackup = async (options: LoadOptions): Promise<void> => {
  const { manifest, databaseUrl } = options;
  const made = new Set([...manifest.migrations.ops, ...manifest.migrations.eventstore]);
  await migrate(
    databaseUrl,
    migrations.filter(({ name }) => made.has(name)),
  );
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'magflow restore',
    ...watchedConnection,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (manifest.log === 'embedded')
      await migrateEventStore(
        client,
        (await eventStoreMigrations()).filter((name) => made.has(name)),
      );
    await client.query('begin');
    // A migration may have put first rows into its tables; those of the backup take their place.
    if (manifest.tables.length > 0) await client.query(`truncate ${manifest.tables.map(tableInSql).join(', ')}`);
    await fill(client, options);
    await continueCounting(client, manifest.tables);
    await client.query('commit');
    if (manifest.log === 'embedded') await migrateEventStore(client);
    await client.query('analyze');
  } finally {
    await client.end();
  }
  await migrate(databaseUrl);
};

const fill = async (client: pg.Client, { path, manifest, keepFile, progress }: LoadOptions): Promise<void> => {
  const tables = new Map(manifest.tables.map((table) => [`${table.schema}.${table.name}`, table]));
  let open: { readonly name: string; readonly into: TableFill } | undefined;
  for await (const entry of archiveEntries(path)) {
    const [, schema, name] = TABLE_ENTRY.exec(entry.name) ?? [];
    const table = tables.get(`${schema}.${name}`);
    if (!table) {
      const [, file] = FILE_ENTRY.exec(entry.name) ?? [];
      const content = await wholeEntry(entry);
      if (file !== undefined) keepFile(file, content);
      continue;
    }
    const full = `${table.schema}.${table.name}`;
    if (open?.name !== full) {
      await open?.into.end();
      open = { name: full, into: new TableFill(client, table) };
      progress?.(full);
    }
    await open.into.take(entry);
  }
  await open?.into.end();
};

/** One table on its way in. */
class TableFill {
  private readonly stream: Writable;
  private readonly done: Promise<void>;

  constructor(client: pg.Client, table: BackupTable) {
    this.stream = client.query(copyFrom(`copy ${copyTarget(table)} from stdin (format binary)`));
    this.done = finished(this.stream);
    this.done.catch(() => undefined); // said where somebody waits for it
  }

  async take({ content }: ArchiveEntry): Promise<void> {
    for await (const chunk of content) {
      if (this.stream.write(chunk)) continue;
      await Promise.race([new Promise<void>((resolve) => this.stream.once('drain', resolve)), this.done]);
    }
  }

  async end(): Promise<void> {
    this.stream.end();
    await this.done;
  }
}

/** The next number of an identity column follows the highest that was restored. */
const continueCounting = async (client: pg.Client, tables: readonly BackupTable[]): Promise<void> => {
  for (const table of tables) {
    const { rows } = await client.query<{ name: string; sequence: string | null }>(
      `select a.attname as name, pg_get_serial_sequence($1, a.attname) as sequence
         from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`,
      [`${table.schema}.${table.name}`],
    );
    for (const { name, sequence } of rows)
      if (sequence !== null)
        await client.query(
          `select setval($1::regclass, coalesce(max("${name}"), 1), max("${name}") is not null) from ${tableInSql(table)}`,
          [sequence],
        );
  }
};
