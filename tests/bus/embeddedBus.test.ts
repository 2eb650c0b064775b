import { Registry } from 'prom-client';
import { createPool } from '../../src/infrastructure/postgres/pool.js';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { EmbeddedBus } from '../../src/infrastructure/bus/embeddedBus.js';
import { meteredBus } from '../../src/infrastructure/bus/meteredBus.js';
import { silentLog } from '../../src/infrastructure/bus/busLog.js';
import { InMemoryEventStore } from '../../src/infrastructure/eventstore/inMemoryEventStore.js';
import { busContract } from '../contracts/busContract.js';
import { createTestDatabase } from '../support/database.js';

busContract('the event log', async () => {
  const database = await createTestDatabase();
  await migrate(database.url);
  const pool = createPool(database.url, { name: 'embedded bus test' });
  const store = new InMemoryEventStore();
  return {
    store,
    // As processes have it: with its figures.
    openBus: async () => meteredBus(new EmbeddedBus({ store, pool, log: silentLog, firstDelayMs: 5 }), new Registry()),
    close: async () => {
      await store.close();
      await pool.end();
      await database.drop();
    },
  };
});
