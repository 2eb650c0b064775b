import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { PanelWorld } from './panelWorld.js';

const DEADLINE_MS = 120_000;
const CASH_ON_DELIVERY = 1;

const world = new PanelWorld();
let page: Page;

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = () => page.getByRole('dialog');
const openOrder = async (id: string): Promise<void> => {
  await page.goto(`${world.home}/orders/main-${id}`);
  await page.locator('[data-event="OrderAcknowledged"]').waitFor();
};
/** Enter sends a dialog once it can be sent, and it closes. */
const send = async (): Promise<void> => {
  await dialog().locator('button[type=submit]:enabled').waitFor();
  await page.keyboard.press('Enter');
  await dialog().waitFor({ state: 'detached' });
};

beforeAll(async () => {
  await world.open({
    MAGFLOW_FIND_OUT_SECONDS: '5',
    MAGFLOW_SANDBOX_ORDERS: '20',
    MAGFLOW_SANDBOX_OFFERS: '60',
    MAGFLOW_SANDBOX_NEW_ORDER_SECONDS: '0',
  });
  page = await world.page();
});
afterAll(() => world.close());

// One test: each step stands on the one before.
it('takes an order through every verb of its page, and back in time', async () => {
  const id = await world.acknowledgedOrder({
    payment_mode_id: CASH_ON_DELIVERY,
    delivery_mode: 'courier',
    products: [{ quantity: 2, sale_price: 50, vat: 0.21 }],
    shipping_tax: 10,
  });
  await openOrder(id);

  // The order moves on while its form is open: what was typed stays, what changed is told, the cash follows.
  await button('Generează AWB').click();
  await dialog().getByText('Expeditorul este adresa de ridicare implicită a contului.').waitFor();
  await dialog().getByLabel('Observație pe etichetă').fill('fragil');
  await world.steer(`/orders/${id}`, { shipping_tax: 25 });
  await world.syncOrders();
  await dialog().getByTestId('changed-meanwhile').getByText('25,00').waitFor();
  expect(await dialog().getByLabel('Observație pe etichetă').inputValue()).toBe('fragil');
  const { amounts } = await world.call('GET', `/emag/orders/main-${id}`);
  const { cod } = amounts as { cod: string };
  await eventually(
    () => dialog().getByLabel('Ramburs (RON)').inputValue(),
    (shown) => shown === cod.replace('.', ','),
    DEADLINE_MS,
  );
  await send();

  // The first AWB finalises it; then it is invoiced, by one keystroke.
  await button('Generează factura').click();
  await dialog().getByText('Seria MF, urmează nr. 1.').waitFor();
  await send();
  await button('Stornează factura').click();
  await dialog().getByLabel('Doar bucățile alese').check();
  expect(await dialog().locator('button[type=submit]').isDisabled()).toBe(true);
  await dialog()
    .getByRole('textbox', { name: /^Bucăți din/ })
    .first()
    .fill('1');
  await send();
  await page.getByText('Stornată parțial').waitFor();

  // What came back, told to the marketplace.
  await button('Schimbă starea').click();
  expect(await dialog().locator('button[type=submit]').isDisabled()).toBe(true);
  await dialog().getByRole('combobox', { name: 'Starea nouă' }).click();
  await page.getByRole('option', { name: 'Finalizată, o parte returnată' }).click();
  await dialog()
    .getByRole('textbox', { name: /^Bucăți din/ })
    .first()
    .fill('1');
  await send();
  await page.getByText('comandat 2').waitFor();

  // The invoice remembers the piece that the order has no more.
  await button('Stornează factura').click();
  await dialog().getByLabel('Doar bucățile alese').check();
  await dialog().getByText('/ 1').first().waitFor();
  await page.keyboard.press('Escape');

  await button('Atașează un document').click();
  await dialog().getByLabel('Adresa documentului PDF').fill('ftp://exemplu.ro/garantie.pdf');
  expect(await dialog().locator('button[type=submit]').isDisabled()).toBe(true);
  await dialog().getByLabel('Adresa documentului PDF').fill('https://exemplu.ro/garantie.pdf');
  await dialog().getByLabel('Numele pe care îl vede clientul').fill('Certificat de garanție');
  await send();
  await page.getByRole('link', { name: 'Certificat de garanție' }).waitFor();

  // A second AWB names the first, and asks why.
  await button('Încă un AWB').click();
  await dialog().getByText('Comanda are deja un AWB').waitFor();
  expect(await dialog().locator('button[type=submit]').isDisabled()).toBe(true);
  await dialog().getByLabel('De ce încă un AWB').fill('coletul s-a pierdut');
  await send();
  const labels = page.waitForResponse((response) => response.url().includes('/awb/labels'));
  await button('Etichetele într-un PDF').click();
  expect((await labels).headers()['content-type']).toContain('application/pdf');

  // Behind each fact stand the calls that led to it; the slider leads to the order as it was.
  await page.locator('[data-event="AwbGenerated"] [data-call="awb/save"]').first().waitFor();
  await page.getByRole('slider', { name: 'Alege un moment din istoric' }).press('Home');
  await page.locator('[data-past="0"]').waitFor();
  await page.getByText(/^Comanda așa cum era la/).waitFor();
  expect(await page.locator('[data-changed="/awbs"]').textContent()).toContain('acum: ');
  await button('Schimbă starea').waitFor({ state: 'detached' });
  await button('Înapoi la acum').click();
  await button('Schimbă starea').waitFor();
  expect(world.complaints).toEqual([]);
});

