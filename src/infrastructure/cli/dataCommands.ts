import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ExitCode } from './exitCodes.js';
import type { LettersFlags } from './dlqCommand.js';
import type { OrderShowFlags } from './orderShowCommand.js';
import type { Output } from './output.js';
import type { SyncFlags } from './syncCommand.js';
import type { ReplayFlags } from './topicsCommand.js';

interface JsonFlag {
  readonly json?: boolean;
}

const wholeNumber = (text: string): number => {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 0.');
  return Number(text);
};

const position = (text: string): bigint => {
  if (!/^\d{1,19}$/.test(text)) throw new InvalidArgumentError('It must be a position of the log, digits.');
  return BigInt(text);
};

const commaList = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Takes the exit code of the command that ran. */
export type Finish = (code: ExitCode) => void;

/** Commands that act on the installation of the data folder. */
export const addDataCommands = (program: Command, output: Output, finish: Finish): void => {
  const sync = program.command('sync').description('read from the marketplace');
  for (const kind of ['orders', 'offers'] as const) {
    sync
      .command(kind)
      .description(`read the ${kind} of the accounts`)
      .addOption(
        new Option('--mode <mode>', 'what is read')
          .choices(kind === 'orders' ? ['incremental', 'full', 'historical'] : ['incremental', 'full'])
          .default('incremental'),
      )
      .option('--account <keys>', 'accounts, separated by commas (default: all)', commaList)
      .option('--from <time>', 'with --mode historical: from this order date')
      .option('--to <time>', 'with --mode historical: up to this order date (default: now)')
      .option('--wait', 'wait for the end; the exit code tells how it ended')
      .option('--json', 'one JSON document')
      .action(async (flags: SyncFlags) =>
        finish(await (await import('./syncCommand.js')).syncCommand(kind, flags, output)),
      );
  }

  program
    .command('order')
    .description('orders')
    .command('show')
    .description('an order as it is, as it was, or everything that happened to it')
    .argument('<id>', "the marketplace's order id, or account-id")
    .option('--account <key>', 'the account, when several know the id')
    .option('--as-of <time>', 'as it was at this time, such as 2026-03-01T10:00:00Z')
    .option('--revision <number>', 'as it was after this revision, 0 is the first event', wholeNumber)
    .option('--history', 'every event with what it changed')
    .option('--json', 'one JSON document')
    .action(async (id: string, flags: OrderShowFlags) =>
      finish(await (await import('./orderShowCommand.js')).orderShowCommand(id, flags, output)),
    );

  const projections = program.command('projections').description('the read models');
  const load = () => import('./projectionsCommand.js');
  projections
    .command('status')
    .description('how far each read model is')
    .option('--json', 'one JSON document')
    .action(async (flags: JsonFlag) => finish(await (await load()).projectionsStatusCommand(flags, output)));
  projections
    .command('rebuild')
    .description('fill a read model anew, beside the one in use')
    .argument('<name>')
    .option('--wait', 'wait until the new one is in use')
    .option('--json', 'one JSON document')
    .action(async (name: string, flags: JsonFlag & { wait?: boolean }) =>
      finish(await (await load()).projectionsRebuildCommand(name, flags, output)),
    );
  projections
    .command('parked')
    .description('events that could not be applied')
    .option('--json', 'one JSON document')
    .action(async (flags: JsonFlag) => finish(await (await load()).projectionsParkedCommand(flags, output)));
  projections
    .command('replay')
    .description('apply a parked event again, and what waits behind it')
    .argument('<id>', 'as "projections parked" lists it')
    .option('--json', 'one JSON document')
    .action(async (id: string, flags: JsonFlag) =>
      finish(await (await load()).projectionsReplayCommand(id, flags, output)),
    );

  program
    .command('topics')
    .description("what other systems' consumers read")
    .command('replay')
    .description('write messages again, as they were published, to a topic of another name or to a file')
    .option('--into <topic>', 'a topic of KAFKA_BROKERS, made if it is missing; none of the relay itself')
    .option('--file <file>', 'a file that does not exist yet, one message a line')
    .option('--topic <names>', 'only what stands on these topics, separated by commas (default: all)', commaList)
    .option('--stream <name>', 'only of this stream, such as order-main-123')
    .option('--after <position>', 'only what comes after this position of the log', position)
    .option('--until <position>', 'and up to this one (default: the end as it is now)', position)
    .option('--json', 'one JSON document')
    .action(async (flags: ReplayFlags) =>
      finish(await (await import('./topicsCommand.js')).topicsReplayCommand(flags, output)),
    );

  const dlq = program.command('dlq').description('messages that a consumer group could not handle');
  const letters = () => import('./dlqCommand.js');
  dlq
    .command('list')
    .description('what lies there, oldest first')
    .option('--group <name>', 'only of this group')
    .option('--topic <name>', 'only from this topic')
    .option('--json', 'one JSON document')
    .action(async (flags: LettersFlags) => finish(await (await letters()).dlqListCommand(flags, output)));
  dlq
    .command('redrive')
    .description('send letters back to their groups, once each')
    .argument('[ids...]', 'as "dlq list" shows them (default: all)')
    .option('--group <name>', 'only of this group')
    .option('--topic <name>', 'only from this topic')
    .option('--json', 'one JSON document')
    .action(async (ids: string[], flags: LettersFlags) =>
      finish(await (await letters()).dlqRedriveCommand(ids, flags, output)),
    );

  const events = program.command('events').description('the event log');
  events
    .command('export')
    .description('write the whole log as lines of JSON, from the log that runs here or in the data folder')
    .argument('[file]', 'a file that does not exist yet (default: standard output)')
    .option('--json', 'one JSON document about the file')
    .action(async (file: string | undefined, flags: JsonFlag) =>
      finish(await (await import('./eventsCommand.js')).eventsExportCommand(file, flags, output)),
    );
  events
    .command('import')
    .description('append an exported log to an empty one: that of EVENTSTORE_URL, or of the data folder')
    .argument('<file>', 'what "events export" wrote; - is standard input')
    .option('--json', 'one JSON document')
    .action(async (file: string, flags: JsonFlag) =>
      finish(await (await import('./eventsCommand.js')).eventsImportCommand(file, flags, output)),
    );

  program
    .command('backup')
    .description('write log, accounts, users, invoices and master key into one file, also while everything runs')
    .argument('<file>', 'a file that does not exist yet')
    .option('--json', 'one JSON document')
    .action(async (file: string, flags: JsonFlag) =>
      finish(await (await import('./backupCommand.js')).backupCommand(file, flags, output)),
    );
  program
    .command('restore')
    .description('make an installation out of a backup, in an empty data folder, and prove it by a rebuild')
    .argument('<file>', 'what "magflow backup" wrote')
    .option('--json', 'one JSON document')
    .action(async (file: string, flags: JsonFlag) =>
      finish(await (await import('./restoreCommand.js')).restoreCommand(file, flags, output)),
    );

  const user = program.command('user').description('users of this installation');
  user
    .command('create')
    .description('create a user, with a one-time password unless one is given')
    .argument('<name>')
    .option('--role <roles>', 'admin, operator or auditor; several separated by commas', commaList, ['operator'])
    .option('--password-stdin', 'the password is the first line of standard input')
    .action(async (name: string, flags: { role: string[]; passwordStdin?: boolean }) =>
      finish(await (await import('./userCommands.js')).userCreateCommand(name, flags, output)),
    );
  user
    .command('set-password')
    .description('set a password, a one-time one unless one is given, and end the sessions of the user')
    .argument('<name>')
    .option('--password-stdin', 'the password is the first line of standard input')
    .action(async (name: string, flags: { passwordStdin?: boolean }) =>
      finish(await (await import('./userCommands.js')).userSetPasswordCommand(name, flags, output)),
    );
};
