import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { migrations } from '../../src/infrastructure/postgres/migrations/migrations.js';
import { createTestDatabase } from '../support/database.js';
import { isListed, TestInstallation, until } from '../support/installation.js';
import { buildProgram } from '../support/program.js';

describe('magflow', () => {
  let program: string;
  let installation: TestInstallation;

  beforeAll(async () => {
    program = await buildProgram();
  });

  beforeEach(() => {
    installation = new TestInstallation(program);
  });

  afterEach(() => installation.clean());

  const run = async (args: readonly string[], environment: Record<string, string> = {}) => {
    const started = installation.cli(args, environment);
    return { code: await started.exit, stdout: started.stdout(), stderr: started.stderr() };
  };

  it('lists its commands and exit codes', async () => {
    const { code, stdout } = await run(['--help']);
    expect(code).toBe(0);
    const commands = ['start', 'stop', 'status', 'config', 'failpoints', 'sandbox', 'eventstore', 'sync', 'order'];
    const keeping = ['backup', 'restore', 'events', 'topics', 'dlq'];
    for (const command of [...commands, ...keeping, 'projections', 'user', 'migrate'])
      expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(stdout).toContain('3 already running or port taken, 4 configuration');
  });

  it.each([
    [['start']],
    [['stop']],
    [['status']],
    [['sync', 'orders']],
    [['sync', 'offers']],
    [['order', 'show']],
    [['projections', 'status']],
    [['projections', 'rebuild']],
    [['projections', 'replay']],
    [['sandbox']],
    [['eventstore']],
    [['config', 'check']],
    [['failpoints']],
    [['user', 'create']],
    [['user', 'set-password']],
    [['backup']],
    [['restore']],
    [['events', 'export']],
    [['events', 'import']],
    [['topics', 'replay']],
    [['dlq', 'redrive']],
  ])('explains %j', async (words) => {
    const { code, stdout } = await run([...words, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`magflow ${words.join(' ')}`);
  });

  it.each([
    [[], 'Usage: magflow'],
    [['sell'], "error: unknown command 'sell'"],
    [['status', '--yaml'], "error: unknown option '--yaml'"],
    [['eventstore'], "error: required option '--port <number>' not specified"],
    [['eventstore', '--port', '70000'], 'It must be a number from 0 to 65535.'],
    [['eventstore', '--port', '0'], 'magflow: eventstore needs --data DIR, or DATABASE_URL'],
    [['sync', 'orders', '--mode', 'weekly'], 'Allowed choices are incremental, full, historical.'],
    [['order', 'show', 'abc'], '"abc" is no order id; it is digits, or an account, a dash and digits'],
    [['order', 'show', '1', '--as-of', 'yesterday'], '--as-of must be a time with its zone'],
    [['order', 'show', '1', '--as-of', '2026-01-01T00:00:00Z', '--revision', '1'], '--as-of and --revision exclude'],
    [['sandbox', '--port', 'x'], '--port'],
  ])('tells with exit code 2 what is wrong in %j', async (args, message) => {
    const { code, stderr } = await run(args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it.each([
    [
      'start',
      { MAGFLOW_PORT: '99999' },
      'magflow: MAGFLOW_PORT must be a whole number from 0 to 65535 (it is "99999")\n',
    ],
    [
      'start',
      { EMAG_ACCOUNTS: 'main' },
      'magflow: EMAG_MAIN_USERNAME is missing for the account "main" of EMAG_ACCOUNTS\n' +
        'magflow: EMAG_MAIN_PASSWORD is missing for the account "main" of EMAG_ACCOUNTS\n',
    ],
    ['status', { MAGFLOW_SANDBOX: 'maybe' }, 'magflow: MAGFLOW_SANDBOX must be auto, on or off (it is "maybe")\n'],
    ['migrate', {}, 'magflow: migrate needs DATABASE_URL\n'],
  ])('refuses a configuration with exit code 4: %s with %j', async (command, environment, message) => {
    const { code, stderr } = await run([command], environment);
    expect(stderr).toBe(message);
    expect(code).toBe(4);
  });

  it('names the line of a broken .env', async () => {
    writeFileSync(join(installation.folder, '.env'), 'MAGFLOW_HOST=127.0.0.1\nMAGFLOW_JOBS off\n');
    const { code, stderr } = await run(['start']);
    expect(stderr).toBe('magflow: .env:2 is not of the form NAME=value\n');
    expect(code).toBe(4);
  });

  it.each([
    ['sync', 'orders'],
    ['order', 'show', '5200000001'],
    ['projections', 'status'],
    ['user', 'create', 'ana'],
  ])('says that nothing runs with exit code 5: %s %s', async (...args) => {
    const { code, stderr } = await run(args);
    expect(stderr).toBe(
      `magflow: MagFlow does not run on ${installation.dataDir}: start it with "magflow start", or set DATABASE_URL and EVENTSTORE_URL\n`,
    );
    expect(code).toBe(5);
  });

  it('tells an unreachable database from other failures, and keeps its password', async () => {
    const { code, stderr } = await run(['migrate'], {
      DATABASE_URL: 'postgres://magflow:hunter22@127.0.0.1:9/magflow',
    });
    expect(stderr).toBe('magflow: connect ECONNREFUSED 127.0.0.1:9\n');
    expect(code).toBe(5);
  });

  it('refuses the database of a newer release', async () => {
    const database = await createTestDatabase();
    try {
      await migrate(database.url, [...migrations, { name: '9999_next', up: 'create table ops.next (id integer)' }]);
      const { code, stderr } = await run(['migrate'], { DATABASE_URL: database.url });
      expect(stderr).toBe(
        'magflow: The database belongs to a newer release of MagFlow (it has 9999_next): start that release, or restore a backup of this one\n',
      );
      expect(code).toBe(4);
    } finally {
      await database.drop();
    }
  });

  it('prints what it understood of the configuration, without secrets', async () => {
    const environment = {
      EMAG_ACCOUNTS: 'main',
      EMAG_MAIN_USERNAME: 'seller@example.test',
      EMAG_MAIN_PASSWORD: 'hunter22',
      MAGFLOW_ADMIN_PASSWORD: 'hunter22',
      DATABASE_URL: 'postgres://magflow:hunter22@db.example/magflow',
    };
    const { code, stdout } = await run(['config', 'check', '--json'], environment);
    expect(code).toBe(0);
    expect(stdout).not.toContain('hunter22');
    expect(JSON.parse(stdout)).toMatchObject({
      database_url: 'postgres://magflow:[set]@db.example/magflow',
      eventstore_url: 'embedded',
      admin_password: '[set]',
      accounts: [{ key: 'main', platform: 'emag-ro', fulfilment: 'own', username: '[set]', password: '[set]' }],
    });
  });

  it('checks what only the sandbox reads', async () => {
    const { code, stderr } = await run(['config', 'check'], { MAGFLOW_SANDBOX_LIMITS: 'orders=many' });
    expect([code, stderr]).toEqual([4, expect.stringContaining('MAGFLOW_SANDBOX_LIMITS')]);
    expect((await run(['config', 'check'], { MAGFLOW_SANDBOX: 'off', MAGFLOW_SANDBOX_LIMITS: 'many' })).code).toBe(0);
  });

  it('lists the failpoints by flow, without a running installation', async () => {
    const { code, stdout } = await run(['failpoints', '--json']);
    expect(code).toBe(0);
    const { failpoints } = JSON.parse(stdout) as { failpoints: { name: string; flow: string; description: string }[] };
    expect(failpoints.map(({ name, flow }) => name.startsWith(`${flow}.`))).not.toContain(false);
    expect([...new Set(failpoints.map(({ flow }) => flow))].sort()).toEqual([
      'acknowledge',
      'awb',
      'invoice',
      'projection',
      'relay',
      'status',
      'sync',
    ]);
    const names = failpoints.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => /^(acknowledge|awb|invoice)\./.test(name)).length).toBeGreaterThanOrEqual(20);
  });

  it('runs the event store alone on a folder, one at a time', async () => {
    const first = installation.cli(['eventstore', '--port', '0', '--data', 'log']);
    const line = await until(() => first.stdout().split('\n')[0] || undefined);
    expect(JSON.parse(line)).toEqual({
      ready: true,
      url: expect.stringMatching(/^esdb:\/\/127\.0\.0\.1:\d+\?tls=false$/),
    });

    const second = await run(['eventstore', '--port', '0', '--data', 'log']);
    expect(second.code).toBe(3);
    expect(second.stderr).toContain(`MagFlow already runs on ${join(installation.folder, 'log')}`);

    first.process.kill('SIGTERM');
    expect(await first.exit).toBe(0);
    expect(first.stdout()).toBe(`${line}\n`);
  });

  it('refuses an event store on a port that is taken', async () => {
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
    const address = squatter.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const { code } = await run(['eventstore', '--port', port, '--data', 'log']);
    await new Promise((resolve) => squatter.close(resolve));
    expect(code).toBe(3);
  });

  it('runs the sandbox alone', async () => {
    const sandbox = installation.cli(['sandbox', '--port', '0', '--data', 'world', '--orders', '10', '--offers', '10']);
    const line = await until(() => sandbox.stdout().split('\n')[0] || undefined);
    expect(JSON.parse(line)).toMatchObject({
      ready: true,
      control: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      accounts: [
        { key: 'main', base_url: expect.stringMatching(/\/api-3$/), username: expect.any(String) },
        { key: 'fbe', base_url: expect.stringMatching(/\/api-3$/), password: expect.any(String) },
      ],
    });
    sandbox.process.kill('SIGTERM');
    expect(await sandbox.exit).toBe(0);
    expect(isListed(sandbox.process.pid ?? 0)).toBe(false);
  });

  it('has nothing to stop where nothing runs', async () => {
    const { code, stderr } = await run(['stop']);
    expect(stderr).toBe(`magflow: nothing runs on ${installation.dataDir}\n`);
    expect(code).toBe(0);
  });
});
