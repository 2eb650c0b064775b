import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PanelWorld } from './panelWorld.js';

interface Need {
  readonly kind: string;
  readonly count: number;
}

const world = new PanelWorld();

describe('the dashboard', () => {
  let page: Page;
  beforeAll(async () => {
    await world.open({
      MAGFLOW_SANDBOX_NEW_ORDER_SECONDS: '0',
      MAGFLOW_SANDBOX_ORDERS: '300',
      MAGFLOW_SANDBOX_OFFERS: '40',
      MAGFLOW_FIND_OUT_SECONDS: '2',
    });
    page = await world.page();
  });
  afterAll(() => world.close());

  const count = async (kind: string): Promise<number> => {
    const { needs } = (await world.call('GET', '/dashboard')) as { needs: readonly Need[] };
    return needs.find((need) => need.kind === kind)?.count ?? -1;
  };
  const door = (kind: string) => page.locator(`[data-need="${kind}"]`);

  it('counts what waits, moves by itself, and its doors lead to as many', async () => {
    await page.goto(`${world.home}/dashboard`);
    const before = await count('confirm');
    expect(before).toBeGreaterThan(0);
    await door('confirm').getByText(String(before), { exact: true }).waitFor();

    await world.steer('/orders', { account: 'main' });
    await door('confirm')
      .getByText(String(before + 1), { exact: true })
      .waitFor();

    await door('confirm').click();
    await page.getByText(`/ ${before + 1}`).waitFor();
  });

  it('lists an AWB in doubt first, with its way out beside it', async () => {
    await world.steer('/faults', { kind: 'reset_after', route: 'awb/save', times: 1 });
    const { orders } = (await world.call('GET', '/emag/orders/list?status=prepared&has_awb=false&type=3')) as {
      orders: readonly { id: string }[];
    };
    const [order] = orders;
    expect(order).toBeDefined();
    await world.call('POST', `/emag/phase2/awb/${order?.id ?? ''}/generate`, {});

    await page.goto(`${world.home}/dashboard`);
    await door('awb_in_doubt').getByText('1', { exact: true }).waitFor();
    await page.goto(`${world.home}/dashboard/attention`);
    const row = page.locator('[data-attention]').first();
    await row.getByText('AWB incert').waitFor();
    await row.getByRole('button', { name: 'Rezolvă AWB-ul' }).click();
    await page.getByRole('textbox', { name: 'Numărul AWB' }).fill('4EMG7654321');
    await page.getByRole('dialog').getByRole('button', { name: 'Salvează răspunsul' }).click();
    await page.locator('[data-attention]').first().getByText('AWB incert').waitFor({ state: 'detached' });
    expect(await count('awb_in_doubt')).toBe(0);
  });

  it('sums sales by product over a period that the address keeps', async () => {
    await page.goto(`${world.home}/dashboard/reports`);
    await page.locator('tbody tr').first().waitFor();
    await page.getByRole('combobox', { name: 'Însumat pe' }).click();
    await page.getByRole('option', { name: 'Produs' }).click();
    await page.getByRole('columnheader', { name: 'Produs' }).waitFor();
    await page.getByRole('textbox', { name: 'De la' }).fill('01.01.2020');
    await page.getByRole('textbox', { name: 'Până la' }).fill('31.01.2020');
    await page.getByText('Nimic în această perioadă').waitFor();
    await page.reload();
    await page.getByText('Nimic în această perioadă').waitFor();
    const filter = JSON.parse(new URL(page.url()).searchParams.get('filter') ?? '{}') as unknown;
    expect(filter).toEqual({ group_by: 'product', from: '2020-01-01', to: '2020-01-31' });
  });

  it('finds people, orders and AWBs by one search, walked with the arrow keys', async () => {
    const { orders } = (await world.call('GET', '/emag/orders/list?has_awb=true&items_per_page=1')) as {
      orders: readonly { id: string; awb_number: string }[];
    };
    const awb = orders[0]?.awb_number ?? '';
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Caută în tot' }).fill(awb);
    await page.locator('[data-found="awbs"]').getByText(awb).waitFor();
    await page.locator('[data-found="orders"]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.locator('[data-found="awbs"][aria-selected="true"]').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/orders/${orders[0]?.id ?? ''}`);
  });

  it('tells of an account that is refused', async () => {
    await world.steer('/faults', { kind: 'credentials', account: 'fbe', times: 0 });
    await world.call('POST', '/accounts/fbe/test-connection');
    await page.goto(`${world.home}/dashboard`);
    await door('account_trouble').getByText('1', { exact: true }).waitFor();
    await page.getByText('Contul fbe nu mai poate lucra cu marketplace-ul').waitFor();
    await page.getByRole('button', { name: 'Detalii' }).click();
    await page.getByText('Jurnalul de evenimente').waitFor();
    expect(world.complaints).toEqual([]);
  });
});
