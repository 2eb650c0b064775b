import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import { Server, ServerCredentials, type ServerWritableStream } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';
import { anyEvent } from '../../src/infrastructure/eventstore/eventCatalogue.js';
import { EsdbEventStore } from '../../src/infrastructure/eventstore/esdbEventStore.js';
import { InMemoryPersonKeys } from '../../src/infrastructure/eventstore/inMemoryPersonKeys.js';
import { createPersonalDataCodec } from '../../src/infrastructure/eventstore/personalDataCodec.js';
import { readEventResponse } from '../../src/infrastructure/eventstoreServer/wire.js';
import { eventually } from '../support/eventually.js';

const connect = (url: string) =>
  new EsdbEventStore({ url, codec: createPersonalDataCodec(new InMemoryPersonKeys()), catalogue: anyEvent });

/** A long log whose reads are counted while they are open: more than any window between client and server holds. */
const startLongLog = async () => {
  const EVENTS = 5_000n;
  let open = 0;
  const read = async (call: ServerWritableStream<streamsPb.ReadReq, streamsPb.ReadResp>): Promise<void> => {
    open += 1;
    call.once('close', () => (open -= 1));
    const wanted = BigInt(call.request.getOptions()?.getCount() ?? '0');
    for (let n = EVENTS; n > 0n && EVENTS - n < wanted && !call.cancelled; n -= 1n) {
      const event = {
        position: n,
        stream: 'long',
        revision: n - 1n,
        id: '6f1c1e0a-8f0b-4b7e-9d62-0a3c7c1f2b11',
        type: 'Noted',
        isJson: true,
        created: 0n,
        data: Buffer.from(JSON.stringify({ text: 'x'.repeat(1_000) })),
        metadata: Buffer.alloc(0),
      };
      if (!call.write(readEventResponse({ event }, false))) await once(call, 'drain');
    }
    call.end();
  };
  const server = new Server();
  server.addService(streamsGrpc.StreamsService, { read: (call: Parameters<typeof read>[0]) => void read(call) });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  return { url: `esdb://127.0.0.1:${port}?tls=false`, open: () => open, stop: () => server.forceShutdown() };
};

/** A server that takes connections and says nothing. */
const startSilence = async () => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    sockets,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
};

describe('calls of the event store', () => {
  it('asking for the last position leaves none open, however long the log is', async () => {
    const log = await startLongLog();
    const store = connect(log.url);
    try {
      for (let n = 0; n < 5; n += 1) expect(await store.lastPosition()).toBe(5_000n);
      await eventually(log.open, (open) => open === 0);
    } finally {
      await store.close();
      log.stop();
    }
  });

  it('closing does not wait for a server that is still being looked for', async () => {
    const silence = await startSilence();
    // The client asks for the cluster's members for most of a minute.
    const store = connect(`esdb+discover://127.0.0.1:${silence.port}?tls=false`);
    try {
      const reading = store.subscribe({ from: 'end' }).next();
      await eventually(
        () => silence.sockets.size,
        (count) => count > 0,
      );
      await store.close();
      expect(await reading).toEqual({ done: true, value: undefined });
    } finally {
      silence.stop();
    }
  }, 15_000);
});
