import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMasterKey } from '../../../src/infrastructure/config/masterKey.js';

describe('the master key', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'magflow-key-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is made once, readable by its owner alone, and then stays', () => {
    const secretFile = join(folder, 'data', 'secret.key');
    const made = loadMasterKey({ secretFile });
    expect(made).toHaveLength(32);
    expect(loadMasterKey({ secretFile })).toEqual(made);
    expect(statSync(secretFile).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'data'))).toEqual(['secret.key']);
  });

  it('is refused when it was cut off', () => {
    const secretFile = join(folder, 'secret.key');
    writeFileSync(secretFile, 'abcdef');
    expect(() => loadMasterKey({ secretFile })).toThrow(
      `MAGFLOW_SECRET_FILE must hold 32 bytes as 64 hexadecimal digits: ${secretFile}`,
    );
  });

  it('is refused with the variable when its place cannot be written', () => {
    const blocked = join(folder, 'file');
    writeFileSync(blocked, '');
    const secretFile = join(blocked, 'secret.key');
    expect(() => loadMasterKey({ secretFile })).toThrow(/^MAGFLOW_SECRET_FILE names a file that cannot be (made|read)/);
  });
});
