import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT, ExitError, type ExitCode } from '../cli/exitCodes.js';
import type { Config } from '../config/config.js';
import type { Environment } from '../config/environmentFile.js';
import { readMasterKey } from '../config/masterKey.js';
import { postgresAccountRegistry } from '../operational/accountRegistry.js';
import { accountsLeft } from '../operational/demonstrationData.js';
import { claimMasterKey } from '../operational/masterKeyClaim.js';
import { createPool, REQUEST_LIMIT_MS } from '../postgres/pool.js';
import { ChildLogs } from './childLog.js';
import { ChildRecords } from './childRecords.js';
import { lockDataFolder, prepareDataFolder, refuseUnfinishedRestore } from './dataFolder.js';
import { availablePort } from './freePort.js';
import { Installation, roleProcesses } from './installation.js';
import { ChildFailed, ManagedChild, type ChildSpec, type ReadyMessage } from './managedChild.js';
import { PostgresKeeper } from './postgresKeeper.js';
import { removeRunFile, writeRunFile } from './runFile.js';
import { parseSandboxReady, type DemonstrationKeys, type KnownAccounts } from './sandboxAccounts.js';

export interface SupervisorOptions {
  readonly config: Config;
  /** The environment with the `.env` below it: what children are told comes from here. */
  readonly environment: Environment;
  readonly version: string;
  /** A person looks on: the parts log to files instead of standard error. */
  readonly isTerminal: boolean;
  /** Results, on standard output. */
  print(line: string): void;
  /** What happens, in sentences, on standard error. */
  say(message: string): void;
  /** How a command of this program is started as a process; tests put stubs in its place. */
  command(args: readonly string[]): { readonly file: string; readonly args: readonly string[] };
  /** Aborted when the installation is to stop. */
  readonly stop: AbortSignal;
}

const HEALTH_EVERY_MS = 100;
const STILL_WAITING_MS = 15_000;
/** Together less than the 10 s within which everything must be gone. */
const GRACE_MS = { roles: 6_000, sandbox: 1_000, eventStore: 1_500 } as const;

class Stopped extends Error {
  override readonly name = 'Stopped';
}

