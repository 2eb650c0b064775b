import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { IdentityStore } from '../../src/infrastructure/identity/identityStore.js';
import { PostgresIdentityStore } from '../../src/infrastructure/identity/postgresIdentityStore.js';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { InMemoryIdentityStore } from './support/inMemoryIdentityStore.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const now = '2026-03-02T10:00:00.000Z';
const later = '2026-03-03T10:00:00.000Z';

const user = (username: string) => ({
  id: randomUUID(),
  username,
  passwordHash: 'hash',
  roles: ['operator'] as const,
  mustChangePassword: true,
  isActive: true,
  createdAt: now,
  revision: 0n,
});

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

describe.each<[string, () => IdentityStore]>([
  ['in memory', () => new InMemoryIdentityStore()],
  ['in PostgreSQL', () => new PostgresIdentityStore(pool, Buffer.alloc(32, 3))],
])('an identity store %s', (_where, open) => {
  const store = (() => {
    let opened: IdentityStore | undefined;
    return () => (opened ??= open());
  })();

  it('creates one user of a name, whatever its case', async () => {
    expect(await store().hasUsers()).toBe(false);
    const ana = user('ana');
    expect(await store().create(ana)).toBe(true);
    expect(await store().create(user('ANA'))).toBe(false);
    expect(await store().byUsername('Ana')).toEqual(ana);
    expect(await store().byId(ana.id)).toEqual(ana);
    expect(await store().hasUsers()).toBe(true);
    expect(await store().byUsername('dan')).toBeNull();
  });

  it('sets a password', async () => {
    const dan = user('dan');
    await store().create(dan);
    expect(await store().setPassword(dan.id, 'other', false)).toMatchObject({ passwordHash: 'other', revision: 1n });
    await expect(store().setPassword(dan.id, 'late', false, 0n)).rejects.toMatchObject({ actual: 1n });
    expect(await store().setPassword(randomUUID(), 'other', false, 0n)).toBeNull();
    expect(await store().byId(dan.id)).toMatchObject({ passwordHash: 'other', mustChangePassword: false });
    expect((await store().list()).map(({ username }) => username)).toEqual(['ana', 'dan']);
  });

  it('changes roles and activity, and ends the sessions of whoever was changed', async () => {
    const mara = user('mara');
    await store().create(mara);
    const keep = () =>
      store().keepRefreshToken({ hash: hash('mara'), family: randomUUID(), userId: mara.id, expiresAt: later });
    await keep();
    const changed = await store().change(mara.id, { roles: ['auditor'] }, now);
    expect(changed).toMatchObject({ kind: 'changed', before: { roles: ['operator'] }, after: { roles: ['auditor'] } });
    expect(await store().revokeFamilyOf(hash('mara'), now)).toBe(false);
    expect(await store().change(mara.id, {}, now)).toMatchObject({
      kind: 'changed',
      after: { isActive: true, revision: 1n },
    });
    await expect(store().change(mara.id, { isActive: false }, now, 0n)).rejects.toMatchObject({ actual: 1n });
    expect(await store().change(mara.id, { isActive: false }, now, 1n)).toMatchObject({ after: { isActive: false } });
    expect(await store().byId(mara.id)).toMatchObject({ roles: ['auditor'], isActive: false, revision: 2n });
    expect(await store().change(randomUUID(), { isActive: false }, now)).toEqual({ kind: 'unknown' });
  });

  it('keeps one active admin, whoever takes it from whom at the same moment', async () => {
    const [one, two] = [
      { ...user('one'), roles: ['admin'] as const },
      { ...user('two'), roles: ['admin'] as const },
    ];
    await store().create(one);
    await store().create(two);
    const kinds = (
      await Promise.all([
        store().change(one.id, { roles: ['operator'] }, now),
        store().change(two.id, { isActive: false }, now),
      ])
    ).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['changed', 'last_admin']);
    const admins = (await store().list()).filter(({ roles, isActive }) => isActive && roles.includes('admin'));
    expect(admins).toHaveLength(1);
  });

  it('rotates a token for exactly one of many that bring it', async () => {
    const eva = user('eva');
    await store().create(eva);
    await store().keepRefreshToken({ hash: hash('r1'), family: randomUUID(), userId: eva.id, expiresAt: later });
    const rotations = await Promise.all(
      [1, 2, 3, 4].map((one) =>
        store().rotateRefreshToken(hash('r1'), { hash: hash(`next${one}`), expiresAt: later }, now),
      ),
    );
    expect(rotations.filter(({ kind }) => kind === 'rotated')).toEqual([{ kind: 'rotated', userId: eva.id }]);
    // The first of the others ends the family, after which the token is simply dead.
    expect(rotations.filter(({ kind }) => kind === 'reused')).toHaveLength(1);
    for (const one of [1, 2, 3, 4]) {
      const next = await store().rotateRefreshToken(hash(`next${one}`), { hash: hash('x'), expiresAt: later }, now);
      expect(next.kind).toBe('invalid');
    }
  });

  it('takes no token that is unknown, expired or revoked', async () => {
    const ion = user('ion');
    await store().create(ion);
    const keep = (token: string, expiresAt: string) =>
      store().keepRefreshToken({ hash: hash(token), family: randomUUID(), userId: ion.id, expiresAt });
    await keep('expired', now);
    await keep('out', later);
    await keep('all', later);
    await store().revokeFamilyOf(hash('out'), now);
    const kind = async (token: string) =>
      (await store().rotateRefreshToken(hash(token), { hash: hash(`${token}2`), expiresAt: later }, now)).kind;
    expect(await kind('made-up')).toBe('invalid');
    expect(await kind('expired')).toBe('invalid');
    expect(await kind('out')).toBe('invalid');
    await store().revokeAllOf(ion.id, now);
    expect(await kind('all')).toBe('invalid');
  });

  it('locks a name at the limit of failures in a row, known or not', async () => {
    const fail = () => store().recordFailure('nobody', 3, later, now);
    expect([await fail(), await fail()]).toEqual([false, false]);
    expect(await store().lockedUntil('nobody', now)).toBeNull();
    expect(await fail()).toBe(true);
    expect(await store().lockedUntil('nobody', now)).toBe(later);
    expect(await store().lockedUntil('nobody', later)).toBeNull();
    await store().clearFailures('nobody');
    expect(await store().lockedUntil('nobody', now)).toBeNull();
  });
});

it('writes down no name that somebody tried', async () => {
  await new PostgresIdentityStore(pool, Buffer.alloc(32, 3)).recordFailure('my-password', 3, later, now);
  const { rows } = await pool.query('select * from ops.login_failures');
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain('my-password');
});
