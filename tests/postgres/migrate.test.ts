import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DatabaseIsNewer, migrate } from '../../src/infrastructure/postgres/migrate.js';
import type { Migration } from '../../src/infrastructure/postgres/migrations/migration.js';
import { migrations } from '../../src/infrastructure/postgres/migrations/migrations.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/** Tables, columns, defaults and indexes of our schemas, as one comparable list. */
const schemaOf = async (url: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(`
      select format('%s.%s.%s %s %s %s', table_schema, table_name, column_name, data_type, is_nullable, column_default) as line
        from information_schema.columns where table_schema in ('ops', 'read')
      union all
      select indexdef from pg_indexes where schemaname in ('ops', 'read')
      order by 1`);
    return rows.map(({ line }) => line);
  } finally {
    await client.end();
  }
};

describe('migrating', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeEach(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });

  afterEach(async () => {
    await client.end();
    await database.drop();
  });

  it('runs every migration once when twenty processes start together', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => migrate(database.url)));

    expect(answers.flat()).toEqual(migrations.map(({ name }) => name));
    const { rows } = await client.query('select name from ops.schema_migrations order by name');
    expect(rows).toEqual(migrations.map(({ name }) => ({ name })));
  });

  it('has nothing to do the second time', async () => {
    await migrate(database.url);
    expect(await migrate(database.url)).toEqual([]);
  });

  it('ends in the same schema fresh and upgraded step by step', async () => {
    const upgraded = await createTestDatabase();
    try {
      await migrate(database.url);
      for (let count = 1; count <= migrations.length; count += 1)
        await migrate(upgraded.url, migrations.slice(0, count));
      expect(await schemaOf(upgraded.url)).toEqual(await schemaOf(database.url));
    } finally {
      await upgraded.drop();
    }
  });

  it('goes on after a process that was killed while it migrated', async () => {
    await migrate(database.url, migrations.slice(0, 1));
    await client.query('update ops.schema_migrations_lock set is_locked = 1');
    const next: Migration = { name: '9999_next', up: 'create table ops.next (id integer)' };

    expect(await migrate(database.url, [...migrations.slice(0, 1), next])).toEqual(['9999_next']);
  });

  it('leaves nothing of a migration that fails', async () => {
    const broken: Migration = { name: '9999_broken', up: 'create table ops.half (id integer); select 1 / 0' };
    await migrate(database.url);

    await expect(migrate(database.url, [...migrations, broken])).rejects.toThrow(/division by zero/);

    const { rows } = await client.query("select to_regclass('ops.half') as half");
    expect(rows).toEqual([{ half: null }]);
    expect(await migrate(database.url)).toEqual([]);
  });

  it('refuses a database of a newer release in a sentence', async () => {
    const next: Migration = { name: '9999_next', up: 'create table ops.next (id integer)' };
    await migrate(database.url, [...migrations, next]);

    const refused = migrate(database.url);

    await expect(refused).rejects.toThrow(DatabaseIsNewer);
    await expect(refused).rejects.toThrow(
      'The database belongs to a newer release of MagFlow (it has 9999_next): start that release, or restore a backup of this one',
    );
  });

  it('makes the read schema again after somebody dropped it, and leaves ops alone', async () => {
    await migrate(database.url);
    await client.query(`insert into ops.settings (key, value) values ('kept', '1')`);
    await client.query('drop schema read cascade');

    await migrate(database.url);

    expect((await client.query('select * from read.checkpoints')).rows).toEqual([]);
    expect((await client.query('select key from ops.settings')).rows).toEqual([{ key: 'kept' }]);
  });

  it('numbers its migrations in the order in which they run', () => {
    const names = migrations.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    expect(names.every((name) => /^\d{4}_[a-z0-9_]+$/.test(name))).toBe(true);
  });
});
