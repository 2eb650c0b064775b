import type pg from 'pg';
import type { Bus } from '../../application/ports/bus.js';
import type { EventStore } from '../../application/ports/eventStore.js';
import type { Config } from '../config/config.js';
import type { Health, HealthCheck } from '../http/httpDeps.js';

const PATIENCE_MS = 3_000;

const within = async (work: Promise<string>): Promise<HealthCheck> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<HealthCheck>((resolve) => {
    timer = setTimeout(() => resolve({ status: 'failing', detail: `no answer within ${PATIENCE_MS} ms` }), PATIENCE_MS);
  });
  const asked = work.then(
    (detail): HealthCheck => ({ status: 'ok', detail }),
    (): HealthCheck => ({ status: 'failing', detail: 'not reachable' }),
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** What readiness depends on. Neither lag, marketplace nor a first sync counts (contract §9). */
export const createHealth = ({
  config,
  pool,
  eventStore,
  bus,
}: {
  readonly config: Pick<Config, 'kafkaBrokers'>;
  readonly pool: pg.Pool;
  readonly eventStore: EventStore;
  readonly bus: Bus;
}): Health => ({
  async ready() {
    const detail = bus.kind === 'kafka' ? config.kafkaBrokers.join(', ') : 'embedded';
    const [database, migrations, log, carrier] = await Promise.all([
      within(pool.query('select 1').then(() => 'reachable')),
      within(pool.query('select 1 from ops.settings limit 1').then(() => 'done')),
      within(eventStore.lastPosition().then((position) => `at position ${position}`)),
      within(bus.check().then(() => detail)),
    ]);
    return { database, migrations, event_store: log, bus: carrier };
  },
});
