import type { SyncOptions } from '../../domain/syncRun/syncRun.js';
import type { Clock } from '../ports/clock.js';
import type { Marketplace } from '../ports/marketplace.js';
import { syncReturns, type ReturnSyncDeps } from './returnSync.js';

/** Order syncs may be woken every few seconds; returns change by the day and share the scarce budget. */
const PAUSE_MS = 4 * 60_000;

export interface FollowedRun {
  readonly runId: string;
  readonly account: string;
  readonly operationId: string;
  readonly options: SyncOptions;
  readonly signal: AbortSignal;
}

/** Reads returns after an order sync, one account at a time and not after every run. */
export class ReturnFollower {
  private readonly startedAt = new Map<string, number>();
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly marketplace: Marketplace,
    private readonly clock: Clock,
    private readonly deps: ReturnSyncDeps,
  ) {}

  /** Nobody waits for it to have read; whoever waits for the promise learns how it ended. */
  async follow({ runId, account, operationId, options, signal }: FollowedRun): Promise<void> {
    const isFull = options.mode === 'full';
    if (options.mode === 'historical' || options.statuses !== null || options.maxPages !== null) return;
    const now = this.clock.now().getTime();
    const last = this.startedAt.get(account);
    if (!isFull && last !== undefined && now - last < PAUSE_MS) return;
    this.startedAt.set(account, now);
    const before = this.running.get(account) ?? Promise.resolve();
    const context = { correlationId: operationId, priority: 'background', signal } as const;
    const work = before
      .catch(() => undefined)
      .then(async () => syncReturns(await this.marketplace.account(account), { runId, isFull, context }, this.deps));
    this.running.set(account, work);
    try {
      await work;
    } catch (error) {
      // The next run tries again at once.
      this.startedAt.delete(account);
      if (!signal.aborted) throw error;
    } finally {
      if (this.running.get(account) === work) this.running.delete(account);
    }
  }
}
