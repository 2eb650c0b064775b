import { describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import type { RecordedEvent } from '../../src/application/ports/eventStore.js';
import { InMemoryEventStore } from '../../src/infrastructure/eventstore/inMemoryEventStore.js';
import { toIntegrationEvent, noContext } from '../../src/infrastructure/relay/integrationEvents.js';
import { IntegrationMapper } from '../../src/infrastructure/relay/integrationMapper.js';
import { eventsAfter, registerRelayLag } from '../../src/infrastructure/relay/relayLag.js';
import type { OfferEvent, OfferFacts } from '../../src/domain/offer/offer.js';
import type { OrderEvent } from '../../src/domain/order/orderEvents.js';
import type { SyncRunEvent } from '../../src/domain/syncRun/syncRun.js';
import { metadata, newEvent, orderFacts, orderReceived } from '../support/integrationEvents.js';

const orderId = '3115229985';
const stream = `order-main-${orderId}`;
const runId = '0f4b1c9e-5a53-4d5b-9b57-0c7a86f0a001';

const messagesOf = async (store: InMemoryEventStore, of: string) => {
  const mapper = new IntegrationMapper(store, 'store-1');
  const { events } = await store.read(of);
  return Promise.all(events.map((event) => mapper.map(event)));
};

describe('integration events', () => {
  it('say of a new order what it is, and nothing of the person', async () => {
    const store = new InMemoryEventStore();
    const received = orderReceived(orderId);
    await store.append(stream, [received], 'no_stream');
    expect(await messagesOf(store, stream)).toEqual([
      {
        topic: 'magflow.orders.v1',
        id: received.id,
        type: 'magflow.OrderReceived',
        source: '/magflow/store-1',
        subject: 'main-3115229985',
        time: '2026-03-01T10:00:00.000Z',
        key: 'order-main-3115229985',
        stream: 'order-main-3115229985',
        revision: 0n,
        position: 1n,
        data: {
          account_type: 'main',
          order_id: '3115229985',
          status: 1,
          status_name: 'new',
          type: 3,
          is_complete: true,
          payment_method: 'cash_on_delivery',
          payment_status: 'unpaid',
          delivery_mode: 'courier',
          order_date: '2026-03-01T09:58:00.000Z',
          ship_by: null,
          total_amount: '242.00',
          currency: 'RON',
          products: [
            {
              line_id: '1',
              sku: 'SKU-1',
              part_number_key: 'D5DD9BBBM',
              name: 'Ceas de mână',
              is_active: true,
              quantity: 2,
              unit_price_net: '100.0000',
              vat_rate: '0.21',
              currency: 'RON',
            },
          ],
          modified_at: '2026-03-01T09:58:00.000Z',
          sync_run_id: null,
          sync_mode: null,
        },
      },
    ]);
  });

  it('carry old and new values of a change, also for a reader that joins in the middle', async () => {
    const store = new InMemoryEventStore();
    const line = orderFacts().lines[0];
    const changed = newEvent<OrderEvent>({
      type: 'OrderChanged',
      data: {
        account: 'main',
        orderId,
        personId: 'main-991',
        personal: { phone: '0799999999' },
        changed: { status: 'in_progress', lines: line ? [{ ...line, quantity: 1 }] : [] },
        modifiedAt: '2026-03-01T11:00:00.000Z',
        digest: 'd2',
        at: '2026-03-01T11:00:01.000Z',
      },
    });
    await store.append(stream, [orderReceived(orderId), changed], 'no_stream');
    const { events } = await store.read(stream, { fromRevision: 1n });
    const message = await new IntegrationMapper(store, 'store-1').map(events[0] as RecordedEvent);
    expect(message?.data).toMatchObject({
      status: 2,
      status_name: 'in_progress',
      total_amount: '121.00',
      changes: [
        { field: 'status', from: 1, to: 2 },
        { field: 'total_amount', from: '242.00', to: '121.00' },
      ],
      products: [{ line_id: '1', quantity: 1 }],
    });
    expect(JSON.stringify(message?.data)).not.toContain('0799999999');
  });

  it('name the kind of sync that read an order', async () => {
    const store = new InMemoryEventStore();
    const requested = newEvent<SyncRunEvent>({
      type: 'SyncRunRequested',
      data: {
        runId,
        account: 'main',
        kind: 'orders',
        operationId: 'op-1',
        at: '2026-03-01T09:00:00.000Z',
        options: { mode: 'full', from: null, to: null, statuses: null, maxPages: null, includeInactive: false },
        trigger: 'user',
        runsOfOperation: 1,
      },
    });
    await store.append(`syncRun-${runId}`, [requested], 'no_stream');
    await store.append(stream, [orderReceived(orderId, runId)], 'no_stream');
    const [message] = await messagesOf(store, stream);
    expect(message?.data).toMatchObject({ sync_run_id: runId, sync_mode: 'full' });
  });

  it('do not publish the link of an invoice: whoever has it can read the buyer', async () => {
    const store = new InMemoryEventStore();
    const attached = newEvent<OrderEvent>({
      type: 'InvoiceAttached',
      data: {
        account: 'main',
        orderId,
        operationId: 'op-1',
        at: '2026-03-01T12:00:00.000Z',
        number: 'MF0000001',
        url: 'https://shop.example.test/files/invoices/secret-token.pdf',
        name: 'Factura MF0000001',
        call: null,
      },
    });
    await store.append(stream, [orderReceived(orderId), attached], 'no_stream');
    const [, message] = await messagesOf(store, stream);
    expect(message).toMatchObject({
      topic: 'magflow.invoices.v1',
      type: 'magflow.InvoiceAttached',
      key: stream,
      data: {
        account_type: 'main',
        order_id: orderId,
        operation_id: 'op-1',
        at: '2026-03-01T12:00:00.000Z',
        number: 'MF0000001',
      },
    });
    expect(JSON.stringify(message?.data)).not.toContain('secret-token');
  });

  it('tell the old and the new price of an offer', async () => {
    const store = new InMemoryEventStore();
    const facts: OfferFacts = {
      name: 'Ceas',
      sku: 'SKU-1',
      pnk: null,
      brand: null,
      categoryId: null,
      categoryName: null,
      eans: [],
      status: 'active',
      priceNet: '100.0000',
      minPriceNet: null,
      maxPriceNet: null,
      recommendedPriceNet: null,
      bestOfferPriceNet: null,
      currency: 'RON',
      vatId: '1',
      vatRate: '0.21',
      stock: 5,
      availableStock: 5,
      handlingDays: 1,
      warrantyMonths: null,
      buyButtonRank: null,
      numberOfOffers: null,
      validationStatus: null,
      offerValidationStatus: null,
      isSaleable: true,
      imageUrl: null,
      url: null,
      ownership: null,
      extra: {},
    };
    const base = { account: 'main', offerId: '77', at: '2026-03-01T12:00:00.000Z' };
    await store.append(
      'offer-main-77',
      [
        newEvent<OfferEvent>({ type: 'OfferReceived', data: { ...base, facts, digest: 'a' } }),
        newEvent<OfferEvent>({
          type: 'OfferChanged',
          data: { ...base, changed: { priceNet: '90.0000', stock: 4 }, digest: 'b' },
        }),
      ],
      'no_stream',
    );
    const [, message] = await messagesOf(store, 'offer-main-77');
    expect(message?.data).toEqual({
      account_type: 'main',
      offer_id: '77',
      sku: 'SKU-1',
      changes: [
        { field: 'price_net', from: '100.0000', to: '90.0000' },
        { field: 'stock', from: 5, to: 4 },
      ],
      at: '2026-03-01T12:00:00.000Z',
      sync_run_id: null,
      sync_mode: null,
    });
  });

  it('tell of an edit of an offer what was wished and what is shown, not what the marketplace said', async () => {
    const store = new InMemoryEventStore();
    const of = { account: 'main', offerId: '77', operationId: 'op-1', at: '2026-03-01T12:00:00.000Z' };
    const wish = { priceNet: '90.0000', status: 'inactive' } as const;
    const before = { priceNet: '100.0000', stock: 5, status: 'active' } as const;
    await store.append(
      'offer-main-77',
      [
        newEvent<OfferEvent>({ type: 'OfferChangeRequested', data: { ...of, wish, before } }),
        newEvent<OfferEvent>({
          type: 'OfferChangeConfirmed',
          data: { ...of, wish, shown: { ...before, ...wish }, call: null },
        }),
        newEvent<OfferEvent>({
          type: 'OfferChangeRefused',
          data: { ...of, code: 'refused', text: 'Words that may name somebody', call: null },
        }),
      ],
      'no_stream',
    );
    const messages = await messagesOf(store, 'offer-main-77');
    expect(messages.map((message) => message?.topic)).toEqual(Array(3).fill('magflow.offers.v1'));
    const key = {
      account_type: 'main',
      offer_id: '77',
      operation_id: 'op-1',
      at: '2026-03-01T12:00:00.000Z',
    };
    const requested = { price_net: '90.0000', status: 0, status_name: 'inactive' };
    expect(messages.map((message) => message?.data)).toEqual([
      { ...key, requested },
      { ...key, requested, shown: { ...requested, stock: 5 } },
      { ...key, code: 'refused' },
    ]);
  });

  it('leave out what is no public event', async () => {
    const store = new InMemoryEventStore();
    await store.append('order-main-1', [newEvent({ type: 'SomethingInternal', data: {} })], 'no_stream');
    expect(await messagesOf(store, 'order-main-1')).toEqual([null]);
  });

  it('exist even where the data cannot be read', () => {
    const event: RecordedEvent = {
      id: '1b671a64-40d5-491e-99b0-da01ff1f3341',
      stream,
      revision: 0n,
      position: 9n,
      type: 'OrderReceived',
      data: { account: 'main' },
      metadata,
      recordedAt: '2026-03-01T10:00:00.000Z',
    };
    expect(toIntegrationEvent(event, noContext, 'store-1')).toMatchObject({
      type: 'magflow.OrderReceived',
      key: stream,
      data: { unreadable: true },
    });
  });
});

describe('the lag of the relay', () => {
  it('counts the integration events that are not published yet, and stops counting somewhere', async () => {
    const store = new InMemoryEventStore();
    const { position } = await store.append(stream, [orderReceived(orderId)], 'no_stream');
    expect(await eventsAfter(store, position)).toBe(0);
    await store.append('order-main-2', [orderReceived('2'), newEvent({ type: 'SomethingInternal', data: {} })], 'any');
    await store.append('user-1', [newEvent({ type: 'UserCreated', data: {} })], 'any');
    await store.append('order-main-3', [orderReceived('3')], 'any');
    expect(await eventsAfter(store, position)).toBe(2);
    expect(await eventsAfter(store, null)).toBe(3);
    expect(await eventsAfter(store, null, 1)).toBe(1);
  });

  it('is nought where no broker is to be fed', async () => {
    const store = new InMemoryEventStore();
    await store.append(stream, [orderReceived(orderId)], 'no_stream');
    const registry = new Registry();
    registerRelayLag(registry, store, null);
    expect(await registry.metrics()).toContain('magflow_relay_lag_events 0');
  });
});
