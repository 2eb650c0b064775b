import type pg from 'pg';
import type { EventStore } from '../application/ports/eventStore.js';
import { noFailpoints, type Failpoints } from '../application/ports/failpoints.js';
import { CONTROL_CHANNEL, generationKey } from './channels.js';
import {
  abandonedGenerations,
  dropGeneration,
  ensureGeneration,
  generationsOf,
  wantedGenerations,
} from './generations.js';
import { Lane, type AccountsLeft, type LaneDependencies, type ProjectionLog } from './lane.js';
import { newMember, type Member } from './member.js';
import type { Projection } from './projection.js';

export interface RunnerOptions {
  readonly store: EventStore;
  /** Needs a connection for the locks and one for each lane: four are plenty. */
  readonly pool: pg.Pool;
  readonly projections: readonly Projection[];
  readonly log: ProjectionLog;
  readonly failpoints?: Failpoints;
  readonly accountsLeft?: AccountsLeft;
  /** Messages read ahead, and so the largest batch. */
  readonly maxBatch?: number;
  readonly silenceMs?: number;
  /** How often a stand-by tries to take over. */
  readonly superviseMs?: number;
  /** How long replaced tables stay for readers that have not noticed yet. */
  readonly graceSeconds?: number;
}

/**
 * Runs projections, each in one process only: whoever holds its advisory lock is active, the others stand by. What is
 * current shares one lane; what lags, or is being rebuilt, has its own until it has caught up.
 */
export class ProjectionRunner {
  private readonly lanes = new Set<Lane>();
  private locks: pg.PoolClient | null = null;
  private held = new Map<string, Member>();
  private storeId = '';
  private isStopping = false;
  private turn: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly options: RunnerOptions) {}

  /** Resolves after the first turn; reaching the head of the log is not waited for. */
  async start(): Promise<void> {
    await this.superviseSoon();
    const supervise = (): void => {
      this.timer = setTimeout(() => void this.superviseSoon().finally(supervise), this.options.superviseMs ?? 1_000);
    };
    supervise();
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    if (this.timer) clearTimeout(this.timer);
    await this.turn;
    if (this.timer) clearTimeout(this.timer);
    await this.letGo();
  }

  /** Projections that this process keeps current right now. */
  get active(): readonly string[] {
    return [...this.held.values()].map(({ projection }) => projection.name);
  }

  /** Lanes that follow the log live; all that is current shares one. */
  get lanesLive(): number {
    return [...this.lanes].filter(({ isLive }) => isLive).length;
  }

  /** One turn at a time: taking locks, starting, joining and ending lanes never overlap. */
  private superviseSoon(): Promise<void> {
    this.turn = this.turn
      .then(() => (this.isStopping ? undefined : this.supervise()))
      .catch(async (error: unknown) => {
        this.options.log.warn({ err: error }, 'projections cannot be supervised, trying again');
        await this.letGo();
      });
    return this.turn;
  }

  private async supervise(): Promise<void> {
    const { store, projections, graceSeconds = 60 } = this.options;
    const client = await this.lockClient();
    this.storeId ||= await store.storeId();
    const taken: Member[] = [];
    for (const projection of projections) {
      await ensureGeneration(client, projection, this.storeId);
      const wanted = wantedGenerations(await generationsOf(client, projection.name), projection.version, this.storeId);
      const isWanted = (member: Member): boolean => wanted.some(({ generation }) => generation === member.generation);
      const outdated = [...this.held.values()].filter(
        (member) => member.projection === projection && !isWanted(member),
      );
      for (const member of outdated) await this.release(client, member);
      for (const { generation, position } of wanted) {
        const key = generationKey(projection.name, generation);
        if (this.held.has(key) || !(await this.tryLock(client, key))) continue;
        const member = newMember(projection, generation);
        member.position = position;
        this.held.set(key, member);
        taken.push(member);
      }
      for (const generation of await abandonedGenerations(client, projection.name, graceSeconds)) {
        await this.clearAway(client, projection.name, generation);
      }
    }
    for (const members of groupBy(taken, ({ position }) => position)) this.startLane(members);
    await this.joinLive();
  }

  private startLane(members: readonly Member[]): void {
    const { store, pool, log, failpoints = noFailpoints, maxBatch = 2_000, silenceMs = 5_000 } = this.options;
    const accountsLeft = this.options.accountsLeft ?? (() => Promise.resolve([]));
    const dependencies: LaneDependencies = {
      store,
      pool,
      log,
      failpoints,
      accountsLeft,
      maxBatch,
      silenceMs,
      onLive: () => void this.superviseSoon(),
      onSwitched: () => void this.superviseSoon(),
    };
    const lane = new Lane(dependencies, members);
    this.lanes.add(lane);
    lane.start();
  }

  /** Lanes that have caught up become one, at a batch border of each. */
  private async joinLive(): Promise<void> {
    const live = [...this.lanes].filter(({ isLive }) => isLive);
    if (live.length < 2) return;
    await Promise.all(live.map((lane) => this.endLane(lane)));
    this.startLane(live.flatMap(({ members }) => members));
  }

  private async endLane(lane: Lane): Promise<void> {
    await lane.stop();
    this.lanes.delete(lane);
  }

  private async release(client: pg.PoolClient, member: Member): Promise<void> {
    const lane = [...this.lanes].find(({ members }) => members.includes(member));
    if (lane) {
      await this.endLane(lane);
      const others = lane.members.filter((one) => one !== member);
      if (others.length > 0) this.startLane(others);
    }
    const key = generationKey(member.projection.name, member.generation);
    this.held.delete(key);
    await client.query('select pg_advisory_unlock(hashtext($1), hashtext($2))', ['magflow.projection', key]);
  }

  private async clearAway(client: pg.PoolClient, projection: string, generation: number): Promise<void> {
    const key = generationKey(projection, generation);
    if (this.held.has(key) || !(await this.tryLock(client, key))) return;
    await dropGeneration(client, projection, generation);
    await client.query('select pg_advisory_unlock(hashtext($1), hashtext($2))', ['magflow.projection', key]);
    this.options.log.info({ projection, generation }, 'tables of a replaced generation dropped');
  }

  private async tryLock(client: pg.PoolClient, key: string): Promise<boolean> {
    const { rows } = await client.query<{ locked: boolean }>(
      'select pg_try_advisory_lock(hashtext($1), hashtext($2)) as locked',
      ['magflow.projection', key],
    );
    return rows[0]?.locked === true;
  }

  private async lockClient(): Promise<pg.PoolClient> {
    if (this.locks) return this.locks;
    const client = await this.options.pool.connect();
    client.on('error', () => {
      // The locks went with the connection. Checkpoints still fence us, but another process may want to take over.
      if (this.locks !== client) return;
      this.turn = this.turn.then(() => this.letGo());
    });
    client.on('notification', () => void this.superviseSoon());
    try {
      await client.query(`listen ${CONTROL_CHANNEL}`);
    } catch (error) {
      // Cut before it was ours: kept, it would take a place of the pool for good.
      client.release(true);
      throw error;
    }
    this.locks = client;
    return client;
  }

  private async letGo(): Promise<void> {
    await Promise.all([...this.lanes].map((lane) => this.endLane(lane)));
    this.held = new Map();
    const client = this.locks;
    this.locks = null;
    if (!client) return;
    client.removeAllListeners('notification');
    // Said, not left to the closing of the connection, which comes a moment later: a stand-by may go on at once.
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined);
    client.release(true);
  }
}

const groupBy = <T, K>(values: readonly T[], keyOf: (value: T) => K): T[][] => {
  const groups = new Map<K, T[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return [...groups.values()];
};
