import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import { startEventStoreServer } from '../eventstoreServer/eventStoreServer.js';
import { createLogger } from '../logging/logger.js';
import { startEmbeddedPostgres } from '../postgres/embeddedPostgres.js';
import {
  lockDataFolder,
  prepareDataFolder,
  refuseUnfinishedRestore,
  runningSupervisor,
} from '../supervisor/dataFolder.js';
import { readRunFile } from '../supervisor/runFile.js';
import { EXIT, ExitError } from './exitCodes.js';

/** Something to work on, and how to let it go. */
export interface Opened<T> {
  readonly value: T;
  close(): Promise<void>;
}

const nothing = (): Promise<void> => Promise.resolve();

/** A person who gives up leaves no server behind that was started for this command alone. Returns what takes it back. */
export const onInterrupt = (close: () => Promise<void>): (() => void) => {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const stop = (): void => void close().finally(() => process.exit(EXIT.failed));
  for (const signal of signals) process.once(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
};

/** What runs on the data folder says where it is. Undefined when nothing does. @throws ExitError 5 while it starts */
const runningOn = ({ dataDir }: Config) => {
  if (!runningSupervisor(dataDir)) return undefined;
  const run = readRunFile(dataDir);
  if (run) return run;
  throw new ExitError(EXIT.unreachable, `MagFlow is starting on ${dataDir}: try again when it is ready`);
};

/**
 * The database of the installation and, when the log is not in it, where the log is. A stopped installation's
 * PostgreSQL is started for the time being, and its folder locked.
 *
 * @param mayBeNew whether an empty data folder becomes a new installation
 * @throws ExitError 4 when there is none
 */
export const openDatabase = async (
  config: Config,
  { mayBeNew = false }: { readonly mayBeNew?: boolean } = {},
): Promise<Opened<{ readonly databaseUrl: string; readonly eventStoreUrl: string | null }>> => {
  const run = runningOn(config);
  if (run) {
    const eventStoreUrl = run.pids.eventstore === null ? run.urls.eventstore : null;
    return { value: { databaseUrl: run.database_url, eventStoreUrl }, close: nothing };
  }
  const { databaseUrl, eventStoreUrl, dataDir } = config;
  if (databaseUrl !== null) return { value: { databaseUrl, eventStoreUrl }, close: nothing };
  const folder = join(dataDir, 'postgres');
  if (!mayBeNew && !existsSync(join(folder, 'cluster')))
    throw new ExitError(
      EXIT.configuration,
      `there is no installation in ${dataDir}: set MAGFLOW_DATA_DIR or DATABASE_URL`,
    );
  prepareDataFolder(dataDir);
  const unlock = lockDataFolder(dataDir);
  try {
    refuseUnfinishedRestore(dataDir);
    const server = await startEmbeddedPostgres({ dataDir: folder });
    const close = async (): Promise<void> => {
      // One that was running already belongs to whoever left it there.
      if (!server.adopted) await server.stop();
      unlock();
    };
    const forget = onInterrupt(close);
    return {
      value: { databaseUrl: server.url, eventStoreUrl },
      close: async () => {
        forget();
        await close();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
};

/** Where the log is: one that runs, or that of a stopped installation, served for the time being. */
export const openLog = async (
  config: Config,
  options: { readonly mayBeNew?: boolean; readonly prefers: 'running' | 'configured' },
): Promise<Opened<string>> => {
  if (options.prefers === 'configured' && config.eventStoreUrl !== null)
    return { value: config.eventStoreUrl, close: nothing };
  const run = runningOn(config);
  if (run) return { value: run.urls.eventstore, close: nothing };
  if (config.eventStoreUrl !== null) return { value: config.eventStoreUrl, close: nothing };
  const database = await openDatabase(config, options);
  try {
    const server = await startEventStoreServer({
      databaseUrl: database.value.databaseUrl,
      port: 0,
      logger: createLogger({ name: 'eventstore', level: 'error' }),
    });
    const close = async (): Promise<void> => {
      await server.stop();
      await database.close();
    };
    return { value: server.url, close };
  } catch (error) {
    await database.close();
    throw error;
  }
};