const portOf = (url: string): string => /:(\d+)/.exec(url.replace(/^\w+:\/\//, ''))?.[1] ?? '0';

const exitCodeOf = (code: number | null): ExitCode =>
  code === 2 || code === 3 || code === 4 || code === 5 ? code : EXIT.failed;

/** Starts the parts in order, keeps them alive, and stops them backwards (blueprint §2). */
export class Supervisor {
  private readonly records: ChildRecords;
  private readonly logs: ChildLogs;
  private readonly children: { readonly child: ManagedChild; readonly graceMs: number }[] = [];
  private postgres: PostgresKeeper | undefined;
  private isUp = false;

  constructor(private readonly options: SupervisorOptions) {
    this.records = new ChildRecords(options.config.dataDir);
    this.logs = new ChildLogs(options.config.dataDir, options.isTerminal);
  }

  /**
   * Runs until `stop` is aborted, and resolves once everything is gone.
   * @throws ExitError, ConfigError when it cannot start
   */
  async run(): Promise<void> {
    const { config, stop } = this.options;
    prepareDataFolder(config.dataDir);
    const unlock = lockDataFolder(config.dataDir);
    try {
      refuseUnfinishedRestore(config.dataDir);
      removeRunFile(config.dataDir);
      const left = await this.records.stopLeftovers();
      if (left.length > 0) this.options.say(`stopped what an earlier start left behind: ${left.join(', ')}`);
      const port = await availablePort(config.host, config.port);
      await this.bringUp(new Installation(config, this.options.environment, port));
      await this.unlessStopped(new Promise<never>(() => undefined));
    } catch (error) {
      if (!(error instanceof Stopped)) throw this.explained(error);
    } finally {
      if (stop.aborted) this.options.say('stopping');
      await this.takeDown();
      unlock();
    }
  }

  /** Kills what has not ended yet: somebody asked a second time, and meant it. */
  hurry(): void {
    for (const { child } of this.children) child.kill();
  }

  private async bringUp(installation: Installation): Promise<void> {
    const { config } = this.options;
    readMasterKey(config);
    if (config.databaseUrl === null) await this.startPostgres(installation);
    await Promise.all([this.migrate(installation), this.startEventStore(installation)]);
    await this.withDatabase(installation, (pool) => claimMasterKey(pool, config));
    const keys = installation.sandboxKeys(await this.knownAccounts(installation));
    if (keys) await this.startSandbox(installation, keys);
    await this.registerAccounts(installation);
    await this.startRoles(installation);
    if (installation.apiUrl !== null) await this.untilReady(installation.apiUrl);
    this.isUp = true;
    this.publish(installation);
    await this.tellSandbox(installation);
    const where = installation.apiUrl ?? `roles ${config.roles.join(', ')}`;
    this.options.print(`MagFlow is ready: ${where}`);
    if (this.options.isTerminal) this.options.say(`logs are in ${this.logs.folder}`);
  }

  private async startPostgres(installation: Installation): Promise<void> {
    const keeper = new PostgresKeeper(join(this.options.config.dataDir, 'postgres'), {
      say: (message) => this.options.say(message),
      restarted: (server, isMoved) => {
        installation.databaseUrl = server.url;
        if (isMoved) void this.replaceChildren();
        this.publish(installation);
      },
    });
    this.postgres = keeper;
    const server = await this.unlessStopped(keeper.start());
    installation.databaseUrl = server.url;
  }

  private migrate(installation: Installation): Promise<void> {
    const { file, args } = this.options.command(['migrate']);
    const child = spawn(file, [...args], {
      env: installation.migrateEnvironment(),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const done = new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) =>
        code === 0
          ? resolve()
          : reject(new ExitError(exitCodeOf(code), 'the database could not be brought up to date')),
      );
    });
    return this.unlessStopped(done);
  }

  private async startEventStore(installation: Installation): Promise<void> {
    if (installation.eventStoreUrl !== '') return;
    const ready = await this.startChild(
      {
        name: 'eventstore',
        args: () => ['eventstore', '--port', installation.eventStoreUrl ? portOf(installation.eventStoreUrl) : '0'],
        // A killed predecessor's connection may hold the writer's lock for a moment longer: not final.
        finalExitCodes: [EXIT.usage, EXIT.configuration],
        environment: () => installation.eventStoreEnvironment(),
      },
      GRACE_MS.eventStore,
      installation,
    );
    installation.eventStoreUrl = String(ready['url']);
  }

  private async startSandbox(installation: Installation, keys: DemonstrationKeys): Promise<void> {
    const folder = join(this.options.config.dataDir, 'sandbox');
    const ready = await this.startChild(
      {
        name: 'sandbox',
        args: () => {
          const known = installation.sandboxReady;
          const ports = known
            ? ['--port', portOf(known.accounts[0]?.base_url ?? ''), '--control-port', portOf(known.control)]
            : ['--port', '0'];
          return ['sandbox', ...ports, '--data', folder];
        },
        environment: () => installation.sandboxEnvironment(),
      },
      GRACE_MS.sandbox,
      installation,
    );
    installation.sandboxIs(keys, parseSandboxReady(ready));
  }

  private async startRoles(installation: Installation): Promise<void> {
    await Promise.all(
      roleProcesses(this.options.config.roles).map((process) => {
        let isFirst = true;
        return this.startChild(
          {
            name: process.name,
            args: () => ['role', '--roles', process.roles.join(',')],
            environment: () => {
              const environment = installation.roleEnvironment(process, isFirst);
              isFirst = false;
              return environment;
            },
          },
          GRACE_MS.roles,
          installation,
        );
      }),
    );
  }

  private startChild(
    spec: Pick<ChildSpec, 'name' | 'environment' | 'finalExitCodes'> & { args(): readonly string[] },
    graceMs: number,
    installation: Installation,
  ): Promise<ReadyMessage> {
    const { say, print } = this.options;
    const { name } = spec;
    const child = new ManagedChild(
      {
        ...spec,
        command: () => this.options.command(spec.args()),
        openLog: () => this.logs.open(name),
      },
      {
        line: print,
        spawned: (pid) => this.records.started(name, pid),
        died: (how, inMs) => {
          this.records.ended(name);
          say(`${name} died (${how}), starting it again${inMs > 0 ? ` in ${inMs / 1_000} s` : ''}`);
        },
        killed: (afterMs) => say(`${name} did not end within ${afterMs / 1_000} s and was killed`),
        ready: () => this.publish(installation),
      },
    );
    this.children.push({ child, graceMs });
    return this.unlessStopped(child.start());
  }

  private async knownAccounts(installation: Installation): Promise<KnownAccounts> {
    return this.withDatabase(installation, async (pool) => {
      const active = await pool.query<{ count: string }>('select count(*) from ops.accounts where is_active');
      const real = await pool.query<{ key: string }>('select key from ops.account_keys where not is_demonstration');
      return {
        activeInPanel: Number(active.rows[0]?.count ?? 0),
        real: real.rows.map(({ key }) => key),
        left: await accountsLeft(pool),
      };
    });
  }

  private async registerAccounts(installation: Installation): Promise<void> {
    await this.withDatabase(installation, (pool) => postgresAccountRegistry(pool).ensure(installation.accountKeys()));
  }

  private async withDatabase<T>(
    { databaseUrl }: Installation,
    work: (pool: ReturnType<typeof createPool>) => Promise<T>,
  ): Promise<T> {
    const pool = createPool(databaseUrl, { name: 'supervisor', max: 1, limitMs: REQUEST_LIMIT_MS });
    try {
      return await work(pool);
    } finally {
      await pool.end();
    }
  }

  /** Tells the sandbox where to ring for new orders: the marketplace has no call for it, a person enters it there. */
  private async tellSandbox(installation: Installation): Promise<void> {
    const { apiUrl, sandboxReady } = installation;
    if (!sandboxReady || apiUrl === null) return;
    await this.withDatabase(installation, async (pool) => {
      const registry = postgresAccountRegistry(pool);
      for (const { key } of sandboxReady.accounts) {
        const secret = await registry.secretOf(installation.keyOf(key));
        await fetch(`${sandboxReady.control}/control/accounts/${key}/callback`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ url: `${apiUrl}/callbacks/emag/${secret}` }),
        });
      }
    }).catch((error: Error) => this.options.say(`the sandbox could not be told where to ring: ${error.message}`));
  }

  private async untilReady(apiUrl: string): Promise<void> {
    let saidAt = Date.now();
    for (;;) {
      const detail = await fetch(`${apiUrl}/health/ready`, { signal: AbortSignal.timeout(5_000) })
        .then(async (answer) => (answer.status === 200 ? undefined : answer.text()))
        .catch((error: Error) => error.message);
      if (detail === undefined) return;
      if (Date.now() - saidAt > STILL_WAITING_MS) {
        saidAt = Date.now();
        this.options.say(`still waiting until ${apiUrl}/health/ready answers 200: ${detail.slice(0, 500)}`);
      }
      await this.unlessStopped(sleep(HEALTH_EVERY_MS));
    }
  }

  /** Writes run.json once the installation is ready, and again whenever a process was replaced. */
  private publish(installation: Installation): void {
    if (!this.isUp || this.options.stop.aborted) return;
    const pidOf = (name: string): number | null =>
      this.children.find(({ child }) => child.name === name)?.child.pid ?? null;
    const projector = pidOf('projector');
    const relay = pidOf('relay');
    writeRunFile(this.options.config.dataDir, {
      version: this.options.version,
      urls: {
        api: installation.apiUrl,
        eventstore: installation.eventStoreUrl,
        sandbox: installation.sandboxReady?.accounts[0]?.base_url ?? null,
        sandbox_control: installation.sandboxReady?.control ?? null,
      },
      database_url: installation.databaseUrl,
      pids: {
        supervisor: process.pid,
        api: pidOf('api'),
        worker: pidOf('worker'),
        ...(projector === null ? {} : { projector }),
        ...(relay === null ? {} : { relay }),
        eventstore: pidOf('eventstore'),
        postgres: this.postgres?.pid ?? null,
        sandbox: pidOf('sandbox'),
      },
    });
  }

  private async replaceChildren(): Promise<void> {
    for (const { child, graceMs } of this.children) await child.replace(graceMs);
  }

  private async takeDown(): Promise<void> {
    removeRunFile(this.options.config.dataDir);
    const order: readonly (readonly string[])[] = [
      ['api', 'worker', 'projector', 'relay'],
      ['sandbox'],
      ['eventstore'],
    ];
    for (const names of order) {
      const group = this.children.filter(({ child }) => names.includes(child.name));
      await Promise.all(group.map(({ child, graceMs }) => child.stop(graceMs)));
      for (const { child } of group) this.records.ended(child.name);
    }
    await this.postgres?.stop();
  }

  /** The sentence for the person at the terminal, and the exit code that the failed part gave. */
  private explained(error: unknown): unknown {
    if (!(error instanceof ChildFailed)) return error;
    const tail = this.logs.tail(error.child);
    return new ExitError(exitCodeOf(error.exitCode), tail ? `${error.message}\n${tail}` : error.message);
  }

  private unlessStopped<T>(work: Promise<T>): Promise<T> {
    const { stop } = this.options;
    return new Promise<T>((resolve, reject) => {
      const abort = (): void => reject(new Stopped());
      if (stop.aborted) abort();
      stop.addEventListener('abort', abort, { once: true });
      work.then(resolve, reject).finally(() => stop.removeEventListener('abort', abort));
    });
  }
}
