import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awbRequest, type Json } from './support/sandboxClient.js';
import { buildSandboxProgram, runSandbox, spawnSandbox, type SandboxProgram } from './support/sandboxProcess.js';

jest.setTimeout(60_000);

let program: SandboxProgram;
let folder: string;
beforeAll(async () => {
  program = await buildSandboxProgram();
});
afterAll(() => program.remove());

const small = [
  '--port',
  '0',
  '--orders',
  '60',
  '--offers',
  '40',
  '--new-order-seconds',
  '0',
  '--limits',
  'off',
  '--latency-ms',
  '0',
];
const start = (args: string[] = []) => spawnSandbox(program, [...small, '--data', folder, ...args]);

describe('the state in a folder', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'magflow-sandbox-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('survives kill -9 with everything that was answered', async () => {
    const before = await start(['--seed', '7', '--now', '2025-11-24T10:00:00Z']);
    const order = await before.control.place({ account: 'main', payment_mode_id: 1, delivery_mode: 'courier' });
    await before.main.call(`order/acknowledge/${order.id}`);
    const awb = (await before.main.call('awb/save', awbRequest(order.id))).results as Json;
    await before.main.call('offer/save', [{ id: 500_001, stock: [{ warehouse_id: 1, value: 77 }] }]);
    await before.control.advance(30 * 86_400);
    await before.control.ask('POST', '/accounts/main/callback', { url: 'http://127.0.0.1:9/hook' });
    const seen = await before.main.order(order.id);
    expect(seen.status).toBe(4);
    const ledger = await before.control.ledger('main');
    expect(await before.end('SIGKILL')).toBeNull();

    const after = await start(['--seed', '8', '--now', '2020-01-01T00:00:00Z', '--orders', '10']);
    expect(after.ready.accounts.map(({ password }) => password)).toEqual(
      before.ready.accounts.map(({ password }) => password),
    );
    expect(await after.main.order(order.id)).toEqual(seen);
    expect((await after.main.call('awb/read', { reservation_id: awb['reservation_id'] })).results).toMatchObject({
      status: { code: 'DLV' },
    });
    const [offer] = (await after.main.call('product_offer/read', { id: 500_001 })).results as Json[];
    expect(offer).toMatchObject({ general_stock: 77 });
    expect(await after.control.ledger('main')).toEqual(ledger);
    expect(String((await after.control.ask('GET', '/clock'))['local']).slice(0, 10)).toBe('2025-12-24');
    const [settings] = (await after.control.ask('GET', '/accounts')) as unknown as Json[];
    expect(settings).toMatchObject({ callbacks: { new_order: 'http://127.0.0.1:9/hook' } });

    // Ids go on where they were: nothing is issued twice.
    const next = (await after.main.call('awb/save', awbRequest(order.id))).results as Json;
    expect(Number(next['reservation_id'])).toBeGreaterThan(Number(awb['reservation_id']));
    expect(Number((await after.control.place({})).id)).toBeGreaterThan(Number(order.id));
    expect(await after.end('SIGTERM')).toBe(0);
  });

  it('loses no answered call when it is killed in the middle of many', async () => {
    const before = await start();
    const answered: number[] = [];
    const load = (async () => {
      for (let value = 1; ; value += 1) {
        await before.main.call('offer_stock/500001', undefined, {
          method: 'PATCH',
          raw: JSON.stringify({ stock: value }),
        });
        answered.push(value);
      }
    })();
    const failed = load.catch(() => undefined);
    while (answered.length < 100) await new Promise((resolve) => setTimeout(resolve, 5));
    await before.end('SIGKILL');
    await failed;

    const after = await start();
    const [offer] = (await after.main.call('product_offer/read', { id: 500_001 })).results as Json[];
    expect(Number(offer?.['general_stock'])).toBeGreaterThanOrEqual(answered.at(-1) ?? 0);
    await after.end('SIGTERM');
  });

  it('drops a line that a kill cut off, and goes on writing behind it', async () => {
    const first = await start();
    const order = await first.control.place({ account: 'main' });
    await first.end('SIGKILL');
    appendFileSync(join(folder, 'journal.ndjson'), '["orders","main",1,{"id":1,"li');
    const second = await start();
    expect((await second.main.order(order.id)).status).toBe(1);
    await second.main.call(`order/acknowledge/${order.id}`);
    await second.end('SIGKILL');
    const third = await start();
    expect((await third.main.order(order.id)).status).toBe(2);
    await third.end('SIGTERM');
  });

  it('begins anew when the first start was cut off before anybody was told', async () => {
    const first = await start();
    await first.end('SIGKILL');
    rmSync(join(folder, 'world.json'));
    const second = await start();
    expect(await second.main.count('order/count')).toBeGreaterThan(20);
    expect(second.ready.accounts[0]?.password).not.toBe(first.ready.accounts[0]?.password);
    await second.end('SIGTERM');
  });

  it('keeps the passwords to its owner', async () => {
    const sandbox = await start();
    await sandbox.end('SIGTERM');
    for (const name of ['world.json', 'journal.ndjson', 'snapshot.ndjson.gz'])
      expect((statSync(join(folder, name)).mode & 0o077).toString(8)).toBe('0');
    expect(readFileSync(join(folder, 'world.json'), 'utf8')).toContain(sandbox.ready.accounts[0]?.password);
  });

  it('belongs to one sandbox at a time', async () => {
    const first = await start();
    const second = await runSandbox(program, [...small, '--data', folder]);
    expect(second.code).toBe(3);
    expect(second.error).toContain('another sandbox is running');
    await first.end('SIGKILL');
    const third = await start();
    await third.end('SIGTERM');
  });
});

