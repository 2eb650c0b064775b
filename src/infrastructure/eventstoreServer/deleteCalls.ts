import type { handleUnaryCall, ServerUnaryCall } from '@grpc/grpc-js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import {
  accessDenied,
  invalidArgument,
  streamDeleted,
  timedOut,
  toRpcError,
  unavailable,
  wrongExpectedVersion,
} from './rpcError.js';
import { refuseUnknownCredentials } from './credentials.js';
import type { LogWriter } from './logWriter.js';
import type { WriteCommand } from './writeBatch.js';
import { expectedRevisionOf, streamNameOf } from './wire.js';
import { write } from './writes.js';

const writtenAt = async (
  writer: LogWriter,
  kind: WriteCommand['kind'],
  call: ServerUnaryCall<streamsPb.DeleteReq | streamsPb.TombstoneReq, unknown>,
): Promise<string> => {
  refuseUnknownCredentials(call.metadata);
  const options = call.request.getOptions();
  if (!options) throw invalidArgument('The request has no options');
  const stream = streamNameOf(options.getStreamIdentifier());
  const expected = expectedRevisionOf(options);
  const answer = await write(writer, { kind, stream, expected, events: [] });
  switch (answer.kind) {
    case 'success':
      if (answer.position === undefined) throw unavailable('The deletion has no position');
      return answer.position.toString();
    case 'wrong-expected-version':
      throw wrongExpectedVersion(stream, expected, answer.current);
    case 'stream-deleted':
      throw streamDeleted(stream);
    case 'access-denied':
      throw accessDenied();
    case 'timeout':
      throw timedOut();
  }
};

/** The soft delete: readers see no stream until somebody appends again. */
export const deleteCall =
  (writer: LogWriter): handleUnaryCall<streamsPb.DeleteReq, streamsPb.DeleteResp> =>
  (call, callback) => {
    writtenAt(writer, 'delete', call).then(
      (position) =>
        callback(
          null,
          new streamsPb.DeleteResp().setPosition(
            new streamsPb.DeleteResp.Position().setCommitPosition(position).setPreparePosition(position),
          ),
        ),
      (error: unknown) => callback(toRpcError(error)),
    );
  };

/** The hard delete: the name can never be written to or read again. */
export const tombstoneCall =
  (writer: LogWriter): handleUnaryCall<streamsPb.TombstoneReq, streamsPb.TombstoneResp> =>
  (call, callback) => {
    writtenAt(writer, 'tombstone', call).then(
      (position) =>
        callback(
          null,
          new streamsPb.TombstoneResp().setPosition(
            new streamsPb.TombstoneResp.Position().setCommitPosition(position).setPreparePosition(position),
          ),
        ),
      (error: unknown) => callback(toRpcError(error)),
    );
  };
