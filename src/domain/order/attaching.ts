import type { CallSummary, OrderEvent } from './orderEvents.js';
import type { OrderKey } from './orderFacts.js';
import { isClaimable, isOpen, isOpenFor, isSameWish, known, notOpen, refuse } from './orderRules.js';
import type { Order } from './orderState.js';

export type AttachCommand =
  | { type: 'RequestDocumentAttach'; data: OrderKey & { operationId: string; url: string; name: string }; at: Date }
  | {
      type: 'StartDocumentAttachAttempt';
      data: OrderKey & { operationId: string; attemptId: string; replaces: string | null };
      at: Date;
    }
  | {
      type: 'RecordDocumentAttached';
      data: OrderKey & { operationId: string; url: string; name: string; call: CallSummary | null };
      at: Date;
    }
  | {
      type: 'RecordDocumentAttachRefused';
      data: OrderKey & { operationId: string; code: string; text: string; call: CallSummary | null };
      at: Date;
    };

/** A PDF that the seller made elsewhere, shown to the customer at the order; for both fulfilment types (reference §17). */
export const decideAttach = (command: AttachCommand, state: Order): readonly OrderEvent[] => {
  const { account, orderId, operationId } = command.data;
  const order = known(state, command.data);
  const of = { account, orderId, operationId, at: command.at.toISOString() };

  switch (command.type) {
    case 'RequestDocumentAttach': {
      const { url, name } = command.data;
      if (isSameWish(order.attaching, operationId)) return [];
      if (isOpen(order.attaching)) {
        // The same link again is the same wish.
        if (order.attaching.url === url) return [];
        return refuse('attachment-in-progress', `Another document is being attached to order ${orderId}`, {
          operation_id: 'operationId' in order.attaching ? order.attaching.operationId : undefined,
        });
      }
      if (order.attachedDocument?.url === url || order.facts.attachments.some((one) => one.url === url)) return [];
      return [{ type: 'DocumentAttachRequested', data: { ...of, url, name } }];
    }
    case 'StartDocumentAttachAttempt': {
      const { attemptId, replaces } = command.data;
      if (!isClaimable(order.attaching, operationId, replaces)) return notOpen(operationId);
      return [{ type: 'DocumentAttachAttemptStarted', data: { ...of, attemptId } }];
    }
    case 'RecordDocumentAttached': {
      const { url, name, call } = command.data;
      if (!isOpenFor(order.attaching, operationId)) return [];
      return [{ type: 'InvoiceAttached', data: { ...of, number: null, url, name, call } }];
    }
    case 'RecordDocumentAttachRefused': {
      const { code, text, call } = command.data;
      if (!isOpenFor(order.attaching, operationId)) return [];
      return [{ type: 'InvoiceAttachRefused', data: { ...of, number: null, code, text, call } }];
    }
  }
};
