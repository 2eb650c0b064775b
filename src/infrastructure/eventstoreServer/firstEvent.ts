import { randomUUID } from 'node:crypto';
import { STORE_CREATED, STORE_STREAM } from '../eventstore/storeIdentity.js';
import type { LiveFeed } from './liveFeed.js';
import type { LogWriter } from './logWriter.js';
import { NO_STREAM } from './storedEvent.js';
import { WRITE_TIMEOUT_MS } from './writes.js';

/** A log begins with one event of its own, since clients expect `$all` not to be empty. */
export const writeFirstEvent = async (writer: LogWriter, feed: LiveFeed): Promise<void> => {
  if (feed.head > 0n) return;
  const event = {
    id: randomUUID(),
    type: STORE_CREATED,
    isJson: true,
    data: Buffer.from('{}'),
    metadata: new Uint8Array(),
  };
  await writer.submit({ kind: 'append', stream: STORE_STREAM, expected: NO_STREAM, events: [event] }, WRITE_TIMEOUT_MS);
};
