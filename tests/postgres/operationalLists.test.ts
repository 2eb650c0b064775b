import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { ParkedPayloads } from '../../src/infrastructure/emag/parkedPayloads.js';
import { PayloadCipher } from '../../src/infrastructure/emag/payloadCipher.js';
import { postgresAcknowledgeFailures } from '../../src/infrastructure/operational/postgresAcknowledgeFailures.js';
import { postgresMarketplaceCalls } from '../../src/infrastructure/operational/postgresMarketplaceCalls.js';
import { postgresUnreadableRows } from '../../src/infrastructure/operational/postgresUnreadableRows.js';
import { countStatement, pageStatement, Predicate } from '../../src/projections/listQuery.js';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url);
  pool = new pg.Pool({ connectionString: database.url, max: 8 });
  await pool.query(
    `insert into ops.marketplace_calls
       (account, route, order_id, correlation_id, started_at, duration_ms, http_status, outcome, detail)
     values ('main', 'order/read', null, 'c1', '2026-03-01T10:00:00Z', 120, 200, 'ok', null),
            ('main', 'order/acknowledge', '7', 'c2', '2026-03-01T11:00:00Z', 80, 200, 'ok', null),
            ('fbe', 'awb/save', '7', 'c3', '2026-03-01T12:00:00Z', 900, 200, 'refused', 'Adresa incompleta')`,
  );
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const routes = async (filter: object, request: object = {}) => {
  const page = await postgresMarketplaceCalls(pool).list(filter, { page: 1, itemsPerPage: 2, ...request });
  return { ...page, items: page.items.map((item) => (JSON.parse(item) as { route: string }).route) };
};

describe('the list of calls to the marketplace', () => {
  it('begins with the newest, and goes on by cursor', async () => {
    const first = await routes({});
    expect(first).toMatchObject({ items: ['awb/save', 'order/acknowledge'], total: 3 });
    expect(await routes({}, { cursor: first.nextCursor ?? '' })).toMatchObject({
      items: ['order/read'],
      nextCursor: null,
    });
  });

  it.each([
    [{ accounts: ['main'] }, {}, ['order/acknowledge', 'order/read']],
    [{ orderId: '7' }, {}, ['awb/save', 'order/acknowledge']],
    [{ outcomes: ['refused'] }, {}, ['awb/save']],
    [{ from: '2026-03-01T10:30:00Z', to: '2026-03-01T11:30:00Z' }, {}, ['order/acknowledge']],
    [{}, { sort: 'duration_ms', order: 'asc' }, ['order/acknowledge', 'order/read']],
    [{}, { q: 'adresa' }, ['awb/save']],
    [{}, { q: 'order/ack' }, ['order/acknowledge']],
    [{}, { q: "%' or 1=1" }, []],
  ])('takes %j and %j', async (filter, request, found) => {
    expect((await routes(filter, request)).items).toEqual(found);
  });

  it('shows a call as the contract names it', async () => {
    const [item = ''] = (await postgresMarketplaceCalls(pool).list({ orderId: '7' }, { page: 1, itemsPerPage: 1 }))
      .items;
    expect(JSON.parse(item)).toEqual({
      id: '3',
      account_type: 'fbe',
      route: 'awb/save',
      order_id: '7',
      correlation_id: 'c3',
      started_at: '2026-03-01T12:00:00.000Z',
      duration_ms: 900,
      http_status: 200,
      outcome: 'refused',
      detail: 'Adresa incompleta',
    });
  });
});

describe('the list of rows that could not be understood', () => {
  it('begins with what was seen last, each once, without its payload', async () => {
    const parked = new ParkedPayloads(pool, new PayloadCipher(randomBytes(32), 'rows'), randomBytes(32));
    const row = { account: 'main', kind: 'order', reference: '412345678', reason: 'status cannot be read' } as const;
    await parked.park({ ...row, payload: { id: 412345678, status: 9 } });
    await parked.park({ ...row, kind: 'offer', reference: null, reason: 'id is missing', payload: {} });
    await parked.park({ ...row, payload: { id: 412345678, status: 9 } });
    const rows = postgresUnreadableRows(pool);
    const of = async (filter: object, request: object = {}) => {
      const page = await rows.list(filter, { page: 1, itemsPerPage: 10, ...request });
      return page.items.map((item) => JSON.parse(item) as Record<string, unknown>);
    };
    expect(await of({})).toEqual([
      {
        id: expect.any(String),
        account_type: 'main',
        kind: 'order',
        reference: '412345678',
        reason: 'status cannot be read',
        last_seen_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      },
      expect.objectContaining({ kind: 'offer', reference: null }),
    ]);
    expect(await of({ kinds: ['offer'] })).toHaveLength(1);
    expect(await of({ accounts: ['fbe'] })).toEqual([]);
    expect(await of({}, { q: '412345678' })).toHaveLength(1);
    expect(await of({}, { q: 'missing' })).toHaveLength(1);
  });
});

