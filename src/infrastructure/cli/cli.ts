import { Command, InvalidArgumentError } from 'commander';
import { version } from '../version.js';
import { addDataCommands, type Finish } from './dataCommands.js';
import { EXIT, type ExitCode } from './exitCodes.js';
import { addKeepingCommands } from './keepingCommands.js';
import { standardOutput, type Output } from './output.js';
import { reportError } from './reportError.js';

const EXIT_CODES = `
Exit codes: 0 done, 1 failed, 2 usage, 3 already running or port taken, 4 configuration,
5 dependency unreachable, 6 partial, 7 in doubt.
Settings are environment variables, or lines of .env in the working directory: docs/configuration.md.`;

const portNumber = (text: string): number => {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError('It must be a number from 0 to 65535.');
  return port;
};

const byteCount = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It must be a number of bytes from 1.');
  return Number(text);
};

/**
 * The whole command line. Commands are imported when they are called, so that `--help` answers at once and a small
 * command does not load the big ones' libraries.
 */
const buildProgram = (output: Output, finish: Finish): Command => {
  const program = new Command('magflow')
    .description('Event-sourced order desk for sellers on the eMAG marketplace')
    .version(version, '-V, --version', 'print the version')
    .enablePositionalOptions()
    .addHelpText('after', EXIT_CODES);

  program
    .command('start')
    .description('start everything, in the foreground until Ctrl-C or "magflow stop"')
    .option('--adopt', 'Kafka topics hold records but no checkpoint: go on after the newest one, this time')
    .action(async (flags: { adopt?: boolean }) =>
      finish(await (await import('./startCommand.js')).startCommand(output, flags)),
    );

  program
    .command('stop')
    .description('stop what runs on the data folder, and wait until it is gone')
    .action(async () => finish(await (await import('./stopCommand.js')).stopCommand(output)));

  program
    .command('status')
    .description('what runs on the data folder, whether it is ready, how far it is, and how much space is left')
    .option('--json', 'one JSON document')
    .action(async (options: { json?: boolean }) =>
      finish(await (await import('./statusCommand.js')).statusCommand(options, output)),
    );

  program
    .command('config')
    .description('the configuration')
    .command('check')
    .description('check every setting and print what was understood, without secrets')
    .option('--json', 'one JSON document')
    .action(async (options: { json?: boolean }) =>
      finish((await import('./configCheckCommand.js')).configCheckCommand(options, output)),
    );

  program
    .command('failpoints')
    .description('list the places where crash tests may kill a process')
    .option('--json', 'one JSON document')
    .action(async (options: { json?: boolean }) =>
      finish((await import('./failpointsCommand.js')).failpointsCommand(options, output)),
    );

  program
    .command('sandbox')
    .description('run the marketplace imitation alone ("magflow sandbox --help" lists its options)')
    .helpOption(false)
    .allowUnknownOption()
    .passThroughOptions()
    .argument('[options...]')
    .action(async (args: string[]) => {
      const { runSandboxCommand } = await import('../sandbox/runSandboxCommand.js');
      const code = await runSandboxCommand(args, process.env, output);
      finish(Object.values(EXIT).find((known) => known === code) ?? EXIT.failed);
    });

  program
    .command('eventstore')
    .description('run the event store alone, for any EventStoreDB client')
    .requiredOption('--port <number>', 'port on which it listens, 0 takes a free one', portNumber)
    .option('--host <address>', 'address on which it listens (default: 127.0.0.1)')
    .option('--data <folder>', 'keep the log in a PostgreSQL of its own in this folder (default: DATABASE_URL)')
    .option('--max-append-size <bytes>', 'largest append (default: 1048576)', byteCount)
    .action(async (flags: { port: number; host?: string; data?: string; maxAppendSize?: number }) =>
      finish(await (await import('./eventStoreCommand.js')).eventStoreCommand(flags)),
    );

  program
    .command('migrate')
    .description('bring the database of DATABASE_URL up to date')
    .action(async () => finish(await (await import('./migrateCommand.js')).migrateCommand(output)));

  program
    .command('role', { hidden: true })
    .description('run roles of an installation whose parts run already; "magflow start" does this')
    .option('--roles <list>', 'api, worker, projector, relay, comma separated (default: MAGFLOW_ROLES)')
    .action(async (flags: { roles?: string }) => finish(await (await import('./roleCommand.js')).roleCommand(flags)));

  addDataCommands(program, output, finish);
  addKeepingCommands(program, output, finish);
  return program;
};

/** Runs one command and resolves with the program's exit code. Never rejects. */
export const runCli = async (argv: readonly string[], output: Output = standardOutput): Promise<ExitCode> => {
  let code: ExitCode = EXIT.done;
  const program = buildProgram(output, (result) => (code = result));
  const inherit = (command: Command): void => {
    command.exitOverride().configureOutput({
      writeOut: (text) => output.out(text.trimEnd()),
      writeErr: (text) => output.error(text.trimEnd()),
    });
    command.commands.forEach(inherit);
  };
  inherit(program);
  try {
    if (argv.length === 0) {
      program.outputHelp({ error: true });
      return EXIT.usage;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return reportError(error, output);
  }
};
