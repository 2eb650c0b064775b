import { z } from 'zod';
import type { ConfigProblem } from './configError.js';
import type { Environment } from './environmentFile.js';

const roles = ['api', 'worker', 'projector', 'relay'] as const;

const whole = (from: number, to: number, fallback: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${from} to ${to}`)
    .transform(Number)
    .refine((value) => value >= from && value <= to, `must be a whole number from ${from} to ${to}`)
    .default(fallback);

const flag = (fallback: boolean) =>
  z
    .enum(['1', '0', 'on', 'off', 'true', 'false', 'yes', 'no'], 'must be on or off')
    .transform((text) => ['1', 'on', 'true', 'yes'].includes(text))
    .default(fallback);

const list = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  .default([]);

const webUrl = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:\/\//i.test(text),
    'must be a URL that begins with http:// or https://',
  )
  .refine((text) => !/[?#@]/.test(text), 'must not hold a query, a fragment or a user')
  .transform((text) => text.replace(/\/+$/, ''))
  .nullable()
  .default(null);

/** One line for each variable of ours that stands alone; accounts, secrets and jobs have readers of their own. */
const variables = z.object({
  MAGFLOW_HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]{1,253}$/, 'must be a host name or an address')
    .default('127.0.0.1'),
  MAGFLOW_PORT: whole(0, 65_535, 8_080),
  MAGFLOW_DATA_DIR: z.string().default('.magflow'),
  MAGFLOW_ROLES: list
    .refine((names) => names.every((name) => roles.some((role) => role === name)), `may name ${roles.join(', ')}`)
    .transform((names) => {
      const chosen = roles.filter((role) => names.includes(role));
      return chosen.length > 0 ? chosen : [...roles];
    }),
  KAFKA_BROKERS: list.refine(
    (brokers) => brokers.every((broker) => /^(\[[0-9a-fA-F:]+\]|[A-Za-z0-9._-]+):\d{1,5}$/.test(broker)),
    'must be host:port, several separated by commas',
  ),
  MAGFLOW_SECRET_FILE: z.string().optional(),
  MAGFLOW_PUBLIC_URL: webUrl,
  MAGFLOW_TRUST_PROXY: flag(false),
  MAGFLOW_RATE_LIMIT: flag(true),
  MAGFLOW_RELAY_ADOPT: flag(false),
  MAGFLOW_INVOICE_SERIES: z
    .string()
    .regex(/^[A-Z][A-Z0-9]{0,9}$/, 'must be 1 to 10 capital letters and digits, a letter first')
    .default('MF'),
  MAGFLOW_FIND_OUT_SECONDS: whole(1, 86_400, 90),
  MAGFLOW_JOBS: flag(true),
  MAGFLOW_SANDBOX: z.enum(['auto', 'on', 'off'], 'must be auto, on or off').default('auto'),
  MAGFLOW_SANDBOX_CONTROL_URL: webUrl,
  MAGFLOW_SANDBOX_ACCOUNTS: list,
  MAGFLOW_FAILPOINT: z
    .string()
    .regex(/^[a-z_]+\.[a-z0-9_]+(:[1-9]\d{0,8})?$/, 'must be flow.point or flow.point:n')
    .transform((text) => {
      const [name = '', hits = '1'] = text.split(':');
      return { name, hits: Number(hits) };
    })
    .nullable()
    .default(null),
  MAGFLOW_ALLOW_TEST_HOOKS: flag(false),
  MAGFLOW_LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be trace, debug, info, warn, error, fatal or silent',
    )
    .default('info'),
});

export type Variables = z.output<typeof variables>;

/** Names of what is read here. */
export const variableNames: readonly string[] = Object.keys(variables.shape);

/** Values that no answer should repeat hold no secret here, so a short bad value is shown. */
const shown = (value: string | undefined): string =>
  value !== undefined && value.length <= 60 ? ` (it is "${value}")` : '';

/** An empty variable counts as unset, as compose files write it. What is wrong is added to `problems`. */
export const readVariables = (environment: Environment, problems: ConfigProblem[]): Variables => {
  const given: Record<string, string> = {};
  for (const name of variableNames) {
    const value = environment[name]?.trim();
    if (value) given[name] = value;
  }
  const parsed = variables.safeParse(given);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    const variable = String(path[0]);
    problems.push({ variable, message: `${message}${shown(given[variable])}` });
    delete given[variable];
  }
  return variables.parse(given);
};
