import type { StreamingRead } from '@eventstore/db-client';
import { EventStoreUnavailable } from '../../application/ports/eventStore.js';

/** A page comes in milliseconds; gRPC has no deadline for a read, and waits for ever for a server that is frozen. */
const SILENCE_MS = 10_000;

/** What a read brings, for as long as it brings something. @throws EventStoreUnavailable after ten seconds of silence */
export const answeredInTime = async function* <T>(
  reading: StreamingRead<T>,
  silenceMs: number = SILENCE_MS,
): AsyncGenerator<T> {
  // One that comes when nobody reads any more would end the process.
  reading.on('error', () => undefined);
  const timer = setTimeout(() => {
    reading.destroy(new EventStoreUnavailable(`The event store has not answered a read for ${silenceMs} ms`));
    void reading.cancel().catch(() => undefined);
  }, silenceMs);
  try {
    for await (const message of reading) {
      timer.refresh();
      yield message;
    }
  } finally {
    clearTimeout(timer);
  }
};
