import type {
  Customer,
  Deposit,
  FulfilmentType,
  Offer,
  Order,
  OrderLine,
  OrderStatus,
  Voucher,
  VoucherSplit,
} from '../model.js';
import { startOfLocalDay } from '../bucharestTime.js';
import { lineAfterReturn, vouchersAfterReturn } from '../life/returnedGoods.js';
import { makePlace } from './generateCustomers.js';
import { netOfGross, vatAt, type VatClass } from './money.js';
import { lockerSpots } from './places.js';
import type { SeededRandom } from './seededRandom.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface OrderIds {
  order: number;
  line: number;
  voucher: number;
}

export interface OrderPlan {
  type: FulfilmentType;
  status: OrderStatus;
  created: number;
  /** Nothing in the order is later than this. */
  now: number;
}

const bookCategories = new Set([6120, 6135]);
const goodsOf = (offer: Offer): VatClass => {
  if (bookCategories.has(offer.categoryId)) return 'books';
  return offer.vatId === 1 ? 'standard' : 'reduced';
};

const voucherNames = [
  'Card cadou',
  'Voucher de bun venit',
  'Reducere Genius',
  'Campania Zilele Casei',
  'Voucher aniversar',
];

const unitsPerPack = (name: string): number => Number(/bax (\d+)/.exec(name)?.[1] ?? 1);

const currentRate = (offer: Offer): number => (offer.vatId === 1 ? 21 : 11);

const makeLine = (random: SeededRandom, offer: Offer, id: number, created: number): OrderLine => {
  const quantity = [1, 2, 3, 4, 6][random.weighted([78, 14, 4, 3, 1])] ?? 1;
  const vat = vatAt(created, goodsOf(offer));
  const grossCents = Math.round((offer.priceE4 * (100 + currentRate(offer))) / 10_000);
  // Yesterday's prices were a little different, and end in 9 as today's do.
  const drift = Math.round((grossCents * (0.92 + random.unit() * 0.12)) / 10) * 10 - 1;
  const priceE4 = netOfGross(Math.max(drift, 499), vat);
  const discounted = random.chance(0.12);
  const deposits: Deposit[] = offer.deposit
    ? [{ quantity: quantity * unitsPerPack(offer.name), priceE4: 5000, name: offer.deposit }]
    : [];
  return {
    id,
    productId: offer.id,
    mktId: 33_000_000 + offer.id,
    name: offer.name,
    status: 1,
    partNumber: offer.partNumber,
    partNumberKey: offer.partNumberKey ?? '',
    quantity,
    initialQuantity: quantity,
    stornoQuantity: 0,
    priceE4,
    originalE4: discounted ? Math.round(priceE4 * 1.15) : priceE4,
    vat,
    created,
    modified: created,
    splits: [],
    deposits,
    serials: [4410, 4425, 2110].includes(offer.categoryId) && random.chance(0.1) ? random.hex(12).toUpperCase() : null,
  };
};

const lineGrossCents = (line: OrderLine): number =>
  Math.round((line.priceE4 * line.quantity * (100 + line.vat)) / 10_000);

const splitOf = (
  cents: number,
  vat: number,
  voucher: { id: number; name: string; offeredBy: string },
): VoucherSplit => {
  const net = netOfGross(cents, vat);
  return {
    voucherId: voucher.id,
    valueE4: -net,
    vatE4: -(cents * 100 - net),
    vat,
    offeredBy: voucher.offeredBy,
    name: voucher.name,
  };
};

/** Rows of `vouchers[]`, one per voucher and VAT rate: exactly the sums of the splits. */
export const vouchersOf = (splits: readonly VoucherSplit[], issued: string): Voucher[] => {
  const rows = new Map<string, Voucher>();
  for (const split of splits) {
    const key = `${split.voucherId}/${split.vat}`;
    const row = rows.get(key) ?? {
      id: split.voucherId * 10 + rows.size,
      voucherId: split.voucherId,
      name: split.name,
      vat: split.vat,
      valueE4: 0,
      vatE4: 0,
      issued,
    };
    row.valueE4 += split.valueE4;
    row.vatE4 += split.vatE4;
    rows.set(key, row);
  }
  return [...rows.values()];
};

/** Makes whole orders out of offers and customers; the same draws give the same order. */
export class OrderFactory {
  constructor(
    private readonly offers: readonly Offer[],
    private readonly customers: readonly Customer[],
    private readonly vendorSlug: string,
  ) {}

  make(random: SeededRandom, ids: OrderIds, plan: OrderPlan): Order {
    const { created, now, status, type } = plan;
    const customer = this.customerFor(random);
    const count = [1, 2, 3, 4, 5][random.weighted([58, 24, 11, 5, 2])] ?? 1;
    const lines = this.pickOffers(random, count).map((offer) =>
      makeLine(random, offer, (ids.line += random.int(1, 3)), created),
    );
    const locker = random.chance(0.34) ? this.locker(random, customer) : null;
    const mode = ([1, 3, 2] as const)[random.weighted([46, 47, 7])] ?? 1;
    const shippingE4 = ([0, 14.99, 19.99][random.weighted([50, 20, 30])] ?? 0) * 10_000;
    const shipping = locker
      ? { ...customer.billing, street: locker.street }
      : random.chance(0.85)
        ? customer.billing
        : makePlace(random);
    const order: Order = {
      id: ids.order,
      type,
      status,
      complete: 1,
      paymentMode: mode,
      paymentMethod:
        mode === 1 ? 'Numerar' : mode === 2 ? 'Ordin de plata' : random.chance(0.12) ? 'eCREDIT' : 'Card online',
      paymentStatus: mode === 3 || status === 4 || status === 5 ? 1 : 0,
      delivery: locker ? 'pickup' : 'courier',
      locker: locker ? { id: locker.id, name: locker.name } : null,
      created,
      modified: created,
      observation: random.chance(0.06)
        ? random.pick(['Vă rog să sunați înainte', 'Livrare după ora 17', 'Interfon 23'])
        : '',
      customer,
      shipping,
      contact: { name: customer.name, phone: customer.phone },
      lines,
      shippingE4: Math.round(shippingE4),
      shippingSplits: [],
      vouchers: [],
      attachments: [],
      enforcedCouriers: null,
      cancellationReason: null,
      cancellationRequest: null,
      finalised: null,
      cancelled: null,
      shipBy: startOfLocalDay(created, 2) - 1000,
      genius: random.chance(0.3) ? 1 : 0,
      weekend: 0,
      advanceAt: null,
    };
    this.addVouchers(random, ids, order);
    if (lines.length > 1 && status !== 1 && random.chance(0.06)) {
      const last = lines.at(-1);
      if (last && last.splits.length === 0) last.status = 0;
    }
    this.ageTo(random, order, now);
    return order;
  }

