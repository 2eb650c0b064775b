import type pg from 'pg';
import type { Bus } from '../../application/ports/bus.js';
import type { EventStore } from '../../application/ports/eventStore.js';
import type { Config } from '../config/config.js';
import type { Health, HealthCheck } from '../http/httpDeps.js';
import { postgresConditions } from './conditions.js';
import { createStorageCheck } from './storage.js';

const PATIENCE_MS = 3_000;

const said = (detail: string): HealthCheck => ({ status: 'ok', detail });

const within = async (work: Promise<HealthCheck>): Promise<HealthCheck> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<HealthCheck>((resolve) => {
    timer = setTimeout(() => resolve({ status: 'failing', detail: `no answer within ${PATIENCE_MS} ms` }), PATIENCE_MS);
  });
  const asked = work.catch((): HealthCheck => ({ status: 'failing', detail: 'not reachable' }));
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
};

const relayCheck = async (pool: pg.Pool): Promise<HealthCheck> => {
  const refusal = await postgresConditions(pool).detailOf('relay_refused');
  return refusal === null ? { status: 'ok', detail: 'publishing' } : { status: 'warning', detail: refusal };
};

const isEmbedded = (part: string): boolean => (process.env['MAGFLOW_EMBEDDED'] ?? '').split(',').includes(part);

/**
 * What readiness depends on. Neither lag, marketplace nor a first sync counts (contract §9); a relay that refuses to
 * publish is shown, and holds nobody up.
 */
export const createHealth = ({
  config,
  pool,
  eventStore,
  bus,
}: {
  readonly config: Pick<Config, 'kafkaBrokers' | 'dataDir'>;
  readonly pool: pg.Pool;
  readonly eventStore: EventStore;
  readonly bus: Bus;
}): Health => {
  const storageCheck = createStorageCheck(pool, isEmbedded('postgres') ? config.dataDir : null);
  return {
    async ready() {
      const isKafka = bus.kind === 'kafka';
      const detail = isKafka ? config.kafkaBrokers.join(', ') : 'embedded';
      const [database, migrations, storage, log, carrier, relay] = await Promise.all([
        within(pool.query('select 1').then(() => said('reachable'))),
        within(pool.query('select 1 from ops.settings limit 1').then(() => said('done'))),
        within(storageCheck()),
        within(eventStore.lastPosition().then((position) => said(`at position ${position}`))),
        within(bus.check().then(() => said(detail))),
        isKafka ? within(relayCheck(pool)) : null,
      ]);
      return { database, migrations, storage, event_store: log, bus: carrier, ...(relay && { relay }) };
    },
  };
};
