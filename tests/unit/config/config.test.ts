import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, parseConfig } from '../../../src/infrastructure/config/config.js';
import { ConfigError } from '../../../src/infrastructure/config/configError.js';
import type { Environment } from '../../../src/infrastructure/config/environmentFile.js';

const config = (environment: Environment) => parseConfig(environment, '/srv/shop');

/** `VARIABLE message` of every problem, or an empty list. */
const problemsOf = (environment: Environment): string[] => {
  try {
    config(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
};

const account = { EMAG_ACCOUNTS: 'main', EMAG_MAIN_USERNAME: 'seller@example.test', EMAG_MAIN_PASSWORD: 'hunter22' };

describe('the configuration', () => {
  it('needs nothing to be set', () => {
    expect(config({})).toEqual({
      host: '127.0.0.1',
      port: 8080,
      dataDir: '/srv/shop/.magflow',
      roles: ['api', 'worker', 'projector', 'relay'],
      databaseUrl: null,
      eventStoreUrl: null,
      kafkaBrokers: [],
      adminPassword: null,
      secretFile: '/srv/shop/.magflow/secret.key',
      publicUrl: null,
      trustProxy: false,
      rateLimit: true,
      relayAdopt: false,
      metricsToken: null,
      accounts: [],
      seller: {
        name: '',
        fiscalCode: '',
        registration: '',
        address: '',
        city: '',
        county: '',
        postcode: '',
        country: '',
        iban: '',
        contact: '',
        phone: '',
      },
      invoiceSeries: 'MF',
      findOutSeconds: 90,
      jobs: {
        enabled: true,
        seconds: {
          'emag.sync_orders': 300,
          'emag.auto_acknowledge_orders': 600,
          'emag.sync_products': 3600,
          'emag.cleanup_old_sync_logs': 86400,
          'emag.health_check': 900,
        },
      },
      sandbox: { mode: 'auto', controlUrl: null, accounts: [] },
      failpoint: null,
      allowTestHooks: false,
      logLevel: 'info',
    });
  });

  it.each<[string, Environment, object]>([
    ['a free port', { MAGFLOW_PORT: '0' }, { port: 0 }],
    ['an empty variable as unset', { MAGFLOW_PORT: '', MAGFLOW_HOST: ' ' }, { port: 8080, host: '127.0.0.1' }],
    [
      'an absolute data folder',
      { MAGFLOW_DATA_DIR: '/var/lib/magflow' },
      { dataDir: '/var/lib/magflow', secretFile: '/var/lib/magflow/secret.key' },
    ],
    ['a master key elsewhere', { MAGFLOW_SECRET_FILE: 'keys/master' }, { secretFile: '/srv/shop/keys/master' }],
    ['roles in a fixed order', { MAGFLOW_ROLES: 'projector, api' }, { roles: ['api', 'projector'] }],
    ['PostgreSQL', { DATABASE_URL: 'postgresql://u:p@db/magflow' }, { databaseUrl: 'postgresql://u:p@db/magflow' }],
    ['EventStoreDB', { EVENTSTORE_URL: 'esdb://es:2113?tls=false' }, { eventStoreUrl: 'esdb://es:2113?tls=false' }],
    ['a cluster', { EVENTSTORE_URL: 'esdb+discover://a,b,c' }, { eventStoreUrl: 'esdb+discover://a,b,c' }],
    ['brokers', { KAFKA_BROKERS: 'a:9092, b:9093' }, { kafkaBrokers: ['a:9092', 'b:9093'] }],
    [
      'the public URL without its slash',
      { MAGFLOW_PUBLIC_URL: 'https://shop.example/' },
      { publicUrl: 'https://shop.example' },
    ],
    ['no schedule', { MAGFLOW_JOBS: 'off' }, { jobs: expect.objectContaining({ enabled: false }) }],
    [
      'an interval',
      { MAGFLOW_JOB_SYNC_ORDERS_SECONDS: '60' },
      {
        jobs: {
          enabled: true,
          seconds: expect.objectContaining({ 'emag.sync_orders': 60, 'emag.sync_products': 3600 }),
        },
      },
    ],
    ['no failpoint without test hooks', { MAGFLOW_FAILPOINT: 'awb.after_call' }, { failpoint: null }],
    [
      'a failpoint',
      { MAGFLOW_FAILPOINT: 'awb.after_call:3', MAGFLOW_ALLOW_TEST_HOOKS: '1' },
      { failpoint: { name: 'awb.after_call', hits: 3 }, allowTestHooks: true },
    ],
    ['the wait before an attempt is found out', { MAGFLOW_FIND_OUT_SECONDS: '2' }, { findOutSeconds: 2 }],
  ])('takes %s', (_name, environment, expected) => {
    expect(config(environment)).toMatchObject(expected);
  });

  it.each<[Environment, string]>([
    [{ MAGFLOW_PORT: '99999' }, 'MAGFLOW_PORT must be a whole number from 0 to 65535 (it is "99999")'],
    [{ MAGFLOW_PORT: 'http' }, 'MAGFLOW_PORT must be a whole number from 0 to 65535 (it is "http")'],
    [{ MAGFLOW_HOST: 'a b' }, 'MAGFLOW_HOST must be a host name or an address (it is "a b")'],
    [{ MAGFLOW_ROLES: 'api,cook' }, 'MAGFLOW_ROLES may name api, worker, projector, relay (it is "api,cook")'],
    [{ DATABASE_URL: 'mysql://secret@db' }, 'DATABASE_URL must begin with postgres://'],
    [{ EVENTSTORE_URL: 'http://es:2113' }, 'EVENTSTORE_URL must begin with esdb://'],
    [{ KAFKA_BROKERS: 'kafka' }, 'KAFKA_BROKERS must be host:port, several separated by commas (it is "kafka")'],
    [{ MAGFLOW_ADMIN_PASSWORD: 'short' }, 'MAGFLOW_ADMIN_PASSWORD must have at least 8 characters'],
    [{ MAGFLOW_SANDBOX: 'maybe' }, 'MAGFLOW_SANDBOX must be auto, on or off (it is "maybe")'],
    [{ MAGFLOW_JOBS: 'sometimes' }, 'MAGFLOW_JOBS must be on or off (it is "sometimes")'],
    [
      { MAGFLOW_JOB_HEALTH_CHECK_SECONDS: '0' },
      'MAGFLOW_JOB_HEALTH_CHECK_SECONDS must be a whole number of seconds from 1',
    ],
    [
      { MAGFLOW_INVOICE_SERIES: 'mf-1' },
      'MAGFLOW_INVOICE_SERIES must be 1 to 10 capital letters and digits, a letter first (it is "mf-1")',
    ],
    [
      { MAGFLOW_PUBLIC_URL: 'shop.example' },
      'MAGFLOW_PUBLIC_URL must be a URL that begins with http:// or https:// (it is "shop.example")',
    ],
  ])('refuses %j', (environment, problem) => {
    expect(problemsOf(environment)).toEqual([problem]);
  });

  it('names every problem at once', () => {
    expect(problemsOf({ MAGFLOW_PORT: 'x', MAGFLOW_JOBS: 'y', EMAG_ACCOUNTS: 'both' })).toEqual([
      'MAGFLOW_PORT must be a whole number from 0 to 65535 (it is "x")',
      'MAGFLOW_JOBS must be on or off (it is "y")',
      'EMAG_ACCOUNTS has the key "both", which means all accounts; choose another',
    ]);
  });
});

describe('accounts of the environment', () => {
  it('default to own fulfilment at eMAG Romania with the documented limits', () => {
    expect(config(account).accounts).toEqual([
      {
        key: 'main',
        platform: 'emag-ro',
        fulfilment: 'own',
        baseUrl: 'https://marketplace-api.emag.ro/api-3',
        username: 'seller@example.test',
        password: 'hunter22',
        limits: {
          orders: { perSecond: 12, perMinute: 720, perDay: null },
          general: { perSecond: 3, perMinute: 180, perDay: null },
          ean: { perSecond: 5, perMinute: 200, perDay: 5000 },
        },
        isDemonstration: false,
      },
    ]);
  });

  it.each([
    ['emag-ro', 'https://marketplace-api.emag.ro/api-3'],
    ['emag-bg', 'https://marketplace-api.emag.bg/api-3'],
    ['emag-hu', 'https://marketplace-api.emag.hu/api-3'],
    ['fd-ro', 'https://marketplace-ro-api.fashiondays.com/api-3'],
    ['fd-bg', 'https://marketplace-bg-api.fashiondays.com/api-3'],
  ])('live on the host of %s', (platform, baseUrl) => {
    expect(config({ ...account, EMAG_MAIN_PLATFORM: platform }).accounts).toMatchObject([{ platform, baseUrl }]);
  });

  it.each([
    ['http://127.0.0.1:4010/api-3', 'http://127.0.0.1:4010/api-3'],
    ['http://localhost:4010/api-3/', 'http://localhost:4010/api-3'],
    ['http://[::1]:4010/api-3', 'http://[::1]:4010/api-3'],
    ['https://proxy.example/emag/api-3', 'https://proxy.example/emag/api-3'],
  ])('may be served at %s', (given, baseUrl) => {
    expect(config({ ...account, EMAG_MAIN_BASE_URL: given }).accounts).toMatchObject([{ baseUrl }]);
  });

  it('take limits, and keep the defaults of what is not named', () => {
    const limits = 'orders=100/s,6000/m;ean=1/d';
    expect(config({ ...account, EMAG_MAIN_LIMITS: limits }).accounts[0]?.limits).toEqual({
      orders: { perSecond: 100, perMinute: 6000, perDay: null },
      general: { perSecond: 3, perMinute: 180, perDay: null },
      ean: { perSecond: 5, perMinute: 200, perDay: 1 },
    });
  });

  it('are marked when the sandbox serves them, and bring the demonstration seller', () => {
    const { accounts, seller } = config({ ...account, MAGFLOW_SANDBOX_ACCOUNTS: 'main' });
    expect(accounts).toMatchObject([{ key: 'main', isDemonstration: true }]);
    expect(seller.fiscalCode).toBe('RO12345674');
  });

  it('leave the seller alone who said anything about himself', () => {
    const { seller } = config({ ...account, MAGFLOW_SANDBOX_ACCOUNTS: 'main', MAGFLOW_SELLER_NAME: 'Ana SRL' });
    expect(seller).toMatchObject({ name: 'Ana SRL', fiscalCode: '' });
  });

  it.each<[string, Environment, string]>([
    [
      'a missing password',
      { EMAG_MAIN_PASSWORD: '' },
      'EMAG_MAIN_PASSWORD is missing for the account "main" of EMAG_ACCOUNTS',
    ],
    [
      'a missing user',
      { EMAG_MAIN_USERNAME: '' },
      'EMAG_MAIN_USERNAME is missing for the account "main" of EMAG_ACCOUNTS',
    ],
    [
      'a key with capitals',
      { EMAG_ACCOUNTS: 'Main' },
      'EMAG_ACCOUNTS has the key "Main"; keys are 1 to 24 of a-z, 0-9 and _',
    ],
    ['a key twice', { EMAG_ACCOUNTS: 'main,main' }, 'EMAG_ACCOUNTS names "main" twice'],
    [
      'an unknown platform',
      { EMAG_MAIN_PLATFORM: 'emag-pl' },
      'EMAG_MAIN_PLATFORM must be one of emag-ro, emag-bg, emag-hu, fd-ro, fd-bg',
    ],
    ['an unknown fulfilment', { EMAG_MAIN_FULFILMENT: 'both' }, 'EMAG_MAIN_FULFILMENT must be own or fbe'],
    [
      'plain http to another machine',
      { EMAG_MAIN_BASE_URL: 'http://127.0.0.1.evil.example/api-3' },
      'EMAG_MAIN_BASE_URL must be https (plain http only to this machine)',
    ],
    ['another path', { EMAG_MAIN_BASE_URL: 'https://proxy.example/api' }, 'EMAG_MAIN_BASE_URL must end in /api-3'],
    [
      'a password in the URL',
      { EMAG_MAIN_BASE_URL: 'https://u:p@proxy.example/api-3' },
      'EMAG_MAIN_BASE_URL must not hold a user or password',
    ],
    [
      'a limit without a unit',
      { EMAG_MAIN_LIMITS: 'orders=12' },
      'EMAG_MAIN_LIMITS has "12", expected a whole number from 1 with /s, /m or /d',
    ],
    [
      'an unknown bucket',
      { EMAG_MAIN_LIMITS: 'offers=12/s' },
      'EMAG_MAIN_LIMITS has "offers=12/s", expected one of orders, general, ean with limits as 12/s,720/m',
    ],
  ])('are refused for %s', (_name, change, problem) => {
    expect(problemsOf({ ...account, ...change })).toEqual([problem]);
  });
});

describe('files of the configuration', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'magflow-config-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const dotenv = (text: string): void => writeFileSync(join(folder, '.env'), text);

  it('reads .env of the working directory, and the environment wins', () => {
    dotenv(
      '# the shop\nexport MAGFLOW_PORT=9001\nMAGFLOW_HOST="0.0.0.0"\n\nMAGFLOW_SELLER_NAME=Casa Țesăturilor # ours\n',
    );
    expect(loadConfig({ MAGFLOW_PORT: '9002' }, folder)).toMatchObject({
      port: 9002,
      host: '0.0.0.0',
      seller: { name: 'Casa Țesăturilor' },
      dataDir: join(folder, '.magflow'),
    });
  });

  it('is not read by a child of the supervisor, which got everything from it', () => {
    dotenv('MAGFLOW_PORT=9001\n');
    expect(loadConfig({ MAGFLOW_SUPERVISOR_PID: '4711' }, folder).port).toBe(8080);
  });

  it('keeps a value that spans lines', () => {
    dotenv('MAGFLOW_SELLER_ADDRESS="Strada Lungă 1\nScara B"\nMAGFLOW_PORT=9001\n');
    expect(loadConfig({}, folder)).toMatchObject({ port: 9001, seller: { address: 'Strada Lungă 1\nScara B' } });
  });

  it.each([
    ['MAGFLOW_PORT=1\nMAGFLOW_HOST 0.0.0.0\n', '.env:2 is not of the form NAME=value'],
    ['# fine\n\n= 3\n', '.env:3 is not of the form NAME=value'],
    ['MAGFLOW_PORT=1\nMAGFLOW_HOST="0.0.0.0\nMAGFLOW_JOBS=off\n', '.env:2 opens a " that is never closed'],
    ['MAGFLOW-PORT=1\n', '.env:1 is not of the form NAME=value'],
  ])('refuses the broken file %j with the number of the line', (text, problem) => {
    dotenv(text);
    expect(() => loadConfig({}, folder)).toThrow(problem);
  });

  it('takes a secret from the file that its _FILE variable names', () => {
    const file = join(folder, 'password');
    writeFileSync(file, 'from-a-file\n');
    expect(parseConfig({ MAGFLOW_ADMIN_PASSWORD_FILE: file }, folder).adminPassword).toBe('from-a-file');
    expect(
      parseConfig({ ...account, EMAG_MAIN_PASSWORD: '', EMAG_MAIN_PASSWORD_FILE: file }, folder).accounts[0]?.password,
    ).toBe('from-a-file');
  });

  it('names the _FILE variable whose file is missing', () => {
    expect(problemsOf({ MAGFLOW_ADMIN_PASSWORD_FILE: join(folder, 'absent') })).toEqual([
      `MAGFLOW_ADMIN_PASSWORD_FILE names a file that cannot be read: ${join(folder, 'absent')}`,
    ]);
  });
});
