import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { parse as parseDotenv } from 'dotenv';
import { parse as parseYaml } from 'yaml';
import { parseConfig } from '../../../src/infrastructure/config/config.js';
import { checkEnvironmentFile } from '../../../src/infrastructure/config/environmentFile.js';
import { DEFAULT_JOB_SECONDS, jobVariable } from '../../../src/infrastructure/config/jobs.js';
import { variableNames } from '../../../src/infrastructure/config/variables.js';
import { composeSchema } from './composeSchema.js';

interface Service {
  readonly image: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
}

const read = (path: string): string => readFileSync(path, 'utf8');

/** What Compose makes of `${NAME:-default}` when nothing is set. */
const interpolated = (text: string): string => text.replaceAll(/\$\{[A-Z_]+:-([^}]*)\}/g, '$1');

describe('docker-compose.yml', () => {
  const compose = parseYaml(read('docker-compose.yml')) as Compose;
  const services = Object.entries(compose.services);

  it('is a valid compose file', () => {
    const validate = new Ajv2020({ allErrors: true, strictTuples: false }).compile(composeSchema);
    validate(compose);
    expect(validate.errors).toBeNull();
  });

  it('describes the full size', () => {
    expect(services.map(([name]) => name).sort()).toEqual(['eventstore', 'kafka', 'magflow', 'postgres']);
  });

  it('pins every image to one release', () => {
    const images = services.map(([, { image }]) => image);
    expect(images.filter((image) => !/^[a-z/]+:\d+\.\d+(\.\d+)?(-[a-z]+)?$/.test(image))).toEqual([]);
    expect(images).toEqual([
      'eventstore/eventstore:24.10.5',
      'apache/kafka:4.1.1',
      'postgres:18.4-bookworm',
      'magflow:0.1.0',
    ]);
  });

  it('publishes nothing beyond this machine', () => {
    const ports = services.flatMap(([, service]) => service.ports ?? []);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('waits for services that exist and mounts volumes that are declared', () => {
    const waited = services.flatMap(([, service]) => Object.keys(service.depends_on ?? {}));
    expect(waited.filter((name) => !(name in compose.services))).toEqual([]);
    const mounted = services.flatMap(([, service]) =>
      (service.volumes ?? []).map((volume) => volume.split(':')[0] ?? ''),
    );
    expect(mounted.sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  it('gives MagFlow an environment that it accepts, pointing at the other services', () => {
    const given = Object.entries(compose.services['magflow']?.environment ?? {});
    const environment = Object.fromEntries(given.map(([name, value]) => [name, interpolated(value)]));
    const config = parseConfig(environment, '/app');
    expect(config).toMatchObject({
      host: '0.0.0.0',
      port: 8080,
      databaseUrl: 'postgres://magflow:magflow-on-loopback@postgres:5432/magflow',
      eventStoreUrl: 'esdb://eventstore:2113?tls=false',
      kafkaBrokers: ['kafka:19092'],
      publicUrl: 'http://127.0.0.1:8080',
      accounts: [],
    });
  });
});

describe('the workflow of the public CI', () => {
  const workflow = read('.github/workflows/ci.yml');
  const { jobs } = parseYaml(workflow) as {
    jobs: Record<string, { steps: { run?: string; uses?: string }[]; env?: Record<string, string> }>;
  };
  const commandsOf = (job: string): string[] => (jobs[job]?.steps ?? []).flatMap(({ run }) => run ?? []);

  it('runs the whole suite against the engines of docker-compose.yml', () => {
    expect(commandsOf('engines')[0]).toMatch(/^docker compose up .*--wait .*eventstore kafka postgres$/);
    expect(commandsOf('engines')).toContain('npm test');
    expect(jobs['engines']?.env).toMatchObject({
      EVENTSTORE_URL: 'esdb://127.0.0.1:2113?tls=false',
      KAFKA_BROKERS: '127.0.0.1:9092',
    });
  });

  it('runs on the oldest Node that we support, and audits the dependencies', () => {
    expect(workflow).toContain("'20.19.0'");
    expect(commandsOf('audit')).toEqual(['npm audit --audit-level=high']);
  });
});

describe('.env.example', () => {
  const text = read('.env.example');

  it('is a file that MagFlow reads, and sets nothing', () => {
    expect(checkEnvironmentFile(text)).toBeUndefined();
    expect(parseDotenv(text)).toEqual({});
  });

  it('names only variables that exist', () => {
    const names = [...text.matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name ?? '');
    const documented = read('docs/configuration.md');
    const known = (name: string): boolean =>
      documented.includes(`\`${name}\``) || documented.includes(`\`${name.replace(/^EMAG_[A-Z]+_/, 'EMAG_<KEY>_')}\``);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !known(name))).toEqual([]);
  });
});

describe('docs/configuration.md', () => {
  const documented = read('docs/configuration.md');

  it('explains every variable that is read', () => {
    const jobs = Object.keys(DEFAULT_JOB_SECONDS).map(jobVariable);
    expect([...variableNames, ...jobs].filter((name) => !documented.includes(`\`${name}\``))).toEqual([]);
  });

  it('explains no variable that nothing reads', () => {
    const names = [...documented.matchAll(/`(MAGFLOW_[A-Z_]+)`/g)].map(([, name]) => name ?? '');
    const elsewhere = [
      /^MAGFLOW_SELLER_/,
      /^MAGFLOW_SANDBOX_/,
      /^MAGFLOW_JOB_/,
      /^MAGFLOW_(ADMIN_PASSWORD|METRICS_TOKEN|SUPERVISOR_PID|TEST_DATABASE_URL)$/,
    ];
    const unknown = names.filter(
      (name) => !variableNames.includes(name) && !elsewhere.some((known) => known.test(name)),
    );
    expect(unknown).toEqual([]);
  });
});
