import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { pictureTypeOf } from '../../src/infrastructure/pictures/pictureFormat.js';
import { openSandbox, type Json, type OpenSandbox } from './support/sandboxClient.js';

jest.setTimeout(60_000);

let sandbox: OpenSandbox;
beforeAll(async () => {
  sandbox = await openSandbox({ orders: 500, offers: 120 });
});
afterAll(() => sandbox.close());

const rows = async (path: string, filters: Json = {}): Promise<Json[]> =>
  (await sandbox.main.call(path, filters)).results as Json[];

describe('returns', () => {
  const withStatus = async (status: number): Promise<Json> => {
    const [rma] = await rows('rma/read', { request_status: status });
    if (!rma) throw new Error(`no return in status ${status}`);
    return rma;
  };
  const save = (rma: Json) => sandbox.main.call('rma/save', [rma]);

  it('give the keys of the documented example', async () => {
    const keys =
      'emag_id order_id type customer_name customer_company customer_phone pickup_country pickup_suburb pickup_city pickup_address pickup_locality_id pickup_method request_status return_type return_reason date products return_tax_value return_address_id awbs locker status_history request_history';
    for (const key of keys.split(' ')) expect(await withStatus(2)).toHaveProperty(key);
  });

  it('count the same as they read, filtered by one status only', async () => {
    expect(await sandbox.main.count('rma/count', { request_status: 7 })).toBe(
      (await rows('rma/read', { request_status: 7 })).length,
    );
    expect(await sandbox.main.count('rma/count', { request_status: [2] })).toBe(await sandbox.main.count('rma/count'));
  });

  it('lead to the parcel that the marketplace has ordered', async () => {
    const all = await rows('rma/read', {});
    const [awb] = all.flatMap(({ awbs }) => awbs as { reservation_id: number }[]);
    expect((await sandbox.main.call('awb/read', { reservation_id: awb?.reservation_id })).results).toMatchObject({
      reservation_id: awb?.reservation_id,
      awb_type: 2,
    });
  });

  it('go from new to acknowledged to received to finalised, and no further', async () => {
    const rma = await withStatus(2);
    for (const status of [3, 6, 7])
      expect((await save({ ...rma, request_status: status })).body['isError']).toBe(false);
    expect((await save({ ...rma, request_status: 6 })).body['isError']).toBe(true);
    const [read] = await rows('rma/read', { emag_id: rma['emag_id'] });
    expect(read?.['request_status']).toBe(7);
  });

  // Reference §19.1.
  it.each([
    [2, 4],
    [2, 6],
    [2, 7],
    [3, 2],
    [3, 4],
    [3, 7],
    [6, 3],
    [6, 5],
    [4, 6],
    [5, 2],
    [7, 6],
  ])('do not go from %i to %i', async (from, to) => {
    expect((await save({ ...(await withStatus(from)), request_status: to })).body['isError']).toBe(true);
  });

  it('echo the request in a list inside a list when they are refused', async () => {
    const rma = await withStatus(3);
    const { body } = await save({ ...rma, customer_name: '' });
    expect(body['messages']).toEqual([`ERROR: please provide the customer name - Rma id: ${String(rma['emag_id'])}`]);
    expect(body['results']).toEqual([[{ ...rma, customer_name: '' }]]);
  });
});

