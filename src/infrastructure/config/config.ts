import { resolve } from 'node:path';
import type { Seller } from '../../domain/invoice/invoiceDocument.js';
import { readAccounts, type AccountConfig } from './accounts.js';
import { ConfigError, type ConfigProblem } from './configError.js';
import { DEMONSTRATION_SELLER } from './demonstrationSeller.js';
import { environmentOf, type Environment } from './environmentFile.js';
import { DEFAULT_JOB_SECONDS, jobVariable, type JobName } from './jobs.js';
import { readSecret } from './secrets.js';
import { readVariables, type Variables } from './variables.js';

export const ROLES = ['api', 'worker', 'projector', 'relay'] as const;
export type Role = (typeof ROLES)[number];
export type LogLevel = Variables['MAGFLOW_LOG_LEVEL'];

export interface SandboxConfig {
  /** `auto` is on when no account is configured by environment or in the panel. */
  readonly mode: 'auto' | 'on' | 'off';
  /** Where the running sandbox takes orders about itself; given to children by the supervisor. */
  readonly controlUrl: string | null;
  /** Keys of the accounts that the sandbox serves; given to children by the supervisor. */
  readonly accounts: readonly string[];
}

/** Everything that the environment says, checked. All variables are in docs/configuration.md. */
export interface Config {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  readonly roles: readonly Role[];
  /** null: the embedded part. The supervisor gives its children the embedded part's URL. */
  readonly databaseUrl: string | null;
  readonly eventStoreUrl: string | null;
  /** Empty: the embedded bus. */
  readonly kafkaBrokers: readonly string[];
  /** Read only while no user exists. */
  readonly adminPassword: string | null;
  /** Absolute path of the master key. */
  readonly secretFile: string;
  /** Without a trailing slash; null when only `urls.api` is known. */
  readonly publicUrl: string | null;
  readonly trustProxy: boolean;
  /** Our own limit of requests a minute; load tests switch it off. */
  readonly rateLimit: boolean;
  /** Once, when the relay finds topics that hold records and no checkpoint: go on after the newest record. */
  readonly relayAdopt: boolean;
  /** Lets `/metrics` be read from elsewhere than loopback. */
  readonly metricsToken: string | null;
  readonly accounts: readonly AccountConfig[];
  /** First values of the settings; '' where nothing is set. The demonstration seller in front of the sandbox. */
  readonly seller: Seller;
  readonly invoiceSeries: string;
  readonly findOutSeconds: number;
  readonly jobs: {
    readonly enabled: boolean;
    readonly seconds: Readonly<Record<JobName, number>>;
  };
  readonly sandbox: SandboxConfig;
  /** Only with `allowTestHooks`. The process that reaches it for the `hits`-th time kills itself. */
  readonly failpoint: { readonly name: string; readonly hits: number } | null;
  readonly allowTestHooks: boolean;
  readonly logLevel: LogLevel;
}

const readSeller = (environment: Environment, isDemonstration: boolean): Seller => {
  const value = (name: string): string => environment[`MAGFLOW_SELLER_${name}`] ?? '';
  const seller: Seller = {
    name: value('NAME'),
    fiscalCode: value('FISCAL_CODE'),
    registration: value('REGISTRATION'),
    address: value('ADDRESS'),
    city: value('CITY'),
    county: value('COUNTY'),
    postcode: value('POSTCODE'),
    country: value('COUNTRY'),
    iban: value('IBAN'),
    contact: value('CONTACT'),
    phone: value('PHONE'),
  };
  const isUnset = Object.values(seller).every((text) => text === '');
  return isUnset && isDemonstration ? DEMONSTRATION_SELLER : seller;
};

