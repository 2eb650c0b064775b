import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { IdentityStore } from '../../src/infrastructure/identity/identityStore.js';
import { PostgresIdentityStore } from '../../src/infrastructure/identity/postgresIdentityStore.js';
import { postgresAuditOutbox } from '../../src/infrastructure/audit/postgresAuditOutbox.js';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { untold } from '../support/untold.js';
import { InMemoryIdentityStore } from './support/inMemoryIdentityStore.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const now = '2026-03-02T10:00:00.000Z';
const password = (userId: string, passwordHash: string, expected?: bigint) => ({
  userId,
  passwordHash,
  mustChange: false,
  now,
  expected,
});
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

const postgresStore = () => {
  const masterKey = Buffer.alloc(32, 3);
  return new PostgresIdentityStore(pool, masterKey, postgresAuditOutbox(pool, masterKey));
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

describe.each<[string, () => IdentityStore]>([
  ['in memory', () => new InMemoryIdentityStore()],
  ['in PostgreSQL', () => postgresStore()],
])('an identity store %s', (_where, open) => {
  const store = (() => {
    let opened: IdentityStore | undefined;
    return () => (opened ??= open());
  })();

  it('creates one user of a name, whatever its case', async () => {
    expect(await store().hasUsers()).toBe(false);
    const ana = user('ana');
    expect(await store().create(ana, untold)).toBe(true);
    expect(await store().create(user('ANA'), untold)).toBe(false);
    expect(await store().byUsername('Ana')).toEqual(ana);
    expect(await store().byId(ana.id)).toEqual(ana);
    expect(await store().hasUsers()).toBe(true);
    expect(await store().byUsername('dan')).toBeNull();
  });

  it('sets a password', async () => {
    const dan = user('dan');
    await store().create(dan, untold);
    expect(await store().setPassword(password(dan.id, 'other'), untold)).toMatchObject({
      passwordHash: 'other',
      revision: 1n,
    });
    await expect(store().setPassword(password(dan.id, 'late', 0n), untold)).rejects.toMatchObject({ actual: 1n });
    expect(await store().setPassword(password(randomUUID(), 'other', 0n), untold)).toBeNull();
    expect(await store().byId(dan.id)).toMatchObject({ passwordHash: 'other', mustChangePassword: false });
    expect((await store().list()).map(({ username }) => username)).toEqual(['ana', 'dan']);
  });

  it('changes roles and activity, and ends the sessions of whoever was changed', async () => {
    const mara = user('mara');
    await store().create(mara, untold);
    const keep = () =>
      store().keepRefreshToken({ hash: hash('mara'), family: randomUUID(), userId: mara.id, expiresAt: later }, untold);
    await keep();
    const changed = await store().change(mara.id, { roles: ['auditor'] }, now, untold);
    expect(changed).toMatchObject({ kind: 'changed', before: { roles: ['operator'] }, after: { roles: ['auditor'] } });
    expect(await store().revokeFamilyOf(hash('mara'), now, untold)).toBe(false);
    expect(await store().change(mara.id, {}, now, untold)).toMatchObject({
      kind: 'changed',
      after: { isActive: true, revision: 1n },
    });
    await expect(store().change(mara.id, { isActive: false }, now, untold, 0n)).rejects.toMatchObject({ actual: 1n });
    expect(await store().change(mara.id, { isActive: false }, now, untold, 1n)).toMatchObject({
      after: { isActive: false },
    });
    expect(await store().byId(mara.id)).toMatchObject({ roles: ['auditor'], isActive: false, revision: 2n });
    expect(await store().change(randomUUID(), { isActive: false }, now, untold)).toEqual({ kind: 'unknown' });
  });

  it('keeps one active admin, whoever takes it from whom at the same moment', async () => {
    const [one, two] = [
      { ...user('one'), roles: ['admin'] as const },
      { ...user('two'), roles: ['admin'] as const },
    ];
    await store().create(one, untold);
    await store().create(two, untold);
    const kinds = (
      await Promise.all([
        store().change(one.id, { roles: ['operator'] }, now, untold),
        store().change(two.id, { isActive: false }, now, untold),
      ])
    ).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['changed', 'last_admin']);
    const admins = (await store().list()).filter(({ roles, isActive }) => isActive && roles.includes('admin'));
    expect(admins).toHaveLength(1);
  });

  it('rotates a token for exactly one of many that bring it', async () => {
    const eva = user('eva');
    await store().create(eva, untold);
    await store().keepRefreshToken(
      { hash: hash('r1'), family: randomUUID(), userId: eva.id, expiresAt: later },
      untold,
    );
    const rotations = await Promise.all(
      [1, 2, 3, 4].map((one) =>
        store().rotateRefreshToken(hash('r1'), { hash: hash(`next${one}`), expiresAt: later }, now, untold),
      ),
    );
    expect(rotations.filter(({ kind }) => kind === 'rotated')).toEqual([{ kind: 'rotated', userId: eva.id }]);
    // The first of the others ends the family, after which the token is simply dead.
    expect(rotations.filter(({ kind }) => kind === 'reused')).toHaveLength(1);
    for (const one of [1, 2, 3, 4]) {
      const next = await store().rotateRefreshToken(
        hash(`next${one}`),
        { hash: hash('x'), expiresAt: later },
        now,
        untold,
      );
      expect(next.kind).toBe('invalid');
    }
  });

  it('takes no token that is unknown, expired or revoked', async () => {
    const ion = user('ion');
    await store().create(ion, untold);
    const keep = (token: string, expiresAt: string) =>
      store().keepRefreshToken({ hash: hash(token), family: randomUUID(), userId: ion.id, expiresAt }, untold);
    await keep('expired', now);
    await keep('out', later);
    await keep('all', later);
    await store().revokeFamilyOf(hash('out'), now, untold);
    const kind = async (token: string) =>
      (await store().rotateRefreshToken(hash(token), { hash: hash(`${token}2`), expiresAt: later }, now, untold)).kind;
    expect(await kind('made-up')).toBe('invalid');
    expect(await kind('expired')).toBe('invalid');
    expect(await kind('out')).toBe('invalid');
    await store().setPassword(password(ion.id, 'new'), untold);
    expect(await kind('all')).toBe('invalid');
  });

  it('locks a name at the limit of failures in a row, known or not', async () => {
    const fail = () => store().recordFailure('nobody', 3, later, now, untold);
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
  await postgresStore().recordFailure('my-password', 3, later, now, untold);
  const { rows } = await pool.query('select * from ops.login_failures');
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain('my-password');
});
