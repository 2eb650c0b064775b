import type { Actor, RecordedEvent } from '../../application/ports/eventStore.js';
import type { OrderEvent } from '../../domain/order/orderEvents.js';
import type { OrderKey } from '../../domain/order/orderFacts.js';
import { eventSummary } from './eventSummary.js';
import { jsonDiff, type JsonChange } from './jsonDiff.js';
import { orderView, type OrderView } from './orderView.js';
import { evolveSeenOrder, isKnownOrder, unseenOrder, type SeenOrder } from './seenOrder.js';

/** Contract §8. Times are ISO 8601 UTC. */
export interface HistoryEntry {
  readonly revision: number;
  readonly position: string;
  readonly event_id: string;
  readonly type: string;
  readonly occurred_at: string;
  readonly recorded_at: string;
  readonly actor: Actor;
  readonly correlation_id: string;
  readonly causation_id: string | null;
  readonly changes: readonly JsonChange[];
  readonly summary: string;
}

export interface OrderHistory {
  readonly order_id: string;
  readonly account_type: string;
  readonly revision: number;
  readonly events: readonly HistoryEntry[];
}

type OrderRecordedEvent = RecordedEvent<OrderEvent>;

/** A recorded event pairs type and data; TypeScript cannot see that across two fields. */
const eventOf = ({ type, data }: OrderRecordedEvent): OrderEvent => ({ type, data }) as OrderEvent;

const viewOf = (order: SeenOrder, key: OrderKey, revision: bigint): OrderView | null =>
  isKnownOrder(order) ? orderView(order, key, { revision }) : null;

/** Counters of reading, not facts of the order: they move with every event and would drown what changed. */
const withoutStamps = (view: OrderView | null): unknown => {
  if (!view) return null;
  const { revision: _revision, last_synced_at: _lastSyncedAt, ...rest } = view;
  return rest;
};

/** Every event of an order with what it changed in the order's own shape, oldest first, whole. */
export const orderHistory = (events: readonly OrderRecordedEvent[], key: OrderKey): OrderHistory => {
  let order = unseenOrder;
  let before: unknown = null;
  const entries = events.map((recorded): HistoryEntry => {
    const event = eventOf(recorded);
    order = evolveSeenOrder(order, event);
    const after = withoutStamps(viewOf(order, key, recorded.revision));
    const changes = jsonDiff(before, after);
    before = after;
    const { metadata } = recorded;
    return {
      revision: Number(recorded.revision),
      position: recorded.position.toString(),
      event_id: recorded.id,
      type: recorded.type,
      occurred_at: metadata.occurredAt,
      recorded_at: recorded.recordedAt,
      actor: metadata.actor,
      correlation_id: metadata.correlationId,
      causation_id: metadata.causationId ?? null,
      changes,
      summary: eventSummary(event, changes),
    };
  });
  return {
    order_id: key.orderId,
    account_type: key.account,
    revision: entries.at(-1)?.revision ?? -1,
    events: entries,
  };
};

/** `asOf` is compared with the recording time, inclusive; `revision` 0 is the first event. */
export type Moment = { readonly asOf: string } | { readonly revision: bigint };

const isUpTo = (recorded: OrderRecordedEvent, moment: Moment): boolean =>
  'revision' in moment
    ? recorded.revision <= moment.revision
    : Date.parse(recorded.recordedAt) <= Date.parse(moment.asOf);

/** The order as it was, with the revision reached; null before its first event. */
export const orderAsOf = (
  events: readonly OrderRecordedEvent[],
  key: OrderKey,
  moment: Moment,
): { readonly view: OrderView; readonly order: SeenOrder; readonly revision: bigint } | null => {
  let order = unseenOrder;
  let revision = -1n;
  for (const recorded of events) {
    // Positions order events, clocks may step back: the first event that is too late ends the search.
    if (!isUpTo(recorded, moment)) break;
    order = evolveSeenOrder(order, eventOf(recorded));
    revision = recorded.revision;
  }
  const view = viewOf(order, key, revision);
  return view && { view, order, revision };
};
