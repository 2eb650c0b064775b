import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrateEventStore } from '../../src/infrastructure/eventstoreServer/migrate.js';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startProgram } from '../support/installation.js';
import { buildProgram } from '../support/program.js';

const EVENTS = Number(process.env['MAGFLOW_SOAK_EVENTS'] ?? 1_000_000);
const LOOK_EVERY_MS = 50;
/** A command with its libraries holds about 100 MB; a log of a gigabyte must not show in it. */
const MOST_BYTES = 400_000_000;

/** Streams of nobody's: what is measured is the moving of bytes, not the read models. */
const FILL = `
  insert into eventstore.events (position, stream, revision, id, type, is_json, created, data, metadata)
  select n, 'load-' || n % 50000, (n - 1) / 50000, gen_random_uuid(), 'Loaded', true, 1,
         convert_to(json_build_object('n', n, 'noise', (select string_agg(md5(n::text || k), '') from generate_series(1, 28) k))::text, 'UTF8'),
         convert_to('{"$correlationId":"x"}', 'UTF8')
    from generate_series($1::bigint, $2::bigint) n`;

const peakOf = (pid: number | undefined): number => {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1_024;
  } catch {
    return 0;
  }
};

describe(`a log of ${EVENTS} events`, () => {
  let source: TestDatabase;
  let target: TestDatabase;
  let folder: string;
  let program: string;

  beforeEach(async () => {
    program = await buildProgram();
    folder = mkdtempSync(join(tmpdir(), 'magflow-soak-backup-'));
    [source, target] = [await createTestDatabase(), await createTestDatabase()];
  });

  afterEach(async () => {
    await source.drop();
    await target.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = async (args: readonly string[], environment: Record<string, string>) => {
    const started = startProgram([join(program, 'main.js'), ...args], { cwd: folder, environment });
    let peak = 0;
    const timer = setInterval(() => (peak = Math.max(peak, peakOf(started.process.pid))), LOOK_EVERY_MS);
    const began = Date.now();
    const code = await started.exit;
    clearInterval(timer);
    const seconds = (Date.now() - began) / 1_000;
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${started.stderr()}`);
    process.stdout.write(`${args[0]}: ${seconds.toFixed(1)} s, peak ${(peak / 1e6).toFixed(0)} MB\n`);
    return { peak, stdout: started.stdout() };
  };

  const digestOf = async (url: string): Promise<unknown> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const { rows } = await client.query(
        `select count(*) as events, max(position) as head,
                sum(('x' || left(md5(e::text), 15))::bit(60)::bigint::numeric) as digest from eventstore.events e`,
      );
      return rows[0];
    } finally {
      await client.end();
    }
  };

  it('is backed up and restored, byte for byte, in bounded memory', async () => {
    await migrate(source.url);
    const client = new pg.Client({ connectionString: source.url });
    await client.connect();
    await migrateEventStore(client);
    await client.query(
      `insert into eventstore.events (position, stream, revision, id, type, is_json, created, data, metadata)
       values (0, '$magflow-store', 0, gen_random_uuid(), '$storeCreated', true, 1, '{}', '')`,
    );
    const step = 100_000;
    for (let from = 1; from <= EVENTS; from += step)
      await client.query(FILL, [from, Math.min(EVENTS, from + step - 1)]);
    await client.end();

    const file = join(folder, 'large.magflow');
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'secret.key'), `${'ab'.repeat(32)}\n`, { mode: 0o600 });
    const backup = await run(['backup', file, '--json'], {
      DATABASE_URL: source.url,
      MAGFLOW_DATA_DIR: join(folder, 'data'),
    });
    process.stdout.write(`file: ${(statSync(file).size / 1e6).toFixed(0)} MB\n`);
    const restored = await run(['restore', file, '--json'], {
      DATABASE_URL: target.url,
      MAGFLOW_DATA_DIR: join(folder, 'copy'),
    });
    expect(JSON.parse(restored.stdout)).toMatchObject({ agrees: true, head: String(EVENTS) });
    expect(await digestOf(target.url)).toEqual(await digestOf(source.url));
    expect(backup.peak).toBeLessThan(MOST_BYTES);
    expect(restored.peak).toBeLessThan(MOST_BYTES);
  });
});
