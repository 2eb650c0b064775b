import type { MarketplaceCall } from '../provider/magflowDataProvider.js';
import type { HistoryEntry } from './orderRecord.js';

/** Calls to the marketplace by the id of the fact that they led to: of the same errand, the first fact after the call. */
export const callsBehind = (
  entries: readonly HistoryEntry[],
  calls: readonly MarketplaceCall[],
): ReadonlyMap<string, readonly MarketplaceCall[]> => {
  const behind = new Map<string, MarketplaceCall[]>();
  for (const call of [...calls].reverse()) {
    const fact = entries.find(
      ({ correlation_id, occurred_at }) => correlation_id === call.correlation_id && occurred_at >= call.started_at,
    );
    if (fact) behind.set(fact.event_id, [...(behind.get(fact.event_id) ?? []), call]);
  }
  return behind;
};
