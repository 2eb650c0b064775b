import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { RunFile } from '../../src/infrastructure/supervisor/runFile.js';
import { TestInstallation, until, type StartedProgram } from '../support/installation.js';
import { buildProgram } from '../support/program.js';

interface Run {
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

interface LoggedLine {
  readonly stream: string;
  readonly revision: string;
  readonly id: string;
  readonly type: string;
  readonly data: object;
  readonly metadata: object;
}

const ended = async (started: StartedProgram): Promise<Run> => ({
  code: await started.exit,
  stdout: started.stdout(),
  stderr: started.stderr(),
});

const json = ({ stdout }: Run) => JSON.parse(stdout) as Record<string, unknown>;

/** Events of an exported log, without what changes when a log moves. */
const eventsIn = (file: string): LoggedLine[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1, -1)
    .map((line) => {
      const { stream, revision, id, type, data, metadata } = JSON.parse(line) as LoggedLine;
      return { stream, revision, id, type, data, metadata };
    });

describe('an installation that is backed up and moved', () => {
  let program: string;
  let original: TestInstallation;
  let run: RunFile;
  let orderId: string;
  let order: Record<string, unknown>;
  let backup: string;
  const others: TestInstallation[] = [];

  const elsewhere = (): TestInstallation => {
    const installation = new TestInstallation(program);
    others.push(installation);
    return installation;
  };
  const at = (installation: TestInstallation, args: readonly string[], environment: Record<string, string> = {}) =>
    ended(installation.cli(args, environment));

  beforeAll(async () => {
    program = await buildProgram();
    original = new TestInstallation(program);
    run = await original.ready(original.cli(['start'], { MAGFLOW_JOBS: 'off' }));
    expect(await at(original, ['sync', 'orders', '--mode', 'full', '--wait'])).toMatchObject({ code: 0 });
    expect(await at(original, ['sync', 'offers', '--mode', 'full', '--wait'])).toMatchObject({ code: 0 });
    const database = new pg.Client({ connectionString: run.database_url });
    await database.connect();
    const { rows } = await database.query<{ stream: string }>(
      `select stream from eventstore.events where stream like 'order-main-%' limit 1`,
    );
    await database.end();
    orderId = rows[0]?.stream.replace('order-main-', '') ?? '';
    order = json(await at(original, ['order', 'show', orderId, '--json']));
    backup = join(original.folder, 'all.magflow');
  });

  afterAll(async () => {
    for (const installation of [original, ...others]) await installation.clean();
  });

  it('is backed up while it runs, into a file that only its owner reads', async () => {
    const made = await at(original, ['backup', backup, '--json']);
    expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining('holds the master key') });
    expect(json(made)).toMatchObject({
      file: backup,
      log: 'embedded',
      read_models: expect.arrayContaining([expect.objectContaining({ projection: 'order_list' })]),
    });
    expect(statSync(backup).mode & 0o777).toBe(0o600);

    expect(await at(original, ['backup', backup])).toMatchObject({
      code: 1,
      stderr: `magflow: ${backup} exists already; a backup never overwrites a file\n`,
    });
  });

  it('is restored elsewhere, proves itself by a rebuild, and goes on from there', async () => {
    const copy = elsewhere();
    const restored = await at(copy, ['restore', backup, '--json']);
    expect(restored.code).toBe(0);
    const { agrees, read_models } = json(restored) as {
      agrees: boolean;
      read_models: { projection: string; outcome: string; rows: number }[];
    };
    expect(agrees).toBe(true);
    expect(read_models.filter(({ outcome }) => outcome !== 'agrees')).toEqual([]);
    expect(read_models.find(({ projection }) => projection === 'order_list')?.rows).toBeGreaterThan(40);

    expect(await at(copy, ['restore', backup])).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('is not empty'),
    });

