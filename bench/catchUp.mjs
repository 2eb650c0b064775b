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
import { PROJECTIONS } from '../dist/projections/projections.js';
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

/** The least that a read model can do: remember one row per order, write what a batch changed with its checkpoint. */
const bareFold = async (store, pool, total) => {
  await pool.query('CREATE TABLE bare (stream text PRIMARY KEY, revision bigint, status text, last jsonb)');
  await pool.query('CREATE TABLE bare_checkpoint (position bigint)');
  await pool.query('INSERT INTO bare_checkpoint VALUES (0)');
  let rows = new Map();
  const flush = async (position) => {
    const json = JSON.stringify([...rows.values()]);
    rows = new Map();
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO bare SELECT * FROM json_populate_recordset(NULL::bare, $1)
       ON CONFLICT (stream) DO UPDATE SET revision = excluded.revision, status = excluded.status, last = excluded.last`,
      [json],
    );
    await client.query('UPDATE bare_checkpoint SET position = $1', [position]);
    await client.query('COMMIT');
    client.release();
  };
  const started = performance.now();
  let seen = 0;
  for await (const message of store.subscribe({ from: 'start', filter: FILTER })) {
    if (message.kind !== 'event') continue;
    const { stream, revision, type, data, position } = message.event;
    rows.set(stream, { stream, revision: String(revision), status: type, last: data });
    seen += 1;
    if (seen % BATCH === 0 || seen === total) await flush(position);
    if (seen === total) break;
  }
  return perSecond(seen, started);
};

const projected = async (store, pool, name, total) => {
  const last = await store.lastPosition();
  const started = performance.now();
  const runner = new ProjectionRunner({
    store,
    pool,
    projections: PROJECTIONS.filter((projection) => projection.name === name),
    log: quiet,
  });
  await runner.start();
  for (;;) {
    const { rows } = await pool.query('SELECT max(position) AS position FROM read.checkpoints WHERE projection = $1', [
      name,
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
  const bare = await bareFold(store, pool, total);
  const order = await projected(store, pool, 'order_list', total);
  const row = (rate) => ({
    'events/s': rate,
    'of read only': (rate / read).toFixed(2),
    'of bare fold': (rate / bare).toFixed(2),
  });
  console.log(`${total} events of ${ORDERS} orders`);
  console.table({
    'client alone, read only': row(client),
    'our adapter, read only': row(read),
    'bare fold, one upsert a batch': row(bare),
    'projection order_list': row(order),
  });
} finally {
  await store.close();
  await pool.end();
  await server.stop();
  await postgres.stop();
}