const readJobSeconds = (environment: Environment, problems: ConfigProblem[]): Record<JobName, number> => {
  const seconds: Record<JobName, number> = { ...DEFAULT_JOB_SECONDS };
  for (const name of Object.keys(DEFAULT_JOB_SECONDS) as JobName[]) {
    const variable = jobVariable(name);
    const text = environment[variable];
    if (!text) continue;
    if (/^[1-9][0-9]{0,6}$/.test(text)) seconds[name] = Number(text);
    else problems.push({ variable, message: 'must be a whole number of seconds from 1' });
  }
  return seconds;
};

/** Checks the variables alone, without reading a `.env`. @throws ConfigError with every problem, not only the first. */
export const parseConfig = (environment: Environment, folder: string): Config => {
  const problems: ConfigProblem[] = [];
  const variables = readVariables(environment, problems);
  const demonstrationKeys = variables.MAGFLOW_SANDBOX_ACCOUNTS;
  const accounts = readAccounts(environment, demonstrationKeys, problems);
  const seconds = readJobSeconds(environment, problems);
  const databaseUrl = readSecret(environment, 'DATABASE_URL', problems) ?? null;
  const eventStoreUrl = readSecret(environment, 'EVENTSTORE_URL', problems) ?? null;
  const adminPassword = readSecret(environment, 'MAGFLOW_ADMIN_PASSWORD', problems) ?? null;
  const metricsToken = readSecret(environment, 'MAGFLOW_METRICS_TOKEN', problems) ?? null;

  if (databaseUrl !== null && !/^postgres(ql)?:\/\/\S+$/.test(databaseUrl))
    problems.push({ variable: 'DATABASE_URL', message: 'must begin with postgres://' });
  if (eventStoreUrl !== null && !/^(esdb|kurrentdb)(\+discover)?:\/\/\S+$/.test(eventStoreUrl))
    problems.push({ variable: 'EVENTSTORE_URL', message: 'must begin with esdb://' });
  if (adminPassword !== null && adminPassword.length < 8)
    problems.push({ variable: 'MAGFLOW_ADMIN_PASSWORD', message: 'must have at least 8 characters' });
  if (problems.length > 0) throw new ConfigError(problems);

  const dataDir = resolve(folder, variables.MAGFLOW_DATA_DIR);
  return {
    host: variables.MAGFLOW_HOST,
    port: variables.MAGFLOW_PORT,
    dataDir,
    roles: variables.MAGFLOW_ROLES,
    databaseUrl,
    eventStoreUrl,
    kafkaBrokers: variables.KAFKA_BROKERS,
    adminPassword,
    secretFile: resolve(folder, variables.MAGFLOW_SECRET_FILE ?? resolve(dataDir, 'secret.key')),
    publicUrl: variables.MAGFLOW_PUBLIC_URL,
    trustProxy: variables.MAGFLOW_TRUST_PROXY,
    rateLimit: variables.MAGFLOW_RATE_LIMIT,
    relayAdopt: variables.MAGFLOW_RELAY_ADOPT,
    metricsToken,
    accounts,
    seller: readSeller(environment, demonstrationKeys.length > 0),
    invoiceSeries: variables.MAGFLOW_INVOICE_SERIES,
    findOutSeconds: variables.MAGFLOW_FIND_OUT_SECONDS,
    jobs: { enabled: variables.MAGFLOW_JOBS, seconds },
    sandbox: {
      mode: variables.MAGFLOW_SANDBOX,
      controlUrl: variables.MAGFLOW_SANDBOX_CONTROL_URL,
      accounts: demonstrationKeys,
    },
    failpoint: variables.MAGFLOW_ALLOW_TEST_HOOKS ? variables.MAGFLOW_FAILPOINT : null,
    allowTestHooks: variables.MAGFLOW_ALLOW_TEST_HOOKS,
    logLevel: variables.MAGFLOW_LOG_LEVEL,
  };
};

/** The configuration of this process: the environment over the `.env` of the working directory. @throws ConfigError */
export const loadConfig = (environment: Environment = process.env, folder: string = process.cwd()): Config =>
  parseConfig(environmentOf(environment, folder), folder);
