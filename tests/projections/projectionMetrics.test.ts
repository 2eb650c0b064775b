import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { registerProjectionMetrics } from '../../src/infrastructure/readModel/projectionMetrics.js';
import { ProjectionAdmin, UnknownProjection } from '../../src/projections/projectionAdmin.js';
import { eventually } from '../support/eventually.js';
import { broken, counted, countingProjection } from './support/countingProjection.js';
import { openReadModelBench, type ReadModelBench } from './support/readModelBench.js';

describe('the state of read models, as operators see it', () => {
  let bench: ReadModelBench;
  let admin: ProjectionAdmin;
  const tally = countingProjection();

  beforeAll(async () => {
    bench = await openReadModelBench();
    admin = new ProjectionAdmin(bench.pool, bench.store, [tally]);
    const runner = await bench.run([tally]);
    await bench.reached('tally', await bench.append('tally-a', counted(1), broken, counted(1), counted(1)));
    await runner.stop();
    await bench.append('tally-b', counted(1), counted(1));
  });
  afterAll(() => bench.close());

  it('is behind by what was appended since', async () =>
    expect(await admin.status()).toMatchObject([
      {
        name: 'tally',
        version: 1,
        position: 4n,
        head: 6n,
        lagEvents: 2,
        state: 'current',
        isRunning: false,
        parked: 1,
      },
    ]));

  it('is a metric by projection', async () => {
    const registry = new Registry();
    registerProjectionMetrics(registry, admin);
    const text = await registry.metrics();
    expect(text).toContain('magflow_projection_lag_events{projection="tally"} 2');
    expect(text).toContain('magflow_parked_events{projection="tally"} 1');
  });

  it('is no metric when the database does not answer', async () => {
    const registry = new Registry();
    registerProjectionMetrics(registry, { status: () => Promise.reject(new Error('gone')) });
    expect(await registry.metrics()).not.toMatch(/^magflow_projection_lag_events\{/m);
  });

  it('cannot be rebuilt under an unknown name', async () =>
    expect(admin.rebuild('nonsense')).rejects.toThrow(UnknownProjection));

  it('names a replay that nobody does as pending', async () => {
    const { items } = await admin.parked({ page: 1, itemsPerPage: 10 });
    expect(await admin.replay(items[0]?.id ?? '', 60)).toEqual({ outcome: 'pending', remaining: 3 });
    expect(await admin.replay('999')).toBeNull();
    expect(await admin.replay('x; drop')).toBeNull();
  });

  it('lets the next runner do what was asked for while none ran', async () => {
    await bench.run([
      countingProjection({
        evolve: (state, event) => tally.evolve(state, event.type === 'Broken' ? { ...event, type: 'Counted' } : event),
      }),
    ]);
    await bench.reached('tally', 6n);
    await eventually(
      async () => (await admin.parked({ page: 1, itemsPerPage: 1 })).total,
      (total) => total === 0,
    );
    expect(await bench.rows('select key, events from read.tally_v1 order by key')).toEqual([
      { key: 'tally-a', events: 4 },
      { key: 'tally-b', events: 2 },
    ]);
  });
});
