import type pg from 'pg';
import type { BackupManifest } from './backupFormat.js';

/** Writes down that this installation was made out of a backup. */
export const recordRestore = async (
  pool: Pick<pg.Pool, 'query'>,
  { created_at, head }: Pick<BackupManifest, 'created_at' | 'head'>,
): Promise<void> => {
  await pool.query('insert into ops.restores (backup_created_at, head) values ($1, $2)', [created_at, head]);
};

/** Newest position of the log in the backup that was restored last; null when none ever was. */
export const lastRestore = async (pool: Pick<pg.Pool, 'query'>): Promise<bigint | null> => {
  const { rows } = await pool.query<{ head: string }>(
    'select head from ops.restores order by restored_at desc limit 1',
  );
  return rows[0] ? BigInt(rows[0].head) : null;
};
