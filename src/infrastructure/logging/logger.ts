import { pino, type Logger, type LoggerOptions } from 'pino';

export type { Logger } from 'pino';

/** Names of fields whose values never reach a log, wherever they stand up to three levels deep. */
const SECRET_FIELDS = [
  'authorization',
  'cookie',
  'password',
  'current_password',
  'new_password',
  'token',
  'access_token',
  'refresh_token',
  'secret',
  'username',
  'phone',
  'phone1',
  'phone2',
  'phone3',
  'phone_1',
  'phone_2',
  'customer_phone',
  'email',
  'customer_email',
  'customer_name',
  'personal',
  'customer',
  'shipping_address',
  'billing_address',
  'shipping_street',
  'billing_street',
  'street',
  'iban',
];

const paths = SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`, `*.*.*.${field}`]);

/** Connection strings carry passwords, and drivers like to put them into their messages. */
const withoutCredentials = (text: string): string =>
  text.replaceAll(/(\w+:\/\/[^\s:@/]*):[^\s@/]+@/g, '$1:[redacted]@');

const isError = (value: unknown): value is Error =>
  typeof value === 'object' && value !== null && 'message' in value && 'stack' in value;

const serializeError = (error: unknown): unknown => {
  // The database driver hangs its whole connection on an error: pages of it, with what was being sent.
  const { client: _connection, ...plain } = pino.stdSerializers.err(
    isError(error) ? error : new Error(String(error)),
  ) as ReturnType<typeof pino.stdSerializers.err> & { readonly client?: unknown };
  return { ...plain, message: withoutCredentials(plain.message), stack: withoutCredentials(plain.stack) };
};

export interface LoggerSettings {
  /** Which process speaks: `supervisor`, `api`, `worker`, … */
  readonly name: string;
  readonly level: string;
  /** Default: standard error, so that standard output stays for results. */
  readonly destination?: { write(line: string): void };
}

/** JSON lines on standard error, times in ISO 8601 UTC, secrets and personal data cut out by path. */
export const createLogger = ({ name, level, destination }: LoggerSettings): Logger => {
  const options: LoggerOptions = {
    level,
    base: { process: name, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths, censor: '[redacted]' },
    serializers: { err: serializeError, error: serializeError },
    formatters: { level: (label) => ({ level: label }) },
  };
  return pino(options, destination ?? pino.destination({ fd: 2, sync: true }));
};
