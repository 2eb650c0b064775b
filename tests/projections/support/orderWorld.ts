import type { OrderEvent } from '../../../src/domain/order/orderEvents.js';
import type { OrderFacts, OrderPerson } from '../../../src/domain/order/orderFacts.js';
import { facts, person } from '../../support/orderSamples.js';

export interface OrderSeed {
  readonly account?: string;
  readonly orderId: string;
  readonly facts?: Partial<OrderFacts>;
  readonly person?: Partial<OrderPerson>;
}

export const streamOf = ({ account = 'main', orderId }: OrderSeed): string => `order-${account}-${orderId}`;

export const receivedOrder = ({
  account = 'main',
  orderId,
  facts: change = {},
  person: who = {},
}: OrderSeed): OrderEvent => ({
  type: 'OrderReceived',
  data: {
    account,
    orderId,
    personId: `customer-${account}-7001122`,
    personal: person(who),
    facts: facts(change),
    modifiedAt: '2026-03-01T12:05:12.000Z',
    digest: `digest-${orderId}`,
    at: '2026-03-01T12:06:00.000Z',
  },
});
