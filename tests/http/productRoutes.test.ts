import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { createAnswerCache } from '../../src/infrastructure/cache/answerCache.js';
import { invalidateBy } from '../../src/infrastructure/cache/cacheInvalidation.js';
import { Caches } from '../../src/infrastructure/cache/caches.js';
import { newEvent } from '../support/integrationEvents.js';
import { offerFacts } from '../support/offerSamples.js';
import { catalogueRow as row } from './support/catalogueRow.js';
import { startTestApp, type TestApp } from './support/testApp.js';

const AT = '2026-03-02T09:00:00.000Z';
const LISTS = ['/api/v1/emag/enhanced/products/all', '/api/v1/emag/enhanced/offers/all', '/api/v1/catalogue'];

const PICTURE = '/api/v1/pictures/WyJtYWluIiwiaHR0cHM6Ly9pbWcuZW1hZy5leGFtcGxlL3AvMS5wbmciXQ.oH2qeGo8fhJ670vzqBgQWw';

const isCurrent = { waitFor: () => Promise.resolve('reached' as const) };

let app: TestApp;
let metrics: Registry;
let caches: Caches;
const get = (path: string, options: object = {}) => app.call('GET', path, options);
/** Whether the question reached the read model. */
const reachedBy = async (path: string, options: object = {}): Promise<boolean> => {
  app.reads.asked = null;
  expect((await get(path, options)).status).toBe(200);
  return app.reads.asked !== null;
};
const hear = (type: string, account: string, position: bigint) =>
  invalidateBy(caches, {
    topic: 'magflow.offers.v1',
    id: `event-${position}`,
    type: `magflow.${type}`,
    source: '/magflow/store-1',
    subject: `${account}-1`,
    time: '2026-03-01T10:00:00.000Z',
    key: `offer-${account}-1`,
    stream: `offer-${account}-1`,
    revision: 0n,
    position,
    data: {},
  });

beforeAll(async () => {
  app = await startTestApp({
    cache: {
      couriers: (_account, load) => load(),
      addresses: (_account, load) => load(),
      orderStatistics: (_asked, load) => load(),
      productLists: (asked, load) =>
        createAnswerCache(caches, isCurrent, { generation: () => Promise.resolve(1) }).productLists(asked, load),
    },
  });
  app.reads.catalogueRows.set('RDX/40', JSON.stringify(row));
});
afterAll(() => app.close());
beforeEach(() => {
  app.reads.nextPage = null;
  metrics = new Registry();
  caches = new Caches(metrics);
});

describe('the catalogue', () => {
  it('is a page of rows, with the filters that were asked for', async () => {
    app.reads.nextPage = { items: [JSON.stringify(row)], total: 1, totalIsLowerBound: false, nextCursor: null };
    const answer = await get(
      '/api/v1/catalogue?account_type=main&brand=Demo&status=active&status=2&validation_status=9&in_stock=true' +
        '&buy_box_lost=false&q=rucsac&sort=price&order=desc',
      { as: 'auditor' },
    );
    expect(answer.status).toBe(200);
    expect(answer.json()).toEqual({
      items: [{ ...row, picture_url: PICTURE }],
      total: 1,
      page: 1,
      items_per_page: 25,
      total_pages: 1,
      next_cursor: null,
    });
    expect(app.reads.asked).toEqual({
      filter: {
        account: 'main',
        brand: 'Demo',
        statuses: ['active', 'end_of_life'],
        validationStatus: 9,
        inStock: true,
        buyBoxLost: false,
      },
      request: { page: 1, itemsPerPage: 25, sort: 'price', order: 'desc', q: 'rucsac' },
    });
  });

  it('has one row a SKU, also with a slash in it', async () => {
    for (const path of ['RDX%2F40', 'RDX/40'])
      expect((await get(`/api/v1/catalogue/${path}?account_type=both`)).json()).toEqual({
        ...row,
        picture_url: PICTURE,
      });
    const unknown = await get('/api/v1/catalogue/none');
    expect([unknown.status, unknown.json()['code']]).toEqual([404, 'sku-unknown']);
  });

  it.each([
    'catalogue?account_type=nowhere',
    'catalogue?status=3',
    'catalogue?sort=brand',
    'catalogue?items_per_page=101',
    'catalogue?colour=red',
    'catalogue/x?account_type=nowhere',
    'catalogue/%0A',
  ])('refuses %s', async (path) => {
    const { status } = await get(`/api/v1/${path}`);
    expect(status === 400 || status === 404).toBe(true);
  });

  it('is nobody’s without a token', async () => {
    expect((await get('/api/v1/catalogue', { as: null })).status).toBe(401);
    expect((await get('/api/v1/catalogue/x', { as: null })).status).toBe(401);
  });
});

