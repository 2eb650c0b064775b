import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readRunFile, type RunFile } from '../../src/infrastructure/supervisor/runFile.js';
import { eventually } from './eventually.js';
import { lastProblems, whenFailed } from './whenFailed.js';

export interface StartedProgram {
  readonly process: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Exit code, or the signal's name. */
  readonly exit: Promise<number | string>;
}

/** The environment of a test's program: ours without any MagFlow or marketplace setting, and with what is given. */
export const cleanEnvironment = (given: Record<string, string>): NodeJS.ProcessEnv => {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(MAGFLOW_|EMAG_|DATABASE_URL|EVENTSTORE_URL|KAFKA_|NODE_OPTIONS)/.test(name),
  );
  return { ...Object.fromEntries(inherited), ...given };
};

export const startProgram = (
  args: readonly string[],
  options: { readonly cwd: string; readonly environment?: Record<string, string> },
): StartedProgram => {
  const child = spawn(process.execPath, [...args], {
    cwd: options.cwd,
    env: cleanEnvironment(options.environment ?? {}),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  // What it wrote is complete only at `close`, which does not come while a child that it left behind holds the pipe.
  const exit = new Promise<number | string>((done) => {
    child.once('close', (code, signal) => done(code ?? signal ?? 1));
    child.once('exit', (code, signal) => setTimeout(() => setImmediate(() => done(code ?? signal ?? 1)), 300));
  });
  return { process: child, stdout: () => stdout, stderr: () => stderr, exit };
};

/** What these programs said of trouble, each one's latest last. */
export const problemsOf = (programs: readonly StartedProgram[]): string =>
  programs
    .map(({ process: child, stdout, stderr }) => ({
      name: child.spawnargs.slice(2).join(' '),
      said: lastProblems(`${stdout()}${stderr()}`),
    }))
    .filter(({ said }) => said !== '')
    .map(({ name, said }) => `Said by ${name}:\n${said}`)
    .join('\n');

export const isListed = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
};

/** Waits until there is an answer, and returns it. Programs start several times slower on a machine that is busy. */
export const until = async <T>(
  read: () => Promise<T | undefined> | T | undefined,
  deadlineMs = 120_000,
): Promise<T> => {
  const answer = await eventually(read, (value) => value !== undefined, deadlineMs);
  if (answer === undefined) throw new Error('unreachable: an answer was waited for');
  return answer;
};

const pidsIn = (run: RunFile): number[] => Object.values(run.pids).filter((pid) => typeof pid === 'number');

/** A data folder, and whatever a test starts on it; `clean` leaves nothing behind, whatever happened. */
export class TestInstallation {
  readonly folder = mkdtempSync(join(tmpdir(), 'magflow-installation-'));
  readonly dataDir = join(this.folder, '.magflow');
  private readonly started: StartedProgram[] = [];
  private readonly seen = new Set<number>();
  private readonly forget = whenFailed(() => problemsOf(this.started));

  constructor(private readonly program: string) {}

  /** The supervisor over the real parts, with stub roles. */
  start(environment: Record<string, string> = {}): StartedProgram {
    return this.run([resolve('tests/support/stubInstallation.mjs'), this.program], environment);
  }

  /** `magflow` with these arguments. */
  cli(args: readonly string[], environment: Record<string, string> = {}): StartedProgram {
    return this.run([join(this.program, 'main.js'), ...args], environment);
  }

  runFile(): RunFile | undefined {
    const run = readRunFile(this.dataDir);
    if (run) for (const pid of pidsIn(run)) this.seen.add(pid);
    return run;
  }

  /** What run.json says once it is there and says something else than before. */
  async ready(program: StartedProgram, before?: RunFile): Promise<RunFile> {
    return until(() => {
      const now = this.runFile();
      if (program.process.exitCode !== null) throw new Error(`ended: ${program.stderr()}`);
      return now && now.pids.supervisor === program.process.pid && JSON.stringify(now) !== JSON.stringify(before)
        ? now
        : undefined;
    });
  }

  hasRunFile(): boolean {
    return existsSync(join(this.dataDir, 'run.json'));
  }

  async clean(): Promise<void> {
    this.forget();
    this.runFile();
    for (const { process: child, exit } of this.started) {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await exit;
      clearTimeout(timer);
    }
    const last = this.cli(['stop']);
    await last.exit;
    for (const pid of this.seen) if (isListed(pid)) process.kill(pid, 'SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private run(args: readonly string[], environment: Record<string, string>): StartedProgram {
    const program = startProgram(args, {
      cwd: this.folder,
      environment: {
        MAGFLOW_PORT: '0',
        MAGFLOW_SANDBOX_ORDERS: '40',
        MAGFLOW_SANDBOX_OFFERS: '20',
        MAGFLOW_SANDBOX_NEW_ORDER_SECONDS: '0',
        ...environment,
      },
    });
    this.started.push(program);
    return program;
  }
}
