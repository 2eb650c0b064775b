import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { generateWorld } from '../../src/infrastructure/sandbox/data/generateWorld.js';
import type { Order } from '../../src/infrastructure/sandbox/model.js';
import { born } from './support/sandboxClient.js';

const plan = { seed: 1, now: born, orders: 5260, offers: 2545 };
const world = generateWorld(plan);
const all: Order[] = [...world.main.orders, ...world.fbe.orders];
const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
const byStatus = (orders: readonly Order[]) =>
  Object.fromEntries([4, 5, 0, 3, 2, 1].map((status) => [status, orders.filter((o) => o.status === status).length]));

describe('the demonstration data', () => {
  it('is the same for the same seed and clock', () => {
    expect(digest(generateWorld(plan))).toBe(digest(world));
  });

  it('is another world for another seed', () => {
    expect(digest(generateWorld({ ...plan, seed: 2 }))).not.toBe(digest(world));
  });

  it('has the promised numbers of offers and orders', () => {
    expect([world.main.offers.length, world.fbe.offers.length]).toEqual([1274, 1271]);
    expect(byStatus(all)).toEqual({ 4: 4640, 5: 345, 0: 196, 3: 32, 2: 22, 1: 25 });
    expect(byStatus(world.main.orders)).toMatchObject({ 3: 26, 2: 18, 1: 21 });
  });

  it('scales to any number of orders', () => {
    for (const orders of [0, 1, 77, 300, 1000]) {
      const scaled = generateWorld({ ...plan, orders, offers: 40 });
      expect(scaled.main.orders.length + scaled.fbe.orders.length).toBe(orders);
    }
  });

  it('lies within the twenty months before the clock', () => {
    const first = Date.parse('2024-03-24T10:00:00Z');
    expect(all.every(({ created, modified }) => created >= first && created <= modified && modified <= born)).toBe(
      true,
    );
    expect(Math.min(...all.map(({ created }) => created))).toBeLessThan(Date.parse('2024-05-01T00:00:00Z'));
  });

  it('has unique ids beyond 32 bits that grow with time', () => {
    const ids = [...all].sort((a, b) => a.created - b.created).map(({ id }) => id);
    expect(new Set(ids).size).toBe(5260);
    expect(Math.min(...ids)).toBeGreaterThan(4_294_967_295);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    const lines = all.flatMap((order) => order.lines.map(({ id }) => id));
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('has the VAT rate of the day of sale', () => {
    const change = Date.parse('2025-07-31T21:00:00Z'); // 1 August, Bucharest
    const rates = (orders: readonly Order[]) =>
      [...new Set(orders.flatMap(({ lines }) => lines.map(({ vat }) => vat)))].sort();
    expect(rates(all.filter(({ created }) => created < change))).toEqual([19, 5, 9]);
    expect(rates(all.filter(({ created }) => created >= change))).toEqual([11, 21]);
  });

  it('has vouchers whose rows are the sums of their splits', () => {
    const withVouchers = all.filter(({ vouchers }) => vouchers.length > 0);
    expect(withVouchers.length).toBeGreaterThan(500);
    for (const order of withVouchers) {
      const splits = [...order.lines.flatMap((line) => line.splits), ...order.shippingSplits];
      for (const row of order.vouchers) {
        const own = splits.filter(({ voucherId, vat }) => voucherId === row.voucherId && vat === row.vat);
        expect(own.reduce((sum, { valueE4 }) => sum + valueE4, 0)).toBe(row.valueE4);
        expect(own.reduce((sum, { vatE4 }) => sum + vatE4, 0)).toBe(row.vatE4);
        expect(row.valueE4).toBeLessThan(0);
      }
    }
  });

  it('accounts for every piece that was returned', () => {
    const lines = all.flatMap((order) => order.lines);
    expect(lines.every((line) => line.quantity + line.stornoQuantity === line.initialQuantity)).toBe(true);
    const returned = all.filter(({ status }) => status === 5).flatMap((order) => order.lines);
    expect(returned.every(({ quantity }) => quantity === 0)).toBe(true);
  });

  it('has no discount and no deposit on goods that went back', () => {
    const gone = all.flatMap(({ lines }) => lines).filter(({ quantity }) => quantity === 0);
    expect(gone.length).toBeGreaterThan(345);
    expect(gone.filter(({ splits, deposits }) => splits.length + deposits.length > 0)).toEqual([]);
  });

  it('has something of everything', () => {
    const has = (test: (order: Order) => boolean) => all.filter(test).length;
    expect(has((o) => o.paymentMode === 1)).toBeGreaterThan(1000);
    expect(has((o) => o.paymentMode === 3)).toBeGreaterThan(1000);
    expect(has((o) => o.paymentMode === 2)).toBeGreaterThan(100);
    expect(has((o) => o.locker !== null)).toBeGreaterThan(1000);
    expect(has((o) => o.customer.company !== null)).toBeGreaterThan(200);
    expect(has((o) => o.lines.some(({ status }) => status === 0))).toBeGreaterThan(50);
    expect(has((o) => o.lines.some(({ deposits }) => deposits.length > 0))).toBeGreaterThan(50);
    expect(has((o) => o.status === 4 && o.lines.some(({ stornoQuantity }) => stornoQuantity > 0))).toBeGreaterThan(5);
    expect(has((o) => /[șțăâî]/.test(o.customer.name))).toBeGreaterThan(500);
  });

  it('has customers who come back under the same alias', () => {
    const times = new Map<string, number>();
    for (const { customer } of all) times.set(customer.email, (times.get(customer.email) ?? 0) + 1);
    expect([...times.values()].filter((count) => count > 1).length).toBeGreaterThan(500);
    expect(all.every(({ customer }) => /^\+407\d{8}$/.test(customer.phone))).toBe(true);
  });

  it('has comma-below letters only', () => {
    expect(JSON.stringify(world)).not.toMatch(/[şţŞŢ]/);
  });
});

describe('the demonstration offers', () => {
  it.each(['main', 'fbe'] as const)('of %s have different names, keys and valid barcodes', (key) => {
    const { offers } = world[key];
    const different = (of: (offer: (typeof offers)[number]) => unknown) => new Set(offers.map(of)).size;
    expect(different(({ name }) => name)).toBe(offers.length);
    expect(different(({ partNumber }) => partNumber)).toBe(offers.length);
    expect(different(({ ean }) => ean[0])).toBe(offers.length);
    for (const { ean } of offers) {
      const digits = [...(ean[0] ?? '')].map(Number);
      const sum = digits.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3), 0);
      expect([digits.length, sum % 10]).toEqual([13, 0]);
    }
  });

  it('are partly the same products in both accounts', () => {
    const keys = new Set(world.main.offers.map(({ ean }) => ean[0]));
    expect(world.fbe.offers.filter(({ ean }) => keys.has(ean[0])).length).toBeGreaterThan(900);
  });

  it('lie between their bounds', () => {
    for (const { minE4, priceE4, maxE4 } of world.main.offers) {
      expect(minE4).toBeLessThan(priceE4);
      expect(priceE4).toBeLessThan(maxE4);
    }
  });
});
