import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../../src/infrastructure/makeFolder.js';

describe('making a folder', () => {
  let home: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'magflow-folder-'));
  });

  afterEach(() => {
    rmSync(home, { recursive: true, force: true });
  });

  it('makes those above it, and is quiet when it is there', () => {
    const folder = join(home, 'a', 'b', 'c');
    makeFolder(folder);
    makeFolder(folder);
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  it('is refused where a file stands', () => {
    writeFileSync(join(home, 'file'), '');
    expect(() => makeFolder(join(home, 'file'))).toThrow('EEXIST');
    expect(() => makeFolder(join(home, 'file', 'below'))).toThrow('ENOTDIR');
  });

  it('ends where the file system knows no new folders', () => {
    expect(() => makeFolder('/proc/magflow/data')).toThrow(/ENOENT|EACCES|EROFS|EPERM/);
  });
});
