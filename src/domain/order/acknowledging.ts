import type { CallSummary, OrderEvent, PartOfBulk } from './orderEvents.js';
import type { OrderKey } from './orderFacts.js';
import { isClaimable, isOpen, isOpenFor, isSameWish, known, notOpen, refuse } from './orderRules.js';
import type { Order } from './orderState.js';

export type AcknowledgeCommand =
  | { type: 'RequestAcknowledge'; data: OrderKey & PartOfBulk & { operationId: string }; at: Date }
  | {
      type: 'StartAcknowledgeAttempt';
      data: OrderKey & { operationId: string; attemptId: string; replaces: string | null };
      at: Date;
    }
  | { type: 'RecordAcknowledged'; data: OrderKey & { operationId: string; call: CallSummary | null }; at: Date }
  | {
      type: 'RecordAcknowledgeRefused';
      data: OrderKey & { operationId: string; code: string; text: string; call: CallSummary | null };
      at: Date;
    };

/** Only own-fulfilment, complete, new orders; what is acknowledged already stays quiet (reference §16.2, §16.3). */
export const decideAcknowledge = ({ type, data, at }: AcknowledgeCommand, state: Order): readonly OrderEvent[] => {
  const { account, orderId, operationId } = data;
  const order = known(state, data);
  const of = { account, orderId, operationId, at: at.toISOString() };

  switch (type) {
    case 'RequestAcknowledge': {
      if (isSameWish(order.acknowledge, operationId)) return [];
      const { status, fulfilment, isComplete } = order.facts;
      if (fulfilment !== 'own' || status === 'canceled' || (status === 'new' && !isComplete)) {
        return refuse('order-not-acknowledgeable', `Order ${orderId} cannot be acknowledged: it is ${describe(order)}`);
      }
      if (status !== 'new' || isOpen(order.acknowledge)) return [];
      const { bulkId } = data;
      return [{ type: 'AcknowledgeRequested', data: { ...of, ...(bulkId !== undefined && { bulkId }) } }];
    }
    case 'StartAcknowledgeAttempt':
      if (!isClaimable(order.acknowledge, operationId, data.replaces)) return notOpen(operationId);
      return [{ type: 'AcknowledgeAttemptStarted', data: { ...of, attemptId: data.attemptId } }];
    case 'RecordAcknowledged':
      if (!isOpenFor(order.acknowledge, operationId)) return [];
      return [{ type: 'OrderAcknowledged', data: { ...of, call: data.call } }];
    case 'RecordAcknowledgeRefused':
      if (!isOpenFor(order.acknowledge, operationId)) return [];
      return [{ type: 'AcknowledgeRefused', data: { ...of, code: data.code, text: data.text, call: data.call } }];
  }
};

const describe = ({ facts }: { facts: NonNullable<Order['facts']> }): string => {
  if (facts.fulfilment !== 'own') return 'fulfilled by the marketplace';
  return facts.status === 'canceled' ? 'cancelled' : 'not complete yet';
};
