import type { OrderReading } from '../../src/domain/order/orderFacts.js';
import type { Count, OrderFilter, Page, ReadOrder } from '../../src/application/ports/marketplace.js';
import { MarketplaceError } from '../../src/application/ports/marketplace.js';
import { FakeMarketplace } from './fakeMarketplace.js';

const PAGE_SIZE = 100;

/**
 * Pages as the marketplace does: newest `modified` first, while `between` (called before every page) may edit orders,
 * bring new ones, or fail. Edited orders leave the windows that they were in.
 */
export class PagedMarketplace extends FakeMarketplace {
  between: (read: number) => void = () => undefined;
  reads = 0;
  /** The marketplace's clock: an edit gets the next stamp. */
  private clock: number;

  constructor(startsAt: Date) {
    super();
    this.clock = startsAt.getTime();
  }

  private matching(filter: OrderFilter): [string, OrderReading][] {
    const { modifiedAfter, modifiedBefore, fulfilment } = filter;
    return [...this.orders]
      .filter(
        ([, { facts, modifiedAt }]) =>
          facts.fulfilment === fulfilment &&
          (modifiedAfter === undefined || modifiedAt >= modifiedAfter) &&
          (modifiedBefore === undefined || modifiedAt <= modifiedBefore),
      )
      .sort(([, a], [, b]) => (a.modifiedAt < b.modifiedAt ? 1 : -1));
  }

  /** The order is edited now, by the marketplace's clock. */
  edit(orderId: string): void {
    const reading = this.orders.get(orderId);
    if (!reading) return;
    this.clock += 1_000;
    const facts = { ...reading.facts, observation: `edited ${this.clock}` };
    this.orders.set(orderId, { ...reading, facts, modifiedAt: new Date(this.clock).toISOString() });
  }

  override async readOrders(filter?: OrderFilter, page = 1): Promise<Page<ReadOrder> & { items: ReadOrder[] }> {
    this.reads += 1;
    this.between(this.reads);
    const rows = this.matching(filter ?? { fulfilment: 'own' }).slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
    return { items: rows.map(([orderId, reading]) => ({ orderId, reading })), rows: rows.length, parked: 0 };
  }

  override async countOrders(filter?: OrderFilter): Promise<Count> {
    const items = this.matching(filter ?? { fulfilment: 'own' }).length;
    return { items, pages: Math.ceil(items / PAGE_SIZE) };
  }
}

export const unreachable = (): never => {
  throw new MarketplaceError('unreachable', 'connection refused', true);
};
