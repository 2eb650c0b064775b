import { mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LIMIT_BYTES = 20 * 1024 * 1024;

/**
 * At a terminal the parts' JSON logs go to files, so that the person sees sentences; elsewhere (a container, a service)
 * they go to standard error, where log collectors look.
 */
export class ChildLogs {
  readonly folder: string;

  constructor(
    dataDir: string,
    private readonly isTerminal: boolean,
  ) {
    this.folder = join(dataDir, 'logs');
  }

  /** Where the child of this name logs to: an open file, or our own standard error. */
  open(name: string): number | 'inherit' {
    if (!this.isTerminal) return 'inherit';
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const file = join(this.folder, `${name}.log`);
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LIMIT_BYTES) renameSync(file, `${file}.1`);
    return openSync(file, 'a', 0o600);
  }

  /** The last lines of a child's log, '' when they were already seen on standard error. */
  tail(name: string): string {
    if (!this.isTerminal) return '';
    try {
      return readFileSync(join(this.folder, `${name}.log`), 'utf8')
        .trimEnd()
        .split('\n')
        .slice(-5)
        .join('\n');
    } catch {
      return '';
    }
  }
}
