import type { OperationRecord } from '../operations/operationRecord.js';
import type { OrderRow } from '../orders/orderRecord.js';

export type BulkVerb = 'acknowledge' | 'awb' | 'invoice';

/** An order that a bulk is about. */
export type BulkOrder = Pick<OrderRow, 'account_type' | 'emag_order_id'>;

export const BULK_KINDS: Readonly<Record<string, BulkVerb>> = {
  bulk_acknowledge_orders: 'acknowledge',
  bulk_generate_awbs: 'awb',
  bulk_generate_invoices: 'invoice',
};

/** Per-item results of a bulk operation (contract §1), growing while it runs. */
export interface BulkResult {
  readonly results: {
    readonly success: readonly {
      readonly order_id: string;
      readonly account_type: string | null;
      readonly awb_number?: string | null;
      readonly number?: string | null;
    }[];
    readonly failed: readonly { readonly order_id: string; readonly code: string; readonly error: string }[];
    readonly total: number;
  };
  readonly success_count: number;
  readonly failed_count: number;
}

export const bulkResultOf = ({ result }: OperationRecord): BulkResult | null =>
  typeof result === 'object' && result !== null && 'results' in result ? (result as BulkResult) : null;
