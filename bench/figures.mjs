/**
 * Figures of a shop with a million orders: what the dashboard, the reports and the customers ask of the database, beside
 * the same answers counted from the orders on request, which nobody does. Medians of one connection.
 *
 *   npm run build && node bench/figures.mjs [orders]
 *
 * BENCH_FOLDER keeps the filled database there, and takes the one that `bench/lists.mjs` filled.
 */
import pg from 'pg';
import { startEmbeddedPostgres } from '../dist/infrastructure/postgres/embeddedPostgres.js';
import { migrate } from '../dist/infrastructure/postgres/migrate.js';
import { foldBatch } from '../dist/projections/batchFold.js';
import { completeIndexes, ensureGeneration, generationsOf } from '../dist/projections/generations.js';
import { offersProjection } from '../dist/projections/offers/offersProjection.js';
import { orderListProjection } from '../dist/projections/orderList/orderListProjection.js';
import { PgAttentionQueries } from '../dist/projections/orderList/pgAttentionQueries.js';
import { PgCustomerQueries } from '../dist/projections/orderList/pgCustomerQueries.js';
import { PgSalesQueries } from '../dist/projections/orderList/pgSalesQueries.js';
import { prepareReadModels, ReadTables } from '../dist/projections/readTables.js';
import { writeChanges } from '../dist/projections/writeChanges.js';
import { fillReadModel } from './support/fillReadModel.mjs';
import { median, startPostgres } from './support/machine.mjs';
import { orderHistory } from './support/manyOrders.mjs';

const ORDERS = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 9;
const DAY_MS = 86_400_000;
const product = { ensureGeneration, generationsOf, completeIndexes, foldBatch, writeChanges };

function* histories() {
  for (let n = 1; n <= ORDERS; n += 1) yield orderHistory(n);
}

const folder = process.env.BENCH_FOLDER;
const postgres = folder ? await startEmbeddedPostgres({ dataDir: folder }) : await startPostgres();
const pool = new pg.Pool({ connectionString: postgres.url, max: 10 });
try {
  await migrate(postgres.url);
  if ((await generationsOf(pool, 'order_list')).length === 0) {
    const started = performance.now();
    await fillReadModel(pool, orderListProjection, histories(), product);
    console.log(`filled in ${Math.round((performance.now() - started) / 1_000)} s`);
  }
  await prepareReadModels(pool, [offersProjection], 'filled');

  const tables = new ReadTables(pool, [orderListProjection, offersProjection]);
  const sales = new PgSalesQueries(pool, tables);
  const customers = new PgCustomerQueries(pool, tables);
  const attention = new PgAttentionQueries(pool, tables);
  const orders = await tables.table('order_list', 'order_list');
  const [{ last }] = (await pool.query(`select max(ordered_at) as last from ${orders}`)).rows;
  const dayOf = (time) => new Date(time).toISOString().slice(0, 10);
  const year = { fromDay: dayOf(last.getTime() - 365 * DAY_MS), toDay: dayOf(last) };
  const page = { page: 1, itemsPerPage: 25 };
  const report = (groupBy) => () =>
    sales.report({ ...year, groupBy, sort: 'gross', order: 'desc', offset: 0, limit: 25 });
  const counted =
    (sql, ...values) =>
    () =>
      pool.query(sql, values);
  const yearFrom = new Date(last.getTime() - 365 * DAY_MS);

  const questions = [
    ['dashboard', () => sales.dashboard(null, last)],
    ['dashboard of one account', () => sales.dashboard(['main'], last)],
    ['work that waits', () => sales.work(null, last)],
    ['needs attention, a page', () => attention.slice({ now: last }, 0, 25)],
    ['needs attention, counts', () => attention.counts(null, last)],
    ['order statistics', () => sales.summary({})],
    ...['day', 'week', 'month', 'account', 'product', 'category'].map((group) => [
      `sales of a year by ${group}`,
      report(group),
    ]),
    ...['orders', 'spend', 'last_order', 'name'].map((sort) => [
      `customers by ${sort}`,
      () => customers.list({ account: null }, { ...page, sort }),
    ]),
    ['customers, a search', () => customers.list({ account: null }, { ...page, q: 'ana pop' })],
    [
      'counted on request: a year by day',
      counted(
        `select ordered_at::date, currency, count(*), sum(total) from ${orders}
          where ordered_at >= $1 and status not in ('canceled', 'returned') group by 1, 2`,
        yearFrom,
      ),
    ],
    [
      'counted on request: customers by spend',
      counted(
        `select customer_id, count(*), sum(total) from ${orders}
          where status not in ('canceled', 'returned') group by 1 order by 3 desc limit 25`,
      ),
    ],
  ];
  for (const [name, ask] of questions) {
    const took = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const started = performance.now();
      await ask();
      took.push(performance.now() - started);
    }
    console.log(`${name.padEnd(42)} ${median(took).toFixed(1).padStart(9)} ms`);
  }
} finally {
  await pool.end();
  await postgres.stop();
}
