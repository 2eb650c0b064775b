import type { Decider } from '../decider.js';
import { decideAcknowledge, type AcknowledgeCommand } from './acknowledging.js';
import { decideAttach, type AttachCommand } from './attaching.js';
import { decideInvoice, type InvoiceCommand } from './invoicing.js';
import { decideObserve, type ObserveOrder } from './observing.js';
import type { OrderEvent } from './orderEvents.js';
import { emptyOrder, evolveOrder, type Order } from './orderState.js';
import { decideStorno, type StornoCommand } from './reversing.js';
import { decideAwb, type AwbCommand } from './shipping.js';
import { decideStatusChange, type StatusChangeCommand } from './statusChanging.js';

export type OrderCommand =
  ObserveOrder | AcknowledgeCommand | StatusChangeCommand | AwbCommand | InvoiceCommand | StornoCommand | AttachCommand;

export const orderDecider: Decider<Order, OrderCommand, OrderEvent> = {
  initialState: emptyOrder,
  evolve: evolveOrder,
  decide(command, order) {
    switch (command.type) {
      case 'ObserveOrder':
        return decideObserve(command, order);
      case 'RequestAcknowledge':
      case 'StartAcknowledgeAttempt':
      case 'RecordAcknowledged':
      case 'RecordAcknowledgeRefused':
        return decideAcknowledge(command, order);
      case 'RequestStatusChange':
      case 'StartStatusChangeAttempt':
      case 'RecordStatusChanged':
      case 'RecordStatusChangeRefused':
        return decideStatusChange(command, order);
      case 'RequestAwb':
      case 'StartAwbAttempt':
      case 'RecordAwbGenerated':
      case 'RecordAwbRefused':
      case 'RecordAwbInDoubt':
      case 'ResolveAwb':
      case 'RecordAwbStatus':
        return decideAwb(command, order);
      case 'RequestInvoice':
      case 'RecordInvoiceNumbered':
      case 'RecordInvoiceIssued':
      case 'RecordInvoiceAttached':
      case 'RecordInvoiceAttachRefused':
        return decideInvoice(command, order);
      case 'RequestStorno':
      case 'RecordStornoIssued':
        return decideStorno(command, order);
      case 'RequestDocumentAttach':
      case 'StartDocumentAttachAttempt':
      case 'RecordDocumentAttached':
      case 'RecordDocumentAttachRefused':
        return decideAttach(command, order);
    }
  },
};
