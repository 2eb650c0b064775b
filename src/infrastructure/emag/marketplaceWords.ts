import type { Fulfilment, OrderStatus, PaymentMethod } from '../../domain/order/orderFacts.js';

/** The marketplace's numbers (reference §15.1); the order of the words is theirs, from 0. */
const STATUSES: readonly OrderStatus[] = ['canceled', 'new', 'in_progress', 'prepared', 'finalized', 'returned'];
const PAYMENTS: readonly (PaymentMethod | null)[] = [null, 'cash_on_delivery', 'bank_transfer', 'card'];

export const statusOfNumber = (number: number | null): OrderStatus | null =>
  number === null ? null : (STATUSES[number] ?? null);

export const numberOfStatus = (status: OrderStatus): number => STATUSES.indexOf(status);

export const fulfilmentOfType = (type: number | null): Fulfilment | null =>
  type === 2 ? 'fbe' : type === 3 ? 'own' : null;

export const typeOfFulfilment = (fulfilment: Fulfilment): 2 | 3 => (fulfilment === 'fbe' ? 2 : 3);

/** null for none and for a way of paying that we do not know. */
export const paymentOfNumber = (number: number | null): PaymentMethod | null =>
  number === null ? null : (PAYMENTS[number] ?? null);
