import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { PanelWorld } from './panelWorld.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

const PAGES = [
  '/dashboard',
  '/dashboard/attention',
  '/dashboard/reports',
  '/orders',
  '/emag/awb',
  '/emag/awb/all',
  '/emag/invoices',
  '/emag/invoices/issued',
  '/products',
  '/customers',
  '/products/offers',
  '/emag/ean',
  '/emag/ean/match',
  '/emag/ean/decisions',
  '/emag',
  '/accounts',
  '/operations',
  '/jobs',
  '/jobs/emag.health_check',
  '/system',
  '/settings',
  '/users',
  '/audit',
  '/parked',
  '/parked/letters',
  '/parked/rows',
  '/start',
];

/** Pixels that the page is wider than its window. */
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

const world = new PanelWorld();
beforeAll(() => world.open());
afterAll(() => world.close());

/** Serious and critical ones alone, each with the places it was found in. */
const violationsOf = async (page: Page): Promise<string[]> => {
  // In a world of its own: the page's content policy allows no foreign script.
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  await session.send('Runtime.evaluate', { expression: axeSource, contextId: executionContextId });
  const { result } = await session.send('Runtime.evaluate', {
    expression:
      'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => JSON.stringify(violations))',
    contextId: executionContextId,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  const violations = JSON.parse(String(result.value)) as Violation[];
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ target }) => target.join(' '))
          .join(' | ')}`,
    );
};

it.each(['ro', 'en'] as const)(
  'shows every page in %s without a complaint of axe, console or network',
  async (locale) => {
    const page = await world.page({ locale, theme: locale === 'ro' ? 'light' : 'dark' });
    const [row] = (await world.call('GET', '/emag/orders/list?items_per_page=1'))['orders'] as { id: string }[];
    const [operation] = (await world.call('GET', '/operations?items_per_page=1'))['items'] as { id: string }[];
    const pages = [...PAGES, `/orders/${row?.id ?? ''}`, `/operations/${operation?.id ?? ''}`];
    const found: string[] = [];
    for (const path of pages) {
      await page.goto(`${world.home}${path}`);
      await world.settled(page);
      for (const violation of await violationsOf(page)) found.push(`${path} ${violation}`);
      const overflow = await page.evaluate<number>(OVERFLOW);
      if (overflow > 0) found.push(`${path} is ${overflow} px wider than the window`);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of pages) {
      await page.goto(`${world.home}${path}`);
      await world.settled(page);
      const overflow = await page.evaluate<number>(OVERFLOW);
      if (overflow > 0) found.push(`${path} on a phone is ${overflow} px wider than the window`);
    }
    expect(found).toEqual([]);
    expect(world.complaints).toEqual([]);
  },
);
