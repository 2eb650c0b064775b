/** Answers of the sync routes. */

export interface SyncRunRecord {
  readonly id: string;
  readonly account_type: string;
  readonly kind: 'orders' | 'offers';
  readonly status: string;
  readonly mode: string;
  readonly trigger: string;
  readonly current_page: number;
  readonly total_pages: number | null;
  readonly processed_items: number;
  readonly total_items: number | null;
  readonly progress_percentage: number | null;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly started_at: string | null;
  readonly requested_at: string;
  readonly finished_at: string | null;
  readonly duration_seconds: number;
  readonly throughput_per_second: number | null;
  readonly estimated_time_remaining_seconds: number | null;
  readonly error: { readonly code: string; readonly text: string } | null;
}

export interface SyncProgressAnswer {
  readonly is_running: boolean;
  readonly active_syncs: readonly SyncRunRecord[];
  readonly status: string;
}

export interface SyncStatus {
  readonly accounts: readonly {
    readonly account_type: string;
    readonly connection: { readonly ok: boolean; readonly checked_at: string | null; readonly code: string };
    readonly counts: {
      readonly total: number;
      readonly active: number;
      readonly synced: number;
      readonly failed: number;
    };
    readonly last_sync: SyncRunRecord | null;
  }[];
  readonly recent_syncs: readonly SyncRunRecord[];
  readonly sync_statistics: Readonly<Record<string, number | null>>;
  readonly health_score: number;
  readonly health_status: 'healthy' | 'warning' | 'critical';
}

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
