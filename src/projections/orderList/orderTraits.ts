import type { OrderStatus } from '../../domain/order/orderFacts.js';
import type { KnownOrder } from './seenOrder.js';
import { INVOICE_ATTACHMENT } from './statusNumbers.js';

/** What counts as sales: everything but what was cancelled or came back. */
export const isSale = (status: OrderStatus): boolean => status !== 'canceled' && status !== 'returned';

/** By us, or by somebody else before we saw it. A new order that was cancelled never was. */
export const isAcknowledged = ({ facts, acknowledgedAt }: KnownOrder): boolean =>
  acknowledgedAt !== null || (facts.status !== 'new' && facts.status !== 'canceled');

/** One of ours, or one that somebody attached at the marketplace. */
export const hasInvoice = ({ facts, invoice, attachedDocument }: KnownOrder): boolean =>
  invoice !== null || attachedDocument !== null || facts.attachments.some(({ kind }) => kind === INVOICE_ATTACHMENT);
