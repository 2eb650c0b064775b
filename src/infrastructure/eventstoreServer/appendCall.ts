import type { handleClientStreamingCall } from '@grpc/grpc-js';
import { refuseUnknownCredentials } from './credentials.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import {
  accessDenied,
  invalidArgument,
  maximumAppendSizeExceeded,
  streamDeleted,
  timedOut,
  toRpcError,
} from './rpcError.js';
import type { LogWriter } from './logWriter.js';
import { NO_STREAM, type ExpectedRevision, type ProposedEvent } from './storedEvent.js';
import { appendSizeOf, expectedRevisionOf, proposedEventOf, streamNameOf } from './wire.js';
import { write, type WriteAnswer } from './writes.js';

const success = ({ revision, position }: Extract<WriteAnswer, { kind: 'success' }>): streamsPb.AppendResp => {
  const message = new streamsPb.AppendResp.Success();
  if (revision === NO_STREAM) message.setNoStream(new sharedPb.Empty());
  else message.setCurrentRevision(revision.toString());
  if (position === undefined) message.setNoPosition(new sharedPb.Empty());
  else {
    const text = position.toString();
    message.setPosition(new streamsPb.AppendResp.Position().setCommitPosition(text).setPreparePosition(text));
  }
  return new streamsPb.AppendResp().setSuccess(message);
};

/** A wrong expectation is an answer here, not an error. */
const wrongExpectedVersion = (expected: ExpectedRevision, current: bigint): streamsPb.AppendResp => {
  const message = new streamsPb.AppendResp.WrongExpectedVersion();
  if (current === NO_STREAM) message.setCurrentNoStream(new sharedPb.Empty());
  else message.setCurrentRevision(current.toString());
  if (expected === 'any') message.setExpectedAny(new sharedPb.Empty());
  else if (expected === 'stream_exists') message.setExpectedStreamExists(new sharedPb.Empty());
  else if (expected === NO_STREAM) message.setExpectedNoStream(new sharedPb.Empty());
  else message.setExpectedRevision(expected.toString());
  return new streamsPb.AppendResp().setWrongExpectedVersion(message);
};

const answerOf = (stream: string, expected: ExpectedRevision, answer: WriteAnswer): streamsPb.AppendResp => {
  switch (answer.kind) {
    case 'success':
      return success(answer);
    case 'wrong-expected-version':
      return wrongExpectedVersion(expected, answer.current);
    case 'stream-deleted':
      throw streamDeleted(stream);
    case 'access-denied':
      throw accessDenied();
    case 'timeout':
      throw timedOut();
  }
};

/** Append, the classic call: options first, then one message per event, decided when the client has sent all. */
export const appendCall =
  (writer: LogWriter, maxAppendSize: number): handleClientStreamingCall<streamsPb.AppendReq, streamsPb.AppendResp> =>
  async (call, callback) => {
    try {
      refuseUnknownCredentials(call.metadata);
      let target: { stream: string; expected: ExpectedRevision } | undefined;
      const events: ProposedEvent[] = [];
      let size = 0;
      for await (const message of call as AsyncIterable<streamsPb.AppendReq>) {
        const options = message.getOptions();
        const proposed = message.getProposedMessage();
        if (options) {
          target = { stream: streamNameOf(options.getStreamIdentifier()), expected: expectedRevisionOf(options) };
        } else if (proposed) {
          const event = proposedEventOf(proposed);
          size += appendSizeOf(event);
          if (size > maxAppendSize) throw maximumAppendSizeExceeded(maxAppendSize);
          events.push(event);
        }
      }
      if (!target) throw invalidArgument('An append begins with its options');
      const answer = await write(writer, { kind: 'append', ...target, events });
      callback(null, answerOf(target.stream, target.expected, answer));
    } catch (error) {
      callback(toRpcError(error));
    }
  };
