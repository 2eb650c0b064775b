import { toRpcError } from './rpcError.js';
import type { LogWriter, SubmitOutcome } from './logWriter.js';
import { isMetadataStream } from './storedEvent.js';
import type { WriteCommand } from './writeBatch.js';

/** As EventStoreDB: a write that was not confirmed by then is answered with a timeout. */
export const WRITE_TIMEOUT_MS = 2_000;

/** What a write came to; `access-denied` for streams that nobody may write to. */
export type WriteAnswer = SubmitOutcome | { readonly kind: 'access-denied' };

// `$all` is not a stream, and metadata has no metadata. Only whole streams can be deleted.
const isForbidden = ({ kind, stream }: WriteCommand): boolean =>
  stream === '$all' || stream.startsWith('$$$$') || (kind !== 'append' && isMetadataStream(stream));

/** Submits a write from the wire. @throws RpcError UNAVAILABLE while the database is away */
export const write = async (
  writer: LogWriter,
  command: WriteCommand,
  timeoutMs = WRITE_TIMEOUT_MS,
): Promise<WriteAnswer> => {
  if (isForbidden(command)) return { kind: 'access-denied' };
  if (timeoutMs <= 0) return { kind: 'timeout' };
  try {
    return await writer.submit(command, Math.min(timeoutMs, WRITE_TIMEOUT_MS));
  } catch (error) {
    throw toRpcError(error);
  }
};
