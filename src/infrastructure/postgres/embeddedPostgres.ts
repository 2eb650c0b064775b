import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { makeFolder } from '../makeFolder.js';
import { commandLineOf, forgetUnreapedPostmaster, runningPostmaster, type Postmaster } from './postmasterFile.js';
import { postgresBinaries, type PostgresBinaries } from './postgresBinaries.js';
import { serverUserFor, type ServerUser } from './serverUser.js';

export interface EmbeddedPostgresOptions {
  /** Folder of this server alone: its cluster, password, port and log. Made when absent. */
  readonly dataDir: string;
  /** Told what happens, in sentences. */
  readonly log?: (message: string) => void;
  /** Instead of the generated one; only counts when the cluster is made. */
  readonly password?: string;
  /** false gives up durability for speed: for tests that never kill the server. Default true. */
  readonly durable?: boolean;
}

export interface EmbeddedPostgres {
  /** Connection string of the database `magflow`, password included. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** true when the server was already running: it outlives the process that started it. */
  readonly adopted: boolean;
  /** Fast shutdown; resolves when the process is gone. */
  stop(): Promise<void>;
}

const DATABASE = 'magflow';
const USER = 'magflow';
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const START_DEADLINE_MS = 60_000;
const UNREAPED_AFTER_MS = 5_000;

/** A killed server answers to its pid until it is reaped, and its workers hold its memory for a moment longer. */
const PREDECESSOR_IS_DYING = /lock file "postmaster.pid" already exists|pre-existing shared memory|is still in use/;

