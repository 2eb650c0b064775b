/**
 * A burst of 20 messages to 1,000 WebSocket clients: our sockets, which join the frames of one turn of the event loop
 * into one write, beside a bare `ws` loop that sends each message to each client. From the request for the burst until
 * the last client has the last message; each server in a process of its own, the clients here.
 *
 *   npm run build && node bench/socketBurst.mjs [clients] [messages]
 */
import WebSocket from 'ws';
import { median, startServer } from './support/machine.mjs';

const CLIENTS = Number(process.argv[2] ?? 1_000);
const BURST = Number(process.argv[3] ?? 20);
const RUNS = 9;
const WARM_UP = 3;

const connect = (url, onMessage) =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws/notifications`, ['bearer', 'bench'], {
      perMessageDeflate: false,
    });
    socket.on('error', reject);
    socket.on('open', () => resolve(socket));
    socket.on('message', onMessage);
  });

const measure = async (mode) => {
  const server = await startServer('socketServer.mjs', { MODE: mode, BURST: String(BURST) });
  let wanted = Infinity;
  let received = 0;
  let isDone = () => undefined;
  const count = () => {
    received += 1;
    if (received === wanted) isDone();
  };
  const sockets = [];
  try {
    for (let one = 0; one < CLIENTS; one += 1) sockets.push(await connect(server.url, count));
    // Ours greets each client; the burst begins when all greetings are through.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const runs = [];
    for (let run = 0; run < WARM_UP + RUNS; run += 1) {
      received = 0;
      wanted = CLIENTS * BURST;
      const all = new Promise((resolve) => (isDone = resolve));
      const started = performance.now();
      await fetch(`${server.url}/burst`, { method: 'POST' });
      await all;
      if (run >= WARM_UP) runs.push(performance.now() - started);
    }
    return median(runs);
  } finally {
    for (const socket of sockets) socket.terminate();
    await server.stop();
  }
};

const bare = await measure('bare');
const ours = await measure('ours');
console.log(`${BURST} messages to ${CLIENTS} clients, median of ${RUNS}`);
console.log(`  bare ws, one by one   ${bare.toFixed(1)} ms`);
console.log(`  ours, joined writes   ${ours.toFixed(1)} ms`);
console.log(`  ratio                 ${(ours / bare).toFixed(2)}   (aim: at most 0.40)`);
