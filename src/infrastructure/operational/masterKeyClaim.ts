import { createHmac } from 'node:crypto';
import type pg from 'pg';
import type { Config } from '../config/config.js';
import { ConfigError } from '../config/configError.js';
import { loadMasterKey, readMasterKey } from '../config/masterKey.js';

const fingerprintOf = (key: Buffer): string => createHmac('sha256', key).update('magflow master key').digest('hex');

const refuse = (message: string): never => {
  throw new ConfigError([{ variable: 'MAGFLOW_SECRET_FILE', message }]);
};

/**
 * The master key of the installation in this database; made, and written down as its key, for a new one. Another host on
 * the same database, or one whose file was lost, must not go on with a key of its own: half of what is stored could not
 * be read by the other half.
 *
 * @throws ConfigError naming MAGFLOW_SECRET_FILE
 */
export const claimMasterKey = async (
  pool: Pick<pg.Pool, 'query'>,
  config: Pick<Config, 'secretFile'>,
): Promise<Buffer> => {
  const { rows } = await pool.query<{ fingerprint: string }>('select fingerprint from ops.master_key');
  const known = rows[0]?.fingerprint;
  const kept = readMasterKey(config);
  if (known !== undefined && !kept)
    refuse(`must name the master key of this database's installation; there is none in ${config.secretFile}`);
  const key = kept ?? loadMasterKey(config);
  await pool.query('insert into ops.master_key (fingerprint) values ($1) on conflict do nothing', [fingerprintOf(key)]);
  const claimed = await pool.query<{ fingerprint: string }>('select fingerprint from ops.master_key');
  if (claimed.rows[0]?.fingerprint !== fingerprintOf(key))
    refuse(`names ${config.secretFile}, which is not the master key of this database's installation`);
  return key;
};
