import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { PanelWorld } from './panelWorld.js';

const OWN_PASSWORD = 'parola-mea-bună';

const world = new PanelWorld();
let page: Page;

const button = (name: string | RegExp, on: Page = page) =>
  on.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = (on: Page = page) => on.getByRole('dialog').last();
const open = async (path: string): Promise<void> => {
  await page.goto(`${world.home}${path}`);
  await page.locator('main h1').waitFor();
};

const placeOrder = async (): Promise<string> => String((await world.steer('/orders', { account: 'main' }))['id']);

/** Waits until a list names the order. */
const listed = async (path: string, order: string): Promise<void> => {
  await eventually(
    () => world.call('GET', path),
    ({ items }) => JSON.stringify(items).includes(order),
    120_000,
  );
};

/** While the work goes on, nothing can be written into the table. */
const withoutRoomIn = async (table: string, work: () => Promise<void>): Promise<void> => {
  const database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
  await database.query(`alter table ${table} add constraint no_room check (false) not valid`);
  try {
    await work();
  } finally {
    await database.query(`alter table ${table} drop constraint no_room`);
    await database.end();
  }
};

/** Refusals that a test asked for: the browser tells of each, and nothing else may be among them. */
const expectRefusals = (pattern: RegExp): void => {
  expect(world.complaints.splice(0).filter((complaint) => !pattern.test(complaint))).toEqual([]);
};

beforeAll(async () => {
  await world.open({ MAGFLOW_SANDBOX_LIMITS: 'off' });
  page = await world.page();
});
afterAll(() => world.close());
afterEach(() => {
  expect(world.complaints.splice(0)).toEqual([]);
});

it('leads the first admin of a demonstration to the first steps, once', async () => {
  const first = await world.page({ isNew: true });
  await first.waitForURL('**/start');
  await first.getByRole('heading', { level: 1, name: 'Primii pași' }).waitFor();
  await first.getByRole('button', { name: 'Meniul utilizatorului' }).click();
  await first.getByRole('menuitem', { name: 'Ieși' }).click();
  await first.locator('input[name=username]').waitFor();
  await world.signIn(first);
  await first.getByRole('heading', { level: 1, name: 'Panou' }).waitFor();
});

it('says why nobody comes in', async () => {
  const outside = await world.signInPage();
  const alert = outside.getByRole('alert');
  await world.signIn(outside, { username: 'nimeni', password: 'greșită-mereu' });
  await alert.getByText('Utilizatorul sau parola este greșită.').waitFor();
  for (let attempt = 0; attempt < 20 && !(await alert.getByText('Prea multe încercări').isVisible()); attempt += 1) {
    const answer = outside.waitForResponse((response) => response.url().endsWith('/auth/login'));
    await outside.locator('button[type=submit]').click();
    await answer;
    await alert.waitFor();
  }
  await alert.getByText(/Prea multe încercări nereușite\. Mai încearcă peste \d+ min/).waitFor();
  expectRefusals(/401|429/);

  await outside.route('**/auth/login', (route) => route.abort());
  await outside.locator('button[type=submit]').click();
  await alert.getByText('MagFlow nu răspunde.').waitFor();
  expectRefusals(/ERR_FAILED/);
  await outside.close();
});

it('creates a user who chooses a password of their own, and takes the right to come in away', async () => {
  await open('/users');
  await button('Adaugă utilizator').click();
  await dialog().locator('input[name=new_username]').fill('maria');
  await button('Creează').click();
  const shown = dialog().locator('[data-one-time-password]');
  await shown.waitFor();
  const oneTime = String(await shown.getAttribute('data-one-time-password'));
  // A click beside it loses nothing.
  await page.mouse.click(5, 5);
  await shown.waitFor();
  await button('Închide').click();
  const row = page.locator('tbody tr', { hasText: 'maria' });
  await row.getByText('Operator').waitFor();

  const hers = await world.signInPage();
  await world.signIn(hers, { username: 'maria', password: oneTime });
  await hers.getByText('Parola de acum este de unică folosință.').waitFor();
  await hers.locator('input[name=current]').fill(oneTime);
  await hers.locator('input[name=next]').fill('scurtă');
  await hers.getByText('Cel puțin 8 caractere.').waitFor();
  await hers.locator('input[name=next]').fill(OWN_PASSWORD);
  await hers.locator('input[name=repeat]').fill(OWN_PASSWORD);
  await button('Schimbă parola', hers).click();
  await hers.getByRole('heading', { level: 1, name: 'Panou' }).waitFor();
  // Whoever may not see users is not shown the way there.
  expect(await hers.getByRole('link', { name: 'Utilizatori' }).count()).toBe(0);
  expectRefusals(/403/);

  await row.getByRole('button', { name: 'Schimbă rolul' }).click();
  await dialog().getByRole('combobox', { name: 'Rol' }).click();
  await page.getByRole('option', { name: 'Auditor' }).click();
  await button('Salvează').click();
  await row.getByText('Auditor').waitFor();
  await row.getByRole('button', { name: 'Oprește' }).click();
  await dialog().getByRole('button', { name: 'Oprește' }).click();
  await row.getByText('Oprit', { exact: true }).waitFor();

  await hers.reload();
  await hers.locator('input[name=username]').waitFor();
  await world.signIn(hers, { username: 'maria', password: OWN_PASSWORD });
  await hers.getByRole('alert').getByText('Utilizatorul sau parola este greșită.').waitFor();
  await hers.close();
  expectRefusals(/40[13]|HTTP Authentication failed/);

  // The page does not move by itself: what it shows must be there.
  await eventually(
    () => world.call('GET', '/audit?kind=user_disabled'),
    ({ total }) => total === 1,
    120_000,
  );
  await open('/audit');
  await page.getByRole('searchbox').fill('maria');
  await page.locator('tbody tr', { hasText: 'A intrat' }).first().waitFor();
  await page.locator('tbody tr', { hasText: 'Utilizator oprit' }).first().waitFor();
  await page.locator('tbody tr', { hasText: 'Rol schimbat' }).filter({ hasText: 'operator' }).first().waitFor();
});

