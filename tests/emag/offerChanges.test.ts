import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { MarketplaceAccount } from '../../src/application/ports/marketplace.js';
import { offerChangeRequest, refusedInside } from '../../src/infrastructure/emag/offerSave.js';
import { encodeRequest } from '../../src/infrastructure/emag/routes.js';
import { parseLimits } from '../../src/infrastructure/sandbox/http/rateLimits.js';
import { startSandbox, type RunningSandbox } from '../../src/infrastructure/sandbox/startSandbox.js';
import { accountAt, interactive, openTestMarketplaces, type TestMarketplaces } from './support/openMarketplace.js';

describe('the call that changes an offer', () => {
  const sent = (...args: Parameters<typeof offerChangeRequest>) => {
    const { route, payload } = offerChangeRequest(...args);
    return [route.method, route.path, encodeRequest(route.form, payload).body];
  };

  it('is a plain integer by its own route when only stock changes', () =>
    expect(sent('501234', { stock: 21 })).toEqual(['PATCH', 'offer_stock/501234', '{"stock":21}']));

  it('is one light update with only the keys to change otherwise', () => {
    expect(sent('501234', { priceNet: '139.6694' })).toEqual([
      'POST',
      'offer/save',
      '[{"id":501234,"sale_price":139.6694}]',
    ]);
    expect(sent('501300', { stock: 0, status: 'inactive' })).toEqual([
      'POST',
      'offer/save',
      '[{"id":501300,"stock":[{"warehouse_id":1,"value":0}],"status":0}]',
    ]);
  });
});

describe('a verdict inside an answer', () => {
  it.each<[string, unknown, object | null]>([
    ['good', { '7': { isError: false, messages: ['Offer 7 updated successfully'] } }, null],
    [
      'bad',
      { '7': { isError: true, messages: ['Stock should be 0 or more', { message: 'and whole' }] } },
      { code: 'refused', text: 'Stock should be 0 or more and whole' },
    ],
    ['bad, as a number', { '7': { isError: 1, messages: [] } }, { code: 'refused', text: 'Refused without a reason' }],
    [
      'of an unknown offer',
      { '7': { isError: true, messages: ['Offer 7 not found'] } },
      { code: 'offer-unknown', text: 'Offer 7 not found' },
    ],
    ['in a list', [{ id: '7', isError: true, messages: 'no' }], { code: 'refused', text: 'no' }],
    ['about another offer', { '8': { isError: true, messages: ['no'] } }, null],
    ['that is missing', [], null],
    ['that is null', null, null],
  ])('that is %s', (_name, results, expected) => expect(refusedInside(results, '7')).toEqual(expected));
});

