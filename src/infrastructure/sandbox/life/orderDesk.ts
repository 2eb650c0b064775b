import { customersFor, vendorSlugOf, type WorldPlan } from '../data/generateWorld.js';
import { OrderFactory } from '../data/orderFactory.js';
import { SeededRandom } from '../data/seededRandom.js';
import type { Customer, Order } from '../model.js';
import type { SandboxAccount, World } from '../world/world.js';

const MINUTE = 60_000;

/** Customers who go on ordering: the next order depends only on the seed and on the orders before it. */
export class OrderDesk {
  private customers: Customer[] | undefined;

  constructor(
    private readonly world: World,
    private readonly plan: WorldPlan,
  ) {}

  /** Places an order now; `change` may bend it before anybody sees it. Throws a `RangeError` when nothing is on sale. */
  place(account: SandboxAccount, change: (order: Order) => Order = (order) => order): Order {
    const { highest, clock } = this.world;
    this.customers ??= customersFor(this.plan);
    const onSale = [...account.offers.values()].filter(({ status, stock }) => status === 1 && stock > 0);
    if (onSale.length === 0) throw new RangeError(`account ${account.key} has nothing on sale`);
    const random = new SeededRandom(this.plan.seed, `live/${highest.order}`);
    const ids = {
      order: highest.order + random.int(3, 90),
      line: highest.line,
      voucher: Math.max(highest.voucher, 880_000),
    };
    const now = clock.now();
    const created = Math.floor(now / 1000) * 1000;
    const factory = new OrderFactory(onSale, this.customers, vendorSlugOf(account.key));
    const made = factory.make(random, ids, { type: account.type, status: 1, created, now: now + 1000 });
    const order = change({ ...made, advanceAt: account.type === 2 ? now + 3 * MINUTE : null });
    for (const line of order.lines) this.reserve(account, line.productId, line.quantity);
    this.world.saveOrder(account, order);
    this.world.record(account, 'order_created', order.id, { status: order.status });
    return order;
  }

  private reserve(account: SandboxAccount, offerId: number | null, quantity: number): void {
    const offer = offerId === null ? undefined : account.offers.get(offerId);
    if (offer) this.world.saveOffer(account, { ...offer, stock: Math.max(0, offer.stock - quantity) });
  }
}
