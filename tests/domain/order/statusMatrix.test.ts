import { describe, expect, it } from '@jest/globals';
import { orderDecider } from '../../../src/domain/order/order.js';
import type { StatusWish } from '../../../src/domain/order/orderEvents.js';
import type { OrderStatus } from '../../../src/domain/order/orderFacts.js';
import { allowedStatuses } from '../../../src/domain/order/statusMatrix.js';
import { specFor } from '../../support/deciderSpec.js';
import { at, iso, key, line, received } from '../../support/orderSamples.js';

const now = new Date('2026-03-10T12:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();
const times = (hours: number) => ({ finalizedAt: hoursAgo(hours), canceledAt: hoursAgo(hours) });

describe('the status matrix', () => {
  it.each<[OrderStatus, number, OrderStatus[]]>([
    ['new', 1, []],
    ['in_progress', 1, ['in_progress', 'prepared', 'finalized', 'canceled']],
    ['prepared', 1, ['prepared', 'finalized', 'canceled']],
    ['finalized', 47, ['prepared', 'finalized', 'canceled', 'returned']],
    ['finalized', 49, ['finalized', 'returned']],
    ['finalized', 24 * 36, ['finalized']],
    ['canceled', 47, ['in_progress', 'prepared', 'finalized', 'canceled']],
    ['canceled', 49, ['canceled']],
    ['returned', 1, []],
  ])('from %s, %d hours after, allows %j', (status, hours, expected) =>
    expect(allowedStatuses({ status, fulfilment: 'own' }, times(hours), now)).toEqual(expected),
  );

  it('leaves orders that the marketplace ships alone', () =>
    expect(allowedStatuses({ status: 'in_progress', fulfilment: 'fbe' }, times(1), now)).toEqual([]));
});

describe('asking for another status', () => {
  const given = specFor(orderDecider);
  const wish: StatusWish = { newStatus: 'prepared', reasonCancellation: null, lines: null, isStorno: false };
  const ask = (change: Partial<StatusWish> = {}) =>
    ({ type: 'RequestStatusChange', data: { ...key, operationId: 'op-1', ...wish, ...change }, at }) as const;

  it('is a wish when the matrix allows it', () =>
    given(received({ status: 'in_progress' }))
      .when(ask())
      .then({ type: 'StatusChangeRequested', data: { ...key, operationId: 'op-1', at: iso, ...wish } }));
  it('is refused when the matrix does not', () => given(received()).when(ask()).thenRefused('status-not-allowed'));
  it('needs a reason to cancel', () =>
    given(received({ status: 'in_progress' }))
      .when(ask({ newStatus: 'canceled' }))
      .thenRefused('cancellation-reason-missing'));
  it('is quiet when the order is there already', () =>
    given(received({ status: 'prepared' }))
      .when(ask())
      .thenNothing());
  it('keeps the lines of an order paid by card', () =>
    given(received({ status: 'in_progress', paymentMethod: 'card' }))
      .when(ask({ lines: [{ lineId: '712345001', quantity: 1 }] }))
      .thenRefused('status-not-allowed'));
  it('knows the lines of the order', () =>
    given(received({ status: 'in_progress' }))
      .when(ask({ lines: [{ lineId: '1', quantity: 1 }] }))
      .thenRefused('line-unknown'));

  // The seven scenarios of the marketplace's own table (reference §16.6): line 1 ×2, line 2 ×2.
  const two = { lines: [line({ lineId: '1' }), line({ lineId: '2' })] };
  const storno = (status: OrderStatus, isStorno: boolean, lines: { lineId: string; quantity: number }[]) =>
    given(received({ status, ...two })).when(ask({ newStatus: 'finalized', isStorno, lines }));
  it('takes back one piece', () =>
    storno('finalized', true, [{ lineId: '1', quantity: 1 }]).then({
      type: 'StatusChangeRequested',
      data: {
        ...key,
        operationId: 'op-1',
        at: iso,
        newStatus: 'finalized',
        reasonCancellation: null,
        lines: [{ lineId: '1', quantity: 1 }],
        isStorno: true,
      },
    }));
  it('refuses a reduction of a finalised order that is no storno', () =>
    storno('finalized', false, [{ lineId: '2', quantity: 1 }]).thenRefused('status-not-allowed'));
  it('refuses a storno that changes nothing', () =>
    storno('finalized', true, [{ lineId: '1', quantity: 2 }]).thenRefused('storno-not-allowed'));
  it('refuses a storno of an order that is not finalised', () =>
    storno('prepared', true, [{ lineId: '1', quantity: 1 }]).thenRefused('storno-not-allowed'));
  it('refuses a negative quantity', () =>
    storno('finalized', true, [{ lineId: '2', quantity: -1 }]).thenRefused('storno-not-allowed'));
});
