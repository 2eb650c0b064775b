import { randomUUID } from 'node:crypto';
import type { EventMetadata, NewEvent } from '../../src/application/ports/eventStore.js';
import type { OrderEvent } from '../../src/domain/order/orderEvents.js';
import type { OrderFacts, OrderPerson, OrderStatus } from '../../src/domain/order/orderFacts.js';

export const metadata: EventMetadata = {
  correlationId: '3f0e8a52-7c0e-4b8e-9a52-0f6a7a1c4d11',
  actor: { kind: 'marketplace', id: 'main' },
  occurredAt: '2026-03-01T10:00:00.000Z',
  schemaVersion: 1,
};

const address = {
  name: 'Ion Popescu',
  phone: '0722111222',
  country: 'RO',
  county: 'Cluj',
  city: 'Cluj-Napoca',
  localityId: '8801',
  street: 'Strada Memorandumului 28',
  postcode: '400114',
};

export const person: OrderPerson = {
  name: 'Ion Popescu',
  company: '',
  email: 'ion.popescu@example.test',
  phone: '0722111222',
  fiscalCode: '',
  registrationNumber: '',
  billing: address,
  shipping: address,
};

/** One line of 2 × 100.00 net at 21 %: 242.00 in all. */
export const orderFacts = (status: OrderStatus = 'new'): OrderFacts => ({
  status,
  fulfilment: 'own',
  isComplete: true,
  paymentMethod: 'cash_on_delivery',
  paymentDetail: null,
  isPaid: false,
  deliveryMode: 'courier',
  locker: null,
  orderedAt: '2026-03-01T09:58:00.000Z',
  shipBy: null,
  finalizedAt: null,
  currency: 'RON',
  lines: [
    {
      lineId: '1',
      offerId: '77',
      name: 'Ceas de mână',
      sku: 'SKU-1',
      partNumber: 'SKU-1',
      pnk: 'D5DD9BBBM',
      isActive: true,
      quantity: 2,
      initialQuantity: 2,
      stornoQuantity: 0,
      unitPriceNet: '100.0000',
      originalPriceNet: null,
      vatRate: '0.21',
      currency: 'RON',
      voucherSplits: [],
      deposits: [],
    },
  ],
  shipping: '0.00',
  shippingVoucherSplits: [],
  vouchers: [],
  attachments: [],
  enforcedCouriers: null,
  cancellationReason: null,
  cancellationRequest: null,
  observation: 'Sunati-l pe Ion Popescu la 0722111222',
  customerId: '991',
  isCompany: false,
  isVatPayer: false,
  extra: {},
});

export const newEvent = <E extends { type: string; data: object }>(event: E): NewEvent => ({
  id: randomUUID(),
  type: event.type,
  data: event.data,
  metadata,
});

export const orderReceived = (orderId: string, syncRunId?: string): NewEvent =>
  newEvent<OrderEvent>({
    type: 'OrderReceived',
    data: {
      account: 'main',
      orderId,
      personId: 'main-991',
      personal: person,
      facts: orderFacts(),
      modifiedAt: '2026-03-01T09:58:00.000Z',
      digest: 'd1',
      at: '2026-03-01T10:00:00.000Z',
      ...(syncRunId !== undefined && { syncRunId }),
    },
  });

const operationId = 'a6f37bb5-1cde-4b02-b263-4e43cb26b4e8';

export const acknowledgeRequested = (orderId: string): NewEvent =>
  newEvent<OrderEvent>({
    type: 'AcknowledgeRequested',
    data: { account: 'main', orderId, operationId, at: '2026-03-01T10:01:00.000Z' },
  });

export const orderAcknowledged = (orderId: string): NewEvent =>
  newEvent<OrderEvent>({
    type: 'OrderAcknowledged',
    data: { account: 'main', orderId, operationId, at: '2026-03-01T10:01:01.000Z', call: null },
  });
