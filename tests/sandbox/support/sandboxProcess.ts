import { build } from 'esbuild';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { Control, Seller } from './sandboxClient.js';
import type { SandboxAccountAccess } from '../../../src/infrastructure/sandbox/startSandbox.js';

/** The command as a program of its own, bundled once for the tests of a file; `remove` it at the end. */
export interface SandboxProgram {
  readonly entry: string;
  remove(): void;
}

export const buildSandboxProgram = async (): Promise<SandboxProgram> => {
  // Below node_modules, so that packages resolve from the bundle.
  const cache = resolve('node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'magflow-sandbox-'));
  const command = pathToFileURL(resolve('src/infrastructure/sandbox/runSandboxCommand.ts')).pathname;
  const entry = join(folder, 'sandbox.mjs');
  await build({
    stdin: {
      contents: `import { runSandboxCommand } from ${JSON.stringify(command)};
        process.exitCode = await runSandboxCommand(process.argv.slice(2));`,
      resolveDir: folder,
    },
    outfile: entry,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  return { entry, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

export interface ExitedProgram {
  code: number | null;
  out: string;
  error: string;
}

const collect = (child: ChildProcess): { out: string; error: string } => {
  const texts = { out: '', error: '' };
  child.stdout?.on('data', (chunk: Buffer) => (texts.out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (texts.error += chunk.toString()));
  return texts;
};

const environment = (changes: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const { NODE_OPTIONS: _ours, ...rest } = process.env;
  return { ...rest, ...changes };
};

/** Runs the command to its end. */
export const runSandbox = async (
  program: SandboxProgram,
  args: string[],
  variables: NodeJS.ProcessEnv = {},
  cwd: string = process.cwd(),
): Promise<ExitedProgram> => {
  const child = spawn(process.execPath, [program.entry, ...args], { env: environment(variables), cwd });
  const texts = collect(child);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...texts };
};

/** Starts the command and waits until it says that it is ready. */
export const spawnSandbox = async (program: SandboxProgram, args: string[], variables: NodeJS.ProcessEnv = {}) => {
  const child = spawn(process.execPath, [program.entry, ...args], { env: environment(variables) });
  const texts = collect(child);
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const first = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    ended.then(() => {
      throw new Error(`the sandbox ended before it was ready: ${texts.error}`);
    }),
  ]);
  lines.close();
  const ready = JSON.parse(first) as { ready: boolean; control: string; accounts: SandboxAccountAccess[] };
  const [main, fbe] = ready.accounts;
  if (!main || !fbe) throw new Error('two accounts expected');
  return {
    ready,
    main: new Seller(main),
    fbe: new Seller(fbe),
    control: new Control(ready.control),
    /** Resolves with the exit code, null after SIGKILL. */
    end: async (signal: NodeJS.Signals): Promise<number | null> => {
      child.kill(signal);
      return (await ended)[0];
    },
  };
};
