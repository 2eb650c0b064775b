import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const EVENTS = 7_000;

describe('a projector that is killed', () => {
  let folder: string;
  let program: string;
  let database: TestDatabase;

  const run = async (env: Record<string, string>, killAfterMs?: number): Promise<string | number | null> => {
    const child = spawn(process.execPath, [program], {
      env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: database.url, EVENTS: String(EVENTS), ...env },
      stdio: 'inherit',
    });
    const timer = killAfterMs === undefined ? null : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    return new Promise((done) => {
      child.on('exit', (code, signal) => {
        if (timer) clearTimeout(timer);
        done(signal ?? code);
      });
    });
  };
  const query = async (sql: string): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    // Below node_modules so that packages resolve.
    const cache = resolve('node_modules', '.cache');
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(join(cache, 'magflow-tally-'));
    program = join(folder, 'tallyProcess.mjs');
    await build({
      entryPoints: [resolve('tests/projections/support/tallyProcess.ts')],
      outfile: program,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'warning',
    });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  it('has counted each event once, wherever it died', async () => {
    const deaths: unknown[] = [];
    for (const [point, n] of [
      ['projection.before_commit', '1'],
      ['projection.before_commit', '3'],
      ['projection.after_commit', '1'],
      ['projection.after_commit', '4'],
      ['projection.before_commit', '2'],
    ] as const) {
      deaths.push(await run({ FAILPOINT: point, N: n }));
    }
    for (const moment of [150, 260, 330, 410]) await run({}, moment);
    expect(deaths).toEqual(Array.from({ length: 5 }, () => 'SIGKILL'));
    expect(await run({})).toBe(0);

    expect(await query('select events, sum, last from read.tally_v1 order by key')).toEqual(
      Array.from({ length: 7 }, () => ({ events: 1_000, sum: 1_000, last: '999' })),
    );
    expect(await query('select parity, streams, amount from read.tally_totals_v1 where streams <> 0')).toEqual([
      { parity: 'even', streams: '7', amount: '7000' },
    ]);
    expect(await query('select version, position, events from read.checkpoints')).toEqual([
      { version: 1, position: String(EVENTS), events: String(EVENTS) },
    ]);
  });
});
