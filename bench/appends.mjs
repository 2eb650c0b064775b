/**
 * Appends per second of one event each: EventStoreDB's client against the embedded server, against a server that stores
 * nothing, and plain inserts. Servers run in processes of their own, the client here.
 *
 *   npm run build && node bench/appends.mjs [events per run]
 */
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { median, rate, startPostgres, startServer } from './support/machine.mjs';

const TOTAL = Number(process.argv[2] ?? 8_000);
const RUNS = 3;

const data = { orderId: '3115229985', account: 'main', at: '2026-03-01T10:00:00.000Z', note: 'x'.repeat(300) };
const metadata = { $correlationId: randomUUID(), actor: { kind: 'job', id: 'bench' }, schemaVersion: 1 };
const event = () => jsonEvent({ type: 'OrderNoted', data, metadata });

const measure = async (workers, one) => {
  await rate(Math.min(TOTAL, 1_000), workers, one);
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await rate(TOTAL, workers, one));
  return median(runs);
};

const appends = async (url, workers, streamOf) => {
  const client = EventStoreDBClient.connectionString(url);
  try {
    return await measure(workers, (n, worker) => client.appendToStream(streamOf(n, worker), event()));
  } finally {
    await client.dispose();
  }
};

/** One stream, each append at the revision after the one before, as a mailbox does it. */
const hotStream = async (url) => {
  const client = EventStoreDBClient.connectionString(url);
  const stream = `hot-${randomUUID()}`;
  let expectedRevision = 'no_stream';
  try {
    return await measure(1, async () => {
      const { nextExpectedRevision } = await client.appendToStream(stream, event(), { expectedRevision });
      expectedRevision = nextExpectedRevision;
    });
  } finally {
    await client.dispose();
  }
};

const inserts = async (databaseUrl, workers) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: workers });
  try {
    await pool.query('CREATE TABLE IF NOT EXISTS plain (id bigserial PRIMARY KEY, stream text, type text, data jsonb)');
    const text = JSON.stringify(data);
    return await measure(workers, (n) =>
      pool.query({
        name: 'plain',
        text: 'INSERT INTO plain (stream, type, data) VALUES ($1, $2, $3)',
        values: [`order-${n}`, 'OrderNoted', text],
      }),
    );
  } finally {
    await pool.end();
  }
};

const postgres = await startPostgres();
const embedded = await startServer('eventStoreServer.mjs', { DATABASE_URL: postgres.url });
const nothing = await startServer('nullServer.mjs');
try {
  const newStream = () => `order-main-${randomUUID()}`;
  const rows = [];
  for (const workers of [1, 16, 64]) {
    rows.push({
      what: `${workers} writers, a new stream each time`,
      embedded: await appends(embedded.url, workers, newStream),
      nothing: await appends(nothing.url, workers, newStream),
      plain: await inserts(postgres.url, workers),
    });
  }
  rows.push({
    what: '64 writers, one stream each',
    embedded: await appends(embedded.url, 64, (_n, worker) => `own-${worker}`),
    nothing: await appends(nothing.url, 64, (_n, worker) => `own-${worker}`),
  });
  rows.push({
    what: '64 writers, all one stream',
    embedded: await appends(embedded.url, 64, () => 'all-one'),
    nothing: await appends(nothing.url, 64, () => 'all-one'),
  });
  rows.push({
    what: 'one hot stream at exact revisions',
    embedded: await hotStream(embedded.url),
    nothing: await hotStream(nothing.url),
  });
  console.table(
    Object.fromEntries(
      rows.map(({ what, embedded: ours, nothing: floor, plain }) => [
        what,
        {
          'embedded/s': Math.round(ours),
          'null server/s': Math.round(floor),
          'plain inserts/s': plain === undefined ? '' : Math.round(plain),
          'of the null server': (ours / floor).toFixed(2),
          'of plain inserts': plain === undefined ? '' : (ours / plain).toFixed(2),
        },
      ]),
    ),
  );
} finally {
  await embedded.stop();
  await nothing.stop();
  await postgres.stop();
}
