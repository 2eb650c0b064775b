import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { AccountCallbacks } from '../http/httpDeps.js';

/** A key was used for demonstration data in this data folder, or for a real account, and cannot become the other. */
export class AccountKeyTaken extends Error {
  override readonly name = 'AccountKeyTaken';
  constructor(readonly key: string) {
    super(
      `Account ${key} cannot change between demonstration and real data in this data folder: use another key or another MAGFLOW_DATA_DIR`,
    );
  }
}

export interface AccountRegistry extends AccountCallbacks {
  /** Gives each key its callback secret once. @throws AccountKeyTaken */
  ensure(keys: readonly { readonly key: string; readonly isDemonstration: boolean }[]): Promise<void>;
  /** True for the first who asks about this account, in whichever process; then never again. */
  claimFirstSync(account: string): Promise<boolean>;
}

export const postgresAccountRegistry = (pool: pg.Pool): AccountRegistry => {
  const ensure: AccountRegistry['ensure'] = async (keys) => {
    for (const { key, isDemonstration } of keys) {
      await pool.query(
        `insert into ops.account_keys (key, is_demonstration, callback_secret) values ($1, $2, $3)
         on conflict (key) do nothing`,
        [key, isDemonstration, randomBytes(24).toString('base64url')],
      );
      const { rows } = await pool.query<{ is_demonstration: boolean }>(
        'select is_demonstration from ops.account_keys where key = $1',
        [key],
      );
      if (rows[0]?.is_demonstration !== isDemonstration) throw new AccountKeyTaken(key);
    }
  };
  return {
    ensure,
    async claimFirstSync(account) {
      const { rowCount } = await pool.query(
        'update ops.account_keys set first_sync_at = now() where key = $1 and first_sync_at is null',
        [account],
      );
      return rowCount === 1;
    },
    async accountOf(secret) {
      const { rows } = await pool.query<{ key: string }>(
        'select key from ops.account_keys where callback_secret = $1 and left_at is null',
        [secret],
      );
      return rows[0]?.key ?? null;
    },
    async secretOf(account) {
      const { rows } = await pool.query<{ callback_secret: string }>(
        'select callback_secret from ops.account_keys where key = $1',
        [account],
      );
      const secret = rows[0]?.callback_secret;
      if (!secret) throw new Error(`Account ${account} has no callback secret`);
      return secret;
    },
  };
};
