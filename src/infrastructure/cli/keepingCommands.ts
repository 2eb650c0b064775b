import { InvalidArgumentError, type Command } from 'commander';
import { commaList, examples, type Finish, type JsonFlag } from './dataCommands.js';
import type { LettersFlags } from './dlqCommand.js';
import type { Output } from './output.js';
import type { ReplayFlags } from './topicsCommand.js';

const position = (text: string): bigint => {
  if (!/^\d{1,19}$/.test(text)) throw new InvalidArgumentError('It must be a position of the log, digits.');
  return BigInt(text);
};

/** Commands that keep, move and look after what an installation holds. */
export const addKeepingCommands = (program: Command, output: Output, finish: Finish): void => {
  program
    .command('topics')
    .description("what other systems' consumers read")
    .command('replay')
    .description('write messages again, as they were published, to a topic of another name or to a file')
    .addHelpText(
      'after',
      examples(
        'topics replay --into analytics.orders --topic magflow.orders.v1',
        'topics replay --stream order-main-3115229985 --file messages.ndjson',
      ),
    )
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
    .addHelpText('after', examples('dlq list', 'dlq redrive', 'dlq redrive --group magflow-notifications'))
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
    .addHelpText('after', examples('events export log.ndjson', 'events export | gzip > log.ndjson.gz'))
    .argument('[file]', 'a file that does not exist yet (default: standard output)')
    .option('--json', 'one JSON document about the file')
    .action(async (file: string | undefined, flags: JsonFlag) =>
      finish(await (await import('./eventsCommand.js')).eventsExportCommand(file, flags, output)),
    );
  events
    .command('import')
    .description('append an exported log to an empty one: that of EVENTSTORE_URL, or of the data folder')
    .addHelpText(
      'after',
      `\nExamples:\n  EVENTSTORE_URL=esdb://store.example:2113 magflow events import log.ndjson\n  gunzip -c log.ndjson.gz | magflow events import -\n\nOne that was cut off is gone on with by the same command; what is there already is not written again.`,
    )
    .argument('<file>', 'what "events export" wrote; - is standard input')
    .option('--json', 'one JSON document')
    .action(async (file: string, flags: JsonFlag) =>
      finish(await (await import('./eventsCommand.js')).eventsImportCommand(file, flags, output)),
    );

  program
    .command('backup')
    .description('write log, accounts, users, invoices and master key into one file, also while everything runs')
    .addHelpText('after', examples('backup /backups/monday.magflow', 'backup /backups/monday.magflow --json'))
    .argument('<file>', 'a file that does not exist yet')
    .option('--json', 'one JSON document')
    .action(async (file: string, flags: JsonFlag) =>
      finish(await (await import('./backupCommand.js')).backupCommand(file, flags, output)),
    );
  program
    .command('restore')
    .description('make an installation out of a backup, in an empty data folder, and prove it by a rebuild')
    .addHelpText(
      'after',
      `\nExamples:\n  MAGFLOW_DATA_DIR=/srv/magflow magflow restore /backups/monday.magflow\n  DATABASE_URL=postgres://… magflow restore /backups/monday.magflow     into an empty database`,
    )
    .argument('<file>', 'what "magflow backup" wrote')
    .option('--json', 'one JSON document')
    .action(async (file: string, flags: JsonFlag) =>
      finish(await (await import('./restoreCommand.js')).restoreCommand(file, flags, output)),
    );
};
