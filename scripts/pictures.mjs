/**
 * Takes the pictures of the panel, from a demonstration installation of its own that lives as long as this runs.
 *
 *   npm run build && node scripts/pictures.mjs            the guide's, into docs/guide/pictures, and the README's
 *   npm run build && node scripts/pictures.mjs --all DIR  every page in both languages, themes and sizes, to look at
 *
 * The seed is fixed and the work shown is done by the same steps, so each run shows the same world; only its dates
 * are those of the day of the run, for the panel tells everything from now.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../tests/e2e/panelBrowser.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PASSWORD = 'parola-pentru-poze';
const PATIENCE_MS = 180_000;
const WIDE = { width: 1_440, height: 900 };
const NARROW = { width: 1_280, height: 800 };
const PHONE = { width: 390, height: 844 };

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

const until = async (what, read) => {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await read();
    if (value) return value;
    if (Date.now() > end) throw new Error(`In ${PATIENCE_MS / 1_000} s nothing of: ${what}`);
    await pause(300);
  }
};

const json = async (method, url, body, token) => {
  const answer = await fetch(url, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
  return text === '' ? {} : JSON.parse(text);
};

/** Starts `magflow start` with demonstration data; `stop` leaves nothing behind. */
const startDemonstration = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'magflow-pictures-'));
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(MAGFLOW_|EMAG_|DATABASE_URL|EVENTSTORE_URL|KAFKA_)/.test(name),
  );
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'main.js'), 'start'], {
    cwd: folder,
    env: {
      ...Object.fromEntries(inherited),
      MAGFLOW_DATA_DIR: join(folder, '.magflow'),
      MAGFLOW_PORT: '0',
      MAGFLOW_ADMIN_PASSWORD: PASSWORD,
      MAGFLOW_RATE_LIMIT: 'off',
      MAGFLOW_LOG_LEVEL: 'warn',
      MAGFLOW_SANDBOX_SEED: '1',
      MAGFLOW_SANDBOX_NEW_ORDER_SECONDS: '0',
      MAGFLOW_SANDBOX_LIMITS: 'off',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((done) => child.once('exit', done));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const runFile = join(folder, '.magflow', 'run.json');
    const { urls } = await until('a running program', () => {
      if (child.exitCode !== null) throw new Error(`magflow start ended with ${child.exitCode}`);
      return existsSync(runFile) && JSON.parse(readFileSync(runFile, 'utf8'));
    });
    const login = { username: 'admin', password: PASSWORD };
    const { access_token: token } = await until('a sign-in', () =>
      json('POST', `${urls.api}/api/v1/auth/login`, login).catch(() => null),
    );
    const call = (method, path, body) => json(method, `${urls.api}/api/v1${path}`, body, token);
    const steer = (path, body) => json('POST', `${urls.sandbox_control}/control${path}`, body);
    const accounts = await json('GET', `${urls.sandbox_control}/control/accounts`);
    const orders = accounts.reduce((sum, account) => sum + account.orders, 0);
    await until(
      'the first sync',
      async () => (await call('GET', '/emag/orders/list?items_per_page=1')).total >= orders,
    );
    return { home: urls.api, call, steer, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** A morning's work, so that every page has something to show: done, under way, refused and in doubt. */
const doTheWork = async ({ call, steer }) => {
  const listed = async (query) => (await call('GET', `/emag/orders/list?account_type=main&${query}`)).orders;
  const ended = (operation) =>
    until(`the end of ${operation}`, async () =>
      ['succeeded', 'partial', 'failed'].includes((await call('GET', `/operations/${operation}`)).state),
    );
  const customers = ['Ana-Maria Constantinescu', 'Mihai Ștefănescu', 'Elena Țurcanu', 'Radu Dumitrescu'];
  const made = [];
  for (let index = 0; index < 10; index += 1) {
    const customer = { name: customers[index % customers.length] };
    made.push(
      (await steer('/orders', { account: 'main', is_complete: 1, payment_mode_id: 1 + (index % 3), customer })).id,
    );
  }
  await until('the new orders', async () => (await listed(`q=${made.at(-1)}`)).length === 1);
  const ids = made.map((id) => `main-${id}`);
  const bulk = async (path, body) => ended((await call('POST', path, body)).operation_id);

  await bulk('/emag/orders/bulk-acknowledge', { order_ids: ids.slice(0, 8) });
  await bulk('/emag/phase2/awb/bulk-generate', { orders: ids.slice(0, 5).map((order_id) => ({ order_id })) });
  const isFinal = async (id) => (await call('GET', `/emag/orders/${id}`)).status_name === 'finalized';
  await until('finalised orders', async () => (await Promise.all(ids.slice(0, 5).map(isFinal))).every(Boolean));
  await bulk('/emag/phase2/invoice/bulk-generate', { order_ids: ids.slice(0, 3) });

  // The answer is lost, and nobody knows whether the AWB exists.
  await steer('/faults', { kind: 'reset_after', account: 'main', route: 'awb/save', times: 1 });
  await call('POST', `/emag/phase2/awb/${ids[5]}/generate`, { weight: '2.5' });
  await until('an AWB in doubt', async () => (await call('GET', '/awbs?status=in_doubt')).total > 0);

  const { offers } = await call('GET', '/emag/enhanced/offers/all?account_type=main&status=active&items_per_page=1');
  await call('PATCH', `/offers/main/${offers[0].offer_id}`, { stock: 17 });
  await call('POST', '/emag/phase2/ean/match', {
    account_type: 'main',
    ean: '5949900000015',
    product_data: { name: 'Cafetieră electrică', brand: 'Sample' },
  });
  await call('POST', '/users', { username: 'maria', roles: ['operator'] });
  await call('POST', '/users', { username: 'contabil', roles: ['auditor'] });
  const { items: customersOfMain } = await call('GET', '/customers?sort=orders&order=desc&items_per_page=1');
  return { order: ids[0], doubtful: ids[5], customer: encodeURIComponent(customersOfMain[0].id) };
};

/** Every page, and what is done on it before the picture. */
const pagesOf = ({ order, doubtful, customer }) => [
  { name: 'login', path: '/', signedOut: true },
  { name: 'start', path: '/start' },
  { name: 'dashboard', path: '/dashboard' },
  { name: 'attention', path: '/dashboard/attention' },
  { name: 'reports', path: '/dashboard/reports' },
  { name: 'orders', path: '/orders' },
  { name: 'order', path: `/orders/${order}` },
  { name: 'order-in-doubt', path: `/orders/${doubtful}` },
  { name: 'awb', path: '/emag/awb' },
  { name: 'awb-today', path: '/emag/awb/today' },
  { name: 'invoices', path: '/emag/invoices/issued', open: 'tbody tr' },
  { name: 'products', path: '/products' },
  { name: 'offers', path: '/products/offers' },
  { name: 'sync', path: '/emag' },
  { name: 'ean', path: '/emag/ean', ean: '5949900000015' },
  { name: 'ean-decisions', path: '/emag/ean/decisions' },
  { name: 'customers', path: '/customers' },
  { name: 'customer', path: `/customers/${customer}` },
  { name: 'accounts', path: '/accounts' },
  { name: 'operations', path: '/operations' },
  { name: 'jobs', path: '/jobs' },
  { name: 'parked', path: '/parked' },
  { name: 'audit', path: '/audit' },
  { name: 'users', path: '/users' },
  { name: 'settings', path: '/settings' },
];

/** Those that the guide shows, wide; and those that it also shows on a phone. */
const GUIDE = [
  'start',
  'dashboard',
  'attention',
  'orders',
  'order',
  'order-in-doubt',
  'awb',
  'invoices',
  'products',
  'sync',
  'ean',
  'customers',
  'accounts',
  'operations',
  'users',
  'settings',
];
const GUIDE_ON_PHONE = ['dashboard', 'orders', 'order'];

const settled = async (page) => {
  await page.locator('main h1').waitFor();
  await until(`${page.url()} without skeletons`, async () => (await page.locator('.MuiSkeleton-root').count()) === 0);
  await page.waitForLoadState('networkidle');
  await pause(400);
};

const openPage = async (browser, home, { locale, theme, size }) => {
  const context = await browser.newContext({
    viewport: size,
    colorScheme: theme,
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Bucharest',
    locale: locale === 'ro' ? 'ro-RO' : 'en-GB',
  });
  for (const [key, value] of Object.entries({ locale, theme })) {
    await context.addInitScript(
      `if (localStorage && !localStorage.getItem('RaStoremagflow.${key}')) localStorage.setItem('RaStoremagflow.${key}', '"${value}"')`,
    );
  }
  const page = await context.newPage();
  await page.goto(home);
  await page.locator('button[type=submit]').waitFor();
  return page;
};

const signIn = async (page) => {
  await page.locator('input[name=username]').fill('admin');
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('button[type=submit]').click();
  await page.locator('[data-live="live"]').waitFor();
};

const prepare = async (page, { open, ean }) => {
  // On a phone there are cards where the table is, and no list beside the document.
  const row = open && page.locator(open).first();
  if (row && (await row.isVisible())) await row.click();
  if (ean) {
    await page.getByRole('textbox').first().fill(ean);
    await page.keyboard.press('Enter');
  }
  // A PDF in the page is read by the browser's own viewer, which is never idle.
  if (open || ean) await pause(2_500);
};

const take = async (browser, { home }, view, pages, fileOf) => {
  const page = await openPage(browser, home, view);
  const [before, after] = [true, false].map((signedOut) =>
    pages.filter((one) => (one.signedOut ?? false) === signedOut),
  );
  for (const { name } of before) await page.screenshot({ path: fileOf(name) });
  await signIn(page);
  for (const one of after) {
    await page.goto(`${home}${one.path}`);
    await settled(page);
    await prepare(page, one);
    await page.screenshot({ path: fileOf(one.name) });
  }
  await page.context().close();
};

const takeGuide = async (browser, demonstration, pages) => {
  const named = (names) => pages.filter(({ name }) => names.includes(name));
  for (const locale of ['ro', 'en']) {
    const folder = join(ROOT, 'docs', 'guide', 'pictures', locale);
    mkdirSync(folder, { recursive: true });
    const view = { locale, theme: 'light' };
    await take(browser, demonstration, { ...view, size: WIDE }, named(GUIDE), (name) => join(folder, `${name}.png`));
    await take(browser, demonstration, { ...view, size: PHONE }, named(GUIDE_ON_PHONE), (name) =>
      join(folder, `${name}-phone.png`),
    );
  }
  const readme = join(ROOT, 'docs', 'pictures');
  const view = { locale: 'en', theme: 'light', size: WIDE };
  await take(browser, demonstration, view, named(['order']), (name) => join(readme, `${name}.png`));
};

const takeAll = async (browser, demonstration, pages, folder) => {
  mkdirSync(folder, { recursive: true });
  for (const locale of ['ro', 'en']) {
    for (const theme of ['light', 'dark']) {
      for (const [kind, size] of Object.entries({ wide: WIDE, narrow: NARROW, phone: PHONE })) {
        await take(browser, demonstration, { locale, theme, size }, pages, (name) =>
          join(folder, `${name}-${locale}-${theme}-${kind}.png`),
        );
      }
    }
  }
};

const all = process.argv.indexOf('--all');
const demonstration = await startDemonstration();
const browser = await openBrowser();
try {
  const pages = pagesOf(await doTheWork(demonstration));
  if (all === -1) await takeGuide(browser, demonstration, pages);
  else await takeAll(browser, demonstration, pages, resolve(process.argv[all + 1] ?? 'pictures'));
} finally {
  await browser.close();
  await demonstration.stop();
}
