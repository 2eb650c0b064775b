import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CrashWorld } from '../support/crashWorld.js';
import { invoiceSeries, seriesWorld } from '../support/scenarios/invoiceSeries.js';

const ORDERS = 10_000;
const world = new CrashWorld();

beforeAll(() => {
  const { settings, sandbox } = seriesWorld(ORDERS);
  return world.open(settings, sandbox);
});
afterAll(() => world.close());

describe('10,000 invoices in one series, 64 writers', () => {
  it('have no gap and no double through three kill -9', async () => {
    const perSecond = await invoiceSeries(world, { orders: ORDERS, writers: 64, kills: 3, deadlineMs: 2_400_000 });
    process.stdout.write(`10,000 invoices, three kills: ${perSecond.toFixed(1)} a second from wish to link\n`);
    expect(perSecond).toBeGreaterThan(0);
  });
});
