import type pg from 'pg';
import type { EventStore } from '../application/ports/eventStore.js';
import { CONTROL_CHANNEL } from './channels.js';
import { beginRebuild, generationsOf, type Generation } from './generations.js';
import type { ListRequest } from './listPage.js';
import { onOneConnection } from './onOneConnection.js';
import type { Projection } from './projection.js';

/** How far one generation of a projection is. */
export interface ProjectionStatus {
  readonly name: string;
  /** Counts up with every rebuild; `read.checkpoints.version`. */
  readonly version: number;
  readonly position: bigint;
  readonly head: bigint;
  /** Exact when zero. Else estimated from how dense this projection's events lay in the log so far. */
  readonly lagEvents: number;
  /** Since the checkpoint last moved, while there is something to apply; otherwise zero. */
  readonly lagSeconds: number;
  /** `current`: readers use it. `building`: it is filled beside the one in use. `replaced`: about to be dropped. */
  readonly state: 'current' | 'building' | 'replaced';
  /** Some process keeps it up to date. */
  readonly isRunning: boolean;
  /** Events that could not be applied; those that wait behind them are not counted. */
  readonly parked: number;
}

export interface ParkedEvent {
  readonly id: string;
  readonly projection: string;
  readonly version: number;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly eventId: string;
  readonly type: string;
  readonly error: string;
  readonly parkedAt: string;
  /** Later events of the same stream that wait behind it. */
  readonly waiting: number;
}

export type ReplayResult =
  | { readonly outcome: 'applied'; readonly replayed: number }
  /** The event failed again; it and what waits behind it stay parked. */
  | { readonly outcome: 'failed'; readonly replayed: number; readonly remaining: number; readonly error: string }
  /** No runner took it up in time; it will when one runs. */
  | { readonly outcome: 'pending'; readonly remaining: number };

/** There is no projection of this name. */
export class UnknownProjection extends Error {
  override readonly name = 'UnknownProjection';
  constructor(readonly projection: string) {
    super(`There is no projection ${projection}`);
  }
}

const REPLAY_POLL_MS = 50;

/** What operators see and ask for, from any process: the runner does the work, wherever it is. */
export class ProjectionAdmin {
  constructor(
    private readonly pool: pg.Pool,
    private readonly store: Pick<EventStore, 'lastPosition' | 'storeId'>,
    private readonly projections: readonly Projection[],
  ) {}

  async status(): Promise<readonly ProjectionStatus[]> {
    const head = await this.store.lastPosition();
    const { rows } = await this.pool.query<{
      projection: string;
      version: number;
      position: string;
      events: string;
      idle_seconds: string;
      pointed: number | null;
      is_running: boolean;
      parked: string;
    }>(
      `select c.projection, c.version, c.position, c.events, p.version as pointed,
              extract(epoch from now() - c.updated_at) as idle_seconds,
              exists (select from pg_locks l
                       where l.locktype = 'advisory' and l.granted and l.objsubid = 2
                         and l.database = (select oid from pg_database where datname = current_database())
                         and l.classid::bigint = hashtext('magflow.projection')::bigint & 4294967295
                         and l.objid::bigint = hashtext(c.projection || ':' || c.version)::bigint & 4294967295
              ) as is_running,
              (select count(*) from read.parked_events e
                where e.projection = c.projection and e.version = c.version and e.error is not null) as parked
         from read.checkpoints c left join read.projection_pointers p using (projection)
        where c.projection = any($1) order by array_position($1, c.projection), c.version`,
      [this.projections.map(({ name }) => name)],
    );
    return rows.map((row) => {
      const position = BigInt(row.position);
      const lagEvents = lagOf(position, head, Number(row.events));
      return {
        name: row.projection,
        version: row.version,
        position,
        head,
        lagEvents,
        lagSeconds: lagEvents === 0 ? 0 : Math.max(0, Number(row.idle_seconds)),
        state: row.version === row.pointed ? 'current' : row.version > (row.pointed ?? 0) ? 'building' : 'replaced',
        isRunning: row.is_running,
        parked: Number(row.parked),
      };
    });
  }

  /**
   * Fills new tables beside the current ones; readers change over when they are as far. One that is under way is not
   * doubled. @throws UnknownProjection
   */
  async rebuild(name: string): Promise<{ readonly version: number }> {
    const projection = this.projections.find((one) => one.name === name);
    if (!projection) throw new UnknownProjection(name);
    const storeId = await this.store.storeId();
    return onOneConnection(this.pool, async (client) => {
      const version = await beginRebuild(client, projection, storeId);
      await client.query('select pg_notify($1, $2)', [CONTROL_CHANNEL, 'rebuild']);
      return { version };
    });
  }

