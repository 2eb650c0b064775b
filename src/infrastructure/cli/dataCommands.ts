import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ExitCode } from './exitCodes.js';
import type { OrderShowFlags } from './orderShowCommand.js';
import type { Output } from './output.js';
import type { SyncFlags } from './syncCommand.js';

export interface JsonFlag {
  readonly json?: boolean;
}

/** Lines that stand below a command's options in its help, each as it is typed. */
export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  magflow ${line}`).join('\n')}`;

const wholeNumber = (text: string): number => {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 0.');
  return Number(text);
};

export const commaList = (text: string): string[] =>
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
      .addHelpText(
        'after',
        examples(
          `sync ${kind} --wait`,
          `sync ${kind} --account main --mode full --wait --json`,
          ...(kind === 'orders' ? ['sync orders --mode historical --from 2025-01-01T00:00:00Z --wait'] : []),
        ),
      )
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
    .addHelpText(
      'after',
      examples(
        'order show 3115229985',
        'order show main-3115229985 --history',
        'order show 3115229985 --as-of 2026-03-01T10:00:00Z --json',
      ),
    )
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
    .addHelpText('after', examples('projections status --json'))
    .option('--json', 'one JSON document')
    .action(async (flags: JsonFlag) => finish(await (await load()).projectionsStatusCommand(flags, output)));
  projections
    .command('rebuild')
    .description('fill a read model anew, beside the one in use')
    .addHelpText('after', examples('projections rebuild order_list --wait'))
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
    .addHelpText('after', examples('projections parked', 'projections replay 17'))
    .argument('<id>', 'as "projections parked" lists it')
    .option('--json', 'one JSON document')
    .action(async (id: string, flags: JsonFlag) =>
      finish(await (await load()).projectionsReplayCommand(id, flags, output)),
    );

  const user = program.command('user').description('users of this installation');
  user
    .command('create')
    .description('create a user, with a one-time password unless one is given')
    .addHelpText(
      'after',
      examples('user create ana --role operator', 'user create audit --role auditor --password-stdin < password.txt'),
    )
    .argument('<name>')
    .option('--role <roles>', 'admin, operator or auditor; several separated by commas', commaList, ['operator'])
    .option('--password-stdin', 'the password is the first line of standard input')
    .action(async (name: string, flags: { role: string[]; passwordStdin?: boolean }) =>
      finish(await (await import('./userCommands.js')).userCreateCommand(name, flags, output)),
    );
  user
    .command('set-password')
    .description('set a password, a one-time one unless one is given, and end the sessions of the user')
    .addHelpText('after', examples('user set-password admin'))
    .argument('<name>')
    .option('--password-stdin', 'the password is the first line of standard input')
    .action(async (name: string, flags: { passwordStdin?: boolean }) =>
      finish(await (await import('./userCommands.js')).userSetPasswordCommand(name, flags, output)),
    );
};
