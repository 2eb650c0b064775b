import type { InvoiceBuyer, InvoiceDocument } from '../invoice/invoiceDocument.js';
import type { CallSummary, OrderEvent, PartOfBulk } from './orderEvents.js';
import type { OrderKey } from './orderFacts.js';
import { isOpen, isOpenFor, known, notOpen, refuse } from './orderRules.js';
import type { Invoice, Order } from './orderState.js';

export type InvoiceCommand =
  | {
      type: 'RequestInvoice';
      data: OrderKey & PartOfBulk & { operationId: string; series: string; invoiceUrl: string | null };
      at: Date;
    }
  | {
      type: 'RecordInvoiceNumbered';
      data: OrderKey & { operationId: string; invoice: InvoiceDocument; personId: string; buyer: InvoiceBuyer };
      at: Date;
    }
  | {
      type: 'RecordInvoiceIssued';
      data: OrderKey & { operationId: string; number: string; sha256: string; bytes: number };
      at: Date;
    }
  | {
      type: 'RecordInvoiceAttached';
      data: OrderKey & { operationId: string; number: string; url: string; name: string; call: CallSummary | null };
      at: Date;
    }
  | {
      type: 'RecordInvoiceAttachRefused';
      data: OrderKey & { operationId: string; number: string; code: string; text: string; call: CallSummary | null };
      at: Date;
    };

/** Invoices for prepared and finalised orders; asking again is quiet, for an issued invoice is immutable. */
export const decideInvoice = (command: InvoiceCommand, state: Order): readonly OrderEvent[] => {
  const { account, orderId, operationId } = command.data;
  const order = known(state, command.data);
  const of = { account, orderId, operationId, at: command.at.toISOString() };

  switch (command.type) {
    case 'RequestInvoice': {
      if (order.invoice || isOpen(order.invoicing)) return [];
      const { status } = order.facts;
      if (status !== 'prepared' && status !== 'finalized') {
        return refuse('order-not-invoiceable', `Order ${orderId} cannot be invoiced while it is ${status}`);
      }
      if (!order.facts.lines.some((line) => line.isActive && line.quantity > 0)) {
        return refuse('order-not-invoiceable', `Order ${orderId} has nothing to invoice`);
      }
      const { series, invoiceUrl, bulkId } = command.data;
      const wish = { ...of, series, invoiceUrl, ...(bulkId !== undefined && { bulkId }) };
      return [{ type: 'InvoiceRequested', data: wish }];
    }
    case 'RecordInvoiceNumbered': {
      const { invoice, personId, buyer } = command.data;
      if (order.invoice) return [];
      if (!isOpenFor(order.invoicing, operationId)) return notOpen(operationId);
      return [{ type: 'InvoiceNumbered', data: { ...of, number: invoice.number, invoice, personId, personal: buyer } }];
    }
    case 'RecordInvoiceIssued': {
      const { number, sha256, bytes } = command.data;
      if (order.invoice?.number !== number || order.invoice.issued) return [];
      return [{ type: 'InvoiceIssued', data: { ...of, number, sha256, bytes } }];
    }
    case 'RecordInvoiceAttached': {
      const { number, url, name, call } = command.data;
      const invoice = numbered(order, number);
      if (!invoice?.issued || invoice.attached?.url === url) return [];
      return [{ type: 'InvoiceAttached', data: { ...of, number, url, name, call } }];
    }
    case 'RecordInvoiceAttachRefused': {
      const { number, code, text, call } = command.data;
      const flow = number === order.invoice?.number ? order.invoicing : order.stornoing;
      if (!numbered(order, number)?.issued || !isOpenFor(flow, operationId)) return [];
      return [{ type: 'InvoiceAttachRefused', data: { ...of, number, code, text, call } }];
    }
  }
};

/** The order's invoice or one of its stornos. */
const numbered = ({ invoice, stornos }: Order, number: string): Invoice | undefined =>
  invoice?.number === number ? invoice : stornos.find((storno) => storno.number === number);
