import { z } from 'zod';
import type { BulkEvent } from '../../../domain/operation/bulk.js';
import { account, id, instant, text, type SchemasOf } from './primitives.js';
import { parcel } from './orderSchemas.js';

const ofBulk = { operationId: text, at: instant };
const kind = z.enum(['bulk_acknowledge_orders', 'bulk_generate_awbs', 'bulk_generate_invoices']);
const count = z.number().int().nonnegative();

export const bulkSchemas = {
  BulkRequested: z.strictObject({
    ...ofBulk,
    kind,
    items: z
      .array(
        z.strictObject({
          account: account.nullable(),
          orderId: id,
          awb: z.strictObject({ parcel: parcel.partial(), force: z.boolean(), reason: text.nullable() }).nullable(),
          refusal: z.strictObject({ code: text, text }).nullable(),
        }),
      )
      .readonly(),
    retryOf: text.nullable(),
  }),
  BulkStarted: z.strictObject(ofBulk),
  BulkItemsEnded: z.strictObject({
    ...ofBulk,
    outcomes: z
      .array(
        z.strictObject({
          item: count,
          result: z.enum(['succeeded', 'failed', 'in_doubt', 'not_done']),
          operationId: text.nullable(),
          code: text.nullable(),
          text: text.nullable(),
        }),
      )
      .readonly(),
  }),
  BulkStopRequested: z.strictObject(ofBulk),
  BulkEnded: z.strictObject({
    ...ofBulk,
    kind,
    counts: z.strictObject({ total: count, succeeded: count, failed: count, inDoubt: count, notDone: count }),
  }),
  BulkRetried: z.strictObject({ ...ofBulk, retryOperationId: text }),
} satisfies SchemasOf<BulkEvent>;
