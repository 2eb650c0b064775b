import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { runLiveEvents } from './liveHeap.js';
import { PanelWorld } from './panelWorld.js';

const world = new PanelWorld();
beforeAll(() => world.open({ MAGFLOW_SANDBOX_NEW_ORDER_SECONDS: '0' }));
afterAll(() => world.close());

it('keeps nothing of 2,000 live events but the ids of new orders', async () => {
  const { before, after, told } = await runLiveEvents(world, 2_000);
  expect(told).toBe(400);
  expect(after / before).toBeLessThan(1.3);
  expect(world.complaints).toEqual([]);
});
