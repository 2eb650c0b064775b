import type { Fulfilment } from '../../domain/order/orderFacts.js';

/** Under which name the latest `modified` of an account's orders of one fulfilment type is kept. */
export const orderWatermark = (fulfilment: Fulfilment): string => `orders:${fulfilment}`;

/** The latest insertion date of an account's returns. */
export const RETURN_WATERMARK = 'returns';

/** Offers have no "modified since": the mark only says that the catalogue was read once. */
export const OFFER_WATERMARK = 'offers';
