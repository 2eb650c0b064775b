import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What PostgreSQL writes about itself into its data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** The command line of a process, '' when there is none: a killed process may answer to its id for a moment longer. */
export const commandLineOf = (pid: number): string => {
  if (existsSync('/proc/self/cmdline')) {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    } catch {
      return '';
    }
  }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
};

/**
 * The server that runs on this cluster, or undefined. The file outlives a `kill -9`, and its pid may since belong to
 * any program, so the process must call itself postgres and name the folder.
 */
export const runningPostmaster = (cluster: string): Postmaster | undefined => {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 1) return undefined;
  const command = commandLineOf(pid);
  if (!command.includes('postgres') || !command.includes(cluster)) return undefined;
  return { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim() };
};

/**
 * Where process 1 never reaps (a bare container), a killed server stays listed for ever and PostgreSQL takes it for
 * alive. Its file goes only when the process is proven to be a zombie; call it after its workers had time to end.
 */
export const forgetUnreapedPostmaster = (cluster: string): void => {
  const file = join(cluster, 'postmaster.pid');
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    if (/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) rmSync(file);
  } catch {
    return; // no file, no such process, or no /proc: then PostgreSQL's own judgement stands
  }
};
