import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { DEFAULT_JOB_SECONDS, type JobName } from '../../src/infrastructure/config/jobs.js';
import { createJobs, JobRunner, type JobResult, type JobTask } from '../../src/infrastructure/jobs/jobQueue.js';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { createPool } from '../../src/infrastructure/postgres/pool.js';
import { postgresAuditOutbox } from '../../src/infrastructure/audit/postgresAuditOutbox.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { untold } from '../support/untold.js';

const logger = pino({ level: 'silent' });
const names = Object.keys(DEFAULT_JOB_SECONDS) as JobName[];
const done: JobResult = { state: 'succeeded', result: { ok: true } };
const firstPage = { page: 1, itemsPerPage: 100 };

let database: TestDatabase;
const pools: pg.Pool[] = [];
const runners: JobRunner[] = [];
const registry = new Registry();
const newPool = (): pg.Pool => {
  const pool = createPool(database.url, { name: 'jobs test', max: 10 });
  pools.push(pool);
  return pool;
};

let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url);
  pool = newPool();
  await JobRunner.migrate(pool, logger);
});
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
});
afterAll(async () => {
  await Promise.all(pools.map((one) => one.end()));
  await database.drop();
});

const config = (enabled = true) => ({ jobs: { enabled, seconds: DEFAULT_JOB_SECONDS } });

const worker = async (
  task: (name: JobName) => JobTask,
  enabled = true,
  metrics = new Registry(),
): Promise<JobRunner> => {
  const tasks = Object.fromEntries(names.map((name) => [name, task(name)])) as Record<JobName, JobTask>;
  const runner = new JobRunner(newPool(), config(enabled), tasks, logger, metrics);
  runners.push(runner);
  await runner.start();
  return runner;
};

const jobs = (enabled = true) =>
  createJobs({ pool, facts: postgresAuditOutbox(pool, Buffer.alloc(32, 7)) }, config(enabled));
const viewOf = async (name: JobName) => (await jobs().list()).find((one) => one.name === name);
const runsOf = async (name: JobName) =>
  (await jobs().runs(name, firstPage)).items.map(
    (item) => JSON.parse(item) as { id: string; state: string; trigger: string; error: string | null },
  );

