import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { pino } from 'pino';
import { RuleViolation } from '../../src/domain/decider.js';
import { NO_SELLER } from '../../src/domain/invoice/invoiceDocument.js';
import type { AccountState, MarketplaceAccount } from '../../src/application/ports/marketplace.js';
import type { SyncRequest } from '../../src/application/services.js';
import type { JobName } from '../../src/infrastructure/config/jobs.js';
import { createJobTasks, type JobTaskDeps } from '../../src/infrastructure/jobs/jobTasks.js';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { createPool } from '../../src/infrastructure/postgres/pool.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { FakeMarketplace } from '../support/fakeMarketplace.js';

const now = new Date('2026-03-02T10:00:00Z');
let database: TestDatabase;
let pool: pg.Pool;
let alerts: { kind: string; data: Record<string, unknown> }[];
let asked: SyncRequest[];
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url);
  pool = createPool(database.url, { name: 'job tasks test' });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(() => {
  alerts = [];
  asked = [];
});

/** Two accounts whose connection is as the test says. */
const marketplaceOf = (states: Readonly<Record<string, AccountState['code']>>) => {
  const info = (key: string) => ({
    key,
    platform: 'emag-ro',
    fulfilment: 'own' as const,
    baseUrl: 'https://marketplace-api.emag.ro/api-3',
    isDemonstration: false,
  });
  return {
    accounts: () => Promise.resolve(Object.keys(states).map(info)),
    account: (key: string): Promise<MarketplaceAccount> => {
      const testConnection = (): Promise<AccountState> =>
        Promise.resolve({ code: states[key] ?? 'unknown', text: '', checkedAt: now.toISOString() });
      return Promise.resolve(Object.assign(new FakeMarketplace(), { info: info(key), testConnection }));
    },
  };
};

const run = (name: JobName, change: Partial<JobTaskDeps> = {}) => {
  const deps: JobTaskDeps = {
    pool,
    clock: { now: () => now },
    logger: pino({ level: 'silent' }),
    marketplace: marketplaceOf({ main: 'ok', fbe: 'ok' }),
    settings: {
      read: () =>
        Promise.resolve({
          revision: 0n,
          seller: NO_SELLER,
          invoiceSeries: [],
          automation: {
            main: { autoAcknowledge: true },
            fbe: { autoAcknowledge: true },
            off: { autoAcknowledge: false },
          },
        }),
      save: () => Promise.reject(new Error('not part of this test')),
    },
    sync: {
      request: (request) => {
        asked.push(request);
        if (request.accounts[0] === 'fbe') {
          return Promise.reject(new RuleViolation('sync-running', 'is being synced already'));
        }
        return Promise.resolve({ operationId: 'op', runs: [], position: 1n });
      },
      cancel: () => Promise.reject(new Error('not part of this test')),
    },
    outcomes: {
      wait: (operationId) =>
        Promise.resolve({ operationId, kind: 'sync_orders', state: 'succeeded', position: 1n, refusal: null }),
    },
    attention: { slice: () => Promise.resolve([]) },
    acknowledgeNew: () => Promise.resolve([]),
    trackAwbs: (account) => Promise.resolve({ account, checked: 0, changed: 0, failed: 0, error: null }),
    health: { ready: () => Promise.resolve({ database: { status: 'ok', detail: 'reachable' } }) },
    projections: () => Promise.resolve([]),
    alert: (kind, data) => Promise.resolve(void alerts.push({ kind, data })),
    ...change,
  };
  return createJobTasks(deps)[name](new AbortController().signal);
};

describe('syncing on schedule', () => {
  it('asks for each account by itself, and an account that is being synced is fine', async () => {
    const outcome = await run('emag.sync_orders');
    expect(asked.map(({ kind, accounts, trigger }) => [kind, ...accounts, trigger])).toEqual([
      ['orders', 'main', 'schedule'],
      ['orders', 'fbe', 'schedule'],
    ]);
    expect(outcome).toMatchObject({
      state: 'succeeded',
      result: {
        accounts: [
          { account: 'main', state: 'succeeded' },
          { account: 'fbe', state: 'already running' },
        ],
      },
    });
  });

  it('is partly done when one account fails', async () => {
    const sync = {
      request: ({ accounts }: SyncRequest) =>
        accounts[0] === 'main'
          ? Promise.reject(new Error('no connection'))
          : Promise.resolve({ operationId: 'op', runs: [], position: 1n }),
      cancel: () => Promise.reject(new Error('not part of this test')),
    };
    expect(await run('emag.sync_products', { sync })).toMatchObject({
      state: 'partial',
      result: {
        accounts: [
          { account: 'main', ok: false, state: 'no connection' },
          { account: 'fbe', ok: true },
        ],
      },
    });
  });
});

