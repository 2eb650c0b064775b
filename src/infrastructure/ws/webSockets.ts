import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { WebSocketServer, type WebSocket } from 'ws';
import { TOPICS, type Bus, type BusMessage } from '../../application/ports/bus.js';
import type { Principal } from '../identity/principal.js';
import { parseLiveId } from '../notifications/liveMessages.js';
import type { Channel } from './channels.js';
import { CLOSE } from './closeCodes.js';
import { createSocketMetrics } from './socketMetrics.js';
import { LiveConnection, type ConnectionLimits, type ReplayFrom } from './liveConnection.js';
import { framesOf, isAfter, type LiveFrame, type LivePlace } from './liveFrame.js';

export interface WebSocketDeps {
  readonly principalOf: (token: string) => Promise<Principal | null>;
  readonly bus: Pick<Bus, 'broadcast'>;
  /** Names this process among those running. */
  readonly instance: string;
  /** The log that positions belong to. */
  readonly storeId: string;
  /** Bus messages of the log after a position (exclusive), in order, ending at its present end. */
  readonly replay: (after: bigint) => AsyncIterable<BusMessage>;
  readonly lastPosition: () => Promise<bigint>;
  /** `initial_stats` of `/ws/orders`. */
  readonly initialStats: () => Promise<object>;
  readonly logger: Logger;
  readonly metrics: Registry;
  readonly limits?: Partial<ConnectionLimits> & { readonly heartbeatMs?: number };
}

export interface WebSockets {
  /** Open sockets, authenticated or not. */
  readonly connections: number;
  /** Tells every client to come back, and lets go of those that do not answer. */
  close(): Promise<void>;
}

const PATH = /^(?:\/api\/v1)?\/ws\/(notifications|orders)$/;
const MAX_MESSAGE_BYTES = 16_384;
/** A dead peer is found within two beats. */
const HEARTBEAT_MS = 14_000;
/** Events remembered so that one that the bus delivers again is not told again. */
const REMEMBERED_EVENTS = 20_000;
const CLOSE_WAIT_MS = 1_000;
/** Index after every message of an event. */
const WHOLE_EVENT = Number.MAX_SAFE_INTEGER;

const DEFAULT_LIMITS: ConnectionLimits = {
  authenticationMs: 4_500,
  maxBufferedBytes: 1_048_576,
  maxStallMs: 20_000,
  maxHeldFrames: 5_000,
};

