import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../errorCode.js';
import { makeFolder } from '../makeFolder.js';
import type { Config } from './config.js';
import { ConfigError } from './configError.js';

const LENGTH = 32;

const read = (file: string): Buffer | undefined => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new ConfigError([{ variable: 'MAGFLOW_SECRET_FILE', message: `names a file that cannot be read: ${file}` }]);
  }
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new ConfigError([
      { variable: 'MAGFLOW_SECRET_FILE', message: `must hold ${LENGTH} bytes as 64 hexadecimal digits: ${file}` },
    ]);
  return Buffer.from(text, 'hex');
};

/** The master key as it is kept; undefined when there is none yet. @throws ConfigError naming MAGFLOW_SECRET_FILE */
export const readMasterKey = ({ secretFile }: Pick<Config, 'secretFile'>): Buffer | undefined => read(secretFile);

/**
 * The installation's master key, 32 bytes; made with mode 0600 when the file does not exist. Of several processes that
 * make it at once, one wins and all read the winner's. Losing the file loses everything encrypted under it.
 *
 * @throws ConfigError naming MAGFLOW_SECRET_FILE
 */
export const loadMasterKey = ({ secretFile }: Pick<Config, 'secretFile'>): Buffer => {
  const kept = read(secretFile);
  if (kept) return kept;
  const draft = `${secretFile}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    makeFolder(dirname(secretFile));
    writeFileSync(draft, `${randomBytes(LENGTH).toString('hex')}\n`, { mode: 0o600, flush: true });
    // A link fails when the name exists, a rename would replace the key that somebody already encrypts with.
    linkSync(draft, secretFile);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST')
      throw new ConfigError([
        { variable: 'MAGFLOW_SECRET_FILE', message: `names a file that cannot be made: ${secretFile}` },
      ]);
  } finally {
    rmSync(draft, { force: true });
  }
  const made = read(secretFile);
  if (!made) throw new Error(`The master key vanished while it was made: ${secretFile}`);
  return made;
};
