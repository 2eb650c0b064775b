import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SECRET_FILE } from '../backup/backupFormat.js';
import { createBackup, type ExternalLog } from '../backup/createBackup.js';
import { loadConfig, type Config } from '../config/config.js';
import { readMasterKey } from '../config/masterKey.js';
import { anyEvent } from '../eventstore/eventCatalogue.js';
import { EsdbEventStore } from '../eventstore/esdbEventStore.js';
import { createPersonalDataCodec } from '../eventstore/personalDataCodec.js';
import { PostgresPersonKeys } from '../eventstore/postgresPersonKeys.js';
import { startEmbeddedPostgres } from '../postgres/embeddedPostgres.js';
import { createPool } from '../postgres/pool.js';
import { worldFiles } from '../sandbox/world/storage.js';
import { lockDataFolder, runningSupervisor } from '../supervisor/dataFolder.js';
import { readRunFile } from '../supervisor/runFile.js';
import { version } from '../version.js';
import { EXIT, ExitError, type ExitCode } from './exitCodes.js';
import { withinPatience } from './installation.js';
import { table, type Output } from './output.js';
import { megabytes, progressBar, ProgressLine } from './progressLine.js';

interface Source {
  readonly databaseUrl: string;
  /** null: the embedded log, in the database. */
  readonly eventStoreUrl: string | null;
  close(): Promise<void>;
}

/** The database of the installation, which may run or not. @throws ExitError */
const openSource = async (config: Config): Promise<Source> => {
  const nothing = (): Promise<void> => Promise.resolve();
  if (runningSupervisor(config.dataDir)) {
    const run = readRunFile(config.dataDir);
    if (!run)
      throw new ExitError(EXIT.unreachable, `MagFlow is starting on ${config.dataDir}: try again when it is ready`);
    const eventStoreUrl = run.pids.eventstore === null ? run.urls.eventstore : null;
    return { databaseUrl: run.database_url, eventStoreUrl, close: nothing };
  }
  const { databaseUrl, eventStoreUrl, dataDir } = config;
  if (databaseUrl !== null) return { databaseUrl, eventStoreUrl, close: nothing };
  const folder = join(dataDir, 'postgres');
  if (!existsSync(join(folder, 'cluster')))
    throw new ExitError(
      EXIT.configuration,
      `there is no installation in ${dataDir}: set MAGFLOW_DATA_DIR or DATABASE_URL`,
    );
  const unlock = lockDataFolder(dataDir);
  try {
    const server = await startEmbeddedPostgres({ dataDir: folder });
    const close = async (): Promise<void> => {
      // One that was running already belongs to whoever left it there.
      if (!server.adopted) await server.stop();
      unlock();
    };
    return { databaseUrl: server.url, eventStoreUrl, close };
  } catch (error) {
    unlock();
    throw error;
  }
};

/** A backup whose key does not open its data is worth nothing: that is found out now, not at the restore. */
const requireFittingKey = async (databaseUrl: string, masterKey: Buffer, secretFile: string): Promise<void> => {
  const pool = createPool(databaseUrl, { name: 'backup', max: 1 });
  try {
    const { rows } = await pool.query<{ kid: string }>(
      'select kid from ops.person_keys where wrapped_key is not null order by created_at desc limit 1',
    );
    await new PostgresPersonKeys(pool, masterKey).forReading(rows.map(({ kid }) => kid)).catch((cause: unknown) => {
      throw new ExitError(
        EXIT.configuration,
        `${secretFile} is not the master key of this installation: set MAGFLOW_SECRET_FILE`,
        { cause },
      );
    });
  } finally {
    await pool.end();
  }
};

const externalLog = async (url: string, databaseUrl: string, masterKey: Buffer): Promise<ExternalLog> => {
  const pool = createPool(databaseUrl, { name: 'backup', max: 1 });
  const codec = createPersonalDataCodec(new PostgresPersonKeys(pool, masterKey));
  const store = new EsdbEventStore({ url, codec, catalogue: anyEvent });
  try {
    return { storeId: await store.storeId(), head: await store.lastPosition() };
  } finally {
    await withinPatience(store.close());
    await withinPatience(pool.end());
  }
};

/** `magflow backup FILE`: log, `ops` and master key in one file, of one moment, while everything goes on working. */
export const backupCommand = async (
  file: string,
  flags: { readonly json?: boolean },
  output: Output,
): Promise<ExitCode> => {
  const config = loadConfig();
  const target = resolve(file);
  if (existsSync(target))
    throw new ExitError(EXIT.failed, `${target} exists already; a backup never overwrites a file`);
  if (!existsSync(dirname(target))) throw new ExitError(EXIT.failed, `there is no folder ${dirname(target)}`);
  const masterKey = readMasterKey(config);
  if (!masterKey)
    throw new ExitError(EXIT.configuration, `there is no master key in ${config.secretFile}: set MAGFLOW_SECRET_FILE`);
  const source = await openSource(config);
  const line = new ProgressLine();
  try {
    await requireFittingKey(source.databaseUrl, masterKey, config.secretFile);
    const { manifest, summary } = await createBackup({
      databaseUrl: source.databaseUrl,
      externalLog:
        source.eventStoreUrl === null ? null : await externalLog(source.eventStoreUrl, source.databaseUrl, masterKey),
      files: [
        { name: SECRET_FILE, read: () => readFileSync(config.secretFile) },
        ...worldFiles(join(config.dataDir, 'sandbox')).map(({ name, read }) => ({ name: `sandbox/${name}`, read })),
      ],
      version,
      target,
      now: () => new Date(),
      progress: (name, bytes, of) => line.show(`${name} ${megabytes(bytes)} ${progressBar(bytes, of)}`),
    });
    line.end();
    const bytes = statSync(target).size;
    const rows = summary.tables.map(({ schema, name, rows: count }) => ({ table: `${schema}.${name}`, rows: count }));
    const events = rows.find(({ table: name }) => name === 'eventstore.events')?.rows ?? null;
    if (flags.json)
      output.out(
        JSON.stringify({
          file: target,
          bytes,
          created_at: manifest.created_at,
          version: manifest.version,
          log: manifest.log,
          store_id: manifest.store_id,
          head: manifest.head,
          events,
          tables: rows,
          read_models: manifest.read_models.map(({ projection, position }) => ({ projection, position })),
        }),
      );
    else
      for (const text of table([
        ['file', target],
        ['size', megabytes(bytes)],
        ['moment', manifest.created_at],
        ['events', events === null ? 'in EventStoreDB' : String(events)],
        ['tables', String(rows.length)],
      ]))
        output.out(text);
    if (manifest.log === 'external')
      output.error(
        'magflow: the log is in your EventStoreDB: back it up there as well, or with "magflow events export"',
      );
    output.error(
      'magflow: the file holds the master key: whoever reads it reads everything. Its mode is 0600; keep it so',
    );
    return EXIT.done;
  } finally {
    line.end();
    await source.close();
  }
};
