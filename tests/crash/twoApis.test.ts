import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CrashWorld } from '../support/crashWorld.js';
import { runTwoApis } from '../support/scenarios/twoApis.js';

const world = new CrashWorld();
beforeAll(() => world.open());
afterAll(() => world.close());

describe('two API processes', () => {
  it('tell each client of each new order once, also those whose process is killed', async () => {
    const { made, heard, errors } = await runTwoApis(world, { sockets: 6, orders: 6 });
    expect(errors).toEqual([]);
    expect(heard).toHaveLength(12);
    for (const orders of heard) expect([...orders].sort()).toEqual([...made].sort());
  });
});