describe('reference data', () => {
  it('has the rates since August 2025', async () => {
    expect(await rows('vat/read')).toEqual([
      { vat_id: 1, vat_rate: 0.21, is_default: 1 },
      { vat_id: 7, vat_rate: 0.11, is_default: 0 },
      { vat_id: 4, vat_rate: 0, is_default: 0 },
    ]);
  });

  it('has handling times, courier accounts and addresses', async () => {
    expect((await rows('handling_time/read')).map(({ id }) => id)).toEqual([0, 1, 2, 3, 6, 9, 30, 60, 90]);
    expect(await rows('courier_accounts/read')).toContainEqual({
      account_id: 30011,
      account_display_name: 'Sameday demo',
      courier_account_type: 3,
      courier_name: 'Sameday',
      courier_account_properties: [0, 2],
      created: '2024-05-02 10:00:00',
      status: 1,
      pickup_country_code: 'RO',
    });
    expect(await rows('addresses/read')).toContainEqual(
      expect.objectContaining({ address_id: '700112', address_type_id: 2, locality_id: 4027, city: 'Cluj-Napoca' }),
    );
  });

  it('finds localities by name with or without diacritics', async () => {
    for (const name of ['Timișoara', 'timisoara']) {
      const [found] = await rows('locality/read', { name });
      expect(found).toMatchObject({ name: 'Timișoara', name_latin: 'Timisoara', region2: 'Timiș', iso2: 'RO-TM' });
    }
    expect(await sandbox.main.count('locality/count', { emag_id: 4027 })).toBe(1);
    expect(await rows('locality/read', { country_code: 'BG' })).toEqual([]);
  });

  it('gives the values of a category only when it is read alone', async () => {
    const [listed] = await rows('category/read', {});
    const [alone] = await rows('category/read', { id: 3901, valuesPerPage: 2 });
    const values = (category: Json | undefined) => (category?.['characteristics'] as Json[])[0]?.['values'];
    expect([values(listed), values(alone)]).toEqual([undefined, ['Alb', 'Albastru']]);
    expect(await sandbox.main.count('category/count')).toBeGreaterThan(20);
  });

  it('has no messages', async () => {
    expect(await rows('message/read')).toEqual([]);
    expect(await sandbox.main.count('message/count')).toBe(0);
    expect((await sandbox.main.call('message/save', [{}])).body['isError']).toBe(true);
  });
});

describe('the catalogue', () => {
  it('is searched by barcodes, plain or percent-encoded brackets, keyed by barcode', async () => {
    const [row] = await rows('product_offer/read', { validation_status: 9 });
    const ean = (row?.['ean'] as string[])[0] ?? '';
    for (const name of ['eans[]', 'eans%5B%5D']) {
      const { results } = await sandbox.main.get(`documentation/find_by_eans?${name}=${ean}&${name}=5941234567899`);
      expect(results).toMatchObject({
        [ean]: {
          products: [
            { ean, part_number_key: row?.['part_number_key'], allowed_to_add_offer: true, vendor_has_offer: true },
          ],
        },
        '5941234567899': { products: [] },
      });
    }
  });

  it('ignores more than 100 barcodes with a notice', async () => {
    const query = Array.from({ length: 101 }, (_, i) => `eans[]=${10_000_000 + i}`).join('&');
    const { body } = await sandbox.main.get(`documentation/find_by_eans?${query}`);
    expect(Object.keys(body['results'] as Json)).toHaveLength(100);
    expect(body['messages']).toHaveLength(1);
  });

  it('has products of other sellers: one, two of a code, and one of a closed category', async () => {
    const eans = ['5949900000015', '5949900000022', '5949900000039'];
    const { results } = await sandbox.main.get(`documentation/find_by_eans?eans[0]=${eans.join('&eans[1]=')}`);
    const shown = eans.map((ean) =>
      ((results as Json)[ean] as { products: Json[] }).products.map((product) => [
        product['part_number_key'],
        product['allowed_to_add_offer'],
        product['vendor_has_offer'],
      ]),
    );
    expect(shown).toEqual([
      [['DFRN01BBM', true, false]],
      [
        ['DFRN02BBM', true, false],
        ['DFRN03BBM', true, false],
      ],
      [['DFRN04BBM', false, false]],
    ]);
    expect(await rows('category/read', { id: 9010 })).toMatchObject([{ is_allowed: 0 }]);
  });

  it('names categories in the language of the query string', async () => {
    expect(await rows('category/read?language=en', { id: 9010 })).toMatchObject([
      { name: '[en] Medicamente fără rețetă' },
    ]);
  });

  it('draws a picture for each product, for everybody', async () => {
    const { results } = await sandbox.main.get('documentation/find_by_eans?eans[]=5949900000022');
    const { products } = (results as Record<string, { products: { product_image: string }[] }>)['5949900000022'] ?? {};
    const addresses = (products ?? []).map(({ product_image: address }) => new URL(address));
    expect(addresses.map(({ host, pathname }) => host + pathname)).toEqual([
      'img.magazin-demo.example/p/7044-dfrn02bbm.png',
      'img.magazin-demo.example/p/7044-dfrn03bbm.png',
    ]);
    const pictures = await Promise.all(
      addresses.map(({ pathname, search }) => fetch(new URL(pathname + search, sandbox.main.access.base_url))),
    );
    const [one, other] = await Promise.all(pictures.map(async (picture) => Buffer.from(await picture.arrayBuffer())));
    expect(pictures.map(({ headers }) => headers.get('content-type'))).toEqual(['image/png', 'image/png']);
    expect(pictureTypeOf(one ?? Buffer.alloc(0))).toBe('image/png');
    expect(one).not.toEqual(other);
    const [offer] = await rows('product_offer/read', { status: 1 });
    const [first] = offer?.['images'] as { url: string }[];
    expect(first?.url).toBe(
      `https://img.magazin-demo.example/p/${String(offer?.['category_id'])}-${String(offer?.['part_number']).toLowerCase()}-1.png`,
    );
  });

  it('estimates commissions outside the envelope', async () => {
    const good = await sandbox.main.get('/api/v1/commission/estimate/500001');
    expect([good.status, good.body]).toEqual([
      200,
      { code: 200, data: { value: expect.any(Number), id: 500_001, created: expect.any(String), end_date: null } },
    ]);
    expect((await sandbox.main.get('/api/v1/commission/estimate/abc')).status).toBe(400);
    expect((await sandbox.main.get('/api/v1/commission/estimate/9')).status).toBe(404);
    const [row] = await rows('product_offer/read', { id: 500_001 });
    const ean = (row?.['ean'] as string[])[0] ?? '';
    expect((await sandbox.main.get(`/api/v1/product/search-by-ean?ean=${ean}`)).body).toEqual({
      code: 200,
      data: { ext_ids: [500_001] },
    });
  });

  it('knows smart deals', async () => {
    expect((await sandbox.main.get('smart-deals-price-check?productId=500001')).body).toEqual({
      isError: false,
      messages: [],
      results: { smart_deals_price: expect.any(Number) },
    });
    expect((await sandbox.main.get('smart-deals-price-check?productId=500005')).results).toEqual({
      smart_deals_price: null,
    });
  });

  it('takes campaign proposals', async () => {
    const proposal = {
      id: 500_001,
      campaign_id: 2210,
      sale_price: 132.5,
      stock: 10,
      max_qty_per_order: 2,
      voucher_discount: 15,
    };
    expect((await sandbox.main.call('campaign_proposals/save', [proposal])).results).toEqual([
      'Campaign proposals successfully saved',
    ]);
    expect(await sandbox.main.messages('campaign_proposals/save', [{ ...proposal, campaign_id: 9 }])).toBe(
      'Campaign not found for id: 9',
    );
    expect((await sandbox.main.call('campaign_proposals/save', [{ ...proposal, stock: 256 }])).body['isError']).toBe(
      true,
    );
  });
});

