import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './errorCode.js';

/**
 * Makes a folder and those above it. Not by Node's `recursive`, which never returns where a file system such as /proc
 * says "no such folder" to the making of one in a folder that exists.
 *
 * @throws the file system's error when a folder cannot be made, or a file stands in its place
 */
export const makeFolder = (path: string, mode = 0o777): void => {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST' && statSync(path).isDirectory()) return;
    if (code !== 'ENOENT' || statSync(dirname(path), { throwIfNoEntry: false })) throw error;
    makeFolder(dirname(path), mode);
    makeFolder(path, mode);
  }
};
