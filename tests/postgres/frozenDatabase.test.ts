import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type pg from 'pg';
import { translateError } from '../../src/infrastructure/http/translateError.js';
import { createPool, inTransaction } from '../../src/infrastructure/postgres/pool.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { FreezableProxy } from '../support/freezableProxy.js';

let database: TestDatabase;
let proxy: FreezableProxy;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  const url = new URL(database.url);
  proxy = await FreezableProxy.start({ host: url.hostname, port: Number(url.port) });
  url.host = `127.0.0.1:${proxy.port}`;
  pool = createPool(url.toString(), { name: 'frozen test', max: 2, limitMs: 1_000 });
});
afterAll(async () => {
  await pool.end();
  await proxy.close();
  await database.drop();
});

const answerOf = async (work: () => Promise<unknown>) => {
  try {
    return await work();
  } catch (error) {
    const problem = translateError(error, false);
    return [problem?.code, problem?.headers['retry-after']];
  }
};
const unavailable = ['database-unavailable', '2'];
const query = () => pool.query('select 1 as one');

it('that says nothing is a 503, keeps no connection, and serves again as soon as it thaws', async () => {
  expect((await query()).rows).toEqual([{ one: 1 }]);
  proxy.freeze();
  expect(await answerOf(query)).toEqual(unavailable);
  expect(pool.totalCount).toBe(0);
  proxy.thaw();
  expect((await query()).rows).toEqual([{ one: 1 }]);

  const frozenInside = inTransaction(pool, async (client) => {
    await client.query('select 1');
    proxy.freeze();
    await client.query('select 2');
  });
  expect(await answerOf(() => frozenInside)).toEqual(unavailable);
  expect([pool.totalCount, pool.waitingCount]).toEqual([0, 0]);
  proxy.thaw();
  expect((await query()).rows).toEqual([{ one: 1 }]);
}, 60_000);

it('ends a statement that takes too long by itself', async () => {
  expect(await answerOf(() => pool.query('select pg_sleep(30)'))).toEqual(unavailable);
  expect((await query()).rows).toEqual([{ one: 1 }]);
}, 60_000);
