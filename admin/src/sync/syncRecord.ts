import type { Schemas } from '../api/client.js';

export type SyncRunRecord = Schemas['SyncRun'];
export type SyncStatus = Schemas['SyncStatus'];
export type SyncProgressAnswer = Schemas['SyncProgress'];

export type SyncMode = 'incremental' | 'full' | 'historical';
export type SyncKind = 'orders' | 'offers';

export const CONFLICT_STRATEGIES = ['emag_priority', 'local_priority', 'newest_wins', 'manual'] as const;
export type ConflictStrategy = (typeof CONFLICT_STRATEGIES)[number];

export interface SyncWish {
  readonly kind: SyncKind;
  readonly account: string;
  readonly mode: SyncMode;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly maxPages?: number;
  readonly includeInactive?: boolean;
  readonly conflictStrategy?: ConflictStrategy;
}
