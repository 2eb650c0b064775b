import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PgReadPosition } from '../../src/projections/pgReadPosition.js';
import { PROJECTIONS } from '../../src/projections/projections.js';
import { prepareReadModels, ReadModelMissing, ReadTables } from '../../src/projections/readTables.js';
import { receivedOrder, streamOf } from './support/orderWorld.js';
import { openReadModelBench, type ReadModelBench } from './support/readModelBench.js';

describe('waiting for a position', () => {
  let bench: ReadModelBench;
  let position: PgReadPosition;

  beforeAll(async () => {
    bench = await openReadModelBench();
    position = new PgReadPosition(bench.pool, new ReadTables(bench.pool, PROJECTIONS));
    await position.start();
  });
  afterAll(async () => {
    position.close();
    await bench.close();
  });

  it('is refused while there are no tables', async () =>
    expect(position.waitFor(['order_list'], 1n, 10)).rejects.toThrow(ReadModelMissing));

  it('gives up in time, and is told when it comes', async () => {
    await prepareReadModels(bench.pool, PROJECTIONS, await bench.store.storeId());
    const last = await bench.append(streamOf({ orderId: '1' }), receivedOrder({ orderId: '1' }));
    expect(await position.waitFor(['order_list', 'operations'], last, 30)).toBe('behind');
    const waiting = position.waitFor(['order_list', 'operations'], last, 10_000);
    await bench.run(PROJECTIONS);
    expect(await waiting).toBe('reached');
    expect(await position.current(['offers'])).toBe(last);
  });

  it('sees what was read from another process’s commits', async () => {
    const seed = { orderId: '2' };
    const last = await bench.append(streamOf(seed), receivedOrder(seed));
    expect(await position.waitFor(['order_list', 'offers', 'sync_runs', 'operations'], last, 10_000)).toBe('reached');
  });

  it('knows which streams are parked', async () => {
    const last = await bench.append('order-main-3', {
      ...receivedOrder({ orderId: '3', facts: { orderedAt: 'not a time' } }),
    });
    await position.waitFor(['order_list'], last, 10_000);
    expect(await position.isParked(['order_list'], 'order-main-3')).toBe(true);
    expect(await position.isParked(['operations'], 'order-main-3')).toBe(false);
    expect(await position.isParked(['order_list'], 'order-main-2')).toBe(false);
  });
});
