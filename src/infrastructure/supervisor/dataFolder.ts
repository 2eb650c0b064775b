import { accessSync, constants, existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { EXIT, ExitError } from '../cli/exitCodes.js';
import { ConfigError } from '../config/configError.js';
import { errorCode } from '../errorCode.js';
import { makeFolder } from '../makeFolder.js';
import { isRunning, markOf, type ProcessMark } from './processMark.js';

const mark = z.object({ pid: z.int(), started: z.string() });

const readMark = (file: string): ProcessMark | undefined => {
  try {
    return mark.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
};

/** Stands in a data folder while a restore is under way: what a kill left behind must not be started. */
export const UNFINISHED_RESTORE = 'restore.unfinished';

/** @throws ExitError 4 when a restore into this folder was cut off */
export const refuseUnfinishedRestore = (dataDir: string): void => {
  if (!existsSync(join(dataDir, UNFINISHED_RESTORE))) return;
  throw new ExitError(
    EXIT.configuration,
    `A restore into ${dataDir} was cut off: remove the folder, and restore again`,
  );
};

const lockFile = (dataDir: string): string => join(dataDir, 'supervisor.lock');

/** Makes the folder if need be. @throws ConfigError when it cannot be written. */
export const prepareDataFolder = (dataDir: string): void => {
  try {
    makeFolder(dataDir, 0o755);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    const probe = join(dataDir, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const why: Record<string, string> = {
      EACCES: 'this user may not write it',
      EPERM: 'this user may not write it',
      EROFS: 'the file system is read-only',
      ENOTDIR: 'it, or a folder above it, is a file',
      EEXIST: 'it is a file',
      ENOSPC: 'the disk is full',
      ENOENT: 'it cannot be made',
    };
    const code = errorCode(error) ?? 'unknown';
    throw new ConfigError([
      {
        variable: 'MAGFLOW_DATA_DIR',
        message: `names a folder that cannot be used, ${dataDir}: ${why[code] ?? code}`,
      },
    ]);
  }
};

/** The supervisor that runs on this folder, ready or still starting. */
export const runningSupervisor = (dataDir: string): ProcessMark | undefined => {
  const holder = readMark(lockFile(dataDir));
  return holder && isRunning(holder) ? holder : undefined;
};

/**
 * Takes the folder for this process; the returned function gives it back. A lock whose holder was killed is taken over:
 * whoever renames it away first owns the takeover, and one that renamed a live lock by accident puts it back.
 *
 * @throws ExitError 3 when another MagFlow runs on it.
 */
export const lockDataFolder = (dataDir: string): (() => void) => {
  const file = lockFile(dataDir);
  const draft = `${file}.${process.pid}`;
  const refuse = (pid: number): never => {
    throw new ExitError(
      EXIT.taken,
      `MagFlow already runs on ${dataDir} (process ${pid}): use it, stop it with "magflow stop", or set MAGFLOW_DATA_DIR`,
    );
  };
  writeFileSync(draft, JSON.stringify(markOf(process.pid)), { mode: 0o600 });
  try {
    for (;;) {
      try {
        linkSync(draft, file);
        return () => rmSync(file, { force: true });
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error;
      }
      const holder = readMark(file);
      if (holder && isRunning(holder)) refuse(holder.pid);
      const stale = `${file}.stale-${process.pid}`;
      try {
        renameSync(file, stale);
      } catch {
        continue; // somebody else took it away
      }
      const taken = readMark(stale);
      if (taken && isRunning(taken)) linkSync(stale, file);
      rmSync(stale, { force: true });
    }
  } finally {
    rmSync(draft, { force: true });
  }
};