describe('acknowledging on schedule', () => {
  it('looks at the accounts that are switched on, and the trouble of one stops no other', async () => {
    const outcome = await run('emag.auto_acknowledge_orders', {
      acknowledgeNew: (account) =>
        account === 'main'
          ? Promise.reject(new Error('the read model is being built'))
          : Promise.resolve([{ order_id: '7', account_type: account, ok: true, state: 'succeeded' }]),
    });
    expect(outcome).toMatchObject({
      state: 'partial',
      result: {
        accounts: ['main', 'fbe'],
        orders: [{ order_id: '7', account_type: 'fbe' }],
        failed: [{ account: 'main', error: 'the read model is being built' }],
      },
    });
  });
});

describe('cleaning up', () => {
  it('removes the journal, runs and leftovers after 30 days, and nothing younger', async () => {
    const call = `insert into ops.marketplace_calls (account, route, correlation_id, started_at, duration_ms, outcome)
                  values ('main', $2, 'c', now() - $1::interval, 1, 'ok')`;
    const job = `insert into ops.job_runs (id, name, trigger, state, started_at)
                 values (gen_random_uuid(), $2, 'schedule', 'succeeded', now() - $1::interval)`;
    const payload = `insert into ops.parked_payloads (id, account, kind, reason, digest, payload, parked_at)
                     values (gen_random_uuid(), 'main', 'order', 'r', $2, '', now() - $1::interval)`;
    const answer = `insert into ops.idempotency_answers (user_id, key, request_digest, state, expires_at)
                    values ('u', $2, 'd', 'done', now() - $1::interval)`;
    for (const statement of [call, job, payload]) {
      await pool.query(statement, ['31 days', 'old']);
      await pool.query(statement, ['29 days', 'young']);
    }
    const failure = `insert into ops.login_failures (name_digest, failures, failed_at) values ($2, 1, now() - $1::interval)`;
    await pool.query(failure, ['2 days', 'old']);
    await pool.query(failure, ['1 hour', 'young']);
    await pool.query(answer, ['1 hour', 'old']);
    await pool.query(answer, ['-1 hour', 'young']);
    const outcome = await run('emag.cleanup_old_sync_logs');
    expect(outcome).toMatchObject({
      state: 'succeeded',
      result: {
        removed: { marketplace_calls: 1, job_runs: 1, parked_payloads: 1, idempotency_answers: 1, login_failures: 1 },
      },
    });
    const left = async (column: string, table: string) =>
      (await pool.query<{ name: string }>(`select ${column} as name from ops.${table}`)).rows.map(({ name }) => name);
    expect([
      await left('route', 'marketplace_calls'),
      await left('name', 'job_runs'),
      await left('digest', 'parked_payloads'),
      await left('key', 'idempotency_answers'),
      await left('name_digest', 'login_failures'),
    ]).toEqual([['young'], ['young'], ['young'], ['young'], ['young']]);
  });
});

describe('the health check', () => {
  const lag = {
    name: 'order_list',
    version: 1,
    position: '5',
    lag_events: 0,
    lag_seconds: 0,
    state: 'current' as const,
    is_running: true,
    parked: 0,
  };
  const namesOf = (result: unknown) =>
    (result as { checks: { name: string; ok: boolean }[] }).checks.map(({ name, ok }) => [name, ok]);

  it('looks at parts, accounts, read models and the oldest order, and says nothing when all is well', async () => {
    const { state, result } = await run('emag.health_check', { projections: () => Promise.resolve([lag]) });
    expect([state, namesOf(result), alerts]).toEqual([
      'succeeded',
      [
        ['database', true],
        ['account main', true],
        ['account fbe', true],
        ['read model order_list', true],
        ['oldest unacknowledged order', true],
      ],
      [],
    ]);
  });

  it.each<[string, Partial<JobTaskDeps>, string]>([
    [
      'a part that does not answer',
      { health: { ready: () => Promise.resolve({ bus: { status: 'failing', detail: 'not reachable' } }) } },
      'bus',
    ],
    ['an account that may not call', { marketplace: marketplaceOf({ main: 'ok', fbe: 'ip-refused' }) }, 'account fbe'],
    [
      'a read model that stands still',
      { projections: () => Promise.resolve([{ ...lag, lag_events: 40, lag_seconds: 900 }]) },
      'read model order_list',
    ],
    ['parked events', { projections: () => Promise.resolve([{ ...lag, parked: 2 }]) }, 'read model order_list'],
    [
      'an order that nobody acknowledged',
      {
        attention: {
          slice: () =>
            Promise.resolve([
              {
                priority: '1',
                item: {
                  id: 'unacknowledged-main-7',
                  kind: 'unacknowledged',
                  severity: 'warning',
                  account_type: 'main',
                  order_id: '7',
                  order_date: '2026-03-02T08:00:00.000Z',
                  since: '2026-03-02T08:00:00.000Z',
                  deadline: null,
                  code: null,
                  detail: null,
                  next_action: 'acknowledge',
                  link: '/orders/main-7',
                },
              },
            ]),
        },
      },
      'oldest unacknowledged order',
    ],
  ])('tells people of %s', async (_what, change, name) => {
    const { state } = await run('emag.health_check', change);
    expect(state).toBe('partial');
    expect(alerts).toMatchObject([{ kind: 'health_check_failed', data: { checks: [{ name, ok: false }] } }]);
  });
});
