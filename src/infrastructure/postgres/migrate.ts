import knex from 'knex';
import pg from 'pg';
import { migrations as ours } from './migrations/migrations.js';
import type { Migration } from './migrations/migration.js';
import { watchedConnection } from './pool.js';
import { READ_SCHEMA } from './readSchema.js';

/** Any fixed number: whoever migrates this database holds this lock. */
const MIGRATION_LOCK = 7_205_759_403_792_794n;
const TABLE = 'schema_migrations';

/** The database was migrated by a newer release; going on would write what that release does not expect. */
export class DatabaseIsNewer extends Error {
  override readonly name = 'DatabaseIsNewer';
  constructor(readonly unknown: readonly string[]) {
    super(
      `The database belongs to a newer release of MagFlow (it has ${unknown.join(', ')}): ` +
        'start that release, or restore a backup of this one',
    );
  }
}

/** Knex prints what it also throws. */
const silent = { warn: () => undefined, error: () => undefined, deprecate: () => undefined, debug: () => undefined };

const appliedNames = async (client: pg.Client): Promise<string[]> => {
  const found = await client.query<{ found: boolean }>(`select to_regclass('ops.${TABLE}') is not null as found`);
  if (!found.rows[0]?.found) return [];
  const { rows } = await client.query<{ name: string }>(`select name from ops.${TABLE} order by name`);
  return rows.map(({ name }) => name);
};

const runPending = async (url: string, list: readonly Migration[]): Promise<string[]> => {
  const database = knex({ client: 'pg', connection: url, pool: { min: 0, max: 1 }, log: silent });
  try {
    const config = {
      schemaName: 'ops',
      tableName: TABLE,
      migrationSource: {
        getMigrations: () => Promise.resolve([...list]),
        getMigrationName: ({ name }: Migration) => name,
        getMigration: ({ up }: Migration) =>
          Promise.resolve({
            up: async (transaction: knex.Knex) => void (await transaction.raw(up)),
            down: () => Promise.reject(new Error('Migrations only go forward')),
          }),
      },
    };
    // Knex's own lock is a row that stays locked after a kill. Ours is the advisory lock that we hold, so a locked row
    // can only be a leftover.
    await database.migrate.forceFreeMigrationsLock(config);
    const [, names] = await database.migrate.latest(config);
    return names;
  } finally {
    await database.destroy();
  }
};

/**
 * Brings the schemas `ops` and `read` up to date and returns the names of what ran. Any number of processes may call it
 * at once: one works, the others wait and find nothing to do.
 *
 * @throws DatabaseIsNewer
 */
export const migrate = async (url: string, list: readonly Migration[] = ours): Promise<readonly string[]> => {
  const client = new pg.Client({ connectionString: url, application_name: 'magflow migrate', ...watchedConnection });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK.toString()]);
    const known = new Set(list.map(({ name }) => name));
    const applied = await appliedNames(client);
    const unknown = applied.filter((name) => !known.has(name));
    if (unknown.length > 0) throw new DatabaseIsNewer(unknown);
    await client.query('create schema if not exists ops');
    const ran = applied.length === list.length ? [] : await runPending(url, list);
    await client.query(READ_SCHEMA);
    return ran;
  } finally {
    await client.end();
  }
};
