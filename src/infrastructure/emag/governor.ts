import { setTimeout as delay } from 'node:timers/promises';
import { MarketplaceError, type CallContext } from '../../application/ports/marketplace.js';
import type { AccountLimits, Bucket } from '../config/limits.js';
import { SEND_TOLERANCE_MS, spacingOf, type Booking, type SlotTable, type Spacing } from './slotTable.js';

interface Waiter {
  grant(): void;
  fail(error: Error): void;
}

export interface BudgetGauge {
  setRemaining(bucket: Bucket, calls: number): void;
}

const MAX_WIDTH = 16;
const MINUTE_MS = 60_000;

/**
 * The queue of this process for one account and bucket. It holds at most one slot at a time and gives it to whoever is
 * first when the slot is due: a person before a job. Sleeps until the slot, never polls.
 */
class Lane {
  private readonly interactive: Waiter[] = [];
  private readonly background: Waiter[] = [];
  private readonly sentAt: number[] = [];
  private readonly spacing: Spacing;
  private isRunning = false;
  private isSlotVoid = false;
  private bestRoundTripMs = Infinity;
  private alarm: { readonly ring: AbortController; readonly isForPersons: boolean } | null = null;

  constructor(
    private readonly account: string,
    private readonly bucket: Bucket,
    private readonly limits: AccountLimits[Bucket],
    private readonly table: SlotTable,
    private readonly gauge: BudgetGauge,
  ) {
    this.spacing = spacingOf(limits);
  }

  /** Resolves at the moment at which the call has to be sent. */
  take({ priority, signal }: Pick<CallContext, 'priority' | 'signal'>): Promise<void> {
    signal?.throwIfAborted();
    const queue = priority === 'interactive' ? this.interactive : this.background;
    return new Promise<void>((resolve, reject) => {
      const leave = (): void => {
        const index = queue.indexOf(waiter);
        if (index < 0) return;
        queue.splice(index, 1);
        if (this.isEmpty) this.alarm?.ring.abort();
        reject(signal?.reason instanceof Error ? signal.reason : new Error('Aborted'));
      };
      const waiter: Waiter = {
        grant: () => {
          signal?.removeEventListener('abort', leave);
          resolve();
        },
        fail: (error) => {
          signal?.removeEventListener('abort', leave);
          reject(error);
        },
      };
      signal?.addEventListener('abort', leave, { once: true });
      queue.push(waiter);
      if (priority === 'interactive' && this.alarm?.isForPersons) this.alarm.ring.abort();
      if (!this.isRunning) void this.run();
    });
  }

  /** The slot that is held was booked before the marketplace said to wait. */
  voidSlot(): void {
    this.isSlotVoid = true;
  }

  private get isEmpty(): boolean {
    return this.interactive.length === 0 && this.background.length === 0;
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    try {
      let width = 1;
      while (!this.isEmpty) {
        const isLate = await this.serveOne(width);
        width = isLate ? Math.min(width * 2, MAX_WIDTH) : 1;
      }
    } catch (error) {
      const failure = new MarketplaceError(
        'rate-limited',
        'The call budget cannot be reached, so nobody may call',
        true,
        1_000,
      );
      failure.cause = error;
      for (const waiter of [...this.interactive.splice(0), ...this.background.splice(0)]) waiter.fail(failure);
    } finally {
      this.isRunning = false;
    }
  }

  /**
   * One slot for one waiter. True when this process woke too late to use the slot: sending now could fall together with
   * the next slot's call. The next booking is then wider, so that a process that is always late still gets through.
   */
  private async serveOne(width: number): Promise<boolean> {
    this.isSlotVoid = false;
    const askedAt = performance.now();
    const isInteractive = this.interactive.length > 0;
    const booking = await this.table.book(this.account, this.bucket, this.spacing, { isInteractive, width });
    const answeredAt = performance.now();
    this.bestRoundTripMs = Math.min(this.bestRoundTripMs, answeredAt - askedAt);
    if (!booking.booked && isInteractive) {
      const text = 'The calls that the marketplace allows a day are used up for now';
      const failure = new MarketplaceError('rate-limited', text, true, Math.ceil(booking.retryMs));
      for (const waiter of this.interactive.splice(0)) waiter.fail(failure);
      return false;
    }
    if (!booking.booked) {
      await this.sleep(answeredAt + booking.retryMs, true);
      return false;
    }

    const dueAt = answeredAt + booking.waitMs;
    await this.sleep(dueAt, false);
    if (performance.now() < dueAt) return false;
    // The slot lies somewhere within the round trip of the booking; what no booking can do without is not lateness.
    const latestMs = performance.now() - (askedAt + booking.waitMs) - this.bestRoundTripMs;
    if (latestMs > SEND_TOLERANCE_MS + (width - 1) * this.spacing.betweenMs) return true;
    if (this.isSlotVoid) return false;
    const waiter = this.interactive.shift() ?? this.background.shift();
    if (!waiter) return false;
    this.note(booking);
    waiter.grant();
    return false;
  }

  private note({ dayLeft }: Extract<Booking, { booked: true }>): void {
    const now = performance.now();
    this.sentAt.push(now);
    while ((this.sentAt[0] ?? now) < now - MINUTE_MS) this.sentAt.shift();
    const perMinute = this.limits.perMinute ?? (this.limits.perSecond ?? 0) * 60;
    this.gauge.setRemaining(this.bucket, dayLeft ?? Math.max(0, perMinute - this.sentAt.length));
  }

  /** Ends early when nobody waits any more, and for persons when one comes. */
  private async sleep(until: number, isForPersons: boolean): Promise<void> {
    const ring = new AbortController();
    this.alarm = { ring, isForPersons };
    for (let rest = until - performance.now(); rest > 0 && !ring.signal.aborted; rest = until - performance.now())
      await delay(Math.ceil(rest), undefined, { signal: ring.signal }).catch(() => undefined);
    this.alarm = null;
  }
}

/**
 * Hands out permission to call, for one account: the budget is the whole installation's, not the process's (reference
 * §5). No database, no calls.
 */
export class Governor {
  private readonly lanes = new Map<Bucket, Lane>();

  constructor(
    private readonly account: string,
    private readonly limits: AccountLimits,
    private readonly table: SlotTable,
    private readonly gauge: BudgetGauge,
  ) {}

  /**
   * Resolves when the call has to be sent, at once and without further waiting.
   * @throws MarketplaceError `rate-limited` when the budget cannot be read, or for a person when the day's quota leaves
   *   nothing soon; the signal's reason when it aborts
   */
  take(bucket: Bucket, context: Pick<CallContext, 'priority' | 'signal'>): Promise<void> {
    return this.lane(bucket).take(context);
  }

  /** The marketplace refused for the rate, or told how long to wait. */
  async block(bucket: Bucket, forMs: number): Promise<void> {
    this.lane(bucket).voidSlot();
    await this.table.block(this.account, bucket, forMs);
  }

  private lane(bucket: Bucket): Lane {
    const known = this.lanes.get(bucket);
    if (known) return known;
    const lane = new Lane(this.account, bucket, this.limits[bucket], this.table, this.gauge);
    this.lanes.set(bucket, lane);
    return lane;
  }
}
