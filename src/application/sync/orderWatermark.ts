import type { Fulfilment } from '../../domain/order/orderFacts.js';

/** Under which name the latest `modified` of an account's orders of one fulfilment type is kept. */
export const orderWatermark = (fulfilment: Fulfilment): string => `orders:${fulfilment}`;
