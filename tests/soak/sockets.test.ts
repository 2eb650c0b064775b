import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CrashWorld } from '../support/crashWorld.js';
import { runTwoApis } from '../support/scenarios/twoApis.js';

const world = new CrashWorld();
beforeAll(() => world.open());
afterAll(() => world.close());

describe('two API processes with 200 sockets each', () => {
  it('tell each client of each of 20 new orders once, also those whose process is killed', async () => {
    const { made, heard, errors } = await runTwoApis(world, { sockets: 200, orders: 20 });
    expect(errors).toEqual([]);
    expect([made.length, heard.length]).toEqual([20, 400]);
    for (const orders of heard) expect([...orders].sort()).toEqual([...made].sort());
  });
});
