import { setMaxListeners } from 'node:events';
import pLimit, { type LimitFunction } from 'p-limit';
import type { EventStore, RecordedEvent } from '../ports/eventStore.js';
import type { Acted, WishHandler } from './wishHandler.js';

/** Where the runner may start reading: everything before it is settled. Lost, it starts from the beginning. */
export interface ReactorCheckpoints {
  load(name: string, storeId: string): Promise<bigint | null>;
  save(name: string, storeId: string, position: bigint): Promise<void>;
}

export interface ReactorLog {
  warn(details: object, message: string): void;
  info(details: object, message: string): void;
}

interface OpenWish {
  readonly handler: WishHandler;
  readonly stream: string;
  readonly lane: string;
  /** Position of the wish: the checkpoint stays before it until the wish is settled. */
  readonly position: bigint;
  timer: NodeJS.Timeout | null;
  isRunning: boolean;
  isDue: boolean;
  failures: number;
}

const NAME = 'wishes';
const SAVE_EVERY_MS = 2_000;
const RESUBSCRIBE_MS = 500;
const WISHES_AT_ONCE_PER_ACCOUNT = 8;
const LONGEST_BACKOFF_MS = 30_000;

/**
 * Account of `order-{account}-…` or `offer-{account}-…`; every other stream has a lane of its own. What a bulk wishes
 * goes beside it: a thousand labels must not keep a person's one waiting.
 */
const laneOf = ({ stream, data }: RecordedEvent): string => {
  const lane = /^(?:order|offer)-([a-z0-9_]+)-/.exec(stream)?.[1] ?? stream;
  return 'bulkId' in data ? `${lane}/bulk` : lane;
};

/**
 * Follows the log, remembers which wishes wait for an outcome, and has their handlers act. Nothing is acted upon before
 * the history is read, so a wish that was settled long ago is never touched again.
 */
export class ReactorRunner {
  private readonly open = new Map<string, OpenWish>();
  private readonly lanes = new Map<string, LimitFunction>();
  private readonly stopped = new AbortController();
  private readonly acting = new Set<Promise<void>>();
  private isLive = false;
  private last = 0n;
  private saved = -1n;

  constructor(
    private readonly store: EventStore,
    private readonly checkpoints: ReactorCheckpoints,
    private readonly handlers: readonly WishHandler[],
    private readonly log: ReactorLog,
  ) {}

  /** Runs until `stop`. */
  async run(): Promise<void> {
    const { signal } = this.stopped;
    // Every running call listens to it; that many are no leak.
    setMaxListeners(0, signal);
    const storeId = await this.store.storeId();
    const loaded = await this.checkpoints.load(NAME, storeId);
    let from: bigint | 'start' = loaded ?? 'start';
    const saving = setInterval(() => void this.save(storeId), SAVE_EVERY_MS);
    try {
      while (!signal.aborted) {
        try {
          for await (const message of this.store.subscribe({
            from,
            filter: { streamPrefixes: ['order-', 'offer-', 'syncRun-', 'operation-'] },
            signal,
          })) {
            if (message.kind === 'event') this.hear(message.event);
            if (message.kind === 'checkpoint') this.last = message.position;
            if (message.kind === 'caught_up') this.goLive();
            if (this.last > 0n) from = this.last;
          }
        } catch (error) {
          if (!signal.aborted) this.log.warn({ err: error }, 'the reactors lost the event store, subscribing again');
        }
        if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, RESUBSCRIBE_MS));
      }
    } finally {
      clearInterval(saving);
      await this.save(storeId);
    }
  }

  /** Lets running calls finish, starts none. */
  async stop(): Promise<void> {
    this.stopped.abort();
    for (const wish of this.open.values()) if (wish.timer) clearTimeout(wish.timer);
    await Promise.allSettled(this.acting);
  }

  get openWishes(): number {
    return this.open.size;
  }

  private hear(event: RecordedEvent): void {
    this.last = event.position;
    for (const handler of this.handlers) {
      const tracking = handler.track(event);
      if (tracking === null) continue;
      const key = `${handler.flow}:${event.stream}`;
      if (tracking === 'closed') {
        const wish = this.open.get(key);
        if (wish?.timer) clearTimeout(wish.timer);
        this.open.delete(key);
        continue;
      }
      const wish = this.open.get(key);
      if (wish) {
        wish.isDue = true;
      } else {
        this.open.set(key, {
          handler,
          stream: event.stream,
          lane: laneOf(event),
          position: event.position,
          timer: null,
          isRunning: false,
          isDue: true,
          failures: 0,
        });
      }
      if (this.isLive) this.start(key);
    }
  }

  private goLive(): void {
    this.isLive = true;
    for (const key of this.open.keys()) this.start(key);
  }

  private start(key: string): void {
    const wish = this.open.get(key);
    if (!wish || wish.isRunning || this.stopped.signal.aborted) return;
    if (wish.timer) clearTimeout(wish.timer);
    wish.timer = null;
    wish.isRunning = true;
    const { lane } = wish;
    const limit = this.lanes.get(lane) ?? pLimit(WISHES_AT_ONCE_PER_ACCOUNT);
    this.lanes.set(lane, limit);
    const work = limit(() => this.act(key, wish));
    this.acting.add(work);
    void work.finally(() => {
      this.acting.delete(work);
      if (limit.activeCount === 0 && limit.pendingCount === 0) this.lanes.delete(lane);
    });
  }

  private async act(key: string, wish: OpenWish): Promise<void> {
    if (this.stopped.signal.aborted) return;
    wish.isDue = false;
    let again: Acted;
    try {
      again = await wish.handler.act(wish.stream, this.stopped.signal);
      wish.failures = 0;
    } catch (error) {
      wish.failures += 1;
      again = Math.min(LONGEST_BACKOFF_MS, 250 * 2 ** wish.failures);
      this.log.warn(
        { err: error, stream: wish.stream, flow: wish.handler.flow, again },
        'a wish could not be moved on yet',
      );
    }
    wish.isRunning = false;
    if (this.stopped.signal.aborted || this.open.get(key) !== wish) return;
    if (wish.isDue) return this.start(key);
    if (again === 'settled') this.open.delete(key);
    else if (again !== null) wish.timer = setTimeout(() => this.start(key), again);
  }

  private async save(storeId: string): Promise<void> {
    const settled = [...this.open.values()].reduce(
      (lowest, { position }) => (position - 1n < lowest ? position - 1n : lowest),
      this.last,
    );
    if (!this.isLive || settled <= this.saved) return;
    try {
      await this.checkpoints.save(NAME, storeId, settled);
      this.saved = settled;
    } catch (error) {
      this.log.warn({ err: error }, 'the reactors could not save their checkpoint');
    }
  }
}
