import type { OrderEvent } from './orderEvents.js';
import type { OrderFacts, OrderKey, OrderPerson, OrderReading } from './orderFacts.js';
import type { Order } from './orderState.js';

/**
 * The marketplace was read. `readStartedAt` is our clock before the request went out; `digest` is a keyed hash of the
 * reading without its stamps, by which the sync knows unchanged orders without loading them.
 */
export interface ObserveOrder {
  type: 'ObserveOrder';
  data: OrderKey & {
    reading: OrderReading;
    personId: string;
    digest: string;
    readStartedAt: string;
    syncRunId: string | null;
  };
  at: Date;
}

/** Appends only real differences; a reading older than what we know says nothing. */
export const decideObserve = ({ data, at }: ObserveOrder, order: Order): readonly OrderEvent[] => {
  const { account, orderId, reading, personId, digest, readStartedAt, syncRunId } = data;
  const { facts, person, modifiedAt } = reading;
  const base = {
    account,
    orderId,
    personId,
    modifiedAt,
    digest,
    at: at.toISOString(),
    ...(syncRunId !== null && { syncRunId }),
  };

  if (!order.facts || !order.person) return [{ type: 'OrderReceived', data: { ...base, facts, personal: person } }];
  if (order.modifiedAt !== null && modifiedAt < order.modifiedAt) return [];
  if (order.lastFactAt !== null && readStartedAt < order.lastFactAt) return [];

  const changed = differences<OrderFacts>(order.facts, facts);
  const personal = differences<OrderPerson>(order.person, person);
  if (Object.keys(changed).length === 0 && Object.keys(personal).length === 0) return [];
  return [{ type: 'OrderChanged', data: { ...base, changed, personal } }];
};

/** The top-level fields of `after` that differ from `before`. */
const differences = <T extends object>(before: T, after: T): Partial<T> => {
  const changed: Partial<T> = {};
  for (const key of Object.keys(after) as (keyof T)[]) {
    if (!isSame(before[key], after[key])) changed[key] = after[key];
  }
  return changed;
};

/** Deep equality of plain JSON values; key order does not matter. */
export const isSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length && keys.every((key) => key in right && isSame(left[key], right[key]))
  );
};
