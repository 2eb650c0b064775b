import type { AwbIssued } from '../../domain/order/orderEvents.js';
import { awbOrderOf, type PickupAddresses } from '../order/awbInputs.js';
import type { OrderObserver } from '../order/orderObserver.js';
import type { Clock } from '../ports/clock.js';
import { MarketplaceError } from '../ports/marketplace.js';
import type { SettingsStore } from '../ports/settings.js';
import type { AttemptFlow } from './attemptFlow.js';
import { SENDER_UNKNOWN } from './attempts.js';

/**
 * The first AWB finalises the order within seconds (reference §16.1, §18.2). An order that is still not finalised
 * `settleMs` after the attempt got none; sooner than that, its status proves nothing.
 */
export interface AwbTimes {
  readonly settleMs: number;
  readonly lookAgainMs: number;
  readonly finalisedWithinMs: number;
  readonly rereadEveryMs: number;
}

export const AWB_TIMES: AwbTimes = {
  settleMs: 20_000,
  lookAgainMs: 3_000,
  finalisedWithinMs: 30_000,
  rereadEveryMs: 2_000,
};

const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });

/**
 * An AWB cannot be searched by order and a repeat costs money: only a reading that proves that none was issued allows
 * another attempt; otherwise a person decides.
 */
export const awbFlow = (
  observer: OrderObserver,
  settings: SettingsStore,
  addresses: PickupAddresses,
  clock: Clock,
  times: AwbTimes = AWB_TIMES,
): AttemptFlow<AwbIssued> => ({
  flow: 'awb',
  opensOn: ['AwbRequested', 'AwbAttemptStarted'],
  closesOn: ['AwbGenerated', 'AwbRefused', 'AwbInDoubt', 'AwbResolved'],
  provesEarly: false,
  flowOf: (order) => order.awb,
  claim: (key, claim) => ({ type: 'StartAwbAttempt', data: { ...key, ...claim }, at: clock.now() }),

  async call(order, key, account, context) {
    const request = order.awb.request;
    const person = order.person;
    if (!request || !person) throw new Error(`The AWB wish of order ${key.orderId} lost its request`);
    const { seller } = await settings.read();
    try {
      const pickup = await addresses.pickupAddress(account, request.senderAddressId, context);
      const localityId = pickup ? null : await account.findLocality(seller, context);
      if (!pickup && localityId === null && request.senderAddressId === null) {
        const place = [seller.city, seller.county].filter((part) => part !== '').join(', ');
        return {
          kind: 'not_sent',
          code: SENDER_UNKNOWN,
          text: `The account has no pickup address, and the marketplace knows no single locality "${place}": add a pickup address at the marketplace, or correct the seller's city and county`,
          retryAfterMs: null,
          call: null,
        };
      }
      const awb = awbOrderOf(key, order.facts, person, seller, pickup, localityId, request);
      return await account.issueAwb(awb, context);
    } catch (error) {
      // Thrown while the sender was looked for: the AWB itself was never sent.
      if (!(error instanceof MarketplaceError)) throw error;
      return {
        kind: 'not_sent',
        code: error.code,
        text: error.message,
        retryAfterMs: error.retryAfterMs,
        call: error.call,
      };
    }
  },

  done: (_order, key, operationId, { call, awbNumber, reservationId, parcels, courierAccountId, courierName }) => ({
    type: 'RecordAwbGenerated',
    data: { ...key, operationId, awbNumber, reservationId, parcels, courierAccountId, courierName, call },
    at: clock.now(),
  }),
  refused: (key, operationId, { code, text, call }) => ({
    type: 'RecordAwbRefused',
    data: { ...key, operationId, code, text, call },
    at: clock.now(),
  }),

  async findOut(order, key, account, context, attemptAgeMs) {
    const operationId = context.correlationId;
    const inDoubt = (reason: string) =>
      ({
        verdict: 'in_doubt',
        command: { type: 'RecordAwbInDoubt', data: { ...key, operationId, reason, call: null }, at: clock.now() },
      }) as const;
    if (order.awb.statusBefore === 'finalized') return inDoubt('order-was-finalized');
    const reading = await observer.reread(key, account, context);
    const status = reading?.facts.status;
    if (status !== 'in_progress' && status !== 'prepared')
      return inDoubt(status === 'finalized' ? 'order-is-finalized' : 'order-moved-on');
    if (attemptAgeMs < times.settleMs)
      return { verdict: 'too_early', waitMs: Math.min(times.lookAgainMs, times.settleMs - attemptAgeMs + 50) };
    return { verdict: 'did_not_happen' };
  },

  async afterwards(key, account, context) {
    const until = clock.now().getTime() + times.finalisedWithinMs;
    while (!context.signal?.aborted && clock.now().getTime() < until) {
      await pause(times.rereadEveryMs, context.signal);
      const reading = await observer.reread(key, account, { ...context, priority: 'background' });
      if (!reading || reading.facts.status === 'finalized') return;
    }
  },
});
