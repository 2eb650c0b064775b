import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openSandbox, type Json, type OpenSandbox, type WireOrder } from './support/sandboxClient.js';

jest.setTimeout(60_000);

const HOUR = 3600;
let sandbox: OpenSandbox;
beforeAll(async () => {
  sandbox = await openSandbox({ orders: 60, offers: 60 });
});
afterAll(() => sandbox.close());

const save = (order: Json) => sandbox.main.call('order/save', [order]);
const isRefused = async (order: Json): Promise<boolean> => (await save(order)).body['isError'] === true;

/** A fresh own order, paid as said, brought to a status by the control API. */
const place = async (status: number, changes: Json = {}): Promise<WireOrder> => {
  const order = await sandbox.control.place({ account: 'main', payment_mode_id: 1, ...changes });
  if (status !== 1) await sandbox.control.change(order.id, { status });
  return sandbox.main.order(order.id);
};

/** The whole order as read, changed. */
const full = (order: WireOrder, changes: Json): Json => ({ ...order, ...changes });

describe('acknowledging', () => {
  it('takes a new order to in progress', async () => {
    const order = await place(1);
    const { body } = await sandbox.main.call(`order/acknowledge/${order.id}`, {});
    expect(body).toEqual({ isError: false, messages: [], errors: [], results: [] });
    expect((await sandbox.main.order(order.id)).status).toBe(2);
    expect(await sandbox.control.ledger('main', order.id)).toMatchObject({
      acknowledgements: [{ order_id: String(order.id) }],
    });
  });

  it('says already in progress the second time, and counts once', async () => {
    const order = await place(1);
    await sandbox.main.call(`order/acknowledge/${order.id}`);
    expect(await sandbox.main.messages(`order/acknowledge/${order.id}`)).toContain('already in progress');
    expect((await sandbox.control.ledger('main', order.id))['acknowledgements']).toHaveLength(1);
  });

  it('is refused for cancelled, finalised, unknown, incomplete and foreign orders', async () => {
    const fbe = await sandbox.control.place({ account: 'fbe' });
    const incomplete = await place(1, { is_complete: 0 });
    const ids = [(await place(0)).id, (await place(4)).id, 999, incomplete.id];
    for (const id of ids) expect((await sandbox.main.call(`order/acknowledge/${id}`)).body['isError']).toBe(true);
    expect((await sandbox.fbe.call(`order/acknowledge/${fbe.id}`)).body['isError']).toBe(true);
  });

  it('answers to GET as well', async () => {
    const order = await place(1);
    expect((await sandbox.main.get(`order/acknowledge/${order.id}`)).body['isError']).toBe(false);
  });
});

describe('the status matrix', () => {
  // Reference §16.3: rows current, columns 1 2 3 4 0 5; '+' yes, 'w' within 48 h, 'r' within the return time, '.' no.
  const columns = [1, 2, 3, 4, 0, 5];
  const rows: Record<number, string> = { 1: '......', 2: '.++++.', 3: '..+++.', 4: '..w+wr', 0: '.www+.', 5: '......' };
  const cases = Object.entries(rows).flatMap(([from, marks]) =>
    columns.map((to, index) => ({ from: Number(from), to, mark: marks[index] ?? '.' })),
  );

  it.each(cases)('$from to $to is $mark', async ({ from, to, mark }) => {
    const order = await place(from);
    const refused = await isRefused({ id: order.id, type: 3, status: to, reason_cancellation: 1 });
    expect(refused).toBe(mark === '.');
    expect((await sandbox.main.order(order.id)).status).toBe(mark === '.' ? from : to);
  });

  it.each(cases.filter(({ mark }) => mark === 'w'))('$from to $to ends after 48 hours', async ({ from, to }) => {
    const order = await place(from);
    await sandbox.control.advance(48 * HOUR - 60);
    const copy = await place(from);
    expect(await isRefused({ id: order.id, type: 3, status: to, reason_cancellation: 1 })).toBe(false);
    await sandbox.control.advance(48 * HOUR + 60);
    expect(await isRefused({ id: copy.id, type: 3, status: to, reason_cancellation: 1 })).toBe(true);
  });

  it('finalised to returned ends after the return time and five days', async () => {
    const order = await place(4);
    await sandbox.control.advance(36 * 24 * HOUR);
    expect(await isRefused({ id: order.id, type: 3, status: 5 })).toBe(true);
  });
});

