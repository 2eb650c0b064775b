import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PanelWorld } from './panelWorld.js';

const world = new PanelWorld();
let page: Page;

beforeAll(async () => {
  await world.open({
    MAGFLOW_SANDBOX_NEW_ORDER_SECONDS: '0',
    MAGFLOW_SANDBOX_ORDERS: '200',
    MAGFLOW_SANDBOX_OFFERS: '40',
  });
  page = await world.page();
});
afterAll(() => world.close());

it('finds a customer by phone, and shows what they bought', async () => {
  const { items } = (await world.call('GET', '/customers?sort=orders&order=desc&items_per_page=1')) as {
    items: readonly { id: string; name: string; phone: string; orders: number }[];
  };
  const [customer] = items;
  if (!customer) throw new Error('The demonstration has customers');
  await page.goto(`${world.home}/customers`);
  await page.getByRole('searchbox', { name: 'Nume, telefon, e-mail, id' }).fill(customer.phone.slice(-9));
  await page.waitForURL(/filter=.*q/);
  const row = page.locator('tbody tr', { hasText: customer.phone }).first();
  await row.click();
  await page.getByRole('heading', { name: 'Ultimele comenzi' }).waitFor();
  await page.locator('aside a[href^="/orders/"]').first().waitFor();
  await row.click();
  await page.waitForURL(/\/customers\/[^?]+$/);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const shown = decodeURIComponent(new URL(page.url()).pathname.split('/').pop() ?? '');
  const one = await world.call('GET', `/customers/${shown}`);
  expect(one['phone']).toBe(customer.phone);
  await page.getByRole('heading', { level: 1, name: String(one['name']) }).waitFor();
  await page.getByText(`/ ${Number(one['total'])}`).waitFor();

  await page.locator('tbody tr').first().click();
  await page.waitForURL(/\/orders\//);
  expect(world.complaints).toEqual([]);
});

it('keeps filters in the address', async () => {
  // A list remembers its last search; an address of its own overrules it.
  await page.goto(`${world.home}/customers?filter=${encodeURIComponent('{}')}`);
  await page.getByRole('combobox', { name: 'Categorie' }).click();
  await page.getByRole('option', { name: 'Nou', exact: true }).click();
  await page.waitForURL(/tier/);
  const { total } = await world.call('GET', '/customers?tier=new');
  await page.getByText(`/ ${Number(total)}`).waitFor();
  await page.reload();
  await page.getByText(`/ ${Number(total)}`).waitFor();
  expect(world.complaints).toEqual([]);
});
