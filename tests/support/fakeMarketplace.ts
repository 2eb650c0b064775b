import type { OfferFacts, OfferWish } from '../../src/domain/offer/offer.js';
import type { ReturnReading } from '../../src/domain/returns/returnRequest.js';
import type { CatalogueProduct } from '../../src/domain/ean/catalogueProduct.js';
import type { AwbIssued } from '../../src/domain/order/orderEvents.js';
import type { OrderReading } from '../../src/domain/order/orderFacts.js';
import {
  MarketplaceError,
  type AccountInfo,
  type AccountState,
  type AwbOrder,
  type Category,
  type EanQuota,
  type Marketplace,
  type MarketplaceAccount,
  type Page,
  type ReadOffer,
  type ReadOrder,
  type ReadReturn,
  type ReturnFilter,
  type WriteOutcome,
} from '../../src/application/ports/marketplace.js';

const CALL = { route: 'fake', httpStatus: 200, durationMs: 1, requestId: 'fake' };

/** What happens to the next write: as it should, carried out (or still to be) but the answer lost, or never sent. */
export type Fate = 'done' | 'answer_lost' | 'late' | 'lost_before' | 'not_sent' | 'refused';

/** A marketplace in memory that counts what it really did. One account, `main`. */
export class FakeMarketplace implements Marketplace, MarketplaceAccount {
  readonly info: AccountInfo = {
    key: 'main',
    platform: 'emag-ro',
    fulfilment: 'own',
    baseUrl: 'http://127.0.0.1:1/api-3',
    isDemonstration: false,
  };
  readonly orders = new Map<string, OrderReading>();
  readonly offers = new Map<string, OfferFacts>();
  readonly ledger = {
    acknowledged: [] as string[],
    awbs: [] as string[],
    attached: [] as string[],
    offersChanged: [] as object[],
    calls: 0,
  };
  /** Fates of the coming writes, in order; `done` when empty. */
  readonly fates: Fate[] = [];
  /** Writes that the marketplace is still at. */
  readonly late: (() => void)[] = [];
  /** How long a write that was not sent asks to wait. */
  retryAfterMs = 10;
  /** Where the seller's own address lies, for there is no pickup address. */
  localityId: string | null = '4027';
  /** What was sent. */
  readonly awbOrders: AwbOrder[] = [];
  private stamp = 0;

  put(orderId: string, reading: OrderReading): void {
    this.orders.set(orderId, reading);
  }

  change(orderId: string, change: (reading: OrderReading) => OrderReading['facts']): void {
    const reading = this.orders.get(orderId);
    if (!reading) return;
    this.stamp += 1_000;
    const modifiedAt = new Date(Date.parse(reading.modifiedAt) + this.stamp).toISOString();
    this.orders.set(orderId, { ...reading, facts: change(reading), modifiedAt });
  }

  private write<T>(effect: () => T): WriteOutcome<T & object> {
    this.ledger.calls += 1;
    const fate = this.fates.shift() ?? 'done';
    switch (fate) {
      case 'not_sent':
        return {
          kind: 'not_sent',
          code: 'unreachable',
          text: 'connection refused',
          retryAfterMs: this.retryAfterMs,
          call: null,
        };
      case 'refused':
        return { kind: 'refused', code: 'refused', text: 'The marketplace says no', call: CALL };
      case 'lost_before':
        return { kind: 'unknown', code: 'marketplace-failing', text: 'reset', call: CALL };
      case 'late':
        this.late.push(effect);
        return { kind: 'unknown', code: 'marketplace-failing', text: 'timeout', call: CALL };
      case 'answer_lost':
        effect();
        return { kind: 'unknown', code: 'marketplace-failing', text: 'reset', call: CALL };
      case 'done':
        return { kind: 'done', call: CALL, ...(effect() as T & object) };
    }
  }

