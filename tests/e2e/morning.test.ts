import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { PanelWorld } from './panelWorld.js';

const ORDERS = 20;
const DEADLINE_MS = 120_000;
const BUYER = 'Ioana Zorilescu';
const CALLER = { name: 'Matei Zorilescu', phone_1: '0722555019' };

const world = new PanelWorld();
let page: Page;
let callersOrder: string;

const button = (name: string | RegExp) => page.getByRole('button', { name });

/** Orders of this morning, as the API lists them. */
const ours = async (filter: string): Promise<number> => {
  const { total } = await world.call('GET', `/emag/orders/list?items_per_page=1&q=Zorilescu${filter}`);
  return Number(total);
};

const placeOrders = async (): Promise<void> => {
  for (let index = 0; index < ORDERS; index += 1) {
    const customer = index === 0 ? CALLER : { name: BUYER };
    const { id } = await world.steer('/orders', { account: 'main', is_complete: 1, payment_mode_id: 1, customer });
    if (index === 0) callersOrder = String(id);
  }
  await eventually(
    () => ours('&status=new'),
    (total) => total === ORDERS,
    DEADLINE_MS,
  );
};

/** Opens a queue with this morning's orders, and selects all of them by the labelled box in the head. */
const selectAllIn = async (tab: RegExp): Promise<void> => {
  await page.getByRole('tab', { name: tab }).click();
  await eventually(
    () => page.locator('tbody tr').count(),
    (rows) => rows === ORDERS,
    DEADLINE_MS,
  );
  await page.getByRole('checkbox', { name: 'Selectează pagina' }).check();
  await page.getByText(`${ORDERS} selectate`).waitFor();
};

/** Runs a verb on all of them through its dialog; resolves when the panel says that each is done. */
const doAll = async (verb: string, kind: string) => {
  await button(`${verb} (${ORDERS} din ${ORDERS})`).click();
  await page.getByRole('dialog').getByRole('button', { name: verb }).click();
  const card = page.getByRole('region', { name: kind });
  await card.getByText(`${ORDERS} din ${ORDERS}`).waitFor();
  await card.getByText('Reușită').waitFor();
  return card;
};

beforeAll(async () => {
  await world.open({
    MAGFLOW_SANDBOX_ORDERS: '200',
    MAGFLOW_SANDBOX_OFFERS: '60',
    MAGFLOW_SANDBOX_NEW_ORDER_SECONDS: '0',
  });
});
afterAll(() => world.close());

// One test: each step stands on the one before.
it('takes a seller through a whole morning', async () => {
  await placeOrders();
  page = await world.page();

  // What needs attention: the first figure is the door to the list behind it.
  await page.locator('[data-need=confirm][href^="/orders"]').click();
  await page.getByRole('tab', { name: /^De confirmat/, selected: true }).waitFor();

  await page.getByPlaceholder('Număr, client, telefon, SKU, AWB, factură').fill('Zorilescu');
  await selectAllIn(/^De confirmat/);
  await doAll('Confirmă', 'Confirmare în lot');

  await selectAllIn(/^De expediat/);
  const awbs = await doAll('Generează AWB', 'Generare AWB în lot');
  // The work belongs to the server: a reload loses nothing of it.
  await page.reload();
  const labels = page.waitForResponse((response) => response.url().includes('/awb/labels'));
  await awbs.getByRole('button', { name: `Etichete într-un PDF (${ORDERS})` }).click();
  expect((await labels).headers()['content-type']).toContain('application/pdf');
  await eventually(
    () => awbs.getByRole('checkbox', { name: 'Etichete tipărite' }).isChecked(),
    (isChecked) => isChecked,
    DEADLINE_MS,
  );

  // The first AWB finalises an order; only then is it invoiced.
  await eventually(
    () => ours('&status=finalized&has_invoice=false'),
    (total) => total === ORDERS,
    DEADLINE_MS,
  );
  await selectAllIn(/^De facturat/);
  await doAll('Generează factura', 'Emitere facturi în lot');
  expect(await ours('&has_awb=true&has_invoice=true')).toBe(ORDERS);

  // Somebody rings: their order is found by the phone number.
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Caută în tot' }).fill(CALLER.phone_1);
  await page.getByRole('option', { name: new RegExp(callersOrder) }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/orders/main-${callersOrder}`);

  // And what was it before all that?
  await page.locator('[data-event="OrderReceived"]').getByRole('button').first().click();
  await page.locator('[data-past="0"]').waitFor();
  expect(await page.locator('[data-changed="/status_name"]').textContent()).toMatch(/^Nouă.*acum: Finalizată/);
  expect(world.complaints).toEqual([]);
});
