import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrderEvent } from '../../src/domain/order/orderEvents.js';
import { orderListProjection } from '../../src/projections/orderList/orderListProjection.js';
import { PgOrderQueries } from '../../src/projections/orderList/pgOrderQueries.js';
import { ReadTables } from '../../src/projections/readTables.js';
import { facts, iso, key, received } from '../support/orderSamples.js';
import { openReadModelBench, type ReadModelBench } from './support/readModelBench.js';

const of = { ...key, operationId: 'op1', at: iso };
const stream = 'order-main-6112345678';

describe('the order list', () => {
  let bench: ReadModelBench;
  let orders: PgOrderQueries;

  beforeAll(async () => {
    bench = await openReadModelBench();
    orders = new PgOrderQueries(bench.pool, new ReadTables(bench.pool, [orderListProjection]));
    await bench.run([orderListProjection]);
  });
  afterAll(() => bench.close());

  it('shows an order in the contract’s shape and follows it', async () => {
    await bench.reached('order_list', await bench.append(stream, received()));

    const first = await orders.list({}, { page: 1, itemsPerPage: 25 });
    expect(first).toMatchObject({ total: 1, totalIsLowerBound: false, nextCursor: null });
    expect(JSON.parse(first.items[0] ?? '')).toEqual({
      id: 'main-6112345678',
      emag_order_id: '6112345678',
      account_type: 'main',
      status: 1,
      status_name: 'new',
      type: 3,
      customer_name: 'Ștefan Țepeș',
      customer_email: 'a1b2c3@alias.example',
      customer_phone: '+40700000001',
      total_amount: '379.99',
      currency: 'RON',
      payment_method: 'cash_on_delivery',
      payment_status: 'unpaid',
      delivery_mode: 'courier',
      order_date: '2026-03-01T12:05:11.000Z',
      ship_by: '2026-03-03T21:59:59.000Z',
      is_complete: true,
      sync_status: 'synced',
      last_synced_at: '2026-03-01T12:06:00.000Z',
      acknowledged_at: null,
      awb_number: null,
      courier_name: null,
      invoice_number: null,
      invoice_url: null,
      invoice_uploaded_at: null,
      products: [
        {
          id: '712345001',
          sku: 'RDX-40-BLU',
          name: 'Rucsac drumeție 40 L',
          quantity: 2,
          is_active: true,
          part_number_key: 'D1X2Y3BBM',
        },
      ],
      shipping_address: {
        name: 'Ștefan Țepeș',
        phone: '+40700000001',
        country: 'RO',
        county: 'Cluj',
        city: 'Cluj-Napoca',
        locality_id: '4027',
        street: 'Str. Exemplului nr. 7',
        postcode: '400001',
      },
    });

    const acknowledged: OrderEvent = { type: 'OrderAcknowledged', data: { ...of, call: null } };
    await bench.reached('order_list', await bench.append(stream, acknowledged));

    const [record] = await orders.byId('6112345678', null);
    expect(record).toMatchObject({ key, revision: 1n, position: 2n, isParked: false });
    expect(record?.order).toMatchObject({ acknowledgedAt: iso, facts: { status: 'in_progress' } });
    const second = await orders.list({ statuses: ['in_progress'] }, { page: 1, itemsPerPage: 25 });
    expect(JSON.parse(second.items[0] ?? '')).toMatchObject({ status: 2, acknowledged_at: iso });
    expect(await orders.counts(null)).toEqual([{ account: 'main', status: 'in_progress', orders: 1 }]);
  });

  it('is quiet when an event comes twice or out of date', () => {
    const recorded = (type: string, data: object, revision: bigint) => ({
      id: `e${revision}`,
      stream,
      revision,
      position: revision + 10n,
      type,
      data,
      metadata: { correlationId: 'c', actor: { kind: 'job', id: 'j' } as const, occurredAt: iso, schemaVersion: 1 },
      recordedAt: iso,
    });
    const first = recorded('OrderReceived', received().data, 0n);
    const state = orderListProjection.evolve(undefined, first);
    const changed = orderListProjection.evolve(state, recorded('OrderAcknowledged', { ...of, call: null }, 1n));

    expect(orderListProjection.evolve(state, first)).toBe(state);
    expect(orderListProjection.evolve(changed, first)).toBe(changed);
    expect(orderListProjection.evolve(undefined, recorded('OrderAcknowledged', { ...of, call: null }, 1n))).toBe(
      undefined,
    );
    expect(changed?.order.facts).toEqual(facts({ status: 'in_progress' }));
  });
});