it('takes an AWB out of doubt by the number that somebody found', async () => {
  const id = await world.acknowledgedOrder({ payment_mode_id: CASH_ON_DELIVERY });
  await openOrder(id);
  await world.steer('/faults', { kind: 'reset_after', account: 'main', route: 'awb/save', times: 1 });
  await button('Generează AWB').click();
  await dialog().getByText('Expeditorul este adresa de ridicare implicită a contului.').waitFor();
  await send();
  await button('Rezolvă AWB-ul').click();
  const made = await eventually(
    async () => {
      const answer = await fetch(`${world.control}/ledger?account=main&order_id=${id}`);
      const { accounts } = (await answer.json()) as { accounts: { main: { awbs: { awb_number: string }[] } } };
      return accounts.main.awbs;
    },
    ({ length }) => length === 1,
    DEADLINE_MS,
  );
  const number = made[0]?.awb_number ?? '';
  await dialog().getByLabel('Numărul AWB').fill(number);
  await send();
  await page.getByText(number, { exact: true }).first().waitFor();
  await button('Deschide eticheta').waitFor();
  await button('Rezolvă AWB-ul').waitFor({ state: 'detached' });
  expect(world.complaints).toEqual([]);
});

it('keeps a queue in its place while others work, and says what came into it', async () => {
  const first = await world.acknowledgedOrder();
  // Without a reload: a new connection reads everything anew by itself.
  await page.getByRole('link', { name: 'AWB', exact: true }).click();
  const row = (id: string) => page.locator('tbody tr', { hasText: id });
  await row(first).waitFor();
  const second = await world.acknowledgedOrder();
  const pill = page.getByTestId('new-orders');
  await pill.waitFor();
  expect(await row(second).count()).toBe(0);
  await pill.click();
  await row(second).waitFor();

  // What another person ships stays where it was, faded, until the list is touched.
  await world.call('POST', `/emag/phase2/awb/main-${first}/generate`, { parcels: 1, weight: '1' });
  await eventually(
    () =>
      page.evaluate<string | null>(`(() => {
        const row = [...document.querySelectorAll('tbody tr')].find((one) => one.textContent.includes('${first}'));
        return row ? getComputedStyle(row).opacity : null;
      })()`),
    (opacity) => opacity === '0.5',
    DEADLINE_MS,
  );
});

it('alerts to a new order once, however many tabs are open', async () => {
  const context = page.context();
  // A headless browser shows no notices: this keeps what would be shown.
  await context.addInitScript(`
    window.notices = [];
    window.Notification = class {
      static permission = 'granted';
      static requestPermission = async () => 'granted';
      constructor(title, { body }) { window.notices.push(body); }
    }`);
  await page.reload();
  await page.locator('[data-unread-count]').click();
  await dialog().getByLabel('Arată un anunț pe ecran').check();
  await page.keyboard.press('Escape');
  const other = await context.newPage();
  await other.goto(world.home);
  await other.locator('[data-live="live"]').waitFor();

  const shown = async () =>
    (await Promise.all([page, other].map((tab) => tab.evaluate<string[]>('window.notices')))).flat();
  for (const count of [1, 2]) {
    await world.steer('/orders', { account: 'main', is_complete: 1 });
    await eventually(shown, (notices) => notices.length > count, DEADLINE_MS);
  }
  expect(await shown()).toEqual(['Comenzile noi se anunță așa.', 'O comandă nouă', 'O comandă nouă']);
  await other.close();
});
