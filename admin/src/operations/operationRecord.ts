import type { Schemas } from '../api/client.js';

export type OperationRecord = Schemas['Operation'];
export type OperationState = OperationRecord['state'];

export const FINAL_STATES: readonly OperationState[] = ['succeeded', 'partial', 'failed', 'cancelled'];

/** What a command answers when its outcome did not come within the wait. */
export type PendingOperation = Schemas['Accepted'];
