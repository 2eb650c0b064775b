import type { OrderEvent } from '../../domain/order/orderEvents.js';
import type { JsonChange } from './jsonDiff.js';

const changedFields = (changes: readonly JsonChange[]): string => {
  const fields = [...new Set(changes.map(({ path }) => (path.split('/')[1] ?? '').replaceAll('_', ' ')))];
  const shown = fields.slice(0, 4).join(', ');
  return fields.length > 4 ? `${shown} and ${fields.length - 4} more` : shown;
};

const because = (text: string): string => (text ? `: ${text}` : '');

const attached = (number: string | null): string => (number === null ? 'A document' : `Invoice ${number}`);

/** One plain English sentence on what happened, without a person's data. */
export const eventSummary = (event: OrderEvent, changes: readonly JsonChange[]): string => {
  switch (event.type) {
    case 'OrderReceived':
      return `Order received from the marketplace, ${event.data.facts.status.replace('_', ' ')}`;
    case 'OrderChanged':
      return changes.length > 0
        ? `Changed at the marketplace: ${changedFields(changes)}`
        : 'Changed at the marketplace in details that are not shown';
    case 'AcknowledgeRequested':
      return 'Acknowledgement asked for';
    case 'AcknowledgeAttemptStarted':
      return 'Acknowledging at the marketplace';
    case 'OrderAcknowledged':
      return 'Order acknowledged';
    case 'AcknowledgeRefused':
      return `Acknowledgement refused${because(event.data.text)}`;
    case 'StatusChangeRequested':
      return `Change of status to ${event.data.newStatus.replace('_', ' ')} asked for`;
    case 'StatusChangeAttemptStarted':
      return 'Changing the status at the marketplace';
    case 'StatusChanged':
      return `Status is now ${event.data.newStatus.replace('_', ' ')}`;
    case 'StatusChangeRefused':
      return `Change of status refused${because(event.data.text)}`;
    case 'AwbRequested':
      return event.data.force ? `A further AWB asked for${because(event.data.reason ?? '')}` : 'AWB asked for';
    case 'AwbAttemptStarted':
      return 'Asking the marketplace for the AWB';
    case 'AwbGenerated':
      return `AWB ${event.data.awbNumber} issued`;
    case 'AwbRefused':
      return `AWB refused${because(event.data.text)}`;
    case 'AwbInDoubt':
      return `It is not known whether an AWB was issued${because(event.data.reason)}`;
    case 'AwbResolved':
      return event.data.noneExists
        ? `A person declared that no AWB exists${because(event.data.reason ?? '')}`
        : `A person entered AWB ${event.data.awbNumber ?? ''}`;
    case 'AwbStatusChanged':
      return `AWB ${event.data.awbNumber}: ${event.data.status.name}`;
    case 'InvoiceRequested':
      return `Invoice of series ${event.data.series} asked for`;
    case 'InvoiceNumbered':
      return `Invoice ${event.data.number} numbered`;
    case 'InvoiceIssued':
      return `Invoice ${event.data.number} issued`;
    case 'InvoiceAttached':
      return `${attached(event.data.number)} attached to the order at the marketplace`;
    case 'InvoiceAttachRefused':
      return `${attached(event.data.number)} was not attached at the marketplace${because(event.data.text)}`;
    case 'DocumentAttachRequested':
      return 'Attaching a document asked for';
    case 'DocumentAttachAttemptStarted':
      return 'Attaching a document at the marketplace';
    case 'StornoRequested':
      return `${event.data.lines === null ? 'Storno' : 'Partial storno'} of invoice ${event.data.stornoOf} asked for${because(event.data.reason ?? '')}`;
    case 'StornoIssued':
      return `Credit note ${event.data.number} issued for invoice ${event.data.stornoOf}`;
    default:
      return 'An event of a newer release';
  }
};
