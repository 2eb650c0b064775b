import { LRUCache } from 'lru-cache';
import type { BusMessage } from '../../application/ports/bus.js';
import type { EventStore, RecordedEvent } from '../../application/ports/eventStore.js';
import { emptyOffer, evolveOffer, type Offer, type OfferEvent } from '../../domain/offer/offer.js';
import { emptyOrder, evolveOrder, type Order } from '../../domain/order/orderState.js';
import type { OrderEvent } from '../../domain/order/orderEvents.js';
import { syncRunStream, type SyncMode, type SyncRunEvent } from '../../domain/syncRun/syncRun.js';
import { ACCOUNT_PREFIX, accountMessage } from './accountMessages.js';
import { noContext, toIntegrationEvent, toOrderState, type EventContext } from './integrationEvents.js';
import { isIntegrationType, type OrderStateData } from './integrationSchemas.js';
import { OPERATION_PREFIX, operationMessage } from './operationMessages.js';
import { StreamStates } from './streamStates.js';

/** Streams that integration events come from. */
export const INTEGRATION_PREFIXES = ['order-', 'offer-', 'syncRun-'] as const;

const NEED_BEFORE: ReadonlySet<string> = new Set([
  'OrderChanged',
  'OrderAcknowledged',
  'StatusChanged',
  'OfferChanged',
]);

/**
 * Turns recorded events into integration events, with what the log says of the object before: old values, and the kind
 * of sync. Deterministic: whoever maps an event, and however often, gets the same message. One mapper per reader of the
 * log, since it remembers the streams that it passes.
 */
export class IntegrationMapper {
  private readonly orders: StreamStates<Order>;
  private readonly offers: StreamStates<Offer>;
  private readonly syncModes = new LRUCache<string, { readonly mode: SyncMode | null }>({ max: 200 });

  constructor(
    private readonly store: EventStore,
    private readonly storeId: string,
  ) {
    this.orders = new StreamStates(store, emptyOrder, (order, event) => evolveOrder(order, event as OrderEvent));
    this.offers = new StreamStates(store, emptyOffer, (offer, event) => evolveOffer(offer, event as OfferEvent));
  }

  /** @throws EventStoreUnavailable when the object's past cannot be read. */
  async map(event: RecordedEvent): Promise<BusMessage | null> {
    if (event.stream.startsWith(OPERATION_PREFIX)) return operationMessage(event, this.storeId);
    if (event.stream.startsWith(ACCOUNT_PREFIX)) return accountMessage(event, this.storeId);
    if (!isIntegrationType(event.type)) return null;
    return toIntegrationEvent(event, await this.contextOf(event), this.storeId);
  }

  /** The order as it is after the event, without its person; null for other streams. */
  async orderState(event: RecordedEvent): Promise<OrderStateData | null> {
    const match = /^order-([a-z0-9_]{1,24})-(.+)$/.exec(event.stream);
    if (!match?.[1] || !match[2]) return null;
    return toOrderState({ account: match[1], orderId: match[2] }, await this.orders.after(event), event);
  }

  private async contextOf(event: RecordedEvent): Promise<EventContext> {
    const needed = NEED_BEFORE.has(event.type);
    const syncMode = await this.syncMode(event);
    if (event.stream.startsWith('order-')) {
      return { ...noContext, syncMode, order: await this.orders.before(event, needed) };
    }
    if (event.stream.startsWith('offer-')) {
      const offer = await this.offers.before(event, needed);
      return { ...noContext, syncMode, offer: offer?.facts ?? null };
    }
    return noContext;
  }

  private async syncMode(event: RecordedEvent): Promise<SyncMode | null> {
    const { syncRunId } = event.data as { readonly syncRunId?: unknown };
    if (typeof syncRunId !== 'string') return null;
    const known = this.syncModes.get(syncRunId);
    if (known) return known.mode;
    const { events } = await this.store.read<SyncRunEvent>(syncRunStream(syncRunId), { maxCount: 1 });
    const first = events[0];
    const mode =
      first?.type === 'SyncRunRequested'
        ? (first as { data: { options: { mode: SyncMode } } }).data.options.mode
        : null;
    this.syncModes.set(syncRunId, { mode });
    return mode;
  }
}