describe('saving an order', () => {
  it('needs a list, a type, a known order and at most 50', async () => {
    const order = await place(2);
    expect(await sandbox.main.messages('order/save', { id: order.id, type: 3, status: 3 })).toBe(
      'Expected list of arrays, single array received',
    );
    expect(await isRefused({ id: order.id, status: 3 })).toBe(true);
    expect(await isRefused({ id: order.id, type: 2, status: 3 })).toBe(true);
    expect(await isRefused({ id: 5, type: 3, status: 3 })).toBe(true);
    const many = Array.from({ length: 51 }, () => ({ id: order.id, type: 3, status: 3 }));
    expect((await sandbox.main.call('order/save', many)).body['isError']).toBe(true);
    expect((await sandbox.main.order(order.id)).status).toBe(2);
  });

  it('takes a list wrapped in data', async () => {
    const order = await place(2);
    expect((await sandbox.main.call('order/save', { data: [{ id: order.id, type: 3, status: 3 }] })).body).toEqual({
      isError: false,
      messages: [],
      errors: [],
      results: [],
    });
    expect((await sandbox.main.order(order.id)).status).toBe(3);
  });

  it('takes the whole order as it was read', async () => {
    const order = await place(2);
    expect(await isRefused(full(order, { status: 3 }))).toBe(false);
    const saved = await sandbox.main.order(order.id);
    expect(saved.status).toBe(3);
    expect(saved.products.map(({ id, quantity, status }) => ({ id, quantity, status }))).toEqual(
      order.products.map(({ id, quantity, status }) => ({ id, quantity, status })),
    );
  });

  it('needs a known reason to cancel and shows it as an object', async () => {
    const order = await place(2);
    expect(await isRefused({ id: order.id, type: 3, status: 0 })).toBe(true);
    expect(await isRefused({ id: order.id, type: 3, status: 0, reason_cancellation: 4 })).toBe(true);
    expect(await isRefused({ id: order.id, type: 3, status: 0, reason_cancellation: 31 })).toBe(false);
    expect((await sandbox.main.order(order.id))['reason_cancellation']).toEqual({
      id: 31,
      name: 'Partenerul Marketplace a cerut anularea',
    });
  });

  it('does not touch orders of the marketplace warehouse', async () => {
    const order = await sandbox.control.place({ account: 'fbe' });
    const { body } = await sandbox.fbe.call('order/save', [{ id: order.id, type: 2, status: 3 }]);
    expect(body['isError']).toBe(true);
  });

  it('moves modified', async () => {
    const order = await place(2);
    await sandbox.control.advance(90);
    await save({ id: order.id, type: 3, status: 3 });
    expect((await sandbox.main.order(order.id)).modified > order.modified).toBe(true);
  });
});

describe('editing lines', () => {
  let order: WireOrder;
  const lines = (): WireOrder['products'] => order.products;
  const withLines = (products: Json[]): Json => full(order, { products });

  beforeEach(async () => {
    order = await place(2, { products: [{ quantity: 3 }] });
  });

  it('reduces a quantity', async () => {
    const [first, ...rest] = lines();
    expect(await isRefused(withLines([{ ...first, quantity: 2 }, ...rest]))).toBe(false);
    expect((await sandbox.main.order(order.id)).products[0]?.quantity).toBe(2);
  });

  it.each([0, -1, 4])('refuses the quantity %p', async (quantity) => {
    const [first, ...rest] = lines();
    expect(await isRefused(withLines([{ ...first, quantity }, ...rest]))).toBe(true);
  });

  it('removes a line that an explicit list leaves out, and only then', async () => {
    expect(await isRefused({ id: order.id, type: 3, status: 2 })).toBe(false);
    expect((await sandbox.main.order(order.id)).products[0]?.status).toBe(1);
    expect(await isRefused(withLines([{ product_id: 1, name: 'Reducere', status: 1, sale_price: '1.0000' }]))).toBe(
      false,
    );
    const saved = await sandbox.main.order(order.id);
    expect(saved.products.map(({ status }) => status)).toEqual([...lines().map(() => 0), 1]);
    expect(saved.products.at(-1)).toMatchObject({ name: 'Reducere', quantity: 1, sale_price: '1.0000' });
  });

  it('removes a line with status 0', async () => {
    expect(await isRefused(withLines(lines().map((line) => ({ ...line, status: 0 }))))).toBe(false);
    expect((await sandbox.main.order(order.id)).products.every(({ status }) => status === 0)).toBe(true);
  });

  it('never changes prices', async () => {
    await save(withLines(lines().map((line) => ({ ...line, sale_price: '0.0100' }))));
    expect((await sandbox.main.order(order.id)).products[0]?.['sale_price']).toBe(lines()[0]?.['sale_price']);
  });

  it('is refused for card orders: no removal, no reduction', async () => {
    await sandbox.control.change(order.id, { payment_mode_id: 3 });
    const [first, ...rest] = lines();
    expect(await isRefused(withLines([{ ...first, quantity: 1 }, ...rest]))).toBe(true);
    expect(await isRefused(withLines([{ ...first, status: 0 }, ...rest]))).toBe(true);
    expect(await isRefused(withLines([{ product_id: 1, name: 'Reducere', sale_price: '1.0' }]))).toBe(true);
    expect(await isRefused(withLines(lines()))).toBe(false);
  });

  it('is refused once finalised', async () => {
    await sandbox.control.change(order.id, { status: 4 });
    const [first, ...rest] = lines();
    expect(await isRefused(full(order, { status: 4, products: [{ ...first, quantity: 1 }, ...rest] }))).toBe(true);
  });
});

