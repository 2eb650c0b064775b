import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { PanelWorld } from './panelWorld.js';

const world = new PanelWorld();
beforeAll(() => world.open({ MAGFLOW_FIND_OUT_SECONDS: '5' }));
afterAll(() => world.close());

it('takes orders to their labels, and an AWB out of doubt', async () => {
  const [first, second] = [await world.acknowledgedOrder(), await world.acknowledgedOrder()];
  const page = await world.page();
  await page.goto(`${world.home}/emag/awb`);

  // A click shows what goes into the parcel; the dialog is one keystroke from done.
  await page.locator('tbody tr', { hasText: first }).locator('.column-customer_name').click();
  const preview = page.getByRole('complementary', { name: 'Previzualizare' });
  await preview.getByText(`Comanda ${first}`).waitFor();
  await preview.getByRole('button', { name: 'Generează AWB' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Expeditorul este adresa de ridicare implicită a contului.').waitFor();
  // The label comes beside the list as soon as there is one.
  const label = page.waitForResponse((response) => response.url().includes('/label'));
  await dialog.locator('button[type=submit]:enabled').waitFor();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect((await label).headers()['content-type']).toContain('application/pdf');
  await page.locator('iframe[title="Eticheta"][src^="blob:"]').waitFor();

  await page.getByRole('tab', { name: 'Emise azi 1' }).click();
  await page.waitForURL('**/emag/awb/today');
  await page.locator('tbody tr .column-awb_number button').first().click();
  await page.locator('iframe[title="Eticheta"][src^="blob:"]').waitFor();
  await preview.getByText('AWB generat').waitFor();

  // The mark of a printed label outlives a reload.
  await preview.getByLabel('Tipărită').check();
  await page.reload();
  await page.locator('tbody tr').getByRole('img', { name: 'Tipărită' }).waitFor();

  // The answer is lost and the order is finalised meanwhile: nobody knows whether by an AWB of ours.
  await world.steer('/faults', { kind: 'reset_after', account: 'main', route: 'awb/save', times: 1 });
  await world.call('POST', `/emag/phase2/awb/main-${second}/generate`, {});
  await eventually(
    () => world.call('GET', '/awbs?status=in_doubt'),
    ({ total }) => total === 1,
    120_000,
  );
  await page.getByRole('tab', { name: 'Incerte 1' }).click();
  await page.getByRole('button', { name: 'fără număr' }).click();
  await preview.getByRole('button', { name: 'Rezolvă AWB-ul' }).click();
  await dialog.getByLabel('Nu există niciun AWB').check();
  await dialog.getByRole('textbox').fill('verificat la curier');
  await dialog.locator('button[type=submit]:enabled').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Niciun AWB incert').waitFor();
  expect(world.complaints).toEqual([]);
});
