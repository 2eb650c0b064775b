import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CrashWorld } from '../support/crashWorld.js';
import { invoiceSeries, seriesWorld } from '../support/scenarios/invoiceSeries.js';

const ORDERS = 120;
const world = new CrashWorld();

beforeAll(() => {
  const { settings, sandbox } = seriesWorld(ORDERS);
  return world.open(settings, sandbox);
});
afterAll(() => world.close());

describe('a series of invoices', () => {
  it('has no gap and no double through kill -9 under many writers', async () =>
    expect(await invoiceSeries(world, { orders: ORDERS, writers: 16, kills: 1, deadlineMs: 120_000 })).toBeGreaterThan(
      0,
    ));
});
