import { demonstrationCatalogue, type ForeignProduct } from '../data/foreignCatalogue.js';
import type { Awb, LedgerEntry, Offer, Order, Rma, FulfilmentType, CourierAccount } from '../model.js';
import type { SandboxClock } from './sandboxClock.js';
import type { Storage, StoredRecord } from './storage.js';

export interface CallbackUrls {
  new_order: string | null;
  order_cancelled: string | null;
  awb_status: string | null;
  rma: string | null;
}

/** Things of an account that only the seller interface (here: the control API) can change. */
export interface AccountSettings {
  callbacks: CallbackUrls;
  /** Source addresses that may call; null allows all. */
  allowedIps: string[] | null;
}

export interface SandboxAccount {
  readonly key: string;
  readonly username: string;
  readonly password: string;
  readonly type: FulfilmentType;
  readonly vendorName: string;
  readonly couriers: readonly CourierAccount[];
  readonly orders: Map<number, Order>;
  readonly offers: Map<number, Offer>;
  /** By reservation id. */
  readonly awbs: Map<number, Awb>;
  readonly rmas: Map<number, Rma>;
  readonly ledger: LedgerEntry[];
  settings: AccountSettings;
}

export const noCallbacks: CallbackUrls = { new_order: null, order_cancelled: null, awb_status: null, rma: null };

const collections = ['orders', 'offers', 'awbs', 'rmas'] as const;

/**
 * All state of the imitated marketplace. Changes are made in memory and written to the journal by the same call; the servers
 * answer nobody before `flushed()`, so that what anyone saw survives `kill -9`.
 */
export class World {
  readonly accounts = new Map<string, SandboxAccount>();
  /** What other sellers offer; additions of the control API live as long as the process. */
  readonly foreignProducts: ForeignProduct[] = [...demonstrationCatalogue];
  /** The highest ids in use; a new thing takes the next. */
  readonly highest = { order: 0, line: 0, reservation: 61_000_000, awb: 88_000_000, voucher: 0, rma: 5_100_000 };
  private readonly sortedIds = new Map<string, number[]>();

  constructor(
    readonly clock: SandboxClock,
    private readonly storage: Storage,
  ) {}

  addAccount(account: SandboxAccount): void {
    this.accounts.set(account.key, account);
  }

  account(key: string): SandboxAccount | undefined {
    return this.accounts.get(key);
  }

  /** Takes over what was stored; unknown collections of a newer release are left alone. */
  load(records: readonly StoredRecord[]): void {
    for (const [collection, key, id, value] of records) {
      if (collection === 'clock') this.clock.restore(value as number);
      const account = this.accounts.get(key);
      if (!account) continue;
      if (collection === 'orders') this.noticeOrder(account, value as Order);
      else if (collection === 'offers') account.offers.set(id, value as Offer);
      else if (collection === 'awbs') this.noticeAwb(account, value as Awb);
      else if (collection === 'rmas') this.noticeRma(account, value as Rma);
      else if (collection === 'ledger') account.ledger[id] = value as LedgerEntry;
      else if (collection === 'settings') account.settings = value as AccountSettings;
    }
  }

  /** Puts a first state into an empty account; it is made durable as a snapshot. */
  fill(
    account: SandboxAccount,
    things: { orders: readonly Order[]; offers: readonly Offer[]; awbs: readonly Awb[]; rmas: readonly Rma[] },
  ): void {
    for (const order of things.orders) this.noticeOrder(account, order);
    for (const offer of things.offers) account.offers.set(offer.id, offer);
    for (const awb of things.awbs) this.noticeAwb(account, awb);
    for (const rma of things.rmas) this.noticeRma(account, rma);
  }

  /** Everything, as records for a first snapshot. */
  snapshot(): StoredRecord[] {
    return [...this.accounts.values()].flatMap((account) =>
      collections.flatMap((collection) =>
        [...account[collection]].map(([id, value]): StoredRecord => [collection, account.key, id, value]),
      ),
    );
  }

  /** Orders of an account, newest cart first, as the live service lists them. */
  newestFirst(account: SandboxAccount): Order[] {
    let ids = this.sortedIds.get(account.key);
    if (!ids) {
      ids = [...account.orders.values()].sort((a, b) => b.created - a.created || b.id - a.id).map(({ id }) => id);
      this.sortedIds.set(account.key, ids);
    }
    return ids.map((id) => account.orders.get(id)).filter((order) => order !== undefined);
  }

  /** Stores an order and moves its `modified`, as every change at the marketplace does. */
  saveOrder(account: SandboxAccount, order: Order): void {
    order.modified = Math.max(this.clock.now(), order.created);
    this.noticeOrder(account, order);
    this.storage.append(['orders', account.key, order.id, order]);
  }

  /** Stores when the marketplace will touch an order next, which is no change that anyone sees. */
  scheduleOrder(account: SandboxAccount, order: Order): void {
    this.noticeOrder(account, order);
    this.storage.append(['orders', account.key, order.id, order]);
  }

  saveOffer(account: SandboxAccount, offer: Offer): void {
    offer.modified = this.clock.now();
    account.offers.set(offer.id, offer);
    this.storage.append(['offers', account.key, offer.id, offer]);
  }

  saveAwb(account: SandboxAccount, awb: Awb): void {
    this.noticeAwb(account, awb);
    this.storage.append(['awbs', account.key, awb.reservationId, awb]);
  }

  saveRma(account: SandboxAccount, rma: Rma): void {
    this.noticeRma(account, rma);
    this.storage.append(['rmas', account.key, rma.id, rma]);
  }

  saveSettings(account: SandboxAccount, settings: AccountSettings): void {
    account.settings = settings;
    this.storage.append(['settings', account.key, 0, settings]);
  }

  record(
    account: SandboxAccount,
    kind: LedgerEntry['kind'],
    orderId: number | null,
    detail: Record<string, unknown>,
  ): void {
    const seq = account.ledger.length;
    const entry: LedgerEntry = { seq, at: new Date().toISOString(), kind, order_id: orderId, detail };
    account.ledger.push(entry);
    this.storage.append(['ledger', account.key, seq, entry]);
  }

  moveClock(offsetMs: number): void {
    this.clock.restore(offsetMs);
    this.storage.append(['clock', '', 0, offsetMs]);
  }

  flushed(): Promise<void> {
    return this.storage.flushed();
  }

  private noticeOrder(account: SandboxAccount, order: Order): void {
    if (!account.orders.has(order.id)) this.sortedIds.delete(account.key);
    account.orders.set(order.id, order);
    this.highest.order = Math.max(this.highest.order, order.id);
    for (const line of order.lines) this.highest.line = Math.max(this.highest.line, line.id);
    for (const voucher of order.vouchers) this.highest.voucher = Math.max(this.highest.voucher, voucher.voucherId);
  }

  private noticeAwb(account: SandboxAccount, awb: Awb): void {
    account.awbs.set(awb.reservationId, awb);
    this.highest.reservation = Math.max(this.highest.reservation, awb.reservationId);
    this.highest.awb = Math.max(this.highest.awb, awb.emagId, ...awb.parcels.map((parcel) => parcel.emagId));
  }

  private noticeRma(account: SandboxAccount, rma: Rma): void {
    account.rmas.set(rma.id, rma);
    this.highest.rma = Math.max(this.highest.rma, rma.id);
    this.highest.reservation = Math.max(this.highest.reservation, ...rma.reservations);
  }
}