const refuse = (stream: Duplex, status: string): void => {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** The token of a handshake's subprotocol pair `bearer, <token>`; undefined when it brings none at all. */
const tokenOf = (request: IncomingMessage): string | null | undefined => {
  const offered = request.headers['sec-websocket-protocol'];
  if (offered === undefined) return undefined;
  const [scheme, token] = offered.split(',').map((part) => part.trim());
  return scheme === 'bearer' && token ? token : null;
};

const replayFrom = async (query: URLSearchParams, deps: WebSocketDeps): Promise<ReplayFrom> => {
  const id = query.get('last_id');
  const position = query.get('from_position');
  if (id === null && position === null) return null;
  const place: LivePlace | null =
    id !== null
      ? parseLiveId(id, deps.storeId)
      : /^[0-9]{1,19}$/.test(position ?? '')
        ? // Everything of the event at this position was heard.
          { position: BigInt(position ?? ''), index: WHOLE_EVENT }
        : null;
  if (!place || place.position > (await deps.lastPosition())) return 'unknown';
  return place;
};

/** Frames after a place; the event that the place lies in is read again for those of its messages that come after it. */
async function* framesAfter(deps: WebSocketDeps, after: LivePlace): AsyncGenerator<LiveFrame> {
  const isWhole = after.index === WHOLE_EVENT || after.position === 0n;
  for await (const message of deps.replay(isWhole ? after.position : after.position - 1n)) {
    for (const frame of framesOf(message)) if (isAfter(frame, after)) yield frame;
  }
}

/** Live messages for browsers and other clients (contract §4), on a server that somebody else made. */
export const createWebSockets = async (server: Server, deps: WebSocketDeps): Promise<WebSockets> => {
  const { heartbeatMs = HEARTBEAT_MS, ...given } = deps.limits ?? {};
  const limits = { ...DEFAULT_LIMITS, ...given };
  const connections = new Set<LiveConnection>();
  const heard = new LRUCache<string, true>({ max: REMEMBERED_EVENTS });
  const dirty = new Set<LiveConnection>();
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    perMessageDeflate: false,
    maxPayload: MAX_MESSAGE_BYTES,
    handleProtocols: (protocols) => (protocols.has('bearer') ? 'bearer' : false),
  });

  const flushAll = (): void => {
    for (const connection of dirty) connection.flush();
    dirty.clear();
  };

  const broadcast = (message: BusMessage): void => {
    if (heard.has(message.id)) return;
    heard.set(message.id, true);
    for (const frame of framesOf(message)) {
      for (const connection of connections) {
        if (!connection.hear(frame)) continue;
        // Whatever comes in the same turn of the event loop goes out together.
        if (dirty.size === 0) setImmediate(flushAll);
        dirty.add(connection);
      }
    }
  };

  const metrics = createSocketMetrics(deps.metrics, () => connections.size);

  const accept = (
    socket: WebSocket,
    stream: Duplex,
    path: string,
    from: ReplayFrom,
    known: { readonly principal: Principal; readonly token: string } | null,
  ) => {
    const channel: Channel = path === 'orders' ? 'orders' : 'all';
    const connection = new LiveConnection(socket, stream, channel, from, {
      limits,
      principalOf: deps.principalOf,
      replay: (after) => framesAfter(deps, after),
      greeting: async () =>
        path === 'orders' ? { type: 'initial_stats', data: await deps.initialStats() } : Promise.resolve(null),
      onSent: metrics.countMessages,
      onError: (error) => deps.logger.error({ err: error }, 'a live connection failed'),
    });
    connections.add(connection);
    socket.once('close', (code) => {
      connections.delete(connection);
      metrics.countClosed(code);
    });
    connection.start(known);
  };

  const upgrade = async (request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> => {
    const address = `http://localhost${request.url ?? '/'}`;
    const url = URL.canParse(address) ? new URL(address) : undefined;
    const [, path] = PATH.exec(url?.pathname ?? '') ?? [];
    if (!url || path === undefined) return refuse(stream, '404 Not Found');
    const token = tokenOf(request);
    const principal = token ? await deps.principalOf(token) : null;
    const known = token && principal ? { principal, token } : null;
    if (token !== undefined && !known) return refuse(stream, '401 Unauthorized');
    const from = await replayFrom(url.searchParams, deps);
    sockets.handleUpgrade(request, stream, head, (socket) => accept(socket, stream, path, from, known));
  };

  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    // A peer that hangs up meanwhile must not end the process.
    stream.on('error', () => undefined);
    upgrade(request, stream, head).catch((error: unknown) => {
      deps.logger.error({ err: error }, 'a WebSocket handshake failed');
      refuse(stream, '503 Service Unavailable');
    });
  };

  const consumer = await deps.bus.broadcast({
    instance: deps.instance,
    topics: Object.values(TOPICS),
    handle: broadcast,
  });
  // Not waited for: what is published until the consumer is ready it reads from the log, and without a broker the
  // program must still answer, if only to say so.
  server.on('upgrade', onUpgrade);
  const heartbeat = setInterval(() => connections.forEach((connection) => connection.probe()), heartbeatMs);

  return {
    get connections() {
      return connections.size;
    },
    close: async () => {
      server.off('upgrade', onUpgrade);
      clearInterval(heartbeat);
      await consumer.close();
      for (const connection of connections) connection.close(CLOSE.restart, 'restarting');
      const deadline = Date.now() + CLOSE_WAIT_MS;
      while (sockets.clients.size > 0 && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      for (const socket of sockets.clients) socket.terminate();
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
    },
  };
};
