import type { OrderKey } from '../../domain/order/orderFacts.js';
import type { Invoice } from '../../domain/order/orderState.js';
import { orderStream } from '../../domain/order/orderEvents.js';
import { buyerOf, documentOf, requireSeller } from '../order/invoiceInputs.js';
import type { CallContext } from '../ports/marketplace.js';
import { keyOfStream, priorityOf, trackOperations, type KnownOrder } from './attemptFlow.js';
import { createInvoiceSteps, type InvoiceDeps } from './invoiceSteps.js';
import type { WishHandler } from './wishHandler.js';

/** Number, document, bytes, link: each step is recorded before the next begins. */
export const invoiceHandler = (deps: InvoiceDeps): WishHandler => {
  const { orders, settings, clock } = deps;
  const steps = createInvoiceSteps(deps, 'invoice');

  const number = async (key: OrderKey, order: KnownOrder, operationId: string): Promise<KnownOrder> => {
    const { seller } = await settings.read();
    // Everything is checked before a number is taken: a claimed number can never be given back.
    requireSeller(seller);
    if (!order.person) throw new Error(`Order ${key.orderId} has no buyer`);
    const step = { key, operationId };
    const claim = await steps.claimNumber(step, order.invoicing.series ?? 'MF', 'invoice');
    const invoice = documentOf(order.facts, seller, claim, claim.at);
    const data = {
      ...key,
      operationId,
      invoice,
      buyer: buyerOf(order.facts, order.person),
      personId: `invoice-${invoice.number}`,
    };
    return steps.record(step, 'numbered', { type: 'RecordInvoiceNumbered', data, at: clock.now() }, operationId);
  };

  const issue = async (key: OrderKey, invoice: Invoice, operationId: string): Promise<KnownOrder> => {
    const { sha256, bytes } = await steps.keepPdf(invoice.document, invoice.buyer);
    const data = { ...key, operationId, number: invoice.number, sha256, bytes: bytes.byteLength };
    return steps.record(
      { key, operationId },
      'issued',
      { type: 'RecordInvoiceIssued', data, at: clock.now() },
      `${operationId}/numbered`,
    );
  };

  return {
    flow: 'invoice',
    track: trackOperations(['InvoiceRequested'], ['InvoiceAttached', 'InvoiceAttachRefused']),

    async act(stream, signal) {
      const key = keyOfStream(stream);
      if (!key) return null;
      const { state } = await orders.load(orderStream(key));
      if (!state.facts || state.invoicing.phase !== 'requested') return null;
      let order: KnownOrder = { ...state, facts: state.facts };
      const { operationId } = state.invoicing;
      const context: CallContext = {
        correlationId: operationId,
        priority: priorityOf(order.invoicing),
        orderId: key.orderId,
        signal,
      };

      if (!order.invoice) order = await number(key, order, operationId);
      const isResumed = order.invoice?.issued != null;
      if (order.invoice && !isResumed) order = await issue(key, order.invoice, operationId);
      if (!order.invoice?.issued) return null;
      const link = {
        number: order.invoice.number,
        title: `Factura ${order.invoice.number}`,
        givenUrl: order.invoicing.invoiceUrl ?? null,
      };
      return steps.attach({ key, operationId }, order, link, isResumed, context);
    },
  };
};
