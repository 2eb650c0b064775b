import { join } from 'node:path';
import type { Logger } from 'pino';
import { EXIT, type ExitCode } from '../cli/exitCodes.js';
import { errorCode } from '../errorCode.js';
import { OtherPostgresVersion, startEmbeddedPostgres, type EmbeddedPostgres } from '../postgres/embeddedPostgres.js';
import { exitWhenParentDies } from '../supervisor/parentWatch.js';
import { ListenError, startEventStoreServer, type EventStoreServer } from './eventStoreServer.js';
import { LogIsNewer } from './migrate.js';
import { AnotherWriterError } from './writerSession.js';

export interface EventStoreCommandOptions {
  readonly port: number;
  readonly host?: string;
  /** Folder of its own PostgreSQL; not used when `databaseUrl` is given. */
  readonly data: string;
  readonly databaseUrl?: string;
  readonly maxAppendSize?: number;
  readonly logger: Logger;
  /** Where the one line that says "ready" goes; default standard output. */
  readonly stdout?: { write(line: string): void };
}

const ABSENT = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT', 'ECONNRESET'];

const exitCodeOf = (error: unknown): ExitCode => {
  if (error instanceof AnotherWriterError || error instanceof ListenError) return EXIT.taken;
  if (error instanceof LogIsNewer || error instanceof OtherPostgresVersion) return EXIT.configuration;
  const code = errorCode(error) ?? '';
  return ABSENT.includes(code) || /^(08|28|57|3D)/.test(code) ? EXIT.unreachable : EXIT.failed;
};

const untilSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve());
  });

/**
 * Runs the event store in the foreground until SIGTERM and resolves with the exit code. Tells that it is ready with one
 * line of JSON on standard output.
 */
export const runEventStoreCommand = async (options: EventStoreCommandOptions): Promise<ExitCode> => {
  const { logger, stdout = process.stdout } = options;
  const asked = untilSignal();
  let postgres: EmbeddedPostgres | undefined;
  let server: EventStoreServer | undefined;
  const stop = async () => {
    await server?.stop();
    await postgres?.stop();
  };
  exitWhenParentDies(stop);
  try {
    if (options.databaseUrl === undefined) {
      postgres = await startEmbeddedPostgres({
        dataDir: join(options.data, 'postgres'),
        log: (message) => logger.info(message),
      });
    }
    let lost: (error: AnotherWriterError) => void = () => undefined;
    const fenced = new Promise<AnotherWriterError>((resolve) => (lost = resolve));
    server = await startEventStoreServer({
      databaseUrl: options.databaseUrl ?? postgres?.url ?? '',
      port: options.port,
      logger,
      onFenced: (error) => lost(error),
      ...(options.host !== undefined && { host: options.host }),
      ...(options.maxAppendSize !== undefined && { maxAppendSize: options.maxAppendSize }),
    });
    stdout.write(`${JSON.stringify({ ready: true, url: server.url })}\n`);
    const end = await Promise.race([asked, fenced]);
    if (end) throw end;
    return EXIT.done;
  } catch (error) {
    logger.error({ err: error }, error instanceof Error ? error.message : 'The event store could not start');
    return exitCodeOf(error);
  } finally {
    await stop().catch((error: unknown) => logger.warn({ err: error }, 'The event store did not stop cleanly'));
  }
};
