import type { StatusWish } from '../../domain/order/orderEvents.js';
import { numberOfStatus } from './marketplaceWords.js';
import { decimalOrNull, idOrNull, integerOrNull, objectOf, objectOrNull, rowsOf, type RawObject } from './rawValues.js';

/** Leaf values in one request that the marketplace takes (reference §2.3). */
const MAX_LEAVES = 4_000;

/** A wish that the order as just read cannot carry. */
export interface Unsendable {
  readonly code: 'line-unknown' | 'too-large';
  readonly text: string;
}

/** Null means nothing to the marketplace but "empty": what was read as null is not sent (reference §2.2). */
const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((entry) => entry !== null).map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, entry]) => entry !== null && entry !== undefined);
  return Object.fromEntries(entries.map(([key, entry]) => [key, withoutNulls(entry)]));
};

const leavesOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, entry) => sum + leavesOf(entry), 0)
    : 1;

const changedLine = (line: RawObject, quantity: number | undefined, isStorno: boolean): RawObject => {
  if (quantity === undefined || decimalOrNull(line['quantity'])?.eq(quantity)) return line;
  // Quantity 0 exists only in a storno; elsewhere a line goes by its status (reference §26 row 36).
  return quantity === 0 && !isStorno ? { ...line, status: 0 } : { ...line, quantity };
};

/**
 * The body of `order/save`: everything that was read, with the wish applied (reference §16.4). What is left out would be
 * taken for removed.
 */
export const orderSaveBody = (raw: RawObject, wish: StatusWish): { readonly body: RawObject } | Unsendable => {
  const quantities = new Map((wish.lines ?? []).map(({ lineId, quantity }) => [lineId, quantity]));
  const products = rowsOf(raw['products']).map(objectOf);
  const known = new Set(products.map((line) => idOrNull(line['id'])));
  const unknown = [...quantities.keys()].find((lineId) => !known.has(lineId));
  if (unknown !== undefined) return { code: 'line-unknown', text: `The order has no line ${unknown}` };

  const { is_storno: _flag, reason_cancellation: reason, cancellation_reason: _old, ...rest } = raw;
  const readReason = integerOrNull(objectOrNull(reason)?.['id'] ?? reason);
  const reasonId = wish.reasonCancellation ?? readReason;
  const body = objectOf(
    withoutNulls({
      ...rest,
      status: numberOfStatus(wish.newStatus),
      type: 3,
      products: products.map((line) => changedLine(line, quantities.get(idOrNull(line['id']) ?? ''), wish.isStorno)),
      ...(wish.newStatus === 'canceled' && reasonId !== null && { reason_cancellation: reasonId }),
      ...(wish.isStorno && { is_storno: true }),
    }),
  );
  return leavesOf(body) > MAX_LEAVES
    ? { code: 'too-large', text: `The order has more than ${MAX_LEAVES} values and cannot be sent back whole` }
    : { body };
};
