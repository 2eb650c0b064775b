/**
 * A whole command over HTTP: acknowledging an order with `Prefer: wait=0`, signed in, validated, decided by the order's
 * own events, appended durably, answered. 64 connections, each request another order; beside it Express with one read and
 * one insert on the same database. One after the other, several rounds; ratios are of the medians. Then what each process
 * computed for one command (on Linux), which other work of the machine hardly moves.
 *
 *   npm run build && node bench/command.mjs [commands in a round]
 */
import autocannon from 'autocannon';
import { join } from 'node:path';
import pg from 'pg';
import { loadMasterKey } from '../dist/infrastructure/config/masterKey.js';
import { EsdbEventStore } from '../dist/infrastructure/eventstore/esdbEventStore.js';
import { createPersonalDataCodec } from '../dist/infrastructure/eventstore/personalDataCodec.js';
import { PostgresPersonKeys } from '../dist/infrastructure/eventstore/postgresPersonKeys.js';
import { magflowEvents } from '../dist/infrastructure/eventstore/schemas/magflowEvents.js';
import { physicalName } from '../dist/projections/tables.js';
import { startInstallation } from './support/installation.mjs';
import { cpuOf, median, startPostgres, startServer } from './support/machine.mjs';
import { orderEvents } from './support/orderEvents.mjs';

const COMMANDS = Number(process.argv[2] ?? 5_000);
const CONNECTIONS = 64;
const ROUNDS = 3;
const ORDERS = COMMANDS * (ROUNDS + 1);

const idOf = (n) => orderEvents(n).stream.slice('order-'.length);

/** New orders in the log; the projector makes their rows. */
const receiveOrders = async ({ run, folder }, pool) => {
  const masterKey = loadMasterKey({ secretFile: join(folder, 'secret.key') });
  const store = new EsdbEventStore({
    url: run.urls.eventstore,
    codec: createPersonalDataCodec(new PostgresPersonKeys(pool, masterKey)),
    catalogue: magflowEvents,
  });
  let next = 0;
  const writer = async () => {
    for (let n = next++; n < ORDERS; n = next++) {
      const { stream, events } = orderEvents(n);
      await store.append(stream, events.slice(0, 1), 'no_stream');
    }
  };
  await Promise.all(Array.from({ length: 15 }, writer));
  await store.close();
  for (;;) {
    const { rows } = await pool.query(`select count(*)::int as rows from ${physicalName('order_list', 1)}`);
    if (rows[0].rows >= ORDERS) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

/** Milliseconds of each process for one command. */
const computing = (pids) => {
  const before = Object.entries(pids).map(([name, pid]) => [name, pid, cpuOf(pid)]);
  return () => Object.fromEntries(before.map(([name, pid, ms]) => [name, (cpuOf(pid) - ms) / COMMANDS]));
};

const load = async (url, pathOf, headers, pids) => {
  let sent = 0;
  const computed = computing(pids);
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    amount: COMMANDS,
    requests: [
      {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: '{}',
        setupRequest: (request) => ({ ...request, path: pathOf(sent++) }),
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} errors`);
  return { rate: COMMANDS / result.duration, p99: result.latency.p99, cpu: computed() };
};

const postgres = await startPostgres();
const pool = new pg.Pool({ connectionString: postgres.url, max: 15 });
const product = await startInstallation(postgres.url, 'api,projector');
const bare = await startServer('bareCommandServer.mjs', {
  DATABASE_URL: postgres.url,
  TABLE: physicalName('order_list', 1),
});
try {
  await receiveOrders(product, pool);
  const headers = { ...product.headers, prefer: 'wait=0' };
  const { api, eventstore, worker, projector } = product.run.pids;
  const pids = {
    ours: { api, 'event store': eventstore, projector: projector ?? worker, PostgreSQL: postgres.pid },
    bare: { 'bare server': bare.pid, PostgreSQL: postgres.pid },
  };
  const results = { ours: [], bare: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const first = round * COMMANDS;
    const ours = await load(
      product.url,
      (n) => `/api/v1/emag/orders/${idOf(first + n)}/acknowledge`,
      headers,
      pids.ours,
    );
    const floor = await load(bare.url, (n) => `/orders/${idOf(first + n)}/acknowledge`, {}, pids.bare);
    if (round === 0) continue; // until everything is compiled
    results.ours.push(ours);
    results.bare.push(floor);
  }
  const rates = Object.values(results).map((runs) => median(runs.map(({ rate }) => rate)));
  const p99 = Object.values(results).map((runs) => median(runs.map(({ p99: ms }) => ms)));
  console.log(`${COMMANDS} commands a round, ${CONNECTIONS} connections, ${ROUNDS} rounds`);
  console.table({
    'MagFlow, whole command': {
      'commands/s': Math.round(rates[0]),
      'p99 ms': p99[0],
      'of the bare server': (rates[0] / rates[1]).toFixed(2),
    },
    'bare Express, one read and one insert': {
      'commands/s': Math.round(rates[1]),
      'p99 ms': p99[1],
      'of the bare server': '1.00',
    },
  });
  for (const [name, runs] of Object.entries(results)) {
    const of = (process) => median(runs.map(({ cpu }) => cpu[process])).toFixed(2);
    const spent = Object.keys(pids[name]).map((process) => `${process} ${of(process)}`);
    console.log(`CPU milliseconds a command, ${name}: ${spent.join(', ')}`);
  }
} finally {
  await product.stop();
  await bare.stop();
  await pool.end();
  await postgres.stop();
}
