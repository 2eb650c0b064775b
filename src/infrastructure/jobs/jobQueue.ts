import { randomUUID } from 'node:crypto';
import { Logger as WorkerLogger, makeWorkerUtils, run, type Runner } from 'graphile-worker';
import type pg from 'pg';
import type { Registry } from 'prom-client';
import { RuleViolation } from '../../domain/decider.js';
import type { FactKeeper } from '../audit/postgresAuditOutbox.js';
import type { Config } from '../config/config.js';
import { DEFAULT_JOB_SECONDS, type JobName } from '../config/jobs.js';
import type { Jobs, JobView } from '../http/httpDeps.js';
import { Predicate, runListQuery } from '../../projections/listQuery.js';
import { jobMetrics } from './jobMetrics.js';
import type { Logger } from '../logging/logger.js';
import { inTransaction } from '../postgres/pool.js';

/** What a run says of itself; `partial` when some part failed and the rest went on. */
export interface JobResult {
  readonly state: 'succeeded' | 'partial' | 'failed';
  readonly result: unknown;
  readonly error?: string;
}

export type JobTask = (signal: AbortSignal) => Promise<JobResult>;

/** The queue lives beside our operational tables: three schemas, one backup. */
const SCHEMA = 'ops';
const JITTER = 0.1;
const CUT_OFF = 'cut off';
const names = Object.keys(DEFAULT_JOB_SECONDS) as JobName[];
const isJobName = (name: string): name is JobName => (names as readonly string[]).includes(name);

const quiet = (logger: Logger): WorkerLogger =>
  new WorkerLogger(() => (level, message) => {
    if (level === 'error') logger.error(message);
    else if (level === 'warning') logger.warn(message);
    else logger.debug(message);
  });

/** The same number in every process: whoever runs the job holds this lock, and a process that dies lets go. */
const lockName = (name: JobName): string => `magflow job ${name}`;

/** Jobs whose lock somebody holds now. An advisory lock of one number shows its halves. */
const runningNow = async (pool: pg.Pool): Promise<ReadonlySet<JobName>> => {
  const { rows } = await pool.query<{ name: JobName }>(
    `select name from unnest($1::text[], $2::text[]) as job (name, lock)
      where exists (select from pg_locks l
                     where l.locktype = 'advisory' and l.granted and l.objsubid = 1
                       and l.database = (select oid from pg_database where datname = current_database())
                       and (l.classid::bigint << 32) | l.objid::bigint = hashtext(lock)::bigint)`,
    [names, names.map(lockName)],
  );
  return new Set(rows.map(({ name }) => name));
};

/** Never at round times, never all at once (reference §5.1). */
const nextRun = (seconds: number): Date =>
  new Date(Date.now() + seconds * 1_000 * (1 - JITTER + Math.random() * 2 * JITTER));