  /** Whether a generation that `rebuild` began is what readers use by now. */
  async isCurrent(name: string, version: number): Promise<boolean> {
    const generations: readonly Generation[] = await generationsOf(this.pool, name);
    return generations.some(({ generation, isPointed }) => generation === version && isPointed);
  }

  /** Events that could not be applied, newest first unless asked otherwise. `q` is sought in what names them and why. */
  async parked(
    request: Omit<ListRequest<'parked_at'>, 'cursor'>,
    { projection }: { readonly projection?: string } = {},
  ): Promise<{ readonly items: readonly ParkedEvent[]; readonly total: number }> {
    const values = [projection ?? null, request.q === undefined ? null : `%${request.q.replace(/[\\%_]/g, '\\$&')}%`];
    const wanted = `e.error is not null and ($1::text is null or e.projection = $1)
      and ($2::text is null or concat_ws(' ', e.projection, e.stream, e.type, e.event_id, e.error) ilike $2)`;
    const { rows } = await this.pool.query<{
      id: string;
      projection: string;
      version: number;
      stream: string;
      revision: string;
      position: string;
      event_id: string;
      type: string;
      error: string;
      parked_at: Date;
      waiting: string;
    }>(
      `select e.id, e.projection, e.version, e.stream, e.revision, e.position, e.event_id, e.type, e.error, e.parked_at,
              (select count(*) from read.parked_events w
                where w.projection = e.projection and w.version = e.version and w.stream = e.stream
                  and w.revision > e.revision) as waiting
         from read.parked_events e where ${wanted} order by e.id ${request.order === 'asc' ? 'asc' : 'desc'}
        limit $3 offset $4`,
      [...values, request.itemsPerPage, (request.page - 1) * request.itemsPerPage],
    );
    const counted = await this.pool.query<{ total: string }>(
      `select count(*) as total from read.parked_events e where ${wanted}`,
      values,
    );
    return {
      items: rows.map((row) => ({
        id: row.id,
        projection: row.projection,
        version: row.version,
        stream: row.stream,
        revision: BigInt(row.revision),
        position: BigInt(row.position),
        eventId: row.event_id,
        type: row.type,
        error: row.error,
        parkedAt: row.parked_at.toISOString(),
        waiting: Number(row.waiting),
      })),
      total: Number(counted.rows[0]?.total ?? 0),
    };
  }

  /**
   * Asks the runner to apply a parked event and all that waits behind it, and waits for what becomes of it.
   * Null when there is no such event.
   */
  async replay(id: string, timeoutMs = 10_000): Promise<ReplayResult | null> {
    if (!/^\d{1,18}$/.test(id)) return null;
    const { rows } = await this.pool.query<{ projection: string; version: number; stream: string }>(
      `update read.parked_events set replay_requested_at = now() where id = $1 returning projection, version, stream`,
      [id],
    );
    const [target] = rows;
    if (!target) return null;
    const before = await this.parkedIn(target);
    await this.pool.query('select pg_notify($1, $2)', [CONTROL_CHANNEL, 'replay']);
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const now = await this.parkedIn(target);
      if (now.count === 0) return { outcome: 'applied', replayed: before.count };
      if (!now.isRequested) {
        return { outcome: 'failed', replayed: before.count - now.count, remaining: now.count, error: now.error ?? '' };
      }
      if (Date.now() >= deadline) return { outcome: 'pending', remaining: now.count };
      await new Promise((resolve) => setTimeout(resolve, REPLAY_POLL_MS));
    }
  }

  private async parkedIn(target: {
    projection: string;
    version: number;
    stream: string;
  }): Promise<{ count: number; isRequested: boolean; error: string | null }> {
    const { rows } = await this.pool.query<{ count: string; is_requested: boolean | null; error: string | null }>(
      `select count(*) as count, bool_or(replay_requested_at is not null) as is_requested,
              (array_agg(error order by revision) filter (where error is not null))[1] as error
         from read.parked_events where projection = $1 and version = $2 and stream = $3`,
      [target.projection, target.version, target.stream],
    );
    const [row] = rows;
    return { count: Number(row?.count ?? 0), isRequested: row?.is_requested === true, error: row?.error ?? null };
  }
}

/**
 * Positions have gaps, in some stores they are bytes: how many events lie between two of them is not to be had. The
 * density of those seen so far is a fair guess; nothing left to apply is certain.
 */
const lagOf = (position: bigint, head: bigint, events: number): number => {
  if (head <= position) return 0;
  if (position <= 0n || events === 0) return Number(head);
  return Math.max(1, Math.round((Number(head - position) * events) / Number(position)));
};