  private customerFor(random: SeededRandom): Customer {
    const customer = this.customers[Math.floor(this.customers.length * random.unit() ** 1.4)];
    if (!customer) throw new RangeError('no customers');
    return customer;
  }

  private pickOffers(random: SeededRandom, count: number): Offer[] {
    const picked = new Set<Offer>();
    for (let tries = 0; picked.size < count && tries < 40; tries += 1) {
      const offer = this.offers[Math.floor(this.offers.length * random.unit() ** 2.2)];
      if (offer) picked.add(offer);
    }
    return [...picked];
  }

  private locker(random: SeededRandom, customer: Customer): { id: string; name: string; street: string } {
    const id = `EB${random.int(10_000, 19_999)}`;
    const name = `easybox ${random.pick(lockerSpots)} ${customer.billing.city}`;
    return { id, name, street: `${name} [locker ${id}]` };
  }

  private addVouchers(random: SeededRandom, ids: OrderIds, order: Order): void {
    const splits: VoucherSplit[] = [];
    const times = [0, 1, 2][random.weighted([87, 11, 2])] ?? 0;
    for (let i = 0; i < times; i += 1) {
      ids.voucher += random.int(1, 4);
      const voucher = {
        id: ids.voucher,
        name: random.pick(voucherNames),
        offeredBy: random.chance(0.7) ? 'eMAG' : 'Vendor',
      };
      const total = order.lines.reduce((sum, line) => sum + lineGrossCents(line), 0);
      const amount = Math.min([1000, 1500, 2000, 2500, 5000][random.int(0, 4)] ?? 1000, Math.floor(total / 4));
      let left = amount;
      for (const [index, line] of order.lines.entries()) {
        const share = index === order.lines.length - 1 ? left : Math.floor((amount * lineGrossCents(line)) / total);
        left -= share;
        if (share > 0) line.splits.push(splitOf(share, line.vat, voucher));
      }
    }
    if (order.shippingE4 > 0 && random.chance(0.04)) {
      ids.voucher += 1;
      const voucher = { id: ids.voucher, name: 'Transport gratuit', offeredBy: 'eMAG' };
      order.shippingSplits.push(splitOf(Math.round(order.shippingE4 / 100), vatAt(order.created, 'standard'), voucher));
    }
    splits.push(...order.lines.flatMap((line) => line.splits), ...order.shippingSplits);
    order.vouchers = vouchersOf(splits, new Date(order.created - 5 * DAY).toISOString().slice(0, 10));
  }

  /** Gives the order the traces of what happened to it until `now`. */
  private ageTo(random: SeededRandom, order: Order, now: number): void {
    const before = (instant: number): number => Math.min(instant, now - 1000);
    switch (order.status) {
      case 1:
        order.modified = before(order.created + 1000);
        break;
      case 2:
        order.modified = before(order.created + random.int(5, 180) * 60_000);
        break;
      case 3:
        order.modified = before(order.created + random.int(4, 40) * HOUR);
        break;
      case 0:
        order.cancelled = before(order.created + random.int(10, 2_800) * 60_000);
        order.cancellationReason = random.pick([1, 2, 2, 3, 18, 23, 24, 31, 33, 38]);
        order.modified = order.cancelled;
        break;
      default:
        this.finalise(random, order, before);
    }
    for (const line of order.lines) line.modified = order.status === 1 ? line.created : order.modified;
  }

  private finalise(random: SeededRandom, order: Order, before: (instant: number) => number): void {
    order.finalised = before(order.created + random.int(8, 60) * HOUR);
    order.modified = before(order.finalised + random.int(0, 30) * HOUR);
    if (random.chance(0.85)) {
      const number = `FD-${String(order.id % 10_000_000).padStart(7, '0')}`;
      const url = `https://facturi.${this.vendorSlug}.example/${number}.pdf`;
      order.attachments = [{ name: `Factura ${number}`, url, type: 1, forceDownload: 0, orderProductId: null }];
    }
    const returned = order.status === 5 ? order.lines : order.lines.filter(() => random.chance(0.008)).slice(0, 1);
    for (const line of returned) {
      const quantity = order.status === 5 || line.quantity === 1 ? line.quantity : line.quantity - 1;
      // A finalised order keeps something: what is returned whole becomes status 5.
      if (order.status === 4 && order.lines.length === 1 && quantity === line.quantity) continue;
      Object.assign(line, lineAfterReturn(line, line.quantity - quantity));
    }
    order.vouchers = vouchersAfterReturn(order);
    if (order.status === 5) order.modified = before(order.finalised + random.int(3, 22) * DAY);
  }
}