/** Sees the queue and starts jobs by hand: for the API's processes. */
export const createJobs = (
  { pool, facts }: { readonly pool: pg.Pool; readonly facts: FactKeeper },
  { jobs }: Pick<Config, 'jobs'>,
): Jobs => {
  return {
    async list(): Promise<readonly JobView[]> {
      const { rows: runs } = await pool.query<{
        name: string;
        id: string;
        state: string;
        trigger: string;
        started_at: Date;
        finished_at: Date | null;
        result: unknown;
        error: string | null;
      }>(
        `select distinct on (name) name, id, state, trigger, started_at, finished_at, result, error
         from ops.job_runs where state <> 'skipped' order by name, started_at desc`,
      );
      const running = await runningNow(pool);
      const { rows: scheduled } = await pool.query<{ key: string; run_at: Date }>(
        `select key, run_at from ${SCHEMA}.jobs where key is not null and locked_at is null`,
      );
      return names.map((name) => {
        const last = runs.find((one) => one.name === name);
        const isCutOff = last?.state === 'running' && !running.has(name);
        return {
          name,
          enabled: jobs.enabled,
          every_seconds: jobs.seconds[name],
          next_run_at: scheduled.find(({ key }) => key === name)?.run_at.toISOString() ?? null,
          last_run: last
            ? {
                id: last.id,
                // Its process died; the next run says so in the table.
                state: isCutOff ? 'failed' : last.state,
                trigger: last.trigger,
                started_at: last.started_at.toISOString(),
                finished_at: last.finished_at?.toISOString() ?? null,
                result: last.result,
                error: isCutOff ? CUT_OFF : last.error,
              }
            : null,
        };
      });
    },

    async run(name, telling) {
      if (!isJobName(name)) throw new RuleViolation('job-unknown', `There is no job ${name}`);
      const { rows } = await pool.query<{ id: string; state: string }>(
        `select id, state from ops.job_runs where name = $1 and state in ('queued', 'running') order by state limit 1`,
        [name],
      );
      const [open] = rows;
      if (open?.state === 'queued' || (await runningNow(pool)).has(name)) {
        throw new RuleViolation('job-running', `The job ${name} is running or about to run`, {
          run_id: open?.id ?? null,
        });
      }
      const runId = randomUUID();
      // Together: a run that says that it is queued, and is not, would keep the job from ever being run by hand again.
      await inTransaction(pool, async (client) => {
        await client.query(`insert into ops.job_runs (id, name, trigger, state) values ($1, $2, 'user', 'queued')`, [
          runId,
          name,
        ]);
        await client.query(
          `select ${SCHEMA}.add_job($1, json_build_object('runId', $2::text, 'trigger', 'user'), max_attempts => 1)`,
          [name, runId],
        );
        await facts.keepWith(client, telling({ runId }));
      });
      return { runId };
    },

    runs(name, request) {
      if (!isJobName(name)) throw new RuleViolation('job-unknown', `There is no job ${name}`);
      return runListQuery(pool, {
        table: 'ops.job_run_list',
        predicate: new Predicate().where('name = ?', name),
        sorts: { started_at: { column: 'started_at', type: 'timestamptz' } },
        defaultSort: 'started_at',
        defaultOrder: 'desc',
        request,
        item: 'item',
      });
    },
  };
};

/**
 * Runs the scheduled jobs. Any number of workers may: the queue hands each due run to one of them. A run that was
 * missed while nobody worked is caught up once. The next run is scheduled before the work begins, so that a crash in
 * the middle cannot end the schedule.
 */
export class JobRunner {
  private runner: Runner | null = null;
  private readonly metrics: ReturnType<typeof jobMetrics>;
  private readonly stopping = new AbortController();

  constructor(
    private readonly pool: pg.Pool,
    private readonly config: Pick<Config, 'jobs'>,
    private readonly tasks: Readonly<Record<JobName, JobTask>>,
    private readonly logger: Logger,
    registry: Registry,
  ) {
    this.metrics = jobMetrics(registry);
  }

  /** Creates or upgrades the queue's tables; call before anything else looks at them. */
  static async migrate(pool: pg.Pool, logger: Logger): Promise<void> {
    const utils = await makeWorkerUtils({ pgPool: pool, schema: SCHEMA, logger: quiet(logger) });
    try {
      await utils.migrate();
    } finally {
      await utils.release();
    }
  }

  /** Whether a job has ever been run on this database. */
  async hasRun(name: JobName): Promise<boolean> {
    const { rows } = await this.pool.query<{ found: boolean }>(
      'select exists (select from ops.job_runs where name = $1) as found',
      [name],
    );
    return rows[0]?.found ?? false;
  }

