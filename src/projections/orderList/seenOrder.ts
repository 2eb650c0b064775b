import type { OrderEvent } from '../../domain/order/orderEvents.js';
import type { OrderFacts, OrderPerson } from '../../domain/order/orderFacts.js';
import { emptyOrder, evolveOrder, type Order } from '../../domain/order/orderState.js';

/** An order as readers see it: the domain's, and when a reading of the marketplace last told something new. */
export interface SeenOrder extends Order {
  readonly lastSyncedAt: string | null;
}

/** An order that its first event has made. */
export interface KnownOrder extends SeenOrder {
  readonly facts: OrderFacts;
  readonly person: OrderPerson;
}

export const unseenOrder: SeenOrder = { ...emptyOrder, lastSyncedAt: null };

export const isKnownOrder = (order: SeenOrder): order is KnownOrder => order.facts !== null && order.person !== null;

export const evolveSeenOrder = (order: SeenOrder, event: OrderEvent): SeenOrder => {
  const isReading = event.type === 'OrderReceived' || event.type === 'OrderChanged';
  return { ...evolveOrder(order, event), lastSyncedAt: isReading ? event.data.at : order.lastSyncedAt };
};
