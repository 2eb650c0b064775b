import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CrashWorld } from '../support/crashWorld.js';
import { eventually } from '../support/eventually.js';
import { runTwoApis } from '../support/scenarios/twoApis.js';

const world = new CrashWorld();
beforeAll(() => world.open());
afterAll(() => world.close());

/** The names of contract §9, and one of each part beside them. */
const NAMES = [
  'magflow_projection_lag_events',
  'magflow_parked_events',
  'magflow_emag_calls_total',
  'magflow_emag_budget_remaining',
  'magflow_cache_hits_total',
  'magflow_cache_misses_total',
  'magflow_cache_invalidations_total',
  'http_request_duration_seconds_count',
  'process_cpu_user_seconds_total',
  'process_resident_memory_bytes',
  'nodejs_eventloop_lag_seconds',
  'magflow_eventstore_seconds_count',
  'magflow_bus_messages_total',
  'magflow_websocket_connections',
  'magflow_websocket_messages_total',
  'magflow_job_runs_total',
];

describe('two API processes', () => {
  it('tell each client of each new order once, also those whose process is killed', async () => {
    const { made, heard, errors } = await runTwoApis(world, { sockets: 6, orders: 6 });
    expect(errors).toEqual([]);
    expect(heard).toHaveLength(12);
    for (const orders of heard) expect([...orders].sort()).toEqual([...made].sort());
  });

  it('show the figures of the whole installation to whoever scrapes one of them', async () => {
    await world.call('POST', '/jobs/emag.health_check/run');
    const text = await eventually(
      async () => (await fetch(`${world.url}/metrics`)).text(),
      (metrics) => metrics.includes('magflow_job_runs_total{'),
      120_000,
    );
    const told = new Set([...text.matchAll(/^([a-z_]+)(?:\{[^}]*\})? \S+$/gm)].map(([, name]) => name));
    expect(NAMES.filter((name) => !told.has(name))).toEqual([]);
    // The worker listens nowhere; an API tells its figures.
    expect(text).toMatch(/magflow_emag_calls_total\{[^}]*process="worker"[^}]*\} [1-9]/);
    expect(text).toMatch(/http_request_duration_seconds_count\{[^}]*process="api"[^}]*\} [1-9]/);
  });
});
