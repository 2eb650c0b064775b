import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { postgresAccountRegistry } from '../../src/infrastructure/operational/accountRegistry.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { eventually } from './eventually.js';
import { problemsOf, startProgram, type StartedProgram } from './installation.js';
import { buildProgram } from './program.js';
import { whenFailed } from './whenFailed.js';

const PASSWORD = 'a-password-for-tests';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

interface SandboxReady {
  readonly control: string;
  readonly accounts: readonly { key: string; base_url: string; username: string; password: string }[];
}

export interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export interface Ledger {
  readonly awbs: readonly { readonly order_id: string | number }[];
  readonly acknowledgements: readonly unknown[];
  readonly status_changes: readonly { readonly by: string; readonly to?: number }[];
  readonly attachments: readonly { readonly url?: string }[];
}

/** PostgreSQL, event store and marketplace that stay, and a process with all roles that may be killed. */
export class CrashWorld {
  private readonly folder = mkdtempSync(join(tmpdir(), 'magflow-crash-'));
  private readonly parts: StartedProgram[] = [];
  private program = '';
  private database: TestDatabase | undefined;
  private environment: Record<string, string> = {};
  private role: StartedProgram | undefined;
  private token = '';
  private accounts: SandboxReady['accounts'] = [];
  private api = '';
  private readonly forget = whenFailed(() => problemsOf([...this.parts, ...(this.role ? [this.role] : [])]));
  control = '';

