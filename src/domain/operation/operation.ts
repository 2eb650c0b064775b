export type OperationState = 'queued' | 'running' | 'succeeded' | 'partial' | 'failed' | 'cancelled' | 'in_doubt';

/** Work on a list of orders. */
export type BulkKind = 'bulk_acknowledge_orders' | 'bulk_generate_awbs' | 'bulk_generate_invoices';

export type OperationKind =
  | BulkKind
  | 'acknowledge_order'
  | 'change_order_status'
  | 'generate_awb'
  | 'generate_invoice'
  | 'issue_storno'
  | 'attach_document'
  | 'change_offer'
  | 'sync_orders'
  | 'sync_offers';

const FINAL: readonly OperationState[] = ['succeeded', 'partial', 'failed', 'cancelled'];

export const isFinal = (state: OperationState): boolean => FINAL.includes(state);

/** The state of an operation that consists of several parts: it ends when all have, and says what became of most. */
export const combine = (parts: readonly OperationState[], expected: number): OperationState => {
  if (parts.length === 0) return 'queued';
  if (parts.length < expected || parts.some((part) => !isFinal(part))) {
    return parts.every((part) => part === 'queued') ? 'queued' : 'running';
  }
  if (parts.every((part) => part === 'succeeded')) return 'succeeded';
  if (parts.every((part) => part === 'cancelled')) return 'cancelled';
  if (parts.every((part) => part === 'failed' || part === 'cancelled')) return 'failed';
  return 'partial';
};
