import { z } from 'zod';
import type { ResponseSpec } from '../route.js';

export const operationStates = [
  'queued',
  'running',
  'succeeded',
  'partial',
  'failed',
  'cancelled',
  'in_doubt',
] as const;

export const acceptedSchema = z
  .object({ operation_id: z.string(), state: z.enum(operationStates) })
  .meta({ id: 'Accepted' });

/** 202 of every command: the outcome did not come within the wait, or is in doubt. */
export const accepted: ResponseSpec = {
  description: 'Under way; `Location` names the operation to ask',
  schema: acceptedSchema,
};

export const operationSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    state: z.enum(operationStates),
    progress: z.object({ done: z.int(), total: z.int() }),
    result: z.unknown().meta({ description: 'The object that the command would have answered; null before' }),
    error: z
      .looseObject({ code: z.string(), title: z.string(), status: z.int(), detail: z.string() })
      .nullable()
      .meta({ description: 'Problem document' }),
    links: z.record(z.string(), z.string()),
    created_by: z.object({ kind: z.string(), id: z.string() }),
    created_at: z.iso.datetime(),
    finished_at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Operation' });
