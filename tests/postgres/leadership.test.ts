import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { lead, type Leadership } from '../../src/infrastructure/operational/leadership.js';
import { createPool } from '../../src/infrastructure/postgres/pool.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';

const leads = ({ current }: Leadership) =>
  eventually(
    () => Promise.resolve(current()),
    (signal) => signal !== null,
  );

describe('leading', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  const troubles: unknown[] = [];
  const begin = (name: string) => lead(pool, name, (error) => troubles.push(error));

  beforeAll(async () => {
    database = await createTestDatabase();
    pool = createPool(database.url, { name: 'leadership test', onError: () => undefined });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it('is for one at a time; who leaves is followed', async () => {
    const first = begin('bulk');
    const signal = await leads(first);
    const second = begin('bulk');
    const other = begin('something else');
    await leads(other);
    expect([signal?.aborted, second.current()]).toEqual([false, null]);
    await first.stop();
    expect([signal?.aborted, first.current()]).toEqual([true, null]);
    await leads(second);
    await Promise.all([second.stop(), other.stop()]);
  });

  it('ends with the connection, and is taken up again', async () => {
    const only = begin('lost');
    const before = await leads(only);
    // Other databases of the server have their own locks.
    await pool.query(
      `select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
        where l.locktype = 'advisory' and d.datname = current_database()`,
    );
    await eventually(
      () => Promise.resolve(before?.aborted),
      (isOver) => isOver === true,
    );
    const again = await leads(only);
    expect(again).not.toBe(before);
    expect(troubles).toEqual([]);
    await only.stop();
  });
});
