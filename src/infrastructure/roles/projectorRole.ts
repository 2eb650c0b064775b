import type { Container } from 'inversify';
import { PROJECTIONS } from '../../projections/projections.js';
import { ProjectionRunner } from '../../projections/runner.js';
import { TOKENS } from '../di/tokens.js';
import { accountsLeft } from '../operational/demonstrationData.js';
import { createPool } from '../postgres/pool.js';
import { requiredUrls } from '../di/requiredUrls.js';
import type { RunningRole } from './runningRole.js';

/** Keeps the read models current. Connections of its own: catching up must not take them from anybody. */
export const startProjector = async (container: Container): Promise<RunningRole> => {
  const logger = container.get(TOKENS.logger);
  const { databaseUrl } = requiredUrls(container.get(TOKENS.config));
  const pool = createPool(databaseUrl, {
    name: 'projector',
    max: 4 + PROJECTIONS.length,
    onError: (err) => logger.warn({ err }, 'an idle database connection broke'),
  });
  const runner = new ProjectionRunner({
    store: container.get(TOKENS.eventStore),
    pool,
    projections: PROJECTIONS,
    log: logger,
    failpoints: container.get(TOKENS.failpoints),
    accountsLeft: () => accountsLeft(pool),
  });
  await runner.start();
  return {
    async stop() {
      await runner.stop();
      await pool.end();
    },
  };
};
