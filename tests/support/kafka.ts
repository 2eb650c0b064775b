import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  renameSync,
  rmSync,
  writeFileSync,
  readFileSync,
} from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const VERSION = '4.1.1';
const JVM = ['-Xmx256m', '-Xms64m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

export interface KafkaServer {
  readonly brokers: readonly string[];
  /** Only a broker of our own can be killed and started again on its data; undefined for KAFKA_BROKERS. */
  readonly crash?: { kill(): Promise<void>; restart(): Promise<void> };
  stop(): Promise<void>;
}

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>test</groupId><artifactId>kafka-broker</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>${VERSION}</version></dependency>
  </dependencies>
</project>
`;

/** The broker's jars by coordinates, once per machine; moved into place whole, so that a cut-off fetch leaves nothing. */
const kafkaJars = (): string => {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'magflow-kafka');
  const lib = join(cache, VERSION);
  if (existsSync(lib)) return lib;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'fetch-'));
  try {
    writeFileSync(join(folder, 'pom.xml'), pom);
    const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${join(folder, 'lib')}`];
    const fetched = spawnSync('mvn', ['-q', '-B', ...goal], { cwd: folder, encoding: 'utf8', timeout: 300_000 });
    if (fetched.status !== 0)
      throw new Error(`Maven could not fetch Kafka ${VERSION}: ${fetched.stdout}${fetched.stderr}`);
    try {
      renameSync(join(folder, 'lib'), lib);
    } catch (error) {
      if (!existsSync(lib)) throw error;
    }
    return lib;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const properties = (folder: string, port: number, controllerPort: number): string =>
  Object.entries({
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': join(folder, 'data'),
    'offsets.topic.num.partitions': '4',
    'offsets.topic.replication.factor': '1',
    'transaction.state.log.num.partitions': '4',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'share.coordinator.state.topic.num.partitions': '1',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
    'group.initial.rebalance.delay.ms': '0',
    'log.cleaner.dedupe.buffer.size': '2097152',
    'log.cleaner.threads': '1',
    'num.network.threads': '2',
    'num.io.threads': '4',
    'background.threads': '2',
    'log.index.size.max.bytes': '1048576',
    'log.segment.bytes': '67108864',
    'auto.create.topics.enable': 'false',
    // Without these a broker killed with -9 takes a quarter of a minute to come back.
    'broker.session.timeout.ms': '2000',
    'broker.heartbeat.interval.ms': '500',
  })
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

const exited = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()));

const startOwn = async (): Promise<KafkaServer> => {
  const classPath = join(kafkaJars(), '*');
  const folder = mkdtempSync(join(tmpdir(), 'magflow-kafka-'));
  const [port, controllerPort] = [await freePort(), await freePort()];
  const config = join(folder, 'server.properties');
  const log = join(folder, 'broker.log');
  writeFileSync(config, properties(folder, port, controllerPort));
  const clusterId = randomBytes(16).toString('base64url');
  const format = ['-cp', classPath, 'kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', config];
  const formatted = spawnSync('java', format, { encoding: 'utf8', timeout: 60_000 });
  if (formatted.status !== 0) throw new Error(`Kafka's storage could not be formatted: ${formatted.stderr}`);

  const launch = async (): Promise<ChildProcess> => {
    const output = openSync(log, 'a');
    const child = spawn('java', [...JVM, '-cp', classPath, 'kafka.Kafka', config], {
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    const deadline = Date.now() + 60_000;
    while (!(await accepts(port))) {
      if (child.exitCode !== null || Date.now() > deadline) {
        child.kill('SIGKILL');
        throw new Error(`The Kafka broker did not start: ${readFileSync(log, 'utf8').slice(-4_000)}`);
      }
      await sleep(50);
    }
    return child;
  };

  let broker = await launch();
  const end = (signal: NodeJS.Signals) => async (): Promise<void> => {
    broker.kill(signal);
    await exited(broker);
  };
  return {
    brokers: [`127.0.0.1:${port}`],
    crash: {
      kill: end('SIGKILL'),
      restart: async () => {
        broker = await launch();
      },
    },
    stop: async () => {
      await end('SIGKILL')();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** The broker that KAFKA_BROKERS names, else one of our own. Stop it when done. */
export const startKafka = async (): Promise<KafkaServer> => {
  const given = process.env['KAFKA_BROKERS'];
  if (given) return { brokers: given.split(','), stop: () => Promise.resolve() };
  return startOwn();
};
