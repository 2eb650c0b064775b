import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Actor, EventStore, NewEvent } from '../../../src/application/ports/eventStore.js';
import { InMemoryEventStore } from '../../../src/infrastructure/eventstore/inMemoryEventStore.js';
import { migrate } from '../../../src/infrastructure/postgres/migrate.js';
import { createPool } from '../../../src/infrastructure/postgres/pool.js';
import type { ProjectionLog } from '../../../src/projections/lane.js';
import type { Projection } from '../../../src/projections/projection.js';
import { ProjectionRunner, type RunnerOptions } from '../../../src/projections/runner.js';
import { createTestDatabase } from '../../support/database.js';
import { eventually } from '../../support/eventually.js';

export const silentLog: ProjectionLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

export const actor: Actor = { kind: 'user', id: 'u1' };

export interface AppendedEvent {
  readonly type: string;
  readonly data: object;
}

/** Appends events as they are, whatever their stream's revision. Returns the position of the last. */
export const appendTo = async (
  store: EventStore,
  stream: string,
  events: readonly AppendedEvent[],
  occurredAt = '2026-03-02T10:00:00.000Z',
): Promise<bigint> => {
  const added: NewEvent[] = events.map(({ type, data }) => ({
    id: randomUUID(),
    type,
    data,
    metadata: { correlationId: 'c1', actor, occurredAt, schemaVersion: 1 },
  }));
  const { position } = await store.append(stream, added, 'any');
  return position;
};

export interface ReadModelBench {
  readonly store: InMemoryEventStore;
  readonly pool: pg.Pool;
  readonly url: string;
  append(stream: string, ...events: readonly AppendedEvent[]): Promise<bigint>;
  run(projections: readonly Projection[], options?: Partial<RunnerOptions>): Promise<ProjectionRunner>;
  /** Waits until the tables that readers use have applied everything up to the position. */
  reached(projection: string, position: bigint): Promise<void>;
  rows<R extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

/** A migrated database of its own, an empty log, and runners that are stopped at the end. */
export const openReadModelBench = async (): Promise<ReadModelBench> => {
  const database = await createTestDatabase();
  await migrate(database.url);
  const pool = createPool(database.url, { name: 'test', max: 20 });
  const store = new InMemoryEventStore();
  const runners = new Set<ProjectionRunner>();
  const rows = async <R extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<R[]> =>
    (await pool.query<R>(sql, [...values])).rows;
  return {
    store,
    pool,
    url: database.url,
    rows,
    append: (stream, ...events) => appendTo(store, stream, events),
    run: async (projections, options = {}) => {
      const runner = new ProjectionRunner({ store, pool, projections, log: silentLog, superviseMs: 50, ...options });
      runners.add(runner);
      await runner.start();
      return runner;
    },
    reached: async (projection, position) => {
      await eventually(
        async () =>
          rows<{ position: string }>(
            `select c.position from read.checkpoints c
               join read.projection_pointers p on p.projection = c.projection and p.version = c.version
              where c.projection = $1`,
            [projection],
          ),
        ([row]) => row !== undefined && BigInt(row.position) >= position,
      );
    },
    close: async () => {
      for (const runner of runners) await runner.stop();
      await pool.end();
      await database.drop();
    },
  };
};
