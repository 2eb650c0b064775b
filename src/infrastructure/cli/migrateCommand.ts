import { loadConfig } from '../config/config.js';
import { JobRunner } from '../jobs/jobQueue.js';
import { createLogger } from '../logging/logger.js';
import { migrate } from '../postgres/migrate.js';
import { createPool } from '../postgres/pool.js';
import { EXIT, ExitError, type ExitCode } from './exitCodes.js';
import type { Output } from './output.js';

/** `magflow migrate`: brings `DATABASE_URL` up to date. The supervisor runs it before anything uses the database. */
export const migrateCommand = async (output: Output): Promise<ExitCode> => {
  const { databaseUrl, logLevel } = loadConfig();
  if (databaseUrl === null) throw new ExitError(EXIT.configuration, 'migrate needs DATABASE_URL');
  const ran = await migrate(databaseUrl);
  const pool = createPool(databaseUrl, { name: 'migrate', max: 2 });
  try {
    await JobRunner.migrate(pool, createLogger({ name: 'migrate', level: logLevel }));
  } finally {
    await pool.end();
  }
  if (ran.length > 0) output.error(`magflow: the database was brought up to date: ${ran.join(', ')}`);
  return EXIT.done;
};