it('follows a bulk to its end, and takes up again what failed', async () => {
  const order = await placeOrder();
  await eventually(
    () => world.call('GET', `/emag/orders/list?q=${order}`),
    ({ total }) => total === 1,
    120_000,
  );
  const body = { order_ids: [`main-${order}`, 'main-999'] };
  const { operation_id: id } = await world.call('POST', '/emag/orders/bulk-acknowledge', body);
  await open('/operations');
  await page.locator('tbody tr', { hasText: 'Confirmare în lot' }).getByText('Parțială').waitFor();
  await page.locator('tbody tr', { hasText: 'Confirmare în lot' }).click();
  await page.waitForURL(`**/operations/${String(id)}**`);
  await page.reload();
  const aside = page.getByRole('complementary');
  await aside.getByRole('listitem').filter({ hasText: order }).filter({ hasText: 'gata' }).waitFor();
  await aside.getByRole('listitem').filter({ hasText: '999' }).filter({ hasText: 'Comanda nu există.' }).waitFor();
  await aside.getByRole('button', { name: 'Reia doar eșuatele (1)' }).click();
  await eventually(
    () => page.locator('tbody tr', { hasText: 'Confirmare în lot' }).count(),
    (count) => count === 2,
    120_000,
  );
  await page.keyboard.press('k');
  await aside.getByText('Reia operațiunea').waitFor();
  await aside.getByText('Eșuată').waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL('**/operations');
});

it('runs a job by hand and keeps its history', async () => {
  // It is due at the first start too, and does not run beside itself.
  await eventually(
    () => world.call('GET', '/jobs/emag.health_check/runs'),
    ({ items }) => !/"(?:queued|running)"/.test(JSON.stringify(items)),
    120_000,
  );
  await open('/jobs');
  const row = page.locator('tbody tr', { hasText: 'Verificarea sănătății' });
  await row.getByRole('button', { name: 'Rulează acum' }).click();
  await row.click();
  await page.waitForURL('**/jobs/emag.health_check');
  const byHand = page.getByRole('complementary').getByRole('listitem').filter({ hasText: 'pornită de om' });
  await byHand.and(page.locator('[data-run="succeeded"], [data-run="partial"]')).waitFor();
});

it('shows how each part stands', async () => {
  await open('/system');
  for (const part of ['database', 'migrations', 'storage', 'event_store', 'bus']) {
    await page.locator(`[data-part=${part}][data-status=ok]`).waitFor();
  }
  await page
    .getByRole('row', { name: /order_list/ })
    .getByText('În folosință')
    .waitFor();
});

it('replays an event that a read model could not apply, once the reason is gone', async () => {
  let order = '';
  // A job may tell of another order at the same moment: that one stops too.
  const row = () => page.locator('tbody tr', { hasText: `order-main-${order}` });
  await withoutRoomIn('read.order_list_v1', async () => {
    order = await placeOrder();
    await listed('/parked-events', order);
    await open('/parked');
    await row()
      .getByText(/no_room/)
      .waitFor();
    await row().getByRole('button', { name: 'Reia' }).click();
    await dialog().getByRole('button', { name: 'Reia' }).click();
    await page.getByText(/Tot nu a putut fi aplicat/).waitFor();
  });
  await row().getByRole('button', { name: 'Reia' }).click();
  await dialog().getByRole('button', { name: 'Reia' }).click();
  await row().waitFor({ state: 'detached' });
  await open(`/orders/main-${order}`);
  await page.locator('[data-event="OrderReceived"]').waitFor();
});

