import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { RunFile } from '../../src/infrastructure/supervisor/runFile.js';
import { TestInstallation, until } from '../support/installation.js';
import { openBrowser } from './panelBrowser.mjs';
import { programWithPanel } from './panelWorld.js';

const DEADLINE_MS = 120_000;
const OWN_PASSWORD = 'o-parola-a-mea';

describe('the panel in a real browser', () => {
  let installation: TestInstallation;
  let run: RunFile;
  let home: string;
  let browser: Browser;
  let page: Page;
  let oneTimePassword: string;
  let orderId: string;
  const complaints: string[] = [];

  const placeOrder = async (): Promise<string> => {
    const placed = await fetch(`${run.urls.sandbox_control}/control/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: 'main' }),
    });
    return String(((await placed.json()) as { id: string }).id);
  };

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const fact = (type: string) => page.locator(`[data-event="${type}"]`).first();

  /** Refuses a wrong password, and asks for a password of one’s own in place of the one-time one. */
  const signIn = async (): Promise<void> => {
    await page.goto(home);
    await page.getByLabel('Utilizator').fill('admin');
    await page.getByLabel('Parolă').fill('gresit-de-tot');
    await button('Intră').click();
    await page.getByText('Utilizatorul sau parola este greșită.').waitFor();

    await page.getByLabel('Parolă').fill(oneTimePassword);
    await button('Intră').click();
    await page.getByText('Parola de acum este de unică folosință.').waitFor();
    await page.locator('input[name=current]').fill(oneTimePassword);
    await page.locator('input[name=next]').fill(OWN_PASSWORD);
    await page.locator('input[name=repeat]').fill(OWN_PASSWORD);
    await button('Schimbă parola').click();
    // The first to come in is led to the first steps, once.
    await page.getByRole('heading', { name: 'Primii pași' }).waitFor();
    await page.goto(home);
    await page.getByRole('heading', { name: 'Panou' }).waitFor();
    await page.getByText('Date demonstrative').first().waitFor();
  };

  /** Shows an order that arrives at the marketplace, by itself and once. */
  const seeItArrive = async (): Promise<void> => {
    await page.goto(`${home}/orders`);
    // The first sync fills the list and the counts of its tabs by itself.
    const accounts = (await (await fetch(`${run.urls.sandbox_control}/control/accounts`)).json()) as {
      orders: number;
    }[];
    const there = accounts.reduce((sum, { orders }) => sum + orders, 0);
    await page.getByRole('tab', { name: `Toate ${there}` }).waitFor();
    await page.locator('tbody tr').first().waitFor();
    await page.reload();
    await page.locator('[data-live="live"]').waitFor();
    await page.locator('tbody tr').first().waitFor();

    orderId = await placeOrder();
    await button('O comandă nouă').click();
    const row = page.locator('tbody tr', { hasText: orderId });
    await row.waitFor();
    expect(await row.count()).toBe(1);
    expect(await row.textContent()).toContain('Nouă');
  };

  /** Finds the order by its number. */
  const findIt = async (): Promise<void> => {
    await page.keyboard.press('/');
    await page.getByRole('combobox').fill(orderId);
    await page.getByRole('option', { name: new RegExp(orderId) }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/orders/main-${orderId}`);
  };

  /** Acknowledges it, and shows the marketplace’s answer without a reload. */
  const acknowledge = async (): Promise<void> => {
    await button('Confirmă').click();
    await fact('OrderAcknowledged').waitFor();
    await button('Generează AWB').waitFor();
  };

  /** Generates its AWB and opens the label. */
  const ship = async (): Promise<void> => {
    await button('Generează AWB').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Generează AWB' }).click();
    await fact('AwbGenerated').waitFor();
    const label = page.waitForResponse((response) => response.url().includes('/label'));
    await button('Deschide eticheta').click();
    expect((await label).headers()['content-type']).toContain('application/pdf');
  };

  /** Issues its invoice, once the marketplace shows it as finalised, and opens the PDF. */
  const invoice = async (): Promise<void> => {
    await button('Generează factura').click();
    await button('Emite factura').click();
    await fact('InvoiceIssued').waitFor();
    const pdf = page.waitForResponse((response) => response.url().endsWith('/pdf'));
    await button('Deschide factura').click();
    expect((await pdf).headers()['content-type']).toContain('application/pdf');
  };

  /** Shows the order as it was when it arrived, and comes back. */
  const travelInTime = async (): Promise<void> => {
    await fact('OrderReceived').getByRole('button').first().click();
    await page.getByText('Comanda așa cum era la').waitFor();
    await page.locator('[data-past="0"]').waitFor();
    expect(await page.locator('[data-changed="/status_name"]').textContent()).toMatch(/^Nouă.*acum: Finalizată/);
    await button('Schimbă starea').waitFor({ state: 'detached' });
    await button('Înapoi la acum').click();
    await button('Schimbă starea').waitFor();
  };

  beforeAll(async () => {
    installation = new TestInstallation(await programWithPanel());
    const started = installation.cli(['start']);
    run = await installation.ready(started);
    home = run.urls.api ?? '';
    oneTimePassword = await until(
      () => /One-time admin password: (\S+)/.exec(started.stdout() + started.stderr())?.[1],
    );
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(DEADLINE_MS);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(home) && !request.url().startsWith('blob:')) complaints.push(request.url());
    });
  });

  afterAll(async () => {
    await browser?.close();
    await installation?.clean();
  });

  // One test: each step stands on the one before.
  it('takes an order from its arrival to its invoice, and back in time', async () => {
    await signIn();
    await seeItArrive();
    await findIt();
    await acknowledge();
    await ship();
    await invoice();
    await travelInTime();
    expect(complaints).toEqual([]);
  });
});