describe('changing offers of our own sandbox', () => {
  let sandbox: RunningSandbox;
  let test: TestMarketplaces;
  let main: MarketplaceAccount;
  let fbe: MarketplaceAccount;
  let id: string;

  const control = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${sandbox.control}/control${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const shown = async (account = main, offerId = id) => {
    const offer = await account.readOffer(offerId, interactive);
    const { priceNet, stock, status } = offer?.facts ?? {};
    return { priceNet, stock, status };
  };

  beforeAll(async () => {
    sandbox = await startSandbox({
      port: 0,
      controlPort: 0,
      dataDir: undefined,
      seed: 1,
      now: Date.parse('2025-11-24T10:00:00Z'),
      orders: 4,
      offers: 8,
      limits: parseLimits('off'),
      newOrders: 0,
      latencyMs: 0,
    });
    test = await openTestMarketplaces();
    const accountFor = (key: string) => {
      const access = sandbox.accounts.find((account) => account.key === key);
      if (!access) throw new Error(`The sandbox has no account ${key}`);
      const { base_url, username, password } = access;
      return accountAt(base_url, { key, username, password, fulfilment: key === 'fbe' ? 'fbe' : 'own' });
    };
    const marketplace = test.open([accountFor('main'), accountFor('fbe')]);
    main = await marketplace.account('main');
    fbe = await marketplace.account('fbe');
    const { items } = await main.readOffers(1, { includeInactive: true }, interactive);
    id = items[0]?.offerId ?? '';
    await control('POST', `/offers/main/${id}`, {
      min_sale_price: 100,
      max_sale_price: 200,
      sale_price: 150,
      recommended_price: 0,
      stock: 9,
      status: 1,
    });
  });
  afterEach(() => control('DELETE', '/faults'));
  afterAll(async () => {
    await test?.close();
    await sandbox?.stop();
  });

  it('sets price, stock and status in one call, and stock alone by its own', async () => {
    expect(
      await main.changeOffer(id, { priceNet: '120.5000', stock: 3, status: 'inactive' }, interactive),
    ).toMatchObject({ kind: 'done', call: { route: 'offer/save', httpStatus: 200 } });
    expect(await shown()).toEqual({ priceNet: '120.5000', stock: 3, status: 'inactive' });
    expect(await main.changeOffer(id, { stock: 7 }, interactive)).toMatchObject({
      kind: 'done',
      call: { route: 'offer_stock', httpStatus: 204 },
    });
    expect(await shown()).toEqual({ priceNet: '120.5000', stock: 7, status: 'inactive' });
  });

  it('hears a refusal inside an answer that is no error, and changes nothing', async () => {
    const before = await shown();
    expect(await main.changeOffer(id, { priceNet: '99.0000', stock: 1 }, interactive)).toMatchObject({
      kind: 'refused',
      code: 'refused',
      text: 'sale_price must be between min_sale_price and max_sale_price',
    });
    expect(await shown()).toEqual(before);
  });

  it('hears that a campaign holds the offer, by both routes', async () => {
    await control('POST', `/offers/main/${id}`, { campaign: 'DEMO' });
    expect(await main.changeOffer(id, { stock: 1 }, interactive)).toMatchObject({
      kind: 'refused',
      text: expect.stringContaining('active campaign DEMO, thus the stock has NOT been changed'),
      call: { httpStatus: 400 },
    });
    expect(await main.changeOffer(id, { priceNet: '130.0000' }, interactive)).toMatchObject({
      kind: 'refused',
      text: expect.stringContaining('active campaign DEMO'),
    });
    await control('POST', `/offers/main/${id}`, { campaign: null });
  });

  it('hears that there is no such offer, by both routes and by reading', async () => {
    expect(await main.changeOffer('999999', { priceNet: '1.0000' }, interactive)).toMatchObject({
      kind: 'refused',
      code: 'offer-unknown',
      text: 'Offer 999999 not found',
    });
    expect(await main.changeOffer('999999', { stock: 1 }, interactive)).toMatchObject({
      kind: 'refused',
      code: 'not-found',
      text: 'This offer does not exist',
    });
    expect(await main.readOffer('999999', interactive)).toBeNull();
  });

  it('hears that the marketplace counts its own stock', async () => {
    const { items } = await fbe.readOffers(1, { includeInactive: true }, interactive);
    expect(await fbe.changeOffer(items[0]?.offerId ?? '', { stock: 1 }, interactive)).toMatchObject({
      kind: 'refused',
      text: expect.stringContaining('fulfilled by eMAG'),
    });
  });

  it.each(['offer/save', 'offer_stock'])('does not know what became of %s whose answer was lost', async (route) => {
    await control('POST', '/faults', { kind: 'reset_after', account: 'main', route });
    const wish = route === 'offer/save' ? { priceNet: '140.0000' } : { stock: 4 };
    expect(await main.changeOffer(id, wish, interactive)).toMatchObject({ kind: 'unknown' });
    expect(await shown()).toMatchObject(wish);
  });

  it.each(['offer/save', 'offer_stock'])('knows that %s over the limit was not carried out', async (route) => {
    const before = await shown();
    await control('POST', '/faults', { kind: 'rate_limited', account: 'main', route });
    const wish = route === 'offer/save' ? { priceNet: '141.0000' } : { stock: 5 };
    expect(await main.changeOffer(id, wish, interactive)).toMatchObject({ kind: 'not_sent', code: 'rate-limited' });
    expect(await shown()).toEqual(before);
  });

  it('gives the same facts by a reading of one as by a page', async () => {
    const { items } = await main.readOffers(1, { includeInactive: true }, interactive);
    const listed = items.find(({ offerId }) => offerId === id);
    expect(await main.readOffer(id, interactive)).toEqual(listed);
  });
});
