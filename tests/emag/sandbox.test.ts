import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AwbOrder, MarketplaceAccount, ReadOrder } from '../../src/application/ports/marketplace.js';
import type { AccountConfig } from '../../src/infrastructure/config/accounts.js';
import { parseLimits } from '../../src/infrastructure/sandbox/http/rateLimits.js';
import { startSandbox, type RunningSandbox } from '../../src/infrastructure/sandbox/startSandbox.js';
import {
  accountAt,
  background,
  interactive,
  openTestMarketplaces,
  type TestMarketplaces,
} from './support/openMarketplace.js';

const NOW = Date.parse('2025-11-24T10:00:00Z');

let sandbox: RunningSandbox;
let test: TestMarketplaces;
let main: MarketplaceAccount;
let fbe: MarketplaceAccount;

const accountFor = (key: string): AccountConfig => {
  const access = sandbox.accounts.find((account) => account.key === key);
  if (!access) throw new Error(`The sandbox has no account ${key}`);
  const { base_url, username, password } = access;
  return accountAt(base_url, { key, username, password, fulfilment: key === 'fbe' ? 'fbe' : 'own' });
};

const everyOrder = async (account: MarketplaceAccount, fulfilment: 'own' | 'fbe'): Promise<ReadOrder[]> => {
  const orders: ReadOrder[] = [];
  for (let page = 1; ; page += 1) {
    const { items, rows } = await account.readOrders({ fulfilment }, page, background);
    orders.push(...items);
    if (rows < 100) return orders;
  }
};

const control = async (path: string, body?: object): Promise<unknown> => {
  const response = await fetch(`${sandbox.control}/control${path}`, {
    method: body ? 'POST' : 'GET',
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
};

beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    controlPort: 0,
    dataDir: undefined,
    seed: 1,
    now: NOW,
    orders: 600,
    offers: 240,
    limits: parseLimits('off'),
    newOrders: 0,
    latencyMs: 0,
  });
  test = await openTestMarketplaces();
  const marketplace = test.open([accountFor('main'), accountFor('fbe')]);
  main = await marketplace.account('main');
  fbe = await marketplace.account('fbe');
});

afterAll(async () => {
  await test?.close();
  await sandbox?.stop();
});

describe('reading our own sandbox', () => {
  it('proves the connection', async () => {
    expect(await main.testConnection(interactive)).toMatchObject({ code: 'ok' });
    expect(await main.state()).toMatchObject({ code: 'ok' });
  });

  it('understands every order and counts as many', async () => {
    const own = await everyOrder(main, 'own');
    const fulfilled = await everyOrder(fbe, 'fbe');
    expect(own.length + fulfilled.length).toBe(600);
    expect(new Set([...own, ...fulfilled].map(({ orderId }) => orderId)).size).toBe(600);
    expect(own.every(({ reading }) => reading.facts.fulfilment === 'own')).toBe(true);
    expect(own.every(({ reading }) => reading.facts.lines.length > 0 && reading.person.name !== '')).toBe(true);
    const { rows } = await test.pool.query('select reason from ops.parked_payloads');
    expect(rows).toEqual([]);
    const month = { fulfilment: 'own', modifiedAfter: '2025-10-26T00:00:00Z' } as const;
    const counted = await main.countOrders(month, background);
    const { rows: read } = await main.readOrders(month, 1, background);
    expect(read).toBe(Math.min(counted.items, 100));
  });

  it('reads an unchanged order twice as the same', async () => {
    const [first] = (await main.readOrders({ fulfilment: 'own' }, 1, background)).items;
    expect(await main.readOrder(first?.orderId ?? '', interactive)).toEqual(first?.reading);
  });

  it('knows no order that is not there', async () => {
    expect(await main.readOrder('1', interactive)).toBeNull();
  });

  it('understands every offer and its VAT rate', async () => {
    const offers = await main.readOffers(1, { includeInactive: true }, background);
    expect(offers).toMatchObject({ rows: 100, parked: 0 });
    expect(offers.items.every(({ facts }) => facts.vatRate !== null && facts.name !== '')).toBe(true);
    expect((await main.countOffers({ includeInactive: true }, background)).items).toBe(
      offers.items.length + (await main.readOffers(2, { includeInactive: true }, background)).items.length,
    );
  });

  it('reads couriers and addresses', async () => {
    const couriers = await main.couriers(interactive);
    expect(couriers.length).toBeGreaterThan(0);
    const addresses = await main.addresses(interactive);
    expect(addresses.some(({ kind, isDefault }) => kind === 2 && isDefault)).toBe(true);
  });
});