describe('the command', () => {
  it('makes the same world of the same seed and clock', async () => {
    const worlds: unknown[] = [];
    for (const seed of ['7', '7', '9']) {
      const sandbox = await spawnSandbox(program, [...small, '--seed', seed, '--now', '2025-11-24T10:00:00Z']);
      worlds.push([
        await sandbox.main.orders({ itemsPerPage: 5 }),
        await sandbox.fbe.orders({ type: 2, itemsPerPage: 5 }),
      ]);
      await sandbox.end('SIGTERM');
    }
    expect(worlds[1]).toEqual(worlds[0]);
    expect(worlds[2]).not.toEqual(worlds[0]);
  });

  it('takes its settings from the environment, flags winning', async () => {
    const sandbox = await spawnSandbox(program, ['--port', '0', '--offers', '20'], {
      MAGFLOW_SANDBOX_ORDERS: '30',
      MAGFLOW_SANDBOX_OFFERS: '100',
      MAGFLOW_SANDBOX_LIMITS: 'orders=1/m',
      MAGFLOW_SANDBOX_NOW: '2025-06-01T10:00:00Z',
      MAGFLOW_SANDBOX_NEW_ORDER_SECONDS: '0',
    });
    const both = await Promise.all([sandbox.main.call('order/count', {}), sandbox.main.call('order/count', {})]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 429]);
    const accounts = (await sandbox.control.ask('GET', '/accounts')) as unknown as Json[];
    expect(accounts.map(({ orders }) => Number(orders)).reduce((a, b) => a + b)).toBe(30);
    expect(accounts.map(({ offers }) => Number(offers)).reduce((a, b) => a + b)).toBe(20);
    expect(String((await sandbox.control.ask('GET', '/clock'))['now']).slice(0, 10)).toBe('2025-06-01');
    await sandbox.end('SIGINT');
  });

  it.each([
    [['--nonsense'], {}, 2, 'nonsense'],
    [['--port', 'x'], {}, 2, '--port'],
    [['--now', 'yesterday'], {}, 2, '--now'],
    [['--orders', '5', '--offers', '1'], {}, 2, '--offers'],
    [['--port', '0'], { MAGFLOW_SANDBOX_SEED: '-1' }, 4, 'MAGFLOW_SANDBOX_SEED'],
    [['--port', '0'], { MAGFLOW_SANDBOX_LIMITS: 'orders=twelve' }, 4, 'MAGFLOW_SANDBOX_LIMITS'],
  ])('refuses %p with %p by exit code %i', async (args, variables, code, text) => {
    const ended = await runSandbox(program, args, variables);
    expect([ended.code, ended.out]).toEqual([code, '']);
    expect(ended.error).toContain(text);
  });

  it.each([
    ['MAGFLOW_SANDBOX_ORDERS=many', 'MAGFLOW_SANDBOX_ORDERS must be'],
    ['not an assignment', '.env:1'],
  ])('reads the .env of its folder and refuses %p by exit code 4', async (line, text) => {
    const cwd = mkdtempSync(join(tmpdir(), 'magflow-sandbox-env-'));
    writeFileSync(join(cwd, '.env'), `${line}\n`);
    const ended = await runSandbox(program, ['--port', '0'], {}, cwd);
    rmSync(cwd, { recursive: true, force: true });
    expect([ended.code, ended.error]).toEqual([4, expect.stringContaining(text)]);
  });

  it('exits with 3 when the port is taken', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const ended = await runSandbox(program, [...small, '--port', String(port)]);
    other.close();
    expect([ended.code, ended.error]).toEqual([3, `magflow sandbox: port ${port} is taken by another program\n`]);
  });

  it('shows its help', async () => {
    const ended = await runSandbox(program, ['--help']);
    expect(ended.code).toBe(0);
    expect(ended.out).toContain('--new-order-seconds');
  });
});
