import { status, type handleBidiStreamingCall, type ServerDuplexStream } from '@grpc/grpc-js';
import codePb from '@eventstore/db-client/generated/code_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { Message } from 'google-protobuf';
import anyPb from 'google-protobuf/google/protobuf/any_pb.js';
import emptyPb from 'google-protobuf/google/protobuf/empty_pb.js';
import { refuseUnknownCredentials } from './credentials.js';
import type { LogWriter } from './logWriter.js';
import { RpcError, toRpcError } from './rpcError.js';
import { NO_STREAM, type ExpectedRevision, type ProposedEvent } from './storedEvent.js';
import { appendSizeOf, proposedEventOf, streamIdentifier, streamNameOf, uuidMessage, uuidOf } from './wire.js';
import { write, WRITE_TIMEOUT_MS, type WriteAnswer } from './writes.js';

type Call = ServerDuplexStream<streamsPb.BatchAppendReq, streamsPb.BatchAppendResp>;

/** Appends of which a client has sent a part; more than this at once is not a client but an attack. */
const MAX_OPEN_APPENDS = 1_000;
/** With more waiting to be written, the client is read no further. */
const MAX_PENDING_BYTES = 32 * 1024 * 1024;

interface OpenAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly deadline: number;
  readonly events: ProposedEvent[];
  size: number;
  expiry: NodeJS.Timeout | undefined;
}

const statusOf = (code: codePb.Code, text: string, name: string, details: Message): statusPb.Status => {
  const any = new anyPb.Any();
  any.pack(details.serializeBinary(), `event_store.client.${name}`);
  return new statusPb.Status().setCode(code).setMessage(text).setDetails(any);
};

const wrongExpectedVersion = (expected: ExpectedRevision, current: bigint): statusPb.Status => {
  const details = new sharedPb.WrongExpectedVersion();
  if (current === NO_STREAM) details.setCurrentNoStream(new emptyPb.Empty());
  else details.setCurrentStreamRevision(current.toString());
  if (expected === 'any') details.setExpectedAny(new emptyPb.Empty());
  else if (expected === 'stream_exists') details.setExpectedStreamExists(new emptyPb.Empty());
  else if (expected === NO_STREAM) details.setExpectedNoStream(new emptyPb.Empty());
  else details.setExpectedStreamPosition(expected.toString());
  return statusOf(codePb.Code.ALREADY_EXISTS, 'Wrong expected version', 'WrongExpectedVersion', details);
};

const badRequest = (text: string): statusPb.Status =>
  statusOf(codePb.Code.INVALID_ARGUMENT, text, 'BadRequest', new sharedPb.BadRequest().setMessage(text));

const tooBig = (limit: number): statusPb.Status =>
  statusOf(
    codePb.Code.INVALID_ARGUMENT,
    'Maximum append size exceeded',
    'MaximumAppendSizeExceeded',
    new sharedPb.MaximumAppendSizeExceeded().setMaxappendsize(limit),
  );

const timeout = (): statusPb.Status =>
  statusOf(codePb.Code.DEADLINE_EXCEEDED, 'Timeout', 'Timeout', new sharedPb.Timeout());

const success = ({ revision, position }: Extract<WriteAnswer, { kind: 'success' }>) => {
  const message = new streamsPb.BatchAppendResp.Success();
  if (revision === NO_STREAM) message.setNoStream(new emptyPb.Empty());
  else message.setCurrentRevision(revision.toString());
  if (position === undefined) message.setNoPosition(new emptyPb.Empty());
  else {
    const text = position.toString();
    message.setPosition(new sharedPb.AllStreamPosition().setCommitPosition(text).setPreparePosition(text));
  }
  return message;
};

const expectedOf = (options: streamsPb.BatchAppendReq.Options): ExpectedRevision => {
  if (options.hasStreamPosition()) return BigInt(options.getStreamPosition());
  if (options.hasNoStream()) return NO_STREAM;
  return options.hasStreamExists() ? 'stream_exists' : 'any';
};

