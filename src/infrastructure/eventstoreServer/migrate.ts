import { readdir, readFile } from 'node:fs/promises';
import type { ClientBase } from 'pg';

const FOLDER = new URL('./migrations/', import.meta.url);
// Two halves of "eventstore migrations" as an arbitrary, fixed pair.
const LOCK = [1_299_276, 1] as const;

/** The log was migrated by a newer release; going on would write what that release does not expect. */
export class LogIsNewer extends Error {
  override readonly name = 'LogIsNewer';
  constructor(readonly unknown: readonly string[]) {
    super(
      `The event log belongs to a newer release of MagFlow (it has ${unknown.join(', ')}): ` +
        'start that release, or restore a backup of this one',
    );
  }
}

/** Names of every migration of this release, in order. */
export const eventStoreMigrations = async (): Promise<readonly string[]> =>
  (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();

/**
 * Brings schema `eventstore` up to date, or as far as the given migrations go. Forward only; several processes may start
 * at once, one of them migrates while the others wait.
 *
 * @throws LogIsNewer
 */
export const migrateEventStore = async (client: ClientBase, only?: readonly string[]): Promise<void> => {
  const known = await eventStoreMigrations();
  const files = only ?? known;
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1, $2)', [...LOCK]);
    await client.query('CREATE SCHEMA IF NOT EXISTS eventstore');
    await client.query(
      'CREATE TABLE IF NOT EXISTS eventstore.migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await client.query<{ name: string }>('SELECT name FROM eventstore.migrations');
    const applied = new Set(rows.map(({ name }) => name));
    const unknown = [...applied].filter((name) => !known.includes(name));
    if (unknown.length > 0) throw new LogIsNewer(unknown);
    for (const file of files.filter((name) => !applied.has(name))) {
      await client.query(await readFile(new URL(file, FOLDER), 'utf8'));
      await client.query('INSERT INTO eventstore.migrations (name) VALUES ($1)', [file]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
};
