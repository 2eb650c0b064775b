import { loadConfig, type Config } from '../config/config.js';
import { environmentOf } from '../config/environmentFile.js';
import { readSandboxOptions, SandboxOptionError } from '../sandbox/sandboxOptions.js';
import { EXIT, ExitError, type ExitCode } from './exitCodes.js';
import { table, type Output } from './output.js';

const hidden = (secret: string | null): string | null => (secret === null ? null : '[set]');

const withoutPassword = (url: string | null): string | null =>
  url === null ? null : url.replace(/(\/\/[^:@/]*):[^@/]*@/, '$1:[set]@');

/** Everything that was understood, without a secret. */
export const redactedConfig = (config: Config) => ({
  host: config.host,
  port: config.port,
  data_dir: config.dataDir,
  secret_file: config.secretFile,
  roles: config.roles,
  database_url: withoutPassword(config.databaseUrl) ?? 'embedded',
  eventstore_url: withoutPassword(config.eventStoreUrl) ?? 'embedded',
  kafka_brokers: config.kafkaBrokers.length > 0 ? config.kafkaBrokers : 'embedded',
  public_url: config.publicUrl,
  admin_password: hidden(config.adminPassword),
  metrics_token: hidden(config.metricsToken),
  trust_proxy: config.trustProxy,
  accounts: config.accounts.map(({ key, platform, fulfilment, baseUrl, limits }) => ({
    key,
    platform,
    fulfilment,
    base_url: baseUrl,
    username: '[set]',
    password: '[set]',
    limits,
  })),
  sandbox: config.sandbox.mode,
  invoice_series: config.invoiceSeries,
  seller: config.seller.name || null,
  find_out_seconds: config.findOutSeconds,
  jobs: config.jobs.enabled ? config.jobs.seconds : 'off',
  log_level: config.logLevel,
  failpoint: config.failpoint,
});

const cell = (value: unknown): string => {
  if (value === null) return '-';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** The sandbox reads its own variables when it starts; here they are looked at beforehand. */
const checkSandbox = (): void => {
  try {
    readSandboxOptions([], environmentOf(process.env, process.cwd()));
  } catch (error) {
    if (error instanceof SandboxOptionError) throw new ExitError(EXIT.configuration, error.message);
    throw error;
  }
};

/** `magflow config check`: prints what was understood; a bad value is exit code 4 with its variable. */
export const configCheckCommand = (options: { json?: boolean }, output: Output): ExitCode => {
  const config = loadConfig();
  if (config.sandbox.mode !== 'off') checkSandbox();
  const summary = redactedConfig(config);
  if (options.json) output.out(JSON.stringify(summary));
  else for (const line of table(Object.entries(summary).map(([name, value]) => [name, cell(value)]))) output.out(line);
  return EXIT.done;
};
