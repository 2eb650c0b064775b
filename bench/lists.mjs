/**
 * Order lists of a shop with a million orders under 100 connections: the whole program, signed in, beside a bare Node and
 * pg server that answers the same questions with the best plans, and beside the usual page plus `count(*)`. One after the
 * other on the same database, several rounds; ratios are of the medians.
 *
 *   npm run build && node bench/lists.mjs [orders] [seconds] [seconds for count(*)]
 *
 * The page with `count(*)` is asked once and longer, without a deadline: its searches take many seconds each.
 * BENCH_FOLDER keeps the filled database there for the next run; BENCH_ONLY=sku (or another name) asks one kind only,
 * BENCH_ONLY=each every kind by itself.
 */
import autocannon from 'autocannon';
import pg from 'pg';
import { startEmbeddedPostgres } from '../dist/infrastructure/postgres/embeddedPostgres.js';
import { migrate } from '../dist/infrastructure/postgres/migrate.js';
import { foldBatch } from '../dist/projections/batchFold.js';
import { completeIndexes, ensureGeneration, generationsOf } from '../dist/projections/generations.js';
import { orderListProjection } from '../dist/projections/orderList/orderListProjection.js';
import { physicalName } from '../dist/projections/tables.js';
import { writeChanges } from '../dist/projections/writeChanges.js';
import { fillReadModel } from './support/fillReadModel.mjs';
import { startInstallation } from './support/installation.mjs';
import { median, startPostgres, startServer } from './support/machine.mjs';
import {
  awbNumberOf,
  customerName,
  hasAwb,
  orderHistory,
  orderIdOf,
  phoneOf,
  PRODUCTS,
  skuOf,
} from './support/manyOrders.mjs';

const ORDERS = Number(process.argv[2] ?? 1_000_000);
const SECONDS = Number(process.argv[3] ?? 10);
const COUNTED_SECONDS = Number(process.argv[4] ?? 60);
const CONNECTIONS = 100;
const ROUNDS = 3;
const EACH = 40;
const PAGE = Math.min(1_000, Math.floor(ORDERS / 25 / 2));

function* histories() {
  for (let n = 1; n <= ORDERS; n += 1) yield orderHistory(n);
}

const openDatabase = async () => {
  const folder = process.env.BENCH_FOLDER;
  const postgres = folder ? await startEmbeddedPostgres({ dataDir: folder }) : await startPostgres();
  const pool = new pg.Pool({ connectionString: postgres.url, max: 2 });
  await migrate(postgres.url);
  if ((await generationsOf(pool, 'order_list')).length === 0) {
    const started = performance.now();
    await fillReadModel(pool, orderListProjection, histories(), {
      ensureGeneration,
      generationsOf,
      completeIndexes,
      foldBatch,
      writeChanges,
    });
    console.log(`filled in ${Math.round((performance.now() - started) / 1_000)} s`);
  }
  await pool.end();
  return postgres;
};

const spread = (index) => 1 + Math.floor((index * 0.618_034 * ORDERS) % ORDERS);
const shipped = (index) => {
  let n = spread(index);
  while (!hasAwb(n)) n = (n % ORDERS) + 1;
  return n;
};
const lastName = (n) => customerName(n).split(' ')[1];

/** Where page 1,000 begins, as the product's own cursor says it. */
const cursorOf = async ({ url, headers }) => {
  const answer = await fetch(`${url}/api/v1/emag/orders/list?page=${PAGE - 1}`, { headers });
  const { next_cursor: cursor } = await answer.json();
  const [, , value, key] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  return { cursor, value, key };
};

/** The questions, in the words of the product and of the bare servers. */
const kinds = ({ cursor, value, key }) => {
  const same = (make) => (index) => ({ product: make(index), bare: make(index) });
  const search = (textOf) => same((index) => ({ q: textOf(index) }));
  return {
    account: same((index) => ({ account_type: index % 2 === 0 ? 'main' : 'fbe' })),
    account_status: same((index) => ({
      account_type: index % 2 === 0 ? 'main' : 'fbe',
      status: ['new', 'finalized', 'canceled', 'prepared'][index % 4],
    })),
    status: same((index) => ({ status: ['new', 'in_progress', 'finalized', 'returned'][index % 4] })),
    sort_by_total: same(() => ({ sort: 'total_amount' })),
    page_1000: () => ({ product: { cursor }, bare: { value, key, offset: (PAGE - 1) * 25 } }),
    order_id: search((index) => orderIdOf(spread(index))),
    phone: search((index) => phoneOf(spread(index))),
    awb: search((index) => awbNumberOf(shipped(index))),
    sku: search((index) => skuOf((index * 487) % PRODUCTS)),
    name_prefix: search((index) => lastName(spread(index)).slice(0, 6)),
  };
};

const requestsOf = (mix, side, prefix, headers, only) => {
  const chosen = Object.entries(mix).filter(([name]) => (only ?? name) === name);
  return Array.from({ length: EACH }, (_, index) =>
    chosen.map(([, make]) => ({
      method: 'GET',
      path: `${prefix}?${new globalThis.URLSearchParams(make(index)[side])}`,
      headers,
    })),
  ).flat();
};

const load = async (url, requests, seconds) => {
  const timeout = 2 * COUNTED_SECONDS;
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, timeout, requests });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} errors`);
  return { rate: result['2xx'] / result.duration, p99: result.latency.p99 };
};

/** Asked last and alone: what it began goes on in the database after its server is gone, unless it is ended there. */
const loadCounted = async (requests) => {
  const server = await bare('counted');
  const counted = await load(server.url, requests, COUNTED_SECONDS);
  await server.stop();
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name = 'counted'",
  );
  await client.end();
  return counted;
};

/** One after the other, in rounds; prints the medians of one kind, or of the mix. */
const compare = async (mix, only) => {
  const bareRequests = requestsOf(mix, 'bare', '/', {}, only);
  const sides = {
    'MagFlow, signed in': [product.url, requestsOf(mix, 'product', '/api/v1/emag/orders/list', product.headers, only)],
    'bare Node and pg, best plans': [best.url, bareRequests],
  };
  const results = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, [url, requests]] of Object.entries(sides)) results[name].push(await load(url, requests, SECONDS));
  }
  results['page plus count(*)'] = [await loadCounted(bareRequests)];
  const rates = Object.values(results).map((runs) => median(runs.map(({ rate }) => rate)));
  const p99 = Object.values(results).map((runs) => median(runs.map(({ p99: ms }) => ms)));
  console.log(
    `${ORDERS} orders, ${only ?? 'the mix'}, ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s, count(*) once ${COUNTED_SECONDS} s`,
  );
  console.table(
    Object.fromEntries(
      Object.keys(results).map((name, index) => [
        name,
        {
          'requests/s': Number(rates[index].toPrecision(3)),
          'p99 ms': p99[index],
          'MagFlow is of it': (rates[0] / rates[index]).toFixed(2),
        },
      ]),
    ),
  );
};

const postgres = await openDatabase();
const product = await startInstallation(postgres.url);
const tables = { TABLE: physicalName('order_list', 1), TOTALS: physicalName('order_totals', 1) };
const bare = (MODE) => startServer('bareListServer.mjs', { DATABASE_URL: postgres.url, MODE, ...tables });
const best = await bare('best');
try {
  const mix = kinds(await cursorOf(product));
  const asked = process.env.BENCH_ONLY === 'each' ? Object.keys(mix) : [process.env.BENCH_ONLY];
  for (const only of asked) await compare(mix, only);
} finally {
  await product.stop();
  await best.stop();
  await postgres.stop();
}