    const started = copy.cli(['start'], { MAGFLOW_JOBS: 'off' });
    await copy.ready(started);
    expect(json(await at(copy, ['order', 'show', orderId, '--json']))).toEqual(order);
    // The sandbox's world came along: a sync of the copy finds nothing that it did not know.
    const synced = await at(copy, ['sync', 'orders', '--account', 'main', '--mode', 'full', '--wait', '--json']);
    expect(json(synced)).toMatchObject({ state: 'succeeded', runs: [{ created: 0, failed: 0 }] });
    started.process.kill('SIGTERM');
    expect(await started.exit).toBe(0);
  });

  it('is not restored from what is damaged, newer or missing, and nothing is made then', async () => {
    const copy = elsewhere();
    const file = join(copy.folder, 'bad.magflow');
    const whole = readFileSync(backup);
    writeFileSync(file, whole.subarray(0, whole.length >> 1));
    expect(await at(copy, ['restore', file])).toEqual({
      code: 1,
      stdout: '',
      stderr: `magflow: ${file} cannot be restored: it was cut off\n`,
    });
    expect(await at(copy, ['restore', join(copy.folder, 'none')])).toMatchObject({ code: 1 });
    expect(existsSync(copy.dataDir)).toBe(false);

    mkdirSync(copy.dataDir);
    writeFileSync(join(copy.dataDir, 'restore.unfinished'), backup);
    expect(await at(copy, ['start'])).toMatchObject({ code: 4, stderr: expect.stringContaining('was cut off') });
    expect(await at(original, ['restore', backup])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('MagFlow runs on'),
    });
  });

  it('replays its messages into a file, whole or in part', async () => {
    const file = join(original.folder, 'messages.ndjson');
    const stream = `order-main-${orderId}`;
    const replayed = await at(original, ['topics', 'replay', '--stream', stream, '--file', file, '--json']);
    expect(json(replayed)).toMatchObject({ messages: 1, into: file });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ stream, type: 'magflow.OrderReceived' });

    expect(await at(original, ['topics', 'replay'])).toMatchObject({ code: 2 });
    expect(await at(original, ['topics', 'replay', '--into', 'magflow.orders.v1'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("is the relay's own"),
    });
    expect(await at(original, ['topics', 'replay', '--into', 'again'])).toMatchObject({ code: 4 });
  });

  it('sends dead letters back to their group', async () => {
    const database = new pg.Client({ connectionString: run.database_url });
    await database.connect();
    const message = JSON.parse(readFileSync(join(original.folder, 'messages.ndjson'), 'utf8')) as object;
    await database.query(
      `insert into ops.dead_letters (id, topic, group_name, message, cause, attempts)
       select gen_random_uuid(), 'magflow.orders.v1', g, $1, 'it broke', 3
         from unnest('{magflow-notifications,other}'::text[]) g`,
      [JSON.stringify(message)],
    );
    try {
      expect(json(await at(original, ['dlq', 'list', '--json']))).toMatchObject({ total: 2 });
      const redriven = await at(original, ['dlq', 'redrive', '--group', 'magflow-notifications', '--json']);
      expect(json(redriven)).toEqual({ redriven: [expect.any(String)], failed: [] });
      await until(async () => {
        const { rows } = await database.query(`select group_name from ops.dead_letters`);
        return rows.length === 1 ? rows : undefined;
      });
      const left = json(await at(original, ['dlq', 'list', '--json']));
      expect(left).toMatchObject({ total: 1, items: [{ group: 'other', cause: 'it broke' }] });
      expect(await at(original, ['dlq', 'redrive', 'nothing'])).toMatchObject({ code: 1 });
    } finally {
      await database.end();
    }
  });

  it('moves its log to another event store, goes on there, and knows everything that it knew', async () => {
    const exported = join(original.folder, 'log.ndjson');
    const first = await at(original, ['events', 'export', exported, '--json']);
    expect(first).toMatchObject({ code: 0, stderr: expect.stringContaining('stays encrypted') });
    const events = eventsIn(exported);
    expect(json(first)).toEqual({ file: exported, events: events.length });

    const away = elsewhere();
    const server = away.cli(['eventstore', '--port', '0', '--data', join(away.folder, 'store')]);
    const { url } = await until(() => {
      const line = server.stdout().split('\n')[0];
      return line ? (JSON.parse(line) as { url: string }) : undefined;
    });

    // Cut off, gone on with, and once more.
    const half = join(away.folder, 'half.ndjson');
    const lines = readFileSync(exported, 'utf8').split('\n');
    const cut = Math.floor(lines.length / 2);
    writeFileSync(half, lines.slice(0, cut).join('\n'));
    const environment = { EVENTSTORE_URL: url };
    expect(await at(away, ['events', 'import', half], environment)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`it was cut off after ${cut - 1} events`),
    });
    const rest = await at(away, ['events', 'import', exported, '--json'], environment);
    const found = Number(json(rest)['found']);
    expect(found).toBeGreaterThan(0);
    expect(json(rest)).toMatchObject({ imported: events.length - found, events: events.length });
    expect(json(await at(away, ['events', 'import', exported, '--json'], environment))).toMatchObject({
      imported: 0,
      found: events.length,
    });
    const again = join(away.folder, 'again.ndjson');
    expect(await at(away, ['events', 'export', again], environment)).toMatchObject({ code: 0 });
    expect(eventsIn(again)).toEqual(events);

    // Another log does not mix with it.
    const other = join(away.folder, 'other.ndjson');
    const order7 = lines.filter((line) => !line.includes(`order-main-${orderId}`));
    writeFileSync(other, order7.join('\n'));
    expect(await at(away, ['events', 'import', other], environment)).toMatchObject({ code: 1 });
    expect(readdirSync(away.folder)).not.toContain('.magflow');

    // The installation itself, on its old database and the new log.
    original.cli(['stop']);
    await until(() => (original.hasRunFile() ? undefined : true));
    await at(original, ['stop']);
    const moved = original.cli(['start'], { MAGFLOW_JOBS: 'off', EVENTSTORE_URL: url });
    await original.ready(moved);
    const shown = await until(async () => {
      const now = await at(original, ['order', 'show', orderId, '--json']);
      return now.code === 0 ? json(now) : undefined;
    });
    const { last_synced_at: _one, ...before } = order;
    const { last_synced_at: _other, ...after } = shown;
    expect(after).toEqual(before);
    moved.process.kill('SIGTERM');
    expect(await moved.exit).toBe(0);
    server.process.kill('SIGTERM');
    expect(await server.exit).toBe(0);
  });
});