describe.each(LISTS)('%s', (path) => {
  it('is read once for all who ask the same', async () => {
    expect(await reachedBy(`${path}?page=7`)).toBe(true);
    expect(await reachedBy(`${path}?page=7`)).toBe(false);
    expect(await reachedBy(`${path}?page=7`, { as: 'auditor' })).toBe(false);
    expect(await reachedBy(`${path}?page=7&sort=sku`)).toBe(true);
  });

  it.each(['OfferReceived', 'OfferChanged', 'OfferChangeRequested', 'OfferChangeConfirmed', 'OfferChangeRefused'])(
    'is read again after %s of its account, and stays after that of another',
    async (type) => {
      const asked = `${path}?account_type=main&page=8`;
      await get(asked);
      hear(type, 'fbe', 1_001n);
      expect(await reachedBy(asked)).toBe(false);
      hear(type, 'main', 1_002n);
      expect(await reachedBy(asked)).toBe(true);
      expect(await reachedBy(asked)).toBe(false);
    },
  );

  it('of all accounts is read again after an event of any', async () => {
    await get(`${path}?page=9`);
    hear('OfferChanged', 'fbe', 1_001n);
    expect(await reachedBy(`${path}?page=9`)).toBe(true);
  });

  it('is read again for who has seen something newer', async () => {
    await get(`${path}?page=10`);
    const headers = { 'x-min-position': '1001' };
    expect(await reachedBy(`${path}?page=10`, { headers })).toBe(true);
    expect(await reachedBy(`${path}?page=10`, { headers })).toBe(false);
  });

  it('never keeps a deep page', async () => {
    expect(await reachedBy(`${path}?cursor=abc`)).toBe(true);
    expect(await reachedBy(`${path}?cursor=abc`)).toBe(true);
  });

  it.each<[number, 'accepts' | 'refuses']>([
    [200, 'accepts'],
    [502, 'refuses'],
  ])('is not the stale one after a command of one’s own that ended in %i', async (status, mood) => {
    app.marketplace.mood = mood;
    const offerId = String(700_000 + LISTS.indexOf(path) * 10 + status);
    const facts = offerFacts();
    await app.store.append(
      `offer-main-${offerId}`,
      [newEvent({ type: 'OfferReceived', data: { account: 'main', offerId, facts, digest: 'd', at: AT } })],
      'no_stream',
    );
    const asked = `${path}?account_type=main&page=11`;
    await get(asked, { as: 'admin' });
    // Nothing was heard from the bus yet.
    const patched = await app.call('PATCH', `/api/v1/offers/main/${offerId}`, { as: 'admin', body: { stock: 1 } });
    expect(patched.status).toBe(status);
    expect(await reachedBy(asked, { as: 'admin' })).toBe(true);
  });
});

it('counts hits, misses and invalidations of product lists', async () => {
  await get('/api/v1/catalogue');
  await get('/api/v1/catalogue');
  hear('OfferChanged', 'main', 1_001n);
  const text = await metrics.metrics();
  for (const what of ['hits', 'misses', 'invalidations'])
    expect(text).toContain(`magflow_cache_${what}_total{cache="product_lists"} 1`);
});
