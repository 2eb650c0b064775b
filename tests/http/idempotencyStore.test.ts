import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { IdempotencyStore } from '../../src/infrastructure/http/idempotency/idempotencyStore.js';
import { PostgresIdempotencyStore } from '../../src/infrastructure/http/idempotency/postgresIdempotencyStore.js';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { InMemoryIdempotencyStore } from './support/inMemoryIdempotencyStore.js';

const masterKey = new Uint8Array(32).fill(7);
const answer = {
  status: 201,
  headers: { etag: '"3"', 'content-type': 'application/json' },
  body: Buffer.from('{"customer":"Ștefan"}'),
};

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url);
  pool = new pg.Pool({ connectionString: database.url, max: 8 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

describe.each<[string, () => IdempotencyStore]>([
  ['in memory', () => new InMemoryIdempotencyStore()],
  ['in PostgreSQL', () => new PostgresIdempotencyStore(pool, masterKey)],
])('an idempotency store %s', (_where, open) => {
  it('lets exactly one of many start', async () => {
    const store = open();
    const claims = await Promise.all([1, 2, 3, 4].map(() => store.claim('ana', 'race', 'digest')));
    expect(claims.map(({ kind }) => kind).sort()).toEqual(['running', 'running', 'running', 'started']);
  });

  it('replays the answer, to the user who got it', async () => {
    const store = open();
    await store.claim('ana', 'replay', 'digest');
    await store.keep('ana', 'replay', answer);
    expect(await store.claim('ana', 'replay', 'digest')).toEqual({ kind: 'done', answer });
    expect(await store.claim('ana', 'replay', 'another')).toEqual({ kind: 'mismatch' });
    expect(await store.claim('dan', 'replay', 'digest')).toEqual({ kind: 'started' });
  });

  it('keeps an answer without a body', async () => {
    const store = open();
    await store.claim('ana', 'empty', 'digest');
    await store.keep('ana', 'empty', { status: 204, headers: {}, body: null });
    expect(await store.claim('ana', 'empty', 'digest')).toMatchObject({
      kind: 'done',
      answer: { status: 204, body: null },
    });
  });

  it('lets a request be repeated that came to nothing', async () => {
    const store = open();
    await store.claim('ana', 'release', 'digest');
    await store.release('ana', 'release');
    expect(await store.claim('ana', 'release', 'digest')).toEqual({ kind: 'started' });
  });
});

describe('idempotency answers in PostgreSQL', () => {
  it('are not readable in the table', async () => {
    const store = new PostgresIdempotencyStore(pool, masterKey);
    await store.claim('ana', 'sealed', 'digest');
    await store.keep('ana', 'sealed', answer);
    const { rows } = await pool.query<{ body: Buffer }>(
      "select body from ops.idempotency_answers where key = 'sealed'",
    );
    expect(rows[0]?.body.includes('customer')).toBe(false);
  });

  it('free the key of a request that died, and of an answer that is a day old', async () => {
    const store = new PostgresIdempotencyStore(pool, masterKey, { leaseSeconds: 60 });
    await store.claim('ana', 'died', 'digest');
    await pool.query(
      "update ops.idempotency_answers set created_at = now() - interval '61 seconds' where key = 'died'",
    );
    expect(await store.claim('ana', 'died', 'digest')).toEqual({ kind: 'started' });
    await store.keep('ana', 'died', answer);
    await pool.query("update ops.idempotency_answers set expires_at = now() where key = 'died'");
    expect(await store.claim('ana', 'died', 'another')).toEqual({ kind: 'started' });
  });
});
