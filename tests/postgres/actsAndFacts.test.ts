import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { pino } from 'pino';
import type { KeptFact } from '../../src/application/ports/audit.js';
import { postgresAuditOutbox, type FactKeeper } from '../../src/infrastructure/audit/postgresAuditOutbox.js';
import { DEMONSTRATION_SELLER } from '../../src/infrastructure/config/demonstrationSeller.js';
import { DEFAULT_JOB_SECONDS } from '../../src/infrastructure/config/jobs.js';
import { PostgresIdentityStore } from '../../src/infrastructure/identity/postgresIdentityStore.js';
import { createJobs, JobRunner } from '../../src/infrastructure/jobs/jobQueue.js';
import { accountAdministration } from '../../src/infrastructure/operational/accountAdministration.js';
import { postgresAccountRegistry } from '../../src/infrastructure/operational/accountRegistry.js';
import { demonstrationData } from '../../src/infrastructure/operational/demonstrationData.js';
import { postgresSettings } from '../../src/infrastructure/operational/postgresSettings.js';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { createPool } from '../../src/infrastructure/postgres/pool.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { untold } from '../support/untold.js';
import { shopAccount as shop } from '../support/shopAccount.js';

const masterKey = Buffer.alloc(32, 5);
const now = '2026-03-02T10:00:00.000Z';
const later = '2026-04-02T10:00:00.000Z';
const hash = (digit: string): string => digit.repeat(64);
const ana = {
  id: randomUUID(),
  username: 'ana',
  passwordHash: 'hash',
  roles: ['admin', 'operator'],
  mustChangePassword: false,
  isActive: true,
  createdAt: now,
  revision: 0n,
} as const;
const dan = { ...ana, id: randomUUID(), username: 'dan' };

const tell = (): readonly KeptFact[] => [
  {
    id: randomUUID(),
    stream: 'administration-jobs',
    type: 'JobStartedByHand',
    data: { job: 'j', runId: 'r', at: now },
    context: { actor: { kind: 'user', id: 'ana' }, correlationId: 'c' },
    occurredAt: now,
  },
];

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url);
  pool = createPool(database.url, { name: 'acts test', max: 8 });
  await JobRunner.migrate(pool, pino({ level: 'silent' }));
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const sources = (facts: FactKeeper) => {
  const identity = new PostgresIdentityStore(pool, masterKey, facts);
  return {
    identity,
    accounts: accountAdministration({ pool, facts, masterKey, configured: [], onChange: () => undefined }),
    settings: postgresSettings(pool, facts, { seller: DEMONSTRATION_SELLER, invoiceSeries: [], automation: {} }),
    jobs: createJobs({ pool, facts }, { jobs: { enabled: true, seconds: DEFAULT_JOB_SECONDS } }),
    demonstration: demonstrationData({
      pool,
      facts,
      projections: { rebuild: () => Promise.resolve({ version: 1 }), isCurrent: () => Promise.resolve(true) },
      isKept: false,
      onLeft: () => undefined,
    }),
  };
};
type Sources = ReturnType<typeof sources>;

const acts: readonly [string, (on: Sources) => Promise<unknown>][] = [
  ['a new user', ({ identity }) => identity.create({ ...ana, id: randomUUID(), username: 'new' }, tell)],
  [
    'a new password',
    ({ identity }) => identity.setPassword({ userId: ana.id, passwordHash: 'new', mustChange: false, now }, tell),
  ],
  ['other roles', ({ identity }) => identity.change(ana.id, { roles: ['auditor'] }, now, tell)],
  ['a disabled user', ({ identity }) => identity.change(ana.id, { isActive: false }, now, tell)],
  [
    'a sign-in',
    ({ identity }) =>
      identity.keepRefreshToken({ hash: hash('c'), family: randomUUID(), userId: ana.id, expiresAt: later }, tell),
  ],
  ['a refused sign-in', ({ identity }) => identity.recordFailure('ana', 5, later, now, tell)],
  [
    'a reused refresh token',
    ({ identity }) => identity.rotateRefreshToken(hash('b'), { hash: hash('d'), expiresAt: later }, now, tell),
  ],
  ['signing out', ({ identity }) => identity.revokeFamilyOf(hash('a'), now, tell)],
  ['a new account', ({ accounts }) => accounts.add({ ...shop, key: 'other' }, tell)],
  ['a changed account', ({ accounts }) => accounts.change('shop', { password: 'other' }, tell)],
  ['a removed account', ({ accounts }) => accounts.remove('shop', tell)],
  ['another callback address', ({ accounts }) => accounts.rotateCallback('shop', tell)],
  ['other settings', ({ settings }) => settings.save({ seller: { ...DEMONSTRATION_SELLER, name: 'A' } }, tell)],
  ['a job run by hand', ({ jobs }) => jobs.run('emag.health_check', tell)],
  ['a left demonstration', ({ demonstration }) => demonstration.leave(tell)],
];

/** Everything that the acts change, as one text. */
const everything = async (): Promise<string> => {
  const tables = ['users', 'refresh_tokens', 'login_failures', 'accounts', 'account_keys', 'settings', 'job_runs'];
  const queued = await pool.query(`select task_identifier from ops.jobs`);
  const rows = await Promise.all(tables.map((table) => pool.query(`select * from ops.${table} as t order by t::text`)));
  return JSON.stringify([queued.rows, ...rows.map((one) => one.rows)]);
};
const factsKept = async (): Promise<number> => (await pool.query('select from ops.audit_outbox')).rowCount ?? 0;

beforeEach(async () => {
  await pool.query(`truncate ops.users, ops.refresh_tokens, ops.login_failures, ops.accounts, ops.account_keys,
    ops.settings, ops.job_runs, ops.audit_outbox cascade`);
  await pool.query(`select ops.complete_jobs(array(select id from ops.jobs))`);
  const { identity, accounts } = sources(postgresAuditOutbox(pool, masterKey));
  await identity.create(ana, untold);
  await identity.create(dan, untold);
  for (const token of ['a', 'b']) {
    const family = randomUUID();
    await identity.keepRefreshToken({ hash: hash(token), family, userId: ana.id, expiresAt: later }, untold);
  }
  await identity.rotateRefreshToken(hash('b'), { hash: hash('e'), expiresAt: later }, now, untold);
  await accounts.add(shop, untold);
  await postgresAccountRegistry(pool).ensure([{ key: 'demo_main', isDemonstration: true }]);
});

describe.each(acts)('%s', (_name, act) => {
  it('is kept with its fact', async () => {
    const before = await everything();
    await act(sources(postgresAuditOutbox(pool, masterKey)));
    expect(await factsKept()).toBe(1);
    expect(await everything()).not.toBe(before);
  });

  it('did not happen when its fact cannot be kept', async () => {
    const before = await everything();
    const broken: FactKeeper = { keepWith: () => Promise.reject(new Error('no room')) };
    await expect(act(sources(broken))).rejects.toThrow('no room');
    expect([await everything(), await factsKept()]).toEqual([before, 0]);
  });

  it('did not happen, and is not told, when the process is cut off after the fact', async () => {
    const before = await everything();
    const { keepWith } = postgresAuditOutbox(pool, masterKey);
    const cutting: FactKeeper = {
      async keepWith(transaction, facts) {
        await keepWith(transaction, facts);
        const { rows } = await transaction.query<{ pid: number }>('select pg_backend_pid() as pid');
        await pool.query('select pg_terminate_backend($1, 10000)', [rows[0]?.pid]);
      },
    };
    await expect(act(sources(cutting))).rejects.toThrow();
    expect([await everything(), await factsKept()]).toEqual([before, 0]);
  });
});
