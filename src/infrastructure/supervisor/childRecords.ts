import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { isRunning, markOf, type ProcessMark } from './processMark.js';

const records = z.record(z.string(), z.object({ pid: z.int(), started: z.string() }));

const GRACE_MS = 3_000;

/** Which children run, written down so that the next supervisor finds what a `kill -9` of this one left behind. */
export class ChildRecords {
  private readonly file: string;
  private readonly known = new Map<string, ProcessMark>();

  constructor(dataDir: string) {
    this.file = join(dataDir, 'children.json');
  }

  started(name: string, pid: number): void {
    this.known.set(name, markOf(pid));
    this.save();
  }

  ended(name: string): void {
    this.known.delete(name);
    this.save();
  }

  /** Ends every child of an earlier supervisor that still runs, politely first. Returns their names. */
  async stopLeftovers(): Promise<readonly string[]> {
    const recorded = Object.entries(this.read());
    if (recorded.length === 0) return [];
    const left = recorded.filter(([, mark]) => isRunning(mark));
    const signal = (name: NodeJS.Signals): void => {
      for (const [, mark] of left) if (isRunning(mark)) process.kill(mark.pid, name);
    };
    signal('SIGTERM');
    const deadline = Date.now() + GRACE_MS;
    while (left.some(([, mark]) => isRunning(mark)) && Date.now() < deadline) await sleep(25);
    signal('SIGKILL');
    while (left.some(([, mark]) => isRunning(mark))) await sleep(10);
    this.save();
    return left.map(([name]) => name);
  }

  private read(): Record<string, ProcessMark> {
    try {
      return records.parse(JSON.parse(readFileSync(this.file, 'utf8')));
    } catch {
      return {};
    }
  }

  private save(): void {
    writeFileSync(`${this.file}.new`, JSON.stringify(Object.fromEntries(this.known)), { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }
}
