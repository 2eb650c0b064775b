/**
 * What a person at the panel waits for, in Chromium with an empty cache, signed in, at a shop with a million orders: from
 * the address until the first order of the list can be clicked, beside the same files fetched by a page that does nothing
 * with them; then the next page, a filter and a search, each until its rows stand and no skeleton is left.
 *
 *   npm run build && BENCH_FOLDER=/some/folder node bench/coldLoad.mjs [rounds]
 *
 * BENCH_FOLDER is the database that `bench/lists.mjs` filled.
 */
import { startEmbeddedPostgres } from '../dist/infrastructure/postgres/embeddedPostgres.js';
import { openBrowser } from '../tests/e2e/panelBrowser.mjs';
import { PASSWORD, startInstallation } from './support/installation.mjs';
import { median } from './support/machine.mjs';
import { orderIdOf } from './support/manyOrders.mjs';

const ROUNDS = Number(process.argv[2] ?? 7);
const ORDER = orderIdOf(123_457);

const folder = process.env.BENCH_FOLDER;
if (!folder) throw new Error('BENCH_FOLDER names no database; fill one with bench/lists.mjs');

const coldPage = async (context) => {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  return page;
};

const settled = async (page) => {
  await page.locator('tbody tr').first().click({ trial: true });
  await page.waitForFunction(() => !globalThis.document.querySelector('.MuiSkeleton-root, [role=progressbar]'));
};

const timed = async (act) => {
  const started = performance.now();
  await act();
  return performance.now() - started;
};

/** The panel from its address to the first order; what it fetched, and how long the page's own acts took. */
const round = async (context, home) => {
  const page = await coldPage(context);
  const files = new Set();
  page.on('response', (answer) => {
    if (/\.(js|css|woff2)$/.test(new URL(answer.url()).pathname)) files.add(answer.url());
  });
  const list = `${home}/orders?filter=${encodeURIComponent('{}')}`;
  const times = {};
  times['first order can be clicked'] = await timed(async () => {
    await page.goto(list, { waitUntil: 'commit' });
    await page.locator('tbody tr').first().click({ trial: true });
  });
  await settled(page);
  times['next page'] = await timed(async () => {
    await page.getByRole('button', { name: '2', exact: true }).click();
    await page.getByText(/^26–50/).waitFor();
    await settled(page);
  });
  times['a filtered list by its address, cold'] = await timed(async () => {
    await page.goto(`${home}/orders?filter=${encodeURIComponent('{"status":["finalized"]}')}`, { waitUntil: 'commit' });
    await settled(page);
  });
  times['search by order id'] = await timed(async () => {
    await page.getByRole('searchbox').last().fill(ORDER);
    await page.locator('tbody tr', { hasText: ORDER }).first().waitFor();
    await settled(page);
  });
  await page.close();

  const bare = await coldPage(context);
  await bare.goto(`${home}/health/live`);
  times['the same files, fetched alone'] = await bare.evaluate(
    async (urls) => {
      const started = performance.now();
      await Promise.all(urls.map(async (url) => (await fetch(url)).arrayBuffer()));
      return performance.now() - started;
    },
    [...files],
  );
  await bare.close();
  return times;
};

const postgres = await startEmbeddedPostgres({ dataDir: folder });
const product = await startInstallation(postgres.url);
const browser = await openBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 }, reducedMotion: 'reduce' });
  const door = await context.newPage();
  await door.goto(product.url);
  await door.locator('input[name=username]').fill('admin');
  await door.locator('input[name=password]').fill(PASSWORD);
  await door.locator('button[type=submit]').click();
  await door.locator('[data-live="live"]').waitFor();
  const results = [];
  for (let index = 0; index <= ROUNDS; index += 1) {
    const times = await round(context, product.url);
    if (index > 0) results.push(times);
  }
  console.log(`medians of ${ROUNDS} rounds, milliseconds`);
  console.table(
    Object.fromEntries(
      Object.keys(results[0]).map((name) => {
        const all = results.map((times) => Math.round(times[name]));
        return [name, { median: median(all), slowest: Math.max(...all) }];
      }),
    ),
  );
} finally {
  await browser.close();
  await product.stop();
  await postgres.stop();
}
