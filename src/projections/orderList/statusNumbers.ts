import type { Fulfilment, OrderStatus } from '../../domain/order/orderFacts.js';
import type { OfferStatus } from '../../domain/offer/offer.js';

/** The numbers that the contract names in answers (§1). The only place outside the marketplace's adapter that knows them. */
const STATUS_NUMBERS: Readonly<Record<OrderStatus, number>> = {
  canceled: 0,
  new: 1,
  in_progress: 2,
  prepared: 3,
  finalized: 4,
  returned: 5,
};

export const statusNumber = (status: OrderStatus): number => STATUS_NUMBERS[status];

/** `type` of an order: 2 is fulfilled by the marketplace, 3 by the seller. */
export const typeNumber = (fulfilment: Fulfilment): number => (fulfilment === 'fbe' ? 2 : 3);

const OFFER_STATUS_NUMBERS: Readonly<Record<OfferStatus, number>> = { inactive: 0, active: 1, end_of_life: 2 };

export const offerStatusNumber = (status: OfferStatus): number => OFFER_STATUS_NUMBERS[status];

/** Attachment kind of an invoice (reference §17). */
export const INVOICE_ATTACHMENT = 1;
