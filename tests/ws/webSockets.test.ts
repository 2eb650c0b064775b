import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import WebSocket from 'ws';
import type { BusMessage, Consumer } from '../../src/application/ports/bus.js';
import type { Principal } from '../../src/infrastructure/identity/principal.js';
import { createWebSockets, type WebSockets } from '../../src/infrastructure/ws/webSockets.js';
import { waitUntil } from '../http/support/waitUntil.js';

const STORE = 'store-1';
const log: BusMessage[] = [];
const listeners = new Set<(message: BusMessage) => void | Promise<void>>();
const metrics = new Registry();
let server: Server;
let sockets: WebSockets;
let url: string;
const open: Client[] = [];

const principal = (change: Partial<Principal> = {}): Principal => ({
  userId: 'u1',
  username: 'ana',
  roles: ['operator'],
  mustChangePassword: false,
  expiresAt: Date.now() + 60_000,
  ...change,
});

let isShutOut = false;
const principals: Readonly<Record<string, () => Principal | null>> = {
  good: () => principal(),
  soon: () => principal({ expiresAt: Date.now() + 150 }),
  unchanged: () => principal({ mustChangePassword: true }),
  disabled: () => (isShutOut ? null : principal()),
  demoted: () => principal({ roles: isShutOut ? [] : ['auditor'] }),
};

const order = (position: number): BusMessage => ({
  topic: 'magflow.orders.v1',
  id: `event-${position}`,
  type: 'magflow.AwbGenerated',
  source: `/magflow/${STORE}`,
  subject: `order-main-${position}`,
  time: '2026-03-02T10:00:00.000Z',
  key: `order-main-${position}`,
  stream: `order-main-${position}`,
  revision: 4n,
  position: BigInt(position),
  data: {
    account_type: 'main',
    order_id: String(position),
    operation_id: 'op',
    awb_number: '4EMG1',
    reservation_id: null,
    barcodes: [],
    courier_account_id: '101',
    courier_name: 'Sameday',
    at: '2026-03-02T10:00:00.000Z',
  },
});

const publish = (message: BusMessage): void => {
  log.push(message);
  for (const hear of listeners) void hear(message);
};

interface Envelope {
  readonly id?: string;
  readonly type: string;
  readonly channel?: string;
  readonly code?: string;
  readonly position?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

class Client {
  readonly messages: Envelope[] = [];
  closed: { code: number; reason: string } | null = null;
  refused: number | null = null;
  readonly socket: WebSocket;

  constructor(path: string, protocols: string[] = ['bearer', 'good']) {
    this.socket = new WebSocket(`${url}${path}`, protocols);
    this.socket.on('message', (data) => this.messages.push(JSON.parse(String(data)) as Envelope));
    this.socket.on('close', (code, reason) => (this.closed = { code, reason: String(reason) }));
    this.socket.on('unexpected-response', (_request, response) => {
      this.refused = response.statusCode ?? 0;
      response.resume();
      this.socket.terminate();
    });
    this.socket.on('error', () => undefined);
    open.push(this);
  }

  async saw(count: number): Promise<Envelope[]> {
    await waitUntil(() => expect(this.messages.length).toBeGreaterThanOrEqual(count));
    return this.messages;
  }

