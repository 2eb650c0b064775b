import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { BackupDamaged, BackupIsNewer, SECRET_FILE, type BackupManifest } from '../backup/backupFormat.js';
import { recordRestore } from '../backup/lastRestore.js';
import { loadBackup } from '../backup/loadBackup.js';
import { proveReadModels, type Agreement } from '../backup/proveReadModels.js';
import { verifyBackup } from '../backup/verifyBackup.js';
import { loadConfig, type Config } from '../config/config.js';
import { loadMasterKey, readMasterKey } from '../config/masterKey.js';
import { EsdbEventStore } from '../eventstore/esdbEventStore.js';
import { createPersonalDataCodec } from '../eventstore/personalDataCodec.js';
import { PostgresPersonKeys } from '../eventstore/postgresPersonKeys.js';
import { magflowEvents } from '../eventstore/schemas/magflowEvents.js';
import { startEventStoreServer } from '../eventstoreServer/eventStoreServer.js';
import { JobRunner } from '../jobs/jobQueue.js';
import { createLogger } from '../logging/logger.js';
import { startEmbeddedPostgres } from '../postgres/embeddedPostgres.js';
import { createPool } from '../postgres/pool.js';
import { lockDataFolder, prepareDataFolder, runningSupervisor, UNFINISHED_RESTORE } from '../supervisor/dataFolder.js';
import { EXIT, ExitError, type ExitCode } from './exitCodes.js';
import { withinPatience } from './installation.js';
import { table, type Output } from './output.js';
import { ProgressLine } from './progressLine.js';
import { onInterrupt } from './stoppedInstallation.js';

/** @throws ExitError when something is in the way */
const refuseUsedFolder = ({ dataDir }: Config): void => {
  if (runningSupervisor(dataDir))
    throw new ExitError(EXIT.taken, `MagFlow runs on ${dataDir}: a backup is restored into an empty data folder`);
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
    throw new ExitError(
      EXIT.configuration,
      `${dataDir} is not empty: a backup is restored into an empty data folder, so set MAGFLOW_DATA_DIR to another one`,
    );
};

const refuseUsedDatabase = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ schema: string }>(
      `select nspname as schema from pg_namespace where nspname in ('ops', 'eventstore', 'read') order by 1`,
    );
    if (rows.length > 0)
      throw new ExitError(
        EXIT.configuration,
        `the database of DATABASE_URL holds schema ${rows.map(({ schema }) => schema).join(', ')} already: ` +
          'a backup is restored into an empty database',
      );
  } finally {
    await client.end();
  }
};

/** What a restore that failed has made; it began with a database that held none of them. */
const dropSchemas = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query('drop schema if exists ops, read, eventstore cascade');
  } catch {
    return; // the database went away: that is what is told
  } finally {
    await client.end().catch(() => undefined);
  }
};

const withSentence = (error: unknown, file: string): unknown => {
  if (error instanceof BackupDamaged) return new ExitError(EXIT.failed, `${file} cannot be restored: ${error.message}`);
  if (error instanceof BackupIsNewer)
    return new ExitError(EXIT.configuration, `${file} cannot be restored: ${error.message}`);
  return error;
};

const keepFile = (config: Config, name: string, content: Buffer): void => {
  const path = name === SECRET_FILE ? config.secretFile : join(config.dataDir, name);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, content, { mode: 0o600, flush: true });
};

/** The log of the restored copy, served as it will be: what cannot be read this way is not restored. */
const prove = async (config: Config, databaseUrl: string, manifest: BackupManifest): Promise<readonly Agreement[]> => {
  const logger = createLogger({ name: 'restore', level: 'error' });
  const pool = createPool(databaseUrl, { name: 'restore', max: 6 });
  const server =
    manifest.log === 'embedded' ? await startEventStoreServer({ databaseUrl, port: 0, logger }) : undefined;
  const url = server?.url ?? config.eventStoreUrl ?? '';
  const codec = createPersonalDataCodec(new PostgresPersonKeys(pool, loadMasterKey(config)));
  const store = new EsdbEventStore({ url, codec, catalogue: magflowEvents });
  try {
    const storeId = await store.storeId();
    if (manifest.log === 'external' && storeId !== manifest.store_id)
      throw new ExitError(
        EXIT.configuration,
        `the backup belongs to the event log ${manifest.store_id}, and EVENTSTORE_URL leads to another (${storeId})`,
      );
    return await proveReadModels(store, pool, manifest.read_models);
  } finally {
    await withinPatience(store.close());
    await server?.stop();
    await withinPatience(pool.end());
  }
};

