import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { EventStore } from '../application/ports/eventStore.js';
import type { Failpoints } from '../application/ports/failpoints.js';
import { applyBatch, applyParked } from './applyBatch.js';
import { CONTROL_CHANNEL, generationKey, PROGRESS_CHANNEL, type ProgressNotice } from './channels.js';
import { completeIndexes, switchPointer } from './generations.js';
import { Inbox, type Delivery } from './inbox.js';
import type { Member } from './member.js';

export interface ProjectionLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Keys of the accounts whose demonstration data was left behind, asked for whenever a lane begins. */
export type AccountsLeft = () => Promise<readonly string[]>;

export interface LaneDependencies {
  readonly store: EventStore;
  readonly pool: pg.Pool;
  readonly failpoints: Failpoints;
  readonly log: ProjectionLog;
  readonly accountsLeft: AccountsLeft;
  /** A lane has the whole history behind it and may be joined with another one. */
  readonly onLive: (lane: Lane) => void;
  /** Readers now use another generation. */
  readonly onSwitched: () => void;
  readonly maxBatch: number;
  /** A subscription that says nothing for this long while the log grows is opened anew. */
  readonly silenceMs: number;
}

const FIRST_RETRY_MS = 50;
const LAST_RETRY_MS = 5_000;

/**
 * Keeps a set of generations current over one subscription: one batch, one transaction for all of them. Any trouble
 * ends the attempt; the next begins with what the database says, so a commit of unknown outcome is no question.
 */
export class Lane {
  private readonly stopping = new AbortController();
  private inbox: Inbox | null = null;
  private running: Promise<void> | null = null;
  private isRefreshWanted = true;
  private live = false;
  private lastEventAt: string | null = null;

  constructor(
    private readonly dependencies: LaneDependencies,
    readonly members: readonly Member[],
  ) {}

  /** The history was processed; what comes is live. */
  get isLive(): boolean {
    return this.live;
  }

  /** Events that have been read and are not applied yet. */
  get waitingEvents(): number {
    return this.inbox?.size ?? 0;
  }

  /** When the store recorded what was applied last. */
  get lastRecordedAt(): string | null {
    return this.lastEventAt;
  }

  start(): void {
    this.running = this.keepFollowing();
  }

  /** Ends at a batch border: what has begun is committed, what has not is left to the next lane. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.inbox?.wake();
    await this.running;
  }

  private async keepFollowing(): Promise<void> {
    const { signal } = this.stopping;
    let retryMs = FIRST_RETRY_MS;
    while (!signal.aborted) {
      const before = this.members.map(({ position }) => position).join();
      try {
        await this.follow();
        retryMs = FIRST_RETRY_MS;
        // A subscription that ends as soon as it begins must not keep a processor busy.
        await pause(FIRST_RETRY_MS, signal);
      } catch (error) {
        if (signal.aborted) return;
        const names = this.members.map(({ projection }) => projection.name);
        this.dependencies.log.warn({ err: error, projections: names }, 'projections interrupted, trying again');
        if (before !== this.members.map(({ position }) => position).join()) retryMs = FIRST_RETRY_MS;
        await pause(retryMs, signal);
        retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
      }
    }
  }

  /** One connection, one subscription, until something breaks, falls silent, or we are stopped. */
  private async follow(): Promise<void> {
    const { pool, store, maxBatch } = this.dependencies;
    const client = await pool.connect();
    let broken: Error | undefined;
    client.on('error', (error: Error) => (broken = error));
    client.on('notification', this.onNotification);
    const subscription = new AbortController();
    try {
      await client.query(`listen ${CONTROL_CHANNEL}`);
      await this.loadMembers(client);
      const head = await store.lastPosition();
      const from = this.members.map(({ position }) => position).reduce((a, b) => (a < b ? a : b));
      const prefixes = new Set(this.members.flatMap(({ projection }) => projection.streamPrefixes));
      this.inbox = new Inbox(
        store.subscribe({
          from: from < 0n ? 'start' : from,
          filter: { streamPrefixes: [...prefixes] },
          signal: subscription.signal,
        }),
        maxBatch,
      );
      await this.consume(client, this.inbox, head);
    } catch (error) {
      broken ??= error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      subscription.abort();
      await this.inbox?.closed();
      client.removeListener('notification', this.onNotification);
      client.release(broken ?? true);
    }
  }

  private async consume(client: pg.PoolClient, inbox: Inbox, head: bigint): Promise<void> {
    const { store, silenceMs } = this.dependencies;
    while (!this.stopping.signal.aborted) {
      if (this.isRefreshWanted) await this.replayRequested(client);
      const delivery = await inbox.take(silenceMs);
      if (delivery === null || this.stopping.signal.aborted) return;
      if (delivery.messages > 0) await this.apply(client, delivery, head);
      // Nothing came: normal on a quiet day. The log tells whether it was quiet, or the subscription died without a word.
      else if (!this.isRefreshWanted && (await store.lastPosition()) > this.lowest()) return;
    }
  }