describe('failures of acknowledging by itself', () => {
  it('park an order at the third, with the last reason, until it worked', async () => {
    const failures = postgresAcknowledgeFailures(pool);
    const key = { account: 'main', orderId: '7' };
    expect(await failures.record(key, 'a')).toEqual({ failures: 1, parked: false });
    expect(await failures.record(key, 'b')).toEqual({ failures: 2, parked: false });
    expect([...(await failures.parked('main'))]).toEqual([]);
    expect(await failures.record(key, 'c')).toEqual({ failures: 3, parked: true });
    expect([...(await failures.parked('main'))]).toEqual([['7', 'c']]);
    expect([...(await failures.parked('fbe'))]).toEqual([]);
    await failures.forget(key);
    expect([...(await failures.parked('main'))]).toEqual([]);
  });
});

describe('operational lists of many rows', () => {
  const ROWS = 20_000;
  beforeAll(async () => {
    await pool.query(
      `insert into ops.marketplace_calls (account, route, order_id, correlation_id, started_at, duration_ms, outcome)
       select case when n % 3 = 0 then 'fbe' else 'main' end, 'order/read', (n / 4)::text, md5(n::text),
              timestamptz '2026-01-01' + n * interval '1 minute', n % 997, case when n % 500 = 0 then 'refused' else 'ok' end
         from generate_series(1, ${ROWS}) n`,
    );
    await pool.query(
      `insert into ops.notifications (id, kind, severity, data, store_id, position, created_at)
       select n::text, case when n % 500 = 0 then 'awb_failed' else 'order_new' end,
              case when n % 500 = 0 then 'error' else 'info' end, json_build_object('order_id', n::text), 's', n,
              timestamptz '2026-01-01' + n * interval '1 minute'
         from generate_series(1, ${ROWS}) n`,
    );
    await pool.query(
      `insert into ops.job_runs (id, name, trigger, state, started_at)
       select gen_random_uuid(), case when n % 200 = 0 then 'emag.health_check' else 'emag.sync_orders' end, 'schedule',
              'succeeded', timestamptz '2026-01-01' + n * interval '1 minute'
         from generate_series(1, ${ROWS}) n`,
    );
    await pool.query('analyze ops.marketplace_calls, ops.notifications, ops.job_runs');
  });

  const planOf = async (table: string, predicate: Predicate, column: string, type: string): Promise<string> => {
    const { text, values } = pageStatement(
      { table, predicate, item: 'item', sortable: { column, type }, order: 'desc', cursor: null },
      { offset: 0, limit: 26 },
    );
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [...values]);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };
  const calls = 'ops.marketplace_call_list';
  const notifications = 'ops.notification_list';

  it.each<[string, string, Predicate, string, string]>([
    ['calls, newest first', calls, new Predicate(), 'started_at', 'timestamptz'],
    ['calls, slowest first', calls, new Predicate(), 'duration_ms', 'integer'],
    ['calls of an account', calls, new Predicate().oneOf('account', ['fbe']), 'started_at', 'timestamptz'],
    ['calls that were refused', calls, new Predicate().oneOf('outcome', ['refused']), 'started_at', 'timestamptz'],
    ['calls about an order', calls, new Predicate().where('order_id = ?', '77'), 'started_at', 'timestamptz'],
    [
      'calls of a time',
      calls,
      new Predicate().where('started_at >= ?::timestamptz', '2026-01-10'),
      'started_at',
      'timestamptz',
    ],
    ['notifications, newest first', notifications, new Predicate(), 'created_at', 'timestamptz'],
    [
      'notifications of a kind',
      notifications,
      new Predicate().oneOf('kind', ['awb_failed']),
      'created_at',
      'timestamptz',
    ],
    ['grave notifications', notifications, new Predicate().oneOf('severity', ['error']), 'created_at', 'timestamptz'],
    [
      'runs of a job',
      'ops.job_run_list',
      new Predicate().where('name = ?', 'emag.health_check'),
      'started_at',
      'timestamptz',
    ],
  ])('read %s from an index', async (_what, table, predicate, column, type) => {
    const plan = await planOf(table, predicate, column, type);
    expect(plan).toMatch(/Index (Only )?Scan/);
    expect(plan).not.toMatch(/Seq Scan/);
  });

  it.each([
    [calls, 'refused'],
    [notifications, 'awb'],
  ])('search %s by the full-text index', async (table, q) => {
    const { text, values } = countStatement({ table, predicate: new Predicate().matching('search', q) });
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [...values]);
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Bitmap Index Scan on \w+_search/);
  });
});