describe('invoices', () => {
  it('of the platform come monthly with totals that add up', async () => {
    const { results } = await sandbox.main.call('invoice/read', { category: 'FC' });
    const { total_results: total, invoices } = results as { total_results: number; invoices: Json[] };
    expect(total).toBe(invoices.length);
    expect(total).toBeGreaterThan(12);
    for (const invoice of invoices) {
      const [net, vat, gross] = ['total_without_vat', 'total_vat_value', 'total_with_vat'].map((key) =>
        Number(invoice[key]),
      );
      expect(((net ?? 0) + (vat ?? 0)).toFixed(2)).toBe((gross ?? 0).toFixed(2));
    }
    const numbers = invoices.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    const [one] = numbers;
    expect(((await sandbox.main.call('invoice/read', { number: one })).results as Json)['total_results']).toBe(1);
  });

  it('of customers exist where the platform delivers, with negative storno', async () => {
    const { results } = await sandbox.fbe.call('customer-invoice/read', { category: 'storno' });
    const { invoices } = results as { invoices: (Json & { lines: Json[] })[] };
    expect(invoices.length).toBeGreaterThan(0);
    expect(invoices.every(({ lines }) => lines.every(({ value }) => Number(value) < 0))).toBe(true);
    expect((await sandbox.main.call('customer-invoice/read', {})).results).toEqual({ total_results: 0, invoices: [] });
  });

  it('have categories', async () => {
    expect(await rows('invoice/categories')).toContainEqual({ category: 'FC', name: 'Commission' });
  });
});
