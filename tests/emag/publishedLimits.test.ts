import { expect, it, jest } from '@jest/globals';
import { DEFAULT_LIMITS } from '../../src/infrastructure/config/limits.js';
import { parseLimits, publishedLimits } from '../../src/infrastructure/sandbox/http/rateLimits.js';
import { startSandbox } from '../../src/infrastructure/sandbox/startSandbox.js';
import { accountAt, background, openTestMarketplaces } from './support/openMarketplace.js';

jest.setTimeout(120_000);

it('reads many pages at once from two accounts without ever exceeding the published limits', async () => {
  const sandbox = await startSandbox({
    port: 0,
    controlPort: 0,
    dataDir: undefined,
    seed: 1,
    now: Date.parse('2025-11-24T10:00:00Z'),
    orders: 3_000,
    offers: 800,
    limits: parseLimits(publishedLimits),
    newOrders: 0,
    latencyMs: 40,
  });
  const test = await openTestMarketplaces();
  try {
    const marketplace = test.open(
      sandbox.accounts.map(({ key, base_url, username, password }) =>
        accountAt(base_url, {
          key,
          username,
          password,
          fulfilment: key === 'fbe' ? 'fbe' : 'own',
          limits: DEFAULT_LIMITS,
        }),
      ),
    );
    const ids = new Set<string>();
    const readAccount = async (key: 'main' | 'fbe'): Promise<void> => {
      const account = await marketplace.account(key);
      const fulfilment = account.info.fulfilment;
      const pages = (await account.countOrders({ fulfilment }, background)).pages;
      await Promise.all([
        ...Array.from({ length: pages }, async (_, index) => {
          const { items } = await account.readOrders({ fulfilment }, index + 1, background);
          for (const { orderId } of items) ids.add(orderId);
        }),
        ...Array.from({ length: 4 }, (_, index) =>
          account.readOffers(index + 1, { includeInactive: true }, background),
        ),
      ]);
    };
    await Promise.all([readAccount('main'), readAccount('fbe')]);
    expect(ids.size).toBe(3_000);

    const response = await fetch(`${sandbox.control}/control/calls`);
    const { counters } = (await response.json()) as {
      counters: Record<string, Record<string, { limited: number; max_per_second: number }>>;
    };
    for (const key of ['main', 'fbe']) {
      expect(counters[key]).toMatchObject({ orders: { limited: 0 }, general: { limited: 0 } });
      expect(counters[key]?.['orders']?.max_per_second).toBeLessThanOrEqual(12);
      expect(counters[key]?.['general']?.max_per_second).toBeLessThanOrEqual(3);
    }
  } finally {
    await test.close();
    await sandbox.stop();
  }
});
