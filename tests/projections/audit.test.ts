import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditProjection } from '../../src/projections/audit/auditProjection.js';
import { PgAuditQueries } from '../../src/projections/audit/pgAuditQueries.js';
import { PROJECTIONS } from '../../src/projections/projections.js';
import { ReadTables } from '../../src/projections/readTables.js';
import { openReadModelBench, type ReadModelBench } from './support/readModelBench.js';

const user = { userId: '0f4b1c9e-5a53-4d5b-9b57-0c7a86f0a001', username: 'ana' };
const where = { personId: `user-${user.userId}`, personal: { ip: '203.0.113.7', userAgent: 'Mozilla/5.0' } };
const at = (minute: number) => `2026-03-02T10:0${minute}:00.000Z`;

let bench: ReadModelBench;
let queries: PgAuditQueries;
beforeAll(async () => {
  bench = await openReadModelBench();
  await bench.run([auditProjection]);
  await bench.append(`user-${user.userId}`, { type: 'SignedIn', data: { ...user, ...where, at: at(1) } });
  await bench.append('account-shop', {
    type: 'AccountChanged',
    data: { account: 'shop', changed: ['password'], at: at(2) },
  });
  await bench.append('order-main-1', { type: 'OrderAcknowledged', data: {} });
  const last = await bench.append('administration-settings', {
    type: 'SettingsChanged',
    data: {
      changed: ['/seller/phone'],
      personId: 'seller',
      personal: { changes: [{ path: '/seller/phone', from: '1', to: '2' }] },
      at: at(3),
    },
  });
  await bench.reached('audit', last);
  queries = new PgAuditQueries(bench.pool, new ReadTables(bench.pool, PROJECTIONS));
});
afterAll(() => bench.close());

const request = { page: 1, itemsPerPage: 25, order: 'asc' } as const;
const kinds = async (filter: Parameters<PgAuditQueries['list']>[0], q?: string) =>
  (await queries.list(filter, { ...request, ...(q !== undefined && { q }) })).items.map(
    (item) => (JSON.parse(item) as { kind: string }).kind,
  );

describe('the audit', () => {
  it('tells who did what, to what, and from where', async () => {
    const { items, total } = await queries.list({}, request);
    expect(total).toBe(3);
    const entries = new Map(
      items.map((item) => JSON.parse(item) as Record<string, unknown>).map((one) => [one['kind'], one]),
    );
    expect(entries.get('signed_in')).toMatchObject({
      actor: { kind: 'user', id: 'u1' },
      object: { type: 'user', id: 'ana' },
      details: { user_id: user.userId },
      ip: '203.0.113.7',
      user_agent: 'Mozilla/5.0',
      correlation_id: 'c1',
    });
    expect(entries.get('account_changed')).toMatchObject({
      object: { type: 'account', id: 'shop' },
      details: { account: 'shop', changed: ['password'] },
      ip: null,
    });
    expect(entries.get('settings_changed')).toMatchObject({
      object: { type: 'settings', id: 'settings' },
      details: { changed: ['/seller/phone'], changes: [{ path: '/seller/phone', from: '1', to: '2' }] },
    });
  });

  it.each<[string, Parameters<PgAuditQueries['list']>[0], string[]]>([
    ['kind', { kinds: ['signed_in'] }, ['signed_in']],
    ['kinds', { kinds: ['signed_in', 'account_changed'] }, ['account_changed', 'signed_in']],
    ['kind of object', { object: 'account' }, ['account_changed']],
    ['object', { object: 'account:shop' }, ['account_changed']],
    ['another object', { object: 'account:main' }, []],
    ['actor', { actor: 'nobody' }, []],
    ['time', { from: '2030-01-01T00:00:00.000Z' }, []],
  ])('is filtered by %s', async (_what, filter, found) => expect((await kinds(filter)).sort()).toEqual(found));

  it.each([
    ['203.0.113.7', ['signed_in']],
    ['shop', ['account_changed']],
    ['seller phone', ['settings_changed']],
    ['%', []],
  ])('is searched for %s', async (q, found) => expect(await kinds({}, q)).toEqual(found));
});
