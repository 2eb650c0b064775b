import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStoreDBClient } from '@eventstore/db-client';

/** The client waits for the end of every call, also of one that nobody reads to its end. */
const CLOSE_MS = 2_000;

/** Ends what the client has open, waiting two seconds at most. The next call opens it anew. */
export const endCalls = async (client: EventStoreDBClient): Promise<void> => {
  await Promise.race([client.dispose(), sleep(CLOSE_MS, undefined, { ref: false })]);
};
