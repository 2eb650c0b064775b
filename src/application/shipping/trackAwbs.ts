import { randomUUID } from 'node:crypto';
import pLimit from 'p-limit';
import { orderStream } from '../../domain/order/orderEvents.js';
import { deriveId } from '../eventIds.js';
import type { OrderAggregates } from '../order/orderService.js';
import type { AwbChecks, LiveAwb } from '../ports/awbChecks.js';
import type { Clock } from '../ports/clock.js';
import { MarketplaceError, type Marketplace, type MarketplaceAccount } from '../ports/marketplace.js';

export interface TrackDeps {
  readonly orders: OrderAggregates;
  readonly marketplace: Marketplace;
  readonly checks: AwbChecks;
  readonly clock: Clock;
}

export interface AwbTracking {
  readonly account: string;
  readonly checked: number;
  /** AWBs of which the marketplace told something new. */
  readonly changed: number;
  /** AWBs that the marketplace would not tell of; they are asked for again in their turn. */
  readonly failed: number;
  /** Why the account was left before its turn was over. */
  readonly error: string | null;
}

/** Half a minute of the general budget, so that a sync every five minutes leaves the rest to people. */
const AT_MOST = 90;
const AT_ONCE = 4;

/** One AWB's own trouble; anything else is the account's. */
const isOwn = (error: unknown): boolean =>
  error instanceof MarketplaceError && (error.code === 'refused' || error.code === 'unreadable');

/**
 * Reads the status of AWBs that are still on their way (reference §18.3), those not looked at for longest first, and
 * records what changed. Behind every person in the queue; one AWB's trouble never stops the others.
 */
export const trackAwbs = async (
  account: string,
  { orders, marketplace, checks, clock }: TrackDeps,
  signal: AbortSignal,
): Promise<AwbTracking> => {
  const counts = { checked: 0, changed: 0, failed: 0 };
  const correlationId = randomUUID();
  let trouble: string | null = null;

  const look = async (port: MarketplaceAccount, awb: LiveAwb): Promise<void> => {
    if (signal.aborted || trouble !== null) return;
    const { orderId, awbNumber, reservationId, emagId } = awb;
    const startedAt = clock.now();
    try {
      const reading = await port.readAwb(
        { reservationId, emagId },
        { correlationId, priority: 'background', orderId, signal },
      );
      counts.checked += 1;
      if (reading?.status) {
        const stream = orderStream({ account, orderId });
        const { events } = await orders.handle(
          stream,
          { type: 'RecordAwbStatus', data: { account, orderId, awbNumber, status: reading.status }, at: clock.now() },
          {
            // A status may come back: each look is a cause of its own.
            cause: deriveId(stream, awbNumber, startedAt.toISOString()),
            metadata: { correlationId, actor: { kind: 'marketplace', id: account } },
          },
        );
        counts.changed += events.length;
      }
    } catch (error) {
      if (!isOwn(error)) {
        trouble = error instanceof Error ? error.message : String(error);
        return;
      }
      counts.failed += 1;
    }
    await checks.checked(account, awbNumber, startedAt);
  };

  try {
    const due = await checks.due(account, clock.now(), AT_MOST);
    if (due.length > 0) {
      const port = await marketplace.account(account);
      const limit = pLimit(AT_ONCE);
      await Promise.all(due.map((awb) => limit(() => look(port, awb))));
    }
  } catch (error) {
    trouble = error instanceof Error ? error.message : String(error);
  }
  return { account, ...counts, error: trouble };
};
