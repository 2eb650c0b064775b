import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CrashWorld } from '../support/crashWorld.js';
import { invoiceSeries, seriesWorld } from '../support/scenarios/invoiceSeries.js';

const world = new CrashWorld();

beforeAll(() => world.open(seriesWorld));
afterAll(() => world.close());

describe('10,000 invoices in one series, 64 writers', () => {
  it('have no gap and no double through three kill -9', async () => {
    const perSecond = await invoiceSeries(world, { orders: 10_000, writers: 64, kills: 3, deadlineMs: 2_400_000 });
    process.stdout.write(`10,000 invoices, three kills: ${perSecond.toFixed(1)} a second from wish to link\n`);
    expect(perSecond).toBeGreaterThan(0);
  });
});