  async start(): Promise<void> {
    const { enabled, seconds } = this.config.jobs;
    const utils = await makeWorkerUtils({ pgPool: this.pool, schema: SCHEMA, logger: quiet(this.logger) });
    try {
      for (const name of names) {
        if (enabled) {
          // A first start runs everything at once; a later one keeps what is due.
          const options = { jobKey: name, jobKeyMode: 'preserve_run_at', maxAttempts: 1 } as const;
          const { rows } = await this.pool.query<{ run_at: Date }>(`select run_at from ${SCHEMA}.jobs where key = $1`, [
            name,
          ]);
          const due = rows[0]?.run_at;
          const latest = nextRun(seconds[name]);
          // An interval that was shortened counts from now on.
          if (!due) await utils.addJob(name, { trigger: 'schedule' }, { ...options, runAt: new Date() });
          else if (due > latest)
            await utils.addJob(name, { trigger: 'schedule' }, { ...options, jobKeyMode: 'replace', runAt: latest });
        } else {
          await this.pool.query(`select ${SCHEMA}.remove_job($1)`, [name]);
        }
      }
    } finally {
      await utils.release();
    }
    this.runner = await run({
      pgPool: this.pool,
      schema: SCHEMA,
      logger: quiet(this.logger),
      noHandleSignals: true,
      concurrency: 4,
      pollInterval: 1_000,
      parsedCronItems: [],
      taskList: Object.fromEntries(names.map((name) => [name, (payload: unknown) => this.runOnce(name, payload)])),
    });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.runner?.stop();
  }

  private async runOnce(name: JobName, payload: unknown): Promise<void> {
    const { runId = randomUUID(), trigger = 'schedule' } = payload as { runId?: string; trigger?: string };
    if (trigger === 'schedule' && this.config.jobs.enabled) {
      await this.pool.query(
        `select ${SCHEMA}.add_job($1, json_build_object('trigger', 'schedule'), run_at => $2, job_key => $1, max_attempts => 1)`,
        [name, nextRun(this.config.jobs.seconds[name])],
      );
    }
    const client = await this.pool.connect();
    let isUnlocked = false;
    try {
      // Held by the connection: a worker that dies lets go at once.
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock(hashtext($1)) as got', [
        lockName(name),
      ]);
      if (!rows[0]?.got) {
        isUnlocked = true;
        this.logger.info({ job: name }, 'a job is still running elsewhere, this run is left out');
        await this.pool.query(
          `update ops.job_runs set state = 'skipped', finished_at = now(), error = 'another run was under way'
            where id = $1 and state = 'queued'`,
          [runId],
        );
        return;
      }
      try {
        await this.recorded(name, runId, trigger);
      } finally {
        await client.query('select pg_advisory_unlock(hashtext($1))', [lockName(name)]);
        isUnlocked = true;
      }
    } finally {
      // In the pool, a connection that still holds the lock would keep the job from running anywhere.
      client.release(!isUnlocked);
    }
  }

  private async recorded(name: JobName, runId: string, trigger: string): Promise<void> {
    // Whoever ran it before and did not finish is gone, or we would not hold the lock.
    await this.pool.query(
      `update ops.job_runs set state = 'failed', finished_at = now(), error = $2 where name = $1 and state = 'running'`,
      [name, CUT_OFF],
    );
    await this.pool.query(
      `insert into ops.job_runs (id, name, trigger, state) values ($1, $2, $3, 'running')
       on conflict (id) do update set state = 'running', started_at = now()`,
      [runId, name, trigger],
    );
    const stopwatch = this.metrics.durations.startTimer({ job: name });
    let outcome: JobResult;
    try {
      outcome = await this.tasks[name](this.stopping.signal);
    } catch (error) {
      this.logger.error({ err: error, job: name }, 'a job failed');
      outcome = { state: 'failed', result: null, error: error instanceof Error ? error.message : String(error) };
    }
    stopwatch();
    this.metrics.runs.inc({ job: name, state: outcome.state });
    await this.pool.query(
      'update ops.job_runs set state = $2, finished_at = now(), result = $3::jsonb, error = $4 where id = $1',
      [runId, outcome.state, JSON.stringify(outcome.result ?? null), outcome.error ?? null],
    );
  }
}
