import type { OperationKind, OperationState } from '../../domain/operation/operation.js';

/** What one event says of the operation that it belongs to. */
export interface OperationStep {
  readonly operationId: string;
  readonly kind: OperationKind;
  readonly state: OperationState;
  readonly refusal: { readonly code: string; readonly text: string } | null;
  /** For operations of several parts: which part this is, and how many there are. */
  readonly part: { readonly id: string; readonly of: number | null } | null;
}

interface StepRule {
  readonly kind: OperationKind;
  readonly state: OperationState;
}

const WISH_STEPS: Readonly<Record<string, StepRule>> = {
  AcknowledgeRequested: { kind: 'acknowledge_order', state: 'queued' },
  AcknowledgeAttemptStarted: { kind: 'acknowledge_order', state: 'running' },
  OrderAcknowledged: { kind: 'acknowledge_order', state: 'succeeded' },
  AcknowledgeRefused: { kind: 'acknowledge_order', state: 'failed' },
  StatusChangeRequested: { kind: 'change_order_status', state: 'queued' },
  StatusChangeAttemptStarted: { kind: 'change_order_status', state: 'running' },
  StatusChanged: { kind: 'change_order_status', state: 'succeeded' },
  StatusChangeRefused: { kind: 'change_order_status', state: 'failed' },
  AwbRequested: { kind: 'generate_awb', state: 'queued' },
  AwbAttemptStarted: { kind: 'generate_awb', state: 'running' },
  AwbGenerated: { kind: 'generate_awb', state: 'succeeded' },
  AwbRefused: { kind: 'generate_awb', state: 'failed' },
  AwbInDoubt: { kind: 'generate_awb', state: 'in_doubt' },
  InvoiceRequested: { kind: 'generate_invoice', state: 'queued' },
  InvoiceNumbered: { kind: 'generate_invoice', state: 'running' },
  // Issued is what was asked for; whether the marketplace takes the link is the invoice's own state.
  InvoiceIssued: { kind: 'generate_invoice', state: 'running' },
  InvoiceAttached: { kind: 'generate_invoice', state: 'succeeded' },
  InvoiceAttachRefused: { kind: 'generate_invoice', state: 'succeeded' },
  StornoRequested: { kind: 'issue_storno', state: 'queued' },
  StornoIssued: { kind: 'issue_storno', state: 'running' },
  DocumentAttachRequested: { kind: 'attach_document', state: 'queued' },
  DocumentAttachAttemptStarted: { kind: 'attach_document', state: 'running' },
  OfferChangeRequested: { kind: 'change_offer', state: 'queued' },
  OfferChangeAttemptStarted: { kind: 'change_offer', state: 'running' },
  OfferChangeConfirmed: { kind: 'change_offer', state: 'succeeded' },
  OfferChangeRefused: { kind: 'change_offer', state: 'failed' },
};

const SYNC_STEPS: Readonly<Record<string, OperationState>> = {
  SyncRunRequested: 'queued',
  SyncRunStarted: 'running',
  SyncRunProgressed: 'running',
  SyncRunCompleted: 'succeeded',
  SyncRunFailed: 'failed',
  SyncRunCancelled: 'cancelled',
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The link of a document that is not ours is all that was asked for; that of an invoice only follows its issue. */
const linkStep = (type: string, { number }: Readonly<Record<string, unknown>>): StepRule | null => {
  if (number !== null) return null;
  if (type === 'InvoiceAttached') return { kind: 'attach_document', state: 'succeeded' };
  return type === 'InvoiceAttachRefused' ? { kind: 'attach_document', state: 'failed' } : null;
};

/** The step that an event is in its operation; null for events that belong to none. */
export const operationStep = (event: { readonly type: string; readonly data: object }): OperationStep | null => {
  const data = event.data as Readonly<Record<string, unknown>>;
  const operationId = text(data['operationId']);
  if (!operationId) return null;

  const sync = SYNC_STEPS[event.type];
  if (sync) {
    const runs = data['runsOfOperation'];
    return {
      operationId,
      kind: data['kind'] === 'offers' ? 'sync_offers' : 'sync_orders',
      state: sync,
      refusal: event.type === 'SyncRunFailed' ? { code: text(data['code']), text: text(data['text']) } : null,
      part: { id: text(data['runId']), of: typeof runs === 'number' ? runs : null },
    };
  }

  if (event.type === 'AwbResolved') {
    const noneExists = data['noneExists'] === true;
    return {
      operationId,
      kind: 'generate_awb',
      state: noneExists ? 'failed' : 'succeeded',
      refusal: noneExists ? { code: 'awb-none-exists', text: text(data['reason']) } : null,
      part: null,
    };
  }

  const step = linkStep(event.type, data) ?? WISH_STEPS[event.type];
  if (!step) return null;
  const refusal = step.state === 'failed' ? { code: text(data['code']), text: text(data['text']) } : null;
  return { operationId, ...step, refusal, part: null };
};
