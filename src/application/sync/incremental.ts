import type { SyncOptions } from '../../domain/syncRun/syncRun.js';

/** What nobody narrowed down: everything since the watermark. */
export const INCREMENTAL: SyncOptions = {
  mode: 'incremental',
  from: null,
  to: null,
  statuses: null,
  maxPages: null,
  includeInactive: true,
};
