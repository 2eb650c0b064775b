import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const pid = z.int().nullable();
const url = z.string().nullable();

const runFile = z.object({
  version: z.string(),
  urls: z.object({ api: url, eventstore: z.string(), sandbox: url, sandbox_control: url }),
  database_url: z.string(),
  pids: z.object({
    supervisor: z.int(),
    api: pid,
    worker: pid,
    projector: z.int().optional(),
    relay: z.int().optional(),
    eventstore: pid,
    postgres: pid,
    sandbox: pid,
  }),
});

/** How others find a running installation (contract §9): holds secrets, so only its owner may read it. */
export type RunFile = z.output<typeof runFile>;

export const runFilePath = (dataDir: string): string => join(dataDir, 'run.json');

/** By rename: a reader never sees half of it. */
export const writeRunFile = (dataDir: string, content: RunFile): void => {
  const file = runFilePath(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
};

export const removeRunFile = (dataDir: string): void => rmSync(runFilePath(dataDir), { force: true });

/** What the file says, or undefined when there is none that can be read. It may be stale: check `pids.supervisor`. */
export const readRunFile = (dataDir: string): RunFile | undefined => {
  try {
    return runFile.parse(JSON.parse(readFileSync(runFilePath(dataDir), 'utf8')));
  } catch {
    return undefined;
  }
};
