import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { CrashWorld } from '../support/crashWorld.js';
import { bulkAwbs, bulkWorld } from '../support/scenarios/bulkAwbs.js';

const PER_SECOND = 10;
const world = new CrashWorld();

beforeAll(async () => {
  const { settings, sandbox } = bulkWorld(PER_SECOND, 20);
  await world.open(settings, sandbox);
});
afterAll(() => world.close());

describe('a bulk of AWBs', () => {
  it('comes to one AWB an order through kill -9, stop, doubt and retry', () =>
    bulkAwbs(world, { orders: 30, kills: 1, perSecond: PER_SECOND, deadlineMs: 120_000 }));
});