describe('the catalogue of our own sandbox', () => {
  const twins = '5949900000022';

  it('is looked up by EAN in every spelling', async () => {
    const { items } = await main.readOffers(1, { includeInactive: true }, background);
    const offer = items.find(({ facts }) => facts.pnk !== null);
    const ean = offer?.facts.eans[0] ?? '';
    const found = await main.findByEans([ean, '96385074', twins], interactive);
    expect([...found.keys()].sort()).toEqual([ean, twins].map((code) => code.padStart(14, '0')).sort());
    expect(found.get(ean.padStart(14, '0'))).toMatchObject([
      { partNumberKey: offer?.facts.pnk, hasOffer: true, isOfferAllowed: true },
    ]);
    expect(found.get(twins.padStart(14, '0'))).toHaveLength(2);
  });

  it('shows what is added to it', async () => {
    await control('/catalogue', { ean: '15941234567896', part_number_key: 'DADDEDBBM', doc_category_id: 9010 });
    const found = await main.findByEans(['15941234567896'], interactive);
    expect(found.get('15941234567896')).toMatchObject([{ partNumberKey: 'DADDEDBBM', isOfferAllowed: false }]);
  });

  it('is not taken for empty when the answer is broken', async () => {
    await control('/faults', { kind: 'results_null', route: 'documentation/find_by_eans' });
    await expect(main.findByEans([twins], interactive)).rejects.toMatchObject({ code: 'unreadable' });
    await control('/faults', { kind: 'http_502', route: 'documentation/find_by_eans' });
    expect((await main.findByEans([twins], interactive)).size).toBe(1);
  });

  it('has categories, their characteristics and other languages', async () => {
    const { items } = await main.readCategories(1, null, background);
    expect((await main.countCategories(background)).items).toBe(items.length);
    expect(items).toContainEqual({
      categoryId: '9010',
      name: 'Medicamente fără rețetă',
      parentId: '901',
      isAllowed: false,
      isEanMandatory: true,
      isWarrantyMandatory: false,
    });
    const details = await main.readCategory('3901', 'en', interactive);
    expect(details?.name).toMatch(/^\[en\] /);
    expect(details?.characteristics[0]?.values).toContain('Negru');
    await expect(main.readCategory('99', null, interactive)).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('the returns of our own sandbox', () => {
  it('are understood, and counted as many', async () => {
    const { items, rows, parked } = await main.readReturns({ fulfilment: 'own' }, 1, background);
    expect([rows, parked]).toEqual([items.length, 0]);
    expect((await main.countReturns({ fulfilment: 'own' }, background)).items).toBe(items.length);
    expect((await main.readReturns({ fulfilment: 'fbe' }, 1, background)).items).toEqual([]);
    const fresh = await main.readReturns({ fulfilment: 'own', status: 'new' }, 1, background);
    expect(new Set(fresh.items.map(({ reading }) => reading.facts.status))).toEqual(new Set(['new']));
    const [newest] = items;
    const from = newest?.reading.facts.requestedAt ?? '';
    const since = await main.readReturns({ fulfilment: 'own', requestedFrom: from, requestedTo: from }, 1, background);
    expect(since.items.map(({ returnId }) => returnId)).toContain(newest?.returnId);
    expect(await main.readReturn(newest?.returnId ?? '', background)).toEqual(newest?.reading);
    expect(await main.readReturn('1', background)).toBeNull();
  });
});

describe('working an order in our own sandbox', () => {
  const newOrder = async (): Promise<string> => {
    const made = (await control('/orders', { account: 'main' })) as { id: string };
    return made.id;
  };

  it('acknowledges, changes the status, ships with a label and attaches the invoice', async () => {
    const orderId = await newOrder();
    expect((await main.readOrder(orderId, interactive))?.facts.status).toBe('new');

    expect(await main.acknowledge(orderId, interactive)).toMatchObject({ kind: 'done' });
    expect(await main.acknowledge(orderId, interactive)).toMatchObject({ kind: 'done' });
    expect((await main.readOrder(orderId, interactive))?.facts.status).toBe('in_progress');

    const wish = { newStatus: 'prepared', reasonCancellation: null, lines: null, isStorno: false } as const;
    expect(await main.changeStatus(orderId, wish, interactive)).toMatchObject({ kind: 'done' });
    const order = await main.readOrder(orderId, interactive);
    expect(order?.facts.status).toBe('prepared');
    if (!order) throw new Error('The order is gone');

    const [sender] = (await main.addresses(interactive)).filter(({ kind, isDefault }) => kind === 2 && isDefault);
    const courier = (await main.couriers(interactive)).find(({ isActive, type }) => isActive && type >= 2 && type <= 3);
    if (!sender || !courier) throw new Error('The sandbox has neither sender nor courier');
    const awb: AwbOrder = {
      orderId,
      sender: {
        name: 'Magazin Demo SRL',
        contact: 'Depozit',
        phone: '0700 000 002',
        isCompany: true,
        localityId: sender.localityId,
        street: sender.street,
        postcode: sender.postcode,
        addressId: sender.addressId,
      },
      receiver: {
        name: order.person.shipping.name,
        contact: order.person.shipping.name,
        phone: order.person.shipping.phone,
        isCompany: false,
        localityId: order.person.shipping.localityId,
        street: order.person.shipping.street,
        postcode: order.person.shipping.postcode,
        addressId: null,
      },
      locker: order.facts.locker,
      currency: 'RON',
      parcel: {
        courierAccountId: order.facts.enforcedCouriers?.[0] ?? courier.accountId,
        parcels: 2,
        envelopes: 0,
        weight: '1',
        cod: '0.00',
        insuredValue: '0',
        observation: null,
        senderAddressId: sender.addressId,
        isOversize: false,
        pickupAndReturn: false,
        saturdayDelivery: false,
        samedayDelivery: false,
        dropoffLocker: false,
        unboxing: false,
      },
    };
    const issued = await main.issueAwb(awb, interactive);
    expect(issued).toMatchObject({ kind: 'done', parcels: [{}, {}] });
    if (issued.kind !== 'done') throw new Error('No AWB');
    const emagId = issued.parcels[0]?.emagId ?? '';
    expect(await main.readAwb({ reservationId: null, emagId }, interactive)).toMatchObject({
      awbNumber: issued.awbNumber,
    });
    const label = Buffer.from(await main.readLabel(emagId, 'A6', interactive));
    expect(label.subarray(0, 4).toString()).toBe('%PDF');
    expect(Buffer.from(await main.readLabel(emagId, 'ZPL', interactive)).toString()).toContain('^XA');

    const attachment = {
      orderId,
      fulfilment: 'own',
      name: 'Factura MF0000001',
      url: 'http://127.0.0.1:9/x.pdf',
    } as const;
    expect(await main.attachInvoice(attachment, interactive)).toMatchObject({ kind: 'done' });
    expect((await main.readOrder(orderId, interactive))?.facts.attachments).toMatchObject([
      { name: 'Factura MF0000001', url: 'http://127.0.0.1:9/x.pdf', kind: 1 },
    ]);
  });

  it('refuses what the marketplace refuses, with its own words', async () => {
    const orderId = await newOrder();
    const wish = { newStatus: 'finalized', reasonCancellation: null, lines: null, isStorno: false } as const;
    const outcome = await main.changeStatus(orderId, wish, interactive);
    expect(outcome).toMatchObject({ kind: 'refused', code: 'refused' });
    expect(outcome.kind === 'refused' && outcome.text.length).toBeGreaterThan(5);
  });

  it('refuses at once what cannot be sent', async () => {
    const wish = { newStatus: 'prepared', reasonCancellation: null, lines: null, isStorno: false } as const;
    expect(await main.changeStatus('1', wish, interactive)).toMatchObject({
      kind: 'refused',
      code: 'order-unknown',
      call: { route: 'order/read' },
    });
    const lines = [{ lineId: '1', quantity: 1 }];
    expect(await main.changeStatus(await newOrder(), { ...wish, lines }, interactive)).toMatchObject({
      kind: 'refused',
      code: 'line-unknown',
    });
  });

  it('calls an acknowledgement whose answer is lost unknown, and finds it done afterwards', async () => {
    const orderId = await newOrder();
    await control('/faults', { kind: 'reset_after', route: 'order/acknowledge', times: 1 });
    expect(await main.acknowledge(orderId, interactive)).toMatchObject({ kind: 'unknown' });
    expect((await main.readOrder(orderId, interactive))?.facts.status).toBe('in_progress');
  });

  it('reads on through faults that pass', async () => {
    for (const kind of ['http_502', 'empty_200', 'html_200', 'no_is_error', 'reset_before', 'message_objects'])
      await control('/faults', { kind, account: 'main', route: 'order/read', times: 1 }).then(async () => {
        expect((await main.readOrders({ fulfilment: 'own' }, 1, background)).items).toHaveLength(100);
      });
    expect(
      test.warnings.filter(({ details }) => 'alert' in details && details.alert === 'is-error-missing').length,
    ).toBe(3);
  });
});
