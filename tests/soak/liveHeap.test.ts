import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { runLiveEvents } from '../e2e/liveHeap.js';
import { PanelWorld } from '../e2e/panelWorld.js';

const world = new PanelWorld();
beforeAll(() => world.open({ MAGFLOW_SANDBOX_NEW_ORDER_SECONDS: '0' }));
afterAll(() => world.close());

it('keeps nothing of 20,000 live events but the ids of new orders', async () => {
  const { before, after, told } = await runLiveEvents(world, 20_000);
  process.stdout.write(`heap: ${before} bytes before, ${after} after, ${(after / before).toFixed(2)} of it\n`);
  expect(told).toBe(4_000);
  expect(after / before).toBeLessThan(1.3);
  expect(world.complaints).toEqual([]);
});