describe('partial storno, the table of §16.6', () => {
  /** An order with exactly two lines of two pieces each. */
  const twoLines = async (status: number): Promise<WireOrder> => {
    for (;;) {
      const order = await sandbox.control.place({
        account: 'main',
        payment_mode_id: 1,
        products: [{ quantity: 2 }, { quantity: 2 }],
      });
      if (order.products.length !== 2) continue;
      await sandbox.control.change(order.id, { status });
      return sandbox.main.order(order.id);
    }
  };
  const entry = (order: WireOrder, index: number, changes: Json = {}): Json => ({
    ...order.products[index],
    ...changes,
  });
  const quantities = async (order: WireOrder) =>
    (await sandbox.main.order(order.id)).products.map(({ quantity, storno_qty }) => [quantity, storno_qty]);

  it('1: reduces line 1', async () => {
    const order = await twoLines(4);
    const products = [entry(order, 0, { quantity: 1 }), entry(order, 1)];
    expect(await isRefused({ id: order.id, type: 3, status: 4, is_storno: true, products })).toBe(false);
    expect(await quantities(order)).toEqual([
      [1, 1],
      [2, 0],
    ]);
  });

  it('2: returns line 2 by quantity 0', async () => {
    const order = await twoLines(4);
    const products = [entry(order, 0), entry(order, 1, { quantity: 0 })];
    expect(await isRefused({ id: order.id, type: 3, status: 4, is_storno: true, products })).toBe(false);
    expect(await quantities(order)).toEqual([
      [2, 0],
      [0, 2],
    ]);
  });

  it('3: returns line 2 by status 0', async () => {
    const order = await twoLines(4);
    const products = [entry(order, 0), entry(order, 1, { status: 0 })];
    expect(await isRefused({ id: order.id, type: 3, status: 4, is_storno: true, products })).toBe(false);
    expect(await quantities(order)).toEqual([
      [2, 0],
      [0, 2],
    ]);
  });

  it.each([
    ['4: without is_storno', 4, { quantity: 1 }, undefined],
    ['5: with nothing changed', 4, {}, true],
    ['6: in status 3', 3, {}, true],
    ['7: with a negative quantity', 4, { quantity: -1 }, true],
    ['increasing a quantity', 4, { quantity: 3 }, true],
  ])('%s is refused', async (_name, status, change, isStorno) => {
    const order = await twoLines(status);
    const products = [entry(order, 0), entry(order, 1, change)];
    expect(await isRefused({ id: order.id, type: 3, status, is_storno: isStorno, products })).toBe(true);
    expect(await quantities(order)).toEqual([
      [2, 0],
      [2, 0],
    ]);
  });

  it('becomes returned by itself when nothing is left', async () => {
    const order = await twoLines(4);
    const products = [entry(order, 0, { quantity: 0 }), entry(order, 1, { quantity: 0 })];
    expect(await isRefused({ id: order.id, type: 3, status: 4, is_storno: true, products })).toBe(false);
    expect((await sandbox.main.order(order.id)).status).toBe(5);
  });
});

describe('orders of the marketplace warehouse', () => {
  it('move on by themselves', async () => {
    const order = await sandbox.control.place({ account: 'fbe' });
    const statuses = [order.status];
    for (const seconds of [200, 400, 1900]) {
      await sandbox.control.advance(seconds);
      statuses.push((await sandbox.fbe.order(order.id, 2)).status);
    }
    expect(statuses).toEqual([1, 2, 3, 4]);
  });
});

describe('unlocking the courier', () => {
  it('releases the enforced accounts', async () => {
    const order = await place(2, { enforced_vendor_courier_accounts: [30012] });
    expect(order['enforced_vendor_courier_accounts']).toEqual([30012]);
    expect((await sandbox.main.call(`order/${order.id}/unlock-courier`)).body['isError']).toBe(false);
    expect((await sandbox.main.order(order.id))['enforced_vendor_courier_accounts']).toBeNull();
  });
});
