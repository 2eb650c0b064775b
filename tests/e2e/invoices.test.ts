import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PanelWorld } from './panelWorld.js';

const world = new PanelWorld();
beforeAll(() => world.open({ MAGFLOW_SANDBOX_ORDERS: '300' }));
afterAll(() => world.close());

it('issues an invoice, shows its PDF and takes it back', async () => {
  const page = await world.page();
  await page.goto(`${world.home}/emag/invoices`);
  await page.getByText('Seria MF, urmează nr. 1').waitFor();

  // Before issue: what it will say, with VAT per rate.
  await page.locator('tbody tr .column-customer_name').first().click();
  const preview = page.getByRole('complementary', { name: 'Previzualizare' });
  await preview.getByText('TVA pe cote').waitFor();
  await preview.getByRole('button', { name: 'Generează factura' }).click();
  await page.getByRole('button', { name: 'Emite factura' }).click();
  await page.getByText('O factură azi').waitFor();

  await page.getByRole('tab', { name: 'Emise 1' }).click();
  await page.waitForURL('**/emag/invoices/issued');
  const pdf = page.waitForResponse((response) => response.url().endsWith('/MF0000001/pdf'));
  await page.getByRole('button', { name: 'MF0000001', exact: true }).click();
  expect((await pdf).headers()['content-type']).toContain('application/pdf');
  await page.locator('iframe[title="PDF-ul facturii MF0000001"][src^="blob:"]').waitFor();

  await preview.getByRole('button', { name: 'Stornează' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('button[type=submit]').click();
  await preview.getByText('Factura a fost stornată în întregime; ultimul storno este MF0000002.').waitFor();
  await page.getByRole('tab', { name: 'Storno 1' }).click();
  await page.getByRole('button', { name: 'MF0000002', exact: true }).waitFor();
  expect(world.complaints).toEqual([]);
});