  accounts(): Promise<readonly AccountInfo[]> {
    return Promise.resolve([this.info]);
  }
  account(key: string): Promise<MarketplaceAccount> {
    return key === 'main'
      ? Promise.resolve(this)
      : Promise.reject(new MarketplaceError('account-unknown', `no account ${key}`, false));
  }
  testConnection(): Promise<AccountState> {
    return this.state();
  }
  state(): Promise<AccountState> {
    return Promise.resolve({ code: 'ok', text: '', checkedAt: null });
  }
  readOrder(orderId: string): Promise<OrderReading | null> {
    return Promise.resolve(this.orders.get(orderId) ?? null);
  }
  readOrders(): Promise<{ items: ReadOrder[]; rows: number; parked: number }> {
    const items = [...this.orders].map(([orderId, reading]) => ({ orderId, reading }));
    return Promise.resolve({ items, rows: items.length, parked: 0 });
  }
  countOrders(): Promise<{ items: number; pages: number }> {
    return Promise.resolve({ items: this.orders.size, pages: 1 });
  }
  acknowledge(orderId: string): Promise<WriteOutcome> {
    return Promise.resolve(
      this.write(() => {
        this.ledger.acknowledged.push(orderId);
        this.change(orderId, ({ facts }) => ({ ...facts, status: 'in_progress' }));
        return {};
      }),
    );
  }
  changeStatus(orderId: string, wish: { newStatus: OrderReading['facts']['status'] }): Promise<WriteOutcome> {
    return Promise.resolve(
      this.write(() => {
        this.change(orderId, ({ facts }) => ({ ...facts, status: wish.newStatus }));
        return {};
      }),
    );
  }
  attachInvoice({ orderId, url, name }: { orderId: string; url: string; name: string }): Promise<WriteOutcome> {
    return Promise.resolve(
      this.write(() => {
        this.ledger.attached.push(url);
        this.change(orderId, ({ facts }) => ({
          ...facts,
          attachments: [...facts.attachments, { name, url, kind: 1 }],
        }));
        return {};
      }),
    );
  }
  issueAwb(order: AwbOrder): Promise<WriteOutcome<AwbIssued>> {
    const { orderId } = order;
    this.awbOrders.push(order);
    return Promise.resolve(
      this.write(() => {
        const awbNumber = `4EMG${this.ledger.awbs.length + 1}`;
        this.ledger.awbs.push(awbNumber);
        this.change(orderId, ({ facts }) => ({ ...facts, status: 'finalized' }));
        return {
          awbNumber,
          reservationId: '61',
          parcels: [{ emagId: '88', barcode: `${awbNumber}001` }],
          courierAccountId: '30011',
          courierName: 'Sameday',
        };
      }),
    );
  }
  readAwb(): Promise<null> {
    return Promise.resolve(null);
  }
  readLabel(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array());
  }
  couriers(): Promise<[]> {
    return Promise.resolve([]);
  }
  findLocality(): Promise<string | null> {
    return Promise.resolve(this.localityId);
  }
  addresses(): Promise<[]> {
    return Promise.resolve([]);
  }
  readOffers(_page?: number): Promise<{ items: ReadOffer[]; rows: number; parked: number }> {
    return Promise.resolve({ items: [], rows: 0, parked: 0 });
  }
  findByEans(): Promise<ReadonlyMap<string, readonly CatalogueProduct[]>> {
    return Promise.resolve(new Map());
  }
  eanQuota(): Promise<EanQuota> {
    return Promise.resolve({ limit: null, remaining: null, availableNow: null, nextAt: null, resetsAt: null });
  }
  readCategories(): Promise<Page<Category>> {
    return Promise.resolve({ items: [], rows: 0, parked: 0 });
  }
  countCategories(): Promise<{ items: number; pages: number }> {
    return Promise.resolve({ items: 0, pages: 0 });
  }
  readCategory(): Promise<null> {
    return Promise.resolve(null);
  }
  readReturns(_filter?: ReturnFilter, _page?: number): Promise<Page<ReadReturn>> {
    return Promise.resolve({ items: [], rows: 0, parked: 0 });
  }
  countReturns(_filter?: ReturnFilter): Promise<{ items: number; pages: number }> {
    return Promise.resolve({ items: 0, pages: 0 });
  }
  readReturn(_returnId?: string): Promise<ReturnReading | null> {
    return Promise.resolve(null);
  }
  countOffers(): Promise<{ items: number; pages: number }> {
    return Promise.resolve({ items: 0, pages: 0 });
  }
  readOffer(offerId: string): Promise<ReadOffer | null> {
    const facts = this.offers.get(offerId);
    return Promise.resolve(facts ? { offerId, facts } : null);
  }
  changeOffer(offerId: string, wish: OfferWish): Promise<WriteOutcome> {
    return Promise.resolve(
      this.write(() => {
        const facts = this.offers.get(offerId);
        if (facts) this.offers.set(offerId, { ...facts, ...wish });
        this.ledger.offersChanged.push({ offerId, ...wish });
        return {};
      }),
    );
  }
}
