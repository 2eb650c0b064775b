import { z } from 'zod';
import { HEALTH_PARTS } from '../syncHealth.js';
import { orNull } from './orNull.js';

const time = z.iso.datetime();

export const syncRunSchema = z
  .object({
    id: z.string(),
    account_type: z.string(),
    kind: z.enum(['orders', 'offers']),
    mode: z.enum(['incremental', 'full', 'historical']),
    trigger: z.string().meta({ description: 'What started it: a person, a job, a callback, the first start' }),
    operation_id: z.string(),
    status: z.string(),
    is_cancel_requested: z.boolean(),
    current_page: z.int(),
    total_pages: z.int().nullable(),
    processed_items: z.int(),
    total_items: z.int().nullable(),
    progress_percentage: z.number().nullable(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    failed: z.int(),
    missing: z.array(z.string()).meta({ description: 'What the marketplace counts and did not show' }),
    error: z.object({ code: z.string(), text: z.string() }).nullable(),
    requested_by: z.object({ kind: z.string(), id: z.string() }),
    requested_at: time,
    started_at: time.nullable(),
    finished_at: time.nullable(),
    duration_seconds: z.number(),
    throughput_per_second: z.number().nullable(),
    estimated_time_remaining_seconds: z.int().nullable(),
  })
  .meta({ id: 'SyncRun' });

export const syncStatusSchema = z
  .object({
    accounts: z.array(
      z.object({
        account_type: z.string(),
        connection: z.object({ ok: z.boolean(), checked_at: time.nullable(), code: z.string(), detail: z.string() }),
        counts: z.object({ total: z.int(), active: z.int(), synced: z.int(), failed: z.int() }),
        last_sync: orNull(syncRunSchema),
      }),
    ),
    recent_syncs: z.array(syncRunSchema),
    sync_statistics: z.looseObject({ completed: z.int(), failed: z.int(), success_rate: z.number().nullable() }),
    health_score: z.int().min(0).max(100),
    health_status: z.enum(['healthy', 'warning', 'critical']),
    health_parts: z
      .array(
        z.object({
          name: z.enum(HEALTH_PARTS),
          reached: z.int(),
          of: z.int(),
          points: z.number(),
          max_points: z.int(),
        }),
      )
      .meta({
        description:
          'What the score is the sum of: accounts that answer, runs of 30 days that did not fail, accounts whose offers were read within a day',
      }),
  })
  .meta({ id: 'SyncStatus' });

export const syncProgressSchema = z
  .object({ is_running: z.boolean(), active_syncs: z.array(syncRunSchema), status: z.enum(['idle', 'running']) })
  .meta({ id: 'SyncProgress' });
