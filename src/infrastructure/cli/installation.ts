import type { Container } from 'inversify';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandContext } from '../../application/services.js';
import { loadConfig, type Config } from '../config/config.js';
import { readMasterKey } from '../config/masterKey.js';
import { buildContainer } from '../di/container.js';
import { TOKENS } from '../di/tokens.js';
import { runningSupervisor } from '../supervisor/dataFolder.js';
import { readRunFile } from '../supervisor/runFile.js';
import { EXIT, ExitError } from './exitCodes.js';

const CLOSE_WITHIN_MS = 2_000;

/**
 * Where the installation of this data folder is: what runs there says it, or the environment names the parts.
 * @throws ExitError 5 when neither does
 */
const locate = (config: Config): Config => {
  const run = runningSupervisor(config.dataDir) ? readRunFile(config.dataDir) : undefined;
  const databaseUrl = run?.database_url ?? config.databaseUrl;
  const eventStoreUrl = run?.urls.eventstore ?? config.eventStoreUrl;
  if (databaseUrl === null || eventStoreUrl === null)
    throw new ExitError(
      EXIT.unreachable,
      `MagFlow does not run on ${config.dataDir}: start it with "magflow start", or set DATABASE_URL and EVENTSTORE_URL`,
    );
  // The command's own output is for the person; what its parts have to say matters only when it is trouble.
  const logLevel = process.env['MAGFLOW_LOG_LEVEL'] ? config.logLevel : 'error';
  return { ...config, databaseUrl, eventStoreUrl, logLevel, failpoint: null };
};

/**
 * Works on the installation of this data folder with the application's own services. Whoever may read the folder holds
 * its keys already, so nobody logs in; events say that the command line acted.
 */
export const withInstallation = async <T>(work: (container: Container) => Promise<T>): Promise<T> => {
  const config = locate(loadConfig());
  // A command makes no key: what it wrote under one of its own nobody else could read.
  if (!readMasterKey(config))
    throw new ExitError(EXIT.configuration, `there is no master key in ${config.secretFile}: set MAGFLOW_SECRET_FILE`);
  const container = buildContainer(config, 'cli');
  const pool = container.get(TOKENS.pool);
  try {
    return await work(container);
  } finally {
    await withinPatience(container.get(TOKENS.eventStore).close());
    await withinPatience(pool.end());
  }
};

/** The result is told by then: a connection that does not close in time must not keep, or change, the exit code. */
export const withinPatience = async (closing: Promise<void>): Promise<void> => {
  const patience = new AbortController();
  const late = sleep(CLOSE_WITHIN_MS, undefined, { signal: patience.signal }).catch(() => undefined);
  await Promise.race([closing.catch(() => undefined), late]);
  patience.abort();
};

/** The actor of contract §3. */
export const cliContext = (operationId?: string): CommandContext => ({
  actor: { kind: 'user', id: 'cli' },
  correlationId: randomUUID(),
  ...(operationId !== undefined && { operationId }),
});

/**
 * Keys of the accounts that are in use: those of the environment and the panel, and those of the sandbox that runs.
 * A key that was in use once and is configured no more is none of them.
 */
export const accountKeys = async (container: Container): Promise<readonly string[]> => {
  const config = container.get(TOKENS.config);
  const run = readRunFile(config.dataDir);
  const { rows } = await container.get(TOKENS.pool).query<{ key: string }>(
    `select key from ops.accounts where is_active
      union select key from ops.account_keys where is_demonstration and left_at is null and $1
      order by key`,
    [run?.urls.sandbox !== undefined && run.urls.sandbox !== null],
  );
  return [...new Set([...config.accounts.map(({ key }) => key), ...rows.map(({ key }) => key)])];
};
