import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openSandbox, type OpenSandbox, type WireOrder } from './support/sandboxClient.js';

jest.setTimeout(60_000);

let sandbox: OpenSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

/** Keys of the example in reference §15.5. */
const orderKeys =
  'vendor_name id parent_id date payment_mode payment_mode_id detailed_payment_method payment_status delivery_mode observation status type is_complete customer products shipping_tax shipping_tax_voucher_split vouchers proforms attachments cashed_co cashed_cod cancellation_request has_editable_products refunded_amount refund_status reason_cancellation maximum_date_for_shipment late_shipment flags emag_club finalization_date weekend_delivery is_storno enforced_vendor_courier_accounts details created modified';
const customerKeys =
  'id mkt_id name company gender email code registration_number bank iban fax legal_entity is_vat_payer phone_1 phone_2 phone_3 billing_name billing_phone billing_country billing_suburb billing_city billing_locality_id billing_street billing_postal_code shipping_country shipping_suburb shipping_city shipping_locality_id shipping_street shipping_postal_code shipping_contact shipping_phone liable_person created modified';
const lineKeys =
  'id product_id mkt_id name status ext_part_number part_number part_number_key currency quantity initial_qty storno_qty sale_price original_price vat retained_amount reversible_vat_charging created modified details recycle_warranties attachments serial_numbers product_voucher_split campaign';

const readAll = async (type: 2 | 3): Promise<WireOrder[]> => {
  const seller = type === 3 ? sandbox.main : sandbox.fbe;
  const rows: WireOrder[] = [];
  for (let page = 1; ; page += 1) {
    const found = await seller.orders({ type, currentPage: page, itemsPerPage: 100 });
    rows.push(...found);
    if (found.length < 100) return rows;
  }
};

describe('reading orders', () => {
  it('gives the keys of the documented example', async () => {
    const [order] = await sandbox.main.orders({ itemsPerPage: 1 });
    for (const key of orderKeys.split(' ')) expect(order).toHaveProperty(key);
    for (const key of customerKeys.split(' ')) expect(order?.customer).toHaveProperty(key);
    for (const key of lineKeys.split(' ')) expect(order?.products[0]).toHaveProperty(key);
  });

  it('hides orders of the other fulfilment unless they are asked for', async () => {
    expect(await sandbox.fbe.orders({})).toEqual([]);
    expect(await sandbox.fbe.count('order/count')).toBe(0);
    const own = await sandbox.fbe.orders({ type: 2 });
    expect(own.length).toBeGreaterThan(50);
    expect(own.every(({ type }) => type === 2)).toBe(true);
  });

  it('pages over everything, newest first, none twice', async () => {
    const rows = await readAll(3);
    expect(rows.length).toBe(await sandbox.main.count('order/count'));
    expect(new Set(rows.map(({ id }) => String(id))).size).toBe(rows.length);
    const times = rows.map(({ created }) => created);
    expect(times).toEqual([...times].sort().reverse());
    expect(rows.length + (await readAll(2)).length).toBe(300);
  });

  it('caps a page at 100 without saying so', async () => {
    expect(await sandbox.main.orders({ itemsPerPage: 1000 })).toHaveLength(100);
  });

  it('counts in numeric strings', async () => {
    const { body } = await sandbox.main.call('order/count', { status: [1, 2, 3] });
    expect(body).toEqual({
      isError: false,
      messages: [],
      errors: [],
      results: { noOfItems: expect.stringMatching(/^\d+$/), noOfPages: '1', itemsPerPage: '100' },
    });
  });

  it.each([
    ['one status', { status: 4 }, (order: WireOrder) => order.status === 4],
    ['several', { status: [1, 2] }, (order: WireOrder) => [1, 2].includes(order.status)],
    ['payment', { payment_mode_id: 3 }, (order: WireOrder) => order.payment_mode_id === 3],
  ])('filters by %s, and counts the same', async (_name, filters, test) => {
    const rows = await sandbox.main.orders(filters);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(test)).toBe(true);
    expect(await sandbox.main.count('order/count', filters)).toBeGreaterThanOrEqual(rows.length);
  });

  it('ignores filters that are misspelt, and those wrapped in JSON data', async () => {
    const all = await sandbox.main.count('order/count');
    expect(await sandbox.main.count('order/count', { stauts: 4 })).toBe(all);
    expect(await sandbox.main.count('order/count', { data: { status: 4 } })).toBe(all);
    const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    const wrapped = await sandbox.main.call('order/count', undefined, { ...form, raw: 'data[status]=4' });
    expect(Number((wrapped.results as Record<string, string>)['noOfItems'])).toBe(
      await sandbox.main.count('order/count', { status: 4 }),
    );
  });

  it('takes windows of modification, both ends included, of a month at most', async () => {
    const [order] = await sandbox.main.orders({ itemsPerPage: 1 });
    const at = order?.modified ?? '';
    const found = await sandbox.main.orders({ modifiedAfter: at, modifiedBefore: at });
    expect(found.map(({ id }) => String(id))).toContain(String(order?.id));
    const month = { modifiedAfter: '2025-10-24 00:00:00', modifiedBefore: '2025-11-24 00:00:00' };
    const rows = await sandbox.main.orders(month);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ modified }) => modified >= month.modifiedAfter && modified <= month.modifiedBefore)).toBe(
      true,
    );
    expect(await sandbox.main.messages('order/read', { ...month, modifiedAfter: '2025-10-23 00:00:00' })).toContain(
      'one month',
    );
  });

  it.each([
    ['order/read', { createdBefore: '2025-11-24 00:00:00' }],
    ['order/read', { modifiedBefore: '2025-11-24 00:00:00' }],
    ['order/count', { createdAfter: '2025-11-20 00:00:00' }],
    ['order/count', { modifiedAfter: '2025-11-20 00:00:00' }],
  ])('refuses on %s the half window %p', async (route, filters) => {
    expect((await sandbox.main.call(route, filters)).body['isError']).toBe(true);
  });

  it('allows the after date alone on read, in short forms too', async () => {
    for (const modifiedAfter of ['2025-11-20', '2025-11-20 00:00', '2025-11-20 00:00:00'])
      expect((await sandbox.main.orders({ modifiedAfter })).length).toBeGreaterThan(0);
  });

  it('drifts in types as the live service does', async () => {
    const rows = await readAll(3);
    const kinds = (of: (order: WireOrder) => unknown) => [...new Set(rows.map((order) => typeof of(order)))].sort();
    expect(kinds(({ id }) => id)).toEqual(['number', 'string']);
    expect(kinds((order) => order['shipping_tax'])).toEqual(['number', 'string']);
    expect(rows.some(({ details }) => Array.isArray(details))).toBe(true);
    expect(rows.some((order) => JSON.stringify(order.products).includes('&'))).toBe(true);
    expect(rows.every((order) => /^\d+\.\d{4}$/.test(String(order.products[0]?.['sale_price'])))).toBe(true);
  });

  it('shows a locker in details and in the street', async () => {
    const locker = (await sandbox.main.orders({})).find(({ delivery_mode }) => delivery_mode === 'pickup');
    const details = locker?.details;
    if (!details || Array.isArray(details)) throw new Error('a locker order has details');
    expect(details.locker_id).toMatch(/^EB\d{5}$/);
    expect(locker?.customer['shipping_street']).toContain(details.locker_id);
  });

  it('refuses more than 4,000 values', async () => {
    const { status, body } = await sandbox.main.call('order/read', { status: Array.from({ length: 4001 }, () => 1) });
    expect([status, body]).toEqual([200, { isError: true, message: 'Maximum input vars of 4000 exceeded' }]);
  });
});