  /** `settings` are variables of the roles, `sandbox` more arguments of the marketplace. */
  async open(settings: Record<string, string> = {}, sandbox: readonly string[] = []): Promise<void> {
    this.program = await buildProgram();
    this.database = await createTestDatabase();
    const DATABASE_URL = this.database.url;
    const migrated = await this.start(['migrate'], { DATABASE_URL }).exit;
    if (migrated !== 0) throw new Error(`migrate ended with ${migrated}`);
    const store = await this.part<{ url: string }>(['eventstore', '--port', '0'], { DATABASE_URL });
    const world = [
      '--orders',
      '40',
      '--offers',
      '20',
      '--new-order-seconds',
      '0',
      '--limits',
      'off',
      '--latency-ms',
      '0',
    ];
    const marketplace = await this.part<SandboxReady>(
      ['sandbox', '--port', '0', '--data', join(this.folder, 'sandbox'), ...world, ...sandbox],
      {},
    );
    this.control = `${marketplace.control}/control`;
    this.accounts = marketplace.accounts;
    // As the supervisor does before it starts the roles.
    const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 1 });
    await postgresAccountRegistry(pool).ensure(marketplace.accounts.map(({ key }) => ({ key, isDemonstration: true })));
    await pool.end();
    const port = await freePort();
    this.api = `http://127.0.0.1:${port}`;
    this.environment = {
      DATABASE_URL,
      EVENTSTORE_URL: store.url,
      MAGFLOW_PORT: String(port),
      MAGFLOW_PUBLIC_URL: this.api,
      MAGFLOW_DATA_DIR: join(this.folder, 'data'),
      MAGFLOW_ADMIN_PASSWORD: PASSWORD,
      MAGFLOW_JOBS: 'off',
      MAGFLOW_RATE_LIMIT: 'off',
      MAGFLOW_FIND_OUT_SECONDS: '2',
      MAGFLOW_LOG_LEVEL: 'warn',
      MAGFLOW_SANDBOX_ACCOUNTS: marketplace.accounts.map(({ key }) => key).join(','),
      EMAG_ACCOUNTS: marketplace.accounts.map(({ key }) => key).join(','),
      ...Object.fromEntries(
        marketplace.accounts.flatMap(({ key, base_url, username, password }) => {
          const name = `EMAG_${key.toUpperCase()}`;
          const fulfilment = key === 'fbe' ? 'fbe' : 'own';
          return [
            [`${name}_BASE_URL`, base_url],
            [`${name}_USERNAME`, username],
            [`${name}_PASSWORD`, password],
            [`${name}_FULFILMENT`, fulfilment],
            [`${name}_LIMITS`, 'orders=1000/s,60000/m;general=1000/s,60000/m'],
          ];
        }),
      ),
      ...settings,
    };
  }

  /** `http://host:port` of the roles, the same after each start. */
  get url(): string {
    return this.api;
  }

  /** What the roles wrote about one request. */
  logOf(traceId: string): string {
    const lines = `${this.role?.stdout() ?? ''}${this.role?.stderr() ?? ''}`.split('\n');
    return lines.filter((line) => line.includes(traceId)).join('\n');
  }

  /** Starts all roles in one process; with a failpoint the process kills itself there. */
  async startRoles(failpoint?: string): Promise<StartedProgram> {
    const armed: Record<string, string> =
      failpoint === undefined ? {} : { MAGFLOW_FAILPOINT: failpoint, MAGFLOW_ALLOW_TEST_HOOKS: '1' };
    this.role = this.start(['role', '--roles', 'api,worker,projector,relay'], { ...this.environment, ...armed });
    const { role } = this;
    await eventually(
      () =>
        role.stdout().includes('"ready":true') || role.process.exitCode !== null || role.process.signalCode !== null,
      (isOver) => isOver,
      120_000,
    );
    if (role.process.exitCode !== null) throw new Error(`The roles ended: ${role.stderr()}`);
    return role;
  }

  /** One more process of the installation, for these roles; an API takes a free port and tells its address. */
  async startProcess(roles: string, settings: Record<string, string> = {}): Promise<StartedProgram & { url: string }> {
    const environment = { ...this.environment, MAGFLOW_PORT: '0', ...settings };
    const program = this.start(['role', '--roles', roles], environment);
    this.parts.push(program);
    const line = await eventually(
      () => (program.process.exitCode === null ? program.stdout().split('\n')[0] : program.stderr()) ?? '',
      (text) => text !== '',
      120_000,
    );
    if (program.process.exitCode !== null) throw new Error(`${roles} ended: ${line}`);
    const { port } = JSON.parse(line) as { port?: number };
    return { ...program, url: `http://127.0.0.1:${port}` };
  }

  /** Calls go to another API from now on. */
  pointAt(url: string): void {
    this.api = url;
  }

  /** How to call the marketplace as one of its accounts. */
  marketplaceAccount(key: string): SandboxReady['accounts'][number] {
    const account = this.accounts.find((one) => one.key === key);
    if (!account) throw new Error(`The marketplace has no account ${key}`);
    return account;
  }

  /** An access token of the admin, fetched once. */
  async accessToken(): Promise<string> {
    if (this.token === '') await this.signIn();
    return this.token;
  }

  async stopRoles(): Promise<void> {
    const { role } = this;
    this.role = undefined;
    if (!role || role.process.exitCode !== null || role.process.signalCode !== null) return;
    role.process.kill('SIGTERM');
    await role.exit;
  }

  async killRoles(): Promise<void> {
    const { role } = this;
    this.role = undefined;
    role?.process.kill('SIGKILL');
    await role?.exit;
  }

  /** Undefined when the process died before it answered. */
  async call(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answered | undefined> {
    const send = () =>
      fetch(`${this.api}/api/v1${path}`, {
        method,
        headers: {
          ...(this.token && { authorization: `Bearer ${this.token}` }),
          ...(body && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body && { body: JSON.stringify(body) }),
      });
    try {
      if (this.token === '' && path !== '/auth/login') await this.signIn();
      let answer = await send();
      // A token is good for a quarter of an hour, a large run takes longer.
      if (answer.status === 401 && path !== '/auth/login') {
        await this.signIn();
        answer = await send();
      }
      const text = await answer.text();
      return { status: answer.status, body: JSON.parse(text || '{}') as Record<string, unknown> };
    } catch {
      return undefined;
    }
  }

  /** A file, as it is sent. */
  async bytes(path: string): Promise<Uint8Array> {
    if (this.token === '') await this.signIn();
    const answer = await fetch(`${this.api}/api/v1${path}`, { headers: { authorization: `Bearer ${this.token}` } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  }

  /** Repeats a command under one key until it is answered, as a careful client does. */
  async command(path: string, body: object, key: string = randomUUID()): Promise<Answered | undefined> {
    return this.call('POST', path, body, { 'idempotency-key': key, prefer: 'wait=0' });
  }

  async newOrder(overrides: Record<string, unknown> = {}): Promise<string> {
    const made = await this.steer('/orders', { account: 'main', ...overrides });
    return String(made['id'] ?? made['order_id']);
  }

  /** What was really done to one order at the marketplace. */
  async ledger(orderId: string): Promise<Ledger> {
    const answer = await fetch(`${this.control}/ledger?account=main&order_id=${orderId}`);
    const { accounts } = (await answer.json()) as { accounts: { main: Ledger } };
    return accounts.main;
  }

  async steer(path: string, body: object): Promise<Record<string, unknown>> {
    const answer = await fetch(`${this.control}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const parsed = (await answer.json()) as Record<string, unknown>;
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(parsed)}`);
    return parsed;
  }

  async sync(deadlineMs = 120_000): Promise<void> {
    const key = randomUUID();
    const asked = await this.command('/emag/orders/sync', { sync_mode: 'incremental' }, key);
    const id = String(asked?.body['operation_id']);
    await eventually(
      () => this.call('GET', `/operations/${id}`),
      (operation) => operation?.body['state'] === 'succeeded',
      deadlineMs,
    );
  }

  async close(): Promise<void> {
    this.forget();
    await this.stopRoles();
    for (const part of this.parts.reverse()) {
      if (part.process.exitCode === null && part.process.signalCode === null) part.process.kill('SIGTERM');
      await part.exit;
    }
    await this.database?.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async signIn(): Promise<void> {
    const answer = await this.call('POST', '/auth/login', { username: 'admin', password: PASSWORD });
    this.token = String(answer?.body['access_token'] ?? '');
  }

  private start(args: readonly string[], environment: Record<string, string>): StartedProgram {
    return startProgram([join(this.program, 'main.js'), ...args], { cwd: this.folder, environment });
  }

  private async part<T>(args: readonly string[], environment: Record<string, string>): Promise<T> {
    const program = this.start(args, environment);
    this.parts.push(program);
    await eventually(
      () => program.stdout().includes('\n') || program.process.exitCode !== null,
      (isOver) => isOver,
      120_000,
    );
    if (program.process.exitCode !== null) throw new Error(`${args[0]} ended: ${program.stderr()}`);
    return JSON.parse(program.stdout().split('\n')[0] ?? '') as T;
  }
}
