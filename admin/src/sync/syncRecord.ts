import type { Schemas } from '../api/client.js';

export type SyncRunRecord = Schemas['SyncRun'];
export type SyncStatus = Schemas['SyncStatus'];
export type SyncProgressAnswer = Schemas['SyncProgress'];

export type SyncMode = 'incremental' | 'full' | 'historical';
export type SyncKind = 'orders' | 'offers';

export interface SyncWish {
  readonly kind: SyncKind;
  readonly account: string;
  readonly mode: SyncMode;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly maxPages?: number;
  readonly includeInactive?: boolean;
}