describe('scheduled jobs', () => {
  it('run once at the first start, whichever of two workers has them, and again an interval later, jittered', async () => {
    const ran: string[] = [];
    const task = (name: JobName) => async () => {
      ran.push(name);
      return done;
    };
    await Promise.all([worker(task, true, registry), worker(task)]);
    await eventually(
      async () => (await jobs().list()).filter(({ last_run }) => last_run?.state === 'succeeded').length,
      (count) => count === names.length,
    );
    expect([...ran].sort()).toEqual([...names].sort());
    for (const { name, every_seconds, next_run_at } of await jobs().list()) {
      const inSeconds = (Date.parse(next_run_at ?? '') - Date.now()) / 1_000;
      expect([name, inSeconds > every_seconds * 0.9 - 30 && inSeconds <= every_seconds * 1.1]).toEqual([name, true]);
    }
    // Nothing was missed, so a second start runs nothing.
    await worker(task);
    await eventually(
      async () => (await pool.query('select from ops.jobs where run_at <= now()')).rowCount,
      (due) => due === 0,
    );
    expect(ran).toHaveLength(names.length);
  });

  it('that were missed many times are caught up once', async () => {
    await pool.query(`update ops._private_jobs set run_at = now() - interval '3 days' where key = 'emag.sync_orders'`);
    const before = (await runsOf('emag.sync_orders')).length;
    let ran = 0;
    const task = () => async () => {
      ran += 1;
      return done;
    };
    await Promise.all([worker(task), worker(task)]);
    await eventually(
      () => runsOf('emag.sync_orders'),
      (runs) => runs.length > before && runs[0]?.state === 'succeeded',
    );
    const next = (await viewOf('emag.sync_orders'))?.next_run_at ?? '';
    expect(Date.parse(next)).toBeGreaterThan(Date.now());
    expect([ran, (await runsOf('emag.sync_orders')).length - before]).toEqual([1, 1]);
  });

  it('tell how they ended, and one that throws stops no other', async () => {
    await worker((name) => async () => {
      if (name === 'emag.health_check') throw new Error('the bus is gone');
      return { state: 'partial', result: { failed: ['fbe'] } };
    });
    await jobs().run('emag.health_check', untold);
    await jobs().run('emag.sync_products', untold);
    await eventually(
      async () => [(await runsOf('emag.health_check'))[0], (await runsOf('emag.sync_products'))[0]],
      (last) => last.every((run) => run?.trigger === 'user' && run.state !== 'queued' && run.state !== 'running'),
    );
    expect((await viewOf('emag.health_check'))?.last_run).toMatchObject({ state: 'failed', error: 'the bus is gone' });
    expect((await viewOf('emag.sync_products'))?.last_run).toMatchObject({
      state: 'partial',
      trigger: 'user',
      result: { failed: ['fbe'] },
    });
  });

  it('are not run beside themselves', async () => {
    let finish: (result: JobResult) => void = () => undefined;
    await worker(() => () => new Promise((resolve) => (finish = resolve)));
    const { runId } = await jobs().run('emag.sync_orders', untold);
    // Queued counts as well: a second click means the same run.
    await expect(jobs().run('emag.sync_orders', untold)).rejects.toMatchObject({
      code: 'job-running',
      details: { run_id: runId },
    });
    await eventually(
      () => viewOf('emag.sync_orders'),
      (view) => view?.last_run?.state === 'running',
    );
    await expect(jobs().run('emag.sync_orders', untold)).rejects.toMatchObject({ code: 'job-running' });
    finish(done);
    await eventually(
      () => viewOf('emag.sync_orders'),
      (view) => view?.last_run?.state === 'succeeded',
    );
    expect((await runsOf('emag.sync_orders'))[0]).toMatchObject({ id: runId, trigger: 'user' });
  });

  it('whose process died are told as cut off', async () => {
    await pool.query(
      `insert into ops.job_runs (id, name, trigger, state) values (gen_random_uuid(), 'emag.sync_products', 'schedule', 'running')`,
    );
    expect((await viewOf('emag.sync_products'))?.last_run).toMatchObject({ state: 'failed', error: 'cut off' });
    await worker(() => () => Promise.resolve(done));
    await jobs().run('emag.sync_products', untold);
    await eventually(
      () => runsOf('emag.sync_products'),
      ([last]) => last?.state === 'succeeded',
    );
    expect((await runsOf('emag.sync_products'))[1]).toMatchObject({ state: 'failed', error: 'cut off' });
  });

  it('start nothing by themselves when they are off, and still do what they are told', async () => {
    await worker(() => () => Promise.resolve(done), false);
    expect((await pool.query('select from ops.jobs where key is not null')).rowCount).toBe(0);
    const { runId } = await jobs(false).run('emag.health_check', untold);
    await eventually(
      () => runsOf('emag.health_check'),
      ([last]) => last?.id === runId && last.state === 'succeeded',
    );
    expect((await jobs(false).list())[0]).toMatchObject({ enabled: false, next_run_at: null });
  });

  it('that nobody knows are refused', async () => {
    await expect(jobs().run('emag.dance', untold)).rejects.toMatchObject({ code: 'job-unknown' });
    expect(() => jobs().runs('emag.dance', firstPage)).toThrow(expect.objectContaining({ code: 'job-unknown' }));
  });

  it('are counted', async () => {
    const text = await registry.metrics();
    expect(text).toMatch(/magflow_job_runs_total\{job="[a-z._]+",state="succeeded"\} [1-9]/);
    expect(text).toMatch(/magflow_job_duration_seconds_count\{job="[a-z._]+"\} [1-9]/);
  });
});
