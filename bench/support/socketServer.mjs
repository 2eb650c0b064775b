/**
 * A WebSocket server that sends a burst of messages to every client when asked by `POST /burst`. MODE=ours is the
 * product's own sockets on a bus of the bench; MODE=bare sends each message to each client, as a plain loop does.
 */
import { createServer } from 'node:http';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { WebSocketServer } from 'ws';
import { createWebSockets } from '../../dist/infrastructure/ws/webSockets.js';
import { framesOf } from '../../dist/infrastructure/ws/liveFrame.js';

const BURST = Number(process.env.BURST ?? 20);
let position = 0n;

const message = () => {
  position += 1n;
  return {
    topic: 'magflow.orders.v1',
    id: `event-${position}`,
    type: 'magflow.AwbGenerated',
    source: '/magflow/bench',
    subject: `order-main-${position}`,
    time: '2026-03-02T10:00:00.000Z',
    key: `order-main-${position}`,
    stream: `order-main-${position}`,
    revision: 4n,
    position,
    data: {
      account_type: 'main',
      order_id: String(3_000_000_000n + position),
      operation_id: '0f4b1c9e-5a53-4d5b-9b57-0c7a86f0a001',
      awb_number: '4EMG12345678901',
      reservation_id: null,
      barcodes: ['4EMG12345678901001'],
      courier_account_id: '101',
      courier_name: 'Sameday',
      at: '2026-03-02T10:00:00.000Z',
    },
  };
};

const server = createServer((request, response) => {
  if (request.method === 'POST') for (let one = 0; one < BURST; one += 1) tell(message());
  response.end();
});

let tell;
if (process.env.MODE === 'ours') {
  await createWebSockets(server, {
    principalOf: async () => ({
      userId: 'bench',
      username: 'bench',
      roles: ['operator'],
      mustChangePassword: false,
      expiresAt: Date.now() + 3_600_000,
    }),
    bus: {
      broadcast: async ({ handle }) => {
        tell = handle;
        return { ready: Promise.resolve(), close: async () => undefined };
      },
    },
    instance: 'bench',
    storeId: 'bench',
    replay: async function* () {},
    lastPosition: async () => position,
    initialStats: async () => ({}),
    logger: pino({ level: 'silent' }),
    metrics: new Registry(),
  });
} else {
  const sockets = new WebSocketServer({ server, perMessageDeflate: false, handleProtocols: () => 'bearer' });
  tell = (given) => {
    for (const { text } of framesOf(given)) for (const socket of sockets.clients) socket.send(text);
  };
}
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` })}\n`);
});
process.once('SIGTERM', () => process.exit(0));
