import { CommanderError } from 'commander';
import { errorCode } from '../errorCode.js';
import { EXIT, type ExitCode } from './exitCodes.js';
import type { Output } from './output.js';

/** Errors of the network and of PostgreSQL that mean: it is not there, or does not let us in. */
const UNREACHABLE =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|08...|28...|3D000|57P0[123])$/;

const CODES_BY_NAME: Readonly<Record<string, ExitCode>> = {
  ConfigError: EXIT.configuration,
  AccountKeyTaken: EXIT.configuration,
  DatabaseIsNewer: EXIT.configuration,
  LogIsNewer: EXIT.configuration,
  OtherPostgresVersion: EXIT.configuration,
  BackupIsNewer: EXIT.configuration,
  LinesAreNewer: EXIT.configuration,
  EventStoreUnavailable: EXIT.unreachable,
};

const isErrorLike = (value: unknown): value is { name: string; message: string } =>
  typeof value === 'object' && value !== null && 'name' in value && 'message' in value;

const withoutCredentials = (text: string): string =>
  text.replaceAll(/(\w+:\/\/[^\s:@/]*):[^\s@/]+@/g, '$1:[redacted]@');

/** Tells the person what happened, in sentences without a stack, and returns the exit code for scripts. */
export const reportError = (error: unknown, output: Output): ExitCode => {
  // Commander has already printed its own message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  const { name, message } = isErrorLike(error) ? error : { name: 'Error', message: String(error) };
  const isAggregate = typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors);
  const causes: unknown[] = isAggregate && Array.isArray(error.errors) ? error.errors : [];
  const text = message || causes.map((cause) => (isErrorLike(cause) ? cause.message : String(cause))).join('; ');
  for (const line of withoutCredentials(text).split('\n')) output.error(`magflow: ${line}`);
  const isExit = name === 'ExitError' && typeof error === 'object' && error !== null && 'code' in error;
  if (isExit) return Object.values(EXIT).find((code) => code === error.code) ?? EXIT.failed;
  const isRunning = name === 'RuleViolation' && errorCode(error) === 'sync-running';
  if (isRunning) return EXIT.taken;
  const code = errorCode(error) ?? errorCode(causes[0]);
  return CODES_BY_NAME[name] ?? (code && UNREACHABLE.test(code) ? EXIT.unreachable : EXIT.failed);
};
