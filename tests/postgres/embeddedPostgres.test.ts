import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/infrastructure/postgres/embeddedPostgres.js';

const query = async (url: string, sql: string): Promise<pg.QueryResult> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
};

const isListed = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
};

describe('the embedded PostgreSQL', () => {
  let home: string;
  let running: EmbeddedPostgres[];
  let listeners: Server[];
  const start = async (dataDir: string): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({ dataDir });
    running.push(server);
    return server;
  };

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'magflow-embedded-'));
    chmodSync(home, 0o755);
    running = [];
    listeners = [];
  });

  afterEach(async () => {
    for (const server of running) await server.stop();
    for (const listener of listeners) await new Promise((resolve) => listener.close(resolve));
    rmSync(home, { recursive: true, force: true });
  });

  it('listens on loopback and lets nobody in without the password', async () => {
    const { url, port } = await start(join(home, 'pg'));

    const shown = await query(url, 'show listen_addresses');
    expect(shown.rows).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(new URL(url).pathname).toBe('/magflow');
    await expect(query(`postgres://magflow:wrong@127.0.0.1:${port}/magflow`, 'select 1')).rejects.toThrow(
      /password authentication failed/,
    );
    expect(statSync(join(home, 'pg', 'password')).mode & 0o777).toBe(0o600);
  });

  it('puts every acknowledged commit on disk', async () => {
    const { url } = await start(join(home, 'pg'));
    const { rows } = await query(
      url,
      "select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name",
    );
    expect(rows).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'synchronous_commit', setting: 'on' },
    ]);
  });

  it('is adopted by the next start on the same folder', async () => {
    const first = await start(join(home, 'pg'));
    const second = await start(join(home, 'pg'));
    expect(second).toMatchObject({ pid: first.pid, port: first.port, url: first.url, adopted: true });
  });

  it('keeps its rows and its port through a kill -9', async () => {
    const first = await start(join(home, 'pg'));
    await query(first.url, 'create table kept as select 42 as answer');
    process.kill(first.pid, 'SIGKILL');

    const second = await start(join(home, 'pg'));

    expect(second.port).toBe(first.port);
    expect(second.pid).not.toBe(first.pid);
    expect((await query(second.url, 'select answer from kept')).rows).toEqual([{ answer: 42 }]);
  });

  it('moves to another port when its own is taken', async () => {
    const first = await start(join(home, 'pg'));
    await first.stop();
    const squatter = createServer();
    listeners.push(squatter);
    await new Promise<void>((resolve) => squatter.listen(first.port, '127.0.0.1', resolve));

    const second = await start(join(home, 'pg'));

    expect(second.port).not.toBe(first.port);
    expect((await query(second.url, 'select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('is not fooled by a stale pid file that names a living stranger', async () => {
    const first = await start(join(home, 'pg'));
    await first.stop();
    writeFileSync(
      join(home, 'pg', 'cluster', 'postmaster.pid'),
      `${process.pid}\n${join(home, 'pg', 'cluster')}\n0\n${first.port}\n\n127.0.0.1\n\nready   \n`,
    );
    const second = await start(join(home, 'pg'));
    expect(second.adopted).toBe(false);
    expect(second.pid).not.toBe(process.pid);
  });

  it('runs under a folder that is private to its owner', async () => {
    const parent = join(home, 'private');
    mkdirSync(parent, { mode: 0o700 });
    const { url } = await start(join(parent, 'pg'));
    expect((await query(url, 'select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('makes the folder anew when a first start was killed half way', async () => {
    mkdirSync(join(home, 'pg', 'cluster.new', 'base'), { recursive: true });
    const { url } = await start(join(home, 'pg'));
    expect((await query(url, 'select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('is gone after stop', async () => {
    const server = await start(join(home, 'pg'));
    await server.stop();
    expect(isListed(server.pid)).toBe(false);
  });

  it('refuses the folder of another PostgreSQL version', async () => {
    const first = await start(join(home, 'pg'));
    await first.stop();
    writeFileSync(join(home, 'pg', 'cluster', 'PG_VERSION'), '19\n');
    await expect(start(join(home, 'pg'))).rejects.toThrow(
      /belongs to PostgreSQL 19, this release of MagFlow brings 18/,
    );
    writeFileSync(join(home, 'pg', 'cluster', 'PG_VERSION'), '18\n');
  });

  it('says what is wrong when the password is lost', async () => {
    const first = await start(join(home, 'pg'));
    await first.stop();
    rmSync(join(home, 'pg', 'password'));
    await expect(start(join(home, 'pg'))).rejects.toThrow(/password of the embedded PostgreSQL is missing/);
  });
});
