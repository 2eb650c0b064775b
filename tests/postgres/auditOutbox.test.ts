import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { AuditOutbox, KeptFact } from '../../src/application/ports/audit.js';
import { postgresAuditOutbox } from '../../src/infrastructure/audit/postgresAuditOutbox.js';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { InMemoryAuditOutbox } from '../http/support/inMemoryAuditOutbox.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

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

const fact = (job: string): KeptFact => ({
  id: randomUUID(),
  stream: 'administration-jobs',
  type: 'JobStartedByHand',
  data: { job, runId: 'r', at: '2026-03-02T10:00:00.000Z' },
  context: { actor: { kind: 'user', id: 'ana' }, correlationId: 'c' },
  occurredAt: '2026-03-02T10:00:00.000Z',
});

const all = (facts: readonly KeptFact[]) => Promise.resolve({ done: facts.map(({ id }) => id), refused: [] });

describe.each<[string, () => AuditOutbox]>([
  ['in memory', () => new InMemoryAuditOutbox()],
  ['in PostgreSQL', () => postgresAuditOutbox(pool, Buffer.alloc(32, 7))],
])('an outbox of acts %s', (_where, open) => {
  it('hands out what was kept, oldest first, until it is done', async () => {
    const outbox = open();
    const facts = [fact('a'), fact('b'), fact('c')];
    for (const one of facts) await outbox.keep(one);
    const seen: (readonly KeptFact[])[] = [];
    const handed = await outbox.handOut(2, (handedOut) => {
      seen.push(handedOut);
      const [first = '', second = ''] = handedOut.map(({ id }) => id);
      return Promise.resolve({ done: [first], refused: [second] });
    });
    expect([handed, seen]).toEqual([2, [facts.slice(0, 2)]]);
    const left = async (done: readonly string[] = []) => {
      let found: readonly KeptFact[] = [];
      await outbox.handOut(10, (handedOut) => Promise.resolve(((found = handedOut), { done, refused: [] })));
      return found;
    };
    // What did not work out comes after what was not tried yet.
    expect(await left(facts.map(({ id }) => id))).toEqual([facts[2], facts[1]]);
    expect(await left()).toEqual([]);
  });

  it('keeps a fact once', async () => {
    const outbox = open();
    const one = fact('once');
    await outbox.keep(one);
    await outbox.keep(one);
    expect(await outbox.handOut(10, all)).toBe(1);
  });

  it('hands out a held fact when it is settled, as it is then, and one that is forgotten never', async () => {
    const outbox = open();
    const [held, forgotten] = [fact('held'), fact('forgotten')];
    await outbox.hold(held);
    await outbox.hold(forgotten);
    expect(await outbox.handOut(10, all)).toBe(0);
    const told = { ...held, data: { ...held.data, job: 'settled' } };
    await outbox.settle(held.id, told);
    await outbox.settle(forgotten.id, null);
    let seen: readonly KeptFact[] = [];
    await outbox.handOut(10, (facts) => all((seen = facts)));
    expect(seen).toEqual([told]);
  });

  it('gives the same fact to nobody else meanwhile, and back when the work fails', async () => {
    const outbox = open();
    const one = fact('shared');
    await outbox.keep(one);
    const meanwhile: number[] = [];
    await expect(
      outbox.handOut(10, async () => {
        meanwhile.push(await outbox.handOut(10, all));
        throw new Error('the log is away');
      }),
    ).rejects.toThrow('the log is away');
    expect(meanwhile).toEqual([0]);
    expect(await outbox.handOut(10, all)).toBe(1);
  });
});

it('hands out a held fact whose process is long gone', async () => {
  const outbox = postgresAuditOutbox(pool, Buffer.alloc(32, 7));
  const one = fact('left');
  await outbox.hold(one);
  expect(await outbox.handOut(10, all)).toBe(0);
  await pool.query(`update ops.audit_outbox set held_until = held_until - interval '5 minutes'`);
  let seen: readonly KeptFact[] = [];
  await outbox.handOut(10, (facts) => all((seen = facts)));
  expect(seen).toEqual([one]);
});

it('keeps nothing readable in the table', async () => {
  await postgresAuditOutbox(pool, Buffer.alloc(32, 7)).keep(fact('secret-job'));
  const { rows } = await pool.query<{ sealed: Buffer }>('select sealed from ops.audit_outbox');
  expect(rows.map(({ sealed }) => sealed.includes('secret-job'))).toEqual([false]);
});
