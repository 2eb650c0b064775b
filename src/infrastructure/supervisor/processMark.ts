import { readFileSync } from 'node:fs';
import { commandLineOf } from '../postgres/postmasterFile.js';

/** A process, told apart from a later one that was given the same number. */
export interface ProcessMark {
  readonly pid: number;
  /** When it started, in the system's ticks; '' where the system does not tell. */
  readonly started: string;
}

const startOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name and may hold spaces and brackets; what follows it does not.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
};

export const markOf = (pid: number): ProcessMark => ({ pid, started: startOf(pid) });

/** Whether that very process still runs. A zombie has no command line and counts as dead. */
export const isRunning = ({ pid, started }: ProcessMark): boolean =>
  commandLineOf(pid) !== '' && startOf(pid) === started;

/** Whether any process of this number runs: for pids that were written down without a mark. */
export const isPidRunning = (pid: number): boolean => commandLineOf(pid) !== '';
