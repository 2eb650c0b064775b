import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { postgresSyncStore } from '../../src/infrastructure/operational/postgresSyncStore.js';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { createPool } from '../../src/infrastructure/postgres/pool.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url);
  pool = createPool(database.url, { name: 'test', max: 4 });
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const storeOf = (id: string) => postgresSyncStore(pool, () => Promise.resolve(id));

describe('the watermark of a sync', () => {
  it('never moves backwards', async () => {
    const store = storeOf('log-1');
    await store.saveWatermark('main', 'orders:own', '2026-03-02T10:00:00.000Z');
    await store.saveWatermark('main', 'orders:own', '2026-03-01T10:00:00.000Z');
    expect(await store.watermark('main', 'orders:own')).toBe('2026-03-02T10:00:00.000Z');
  });

  it('counts for its own log only: another one is empty, and must be filled from the beginning', async () => {
    await storeOf('log-1').saveWatermark('main', 'orders:own', '2026-03-02T10:00:00.000Z');
    expect(await storeOf('log-2').watermark('main', 'orders:own')).toBeNull();
  });
});

describe('the one run of an account and kind', () => {
  it('is whoever came first, until it is given back', async () => {
    const store = storeOf('log-1');
    const holders = await Promise.all(['a', 'b', 'c'].map((run) => store.claimRun('main', 'orders', run)));
    expect(new Set(holders).size).toBe(1);
    const [holder = ''] = holders;
    await store.releaseRun('main', 'orders', 'somebody else');
    expect(await store.claimRun('main', 'orders', 'd')).toBe(holder);
    await store.releaseRun('main', 'orders', holder);
    expect(await store.claimRun('main', 'orders', 'd')).toBe('d');
  });
});
