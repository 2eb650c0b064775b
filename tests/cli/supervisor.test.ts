import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { isListed, TestInstallation, until } from '../support/installation.js';
import { buildProgram } from '../support/program.js';

const environmentOf = async (api: string | null): Promise<Record<string, string>> =>
  (await (await fetch(`${api}/environment`)).json()) as Record<string, string>;

const realAccount = {
  EMAG_ACCOUNTS: 'main',
  EMAG_MAIN_USERNAME: 'seller@example.test',
  EMAG_MAIN_PASSWORD: 'hunter22',
  EMAG_MAIN_BASE_URL: 'http://127.0.0.1:9/api-3',
};

describe('the supervisor', () => {
  let program: string;
  let installation: TestInstallation;
  let listeners: Server[];

  beforeAll(async () => {
    program = await buildProgram();
  });

  beforeEach(() => {
    installation = new TestInstallation(program);
    listeners = [];
  });

  afterEach(async () => {
    await installation.clean();
    for (const listener of listeners) await new Promise((resolve) => listener.close(resolve));
  });

  it('starts everything, says where it is, and leaves nothing behind when it is stopped', async () => {
    const started = installation.start();
    const run = await installation.ready(started);

    expect(run).toEqual({
      version: '0.0.0-test',
      urls: {
        api: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
        eventstore: expect.stringMatching(/^esdb:\/\/127\.0\.0\.1:\d+\?tls=false$/),
        sandbox: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/api-3$/),
        sandbox_control: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      },
      database_url: expect.stringMatching(/^postgres:\/\/magflow:[0-9a-f]{48}@127\.0\.0\.1:\d+\/magflow$/),
      pids: {
        supervisor: started.process.pid,
        api: expect.any(Number),
        worker: expect.any(Number),
        eventstore: expect.any(Number),
        postgres: expect.any(Number),
        sandbox: expect.any(Number),
      },
    });
    expect(statSync(join(installation.dataDir, 'run.json')).mode & 0o777).toBe(0o600);
    await until(() => started.stdout().includes('ready') || undefined);
    expect(started.stdout()).toBe(`One-time admin password: correct-horse\nMagFlow is ready: ${run.urls.api}\n`);

    started.process.kill('SIGTERM');

    expect(await started.exit).toBe(0);
    expect(installation.hasRunFile()).toBe(false);
    expect(Object.values(run.pids).filter((pid) => pid !== null && pid !== undefined && isListed(pid))).toEqual([]);
  });

  it('tells the roles where the other parts are, and the sandbox where to ring', async () => {
    const run = await installation.ready(installation.start({ MAGFLOW_ADMIN_PASSWORD: 'first-password' }));
    const environment = await environmentOf(run.urls.api);
    expect(environment).toMatchObject({
      DATABASE_URL: run.database_url,
      EVENTSTORE_URL: run.urls.eventstore,
      EMAG_ACCOUNTS: 'main,fbe',
      EMAG_MAIN_BASE_URL: run.urls.sandbox,
      EMAG_MAIN_FULFILMENT: 'own',
      EMAG_FBE_FULFILMENT: 'fbe',
      MAGFLOW_SANDBOX_ACCOUNTS: 'main,fbe',
      MAGFLOW_SANDBOX_CONTROL_URL: run.urls.sandbox_control,
      MAGFLOW_PUBLIC_URL: run.urls.api,
      MAGFLOW_ADMIN_PASSWORD: 'first-password',
      MAGFLOW_DATA_DIR: installation.dataDir,
      MAGFLOW_SUPERVISOR_PID: String(run.pids.supervisor),
    });

    const client = new pg.Client({ connectionString: run.database_url });
    await client.connect();
    const { rows } = await client.query<{ url: string }>(
      `select $1 || '/callbacks/emag/' || callback_secret as url from ops.account_keys where key = 'main'`,
      [run.urls.api],
    );
    await client.end();
    const accounts = await until(async () => {
      const answer = await fetch(`${run.urls.sandbox_control}/control/accounts`);
      const text = await answer.text();
      return text.includes(rows[0]?.url ?? 'no secret') ? text : undefined;
    });
    expect(accounts).toContain('"main"');
  });

  it('replaces a killed part, at the same address, and writes that down', async () => {
    const started = installation.start({ MAGFLOW_FAILPOINT: 'awb.after_call', MAGFLOW_ALLOW_TEST_HOOKS: '1' });
    const before = await installation.ready(started);
    expect(await environmentOf(before.urls.api)).toMatchObject({ MAGFLOW_FAILPOINT: 'awb.after_call' });

    process.kill(before.pids.api ?? 0, 'SIGKILL');
    const after = await installation.ready(started, before);

    expect(after.urls).toEqual(before.urls);
    expect(after.pids.api).not.toBe(before.pids.api);
    expect({ ...after.pids, api: 0 }).toEqual({ ...before.pids, api: 0 });
    expect(await environmentOf(after.urls.api)).not.toHaveProperty('MAGFLOW_FAILPOINT');
  });

  it.each(['postgres', 'eventstore', 'sandbox', 'worker'] as const)('replaces a killed %s', async (name) => {
    const started = installation.start();
    const before = await installation.ready(started);

    process.kill(before.pids[name] ?? 0, 'SIGKILL');
    const after = await installation.ready(started, before);

    expect(after.pids[name]).not.toBe(before.pids[name]);
    expect(after.urls).toEqual(before.urls);
    expect(after.database_url).toBe(before.database_url);
  });

  it('takes its Node children with it when it is killed, and the next start adopts PostgreSQL', async () => {
    const started = installation.start();
    const before = await installation.ready(started);
    const { api, worker, eventstore, sandbox, postgres } = before.pids;

    started.process.kill('SIGKILL');
    await started.exit;

    expect(installation.hasRunFile()).toBe(true);
    await until(() => [api, worker, eventstore, sandbox].every((pid) => pid !== null && !isListed(pid)) || undefined);
    const after = await installation.ready(installation.start());
    expect(after.pids.postgres).toBe(postgres);
    expect(after.pids.api).not.toBe(api);
  });

  it('starts again at once after everything was killed', async () => {
    const started = installation.start();
    const before = await installation.ready(started);
    for (const pid of [before.pids.supervisor, ...Object.values(before.pids)])
      if (typeof pid === 'number' && isListed(pid)) process.kill(pid, 'SIGKILL');
    await started.exit;

    const after = await installation.ready(installation.start());

    expect(after.pids.supervisor).not.toBe(before.pids.supervisor);
    expect(after.database_url.split('@')[0]).toBe(before.database_url.split('@')[0]);
  });

  it('stops what a killed supervisor left behind before it starts its own', async () => {
    const started = installation.start();
    const before = await installation.ready(started);
    process.kill(before.pids.worker ?? 0, 'SIGSTOP');
    started.process.kill('SIGKILL');
    await started.exit;

    await installation.ready(installation.start());

    expect(isListed(before.pids.worker ?? 0)).toBe(false);
  });

  it('is not forced by a second signal that follows at once', async () => {
    const started = installation.start();
    const run = await installation.ready(started);
    started.process.kill('SIGINT');
    started.process.kill('SIGINT');
    expect(await started.exit).toBe(0);
    expect(isListed(run.pids.postgres ?? 0)).toBe(false);
  });

  it('stops cleanly while it is still starting', async () => {
    const started = installation.start();
    await until(() => started.stderr().includes('making the database folder') || undefined);
    started.process.kill('SIGTERM');
    expect(await started.exit).toBe(0);
    expect(installation.hasRunFile()).toBe(false);
  });

  it('refuses a second start on the same folder', async () => {
    const first = await installation.ready(installation.start());
    const second = installation.start();
    expect(await second.exit).toBe(3);
    expect(second.stderr()).toBe(
      `magflow: MagFlow already runs on ${installation.dataDir} (process ${first.pids.supervisor}): use it, stop it with "magflow stop", or set MAGFLOW_DATA_DIR\n`,
    );
    expect(installation.runFile()).toEqual(first);
  });

  it('refuses a port that is taken', async () => {
    const squatter = createServer();
    listeners.push(squatter);
    await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
    const address = squatter.address();
    const port = typeof address === 'object' && address ? address.port : 0;

    const started = installation.start({ MAGFLOW_PORT: String(port) });

    expect(await started.exit).toBe(3);
    expect(started.stderr()).toBe(
      `magflow: Port ${port} on 127.0.0.1 is taken by another program: stop that one, or set MAGFLOW_PORT (0 takes a free one)\n`,
    );
  });

  it('refuses a data folder that is a file', async () => {
    writeFileSync(join(installation.folder, 'taken'), '');
    const started = installation.start({ MAGFLOW_DATA_DIR: 'taken/data' });
    expect(await started.exit).toBe(4);
    expect(started.stderr()).toBe(
      `magflow: MAGFLOW_DATA_DIR names a folder that cannot be used, ${join(installation.folder, 'taken/data')}: it, or a folder above it, is a file\n`,
    );
  });

  it('says so when the database cannot be reached', async () => {
    const started = installation.start({ DATABASE_URL: 'postgres://magflow:hunter22@127.0.0.1:9/magflow' });
    expect(await started.exit).toBe(5);
    expect(started.stderr()).toContain('ECONNREFUSED 127.0.0.1:9');
    expect(started.stderr()).not.toContain('hunter22');
  });

  it('serves demonstration data beside a real account under keys of its own', async () => {
    const run = await installation.ready(installation.start({ ...realAccount, MAGFLOW_SANDBOX: 'on' }));
    expect(await environmentOf(run.urls.api)).toMatchObject({
      EMAG_ACCOUNTS: 'main,demo_main,demo_fbe',
      EMAG_MAIN_USERNAME: 'seller@example.test',
      EMAG_DEMO_MAIN_BASE_URL: run.urls.sandbox,
      MAGFLOW_SANDBOX_ACCOUNTS: 'demo_main,demo_fbe',
    });
  });

  it('starts no sandbox beside a real account unless it is asked to', async () => {
    const run = await installation.ready(installation.start(realAccount));
    expect(run.urls).toMatchObject({ sandbox: null, sandbox_control: null });
    expect(run.pids.sandbox).toBeNull();
    expect(await environmentOf(run.urls.api)).toMatchObject({ EMAG_ACCOUNTS: 'main' });
  });

  it('never turns a key of demonstration data into a real account', async () => {
    const demonstration = installation.start();
    await installation.ready(demonstration);
    demonstration.process.kill('SIGTERM');
    await demonstration.exit;

    const real = installation.start(realAccount);

    expect(await real.exit).toBe(4);
    expect(real.stderr()).toContain(
      'Account main cannot change between demonstration and real data in this data folder: use another key or another MAGFLOW_DATA_DIR',
    );
  });

  it('keeps the master key and the state of the first start', async () => {
    const first = installation.start();
    const before = await installation.ready(first);
    const key = readFileSync(join(installation.dataDir, 'secret.key'), 'utf8');
    const password = (await environmentOf(before.urls.api))['EMAG_MAIN_PASSWORD'];
    first.process.kill('SIGTERM');
    await first.exit;

    const after = await installation.ready(installation.start());

    expect(readFileSync(join(installation.dataDir, 'secret.key'), 'utf8')).toBe(key);
    expect((await environmentOf(after.urls.api))['EMAG_MAIN_PASSWORD']).toBe(password);
  });

  it('is stopped by "magflow stop", which waits, and told about by "magflow status"', async () => {
    const started = installation.start();
    const run = await installation.ready(started);

    const status = installation.cli(['status', '--json']);
    expect(await status.exit).toBe(0);
    expect(JSON.parse(status.stdout())).toMatchObject({
      state: 'running',
      ready: true,
      pids: run.pids,
      urls: run.urls,
    });

    const stop = installation.cli(['stop']);
    expect(await stop.exit).toBe(0);
    expect(isListed(run.pids.supervisor)).toBe(false);
    expect(await started.exit).toBe(0);

    const later = installation.cli(['status']);
    expect(await later.exit).toBe(1);
    expect(later.stdout()).toBe(`MagFlow does not run on ${installation.dataDir}\n`);
  });
});
