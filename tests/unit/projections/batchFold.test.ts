import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordedEvent } from '../../../src/application/ports/eventStore.js';
import type { OrderEvent } from '../../../src/domain/order/orderEvents.js';
import { ORDER_STATUSES } from '../../../src/domain/order/orderFacts.js';
import { foldBatch } from '../../../src/projections/batchFold.js';
import { orderListProjection } from '../../../src/projections/orderList/orderListProjection.js';
import type { OrderListState } from '../../../src/projections/orderList/orderListState.js';
import type { Contribution } from '../../../src/projections/projection.js';
import { recorded } from '../../projections/support/recorded.js';
import { receivedOrder } from '../../projections/support/orderWorld.js';
import { iso, line } from '../../support/orderSamples.js';

type Totals = Record<string, readonly number[]>;

const idOf = ({ counter, by }: Contribution): string => [counter, ...by].join('|');

/** What the counters must say: everything that the states contribute, added up anew. */
const recount = (states: Iterable<OrderListState>): Totals => {
  const totals: Totals = {};
  for (const state of states) {
    for (const contribution of orderListProjection.contributions(state)) {
      const before = totals[idOf(contribution)] ?? contribution.sums.map(() => 0);
      totals[idOf(contribution)] = before.map((value, index) => value + (contribution.sums[index] ?? 0));
    }
  }
  return totals;
};

class Tables {
  readonly states = new Map<string, OrderListState>();
  readonly rows = new Map<string, unknown>();
  private readonly counted = new Map<string, readonly number[]>();

  apply(events: readonly RecordedEvent[]): void {
    const { rows, counters } = foldBatch(orderListProjection, this.states, events);
    for (const { key, state, row } of rows) {
      this.states.set(key, state as OrderListState);
      this.rows.set(key, row);
    }
    for (const contribution of [...counters.values()].flat()) {
      const before = this.counted.get(idOf(contribution)) ?? contribution.sums.map(() => 0);
      this.counted.set(
        idOf(contribution),
        before.map((value, index) => value + (contribution.sums[index] ?? 0)),
      );
    }
  }

  get totals(): Totals {
    return Object.fromEntries([...this.counted].filter(([, sums]) => sums.some((value) => value !== 0)));
  }
}

const change = fc.oneof(
  fc.constantFrom(...ORDER_STATUSES).map((status) => ({ status })),
  fc.integer({ min: 1, max: 9 }).map((quantity) => ({ lines: [line({ quantity }), line({ lineId: '2', sku: 'B' })] })),
  fc.constantFrom('0.00', '19.99').map((shipping) => ({ shipping })),
  fc.constantFrom('2026-03-01T12:05:11.000Z', '2026-04-01T12:05:11.000Z').map((orderedAt) => ({ orderedAt })),
);
const step = fc.record({ order: fc.integer({ min: 1, max: 4 }), change, batch: fc.boolean() });

const eventsOf = (steps: readonly { order: number; change: object }[]): RecordedEvent[] => {
  const revisions = new Map<number, bigint>();
  return steps.map(({ order, change: changed }, index) => {
    const revision = revisions.get(order) ?? 0n;
    revisions.set(order, revision + 1n);
    const key = { account: order % 2 === 0 ? 'main' : 'fbe', orderId: String(order) };
    const event: OrderEvent =
      revision === 0n
        ? receivedOrder({ ...key, facts: changed })
        : {
            type: 'OrderChanged',
            data: { ...key, personId: 'p', personal: {}, changed, modifiedAt: iso, digest: 'd', at: iso },
          };
    return recorded(event, revision, { stream: `order-${key.account}-${key.orderId}`, position: BigInt(index + 1) });
  });
};

describe('batches of order events', () => {
  it('leave counters that equal a recount, and rows that do not depend on where a batch ends', () =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const events = eventsOf(steps);
        const live = new Tables();
        let batch: RecordedEvent[] = [];
        events.forEach((event, index) => {
          batch.push(event);
          if (!steps[index]?.batch) return;
          live.apply(batch);
          batch = [];
        });
        live.apply(batch);
        const rebuilt = new Tables();
        rebuilt.apply(events);

        expect(live.totals).toEqual(recount(live.states.values()));
        expect(rebuilt.totals).toEqual(live.totals);
        expect([...rebuilt.rows]).toEqual(expect.arrayContaining([...live.rows]));
        expect(rebuilt.rows.size).toBe(live.rows.size);
      }),
    ));

  it('change nothing when they come a second time', () => {
    const events = eventsOf([
      { order: 1, change: {} },
      { order: 1, change: { status: 'canceled' } },
    ]);
    const tables = new Tables();
    tables.apply(events);
    const again = foldBatch(orderListProjection, tables.states, events);
    expect(again.rows).toEqual([]);
    expect(again.counters.size).toBe(0);
  });
});
