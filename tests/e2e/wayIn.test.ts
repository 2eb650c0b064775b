import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { startProgram, until, type StartedProgram } from '../support/installation.js';
import { PanelWorld, PASSWORD, programWithPanel } from './panelWorld.js';

interface SandboxAccount {
  readonly key: string;
  readonly base_url: string;
  readonly username: string;
  readonly password: string;
}
interface SandboxReady {
  readonly control: string;
  readonly accounts: readonly SandboxAccount[];
}

const world = new PanelWorld();
let marketplace: StartedProgram;
let control = '';
let account: SandboxAccount;
let page: Page;

beforeAll(async () => {
  await world.open({
    MAGFLOW_SANDBOX_NEW_ORDER_SECONDS: '0',
    MAGFLOW_SANDBOX_ORDERS: '120',
    MAGFLOW_SANDBOX_OFFERS: '30',
    MAGFLOW_SANDBOX_LIMITS: 'off',
  });
  // A second marketplace of the same kind stands for the real one.
  const program = join(await programWithPanel(), 'main.js');
  const args = ['--port', '0', '--orders', '60', '--offers', '20', '--seed', '7', '--limits', 'off'];
  marketplace = startProgram([program, 'sandbox', ...args, '--new-order-seconds', '0'], { cwd: tmpdir() });
  const line = await until(() => /^\{.*\}$/m.exec(marketplace.stdout())?.[0]);
  const ready = JSON.parse(line) as SandboxReady;
  control = ready.control;
  const own = ready.accounts.find(({ key }) => key === 'main');
  if (!own) throw new Error('The sandbox has an account main');
  account = own;
  page = await world.page();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(async () => {
  marketplace?.process.kill('SIGTERM');
  await marketplace?.exit;
  await world.close();
});

const ordersOf = async (query: string): Promise<number> =>
  Number((await world.call('GET', `/emag/orders/list?items_per_page=1${query}`))['total']);

it('says what is wrong with an account, takes the correction, and reads it at once', async () => {
  await page.goto(`${world.home}/start`);
  await page.getByText('main (demonstrativ): Merge').waitFor();
  await page.getByText('Conectează mai întâi un cont al tău.').waitFor();

  await page.locator('input[name=key]').fill('magazin');
  await page.locator('input[name=username]').fill(account.username);
  await page.locator('input[name=password]').fill('parolă greșită');
  await page.locator('input[name=base_url]').fill(account.base_url);
  await page.getByRole('button', { name: 'Conectează', exact: true }).click();
  await page.locator('[data-test=failed]', { hasText: 'Verifică utilizatorul și parola' }).waitFor();

  await page.getByRole('button', { name: 'Corectează datele contului' }).click();
  await page.locator('input[name=password]').fill(account.password);
  await page.getByRole('button', { name: 'Salvează' }).click();
  await page.locator('[data-test=ok]').waitFor();
  await page.locator('[data-ended=orders]', { hasText: 'Terminată' }).first().waitFor();

  const there = (await (await fetch(`${control}/control/accounts`)).json()) as { key: string; orders: number }[];
  // The read model of the runs may be ahead of that of the orders.
  await eventually(
    () => ordersOf('&account_type=magazin'),
    (orders) => orders === there.find(({ key }) => key === 'main')?.orders,
    120_000,
  );
  expect(world.complaints).toEqual([]);
});

it('gives the callback address to carry to the marketplace, and leads to the orders', async () => {
  const { items } = (await world.call('GET', '/accounts')) as { items: { key: string; callback_url: string }[] };
  const url = items.find(({ key }) => key === 'magazin')?.callback_url ?? '';
  const callback = page.locator('[data-callback]');
  expect(await callback.locator('code').textContent()).toBe(url);
  await callback.getByRole('button', { name: 'Copiază' }).click();
  await callback.getByRole('button', { name: 'Copiat' }).waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(url);

  await page.getByRole('link', { name: 'Vezi comenzile contului magazin' }).click();
  await page.waitForURL(/\/orders/);
  await page.locator('tbody tr').first().waitFor();
  expect(world.complaints).toEqual([]);
});

it('leaves the demonstration behind', async () => {
  const own = await ordersOf('&account_type=magazin');
  expect(await ordersOf('')).toBeGreaterThan(own);
  await page.goto(`${world.home}/start`);
  await page.getByText('Printre datele tale sunt și date demonstrative').waitFor();
  const verb = { name: 'Renunță la datele demonstrative' };
  await page.getByRole('button', verb).click();
  await page.getByRole('dialog').getByRole('button', verb).click();
  await page.locator('[data-left]').waitFor();
  await eventually(
    () => ordersOf(''),
    (total) => total === own,
    120_000,
  );
  await page.getByText('MagFlow lucrează cu conturile tale.', { exact: true }).waitFor();
  await page.getByText('date demonstrative. Ce faci').waitFor({ state: 'detached' });
  const { items } = (await world.call('GET', '/accounts')) as { items: { key: string }[] };
  expect(items.map(({ key }) => key)).toEqual(['magazin']);
  expect(world.complaints).toEqual([]);
});

it('keeps what was typed in the settings, and says what somebody else changed meanwhile', async () => {
  await page.goto(`${world.home}/settings`);
  await page.locator('[data-missing]', { hasText: 'Denumire' }).waitFor();
  await page.locator('input[name=name]').fill('Exemplu SRL');
  await page.locator('input[name=city]').fill('Sibiu');
  await page.getByText('Modificări nesalvate').waitFor();
  await page.getByRole('link', { name: 'Clienți' }).click();
  await page.waitForURL(/customers/);
  await page.getByRole('link', { name: 'Setări' }).click();
  await page.locator('input[name=name][value="Exemplu SRL"]').waitFor();

  await world.call('PATCH', '/settings', { seller: { city: 'Iași', phone: '0711222333' } });
  const seller = page.locator('form', { has: page.locator('input[name=iban]') });
  await seller.getByRole('button', { name: 'Salvează' }).click();
  await page.locator('[data-moved]', { hasText: 'Localitate: acum „Iași”' }).waitFor();
  expect((await world.call('GET', '/settings'))['seller']).toMatchObject({ name: '', city: 'Iași' });
  await seller.getByRole('button', { name: 'Salvează' }).click();
  await page.getByText('Modificări nesalvate').waitFor({ state: 'detached' });
  expect((await world.call('GET', '/settings'))['seller']).toMatchObject({
    name: 'Exemplu SRL',
    city: 'Sibiu',
    phone: '0711222333',
  });
  // The refusal is what this is about.
  expect(world.complaints.splice(0).filter((complaint) => !complaint.includes('412'))).toEqual([]);
});

it('asks for the password in place when the session ends, and finishes what was asked', async () => {
  await page.locator('input[name=iban]').fill('RO49AAAA1B31007593840000');
  const ended = { username: 'admin', access_token: 'ended', refresh_token: 'ended', expires_at: Date.now() + 600_000 };
  await page.evaluate(`localStorage.setItem('magflow.session', ${JSON.stringify(JSON.stringify(ended))})`);
  const seller = page.locator('form', { has: page.locator('input[name=iban]') });
  await seller.getByRole('button', { name: 'Salvează' }).click();
  const again = page.locator('[data-session-over]');
  await again.getByText('Intră din nou ca admin').waitFor();
  await page.keyboard.press('Escape');
  await again.locator('input[name=password]').fill('nu este aceasta');
  await page.keyboard.press('Enter');
  await again.getByText('Utilizatorul sau parola este greșită.').waitFor();
  expect((await world.call('GET', '/settings'))['seller']).toMatchObject({ iban: '' });

  await again.locator('input[name=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await again.waitFor({ state: 'detached' });
  await page.getByText('Modificări nesalvate').waitFor({ state: 'detached' });
  expect((await world.call('GET', '/settings'))['seller']).toMatchObject({ iban: 'RO49AAAA1B31007593840000' });
  // The refusals are what this is about; the socket comes back by itself.
  await page.locator('[data-live="live"]').waitFor();
  expect(world.complaints.splice(0).filter((complaint) => !complaint.includes('401'))).toEqual([]);
});

it('takes another invoice series, and says beside its field what it may be called', async () => {
  await page.locator('[data-sender=magazin]', { hasText: ', ' }).waitFor();
  await page.getByRole('button', { name: 'Adaugă o serie' }).click();
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Adaugă o serie' }) });
  await form.getByLabel('Serie', { exact: true }).last().fill('9X');
  await form.getByText('O literă, apoi litere sau cifre').waitFor();
  expect(await form.getByRole('button', { name: 'Salvează' }).isDisabled()).toBe(true);
  await form.getByLabel('Serie', { exact: true }).last().fill('web');
  await form.getByRole('button', { name: 'Salvează' }).click();
  await form.getByText('Modificări nesalvate').waitFor({ state: 'detached' });
  expect((await world.call('GET', '/settings'))['invoice_series']).toMatchObject([
    { series: 'MF' },
    { series: 'WEB', next_number: 1, accounts: [] },
  ]);
  expect(world.complaints.splice(0).filter((complaint) => !complaint.includes('400'))).toEqual([]);

  await page.getByRole('switch', { name: /magazin/ }).click();
  await eventually(
    () => world.call('GET', '/settings'),
    ({ automation }) =>
      (automation as Record<string, { auto_acknowledge: boolean }>)['magazin']?.auto_acknowledge === true,
    120_000,
  );
});

it('shows accounts whole on a phone, and forgets one when told to', async () => {
  const phone = await world.page({ width: 390 });
  await phone.goto(`${world.home}/accounts`);
  const { items } = (await world.call('GET', '/accounts')) as { items: { callback_url: string }[] };
  const address = phone.locator('code', { hasText: '/callbacks/emag/' });
  expect(await address.textContent()).toBe(items[0]?.callback_url);
  const isWhole = `document.documentElement.scrollWidth <= document.documentElement.clientWidth`;
  expect(await phone.evaluate(isWhole)).toBe(true);
  expect(await address.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);

  await phone.getByRole('button', { name: 'Testează legătura' }).click();
  await phone.locator('[data-test=ok]').waitFor();
  await phone.getByRole('button', { name: 'Schimbă adresa pentru anunțuri' }).click();
  await phone.getByRole('dialog').getByRole('button', { name: 'Schimbă adresa pentru anunțuri' }).click();
  await eventually(
    () => address.textContent(),
    (text) => text !== items[0]?.callback_url,
    120_000,
  );
  await phone.getByRole('button', { name: 'Scoate contul' }).click();
  await phone.getByRole('dialog').getByText('Comenzile lui și istoricul lor rămân').waitFor();
  await phone.getByRole('dialog').getByRole('button', { name: 'Scoate contul' }).click();
  await phone.getByText('Niciun cont').waitFor();
  expect(world.complaints).toEqual([]);
});
