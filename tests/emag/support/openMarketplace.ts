import type { Pool } from 'pg';
import { Registry } from 'prom-client';
import type { CallContext } from '../../../src/application/ports/marketplace.js';
import { systemClock, type Clock } from '../../../src/application/ports/clock.js';
import type { AccountConfig } from '../../../src/infrastructure/config/accounts.js';
import type { AccountLimits } from '../../../src/infrastructure/config/limits.js';
import { createMarketplace, type EmagMarketplace } from '../../../src/infrastructure/emag/emagMarketplace.js';
import type { BodyForms } from '../../../src/infrastructure/emag/routes.js';
import { migrate } from '../../../src/infrastructure/postgres/migrate.js';
import { createPool } from '../../../src/infrastructure/postgres/pool.js';
import { createTestDatabase } from '../../support/database.js';

export const masterKey = Buffer.alloc(32, 7);

export const noLimits: AccountLimits = {
  orders: { perSecond: null, perMinute: null, perDay: null },
  general: { perSecond: null, perMinute: null, perDay: null },
  ean: { perSecond: null, perMinute: null, perDay: null },
};

export const accountAt = (baseUrl: string, changes: Partial<AccountConfig> = {}): AccountConfig => ({
  key: 'main',
  platform: 'emag-ro',
  fulfilment: 'own',
  baseUrl,
  username: 'shop@example.test',
  password: 'a password',
  limits: noLimits,
  isDemonstration: false,
  ...changes,
});

export const interactive: CallContext = { correlationId: 'test-correlation', priority: 'interactive' };
export const background: CallContext = { correlationId: 'test-correlation', priority: 'background' };

export interface TestMarketplaces {
  readonly pool: Pool;
  readonly registry: Registry;
  readonly warnings: { details: object; message: string }[];
  /** Another process as far as PostgreSQL can tell: nothing is shared but the database. */
  open(accounts: readonly AccountConfig[], options?: { clock?: Clock; bodyForms?: BodyForms }): EmagMarketplace;
  close(): Promise<void>;
}

/** A database of its own with our tables, and any number of marketplaces over it; reads hardly wait between attempts. */
export const openTestMarketplaces = async (): Promise<TestMarketplaces> => {
  const database = await createTestDatabase();
  await migrate(database.url);
  const pool = createPool(database.url, { name: 'emag test' });
  const registry = new Registry();
  const warnings: { details: object; message: string }[] = [];
  const opened: EmagMarketplace[] = [];
  return {
    pool,
    registry,
    warnings,
    open(accounts, { clock = systemClock, bodyForms } = {}) {
      const marketplace = createMarketplace({
        config: { accounts },
        pool,
        clock,
        logger: { warn: (details, message) => void warnings.push({ details, message }) },
        registry: opened.length === 0 ? registry : new Registry(),
        masterKey,
        retry: { attempts: 3, baseMs: { interactive: 5, background: 5 }, random: () => 1 },
        ...(bodyForms && { bodyForms }),
      });
      opened.push(marketplace);
      return marketplace;
    },
    async close() {
      for (const marketplace of opened) await marketplace.close();
      await pool.end();
      await database.drop();
    },
  };
};
