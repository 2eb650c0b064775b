import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Container } from 'inversify';
import { collectDefaultMetrics } from 'prom-client';
import type { Config, Role } from '../config/config.js';
import { buildContainer } from '../di/container.js';
import { requiredUrls } from '../di/requiredUrls.js';
import { TOKENS } from '../di/tokens.js';
import { tellMetrics } from '../metrics/processMetrics.js';
import { claimMasterKey } from '../operational/masterKeyClaim.js';
import { createPool, LONG_WORK_MS, MIXED_LIMIT_MS, REQUEST_LIMIT_MS } from '../postgres/pool.js';
import { exitWhenParentDies } from '../supervisor/parentWatch.js';
import { startApi } from './apiRole.js';
import { startProjector } from './projectorRole.js';
import { startRelay } from './relayRole.js';
import type { RunningRole } from './runningRole.js';
import { startWorker } from './workerRole.js';

const START: Readonly<Record<Role, (container: Container) => Promise<RunningRole>>> = {
  projector: startProjector,
  relay: startRelay,
  worker: startWorker,
  api: startApi,
};

const POOL_END_MS = 500;

/** What must be there before the next: the read side, then what fills it, then what people see. */
const ORDER: readonly Role[] = ['projector', 'relay', 'worker', 'api'];

const processName = (wanted: readonly Role[]): string => {
  if (wanted.includes('api')) return 'api';
  return wanted.includes('worker') ? 'worker' : (wanted[0] ?? 'role');
};

/** How long a statement of the shared connections may take: somebody waits for those of the API. */
const limitOf = (wanted: readonly Role[]): number => {
  if (!wanted.includes('api')) return LONG_WORK_MS;
  return wanted.includes('worker') ? MIXED_LIMIT_MS : REQUEST_LIMIT_MS;
};

const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
    exitWhenParentDies(() => resolve());
  });

/** Before anything is built on it: a key of this host's own would be made where it is missing. */
const requireMasterKey = async (config: Config): Promise<void> => {
  const pool = createPool(requiredUrls(config).databaseUrl, { name: 'key', max: 1, limitMs: REQUEST_LIMIT_MS });
  try {
    await claimMasterKey(pool, config);
  } finally {
    await pool.end();
  }
};

/**
 * Runs roles in this process until SIGTERM. Prints one JSON line on standard output when they are up. Shutdown is the
 * start backwards.
 */
export const runRoles = async (config: Config, roles: readonly Role[]): Promise<void> => {
  const stopped = untilStopped();
  const wanted = ORDER.filter((role) => roles.includes(role));
  const name = processName(wanted);
  await requireMasterKey(config);
  const container = buildContainer(config, name, limitOf(wanted));
  const logger = container.get(TOKENS.logger);
  const metrics = container.get(TOKENS.metrics);
  metrics.setDefaultLabels({ process: name });
  collectDefaultMetrics({ register: metrics });
  const running: RunningRole[] = [];
  try {
    await container.get(TOKENS.readPosition).start();
    for (const role of wanted) running.push(await START[role](container));
    // The API is scraped; the others have nobody who could ask them.
    if (!wanted.includes('api')) running.push({ stop: tellMetrics(container.get(TOKENS.pool), metrics, randomUUID()) });
    const ready = Object.assign({ ready: true }, ...running.map((role) => role.ready ?? {}));
    process.stdout.write(`${JSON.stringify(ready)}\n`);
    await stopped;
    logger.info({ roles: wanted }, 'stopping');
  } finally {
    for (const role of running.reverse()) {
      await role.stop().catch((err: unknown) => logger.error({ err }, 'a role did not stop cleanly'));
    }
    await closeShared(container);
  }
};

const closeShared = async (container: Container): Promise<void> => {
  container.get(TOKENS.readPosition).close();
  await container.get(TOKENS.bus).close();
  await container.get(TOKENS.marketplace).close();
  await container.get(TOKENS.eventStore).close();
  // What gave up waiting for somebody else (a broker that is gone) may hold a connection; it ends with the process.
  await Promise.race([container.get(TOKENS.pool).end(), sleep(POOL_END_MS, undefined, { ref: false })]);
};
