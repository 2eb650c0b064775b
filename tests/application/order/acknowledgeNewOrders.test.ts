import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OutcomeListener } from '../../../src/application/operations/outcomeListener.js';
import { acknowledgeNewOrders } from '../../../src/application/order/acknowledgeNewOrders.js';
import type { AcknowledgeFailures } from '../../../src/application/ports/acknowledgeFailures.js';
import type { OrderFacts } from '../../../src/domain/order/orderFacts.js';
import { facts, person } from '../../support/orderSamples.js';
import { ReactorBench } from '../../support/reactorBench.js';

let bench: ReactorBench;
let outcomes: OutcomeListener;
let parked: object[];
beforeEach(async () => {
  bench = new ReactorBench();
  outcomes = new OutcomeListener(bench.store);
  await outcomes.start();
  bench.startWorker();
  parked = [];
});
afterEach(async () => {
  await bench.stopWorkers();
  await outcomes.stop();
});

const given = async (orderId: string, change: Partial<OrderFacts> = {}): Promise<void> => {
  const reading = { facts: facts(change), person: person(), modifiedAt: '2026-03-01T12:05:12.000Z' };
  bench.marketplace.put(orderId, reading);
  const observer = bench.observer();
  await observer.observe({ account: 'main', orderId }, reading, { readStartedAt: new Date(), correlationId: 'sync' });
};

const failuresOf = (most = 3): AcknowledgeFailures => {
  const counted = new Map<string, { failures: number; reason: string }>();
  return {
    parked: () =>
      Promise.resolve(
        new Map(
          [...counted].flatMap(([id, { failures, reason }]) => (failures >= most ? [[id, reason] as const] : [])),
        ),
      ),
    record: ({ orderId }, reason) => {
      const failures = (counted.get(orderId)?.failures ?? 0) + 1;
      counted.set(orderId, { failures, reason });
      return Promise.resolve({ failures, parked: failures === most });
    },
    forget: ({ orderId }) => Promise.resolve(void counted.delete(orderId)),
  };
};

const run = (ids: readonly string[], failures: AcknowledgeFailures = failuresOf()) => {
  const orders = bench.newOrders();
  return acknowledgeNewOrders(
    'main',
    'emag.auto_acknowledge_orders',
    {
      newOrderIds: async function* () {
        yield* ids;
      },
      aggregates: orders,
      orders: bench.service(orders),
      outcomes,
      failures,
      onParked: (one) => Promise.resolve(void parked.push(one)),
    },
    new AbortController().signal,
  );
};

describe('acknowledging new orders', () => {
  it('takes complete orders of one’s own, and leaves the others alone', async () => {
    await given('1');
    await given('2', { isComplete: false });
    await given('3', { fulfilment: 'fbe' });
    expect(await run(['1', '2', '3'])).toEqual([{ order_id: '1', account_type: 'main', ok: true, state: 'succeeded' }]);
    expect(bench.marketplace.ledger.acknowledged).toEqual(['1']);
  });

  it('tries a refused order again, and parks it with the reason after the third refusal', async () => {
    await given('1');
    await given('2');
    const failures = failuresOf();
    bench.marketplace.fates.push('refused');
    const [first] = await run(['1'], failures);
    expect(first).toMatchObject({ order_id: '1', ok: false, state: 'failed' });
    for (const state of ['failed', 'parked']) {
      bench.marketplace.fates.push('refused');
      expect(await run(['1'], failures)).toMatchObject([{ ok: false, state }]);
    }
    expect(parked).toEqual([{ account: 'main', orderId: '1', reason: first?.reason }]);
    // It waits for a person now; the next one goes on.
    expect(await run(['1', '2'], failures)).toMatchObject([{ order_id: '2', ok: true }]);
  });

  it('forgets refusals once it worked', async () => {
    await given('1');
    const failures = failuresOf(2);
    bench.marketplace.fates.push('refused');
    await run(['1'], failures);
    expect(await run(['1'], failures)).toMatchObject([{ ok: true, state: 'succeeded' }]);
    expect(await failures.record({ account: 'main', orderId: '1' }, 'again')).toMatchObject({ failures: 1 });
  });

  it('goes on after an order that nobody knows', async () => {
    await given('2');
    expect(await run(['404', '2'])).toMatchObject([{ order_id: '2', ok: true }]);
  });
});
