import { resolve } from 'node:path';
import { loadConfig } from '../config/config.js';
import { runEventStoreCommand } from '../eventstoreServer/eventStoreCommand.js';
import { createLogger } from '../logging/logger.js';
import { lockDataFolder, prepareDataFolder } from '../supervisor/dataFolder.js';
import { EXIT, ExitError, type ExitCode } from './exitCodes.js';

export interface EventStoreFlags {
  readonly port: number;
  readonly host?: string;
  readonly data?: string;
  readonly maxAppendSize?: number;
}

/** `magflow eventstore`: with `--data` on a PostgreSQL of its own in that folder, otherwise on `DATABASE_URL`. */
export const eventStoreCommand = async (flags: EventStoreFlags): Promise<ExitCode> => {
  const config = loadConfig();
  if (flags.data === undefined && config.databaseUrl === null)
    throw new ExitError(EXIT.usage, 'eventstore needs --data DIR, or DATABASE_URL');
  const data = resolve(flags.data ?? config.dataDir);
  const run = () =>
    runEventStoreCommand({
      port: flags.port,
      data,
      logger: createLogger({ name: 'eventstore', level: config.logLevel }),
      ...(flags.data === undefined && config.databaseUrl !== null && { databaseUrl: config.databaseUrl }),
      ...(flags.host !== undefined && { host: flags.host }),
      ...(flags.maxAppendSize !== undefined && { maxAppendSize: flags.maxAppendSize }),
    });
  if (flags.data === undefined) return run();
  // Whoever comes second would adopt the first one's PostgreSQL, and stop it when it gives up.
  prepareDataFolder(data);
  const unlock = lockDataFolder(data);
  try {
    return await run();
  } finally {
    unlock();
  }
};
