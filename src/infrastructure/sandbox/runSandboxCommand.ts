import { exitWhenParentDies } from '../supervisor/parentWatch.js';
import { ConfigError } from '../config/configError.js';
import { environmentOf } from '../config/environmentFile.js';
import { errorCode } from '../errorCode.js';
import { readSandboxOptions, sandboxHelp, SandboxOptionError, type SandboxOptions } from './sandboxOptions.js';
import { FolderInUseError } from './world/folderClaim.js';
import { startSandbox } from './startSandbox.js';

export interface CommandOutput {
  /** Results: one JSON line when ready. */
  out(line: string): void;
  /** Everything for people. */
  error(line: string): void;
}

const standardOutput: CommandOutput = {
  out: (line) => void process.stdout.write(`${line}\n`),
  error: (line) => void process.stderr.write(`${line}\n`),
};

const exitCodeOf = (error: unknown): number => {
  if (error instanceof ConfigError) return 4;
  if (error instanceof SandboxOptionError) return error.source === 'flag' ? 2 : 4;
  return errorCode(error) === 'EADDRINUSE' || error instanceof FolderInUseError ? 3 : 1;
};

const messageOf = (error: unknown, port: number | undefined): string => {
  if (errorCode(error) === 'EADDRINUSE') return `port ${port ?? ''} is taken by another program`;
  return error instanceof Error ? error.message : String(error);
};

/** Resolves at the first signal, or when the supervisor has died; `ended` then keeps the process until all is closed. */
const untilStopped = (ended: Promise<void>): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
    exitWhenParentDies(() => {
      resolve();
      return ended;
    });
  });

/**
 * `magflow sandbox`: runs in the foreground until SIGTERM or SIGINT and gives the exit code of contract §9: 0 stopped,
 * 2 wrong flag, 3 port or folder taken, 4 wrong variable or `.env`, 1 anything else.
 */
export const runSandboxCommand = async (
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
  output: CommandOutput = standardOutput,
): Promise<number> => {
  let options: SandboxOptions | undefined;
  try {
    const read = readSandboxOptions(args, environmentOf(environment, process.cwd()));
    if (read === 'help') {
      output.out(sandboxHelp);
      return 0;
    }
    options = read;
    const sandbox = await startSandbox(options, (error) =>
      output.error(`magflow sandbox: ${messageOf(error, undefined)}`),
    );
    let markEnded = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      markEnded = resolve;
    });
    const stopped = untilStopped(ended);
    output.out(JSON.stringify({ ready: true, control: sandbox.control, accounts: sandbox.accounts }));
    await stopped;
    await sandbox.stop();
    markEnded();
    return 0;
  } catch (error) {
    output.error(`magflow sandbox: ${messageOf(error, options?.port)}`);
    return exitCodeOf(error);
  }
};
