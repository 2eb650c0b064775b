import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/infrastructure/postgres/embeddedPostgres.js';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { migrations } from '../../src/infrastructure/postgres/migrations/migrations.js';
import { createTestDatabase } from '../support/database.js';
import { TestInstallation } from '../support/installation.js';
import { buildProgram } from '../support/program.js';

const withClient = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

describe('an installation over the years', () => {
  let installation: TestInstallation;

  beforeEach(async () => {
    installation = new TestInstallation(await buildProgram());
  });

  afterEach(() => installation.clean());

  it('is brought up to date by its start, and is not touched by an older release afterwards', async () => {
    mkdirSync(installation.dataDir);
    writeFileSync(join(installation.dataDir, 'secret.key'), `${'ab'.repeat(32)}\n`, { mode: 0o600 });
    const old = await startEmbeddedPostgres({ dataDir: join(installation.dataDir, 'postgres') });
    await migrate(old.url, migrations.slice(0, 1));
    await withClient(old.url, (client) =>
      client.query(
        `insert into ops.users (id, username, password_hash, roles) values ('u1', 'ana', 'hash', '{admin}')`,
      ),
    );
    await old.stop();

    const started = installation.start();
    const run = await installation.ready(started);
    await withClient(run.database_url, async (client) => {
      expect((await client.query('select username from ops.users')).rows).toEqual([{ username: 'ana' }]);
      const { rows } = await client.query<{ name: string }>('select name from ops.schema_migrations order by name');
      expect(rows.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
      await client.query(
        `insert into ops.schema_migrations (name, batch, migration_time) values ('9999_next', 99, now())`,
      );
    });
    started.process.kill('SIGTERM');
    expect(await started.exit).toBe(0);

    const older = installation.start();
    expect(await older.exit).toBe(4);
    expect(older.stderr()).toContain('The database belongs to a newer release of MagFlow (it has 9999_next)');
  });

  it('needs the master key of its database, on whichever host', async () => {
    const database = await createTestDatabase();
    const other = new TestInstallation(await buildProgram());
    try {
      const environment = { DATABASE_URL: database.url };
      const first = installation.start(environment);
      await installation.ready(first);
      first.process.kill('SIGTERM');
      expect(await first.exit).toBe(0);

      const without = other.start(environment);
      expect(await without.exit).toBe(4);
      expect(without.stderr()).toContain(
        "MAGFLOW_SECRET_FILE must name the master key of this database's installation",
      );
      expect(existsSync(join(other.dataDir, 'secret.key'))).toBe(false);

      const wrong = join(other.folder, 'wrong.key');
      writeFileSync(wrong, `${'cd'.repeat(32)}\n`);
      const mistaken = other.start({ ...environment, MAGFLOW_SECRET_FILE: wrong });
      expect(await mistaken.exit).toBe(4);
      expect(mistaken.stderr()).toContain("which is not the master key of this database's installation");

      const right = join(installation.dataDir, 'secret.key');
      const shared = other.start({ ...environment, MAGFLOW_SECRET_FILE: right });
      await other.ready(shared);
    } finally {
      await other.clean();
      await database.drop();
    }
  });
});
