import { Gauge, type Registry } from 'prom-client';
import { EventStoreUnavailable, type EventStore } from '../../application/ports/eventStore.js';
import { INTEGRATION_PREFIXES } from './integrationMapper.js';
import { isIntegrationType } from './integrationSchemas.js';

/** Counting stops here: beyond it the number only says that the relay is far behind, and each count reads the log. */
const COUNTED_UP_TO = 1_000;

/** Integration events after a position, at most `limit`. Positions have gaps, so only reading tells. */
export const eventsAfter = async (
  store: EventStore,
  position: bigint | null,
  limit: number = COUNTED_UP_TO,
): Promise<number> => {
  if (position !== null && (await store.lastPosition()) <= position) return 0;
  const counted = new AbortController();
  let count = 0;
  try {
    const messages = store.subscribe({
      from: position ?? 'start',
      filter: { streamPrefixes: INTEGRATION_PREFIXES },
      signal: counted.signal,
    });
    for await (const message of messages) {
      if (message.kind === 'caught_up' || count >= limit) break;
      if (message.kind === 'event' && isIntegrationType(message.event.type)) count += 1;
    }
    return count;
  } finally {
    counted.abort();
  }
};

/**
 * Registers `magflow_relay_lag_events`, counted when it is asked for. A store that is away leaves the last number; where
 * nothing has to be relayed it is 0.
 */
export const registerRelayLag = (
  registry: Registry,
  store: EventStore,
  relay: { readonly position: bigint | null } | null,
): void => {
  new Gauge({
    name: 'magflow_relay_lag_events',
    help: `Events of the log that are not on the topics yet, counted up to ${COUNTED_UP_TO}.`,
    registers: [registry],
    async collect() {
      try {
        this.set(relay ? await eventsAfter(store, relay.position) : 0);
      } catch (error) {
        if (!(error instanceof EventStoreUnavailable)) throw error;
      }
    },
  });
};
