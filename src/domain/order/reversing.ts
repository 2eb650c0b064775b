import type { InvoiceBuyer, InvoiceDocument } from '../invoice/invoiceDocument.js';
import { remainingQuantities, type StornoScope } from '../invoice/stornoLines.js';
import type { OrderEvent } from './orderEvents.js';
import type { OrderKey } from './orderFacts.js';
import { isOpen, isOpenFor, isSameWish, known, notOpen, refuse } from './orderRules.js';
import { isInvoiceReversed, type Invoice, type Order } from './orderState.js';

/** Pieces that go back, by the order's line or by SKU. */
export type StornoLine = { readonly quantity: number } & ({ readonly lineId: string } | { readonly sku: string });

export type StornoCommand =
  | {
      type: 'RequestStorno';
      data: OrderKey & {
        operationId: string;
        stornoOf: string;
        series: string;
        /** null: all that is left of the invoice. */
        lines: readonly StornoLine[] | null;
        shipping: boolean;
        reason: string | null;
      };
      at: Date;
    }
  | {
      type: 'RecordStornoIssued';
      data: OrderKey & {
        operationId: string;
        invoice: InvoiceDocument;
        personId: string;
        buyer: InvoiceBuyer;
        sha256: string;
        bytes: number;
      };
      at: Date;
    };

/** An issued invoice is corrected only by stornos, which together never take back more than it says. */
export const decideStorno = (command: StornoCommand, state: Order): readonly OrderEvent[] => {
  const { account, orderId, operationId } = command.data;
  const order = known(state, command.data);
  const of = { account, orderId, operationId, at: command.at.toISOString() };

  switch (command.type) {
    case 'RequestStorno': {
      const { stornoOf, series, reason, lines, shipping } = command.data;
      if (isSameWish(order.stornoing, operationId)) return [];
      const invoice = reversible(order, stornoOf);
      const scope: StornoScope =
        lines === null ? { lines: null, shipping: true } : { lines: placed(invoice, order.stornos, lines), shipping };
      return [{ type: 'StornoRequested', data: { ...of, stornoOf, series, ...scope, reason } }];
    }
    case 'RecordStornoIssued': {
      const { invoice, personId, buyer, sha256, bytes } = command.data;
      if (order.stornos.some(({ number }) => number === invoice.number)) return [];
      if (!isOpenFor(order.stornoing, operationId) || !invoice.stornoOf) return notOpen(operationId);
      const { number } = invoice;
      return [
        {
          type: 'StornoIssued',
          data: { ...of, number, stornoOf: invoice.stornoOf.number, invoice, personId, personal: buyer, sha256, bytes },
        },
      ];
    }
  }
};

/** The issued invoice of that number, if a storno of it may begin now. */
const reversible = (order: Order, number: string): Invoice => {
  const { invoice, stornoing, stornos } = order;
  if (stornos.some((storno) => storno.number === number)) {
    return refuse('invoice-not-reversible', `${number} is a storno itself`);
  }
  if (invoice?.number !== number || !invoice.issued) {
    return refuse('invoice-not-reversible', `Invoice ${number} is not issued yet`);
  }
  if (isOpen(stornoing)) {
    return refuse('storno-in-progress', `A storno of invoice ${number} is under way`, {
      operation_id: 'operationId' in stornoing ? stornoing.operationId : undefined,
    });
  }
  if (isInvoiceReversed(order)) {
    const storno = stornos.at(-1)?.number;
    return refuse('storno-exists', `Invoice ${number} was wholly taken back, last by ${storno ?? 'a storno'}`, {
      storno_number: storno,
    });
  }
  return invoice;
};

/** The wished pieces on the invoice's own lines; a SKU that stands on several fills them in their order. */
const placed = (
  { document, number }: Invoice,
  stornos: readonly Invoice[],
  wished: readonly StornoLine[],
): { line: number; quantity: number }[] => {
  const left = [
    ...remainingQuantities(
      document,
      stornos.map((storno) => storno.document),
    ),
  ];
  const places: { line: number; quantity: number }[] = [];
  for (const wish of wished) {
    const isMeant = (line: InvoiceDocument['lines'][number]): boolean =>
      line.kind === 'product' && ('lineId' in wish ? line.lineId === wish.lineId : line.sku === wish.sku);
    const name = 'lineId' in wish ? `line ${wish.lineId}` : `SKU ${wish.sku}`;
    if (!document.lines.some(isMeant)) refuse('line-unknown', `Invoice ${number} has no ${name}`);
    let missing = wish.quantity;
    for (const [line, candidate] of document.lines.entries()) {
      const quantity = isMeant(candidate) ? Math.min(missing, left[line] ?? 0) : 0;
      if (quantity <= 0) continue;
      places.push({ line, quantity });
      left[line] = (left[line] ?? 0) - quantity;
      missing -= quantity;
    }
    if (missing > 0) {
      refuse(
        'storno-exceeds-invoice',
        `Of ${name} of invoice ${number} only ${wish.quantity - missing} can still go back`,
        { available: wish.quantity - missing },
      );
    }
  }
  return places;
};