/** When the client wants its answer, in milliseconds since the epoch, at most the server's own write timeout away. */
const deadlineOf = (options: streamsPb.BatchAppendReq.Options): number => {
  const latest = Date.now() + WRITE_TIMEOUT_MS;
  const asked = options.getDeadline();
  return asked ? Math.min(latest, asked.getSeconds() * 1_000 + asked.getNanos() / 1_000_000) : latest;
};

/** One client's stream of appends: chunks in, exactly one answer per correlation id out. */
class AppendStream {
  private readonly open = new Map<string, OpenAppend>();
  /** Correlations that were refused before their last chunk came; the rest of them is ignored. */
  private readonly refused = new Set<string>();
  private pending = 0;
  private pendingBytes = 0;
  private isEnded = false;
  private isOver = false;

  constructor(
    private readonly call: Call,
    private readonly writer: LogWriter,
    private readonly maxAppendSize: number,
  ) {
    call.on('data', (request: streamsPb.BatchAppendReq) => this.receive(request));
    call.on('end', () => this.finish());
    call.on('cancelled', () => this.stop());
    call.on('error', () => this.stop());
  }

  private receive(request: streamsPb.BatchAppendReq): void {
    if (this.isOver) return;
    const id = uuidOf(request.getCorrelationId());
    if (id === undefined) {
      this.fail(new RpcError(status.INVALID_ARGUMENT, 'The correlation id is not a UUID'));
      return;
    }
    if (this.refused.has(id)) {
      if (request.getIsFinal()) this.refused.delete(id);
      return;
    }
    try {
      this.collect(id, request);
    } catch (error) {
      this.refuse(id, request, toRpcError(error));
    }
  }

  private collect(id: string, request: streamsPb.BatchAppendReq): void {
    const append = this.open.get(id) ?? this.begin(id, request);
    if (append.deadline <= Date.now()) {
      this.refuseWith(id, request, append, timeout());
      return;
    }
    for (const message of request.getProposedMessagesList()) {
      const event = proposedEventOf(message);
      append.size += appendSizeOf(event);
      if (append.size > this.maxAppendSize) {
        this.refuseWith(id, request, append, tooBig(this.maxAppendSize));
        return;
      }
      append.events.push(event);
    }
    if (request.getIsFinal()) this.submit(id, append);
    else this.awaitMore(id, append);
  }

  private begin(id: string, request: streamsPb.BatchAppendReq): OpenAppend {
    const options = request.getOptions();
    if (!options) throw new RpcError(status.INVALID_ARGUMENT, 'The first message of an append has no options');
    return {
      stream: streamNameOf(options.getStreamIdentifier()),
      expected: expectedOf(options),
      deadline: deadlineOf(options),
      events: [],
      size: 0,
      expiry: undefined,
    };
  }

  private awaitMore(id: string, append: OpenAppend): void {
    if (this.open.has(id)) return;
    if (this.open.size >= MAX_OPEN_APPENDS) {
      this.fail(new RpcError(status.RESOURCE_EXHAUSTED, `More than ${MAX_OPEN_APPENDS} appends are unfinished`));
      return;
    }
    this.open.set(id, append);
    append.expiry = setTimeout(() => {
      this.open.delete(id);
      this.ignoreRest(id);
      this.answerError(id, append.stream, timeout());
    }, append.deadline - Date.now());
  }

  private submit(id: string, append: OpenAppend): void {
    this.close(id, append);
    const { stream, expected, events, deadline } = append;
    this.pending += 1;
    this.pendingBytes += append.size;
    if (this.pendingBytes > MAX_PENDING_BYTES) this.call.pause();
    write(this.writer, { kind: 'append', stream, expected, events }, deadline - Date.now())
      .then((answer) => this.answer(id, append, answer))
      .catch((error: unknown) => this.fail(toRpcError(error)))
      .finally(() => {
        this.pending -= 1;
        this.pendingBytes -= append.size;
        if (this.call.isPaused() && this.pendingBytes <= MAX_PENDING_BYTES) this.call.resume();
        this.endWhenDone();
      });
  }

