import type { Awb, Customer, FulfilmentType, Offer, Order, OrderStatus, Rma } from '../model.js';
import { generateCustomers } from './generateCustomers.js';
import { generateProducts, makeOffer } from './generateOffers.js';
import { generateRmas } from './generateRmas.js';
import { OrderFactory, type OrderIds } from './orderFactory.js';
import { SeededRandom } from './seededRandom.js';
import { sellers } from './sellers.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface WorldPlan {
  seed: number;
  /** The clock at birth, epoch milliseconds. */
  now: number;
  /** Over both accounts. */
  orders: number;
  offers: number;
}

export interface GeneratedAccount {
  offers: Offer[];
  orders: Order[];
  rmas: Rma[];
  awbs: Awb[];
}

export const defaultOrders = 5260;
export const defaultOffers = 2545;

/** Orders by account and status in the full world; others are scaled from it. */
const mix: readonly { account: 'main' | 'fbe'; status: OrderStatus; count: number }[] = [
  { account: 'main', status: 4, count: 3000 },
  { account: 'main', status: 5, count: 225 },
  { account: 'main', status: 0, count: 130 },
  { account: 'main', status: 3, count: 26 },
  { account: 'main', status: 2, count: 18 },
  { account: 'main', status: 1, count: 21 },
  { account: 'fbe', status: 4, count: 1640 },
  { account: 'fbe', status: 5, count: 120 },
  { account: 'fbe', status: 0, count: 66 },
  { account: 'fbe', status: 3, count: 6 },
  { account: 'fbe', status: 2, count: 4 },
  { account: 'fbe', status: 1, count: 4 },
];

/** Largest remainders, so that the parts add up to `total` and the default total gives the table as written. */
const scaled = (total: number): number[] => {
  const exact = mix.map(({ count }) => (count * total) / defaultOrders);
  const counts = exact.map(Math.floor);
  const order = exact
    .map((value, index) => ({ index, rest: value % 1 }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  let missing = total - counts.reduce((sum, count) => sum + count, 0);
  for (const { index } of order) {
    if (missing <= 0) break;
    counts[index] = (counts[index] ?? 0) + 1;
    missing -= 1;
  }
  return counts;
};

export const mainOffersOf = (offers: number): number => Math.ceil((offers * 1274) / defaultOffers);

export const monthsBefore = (epochMs: number, months: number): number => {
  const date = new Date(epochMs);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.getTime();
};

/** More in the evening, few at night; local hours. */
const hourWeights = [6, 3, 2, 1, 1, 2, 6, 14, 26, 38, 44, 46, 44, 40, 40, 42, 44, 48, 54, 62, 68, 62, 42, 18];

const pastInstant = (random: SeededRandom, start: number, end: number): number => {
  // Sales grew over the months, and November and December are the season.
  for (;;) {
    const instant = start + (end - start) * random.unit() ** 0.75;
    const month = new Date(instant).getUTCMonth();
    if (random.unit() > (month === 10 ? 1 : month === 11 ? 0.9 : 0.6)) continue;
    const day = Math.floor(instant / DAY) * DAY;
    const at = day + random.weighted(hourWeights) * HOUR - 2 * HOUR + random.int(0, 3599) * 1000;
    if (at >= start && at < end) return at;
  }
};

const createdFor = (random: SeededRandom, status: OrderStatus, now: number): number => {
  const start = monthsBefore(now, 20);
  const ago = (from: number, to: number) => now - random.int(from * 60, to * 60) * 1000;
  switch (status) {
    case 1:
      return ago(4, 20 * 60);
    case 2:
      return ago(3 * 60, 44 * 60);
    case 3:
      return ago(8 * 60, 70 * 60);
    case 0:
      return random.chance(0.03) ? ago(6 * 60, 30 * 60) : pastInstant(random, start, now - 3 * DAY);
    case 4:
      return random.chance(0.012) ? ago(26 * 60, 46 * 60) : pastInstant(random, start, now - 2 * DAY);
    default:
      return pastInstant(random, start, now - 12 * DAY);
  }
};

export const customersFor = (plan: WorldPlan): Customer[] =>
  generateCustomers(
    new SeededRandom(plan.seed, 'customers'),
    Math.max(20, Math.ceil(plan.orders * 0.62)),
    monthsBefore(plan.now, 20),
  );

export const typeOf = (account: string): FulfilmentType => (account === 'fbe' ? 2 : 3);
export const vendorSlugOf = (account: string): string => (account === 'fbe' ? 'magazin-demo-fbe' : 'magazin-demo');

/** The whole first state of both accounts: the same for the same plan, on every machine. */
export const generateWorld = (plan: WorldPlan): { main: GeneratedAccount; fbe: GeneratedAccount } => {
  const mainCount = mainOffersOf(plan.offers);
  const fbeCount = plan.offers - mainCount;
  // Most FBE products are sold from the own stock too; the last fifth of each is its own.
  const shift = Math.floor(mainCount / 5);
  const products = generateProducts(new SeededRandom(plan.seed, 'products'), shift + Math.max(mainCount, fbeCount));
  const offersFor = (account: string, from: number, count: number, firstId: number): Offer[] => {
    const random = new SeededRandom(plan.seed, `offers/${account}`);
    return products
      .slice(from, from + count)
      .map((product, index) => makeOffer(random, product, firstId + index, typeOf(account), plan.now));
  };
  const offers = {
    main: offersFor('main', 0, mainCount, 500_001),
    fbe: offersFor('fbe', shift, fbeCount, 700_001),
  };

  const random = new SeededRandom(plan.seed, 'orders');
  const counts = scaled(plan.orders);
  const slots = mix
    .flatMap(({ account, status }, index) =>
      Array.from({ length: counts[index] ?? 0 }, () => ({
        account,
        status,
        created: createdFor(random, status, plan.now),
      })),
    )
    .sort((a, b) => a.created - b.created);

  const customers = customersFor(plan);
  const factories = {
    main: new OrderFactory(offers.main, customers, vendorSlugOf('main')),
    fbe: new OrderFactory(offers.fbe, customers, vendorSlugOf('fbe')),
  };
  const orders: Record<'main' | 'fbe', Order[]> = { main: [], fbe: [] };
  const ids: OrderIds = { order: 4_300_000_000, line: 812_000_000, voucher: 880_000 };
  for (const { account, status, created } of slots) {
    ids.order += random.int(180, 4_600);
    orders[account].push(
      factories[account].make(random, ids, { type: typeOf(account), status, created, now: plan.now }),
    );
  }
  planAdvances(orders.fbe, plan.now, new SeededRandom(plan.seed, 'advances'));
  const returnIds = { rma: 5_100_000, reservation: 61_000_000, awb: 88_000_000 };
  const accountOf = (key: 'main' | 'fbe'): GeneratedAccount => {
    const returnsRandom = new SeededRandom(plan.seed, `returns/${key}`);
    const returns = generateRmas(returnsRandom, orders[key], sellers[key].couriers, plan.now, returnIds);
    return { offers: offers[key], orders: orders[key], ...returns };
  };
  return { main: accountOf('main'), fbe: accountOf('fbe') };
};

/** Open FBE orders move on by themselves, the first of them some hours after birth so that a newcomer sees them still. */
const planAdvances = (orders: Order[], now: number, random: SeededRandom): void => {
  for (const order of orders)
    if (order.status >= 1 && order.status <= 3) order.advanceAt = now + random.int(3 * 60, 9 * 60) * 60_000;
};