/** For a small machine: little memory, few processes, and every acknowledged commit on disk. */
const settings = (port: number, durable: boolean): string[] =>
  Object.entries({
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '96MB',
    effective_cache_size: '512MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    huge_pages: 'off',
    // No replica hangs on an embedded server, and minimal logging makes filling a fresh table cheaper.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '512MB',
    min_wal_size: '64MB',
    checkpoint_timeout: '15min',
    synchronous_commit: durable ? 'on' : 'off',
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    jit: 'off',
    random_page_cost: '1.1',
    max_worker_processes: '4',
    max_parallel_workers_per_gather: '0',
    io_method: 'sync',
    autovacuum_naptime: '20s',
    // A client killed while its query runs is noticed, and its locks are released.
    client_connection_check_interval: '2s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** The server gets none of our environment: it holds secrets. */
const serverEnvironment = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' };

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

const anyFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

const readText = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
};

/** Written beside and renamed, so that a crash never leaves half a file. */
const writeSecret = (path: string, text: string): void => {
  writeFileSync(`${path}.new`, text, { mode: 0o600 });
  renameSync(`${path}.new`, path);
};

const keepPassword = (dataDir: string, given: string | undefined): string => {
  const file = join(dataDir, 'password');
  const kept = readText(file);
  if (kept) return kept;
  if (existsSync(join(dataDir, 'cluster')))
    throw new Error(`The password of the embedded PostgreSQL is missing: restore ${file} from a backup`);
  const password = given ?? randomBytes(24).toString('hex');
  writeSecret(file, password);
  return password;
};

/** Made under another name and renamed when whole, so that a kill during `initdb` leaves nothing half made. */
const makeCluster = (
  dataDir: string,
  binaries: PostgresBinaries,
  user: ServerUser,
  password: string,
  durable: boolean,
): void => {
  const draft = join(dataDir, 'cluster.new');
  const passwordFile = join(dataDir, 'initdb.password');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  user.own(draft);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  user.own(passwordFile);
  try {
    const [file, args] = user.command(binaries.initdb, [
      `--pgdata=${draft}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      ...(durable ? [] : ['--no-sync']),
    ]);
    const made = spawnSync(file, args, { ...user.ids, cwd: '/', env: serverEnvironment, encoding: 'utf8' });
    if (made.status !== 0)
      throw new Error(
        `PostgreSQL's data folder could not be made: ${(made.stderr || made.error?.message || '').trim()}`,
      );
    renameSync(draft, join(dataDir, 'cluster'));
  } finally {
    rmSync(passwordFile, { force: true });
  }
};

/** The cluster was made by a PostgreSQL that this release does not bring. */
export class OtherPostgresVersion extends Error {
  override readonly name = 'OtherPostgresVersion';
}

const refuseOtherVersion = (cluster: string, binaries: PostgresBinaries): void => {
  const major = readText(join(cluster, 'PG_VERSION'));
  const version =
    spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8', env: serverEnvironment }).stdout ?? '';
  const ours = /\) (\d+)/.exec(version)?.[1];
  if (major && ours && major !== ours)
    throw new OtherPostgresVersion(
      `${cluster} belongs to PostgreSQL ${major}, this release of MagFlow brings ${ours}: use the release that made it, ` +
        'and take its "magflow backup" over to this one',
    );
};

const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

const createDatabase = async (adminUrl: string): Promise<void> => {
  const client = await connect(adminUrl);
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
};

const isAlive = (pid: number): boolean => commandLineOf(pid).includes('postgres');

const stopServer = async (pid: number): Promise<void> => {
  const deadline = Date.now() + 15_000;
  const signal = (name: NodeJS.Signals): void => {
    if (isAlive(pid)) process.kill(pid, name);
  };
  // SIGINT is PostgreSQL's fast shutdown: roll back, disconnect, write a checkpoint. SIGQUIT recovers at next start.
  signal('SIGINT');
  while (isAlive(pid)) {
    if (Date.now() > deadline) {
      signal('SIGQUIT');
      await sleep(1_000);
      return;
    }
    await sleep(20);
  }
};

const tail = (file: string): string => (readText(file) ?? '').split('\n').slice(-6).join('\n');

/**
 * Starts PostgreSQL from the npm package on a free loopback port, or adopts the server that an earlier process left on
 * the same folder. Works as root too. The server is its own process group and outlives us until `stop`.
 *
 * @throws OtherPostgresVersion; Error with a sentence for the operator when the folder or the machine does not allow it.
 */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const { durable = true, log = () => undefined } = options;
  makeFolder(options.dataDir);
  const dataDir = realpathSync(options.dataDir);
  chmodSync(dataDir, 0o711);
  const cluster = join(dataDir, 'cluster');
  const logFile = join(dataDir, 'postgres.log');
  const binaries = postgresBinaries();
  const password = keepPassword(dataDir, options.password);
  const urlOf = (port: number, database: string): string =>
    `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;

  const accept = async (server: Postmaster, adopted: boolean): Promise<EmbeddedPostgres> => {
    await createDatabase(urlOf(server.port, 'postgres'));
    writeFileSync(join(dataDir, 'port'), String(server.port));
    const { pid, port } = server;
    return { url: urlOf(port, DATABASE), port, pid, adopted, stop: () => stopServer(pid) };
  };

  const deadline = Date.now() + START_DEADLINE_MS;
  const adopt = async (): Promise<EmbeddedPostgres | undefined> => {
    for (;;) {
      const server = runningPostmaster(cluster);
      if (!server) return undefined;
      if (server.status === 'ready') {
        try {
          return await accept(server, true);
        } catch (error) {
          // Between `ready` and a connection lies a shutdown that somebody asked for: then wait for its end.
          if (runningPostmaster(cluster) && Date.now() > deadline) throw error;
        }
      }
      if (Date.now() > deadline) throw new Error(`PostgreSQL (pid ${server.pid}) does not get ready: see ${logFile}`);
      await sleep(50);
    }
  };

  const running = await adopt();
  if (running) {
    log(`adopted the running PostgreSQL (pid ${running.pid})`);
    return running;
  }

  const user = serverUserFor(cluster, dataDir, binaries.root);
  if (!existsSync(cluster)) {
    log('making the database folder');
    makeCluster(dataDir, binaries, user, password, durable);
  }
  refuseOtherVersion(cluster, binaries);
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`);

  const kept = Number(readText(join(dataDir, 'port')) ?? 0);
  let port = kept > 0 && (await isFree(kept)) ? kept : await anyFreePort();
  for (;;) {
    const output = openSync(logFile, 'a', 0o600);
    const [file, args] = user.command(binaries.postgres, ['-D', cluster, ...settings(port, durable)]);
    const child = spawn(file, args, {
      ...user.ids,
      cwd: '/',
      env: serverEnvironment,
      detached: true,
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    let ended: string | undefined;
    child.once('error', (error) => (ended = error.message));
    child.once('exit', (code, signal) => (ended ??= `exit ${code ?? signal}`));
    child.unref();

    while (ended === undefined && Date.now() < deadline) {
      const server = runningPostmaster(cluster);
      if (server && server.pid === child.pid && server.status === 'ready') return accept(server, false);
      await sleep(15);
    }
    if (ended === undefined)
      throw new Error(`PostgreSQL did not get ready within ${START_DEADLINE_MS / 1_000} s: see ${logFile}`);

    const words = tail(logFile);
    if (words.includes('Address already in use')) port = await anyFreePort();
    else if (!PREDECESSOR_IS_DYING.test(words) || Date.now() > deadline)
      throw new Error(`PostgreSQL did not start (${ended}): ${words}`);
    else await sleep(100);

    const rival = await adopt();
    if (rival) return rival;
    if (Date.now() > deadline - START_DEADLINE_MS + UNREAPED_AFTER_MS) forgetUnreapedPostmaster(cluster);
  }
};
