import type { OrderFacts, OrderStatus } from './orderFacts.js';

const HOUR_MS = 3_600_000;
/** Reactivating, reopening and cancelling after the fact are allowed this long (reference §16.3). */
const REVERSAL_WINDOW_MS = 48 * HOUR_MS;
/** Return time granted to the customer by law and platform, plus five days (reference §16.3, RT + 5). */
const RETURN_WINDOW_MS = (30 + 5) * 24 * HOUR_MS;

export interface StatusTimes {
  /** When the order was finalised, ISO 8601 UTC, as far as we know. */
  readonly finalizedAt: string | null;
  readonly canceledAt: string | null;
}

const isWithin = (since: string | null, windowMs: number, now: Date): boolean =>
  // An unknown moment is not a reason to forbid: the marketplace decides and its refusal is shown.
  since === null || now.getTime() - Date.parse(since) <= windowMs;

/**
 * The statuses that the seller may ask for now (reference §16.3). `new` → `in_progress` is absent: only acknowledging
 * does that. Orders fulfilled by the marketplace are never ours to move.
 */
export const allowedStatuses = (
  facts: Pick<OrderFacts, 'status' | 'fulfilment'>,
  times: StatusTimes,
  now: Date,
): readonly OrderStatus[] => {
  if (facts.fulfilment !== 'own') return [];
  switch (facts.status) {
    case 'new':
      return [];
    case 'in_progress':
      return ['in_progress', 'prepared', 'finalized', 'canceled'];
    case 'prepared':
      return ['prepared', 'finalized', 'canceled'];
    case 'finalized': {
      const reversible = isWithin(times.finalizedAt, REVERSAL_WINDOW_MS, now);
      return [
        ...(reversible ? (['prepared'] as const) : []),
        'finalized',
        ...(reversible ? (['canceled'] as const) : []),
        ...(isWithin(times.finalizedAt, RETURN_WINDOW_MS, now) ? (['returned'] as const) : []),
      ];
    }
    case 'canceled':
      return isWithin(times.canceledAt, REVERSAL_WINDOW_MS, now)
        ? ['in_progress', 'prepared', 'finalized', 'canceled']
        : ['canceled'];
    case 'returned':
      return [];
  }
};
