import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { requireSeller, sellerFor } from '../../src/application/order/invoiceInputs.js';
import { RevisionConflict } from '../../src/application/ports/eventStore.js';
import { RuleViolation } from '../../src/domain/decider.js';
import { startFirstSync } from '../../src/application/sync/firstSync.js';
import { postgresAuditOutbox } from '../../src/infrastructure/audit/postgresAuditOutbox.js';
import { parseConfig } from '../../src/infrastructure/config/config.js';
import { DEMONSTRATION_SELLER } from '../../src/infrastructure/config/demonstrationSeller.js';
import { storedAccounts } from '../../src/infrastructure/emag/storedAccounts.js';
import type { AccountAdministration } from '../../src/infrastructure/http/httpDeps.js';
import type { Notification } from '../../src/infrastructure/notifications/notification.js';
import {
  postgresNotifications,
  recordNotification,
} from '../../src/infrastructure/notifications/postgresNotifications.js';
import { accountAdministration } from '../../src/infrastructure/operational/accountAdministration.js';
import { postgresAccountRegistry } from '../../src/infrastructure/operational/accountRegistry.js';
import { accountsLeft, demonstrationData } from '../../src/infrastructure/operational/demonstrationData.js';
import { postgresSettings } from '../../src/infrastructure/operational/postgresSettings.js';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { untold } from '../support/untold.js';
import { InMemoryAccounts } from '../http/support/inMemoryAccounts.js';
import { shopAccount as shop } from '../support/shopAccount.js';

const masterKey = Buffer.alloc(32, 9);
const { accounts: configured } = parseConfig(
  { EMAG_ACCOUNTS: 'main', EMAG_MAIN_USERNAME: 'u', EMAG_MAIN_PASSWORD: 'p' },
  '/nowhere',
);

let database: TestDatabase;
let pool: pg.Pool;
let changes = 0;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url);
  pool = new pg.Pool({ connectionString: database.url, max: 8 });
  await postgresAccountRegistry(pool).ensure([
    { key: 'main', isDemonstration: false },
    { key: 'demo_main', isDemonstration: true },
    { key: 'demo_main_2', isDemonstration: true },
  ]);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const facts = () => postgresAuditOutbox(pool, masterKey);
const administration = () =>
  accountAdministration({ pool, facts: facts(), masterKey, configured, onChange: () => void (changes += 1) });
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof RuleViolation ? error.code : error),
  );

describe.each<[string, () => AccountAdministration]>([
  ['in memory', () => new InMemoryAccounts(configured, untold)],
  ['in PostgreSQL', administration],
])('accounts of the panel %s', (_where, open) => {
  let opened: AccountAdministration | undefined;
  const theirs = () => (opened ??= open());

  it('are added once, changed in part and removed', async () => {
    const accounts = theirs();
    await accounts.add(shop, untold);
    expect(await accounts.details('shop')).toMatchObject({ key: 'shop', username: 'seller', source: 'panel' });
    expect(await refusal(accounts.add(shop, untold))).toBe('account-exists');
    expect(await accounts.change('shop', { username: 'other', password: 'new secret' }, untold)).toEqual([
      'username',
      'password',
    ]);
    expect(await accounts.details('shop')).toMatchObject({ username: 'other', fulfilment: 'own' });
    const { revision } = await accounts.details('shop');
    await accounts.rotateCallback('shop', untold, revision);
    for (const late of [
      accounts.rotateCallback('shop', untold, revision),
      accounts.change('shop', { username: 'late' }, untold, revision),
      accounts.remove('shop', untold, revision),
    ]) {
      await expect(late).rejects.toMatchObject({ name: 'RevisionConflict', actual: revision + 1n });
    }
    expect(await accounts.details('shop')).toMatchObject({ username: 'other', revision: revision + 1n });
    await accounts.remove('shop', untold, revision + 1n);
    expect(await refusal(accounts.details('shop'))).toBe('account-unknown');
    expect(await refusal(accounts.remove('shop', untold))).toBe('account-unknown');
    expect(await refusal(accounts.change('shop', { username: 'x' }, untold))).toBe('account-unknown');
    await accounts.add(shop, untold);
    expect(await accounts.details('shop')).toMatchObject({ username: 'seller' });
  });

  it('are neither those of the environment nor those of the sandbox', async () => {
    const accounts = theirs();
    expect(await accounts.details('main')).toMatchObject({ source: 'environment', username: 'u' });
    expect(await refusal(accounts.add({ ...shop, key: 'main' }, untold))).toBe('account-exists');
    expect(await refusal(accounts.change('main', { username: 'x' }, untold))).toBe('account-not-editable');
    expect(await refusal(accounts.remove('main', untold))).toBe('account-not-editable');
    expect(await refusal(accounts.add({ ...shop, key: 'demo_main' }, untold))).toBe('account-key-demonstration');
  });
});

