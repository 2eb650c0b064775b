import { orderStream } from '../../domain/order/orderEvents.js';
import type { OrderKey, OrderReading } from '../../domain/order/orderFacts.js';
import type { Clock } from '../ports/clock.js';
import type { Actor } from '../ports/eventStore.js';
import type { CallContext, MarketplaceAccount } from '../ports/marketplace.js';
import { deriveId, firstEventOf } from '../eventIds.js';
import type { OrderAggregates } from './orderService.js';

/** A keyed hash of plain JSON; equal input, equal text. Keyed, so that nobody can guess a person from it. */
export type Digest = (value: unknown) => string;

export type Observed = 'created' | 'updated' | 'unchanged';

export interface ObserveOptions {
  readonly readStartedAt: Date;
  readonly correlationId: string;
  readonly syncRunId?: string;
  /** The order is very likely unknown to us: save the read. */
  readonly assumeNew?: boolean;
}

const marketplaceActor = (account: string): Actor => ({ kind: 'marketplace', id: account });

/** One key per customer of the marketplace; an order without a customer id has its own. */
export const personIdOf = ({ account, orderId }: OrderKey, customerId: string | null): string =>
  customerId === null ? `order-${account}-${orderId}` : `customer-${account}-${customerId}`;

/** Turns readings of the marketplace into events, where something really changed. */
export class OrderObserver {
  constructor(
    private readonly orders: OrderAggregates,
    private readonly clock: Clock,
    readonly digest: Digest,
  ) {}

  async observe(key: OrderKey, reading: OrderReading, options: ObserveOptions): Promise<Observed> {
    const { readStartedAt, correlationId, syncRunId, assumeNew } = options;
    const digest = this.digestOf(reading);
    const stream = orderStream(key);
    const command = {
      type: 'ObserveOrder',
      data: {
        ...key,
        reading,
        personId: personIdOf(key, reading.facts.customerId),
        digest,
        readStartedAt: readStartedAt.toISOString(),
        syncRunId: syncRunId ?? null,
      },
      at: this.clock.now(),
    } as const;
    const handled = await this.orders.handle(stream, command, {
      // The stamp of the reading makes a retry the same event and the order's next change another one.
      cause: deriveId(stream, reading.modifiedAt, digest, syncRunId ?? correlationId),
      // A run that asked for it, or the wish whose outcome was read.
      metadata: {
        correlationId,
        causationId: firstEventOf(syncRunId ?? correlationId),
        actor: marketplaceActor(key.account),
      },
      ...(assumeNew && { assumeNew }),
    });
    const [event] = handled.events;
    if (!event) return 'unchanged';
    return event.type === 'OrderReceived' ? 'created' : 'updated';
  }

  /** Stamps are left out: a touched order whose content stayed is no news. */
  digestOf({ facts, person }: OrderReading): string {
    return this.digest({ facts, person });
  }

  /** Reads one order and records what it shows; null when the marketplace does not have it. */
  async reread(key: OrderKey, account: MarketplaceAccount, context: CallContext): Promise<OrderReading | null> {
    const readStartedAt = this.clock.now();
    const reading = await account.readOrder(key.orderId, context);
    if (reading) {
      await this.observe(key, reading, { readStartedAt, correlationId: context.correlationId });
    }
    return reading;
  }
}
