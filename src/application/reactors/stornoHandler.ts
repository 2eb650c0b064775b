import type { InvoiceDocument } from '../../domain/invoice/invoiceDocument.js';
import { stornoTotals } from '../../domain/invoice/stornoLines.js';
import { orderStream } from '../../domain/order/orderEvents.js';
import type { OrderKey } from '../../domain/order/orderFacts.js';
import type { CallContext } from '../ports/marketplace.js';
import { keyOfStream, trackOperations, type KnownOrder } from './attemptFlow.js';
import { createInvoiceSteps, type InvoiceDeps } from './invoiceSteps.js';
import type { WishHandler } from './wishHandler.js';

/** The document of a claimed number; the same order and claim always give the same one. */
const documentOf = (
  { invoice, stornos, stornoing: { wish } }: KnownOrder,
  claim: { series: string; sequence: number; number: string; at: string },
): InvoiceDocument => {
  if (!invoice || !wish) throw new Error(`Storno ${claim.number} lost its invoice`);
  const earlier = stornos.map(({ document }) => document);
  const { lines, vatByRate, totalNet, totalVat, totalGross } = stornoTotals(invoice.document, earlier, wish);
  return {
    ...invoice.document,
    number: claim.number,
    series: claim.series,
    sequence: claim.sequence,
    issuedAt: claim.at,
    lines,
    vatByRate,
    totalNet,
    totalVat,
    totalGross,
    stornoOf: { number: invoice.number, issuedAt: invoice.document.issuedAt },
    ...(wish.reason !== null && { reason: wish.reason }),
  };
};

/**
 * A storno is an invoice with the signs turned: a number of its own, bytes, a link. Nothing but its own fact changes
 * what it is made of, so that a crash between number and fact comes back to the same document.
 */
export const stornoHandler = (deps: InvoiceDeps): WishHandler => {
  const { orders, clock } = deps;
  const steps = createInvoiceSteps(deps, 'storno');

  const issue = async (key: OrderKey, order: KnownOrder, series: string, operationId: string): Promise<KnownOrder> => {
    const { invoice } = order;
    if (!invoice) throw new Error(`Order ${key.orderId} has no invoice to take back`);
    const step = { key, operationId };
    const claim = await steps.claimNumber(step, series, `storno/${operationId}`);
    const document = documentOf(order, claim);
    const { sha256, bytes } = await steps.keepPdf(document, invoice.buyer);
    const data = {
      ...key,
      operationId,
      invoice: document,
      personId: `invoice-${document.number}`,
      buyer: invoice.buyer,
      sha256,
      bytes: bytes.byteLength,
    };
    return steps.record(step, 'issued', { type: 'RecordStornoIssued', data, at: clock.now() }, operationId);
  };

  return {
    flow: 'storno',
    track: trackOperations(['StornoRequested'], ['InvoiceAttached', 'InvoiceAttachRefused']),

    async act(stream, signal) {
      const key = keyOfStream(stream);
      if (!key) return null;
      const { state } = await orders.load(orderStream(key));
      const { stornoing } = state;
      if (!state.facts || stornoing.phase !== 'requested' || !stornoing.wish) return null;
      const { operationId, wish } = stornoing;
      let order: KnownOrder = { ...state, facts: state.facts };
      const context: CallContext = {
        correlationId: operationId,
        priority: 'interactive',
        orderId: key.orderId,
        signal,
      };
      const issued = ({ stornos }: KnownOrder) => stornos.find((one) => one.operationId === operationId);

      const isResumed = issued(order) !== undefined;
      if (!isResumed) order = await issue(key, order, wish.series, operationId);
      const storno = issued(order);
      if (!storno) return null;
      const link = { number: storno.number, title: `Factura storno ${storno.number}`, givenUrl: null };
      return steps.attach({ key, operationId }, order, link, isResumed, context);
    },
  };
};
