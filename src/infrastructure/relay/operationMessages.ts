import { LOG_TOPICS, type BusMessage } from '../../application/ports/bus.js';
import type { RecordedEvent } from '../../application/ports/eventStore.js';
import { bulkStateOf, type BulkEvent } from '../../domain/operation/bulk.js';

/** Streams of operations, whose messages are no integration events: no broker carries them. */
export const OPERATION_PREFIX = 'operation-';

export const BULK_ENDED = 'magflow.BulkEnded';

/** What listeners of our own hear of an operation: that it came to its end, and how. */
export const operationMessage = (recorded: RecordedEvent, storeId: string): BusMessage | null => {
  const event = { type: recorded.type, data: recorded.data } as BulkEvent;
  if (event.type !== 'BulkEnded') return null;
  const { operationId, at, kind, counts } = event.data;
  return {
    topic: LOG_TOPICS.operations,
    id: recorded.id,
    type: BULK_ENDED,
    source: `/magflow/${storeId}`,
    subject: operationId,
    time: at,
    key: recorded.stream,
    stream: recorded.stream,
    revision: recorded.revision,
    position: recorded.position,
    data: {
      operation_id: operationId,
      operation_kind: kind,
      state: bulkStateOf('ended', counts),
      total: counts.total,
      succeeded: counts.succeeded,
      failed: counts.failed,
      in_doubt: counts.inDoubt,
      not_done: counts.notDone,
    },
  };
};
