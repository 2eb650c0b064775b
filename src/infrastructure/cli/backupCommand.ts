import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SECRET_FILE } from '../backup/backupFormat.js';
import { createBackup, type ExternalLog } from '../backup/createBackup.js';
import { loadConfig } from '../config/config.js';
import { readMasterKey } from '../config/masterKey.js';
import { anyEvent } from '../eventstore/eventCatalogue.js';
import { EsdbEventStore } from '../eventstore/esdbEventStore.js';
import { plainCodec } from '../eventstore/plainCodec.js';
import { PostgresPersonKeys } from '../eventstore/postgresPersonKeys.js';
import { createPool } from '../postgres/pool.js';
import { worldFiles } from '../sandbox/world/storage.js';
import { version } from '../version.js';
import { EXIT, ExitError, type ExitCode } from './exitCodes.js';
import { withinPatience } from './installation.js';
import { table, type Output } from './output.js';
import { megabytes, progressBar, ProgressLine } from './progressLine.js';
import { openDatabase } from './stoppedInstallation.js';

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

const externalLog = async (url: string): Promise<ExternalLog> => {
  const store = new EsdbEventStore({ url, codec: plainCodec, catalogue: anyEvent });
  try {
    return { storeId: await store.storeId(), head: await store.lastPosition() };
  } finally {
    await withinPatience(store.close());
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
  const database = await openDatabase(config);
  const { databaseUrl, eventStoreUrl } = database.value;
  const line = new ProgressLine();
  try {
    await requireFittingKey(databaseUrl, masterKey, config.secretFile);
    const { manifest, summary } = await createBackup({
      databaseUrl,
      externalLog: eventStoreUrl === null ? null : await externalLog(eventStoreUrl),
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
    await database.close();
  }
};
