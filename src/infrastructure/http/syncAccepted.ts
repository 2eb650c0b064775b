import { z } from 'zod';
import { positionHeaders, type Answer } from './answer.js';
import { operationPath } from './commands.js';
import { acceptedSchema } from './schemas/operations.js';

export const syncAcceptedSchema = acceptedSchema
  .extend({ runs: z.array(z.object({ account_type: z.string(), sync_run_id: z.string() })) })
  .meta({ id: 'SyncAccepted' });

/** 202 of a sync: its runs are many and take minutes, so nobody waits for them here. */
export const syncAccepted = (
  operationId: string,
  runs: readonly { account: string; runId: string }[],
  position: bigint,
): Answer => ({
  status: 202,
  headers: { location: operationPath(operationId), ...positionHeaders({ position }) },
  body: {
    operation_id: operationId,
    state: 'queued',
    runs: runs.map(({ account, runId }) => ({ account_type: account, sync_run_id: runId })),
  },
});
