/**
 * Catching up over the whole log: how fast our adapter's subscription can be read at all, what a bare fold with one
 * upsert a batch makes of it, and what a real projection does under our runner. The event store runs in a process of its
 * own; reading, folding and writing happen here, one after the other on the same log.
 *
 *   npm run build && node bench/catchUp.mjs [events]
 */
import { EventStoreDBClient, streamNameFilter } from '@eventstore/db-client';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { EsdbEventStore } from '../dist/infrastructure/eventstore/esdbEventStore.js';
import { createPersonalDataCodec } from '../dist/infrastructure/eventstore/personalDataCodec.js';
import { PostgresPersonKeys } from '../dist/infrastructure/eventstore/postgresPersonKeys.js';
import { magflowEvents } from '../dist/infrastructure/eventstore/schemas/magflowEvents.js';
import { migrate } from '../dist/infrastructure/postgres/migrate.js';
import { orderListProjection } from '../dist/projections/orderList/orderListProjection.js';
import { ProjectionRunner } from '../dist/projections/runner.js';
import { startPostgres, startServer } from './support/machine.mjs';
import { EVENTS_PER_ORDER, orderEvents } from './support/orderEvents.mjs';

const EVENTS = Number(process.argv[2] ?? 200_000);
const ORDERS = Math.ceil(EVENTS / EVENTS_PER_ORDER);
const BATCH = 2_000;
const FILTER = { streamPrefixes: ['order-'] };

const quiet = { info: () => undefined, warn: console.warn, error: console.error };
const perSecond = (count, started) => Math.round(count / ((performance.now() - started) / 1_000));

const seed = async (store) => {
  let next = 0;
  const writer = async () => {
    for (let n = next++; n < ORDERS; n = next++) {
      const { stream, events } = orderEvents(n);
      await store.append(stream, events, 'no_stream');
    }
  };
  await Promise.all(Array.from({ length: 15 }, writer));
  return ORDERS * EVENTS_PER_ORDER;
};

/** The published client alone: neither decryption nor our types. */
const readWithClient = async (url, total) => {
  const client = EventStoreDBClient.connectionString(url);
  const started = performance.now();
  let seen = 0;
  const subscription = client.subscribeToAll({ filter: streamNameFilter({ prefixes: FILTER.streamPrefixes }) });
  for await (const { event } of subscription) if (event && ++seen === total) break;
  const rate = perSecond(seen, started);
  await subscription.unsubscribe();
  await client.dispose();
  return rate;
};

const readOnly = async (store, total) => {
  const started = performance.now();
  let seen = 0;
  for await (const { kind } of store.subscribe({ from: 'start', filter: FILTER })) {
    if (kind === 'event' && ++seen === total) break;
  }
  return perSecond(seen, started);
};

/**
 * The floor for a projection: its own fold with every state in memory, and one upsert a batch of its rows together with
 * the checkpoint. No loading of states, no sums, no child tables, no locks, nothing parked, nothing secondary indexed.
 */
const bareFold = async (store, pool, { table, keyOf, evolve, row }, total) => {
  const names = ['key', ...table.columns.map(({ name }) => name)];
  await pool.query(
    `CREATE TABLE bare (key text PRIMARY KEY, ${table.columns.map(({ name, type }) => `${name} ${type}`).join(', ')})`,
  );
  await pool.query('CREATE TABLE bare_checkpoint AS SELECT 0::bigint AS position');
  const upsert = `INSERT INTO bare (${names.join(', ')})
    SELECT ${names.join(', ')} FROM json_populate_recordset(NULL::bare, $1)
    ON CONFLICT (key) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`;
  const states = new Map();
  let touched = new Set();
  const flush = async (position) => {
    const rows = [...touched].map((key) => ({ key, ...row(states.get(key)) }));
    touched = new Set();
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query(upsert, [
      JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? `${value}` : value)),
    ]);
    await client.query('UPDATE bare_checkpoint SET position = $1', [position]);
    await client.query('COMMIT');
    client.release();
  };
  const started = performance.now();
  let seen = 0;
  for await (const message of store.subscribe({ from: 'start', filter: FILTER })) {
    if (message.kind !== 'event') continue;
    const key = keyOf(message.event);
    states.set(key, evolve(states.get(key), message.event));
    touched.add(key);
    seen += 1;
    if (seen % BATCH === 0 || seen === total) await flush(message.event.position);
    if (seen === total) break;
  }
  return perSecond(seen, started);
};

const projected = async (store, pool, projection, total) => {
  const last = await store.lastPosition();
  const started = performance.now();
  const runner = new ProjectionRunner({
    store,
    pool,
    projections: [projection],
    log: quiet,
  });
  await runner.start();
  for (;;) {
    const { rows } = await pool.query('SELECT max(position) AS position FROM read.checkpoints WHERE projection = $1', [
      projection.name,
    ]);
    if (BigInt(rows[0].position ?? 0) >= last) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const rate = perSecond(total, started);
  await runner.stop();
  return rate;
};

const postgres = await startPostgres();
const server = await startServer('eventStoreServer.mjs', { DATABASE_URL: postgres.url });
const pool = new pg.Pool({ connectionString: postgres.url, max: 8 });
const store = new EsdbEventStore({
  url: server.url,
  codec: createPersonalDataCodec(new PostgresPersonKeys(pool, randomBytes(32))),
  catalogue: magflowEvents,
});
try {
  await migrate(postgres.url);
  const total = await seed(store);
  const client = await readWithClient(server.url, total);
  const read = await readOnly(store, total);
  const bare = await bareFold(store, pool, orderListProjection, total);
  const order = await projected(store, pool, orderListProjection, total);
  const row = (rate) => ({
    'events/s': rate,
    'of read only': (rate / read).toFixed(2),
    'of bare fold': (rate / bare).toFixed(2),
  });
  console.log(`${total} events of ${ORDERS} orders`);
  console.table({
    'client alone, read only': row(client),
    'our adapter, read only': row(read),
    'bare fold of order_list, one upsert a batch': row(bare),
    'projection order_list': row(order),
  });
} finally {
  await store.close();
  await pool.end();
  await server.stop();
  await postgres.stop();
}
