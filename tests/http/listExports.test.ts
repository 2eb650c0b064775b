import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { exportColumns } from '../../src/infrastructure/http/exports/exportColumns.js';
import { ROLES } from '../../src/infrastructure/identity/principal.js';
import type { Route } from '../../src/infrastructure/http/route.js';
import { routes } from '../../src/infrastructure/http/routes/routes.js';
import { PageTooDeep } from '../../src/projections/listPage.js';
import { SnapshotsTaken } from '../../src/projections/snapshot.js';
import { listedOrder } from '../support/orderSamples.js';
import { startTestApp, type TestApp } from './support/testApp.js';

const lists = routes.filter(({ list }) => list !== null);
const plain = lists.filter(({ path }) => !path.includes('{'));
const LIST = '/api/v1/emag/orders/list';

describe('every list', () => {
  let app: TestApp;
  beforeAll(async () => void (app = await startTestApp()));
  afterAll(() => app.close());

  it('can be exported', () => {
    const answersList = (route: Route): boolean => route.method === 'get' && 'page' in route.query.shape;
    expect(routes.filter(answersList).filter(({ list }) => list === null)).toEqual([]);
    expect(lists.length).toBeGreaterThanOrEqual(12);
  });

  it.each(plain.map((route) => [route.path, route] as const))('%s is given as CSV', async (path, { list }) => {
    const answer = await app.call('GET', `/api/v1${path}?format=csv`, { as: 'admin' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    const names = list ? exportColumns(list.row).map(({ name }) => name) : [];
    expect(names.length).toBeGreaterThan(1);
    expect(parse(answer.text, { bom: true })[0]).toEqual(names);
  });

  it.each(plain.map(({ path }) => path))('%s is exported for nobody who did not sign in', async (path) => {
    const answer = await app.call('GET', `/api/v1${path}?format=xlsx`, { as: null });
    expect(answer.status).toBe(401);
  });

  it.each(plain.filter(({ access }) => access !== 'public' && access.length < ROLES.length).map(({ path }) => path))(
    '%s is not exported for a role that may not read it',
    async (path) => {
      const forbidden = ROLES.filter((role) => {
        const { access = [] } = plain.find((route) => route.path === path) ?? {};
        return access !== 'public' && !access.includes(role);
      });
      for (const role of forbidden) {
        expect((await app.call('GET', `/api/v1${path}?format=csv`, { as: role })).status).toBe(403);
      }
    },
  );
});

describe('a list', () => {
  let app: TestApp;
  beforeAll(async () => void (app = await startTestApp()));
  afterAll(() => app.close());

  it.each([
    ['what cannot be stored', 'q=a%00b', 400, 'validation-failed'],
    ['half a character', 'q=%ED%A0%80%00', 400, 'validation-failed'],
    ['a search without end', `q=${'a'.repeat(201)}`, 400, 'validation-failed'],
    ['nothing to search for', 'q=', 400, 'validation-failed'],
    ['a page before the first', 'page=0', 400, 'validation-failed'],
    ['a page of too many', 'items_per_page=101', 400, 'validation-failed'],
    ['a sort that is none', 'sort=name;drop', 400, 'validation-failed'],
    ['a direction that is none', 'order=up', 400, 'validation-failed'],
  ])('refuses %s', async (_name, query, status, code) => {
    const answer = await app.call('GET', `${LIST}?${query}`);
    expect([answer.status, answer.json()['code']]).toEqual([status, code]);
  });

  it('says that a page lies too deep, and what to do', async () => {
    const deep = await startTestApp({
      orderQueries: { ...app.reads.orders, list: () => Promise.reject(new PageTooDeep(100_000)) },
    });
    const answer = await deep.call('GET', `${LIST}?page=90000`);
    expect([answer.status, answer.json()['code']]).toEqual([422, 'page-too-deep']);
    expect(answer.json()['detail']).toContain('next_cursor');
    await deep.close();
  });

  it('that is short goes on by a cursor as well', async () => {
    const first = (await app.call('GET', '/api/v1/users?items_per_page=2&sort=username', { as: 'admin' })).json();
    const users = first['items'] as { username: string }[];
    const rest = await app.call('GET', `/api/v1/users?sort=username&cursor=${String(first['next_cursor'])}`, {
      as: 'admin',
    });
    expect([...users, ...(rest.json()['items'] as typeof users)].map(({ username }) => username)).toEqual([
      'admin',
      'auditor',
      'operator',
    ]);
    expect(rest.json()['next_cursor']).toBeNull();
  });
});

describe('an export of orders', () => {
  let app: TestApp;
  beforeAll(async () => void (app = await startTestApp()));
  afterAll(() => app.close());

  it('is named after the list and the day, and never kept by anybody between', async () => {
    app.reads.nextPage = {
      items: [JSON.stringify(listedOrder('6112345678'))],
      total: 1,
      totalIsLowerBound: false,
      nextCursor: null,
    };
    const answer = await app.call('GET', `${LIST}?format=csv`);
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="magflow-orders-\d{4}-\d{2}-\d{2}\.csv"$/,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const [row] = parse<Record<string, string>>(answer.text, { bom: true, columns: true });
    expect(row).toMatchObject({
      id: 'main-6112345678',
      status_name: 'new',
      total_amount: '379.99',
      customer_phone: "'+40700000001",
      products_sku: 'RDX-40-BLU',
      shipping_address_city: 'Cluj-Napoca',
    });
    app.reads.nextPage = null;
  });

  it.each([
    ['an unknown format', 'format=pdf', 400, 'validation-failed'],
    ['an unknown account', 'format=csv&account_type=nobody', 400, 'account-unknown'],
    ['what can be no account', 'format=csv&account_type=Not-Here', 400, 'account-unknown'],
    ['a status that is none', 'format=csv&status=lost', 400, 'validation-failed'],
    ['a period that ends before it begins', 'format=xlsx&from=2026-03-02&to=2026-03-01', 422, 'period-impossible'],
  ])('is refused like the list for %s', async (_name, query, status, code) => {
    const answer = await app.call('GET', `${LIST}?${query}`);
    expect([answer.status, answer.json()['code']]).toEqual([status, code]);
  });

  it('says only what it would be when asked for its head', async () => {
    const answer = await app.call('HEAD', `${LIST}?format=xlsx`);
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(answer.headers.get('content-disposition')).toContain('.xlsx');
  });

  it('waits its turn when many are under way', async () => {
    const busy = await startTestApp({ snapshots: { open: () => Promise.reject(new SnapshotsTaken()) } });
    const answer = await busy.call('GET', `${LIST}?format=csv`);
    expect([answer.status, answer.json()['code'], answer.headers.get('retry-after')]).toEqual([
      503,
      'exports-busy',
      '10',
    ]);
    await busy.close();
  });
});
