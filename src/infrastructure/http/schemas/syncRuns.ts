import { z } from 'zod';

export const syncRunSchema = z
  .looseObject({
    id: z.string(),
    account_type: z.string(),
    kind: z.enum(['orders', 'offers']),
    operation_id: z.string(),
    status: z.string(),
    current_page: z.int(),
    total_pages: z.int().nullable(),
    processed_items: z.int(),
    total_items: z.int().nullable(),
    progress_percentage: z.number().nullable(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    failed: z.int(),
    started_at: z.iso.datetime().nullable(),
    duration_seconds: z.number(),
    throughput_per_second: z.number().nullable(),
    estimated_time_remaining_seconds: z.int().nullable(),
  })
  .meta({ id: 'SyncRun' });
