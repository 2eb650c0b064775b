import { LOG_TOPICS, type BusMessage } from '../../application/ports/bus.js';
import type { RecordedEvent } from '../../application/ports/eventStore.js';
import type { AccountEvent } from '../../domain/administration/administrationEvents.js';

/** Streams of marketplace accounts, which no broker carries. */
export const ACCOUNT_PREFIX = 'account-';

/** What makes answers about an account stale; a tested connection changes nothing. */
const CHANGES: ReadonlySet<string> = new Set(['AccountAdded', 'AccountChanged', 'AccountRemoved']);

/** What our own processes hear of an account: that it is there, different or gone. */
export const accountMessage = (recorded: RecordedEvent, storeId: string): BusMessage | null => {
  if (!CHANGES.has(recorded.type)) return null;
  const { account, at } = recorded.data as AccountEvent['data'];
  return {
    topic: LOG_TOPICS.accounts,
    id: recorded.id,
    type: `magflow.${recorded.type}`,
    source: `/magflow/${storeId}`,
    subject: account,
    time: at,
    key: recorded.stream,
    stream: recorded.stream,
    revision: recorded.revision,
    position: recorded.position,
    data: { account_type: account },
  };
};
