import { parcelStatus } from '../awbStatus.js';
import type { Offer, Order, OrderStatus } from '../model.js';
import type { SandboxAccount, World } from '../world/world.js';
import type { Callbacks } from './callbacks.js';
import type { OrderDesk } from './orderDesk.js';

const MINUTE = 60_000;
const TICK_MS = 250;

/** Seconds between new orders: every 30 in the first hour after a start, then every 600; or one fixed interval. */
export type NewOrderPace = 'usual' | number;

/** Letters and digits of an offer's number; the generated catalogue ends its keys otherwise. */
const catalogueKey = (account: string, id: number): string =>
  `D${account === 'fbe' ? 'F' : 'M'}${id.toString(36).toUpperCase().padStart(5, '0')}NWM`;

const nextStatus: Readonly<Partial<Record<OrderStatus, OrderStatus>>> = { 1: 2, 2: 3, 3: 4 };

/** What the marketplace does by itself: new orders, orders that move on, parcels that travel. */
export class Life {
  private timer: NodeJS.Timeout | undefined;
  private nextOrderAt: number;
  private placed = 0;
  private lastSeen: number;
  private readonly startedAt = Date.now();

  constructor(
    private readonly world: World,
    private readonly desk: OrderDesk,
    private readonly callbacks: Callbacks,
    private readonly pace: NewOrderPace,
    private readonly report: (error: unknown) => void,
  ) {
    this.nextOrderAt = this.startedAt + this.interval() * 1000;
    this.lastSeen = world.clock.now();
  }

  start(): void {
    this.timer = setInterval(() => {
      try {
        this.tick();
      } catch (error) {
        this.report(error);
      }
    }, TICK_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Also called when the clock is moved, so that what became due has happened when the mover is answered. */
  tick(): void {
    this.newOrders();
    const now = this.world.clock.now();
    for (const account of this.world.accounts.values()) {
      for (const order of account.orders.values())
        if (order.advanceAt !== null && order.advanceAt <= now) this.advance(account, order, now);
      this.parcels(account, now);
      for (const offer of account.offers.values())
        if (offer.validateAt !== null && offer.validateAt <= now) this.validate(account, offer);
    }
    this.lastSeen = now;
    this.callbacks.tick();
    this.world.flushed().catch(this.report);
  }

  private interval(): number {
    if (this.pace !== 'usual') return this.pace === 0 ? Number.POSITIVE_INFINITY : this.pace;
    return Date.now() - this.startedAt < 60 * MINUTE ? 30 : 600;
  }

  private newOrders(): void {
    const now = Date.now();
    if (now < this.nextOrderAt) return;
    this.nextOrderAt = now + this.interval() * 1000;
    this.placed += 1;
    // Most customers buy what the seller ships himself: that is where a person has work to do.
    const account = this.world.account(this.placed % 4 === 0 ? 'fbe' : 'main');
    if (!account) return;
    const order = this.desk.place(account);
    this.callbacks.announce(account, order.id);
  }

  private advance(account: SandboxAccount, order: Order, now: number): void {
    // An own order has been given its first AWB; an order of the marketplace's warehouse goes one step.
    const to = order.type === 3 ? 4 : nextStatus[order.status];
    const isOver = order.status === 0 || order.status === 4 || order.status === 5;
    if (isOver || to === undefined) {
      this.world.scheduleOrder(account, { ...order, advanceAt: null });
      return;
    }
    const advanceAt = to === 4 ? null : now + (to === 2 ? 6 : 30) * MINUTE;
    this.world.saveOrder(account, { ...order, status: to, advanceAt, finalised: to === 4 ? now : order.finalised });
    this.world.record(account, 'status', order.id, { from: order.status, to, storno: false, by: 'marketplace' });
  }

  /** A new or changed product has been looked at (reference §12.4): approved with a catalogue key, or rejected. */
  private validate(account: SandboxAccount, offer: Offer): void {
    const isPoor = offer.images.length === 0 || offer.description === '';
    this.world.saveOffer(account, {
      ...offer,
      validateAt: null,
      validation: isPoor ? 8 : 9,
      documentErrors: isPoor ? ['Photo Gallery Validation - No valid images have been found.'] : [],
      partNumberKey: offer.partNumberKey ?? (isPoor ? null : catalogueKey(account.key, offer.id)),
    });
  }

  private parcels(account: SandboxAccount, now: number): void {
    for (const awb of account.awbs.values()) {
      const { code } = parcelStatus(awb, now);
      if (code !== parcelStatus(awb, this.lastSeen).code) this.callbacks.ring(account, 'awb_status', awb.orderId);
      const order = account.orders.get(awb.orderId);
      // What the courier has collected counts as paid (reference §15.1).
      const isCollected = code === 'DLV' && awb.rmaId === null && awb.codE4 > 0;
      if (isCollected && order?.status === 4 && order.paymentStatus === 0)
        this.world.saveOrder(account, { ...order, paymentStatus: 1 });
    }
  }
}
