import { describe, expect, it } from '@jest/globals';
import { orderDecider } from '../../../src/domain/order/order.js';
import type { OrderEvent, StatusWish } from '../../../src/domain/order/orderEvents.js';
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

describe('every move of the marketplace’s matrix (reference §16.3)', () => {
  const given = specFor(orderDecider);
  const STATUSES = ['new', 'in_progress', 'prepared', 'finalized', 'canceled', 'returned'] as const;
  /** Rows: from; columns: to, in the order of `STATUSES`. `y` always, `w` within 48 hours, `r` within the return time. */
  const MATRIX: Readonly<Record<OrderStatus, string>> = {
    new: '------',
    in_progress: '-yyyy-',
    prepared: '--yyy-',
    finalized: '--wywr',
    canceled: '-wwwy-',
    returned: '------',
  };
  const HOURS = { y: 24 * 400, w: 48, r: 24 * 35, '-': -1 } as const;
  const moves = STATUSES.flatMap((from) =>
    STATUSES.flatMap((to, column) =>
      [1, 48, 49, 24 * 35, 24 * 36].map((hours) => {
        const mark = (MATRIX[from][column] ?? '-') as keyof typeof HOURS;
        return { from, to, hours, isAllowed: hours <= HOURS[mark] };
      }),
    ),
  );
  const since = (hours: number): string => new Date(at.getTime() - hours * 3_600_000).toISOString();

  it.each(moves)('from $from to $to after $hours hours: $isAllowed', ({ from, to, hours, isAllowed }) => {
    const first = received({ status: from, finalizedAt: from === 'finalized' ? since(hours) : null });
    const order = given({ ...first, data: { ...first.data, modifiedAt: since(hours) } } as OrderEvent);
    const asked = order.when({
      type: 'RequestStatusChange',
      data: { ...key, operationId: 'op-1', newStatus: to, reasonCancellation: 1, lines: null, isStorno: false },
      at,
    });
    if (!isAllowed) asked.thenRefused('status-not-allowed');
    else if (from === to) asked.thenNothing();
    else {
      asked.then({
        type: 'StatusChangeRequested',
        data: {
          ...key,
          operationId: 'op-1',
          at: iso,
          newStatus: to,
          reasonCancellation: 1,
          lines: null,
          isStorno: false,
        },
      });
    }
  });

  it.each(STATUSES)('none is ours where the marketplace ships: %s', (from) => {
    for (const newStatus of STATUSES) {
      given(received({ status: from, fulfilment: 'fbe' }))
        .when({
          type: 'RequestStatusChange',
          data: { ...key, operationId: 'op-1', newStatus, reasonCancellation: 1, lines: null, isStorno: false },
          at,
        })
        .thenRefused('status-not-allowed');
    }
  });

  it('lines may shrink while the order is worked on, down to none, and never grow', () => {
    const ask = (status: OrderStatus, quantity: number) =>
      given(received({ status, paymentMethod: 'cash_on_delivery' })).when({
        type: 'RequestStatusChange',
        data: {
          ...key,
          operationId: 'op-1',
          newStatus: status,
          reasonCancellation: null,
          lines: [{ lineId: '712345001', quantity }],
          isStorno: false,
        },
        at,
      });
    for (const status of ['in_progress', 'prepared'] as const) {
      for (const quantity of [0, 1]) {
        ask(status, quantity).then({
          type: 'StatusChangeRequested',
          data: {
            ...key,
            operationId: 'op-1',
            at: iso,
            newStatus: status,
            reasonCancellation: null,
            lines: [{ lineId: '712345001', quantity }],
            isStorno: false,
          },
        });
      }
      ask(status, 3).thenRefused('status-not-allowed');
    }
    ask('finalized', 1).thenRefused('status-not-allowed');
  });
});
