import { randomUUID } from 'node:crypto';
import { RuleViolation } from '../../domain/decider.js';
import type { SyncService } from '../services.js';
import { INCREMENTAL } from './incremental.js';

/** Rings are repeated until an order is acknowledged: one that tells nothing new waits for the schedule. */
const AGAIN_AFTER_MS = 5_000;
const KNOWN_AFTER_MS = 60_000;
const BUSY_RETRY_MS = 1_000;

interface Lane {
  timer: NodeJS.Timeout | null;
  /** When the timer goes off; a ring that cannot wait so long brings it forward. */
  dueAt: number;
  startedAt: number;
}

/**
 * Turns the marketplace's rings into order syncs: at once for the first, then at most one every few seconds and
 * account. A ring is a hint and nothing else (reference §6): the order that it names is only asked about.
 */
export class CallbackWaker {
  private readonly lanes = new Map<string, Lane>();
  private isStopped = false;

  constructor(
    private readonly sync: SyncService,
    private readonly isKnown: (account: string, orderId: string) => Promise<boolean>,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  readonly wake = (account: string, orderId?: string): void => {
    void this.delay(account, orderId)
      .then((ms) => this.schedule(account, ms))
      .catch(this.onTrouble);
  };

  stop(): void {
    this.isStopped = true;
    for (const { timer } of this.lanes.values()) if (timer) clearTimeout(timer);
  }

  private async delay(account: string, orderId: string | undefined): Promise<number> {
    const isOld = orderId !== undefined && (await this.isKnown(account, orderId));
    const since = Date.now() - (this.lanes.get(account)?.startedAt ?? 0);
    return Math.max(0, (isOld ? KNOWN_AFTER_MS : AGAIN_AFTER_MS) - since);
  }

  private schedule(account: string, ms: number): void {
    const lane = this.lanes.get(account) ?? { timer: null, dueAt: 0, startedAt: 0 };
    this.lanes.set(account, lane);
    const dueAt = Date.now() + ms;
    if (this.isStopped || (lane.timer && lane.dueAt <= dueAt)) return;
    if (lane.timer) clearTimeout(lane.timer);
    lane.dueAt = dueAt;
    lane.timer = setTimeout(() => {
      lane.timer = null;
      void this.request(account, lane).catch(this.onTrouble);
    }, ms);
  }

  private async request(account: string, lane: Lane): Promise<void> {
    const operationId = randomUUID();
    try {
      lane.startedAt = Date.now();
      await this.sync.request(
        {
          kind: 'orders',
          accounts: [account],
          options: INCREMENTAL,
          trigger: 'callback',
        },
        { actor: { kind: 'marketplace', id: account }, correlationId: operationId, operationId },
      );
    } catch (error) {
      // The run that is under way may have passed the page already: ask again after it.
      if (!(error instanceof RuleViolation) || error.code !== 'sync-running') throw error;
      this.schedule(account, BUSY_RETRY_MS);
    }
  }
}
