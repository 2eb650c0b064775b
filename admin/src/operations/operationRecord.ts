export type OperationState = 'queued' | 'running' | 'succeeded' | 'partial' | 'failed' | 'cancelled' | 'in_doubt';

export const FINAL_STATES: readonly OperationState[] = ['succeeded', 'partial', 'failed', 'cancelled'];

export interface OperationRecord {
  readonly id: string;
  readonly kind: string;
  readonly state: OperationState;
  readonly progress: { readonly done: number; readonly total: number };
  readonly result: unknown;
  readonly error: { readonly code?: string; readonly detail?: string; readonly trace_id?: string } | null;
  readonly links: Readonly<Record<string, string>> | readonly unknown[] | null;
  readonly created_by: unknown;
  readonly created_at: string;
  readonly finished_at: string | null;
}

/** What a command answers when its outcome did not come within the wait. */
export interface PendingOperation {
  readonly operation_id: string;
  readonly state: OperationState;
}
