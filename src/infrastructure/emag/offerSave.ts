import type { OfferStatus, OfferWish } from '../../domain/offer/offer.js';
import { messagesOf } from './envelope.js';
import { booleanOrNull, idOrNull, objectOf, rowsOf, type RawObject } from './rawValues.js';
import { offerStockRoute, ROUTES, type Route } from './routes.js';

const STATUS_NUMBERS: Readonly<Record<OfferStatus, number>> = { inactive: 0, active: 1, end_of_life: 2 };

/** Sellers with one warehouse use this id (reference §10.2). */
const WAREHOUSE = 1;

/**
 * The call that sets these values: stock alone goes by its own route (reference §11.2), everything else in one
 * `offer/save` (§11.1). Only keys to change are sent.
 */
export const offerChangeRequest = (offerId: string, wish: OfferWish): { route: Route; payload: RawObject } => {
  const { priceNet, stock, status } = wish;
  if (priceNet === undefined && status === undefined) {
    return { route: offerStockRoute(offerId), payload: { stock: stock ?? 0 } };
  }
  return {
    route: ROUTES.offerSave,
    payload: {
      id: Number(offerId),
      ...(priceNet !== undefined && { sale_price: Number(priceNet) }),
      ...(stock !== undefined && { stock: [{ warehouse_id: WAREHOUSE, value: stock }] }),
      ...(status !== undefined && { status: STATUS_NUMBERS[status] }),
    },
  };
};

/** `results` keyed by offer id, or a list whose rows name theirs. */
const verdictOf = (results: unknown, offerId: string): RawObject =>
  Array.isArray(results)
    ? (rowsOf(results)
        .map(objectOf)
        .find((row) => idOrNull(row['id']) === offerId) ?? {})
    : objectOf(objectOf(results)[offerId]);

/** The refusal inside an answer whose envelope says that all is well (reference §3.5); null when there is none. */
export const refusedInside = (results: unknown, offerId: string): { code: string; text: string } | null => {
  const verdict = verdictOf(results, offerId);
  if (booleanOrNull(verdict['isError']) !== true) return null;
  const text = messagesOf(verdict['messages']).join(' ') || 'Refused without a reason';
  return { code: /offer\b.*\bnot found/i.test(text) ? 'offer-unknown' : 'refused', text };
};
