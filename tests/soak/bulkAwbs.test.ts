import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { CrashWorld } from '../support/crashWorld.js';
import { bulkAwbs, bulkWorld } from '../support/scenarios/bulkAwbs.js';

/** The marketplace's own limit for what is no order route (reference §5.1). */
const PER_SECOND = 3;
const world = new CrashWorld();

beforeAll(async () => {
  const { settings, sandbox } = bulkWorld(PER_SECOND, 1_000);
  await world.open(settings, sandbox);
});
afterAll(() => world.close());

describe('1,000 orders for AWBs in one bulk, one named twice and two that get none, at the published limit', () => {
  it('comes to one AWB an order through three kill -9, stop, doubt and retry', () =>
    bulkAwbs(world, { orders: 997, kills: 3, perSecond: PER_SECOND, deadlineMs: 1_800_000 }));
});