  get positions(): (string | undefined)[] {
    return this.messages.filter(({ id }) => id !== undefined).map(({ position }) => position);
  }
}

beforeAll(async () => {
  server = createServer((_req, res) => res.writeHead(404).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  sockets = await createWebSockets(server, {
    principalOf: (token) => Promise.resolve(principals[token]?.() ?? null),
    bus: {
      broadcast: ({ handle }): Promise<Consumer> => {
        listeners.add(handle);
        return Promise.resolve({
          // As while there is no broker: sockets are served all the same.
          ready: new Promise(() => undefined),
          close: () => Promise.resolve(void listeners.delete(handle)),
        });
      },
    },
    instance: 'test',
    storeId: STORE,
    replay: async function* (after) {
      for (const message of log.filter(({ position }) => position > after)) {
        await new Promise((resolve) => setImmediate(resolve));
        yield message;
      }
    },
    lastPosition: () => Promise.resolve(log.at(-1)?.position ?? 0n),
    initialStats: () => Promise.resolve({ new: 3 }),
    logger: pino({ level: 'silent' }),
    metrics,
    limits: { authenticationMs: 200, maxBufferedBytes: 100_000, heartbeatMs: 1_500, maxHeldFrames: 5 },
  });
});
afterEach(() => {
  for (const client of open.splice(0)) client.socket.terminate();
});
afterAll(async () => {
  await sockets.close();
  await new Promise((resolve) => server.close(resolve));
});

describe('opening a socket', () => {
  it.each(['/ws/notifications', '/api/v1/ws/notifications'])('%s starts on all channels', async (path) => {
    const client = new Client(path);
    expect(await client.saw(1)).toEqual([{ type: 'connection_established', channel: 'all' }]);
    expect(client.socket.protocol).toBe('bearer');
  });

  it('/ws/orders starts on orders and brings first figures', async () => {
    const client = new Client('/ws/orders');
    expect(await client.saw(2)).toEqual([
      { type: 'connection_established', channel: 'orders' },
      { type: 'initial_stats', data: { new: 3 } },
    ]);
  });

  it.each([
    ['a bad token', '/ws/orders', ['bearer', 'bad'], 401],
    ['no token beside bearer', '/ws/orders', ['bearer'], 401],
    ['another protocol', '/ws/orders', ['chat'], 401],
    ['another path', '/ws/other', ['bearer', 'good'], 404],
  ])('is refused with %s', async (_what, path, protocols, status) => {
    const client = new Client(path, protocols);
    await waitUntil(() => expect(client.refused).toBe(status));
  });

  it('takes the token in the first message', async () => {
    const client = new Client('/ws/notifications', []);
    client.socket.on('open', () => client.socket.send('{"type":"authenticate","token":"good"}'));
    expect(await client.saw(1)).toEqual([{ type: 'connection_established', channel: 'all' }]);
  });

  it('begins once, however often the token is sent', async () => {
    const client = new Client('/ws/notifications', []);
    client.socket.on('open', () => {
      client.socket.send('{"type":"authenticate","token":"good"}');
      client.socket.send('{"type":"authenticate","token":"good"}');
      client.socket.send('ping');
    });
    await waitUntil(() => expect(client.messages).toContainEqual({ type: 'pong' }));
    await waitUntil(() =>
      expect(client.messages).toContainEqual(expect.objectContaining({ type: 'connection_established' })),
    );
    expect(client.messages.map((message) => Object(message).type).sort()).toEqual([
      'connection_established',
      'error',
      'pong',
    ]);
  });

  it('takes no token from the address', async () => {
    const client = new Client('/ws/notifications?token=good', []);
    await waitUntil(() => expect(client.closed?.code).toBe(4401));
    expect(client.messages).toEqual([]);
  });

  it.each([
    ['says nothing', null],
    ['brings a bad token', '{"type":"authenticate","token":"bad"}'],
  ])('ends with 4401 for a client that %s', async (_what, text) => {
    const client = new Client('/ws/notifications', []);
    if (text) client.socket.on('open', () => client.socket.send(text));
    await waitUntil(() => expect(client.closed?.code).toBe(4401));
  });

  it('ends with 4403 for a user who must choose a password', async () => {
    const client = new Client('/ws/notifications', ['bearer', 'unchanged']);
    await waitUntil(() => expect(client.closed?.code).toBe(4403));
  });

  it('ends with 4401 when the token expires', async () => {
    const client = new Client('/ws/notifications', ['bearer', 'soon']);
    await client.saw(1);
    await waitUntil(() => expect(client.closed?.code).toBe(4401));
  });
});

describe('a socket whose user', () => {
  it.each([
    ['is shut out', 'disabled', 4401],
    ['lost the role', 'demoted', 4403],
  ])('%s meanwhile is closed', async (_what, token, code) => {
    isShutOut = false;
    const client = new Client('/ws/notifications', ['bearer', token]);
    await client.saw(1);
    isShutOut = true;
    await waitUntil(() => expect(client.closed?.code).toBe(code));
  });
});

describe('the figures', () => {
  it('tell of open sockets, messages and why sockets ended', async () => {
    const client = new Client('/ws/notifications');
    await client.saw(1);
    const text = await metrics.metrics();
    expect(text).toMatch(/magflow_websocket_connections [1-9]/);
    expect(text).toMatch(/magflow_websocket_messages_total [1-9]/);
    expect(text).toMatch(/magflow_websocket_closed_total\{code="4401"\} [1-9]/);
  });
});

describe('talking to a socket', () => {
  it.each([
    ['ping', { type: 'pong' }],
    ['{"type":"ping"}', { type: 'pong' }],
    ['subscribe:sync', { type: 'subscribed', channel: 'sync' }],
    ['{"type":"subscribe","channel":"orders"}', { type: 'subscribed', channel: 'orders' }],
    ['unsubscribe:all', { type: 'unsubscribed', channel: 'all' }],
    ['{"type":"unsubscribe","channel":"all"}', { type: 'unsubscribed', channel: 'all' }],
    ['subscribe:toString', expect.objectContaining({ type: 'error', code: 'channel-unknown' })],
    ['hello', expect.objectContaining({ type: 'error', code: 'message-unreadable' })],
    ['{"type":"dance"}', expect.objectContaining({ type: 'error', code: 'message-unknown' })],
    ['null', expect.objectContaining({ type: 'error', code: 'message-unknown' })],
    [
      '{"type":"authenticate","token":"good"}',
      expect.objectContaining({ type: 'error', code: 'already-authenticated' }),
    ],
  ])('%s is answered', async (text, answer) => {
    const client = new Client('/ws/notifications');
    await client.saw(1);
    client.socket.send(text);
    expect((await client.saw(2))[1]).toEqual(answer);
  });

  it('answers an error to bytes', async () => {
    const client = new Client('/ws/notifications');
    await client.saw(1);
    client.socket.send(Buffer.from([1, 2, 3]));
    expect((await client.saw(2))[1]).toMatchObject({ type: 'error', code: 'message-unreadable' });
  });

  it('closes on a message that is too long', async () => {
    const client = new Client('/ws/notifications');
    await client.saw(1);
    client.socket.send('x'.repeat(20_000));
    await waitUntil(() => expect(client.closed?.code).toBe(1009));
  });
});

describe('hearing of events', () => {
  it('comes once, whatever the bus delivers twice, and only on its channel', async () => {
    const [all, sync] = [new Client('/ws/notifications'), new Client('/ws/notifications')];
    await Promise.all([all.saw(1), sync.saw(1)]);
    sync.socket.send('unsubscribe:all');
    sync.socket.send('subscribe:sync');
    await sync.saw(3);
    publish(order(101));
    publish(order(101));
    publish(order(102));
    await all.saw(3);
    expect(all.positions).toEqual(['101', '102']);
    expect(all.messages[1]).toMatchObject({
      type: 'awb_generated',
      timestamp: '2026-03-02T10:00:00.000Z',
      data: { account_type: 'main', order_id: '101', awb_number: '4EMG1' },
    });
    expect(sync.positions).toEqual([]);
  });

  it('goes on after the last id, each event once, while new ones come', async () => {
    for (let position = 201; position <= 230; position += 1) publish(order(position));
    const first = new Client('/ws/notifications?from_position=200');
    await first.saw(11);
    const lastId = first.messages[10]?.id ?? '';
    const second = new Client(`/ws/orders?last_id=${encodeURIComponent(lastId)}`);
    // More than may be held during a replay: the log is read again for the rest.
    for (let position = 231; position <= 260; position += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      publish(order(position));
    }
    await second.saw(52);
    publish(order(261));
    await second.saw(53);
    expect(second.positions).toEqual(Array.from({ length: 51 }, (_, index) => String(211 + index)));
  });

  it.each(['last_id=nonsense', 'last_id=other-store.5.0', 'last_id=store-1.999999.0', 'from_position=-1'])(
    'goes on live from an unknown place (%s), saying so',
    async (query) => {
      const client = new Client(`/ws/notifications?${query}`);
      expect((await client.saw(2))[1]).toMatchObject({ type: 'error', code: 'replay-unknown' });
      const position = Number(log.at(-1)?.position ?? 0n) + 1;
      publish(order(position));
      await client.saw(3);
      expect(client.positions).toEqual([String(position)]);
    },
  );

  it('writes a burst as one chunk for each socket', async () => {
    const client = new Client('/ws/notifications');
    await client.saw(1);
    const chunks: number[] = [];
    const socket: Socket = Reflect.get(client.socket, '_socket');
    socket.prependListener('data', (data: Buffer) => chunks.push(data.length));
    const start = Number(log.at(-1)?.position ?? 0n);
    for (let one = 1; one <= 20; one += 1) publish(order(start + one));
    await client.saw(21);
    expect(chunks).toHaveLength(1);
  });

  it('is over for a reader that does not read', async () => {
    const client = new Client('/ws/notifications');
    await client.saw(1);
    client.socket.pause();
    let position = Number(log.at(-1)?.position ?? 0n);
    for (let burst = 0; burst < 40; burst += 1) {
      for (let one = 0; one < 1_000; one += 1) publish(order((position += 1)));
      await new Promise((resolve) => setImmediate(resolve));
    }
    client.socket.resume();
    await waitUntil(() => expect(client.closed?.code).toBe(4408));
  });

  it('is over for a peer that does not answer a ping', async () => {
    const [talking, silent] = [new Client('/ws/notifications'), new Client('/ws/notifications')];
    await Promise.all([talking.saw(1), silent.saw(1)]);
    // The library answers pings by itself; this peer has lost its voice.
    Object.assign(silent.socket, { pong: () => undefined });
    await waitUntil(() => expect(silent.closed?.code).toBe(1006));
    expect(talking.closed).toBeNull();
  });
});

describe('a server that restarts', () => {
  it('tells its clients to come back', async () => {
    const client = new Client('/ws/notifications');
    await client.saw(1);
    await sockets.close();
    await waitUntil(() => expect(client.closed?.code).toBe(1012));
  });
});
