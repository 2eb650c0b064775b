import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createCipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { pack } from 'tar-stream';
import { createBackup, type BackupOptions } from '../../src/infrastructure/backup/createBackup.js';
import { loadBackup } from '../../src/infrastructure/backup/loadBackup.js';
import { verifyBackup } from '../../src/infrastructure/backup/verifyBackup.js';
import { migrateEventStore } from '../../src/infrastructure/eventstoreServer/migrate.js';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const EVENT = `
  insert into eventstore.events (position, stream, revision, id, type, is_json, created, data, metadata)
  select n, $3, n - 1, gen_random_uuid(), 'OrderReceived', n % 2 = 0, 1, $4, '\\x00ff'
    from generate_series($1::bigint, $2::bigint) n`;

/** Every row of our schemas, as text. */
const contentOf = async (client: pg.Client): Promise<Record<string, string>> => {
  const { rows } = await client.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
      where schemaname in ('ops', 'eventstore') and tablename !~ '^(schema_migrations|migrations)' order by 1`,
  );
  const content: Record<string, string> = {};
  for (const { name } of rows) {
    const found = await client.query<{ text: string | null }>(
      `select string_agg(t::text, E'\\n' order by t::text) as text from ${name} t`,
    );
    content[name] = found.rows[0]?.text ?? '';
  }
  return content;
};

describe('a backup', () => {
  let source: TestDatabase;
  let target: TestDatabase;
  let client: pg.Client;
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'magflow-backup-'));
    file = join(folder, 'all.magflow');
    [source, target] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    await migrate(source.url);
    client = new pg.Client({ connectionString: source.url });
    await client.connect();
    await migrateEventStore(client);
    await client.query(EVENT, ['1', '3000', 'order-main-1', randomBytes(2_000)]);
    await client.query(`insert into ops.settings (key, value) values ('seller', '{"name":"Ștefan \\"quoted\\"\\\\"}')`);
    await client.query(
      `insert into ops.users (id, username, password_hash, roles) values ('u1', 'ana', 'hash', '{admin,"op,x"}')`,
    );
    await client.query(
      `insert into ops.refresh_tokens (token_hash, family, user_id, expires_at)
       values ('\\x01', gen_random_uuid(), 'u1', 'infinity')`,
    );
    await client.query(
      `insert into ops.invoice_files (number, token, sha256, bytes) values ('MF0000001', 't', 's', $1)`,
      [randomBytes(100_000)],
    );
    await client.query(
      `insert into ops.marketplace_calls (account, route, correlation_id, started_at, duration_ms, outcome)
       select 'main', 'order/read', 'c', now(), 1, 'ok' from generate_series(1, 7)`,
    );
  });

  afterEach(async () => {
    await client.end();
    await Promise.all([source.drop(), target.drop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const backup = (options: Partial<BackupOptions> = {}) =>
    createBackup({
      databaseUrl: source.url,
      externalLog: null,
      files: [{ name: 'secret.key', read: () => Buffer.from('the key') }],
      version: '0.1.0',
      target: file,
      now: () => new Date('2026-03-01T10:00:00Z'),
      ...options,
    });

  const restore = async () => {
    const files: Record<string, string> = {};
    const { manifest } = await verifyBackup(file);
    await loadBackup({
      path: file,
      manifest,
      databaseUrl: target.url,
      keepFile: (name, content) => (files[name] = content.toString('utf8')),
    });
    return files;
  };

  const inTarget = async <T>(work: (restored: pg.Client) => Promise<T>): Promise<T> => {
    const restored = new pg.Client({ connectionString: target.url });
    await restored.connect();
    try {
      return await work(restored);
    } finally {
      await restored.end();
    }
  };

  it('brings every row and file back, byte for byte, and is readable by its owner alone', async () => {
    const { manifest, summary } = await backup();
    expect(manifest).toMatchObject({
      format: 1,
      log: 'embedded',
      head: '3000',
      created_at: '2026-03-01T10:00:00.000Z',
    });
    expect(summary.tables).toContainEqual(
      expect.objectContaining({ schema: 'eventstore', name: 'events', rows: 3_000 }),
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['all.magflow']);

    expect(await restore()).toEqual({ 'secret.key': 'the key' });
    const expected = await contentOf(client);
    expect(Object.values(expected).filter((text) => text !== '').length).toBeGreaterThan(5);
    await inTarget(async (restored) => expect(await contentOf(restored)).toEqual(expected));
  });

  it('lets identity columns go on counting', async () => {
    await backup();
    await restore();
    await inTarget(async (restored) => {
      const { rows } = await restored.query<{ id: string }>(
        `insert into ops.marketplace_calls (account, route, correlation_id, started_at, duration_ms, outcome)
         values ('main', 'order/read', 'c', now(), 1, 'ok') returning id`,
      );
      expect(rows).toEqual([{ id: '8' }]);
    });
  });

  it('shows one moment, whatever is written meanwhile', async () => {
    let isRunning = true;
    const writer = new pg.Client({ connectionString: source.url });
    await writer.connect();
    const writing = (async () => {
      for (let next = 3_001; isRunning; next += 1) {
        await writer.query('begin');
        await writer.query(EVENT, [String(next), String(next), 'order-main-1', 'x']);
        await writer.query(
          `insert into ops.bus_offsets (group_name, store_id, position) values ('g', 's', $1)
           on conflict (group_name) do update set position = excluded.position`,
          [next],
        );
        await writer.query('commit');
      }
    })();
    const { manifest } = await backup();
    isRunning = false;
    await writing;
    await writer.end();

    await restore();
    await inTarget(async (restored) => {
      const { rows } = await restored.query<{ head: string; behind: string | null; count: string }>(
        `select max(position) as head, count(*) as count, (select position from ops.bus_offsets) as behind
           from eventstore.events`,
      );
      const [found] = rows;
      expect(found?.head).toBe(manifest.head);
      expect(found?.count).toBe(manifest.head);
      if (found?.head !== '3000') expect(found?.behind).toBe(manifest.head);
    });
  });

  it('of a log in EventStoreDB holds `ops` alone, and tells to which log it belongs', async () => {
    const { manifest } = await backup({ externalLog: { storeId: 'log-7', head: 99n } });
    expect(manifest).toMatchObject({ log: 'external', store_id: 'log-7', head: '99' });
    await restore();
    await inTarget(async (restored) => {
      const { rows } = await restored.query<{ log: string | null; users: string }>(
        `select to_regclass('eventstore.events') as log, (select count(*) from ops.users) as users`,
      );
      expect(rows).toEqual([{ log: null, users: '1' }]);
    });
  });

  it('leaves nothing behind when it cannot be finished', async () => {
    const read = (): Buffer => {
      throw new Error('the disk is full');
    };
    await expect(backup({ files: [{ name: 'secret.key', read }] })).rejects.toThrow('the disk is full');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused wherever it was cut off', async () => {
    await backup();
    const whole = readFileSync(file);
    for (const share of [0, 0.001, 0.3, 0.7, 0.999]) {
      writeFileSync(file, whole.subarray(0, Math.floor(whole.length * share)));
      await expect(verifyBackup(file)).rejects.toMatchObject({ name: 'BackupDamaged' });
    }
    // Cut at the border of an entry, and closed as an archive should be.
    const tar = gunzipSync(whole);
    const summaryAt = tar.lastIndexOf(Buffer.from('summary.json'));
    writeFileSync(file, gzipSync(Buffer.concat([tar.subarray(0, summaryAt), Buffer.alloc(1_024)])));
    await expect(verifyBackup(file)).rejects.toThrow('it was cut off');
  });

  it('is refused when a byte of it changed', async () => {
    await backup();
    const tar = gunzipSync(readFileSync(file));
    const at = tar.indexOf(Buffer.from('tables/eventstore.events')) + 700;
    tar.writeUInt8(tar.readUInt8(at) ^ 1, at);
    writeFileSync(file, gzipSync(tar));
    await expect(verifyBackup(file)).rejects.toThrow('table eventstore.events in it is not what was written');
  });

  it('is refused when it is something else', async () => {
    const cipher = createCipheriv('aes-256-ctr', randomBytes(32), randomBytes(16));
    const other = pack();
    other.entry({ name: 'notes.txt' }, 'hello');
    other.finalize();
    const chunks: Buffer[] = [];
    for await (const chunk of other as AsyncIterable<Buffer>) chunks.push(chunk);
    for (const content of [cipher.update(Buffer.alloc(5_000)), gzipSync(Buffer.concat(chunks)), Buffer.alloc(3_000)]) {
      writeFileSync(file, content);
      await expect(verifyBackup(file)).rejects.toMatchObject({ name: 'BackupDamaged' });
    }
  });

  it('of a newer release is refused with its version', async () => {
    await client.query(
      `insert into ops.schema_migrations (name, batch, migration_time) values ('9999_future', 9, now())`,
    );
    await backup({ version: '7.3.0' });
    await expect(verifyBackup(file)).rejects.toMatchObject({
      name: 'BackupIsNewer',
      message: expect.stringContaining('7.3.0; it has 9999_future'),
    });
    expect(existsSync(file)).toBe(true);
  });
});