it('sends a message back that a consumer could not handle, and its notification leads to the order', async () => {
  let order = '';
  await withoutRoomIn('ops.notifications', async () => {
    order = await placeOrder();
    await listed('/dead-letters', order);
  });
  await open('/parked/letters');
  const row = page.locator('tbody tr', { hasText: order });
  await row.getByText(/no_room/).waitFor();
  await row.getByRole('button', { name: 'Retrimite' }).click();
  await dialog().getByRole('button', { name: 'Retrimite' }).click();
  await row.waitFor({ state: 'detached' });

  await listed('/notifications', order);
  await page.reload();
  const bell = page.locator('[data-unread-count]:not([data-unread-count="0"])');
  const unread = Number(await bell.getAttribute('data-unread-count'));
  await bell.click();
  const notification = dialog().getByRole('link').filter({ hasText: 'Comandă nouă' }).filter({ hasText: order });
  await notification.click();
  await page.waitForURL(`**/orders/main-${order}`);
  await page.locator(`[data-unread-count="${unread - 1}"]`).waitFor();
});

it('comes back by itself when the API hung or was killed, and loses no open form', async () => {
  await open('/users');
  await button('Adaugă utilizator').click();
  await dialog().locator('input[name=new_username]').fill('ion');
  // Nothing is closed by a server that hangs, or by a laptop that slept: the panel has to ask.
  world.signal('api', 'SIGSTOP');
  try {
    await page.locator('[data-live="reconnecting"], [data-live="offline"]').waitFor({ state: 'attached' });
  } finally {
    world.signal('api', 'SIGCONT');
  }
  await page.locator('[data-live="live"]').waitFor({ state: 'attached' });
  world.signal('api', 'SIGKILL');
  await page.locator('[data-live="reconnecting"], [data-live="offline"]').waitFor({ state: 'attached' });
  await page.locator('[data-live="live"]').waitFor({ state: 'attached' });
  expect(await dialog().locator('input[name=new_username]').inputValue()).toBe('ion');
  expectRefusals(/WebSocket|ERR_CONNECTION_REFUSED|ERR_|50[23]/);
  await button('Creează').click();
  await dialog().locator('[data-one-time-password]').waitFor();
  await button('Închide').click();
});

it('answers to every key of its help', async () => {
  await open('/orders?tab=all');
  await page.locator('tbody tr').first().waitFor();
  await page.keyboard.press('?');
  await dialog().getByText('Scurtături de tastatură').waitFor();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  for (const key of ['/', 'Control+k']) {
    await page.keyboard.press(key);
    await page.getByRole('combobox', { name: /Caută|Comandă/ }).waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  }
  const chosen = page.getByRole('complementary').getByRole('heading').first();
  await page.keyboard.press('j');
  const first = String(await chosen.textContent());
  await page.keyboard.press('ArrowDown');
  await chosen.filter({ hasNotText: first }).waitFor();
  await page.keyboard.press('k');
  await chosen.filter({ hasText: first }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await chosen.filter({ hasText: first }).waitFor();
  await page.keyboard.press('x');
  await page.getByRole('toolbar').waitFor();
  await page.keyboard.press('x');
  await page.getByRole('toolbar').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await chosen.waitFor({ state: 'detached' });
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/orders\/main-\d+|\/orders\/fbe-\d+/);
  await page.locator('[data-event="OrderReceived"]').waitFor();
});

it('does the work of an order by key', async () => {
  const order = await placeOrder();
  await eventually(
    () => world.call('GET', `/emag/orders/list?q=${order}`),
    ({ total }) => total === 1,
    120_000,
  );
  await open(`/orders?tab=all&filter=${encodeURIComponent(JSON.stringify({ q: order }))}`);
  const row = page.locator('tbody tr', { hasText: order });
  await row.waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await row.getByText('În lucru').waitFor();
  await page.keyboard.press('w');
  await dialog().getByRole('button', { name: 'Generează AWB' }).click();
  await row.getByText('Finalizată').waitFor();
  await page.keyboard.press('i');
  await dialog()
    .getByText(/Factur/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
});

it('says that the database is away, and goes on by itself when it is back', async () => {
  await open('/dashboard');
  // With nobody to start it again.
  world.signal('supervisor', 'SIGSTOP');
  try {
    world.signal('postgres', 'SIGKILL');
    await page.getByRole('link', { name: 'Comenzi', exact: true }).click();
    await page.getByRole('status').getByText('Baza de date nu răspunde.').waitFor();
    await page.getByRole('alert').getByText('Cod database-unavailable').waitFor();
  } finally {
    world.signal('supervisor', 'SIGCONT');
  }
  await page.locator('tbody tr').first().waitFor();
  await page.getByRole('status').getByText('Baza de date nu răspunde.').waitFor({ state: 'detached' });
  expectRefusals(/503/);
});
