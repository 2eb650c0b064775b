import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import type pg from 'pg';
import type { BusMessage, Consumer, WorkGroupOptions } from '../../application/ports/bus.js';
import type { EventStore } from '../../application/ports/eventStore.js';
import { followLog } from '../relay/followLog.js';
import { IntegrationMapper } from '../relay/integrationMapper.js';
import { prefixesOf } from '../relay/messageLog.js';
import { holdLock, type HeldLock } from './advisoryLock.js';
import { attemptWork, type Attempted } from './attempts.js';
import type { BusLog } from './busLog.js';
import { lettersSentBack, park, REDRIVE_CHANNEL, removeLetter } from './deadLetterTable.js';
import { GroupOffset } from './groupOffset.js';

export interface EmbeddedWorkGroupDeps {
  readonly store: EventStore;
  readonly pool: pg.Pool;
  readonly log: BusLog;
  readonly firstDelayMs: number;
}

const DEFAULT_ATTEMPTS = 5;
const RETRY_MS = 1_000;
const SAVE_EVERY_MS = 1_000;

/**
 * One member of a work group on the event log. Of all processes that start the group one is active, by an advisory lock;
 * offset and dead letters are written through the connection that holds the lock, so that a member which lost it can
 * move nothing. A group that is new begins at the start of the log.
 */
export class EmbeddedWorkGroup implements Consumer {
  readonly ready: Promise<void>;
  private readonly stopped = new AbortController();
  private readonly running: Promise<void>;
  private settleReady: () => void = () => undefined;

  constructor(
    private readonly deps: EmbeddedWorkGroupDeps,
    private readonly options: WorkGroupOptions,
  ) {
    this.ready = new Promise((resolve) => (this.settleReady = resolve));
    this.running = this.run();
  }

  async close(): Promise<void> {
    this.stopped.abort();
    await this.running;
    this.settleReady();
  }

  private async run(): Promise<void> {
    const { group } = this.options;
    const { signal } = this.stopped;
    while (!signal.aborted) {
      let lock: HeldLock | null = null;
      try {
        lock = await holdLock(this.deps.pool, `bus-group:${group}`, signal, this.settleReady);
        if (lock) await this.lead(lock);
      } catch (error) {
        if (!signal.aborted) {
          this.deps.log.warn({ err: error, group }, 'The work group stopped and starts again');
          await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
        }
      } finally {
        lock?.release();
      }
    }
  }

  private async lead({ client, lost }: HeldLock): Promise<void> {
    const { group, topics, concerns = () => true } = this.options;
    const { store } = this.deps;
    const leaving = new AbortController();
    const signal = AbortSignal.any([this.stopped.signal, lost, leaving.signal]);
    const oneAtATime = pLimit(1);
    const storeId = await store.storeId();
    const offset = await GroupOffset.load(client, group, store, storeId, signal);
    const redrive = (): void => {
      oneAtATime(() => this.redriveLetters(client, signal)).catch((error: unknown) => leaving.abort(error));
    };
    client.on('notification', ({ payload }) => payload === group && redrive());
    await client.query(`listen ${REDRIVE_CHANNEL}`);
    this.settleReady();
    redrive();

    const mapper = new IntegrationMapper(store, storeId);
    const messages = followLog(store, {
      from: offset.position ?? 'start',
      streamPrefixes: prefixesOf(topics),
      signal,
      onTrouble: (error) => this.deps.log.warn({ err: error, group }, 'The subscription broke and is taken up again'),
    });
    let savedAt = Date.now();
    try {
      for await (const message of messages) {
        if (message.kind === 'caught_up') continue;
        if (message.kind === 'checkpoint') {
          offset.pass(message.position, null);
        } else {
          const mapped = await mapper.map(message.event);
          offset.pass(message.event.position, message.event.id);
          if (mapped && topics.includes(mapped.topic) && concerns(mapped)) {
            await oneAtATime(() => this.work(client, mapped, signal, offset));
            savedAt = Date.now();
          }
        }
        if (Date.now() - savedAt < SAVE_EVERY_MS) continue;
        await oneAtATime(() => offset.save(client));
        savedAt = Date.now();
      }
      lost.throwIfAborted();
      if (leaving.signal.aborted) throw leaving.signal.reason;
      await oneAtATime(() => offset.save(client));
    } finally {
      leaving.abort();
      // A handler that is at work finishes before another member may begin.
      await oneAtATime(() => undefined);
    }
  }

  private async work(
    client: pg.PoolClient,
    message: BusMessage,
    signal: AbortSignal,
    offset: GroupOffset,
  ): Promise<void> {
    const done = await this.attempt(message, signal);
    if (done.ok) return offset.save(client);
    this.deps.log.error(
      { group: this.options.group, id: message.id, cause: done.cause },
      'A message became a dead letter',
    );
    await client.query('begin');
    await park(client, this.options.group, message, done);
    await offset.save(client);
    await client.query('commit');
  }

  private async redriveLetters(client: pg.PoolClient, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    for (const letter of await lettersSentBack(client, this.options.group)) {
      const done = await this.attempt(letter.message, signal);
      if (done.ok) await removeLetter(client, letter.id);
      else await park(client, this.options.group, letter.message, done);
    }
  }

  private attempt(message: BusMessage, signal: AbortSignal): Promise<Attempted> {
    return attemptWork(() => this.options.handle(message), {
      attempts: this.options.attempts ?? DEFAULT_ATTEMPTS,
      firstDelayMs: this.deps.firstDelayMs,
      signal,
    });
  }
}