describe('an account of the panel', () => {
  it('keeps its password where only the master key opens it', async () => {
    const { rows } = await pool.query<{ wrapped_password: Buffer }>(
      `select wrapped_password from ops.accounts where key = 'shop'`,
    );
    expect(rows[0]?.wrapped_password.includes('very secret')).toBe(false);
    expect(await storedAccounts(pool, masterKey)).toMatchObject([{ key: 'shop', password: 'very secret' }]);
    expect(changes).toBeGreaterThan(0);
  });

  it('that wants a key of the demonstration is told a free one', async () => {
    await expect(administration().add({ ...shop, key: 'demo_main' }, untold)).rejects.toMatchObject({
      details: { suggested_key: 'demo_main_3' },
    });
  });

  it('moves to the address of its new platform, unless it has one of its own', async () => {
    const accounts = administration();
    expect(await accounts.change('shop', { platform: 'emag-bg' }, untold)).toEqual(['platform', 'base_url']);
    expect(await accounts.details('shop')).toMatchObject({ baseUrl: 'https://marketplace-api.emag.bg/api-3' });
  });

  it('has one first sync, of orders and offers, whoever asks', async () => {
    const asked: string[] = [];
    const deps = {
      claim: (key: string) => postgresAccountRegistry(pool).claimFirstSync(key),
      sync: {
        request: (request: { kind: string; trigger: string }) => {
          asked.push(`${request.kind} ${request.trigger}`);
          return Promise.resolve({ operationId: 'op', runs: [], position: 1n });
        },
      },
    };
    const actor = { kind: 'user', id: 'ana' } as const;
    const started = await Promise.all([1, 2, 3].map(() => startFirstSync('shop', actor, deps)));
    expect(started.filter(Boolean)).toHaveLength(1);
    expect(asked).toEqual(['orders start', 'offers start']);
    expect(await startFirstSync('main', actor, deps)).toBe(true);

    // Credentials that were corrected begin anew.
    await administration().change('shop', { password: 'corrected' }, untold);
    expect(await startFirstSync('shop', actor, deps)).toBe(true);
  });

  it('has an address to ring at that can be changed', async () => {
    const registry = postgresAccountRegistry(pool);
    const before = await registry.secretOf('shop');
    await administration().rotateCallback('shop', untold);
    expect(await registry.accountOf(before)).toBeNull();
    expect(await registry.accountOf(await registry.secretOf('shop'))).toBe('shop');
  });
});

describe('demonstration data', () => {
  const demonstration = () =>
    demonstrationData({
      pool,
      facts: facts(),
      projections: { rebuild: () => Promise.resolve({ version: 1 }), isCurrent: () => Promise.resolve(true) },
      isKept: false,
      onLeft: () => undefined,
    });

  it('is left once: no ring is heard, no key comes back, and real accounts stay', async () => {
    const registry = postgresAccountRegistry(pool);
    const secret = await registry.secretOf('demo_main');
    expect(await demonstration().accounts()).toEqual(['demo_main', 'demo_main_2']);
    expect(await accountsLeft(pool)).toEqual([]);

    const notice = (account: string): Notification => ({
      id: randomUUID(),
      kind: 'order_new',
      severity: 'info',
      data: { account_type: account },
      position: 1n,
      createdAt: '2026-03-02T10:00:00.000Z',
    });
    const noticed = async () =>
      (await postgresNotifications(pool).list('ana', { unreadOnly: false }, { page: 1, itemsPerPage: 25 })).items.map(
        (item) => (JSON.parse(item) as { data: { account_type: string } }).data.account_type,
      );
    for (const account of ['demo_main', 'shop']) await recordNotification(pool, notice(account), 'store');
    expect((await noticed()).sort()).toEqual(['demo_main', 'shop']);

    await demonstration().leave(untold);
    // One that comes late finds no place either.
    await recordNotification(pool, notice('demo_main_2'), 'store');
    expect(await noticed()).toEqual(['shop']);
    expect([...(await accountsLeft(pool))].sort()).toEqual(['demo_main', 'demo_main_2']);
    expect(await demonstration().accounts()).toEqual([]);
    expect(await registry.accountOf(secret)).toBeNull();
    expect(await refusal(administration().add({ ...shop, key: 'demo_main' }, untold))).toBe(
      'account-key-demonstration',
    );
    expect(await administration().details('shop')).toMatchObject({ key: 'shop' });
  });
});

describe('settings', () => {
  const first = { seller: DEMONSTRATION_SELLER, invoiceSeries: [], automation: {} };

  it('are saved by one at a time', async () => {
    const settings = postgresSettings(pool, facts(), first);
    const { revision } = await settings.read();
    const saved = await Promise.allSettled(
      ['Sibiu', 'Iași'].map((city) =>
        settings.save({ seller: { ...first.seller, name: 'A', city } }, untold, revision),
      ),
    );
    expect(saved.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await settings.read()).revision).toBe(revision + 1n);
    await expect(settings.save({}, untold, revision)).rejects.toBeInstanceOf(RevisionConflict);
  });

  it('let the demonstration’s seller sell for the demonstration alone', async () => {
    const settings = postgresSettings(pool, facts(), first, ['demo_main']);
    await settings.save({ seller: { ...DEMONSTRATION_SELLER, phone: '0711111111' } }, untold);
    const read = await settings.read();
    expect(sellerFor(read, 'demo_main').phone).toBe('0711111111');
    expect(() => requireSeller(sellerFor(read, 'shop'))).toThrow();
    await settings.save({ seller: { ...DEMONSTRATION_SELLER, name: 'Exemplu SRL' } }, untold);
    expect(sellerFor(await settings.read(), 'shop').name).toBe('Exemplu SRL');
  });
});
