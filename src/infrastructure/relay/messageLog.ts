import type { BusMessage } from '../../application/ports/bus.js';
import { LOG_TOPICS, TOPICS } from '../../application/ports/bus.js';
import type { EventStore } from '../../application/ports/eventStore.js';
import { ACCOUNT_PREFIX } from './accountMessages.js';
import { INTEGRATION_PREFIXES, IntegrationMapper } from './integrationMapper.js';
import { OPERATION_PREFIX } from './operationMessages.js';

const PREFIX_TOPICS: Readonly<Record<(typeof INTEGRATION_PREFIXES)[number], readonly string[]>> = {
  'order-': [TOPICS.orders, TOPICS.invoices],
  'offer-': [TOPICS.offers],
  'syncRun-': [TOPICS.sync],
};

/** The streams that messages of these topics come from. */
export const prefixesOf = (topics: readonly string[]): readonly string[] => [
  ...INTEGRATION_PREFIXES.filter((prefix) => PREFIX_TOPICS[prefix].some((topic) => topics.includes(topic))),
  ...(topics.includes(LOG_TOPICS.operations) ? [OPERATION_PREFIX] : []),
  ...(topics.includes(LOG_TOPICS.accounts) ? [ACCOUNT_PREFIX] : []),
];

/** A read of the log that ends. */
export interface MessageRange {
  /** Exclusive. */
  readonly after: bigint;
  /** Inclusive; absent means everything that the log holds now. */
  readonly upTo?: bigint;
  readonly topics: readonly string[];
  readonly signal?: AbortSignal;
}

/**
 * The bus messages of a stretch of the log, exactly as they were or will be published: what a consumer that was away
 * missed. Works the same whichever bus carries the live ones.
 *
 * @throws EventStoreUnavailable
 */
export async function* messagesOfLog(store: EventStore, range: MessageRange): AsyncGenerator<BusMessage> {
  const upTo = range.upTo ?? (await store.lastPosition());
  if (upTo <= range.after) return;
  const mapper = new IntegrationMapper(store, await store.storeId());
  const subscription = store.subscribe({
    from: range.after,
    filter: { streamPrefixes: prefixesOf(range.topics) },
    ...(range.signal && { signal: range.signal }),
  });
  for await (const message of subscription) {
    if (message.kind === 'caught_up') return;
    if (message.kind === 'checkpoint') {
      if (message.position >= upTo) return;
      continue;
    }
    if (message.event.position > upTo) return;
    const mapped = await mapper.map(message.event);
    if (mapped && range.topics.includes(mapped.topic)) yield mapped;
    if (message.event.position === upTo) return;
  }
}
