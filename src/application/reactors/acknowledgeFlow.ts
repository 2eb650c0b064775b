import { orderStream } from '../../domain/order/orderEvents.js';
import type { OrderObserver } from '../order/orderObserver.js';
import type { Clock } from '../ports/clock.js';
import type { AttemptFlow } from './attemptFlow.js';

/** Acknowledging is found out by reading: an order that left `new` was acknowledged (reference §16.2). */
export const acknowledgeFlow = (observer: OrderObserver, clock: Clock): AttemptFlow<object> => ({
  flow: 'acknowledge',
  opensOn: ['AcknowledgeRequested', 'AcknowledgeAttemptStarted'],
  closesOn: ['OrderAcknowledged', 'AcknowledgeRefused'],
  provesEarly: true,
  flowOf: (order) => order.acknowledge,
  claim: (key, claim) => ({ type: 'StartAcknowledgeAttempt', data: { ...key, ...claim }, at: clock.now() }),
  call: (_order, { orderId }, account, context) => account.acknowledge(orderId, context),
  done: (_order, key, operationId, { call }) => ({
    type: 'RecordAcknowledged',
    data: { ...key, operationId, call },
    at: clock.now(),
  }),
  refused: (key, operationId, { code, text, call }) => ({
    type: 'RecordAcknowledgeRefused',
    data: { ...key, operationId, code, text, call },
    at: clock.now(),
  }),

  async findOut(_order, key, account, context) {
    const operationId = context.correlationId;
    const reading = await observer.reread(key, account, context);
    const at = clock.now();
    if (!reading) {
      const text = `The marketplace no longer shows ${orderStream(key)}`;
      return {
        verdict: 'refused',
        command: {
          type: 'RecordAcknowledgeRefused',
          data: { ...key, operationId, code: 'order-gone', text, call: null },
          at,
        },
      };
    }
    const { status } = reading.facts;
    if (status === 'new') return { verdict: 'did_not_happen' };
    if (status === 'canceled') {
      const text = 'The order was cancelled before it was acknowledged';
      return {
        verdict: 'refused',
        command: {
          type: 'RecordAcknowledgeRefused',
          data: { ...key, operationId, code: 'order-canceled', text, call: null },
          at,
        },
      };
    }
    return {
      verdict: 'happened',
      command: { type: 'RecordAcknowledged', data: { ...key, operationId, call: null }, at },
    };
  },

  // Until it was acknowledged the marketplace may have changed the order (reference §16.1).
  afterwards: async (key, account, context) => {
    await observer.reread(key, account, context);
  },
});