const restoreInto = async (
  config: Config,
  databaseUrl: string,
  path: string,
  manifest: BackupManifest,
): Promise<readonly Agreement[]> => {
  const line = new ProgressLine();
  try {
    await loadBackup({
      path,
      manifest,
      databaseUrl,
      keepFile: (name, content) => keepFile(config, name, content),
      progress: (name) => line.show(`restoring ${name}`),
    });
    const pool = createPool(databaseUrl, { name: 'restore', max: 2 });
    try {
      await JobRunner.migrate(pool, createLogger({ name: 'restore', level: 'error' }));
      await recordRestore(pool, manifest);
    } finally {
      await pool.end();
    }
    line.show('rebuilding the read models');
    return await prove(config, databaseUrl, manifest);
  } finally {
    line.end();
  }
};

const SAID: Readonly<Record<Agreement['outcome'], string>> = {
  agrees: 'agrees',
  differs: 'DIFFERS',
  not_compared: 'not compared (made anew by the first start)',
};

/** `magflow restore FILE`: makes an installation out of a backup, in an empty place, and proves it by a rebuild. */
export const restoreCommand = async (
  file: string,
  flags: { readonly json?: boolean },
  output: Output,
): Promise<ExitCode> => {
  const config = loadConfig();
  const path = resolve(file);
  if (!existsSync(path)) throw new ExitError(EXIT.failed, `there is no file ${path}`);
  const { manifest, summary } = await verifyBackup(path).catch((error: unknown) => {
    throw withSentence(error, path);
  });
  refuseUsedFolder(config);
  if (manifest.log === 'external' && config.eventStoreUrl === null)
    throw new ExitError(EXIT.configuration, 'the log of this backup is in an EventStoreDB: set EVENTSTORE_URL');
  if (manifest.log === 'embedded' && config.eventStoreUrl !== null)
    throw new ExitError(
      EXIT.configuration,
      'this backup holds its log: restore it without EVENTSTORE_URL, then move the log with "magflow events export"',
    );
  if (config.databaseUrl !== null) await refuseUsedDatabase(config.databaseUrl);
  if (readMasterKey(config))
    throw new ExitError(EXIT.configuration, `${config.secretFile} exists already, and the backup brings its own`);

  prepareDataFolder(config.dataDir);
  const unlock = lockDataFolder(config.dataDir);
  const marker = join(config.dataDir, UNFINISHED_RESTORE);
  writeFileSync(marker, path, { mode: 0o600, flush: true });
  let server: Awaited<ReturnType<typeof startEmbeddedPostgres>> | undefined;
  let agreements: readonly Agreement[];
  const clear = async (): Promise<void> => {
    await server?.stop();
    // The place was empty before: it is empty again.
    if (config.databaseUrl !== null) await dropSchemas(config.databaseUrl);
    for (const name of readdirSync(config.dataDir))
      rmSync(join(config.dataDir, name), { recursive: true, force: true });
    rmSync(config.secretFile, { force: true });
  };
  const forget = onInterrupt(clear);
  try {
    server =
      config.databaseUrl === null
        ? await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres') })
        : undefined;
    agreements = await restoreInto(config, server?.url ?? config.databaseUrl ?? '', path, manifest);
    await server?.stop();
    rmSync(marker);
  } catch (error) {
    await clear();
    throw withSentence(error, path);
  } finally {
    forget();
    unlock();
  }
  const rows = summary.tables.reduce((sum, one) => sum + one.rows, 0);
  const doesAgree = agreements.every(({ outcome }) => outcome !== 'differs');
  if (flags.json)
    output.out(
      JSON.stringify({
        data_dir: config.dataDir,
        backup: { created_at: manifest.created_at, version: manifest.version, store_id: manifest.store_id },
        head: manifest.head,
        tables: summary.tables.map(({ schema, name, rows: count }) => ({ table: `${schema}.${name}`, rows: count })),
        agrees: doesAgree,
        read_models: agreements,
      }),
    );
  else {
    output.out(`restored ${rows} rows of ${summary.tables.length} tables, as they were at ${manifest.created_at}`);
    const lines = agreements.map(({ projection, outcome, rows: count, tables }) => [
      projection,
      `${count} rows`,
      SAID[outcome],
      tables.join(', '),
    ]);
    for (const text of table(lines)) output.out(text);
  }
  if (doesAgree) {
    output.error(`magflow: the rebuilt read models agree with the backup; "magflow start" goes on from here`);
    return EXIT.done;
  }
  output.error('magflow: everything was restored, but read models rebuilt from the log differ from those backed up');
  return EXIT.failed;
};
