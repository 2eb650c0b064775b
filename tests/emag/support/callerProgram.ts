import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AccountConfig } from '../../../src/infrastructure/config/accounts.js';

export interface CallerProgram {
  /** Runs one process of an installation until it has made all of its calls. */
  run(task: { databaseUrl: string; account: AccountConfig; calls: number }): Promise<void>;
  remove(): void;
}

/** `callerProcess.ts`, bundled once below node_modules so that packages resolve. */
export const buildCallerProgram = async (): Promise<CallerProgram> => {
  const cache = resolve('node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'magflow-caller-'));
  const outfile = join(folder, 'caller.mjs');
  await build({
    entryPoints: [resolve('tests/emag/support/callerProcess.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  return {
    async run(task) {
      const child = spawn(process.execPath, [outfile, JSON.stringify(task)], { stdio: ['ignore', 'ignore', 'pipe'] });
      let errors = '';
      child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
      const [code] = (await once(child, 'exit')) as [number | null];
      if (code !== 0) throw new Error(`The caller ended with ${code}: ${errors}`);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
