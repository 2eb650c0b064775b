import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CrashWorld } from '../support/crashWorld.js';
import { invoiceSeries, seriesWorld } from '../support/scenarios/invoiceSeries.js';

const world = new CrashWorld();

beforeAll(() => world.open(seriesWorld));
afterAll(() => world.close());

describe('a series of invoices', () => {
  it('has no gap and no double through kill -9 under many writers', async () =>
    expect(await invoiceSeries(world, { orders: 120, writers: 16, kills: 1, deadlineMs: 90_000 })).toBeGreaterThan(0));
});
