import { build } from 'esbuild';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { basename, resolve } from 'node:path';

export interface RunningProgram {
  readonly child: ChildProcess;
  /** Resolves with the signal or code that ended it. */
  readonly ended: Promise<NodeJS.Signals | number>;
  /** What it wrote on standard error. */
  log(): string;
}

export interface NodeProgram {
  run(...parameters: string[]): RunningProgram;
  remove(): void;
}

/** A TypeScript program of the tests, bundled so that node can run it as a child that a test may kill. */
export const bundleProgram = async (source: string): Promise<NodeProgram> => {
  const folder = resolve('node_modules', '.cache');
  mkdirSync(folder, { recursive: true });
  const outfile = resolve(folder, `${basename(source, '.ts')}-${process.pid}.mjs`);
  await build({
    entryPoints: [resolve(source)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  return {
    run: (...parameters) => {
      const child = spawn(process.execPath, [outfile, ...parameters], { stdio: ['ignore', 'ignore', 'pipe'] });
      let written = '';
      child.stderr.on('data', (chunk: Buffer) => (written += chunk.toString()));
      const ended = new Promise<NodeJS.Signals | number>((done) =>
        child.once('exit', (code, signal) => done(signal ?? code ?? 0)),
      );
      return { child, ended, log: () => written };
    },
    remove: () => rmSync(outfile, { force: true }),
  };
};
