import type { StatusWish } from '../../domain/order/orderEvents.js';
import type { OrderFacts } from '../../domain/order/orderFacts.js';
import type { OrderObserver } from '../order/orderObserver.js';
import type { Clock } from '../ports/clock.js';
import type { AttemptFlow, KnownOrder } from './attemptFlow.js';

const wishOf = (order: KnownOrder): StatusWish =>
  order.statusChange.wish ?? { newStatus: order.facts.status, reasonCancellation: null, lines: null, isStorno: false };

/** The order shows what was wished: the status, and of every named line the quantity that should remain. */
export const isFulfilled = (wish: StatusWish, facts: OrderFacts): boolean => {
  const isStatusReached =
    facts.status === wish.newStatus ||
    // Everything returned: the marketplace moves the order on by itself (reference §16.6).
    (wish.isStorno && facts.status === 'returned');
  const remains = (lineId: string): number => {
    const line = facts.lines.find((one) => one.lineId === lineId);
    return line?.isActive ? line.quantity : 0;
  };
  return isStatusReached && (wish.lines ?? []).every(({ lineId, quantity }) => remains(lineId) === quantity);
};

export const statusFlow = (observer: OrderObserver, clock: Clock): AttemptFlow<object> => ({
  flow: 'status',
  opensOn: ['StatusChangeRequested', 'StatusChangeAttemptStarted'],
  closesOn: ['StatusChanged', 'StatusChangeRefused'],
  provesEarly: true,
  flowOf: (order) => order.statusChange,
  claim: (key, claim) => ({ type: 'StartStatusChangeAttempt', data: { ...key, ...claim }, at: clock.now() }),
  call: (order, { orderId }, account, context) => account.changeStatus(orderId, wishOf(order), context),
  done: (order, key, operationId, { call }) => ({
    type: 'RecordStatusChanged',
    data: { ...key, operationId, newStatus: wishOf(order).newStatus, call },
    at: clock.now(),
  }),
  refused: (key, operationId, { code, text, call }) => ({
    type: 'RecordStatusChangeRefused',
    data: { ...key, operationId, code, text, call },
    at: clock.now(),
  }),

  async findOut(order, key, account, context) {
    const operationId = context.correlationId;
    const reading = await observer.reread(key, account, context);
    const at = clock.now();
    if (!reading) {
      return {
        verdict: 'refused',
        command: {
          type: 'RecordStatusChangeRefused',
          data: {
            ...key,
            operationId,
            code: 'order-gone',
            text: 'The marketplace no longer shows the order',
            call: null,
          },
          at,
        },
      };
    }
    const wish = wishOf(order);
    if (!isFulfilled(wish, reading.facts)) return { verdict: 'did_not_happen' };
    return {
      verdict: 'happened',
      command: {
        type: 'RecordStatusChanged',
        data: { ...key, operationId, newStatus: wish.newStatus, call: null },
        at,
      },
    };
  },

  afterwards: async (key, account, context) => {
    await observer.reread(key, account, context);
  },
});
