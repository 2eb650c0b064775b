import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pino from 'pino';
import type pg from 'pg';
import type { Bus } from '../../src/application/ports/bus.js';
import { startConditionWatch } from '../../src/infrastructure/health/conditionWatch.js';
import { postgresConditions } from '../../src/infrastructure/health/conditions.js';
import { createHealth } from '../../src/infrastructure/health/health.js';
import { createStorageCheck } from '../../src/infrastructure/health/storage.js';
import type { HealthCheck } from '../../src/infrastructure/http/httpDeps.js';
import { anyEvent } from '../../src/infrastructure/eventstore/eventCatalogue.js';
import { InMemoryEventStore } from '../../src/infrastructure/eventstore/inMemoryEventStore.js';
import { plainCodec } from '../../src/infrastructure/eventstore/plainCodec.js';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { createPool } from '../../src/infrastructure/postgres/pool.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';

describe('the state of an installation', () => {
  let database: TestDatabase;
  let pool: pg.Pool;

  beforeEach(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    pool = createPool(database.url, { name: 'conditions', max: 4 });
  });

  afterEach(async () => {
    await pool.end();
    await database.drop();
  });

  /** The database answers a write as it does when its disk is full. */
  const fillDisk = async (): Promise<void> => {
    await pool.query(`
      create function ops.full_disk() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
      create trigger full_disk before insert on ops.storage_probe execute function ops.full_disk();`);
  };
  const freeDisk = () => pool.query('drop function ops.full_disk cascade');

  it('is failing while the disk of the database takes nothing, and well when it has space again', async () => {
    const fresh = () => createStorageCheck(pool, null)();
    expect(await fresh()).toEqual({ status: 'ok', detail: 'writable' });
    await fillDisk();
    const check = createStorageCheck(pool, null);
    expect(await check()).toEqual({
      status: 'failing',
      detail: "the database's disk is full: nothing new is taken until it has space",
    });
    await freeDisk();
    expect(await eventually(check, ({ status }) => status === 'ok', 10_000)).toEqual({
      status: 'ok',
      detail: 'writable',
    });
  });

  it('tells how much space an embedded database has left', async () => {
    expect((await createStorageCheck(pool, '/')()).detail).toMatch(/\d+\.\d GB free$/);
  });

  it('warns of a relay that refuses to publish, without being unready', async () => {
    const bus = { kind: 'kafka', check: () => Promise.resolve() } as Partial<Bus> as Bus;
    const eventStore = new InMemoryEventStore({ codec: plainCodec, catalogue: anyEvent });
    const health = createHealth({ config: { kafkaBrokers: ['b:9092'], dataDir: '/' }, pool, eventStore, bus });
    expect((await health.ready())['relay']).toEqual({ status: 'ok', detail: 'publishing' });

    const conditions = postgresConditions(pool);
    await conditions.tell('relay_refused', 'the topics are of another log');
    await conditions.tell('relay_refused', 'the checkpoint is missing');
    const checks = await health.ready();
    expect(checks['relay']).toEqual({ status: 'warning', detail: 'the checkpoint is missing' });
    expect(Object.values(checks).filter(({ status }) => status !== 'ok')).toHaveLength(1);

    await pool.query(`update ops.conditions set told_at = now() - interval '2 minutes'`);
    expect(await conditions.detailOf('relay_refused')).toBeNull();
    await conditions.tell('relay_refused', 'again');
    await conditions.clear('relay_refused');
    expect(await conditions.detailOf('relay_refused')).toBeNull();
  });

  it('tells people once for each trouble, and what could not be told as soon as it can', async () => {
    let storage: HealthCheck = { status: 'ok', detail: 'writable' };
    let canTell = false;
    const told: [string, Readonly<Record<string, unknown>>][] = [];
    const watch = startConditionWatch({
      health: { ready: () => Promise.resolve({ storage, bus: { status: 'unknown', detail: '' } }) },
      alert: (kind, data) => {
        if (!canTell) return Promise.reject(new Error('No space left on device'));
        told.push([kind, data]);
        return Promise.resolve();
      },
      logger: pino({ level: 'silent' }),
      everyMs: 5,
    });
    storage = { status: 'failing', detail: 'full' };
    await new Promise((resolve) => setTimeout(resolve, 50));
    storage = { status: 'ok', detail: 'writable' };
    canTell = true;
    await eventually(
      () => told.length,
      (count) => count === 1,
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(told).toEqual([
      ['storage_failing', { check: 'storage', status: 'failing', detail: 'full', since: expect.any(String) }],
    ]);
    storage = { status: 'warning', detail: 'little' };
    await eventually(
      () => told.length,
      (count) => count === 2,
    );
    expect(told[1]?.[0]).toBe('storage_warning');
    await watch.stop();
  });
});
