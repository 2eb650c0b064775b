import { describe, expect, it } from '@jest/globals';
import type { OrderEvent } from '../../../src/domain/order/orderEvents.js';
import { orderAsOf, orderHistory } from '../../../src/projections/orderList/orderHistory.js';
import { recorded } from '../../projections/support/recorded.js';
import { facts, iso, key, line, received } from '../../support/orderSamples.js';

const of = { ...key, operationId: 'op1', at: iso };
const reading = { ...key, personId: 'customer-main-7001122', digest: 'd2', at: '2026-03-02T09:00:00.000Z' };
const acknowledged: OrderEvent = { type: 'OrderAcknowledged', data: { ...of, call: null } };
const twoLines = facts({ lines: [line(), line({ lineId: '712345002', sku: 'CAP-1', quantity: 1 })] });
const firstLineGone: OrderEvent = {
  type: 'OrderChanged',
  data: {
    ...reading,
    personal: { phone: '+40700000009' },
    changed: { lines: [line({ lineId: '712345002', sku: 'CAP-1', quantity: 3 })] },
    modifiedAt: '2026-03-02T08:59:00.000Z',
  },
};
const history = [
  recorded(received(twoLines), 0n, {
    actor: { kind: 'marketplace', id: 'main' },
    recordedAt: '2026-03-01T12:06:00.000Z',
  }),
  recorded({ type: 'AcknowledgeRequested', data: of } as OrderEvent, 1n, {
    recordedAt: '2026-03-02T10:00:00.000Z',
  }),
  recorded(acknowledged, 2n, { recordedAt: '2026-03-02T10:00:01.000Z', causationId: 'event-order-main-6112345678-1' }),
  recorded(firstLineGone, 3n, { recordedAt: '2026-03-02T11:00:00.000Z' }),
];

describe('the history of an order', () => {
  const { events, ...head } = orderHistory(history, key);

  it('names the order and how far it goes', () =>
    expect(head).toEqual({ order_id: '6112345678', account_type: 'main', revision: 3 }));

  it('begins with the whole order coming into being', () => {
    expect(events[0]).toMatchObject({
      revision: 0,
      position: '5',
      event_id: 'event-order-main-6112345678-0',
      type: 'OrderReceived',
      occurred_at: '2026-03-01T12:06:00.000Z',
      recorded_at: '2026-03-01T12:06:00.000Z',
      actor: { kind: 'marketplace', id: 'main' },
      correlation_id: 'c1',
      causation_id: null,
      summary: 'Order received from the marketplace, new',
    });
    expect(events[0]?.changes).toMatchObject([{ path: '', from: null, to: { id: 'main-6112345678', status: 1 } }]);
  });

  it('says what a fact of ours changed, and why it happened', () => {
    expect(events[2]).toMatchObject({
      summary: 'Order acknowledged',
      causation_id: 'event-order-main-6112345678-1',
      changes: [
        { path: '/status', from: 1, to: 2 },
        { path: '/status_name', from: 'new', to: 'in_progress' },
        { path: '/sync_status', from: 'pending', to: 'synced' },
        { path: '/acknowledged_at', from: null, to: iso },
        { path: '/work/acknowledge/state', from: 'queued', to: 'succeeded' },
      ],
    });
  });

  it('matches lines by their id, so that a removed line is one change', () => {
    const changes = events[3]?.changes ?? [];
    expect(changes.filter(({ path }) => path.startsWith('/products'))).toEqual([
      { path: '/products/0', from: expect.objectContaining({ id: '712345001' }), to: null },
      { path: '/products/0/quantity', from: 1, to: 3 },
      { path: '/products/0/total_net', from: '148.76', to: '446.28' },
      { path: '/products/0/total_vat', from: '31.24', to: '93.72' },
      { path: '/products/0/total_gross', from: '180.00', to: '540.00' },
    ]);
    expect(changes).toContainEqual({ path: '/customer/phone', from: '+40700000001', to: '+40700000009' });
  });

  it('leaves out stamps that move with every event', () =>
    expect(events.slice(1).flatMap(({ changes }) => changes.map(({ path }) => path))).not.toContain('/revision'));
});

describe('the order as it was', () => {
  it('at a revision is what its first events made', () => {
    const then = orderAsOf(history, key, { revision: 0n });
    expect(then).toMatchObject({ revision: 0n, view: { status_name: 'new', revision: 0, total_amount: '559.99' } });
  });

  it('at a moment includes what was recorded at that moment', () => {
    expect(orderAsOf(history, key, { asOf: '2026-03-02T10:00:01.000Z' })).toMatchObject({
      revision: 2n,
      view: { status_name: 'in_progress', acknowledged_at: iso },
    });
    expect(orderAsOf(history, key, { asOf: '2026-03-02T12:00:00.999+02:00' })).toMatchObject({ revision: 1n });
  });

  it('before its first event is nothing', () =>
    expect(orderAsOf(history, key, { asOf: '2026-03-01T12:05:59.999Z' })).toBeNull());

  it('beyond its last event is what it is', () =>
    expect(orderAsOf(history, key, { revision: 99n })).toMatchObject({ revision: 3n, view: { revision: 3 } }));
});
