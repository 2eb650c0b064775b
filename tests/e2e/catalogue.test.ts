import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { PanelWorld } from './panelWorld.js';

const DEADLINE_MS = 120_000;

interface Offer {
  readonly account_type: string;
  readonly offer_id: string;
  readonly max_price_net: string;
}

interface Product {
  readonly sku: string;
  readonly eans: readonly string[];
  readonly offers: readonly Offer[];
}

const world = new PanelWorld();
let page: Page;

const filtered = (filter: object): string => `filter=${encodeURIComponent(JSON.stringify(filter))}`;

/** A SKU of which the account that ships itself sells an active offer with price limits. */
const productOnOffer = async (): Promise<{ product: Product; offer: Offer }> => {
  const { items } = await world.call(
    'GET',
    '/catalogue?account_type=main&status=active&in_stock=true&items_per_page=50',
  );
  const [product] = (items as Product[]).filter(
    ({ sku, eans, offers }) => sku && eans[0] !== undefined && offers[0]?.max_price_net,
  );
  const [offer] = product?.offers ?? [];
  if (!product || !offer) throw new Error('The demonstration has no such offer');
  return { product, offer };
};

beforeAll(async () => {
  await world.open();
  page = await world.page();
});
afterAll(() => world.close());

it('changes a price and a stock in place, and shows what the marketplace made of it', async () => {
  const { product, offer } = await productOnOffer();
  const { account_type: account, offer_id: id } = offer;
  await page.goto(`${world.home}/products?${filtered({ q: product.sku })}`);
  await page.getByRole('row', { name: new RegExp(product.sku) }).click();
  const card = page.locator(`[data-offer="${account}-${id}"]`);

  await card.getByRole('button', { name: 'Schimbă: Preț net' }).click();
  const price = card.getByRole('textbox', { name: 'Preț net' });
  await price.fill('9999999');
  await card.getByText('Peste maximul net de').waitFor();
  expect(await card.getByRole('button', { name: 'Trimite' }).isDisabled()).toBe(true);
  await price.fill(offer.max_price_net.replace('.', ','));
  await card.getByText('Cumpărătorul va plăti').waitFor();
  await price.press('Enter');
  await card.locator('[data-change="done"]').waitFor();
  expect(await world.call('GET', `/offers/${account}/${id}`)).toMatchObject({ price_net: offer.max_price_net });

  await world.steer(`/offers/${account}/${id}`, { campaign: 'Reduceri de toamnă' });
  await card.getByRole('button', { name: 'Schimbă: Stoc' }).click();
  await card.getByRole('textbox', { name: 'Stoc' }).fill('77');
  await card.getByRole('button', { name: 'Trimite' }).click();
  const refused = card.locator('[data-change="refused"]');
  await refused.waitFor();
  expect(await refused.textContent()).toContain('active campaign Reduceri de toamnă');
  // What the marketplace refused is a failed request by nature, and the only one.
  expect(world.complaints.splice(0).filter((complaint) => !complaint.includes('502'))).toEqual([]);
});

it('shows what a product looks like, and a sign where there is no picture', async () => {
  const { product } = await productOnOffer();
  await page.goto(`${world.home}/products?${filtered({ q: product.sku })}`);
  const row = page.getByRole('row', { name: new RegExp(product.sku) });
  await row.locator('[data-picture="shown"]').waitFor();
  await page.goto(`${world.home}/products/offers?${filtered({ q: product.sku })}`);
  await page.locator('tbody [data-picture="shown"]').first().waitFor();

  const { orders } = await world.call('GET', '/emag/orders/list?account_type=main&items_per_page=1');
  const [order] = orders as { id: string }[];
  // Orders may come before the offers that their lines are of.
  const lines = await eventually(
    async () => (await world.call('GET', `/emag/orders/${order?.id ?? ''}`))['products'] as { picture_url: unknown }[],
    (products) => products.every(({ picture_url: url }) => url !== null),
    DEADLINE_MS,
  );
  await page.goto(`${world.home}/orders/${order?.id ?? ''}`);
  await page.locator('[data-picture="shown"]').first().waitFor();
  expect(await page.locator('[data-picture]').count()).toBe(lines.length);

  // The same page with names of pictures that nobody signed: our own server says that there is none.
  await page.route('**/api/v1/pictures/**', (route) =>
    route.continue({
      url: `${route.request().url().split('.').slice(0, -1).join('.')}.${'A'.repeat(22)}?fallback=blank`,
    }),
  );
  const answered = page.waitForResponse((response) => response.url().includes('/pictures/'));
  await page.goto(`${world.home}/orders/${order?.id ?? ''}`);
  expect((await answered).headers()['content-type']).toBe('image/gif');
  await page.locator('[data-picture="none"] svg').first().waitFor();
  await page.unroute('**/api/v1/pictures/**');
  expect(world.complaints).toEqual([]);
});

it('looks up a pasted list of codes, says what to do with one, and keeps the decision', async () => {
  const { product } = await productOnOffer();
  const [ean = ''] = product.eans;
  await page.goto(`${world.home}/emag/ean`);
  await page.getByRole('textbox', { name: 'Coduri EAN' }).fill(`${ean}, 4006381333931\n5941234567890`);
  await page.locator('[data-invalid="5941234567890"]').waitFor();
  await page.getByText('2 din 3 coduri sunt valide.').waitFor();
  await page.keyboard.press('Enter');
  const group = page.locator(`[data-ean="${ean}"]`);
  await group.getByText('main: ai deja ofertă').waitFor();
  await page.getByText('Necunoscute în catalog (1)').waitFor();
  await group.locator('[data-picture="shown"]').waitFor();

  await group.getByRole('button', { name: 'Ce fac cu el?' }).click();
  await page.getByRole('button', { name: 'Recomandă' }).click();
  await page.locator('[data-recommendation="already_have_offer"]').waitFor();
  await page.getByText('Actualizează prețul și stocul ofertei de acum.').waitFor();

  await page.getByRole('tab', { name: 'Decizii' }).click();
  const decision = page.getByRole('row', { name: new RegExp(ean) });
  await decision.waitFor();
  expect(await decision.textContent()).toContain('Ai ofertă');
  await page.setViewportSize({ width: 390, height: 844 });
  const card = page.locator('[data-decision]').filter({ hasText: ean });
  await card.getByRole('button').first().click();
  await card.locator('[data-recommendation="already_have_offer"]').waitFor();
  await page.setViewportSize({ width: 1_440, height: 900 });
  expect(world.complaints).toEqual([]);
});

it('reads offers again on request, shows the progress, and keeps the run in the history', async () => {
  await page.goto(`${world.home}/emag`);
  await page.getByRole('button', { name: 'Testează legătura' }).first().click();
  await page.locator('[data-test]').getByText('Legătura merge.').waitFor();

  await page.getByLabel('Limită de pagini').fill('2');
  await page.getByRole('button', { name: 'Pornește' }).click();
  await page.locator('[data-sync-run]').first().waitFor();
  await page.locator('[data-sync-run]').first().waitFor({ state: 'detached' });
  await page.getByLabel('Stare').click();
  await page.getByRole('option', { name: 'Terminată' }).click();
  await page
    .getByRole('row', { name: /Oferte.*la cerere.*Terminată/ })
    .first()
    .waitFor();
  expect(world.complaints).toEqual([]);
});
