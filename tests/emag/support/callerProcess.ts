import { systemClock } from '../../../src/application/ports/clock.js';
import { createMarketplace } from '../../../src/infrastructure/emag/emagMarketplace.js';
import { createPool } from '../../../src/infrastructure/postgres/pool.js';
import { Registry } from 'prom-client';
import type { AccountConfig } from '../../../src/infrastructure/config/accounts.js';

interface Task {
  readonly databaseUrl: string;
  readonly account: AccountConfig;
  readonly calls: number;
}

/** A process of the installation that makes calls as fast as it may; started by the test, which counts the arrivals. */
const { databaseUrl, account, calls } = JSON.parse(process.argv[2] ?? '') as Task;
const pool = createPool(databaseUrl, { name: 'caller' });
const marketplace = createMarketplace({
  config: { accounts: [account] },
  pool,
  clock: systemClock,
  logger: { warn: () => undefined },
  registry: new Registry(),
  masterKey: Buffer.alloc(32, 7),
});
const main = await marketplace.account(account.key);
await Promise.all(
  Array.from({ length: calls }, (_, index) =>
    main.readOrders({ fulfilment: 'own' }, index + 1, { correlationId: 'load', priority: 'background' }),
  ),
);
await marketplace.close();
await pool.end();