  private answer(id: string, { stream, expected }: OpenAppend, answer: WriteAnswer): void {
    switch (answer.kind) {
      case 'success':
        this.send(this.response(id, stream).setSuccess(success(answer)));
        return;
      case 'wrong-expected-version':
        this.answerError(id, stream, wrongExpectedVersion(expected, answer.current));
        return;
      case 'stream-deleted': {
        const details = new sharedPb.StreamDeleted().setStreamIdentifier(streamIdentifier(stream));
        this.answerError(id, stream, statusOf(codePb.Code.NOT_FOUND, 'Stream deleted', 'StreamDeleted', details));
        return;
      }
      case 'access-denied':
        this.answerError(
          id,
          stream,
          statusOf(codePb.Code.PERMISSION_DENIED, 'Access denied', 'AccessDenied', new sharedPb.AccessDenied()),
        );
        return;
      case 'timeout':
        this.answerError(id, stream, timeout());
    }
  }

  private refuse(id: string, request: streamsPb.BatchAppendReq, error: RpcError): void {
    this.refuseWith(id, request, this.open.get(id), badRequest(error.details));
  }

  private refuseWith(
    id: string,
    request: streamsPb.BatchAppendReq,
    append: OpenAppend | undefined,
    reason: statusPb.Status,
  ): void {
    if (append) this.close(id, append);
    if (!request.getIsFinal()) this.ignoreRest(id);
    this.answerError(id, append?.stream ?? '', reason);
  }

  private ignoreRest(id: string): void {
    this.refused.add(id);
    if (this.refused.size <= MAX_OPEN_APPENDS) return;
    // A correlation whose last chunk never comes would be remembered for ever.
    this.fail(
      new RpcError(status.RESOURCE_EXHAUSTED, `More than ${MAX_OPEN_APPENDS} refused appends were left unfinished`),
    );
  }

  private close(id: string, append: OpenAppend): void {
    clearTimeout(append.expiry);
    this.open.delete(id);
  }

  private response(id: string, stream: string): streamsPb.BatchAppendResp {
    return new streamsPb.BatchAppendResp()
      .setCorrelationId(uuidMessage(id))
      .setStreamIdentifier(streamIdentifier(stream));
  }

  private answerError(id: string, stream: string, reason: statusPb.Status): void {
    this.send(this.response(id, stream).setError(reason));
  }

  private send(response: streamsPb.BatchAppendResp): void {
    if (!this.isOver) this.call.write(response);
  }

  /** The client sends no more; what it sent in full is still answered. */
  private finish(): void {
    this.isEnded = true;
    this.endWhenDone();
  }

  private endWhenDone(): void {
    if (!this.isEnded || this.isOver || this.pending > 0) return;
    this.stop();
    this.call.end();
  }

  private fail(error: RpcError): void {
    if (this.isOver) return;
    this.stop();
    this.call.emit('error', error);
  }

  private stop(): void {
    this.isOver = true;
    for (const { expiry } of this.open.values()) clearTimeout(expiry);
    this.open.clear();
    this.refused.clear();
  }
}

/** BatchAppend, the call that the clients use by default: one long stream with many appends on it. */
export const batchAppendCall =
  (
    writer: LogWriter,
    maxAppendSize: number,
  ): handleBidiStreamingCall<streamsPb.BatchAppendReq, streamsPb.BatchAppendResp> =>
  (call) => {
    try {
      refuseUnknownCredentials(call.metadata);
      new AppendStream(call, writer, maxAppendSize);
    } catch (error) {
      call.emit('error', toRpcError(error));
    }
  };
