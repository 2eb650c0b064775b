import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Counter, Registry } from 'prom-client';
import { allMetrics, tellMetrics } from '../../src/infrastructure/metrics/processMetrics.js';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { createPool } from '../../src/infrastructure/postgres/pool.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url);
  pool = createPool(database.url, { name: 'test', max: 2 });
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const registryOf = (process: string, calls: number): Registry => {
  const registry = new Registry();
  registry.setDefaultLabels({ process });
  new Counter({ name: 'magflow_emag_calls_total', help: 'Calls', labelNames: ['account'], registers: [registry] }).inc(
    { account: 'main' },
    calls,
  );
  return registry;
};

describe('the figures of an installation', () => {
  it('hold those of processes that nobody can scrape, and lose them when these stop', async () => {
    const api = registryOf('api', 1);
    const stop = tellMetrics(pool, registryOf('worker', 7), 'worker-1');
    const text = await eventually(
      () => allMetrics(pool, api),
      (metrics) => metrics.includes('process="worker"'),
      20_000,
    );
    expect(text).toMatch(/magflow_emag_calls_total\{[^}]*process="worker"[^}]*\} 7/);
    expect(text).toMatch(/magflow_emag_calls_total\{[^}]*process="api"[^}]*\} 1/);
    expect(text.match(/# TYPE magflow_emag_calls_total counter/g)).toHaveLength(1);
    await stop();
    expect(await allMetrics(pool, api)).not.toContain('process="worker"');
  });
});
