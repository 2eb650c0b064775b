import { randomUUID } from 'node:crypto';
import type { handleServerStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import { refuseUnknownCredentials } from './credentials.js';
import type { EventFilter } from './eventFilter.js';
import type { EventSource } from './eventSource.js';
import type { LinkResolver } from './linkResolver.js';
import { readRequestOf, type ReadRequest } from './readRequest.js';
import { toRpcError } from './rpcError.js';
import type { StoredEvent } from './storedEvent.js';
import { readEventResponse, streamIdentifier, type ResolvedEvent } from './wire.js';

type Call = ServerWritableStream<streamsPb.ReadReq, streamsPb.ReadResp>;

/** Writes no faster than the client reads: each batch waits until the one before has left. */
class Responses {
  private readonly cancellation = new AbortController();

  constructor(
    private readonly call: Call,
    private readonly links: LinkResolver,
    private readonly request: ReadRequest,
  ) {
    call.once('cancelled', () => this.cancellation.abort());
    call.once('error', () => this.cancellation.abort());
    call.once('close', () => this.cancellation.abort());
  }

  get signal(): AbortSignal {
    return this.cancellation.signal;
  }

  async send(response: streamsPb.ReadResp): Promise<void> {
    if (!this.signal.aborted && !this.call.write(response)) await this.drained();
  }

  async sendEvents(events: readonly StoredEvent[]): Promise<void> {
    const resolved: readonly ResolvedEvent[] = this.request.resolvesLinks
      ? await this.links.resolve(events)
      : events.map((event) => ({ event }));
    for (const event of resolved) {
      if (this.signal.aborted) return;
      const response = readEventResponse(event, this.request.wantsStructuredIds);
      if (!this.call.write(response)) await this.drained();
    }
  }

  sendCheckpoint(position: bigint): Promise<void> {
    const text = position.toString();
    const checkpoint = new streamsPb.ReadResp.Checkpoint().setCommitPosition(text).setPreparePosition(text);
    return this.send(new streamsPb.ReadResp().setCheckpoint(checkpoint));
  }

  private drained(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.call.removeListener('drain', done);
        this.signal.removeEventListener('abort', done);
        resolve();
      };
      this.call.once('drain', done);
      this.signal.addEventListener('abort', done, { once: true });
      if (this.signal.aborted) done();
    });
  }
}

const readStream = async (source: EventSource, stream: string, request: ReadRequest, out: Responses): Promise<void> => {
  const reading = await source.openStream(stream);
  if (reading === 'missing') {
    const notFound = new streamsPb.ReadResp.StreamNotFound().setStreamIdentifier(streamIdentifier(stream));
    await out.send(new streamsPb.ReadResp().setStreamNotFound(notFound));
    return;
  }
  const { from, isBackwards, count, wantsStreamPositions } = request;
  let isEmpty = true;
  for await (const events of reading.pages(from, isBackwards, count === 'subscribe' ? 0n : count)) {
    isEmpty = false;
    await out.sendEvents(events);
    if (out.signal.aborted) return;
  }
  if (!wantsStreamPositions) return;
  if (isEmpty && from !== reading.nextRevision) {
    await out.send(new streamsPb.ReadResp().setFirstStreamPosition(reading.nextRevision.toString()));
  }
  await out.send(new streamsPb.ReadResp().setLastStreamPosition(reading.lastRevision.toString()));
};

const readAll = async (source: EventSource, request: ReadRequest, out: Responses): Promise<void> => {
  const { from, isBackwards, count, filter } = request;
  let left = count === 'subscribe' ? 0n : count;
  // With a filter the count means matching events, so the pages are not bounded by it.
  for await (const page of source.readAll(from, isBackwards, filter ? 2n ** 62n : left)) {
    const events = filter ? page.filter((event) => filter.matches(event)).slice(0, Number(left)) : page;
    await out.sendEvents(events);
    left -= BigInt(events.length);
    if (left <= 0n || out.signal.aborted) return;
  }
};

/** Sends what matches and, every so many considered events and at the end of the history, how far it has come. */
const sendFiltered = async (
  filter: EventFilter,
  batches: ReturnType<EventSource['followAll']>,
  out: Responses,
): Promise<void> => {
  let considered = 0;
  let last: bigint | undefined;
  let told: bigint | undefined;
  const checkpoint = async () => {
    considered = 0;
    if (last === undefined || last === told) return;
    told = last;
    await out.sendCheckpoint(last);
  };
  for await (const batch of batches) {
    if (batch === 'caught-up') {
      await checkpoint();
      await out.send(caughtUp());
      continue;
    }
    let matching: StoredEvent[] = [];
    for (const event of batch) {
      if (filter.matches(event)) matching.push(event);
      last = event.position;
      considered += 1;
      if (considered < filter.checkpointEvery) continue;
      await out.sendEvents(matching);
      matching = [];
      await checkpoint();
    }
    await out.sendEvents(matching);
  }
};

const caughtUp = () => new streamsPb.ReadResp().setCaughtUp(new streamsPb.ReadResp.CaughtUp());

const subscribe = async (source: EventSource, request: ReadRequest, out: Responses): Promise<void> => {
  const { stream, from, filter } = request;
  const batches =
    stream === undefined ? source.followAll(from, out.signal) : source.followStream(stream, from, out.signal);
  const confirmation = new streamsPb.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID());
  await out.send(new streamsPb.ReadResp().setConfirmation(confirmation));
  if (filter) return sendFiltered(filter, batches, out);
  for await (const batch of batches) {
    if (batch === 'caught-up') await out.send(caughtUp());
    else await out.sendEvents(batch);
  }
};

/** Read: finite reads and subscriptions, of one stream or of `$all`. */
export const readCall =
  (source: EventSource, links: LinkResolver): handleServerStreamingCall<streamsPb.ReadReq, streamsPb.ReadResp> =>
  (call) => {
    const run = async () => {
      refuseUnknownCredentials(call.metadata);
      const request = readRequestOf(call.request);
      const out = new Responses(call, links, request);
      if (request.count === 'subscribe') await subscribe(source, request, out);
      else if (request.stream === undefined) await readAll(source, request, out);
      else await readStream(source, request.stream, request, out);
      if (!out.signal.aborted) call.end();
    };
    run().catch((error: unknown) => call.emit('error', toRpcError(error)));
  };
