import type { Pool } from 'pg';
import { PLATFORM_BASE_URLS, type AccountConfig, type Platform } from '../config/accounts.js';
import { DEFAULT_LIMITS, parseLimits } from '../config/limits.js';
import { PayloadCipher } from './payloadCipher.js';

interface AccountRow {
  key: string;
  platform: string;
  fulfilment: 'own' | 'fbe';
  base_url: string;
  username: string;
  wrapped_password: Buffer;
  limits: unknown;
}

const PURPOSE = 'account passwords';

const isPlatform = (text: string): text is Platform => text in PLATFORM_BASE_URLS;

/** The password of an account of the panel as `ops.accounts.wrapped_password` keeps it. */
export const wrapPassword = (password: string, masterKey: Buffer): Buffer =>
  new PayloadCipher(masterKey, PURPOSE).seal(password);

/** Accounts that were added in the panel, by key. Limits are kept as the text of `EMAG_<KEY>_LIMITS`, or not at all. */
export const storedAccounts = async (pool: Pool, masterKey: Buffer): Promise<readonly AccountConfig[]> => {
  const { rows } = await pool.query<AccountRow>(
    `select key, platform, fulfilment, base_url, username, wrapped_password, limits
       from ops.accounts where is_active order by key`,
  );
  const cipher = new PayloadCipher(masterKey, PURPOSE);
  return rows.map((row) => {
    const limits = typeof row.limits === 'string' ? parseLimits(row.limits) : DEFAULT_LIMITS;
    return {
      key: row.key,
      platform: isPlatform(row.platform) ? row.platform : 'emag-ro',
      fulfilment: row.fulfilment,
      baseUrl: row.base_url,
      username: row.username,
      password: cipher.open(row.wrapped_password),
      limits: typeof limits === 'string' ? DEFAULT_LIMITS : limits,
      isDemonstration: false,
    };
  });
};