  private async apply(client: pg.PoolClient, delivery: Delivery, head: bigint): Promise<void> {
    const { failpoints, log } = this.dependencies;
    // Once the history is done, everything up to what was its end before we subscribed has been considered.
    const known = delivery.position ?? this.lowest();
    const position = delivery.isCaughtUp && head > known ? head : known;
    const notify = this.live || delivery.isCaughtUp;
    await applyBatch(
      client,
      this.members,
      { events: delivery.events, position },
      {
        beforeCommit: async () => {
          failpoints.reach('projection.before_commit');
          if (notify) await this.notifyProgress(client, position);
        },
        onParked: ({ projection }, { stream, revision, type }, error) =>
          log.error(
            { err: error, projection: projection.name, stream, revision: revision.toString(), type },
            'event parked: the projection cannot apply it',
          ),
      },
    );
    failpoints.reach('projection.after_commit');
    this.lastEventAt = delivery.events.at(-1)?.recordedAt ?? this.lastEventAt;
    if (delivery.isCaughtUp) await this.becomeLive(client);
    else if (this.live) await this.switchPointers(client);
  }

  private async notifyProgress(client: pg.PoolClient, position: bigint): Promise<void> {
    const notice: ProgressNotice = Object.fromEntries(
      this.members
        .filter((member) => member.position <= position)
        .map(({ projection, generation }) => [generationKey(projection.name, generation), position.toString()]),
    );
    await client.query('select pg_notify($1, $2)', [PROGRESS_CHANNEL, JSON.stringify(notice)]);
  }

  private async becomeLive(client: pg.PoolClient): Promise<void> {
    if (this.live) return;
    for (const { projection, generation } of this.members) {
      await completeIndexes(client, projection, generation);
    }
    await this.switchPointers(client);
    this.live = true;
    this.dependencies.onLive(this);
  }

  /** Readers move to a generation of ours in the transaction that finds it as far as theirs. */
  private async switchPointers(client: pg.PoolClient): Promise<void> {
    for (const { projection, generation } of this.members) {
      if (!this.awaitingPointer.has(generationKey(projection.name, generation))) continue;
      await client.query('begin');
      const isSwitched = await switchPointer(client, projection.name, generation);
      if (isSwitched) await client.query(`select pg_notify('${CONTROL_CHANNEL}', 'switched')`);
      await client.query('commit');
      if (!isSwitched) continue;
      this.awaitingPointer.delete(generationKey(projection.name, generation));
      this.dependencies.log.info({ projection: projection.name, generation }, 'readers use the new tables');
      this.dependencies.onSwitched();
    }
  }

  private readonly awaitingPointer = new Set<string>();

  private async loadMembers(client: pg.PoolClient): Promise<void> {
    const accountsLeft = new Set(await this.dependencies.accountsLeft());
    for (const member of this.members) {
      const { projection, generation } = member;
      const { rows } = await client.query<{ position: string; parked: string[]; is_pointed: boolean }>(
        `select c.position,
                exists (select from read.projection_pointers p
                         where p.projection = c.projection and p.version = c.version) as is_pointed,
                array(select distinct stream from read.parked_events e
                       where e.projection = c.projection and e.version = c.version) as parked
           from read.checkpoints c where c.projection = $1 and c.version = $2`,
        [projection.name, generation],
      );
      const [row] = rows;
      if (!row) throw new Error(`Tables ${generationKey(projection.name, generation)} are gone`);
      member.position = BigInt(row.position);
      member.parkedStreams = new Set(row.parked);
      member.accountsLeft = accountsLeft;
      if (!row.is_pointed) this.awaitingPointer.add(generationKey(projection.name, generation));
    }
  }

  private readonly onNotification = (): void => {
    this.isRefreshWanted = true;
    this.inbox?.wake();
  };

  /** Replays that an operator asked for, in whichever process. */
  private async replayRequested(client: pg.PoolClient): Promise<void> {
    this.isRefreshWanted = false;
    for (const member of this.members) {
      const { projection, generation } = member;
      const { rows } = await client.query<{ stream: string; revisions: string[] }>(
        `select stream, array_agg(revision order by revision)::text[] as revisions from read.parked_events
          where projection = $1 and version = $2 group by stream having bool_or(replay_requested_at is not null)`,
        [projection.name, generation],
      );
      for (const { stream, revisions } of rows) {
        const parked = new Set(revisions);
        const { events } = await this.dependencies.store.read(stream, { fromRevision: BigInt(revisions[0] ?? '0') });
        const mine = events.filter(({ revision }) => parked.has(revision.toString()));
        if (await applyParked(client, member, mine)) member.parkedStreams.delete(stream);
      }
    }
  }

  private lowest(): bigint {
    return this.members.map(({ position }) => position).reduce((a, b) => (a < b ? a : b));
  }
}

/** Ends early, without an error, when the lane is stopped. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);
