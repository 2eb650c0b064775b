import type { OrderKey } from '../../domain/order/orderFacts.js';

/** How often an order could not be acknowledged by itself; a parked one is left to a person. */
export interface AcknowledgeFailures {
  /** Orders of the account that are left to a person, with the reason. */
  parked(account: string): Promise<ReadonlyMap<string, string>>;
  /** Counts one more. `parked` is true for the failure that made it one too many. */
  record(key: OrderKey, reason: string): Promise<{ readonly failures: number; readonly parked: boolean }>;
  /** It worked after all. */
  forget(key: OrderKey): Promise<void>;
}
