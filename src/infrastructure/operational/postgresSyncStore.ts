import type pg from 'pg';
import type { SyncStore } from '../../application/ports/syncStore.js';

/**
 * Watermarks and the one place per account and kind. A watermark says what is in the log, so it counts for that log only:
 * after a change to another store the next sync reads everything again.
 */
export const postgresSyncStore = (pool: pg.Pool, storeId: () => Promise<string>): SyncStore => ({
  async watermark(account, key) {
    const { rows } = await pool.query<{ modified_at: Date }>(
      'select modified_at from ops.sync_watermarks where account = $1 and key = $2',
      [account, `${key}@${await storeId()}`],
    );
    return rows[0]?.modified_at.toISOString() ?? null;
  },

  async saveWatermark(account, key, modifiedAt) {
    await pool.query(
      `insert into ops.sync_watermarks as mark (account, key, modified_at) values ($1, $2, $3)
       on conflict (account, key) do update set modified_at = greatest(mark.modified_at, excluded.modified_at)`,
      [account, `${key}@${await storeId()}`, modifiedAt],
    );
  },

  async claimRun(account, kind, runId) {
    // The no-op update makes the conflicting row come back in the same statement.
    const { rows } = await pool.query<{ run_id: string }>(
      `insert into ops.sync_claims as claim (account, kind, run_id) values ($1, $2, $3)
       on conflict (account, kind) do update set run_id = claim.run_id
       returning run_id`,
      [account, kind, runId],
    );
    return rows[0]?.run_id ?? runId;
  },

  async releaseRun(account, kind, runId) {
    await pool.query('delete from ops.sync_claims where account = $1 and kind = $2 and run_id = $3', [
      account,
      kind,
      runId,
    ]);
  },
});
