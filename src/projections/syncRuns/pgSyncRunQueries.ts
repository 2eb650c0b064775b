import type pg from 'pg';
import type { ListRequest } from '../listPage.js';
import { Predicate, runListQuery } from '../listQuery.js';
import type { ReadTables } from '../readTables.js';
import type { SyncRunFilter, SyncRunPage, SyncRunQueries, SyncRunRecord, SyncStatistics } from './syncRunQueries.js';

/** Finished runs are shown this long (contract §5, cleanup); the log keeps them. */
export const RUNS_SHOWN_DAYS = 30;

const isShown = `(finished_at is null or finished_at > now() - interval '${RUNS_SHOWN_DAYS} days')`;

const runOf = (text: string): SyncRunRecord => JSON.parse(text) as SyncRunRecord;

/** Sync runs read from PostgreSQL. */
export class PgSyncRunQueries implements SyncRunQueries {
  constructor(
    private readonly pool: pg.Pool,
    private readonly tables: ReadTables,
  ) {}

  async list(filter: SyncRunFilter, request: ListRequest<'requested_at'>): Promise<SyncRunPage> {
    const { items, ...page } = await runListQuery(this.pool, {
      table: await this.table(),
      predicate: new Predicate()
        .oneOf('account', filter.accounts)
        .oneOf('kind', filter.kinds)
        .oneOf('phase', filter.phases)
        .matching('terms', request.q)
        .whereTrue(isShown),
      sorts: { requested_at: { column: 'requested_at', type: 'timestamptz' } },
      defaultSort: 'requested_at',
      defaultOrder: 'desc',
      request,
      item: 'run',
    });
    return { runs: items.map(runOf), ...page };
  }

  async byId(id: string): Promise<SyncRunRecord | null> {
    const [run] = await this.select(`select run from ${await this.table()} where key = $1`, [id]);
    return run ?? null;
  }

  async active(): Promise<readonly SyncRunRecord[]> {
    return this.select(
      `select run from ${await this.table()} where phase in ('requested', 'running') order by requested_at, key`,
      [],
    );
  }

  async lastCompleted(): Promise<readonly SyncRunRecord[]> {
    return this.select(
      `select distinct on (account, kind) run from ${await this.table()}
        where phase = 'completed' order by account, kind, finished_at desc, key`,
      [],
    );
  }

  async statistics(now: Date, accounts: readonly string[]): Promise<SyncStatistics> {
    const { rows } = await this.pool.query<{ completed: string; failed: string; cancelled: string }>(
      `select count(*) filter (where phase = 'completed') as completed,
              count(*) filter (where phase = 'failed') as failed,
              count(*) filter (where phase = 'cancelled') as cancelled
         from ${await this.table()}
        where finished_at > $1::timestamptz - interval '${RUNS_SHOWN_DAYS} days' and account = any($2)`,
      [now, accounts],
    );
    const [completed, failed, cancelled] = [rows[0]?.completed, rows[0]?.failed, rows[0]?.cancelled].map(Number);
    return {
      total: (completed ?? 0) + (failed ?? 0) + (cancelled ?? 0),
      completed: completed ?? 0,
      failed: failed ?? 0,
      cancelled: cancelled ?? 0,
    };
  }

  private table(): Promise<string> {
    return this.tables.table('sync_runs', 'sync_runs');
  }

  private async select(sql: string, values: readonly unknown[]): Promise<readonly SyncRunRecord[]> {
    const { rows } = await this.pool.query<{ run: SyncRunRecord }>(sql, [...values]);
    return rows.map(({ run }) => run);
  }
}
