import type { OrderKey } from '../../domain/order/orderFacts.js';
import type { Seen } from '../revisionGuard.js';
import type { OrderWorth } from './salesContributions.js';
import type { KnownOrder } from './seenOrder.js';

export interface OrderListState extends Seen {
  readonly key: OrderKey;
  readonly order: KnownOrder;
  readonly total: OrderWorth;
}
