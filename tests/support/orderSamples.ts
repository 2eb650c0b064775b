import { orderAmounts } from '../../src/domain/order/orderAmounts.js';
import type { AwbParcelRequest, OrderEvent } from '../../src/domain/order/orderEvents.js';
import type { OrderFacts, OrderLine, OrderPerson } from '../../src/domain/order/orderFacts.js';
import { orderListItem } from '../../src/projections/orderList/orderView.js';
import { evolveSeenOrder, isKnownOrder, unseenOrder } from '../../src/projections/orderList/seenOrder.js';

export const at = new Date('2026-03-02T10:00:00Z');
export const iso = at.toISOString();
export const key = { account: 'main', orderId: '6112345678' };

export const line = (change: Partial<OrderLine> = {}): OrderLine => ({
  lineId: '712345001',
  offerId: '501234',
  name: 'Rucsac drumeție 40 L',
  sku: 'RDX-40-BLU',
  partNumber: 'RDX-40-BLU',
  pnk: 'D1X2Y3BBM',
  isActive: true,
  quantity: 2,
  initialQuantity: 2,
  stornoQuantity: 0,
  unitPriceNet: '148.7603',
  originalPriceNet: '148.7603',
  vatRate: '0.21',
  currency: 'RON',
  voucherSplits: [],
  deposits: [],
  ...change,
});

/** One parcel of a kilo, nothing to collect, courier and sender left to the marketplace. */
export const parcelRequest = (change: Partial<AwbParcelRequest> = {}): AwbParcelRequest => ({
  courierAccountId: null,
  parcels: 1,
  envelopes: 0,
  weight: '1',
  cod: '0.00',
  insuredValue: '0',
  observation: null,
  senderAddressId: null,
  isOversize: false,
  pickupAndReturn: false,
  saturdayDelivery: false,
  samedayDelivery: false,
  dropoffLocker: false,
  unboxing: false,
  ...change,
});

export const facts = (change: Partial<OrderFacts> = {}): OrderFacts => ({
  status: 'new',
  fulfilment: 'own',
  isComplete: true,
  paymentMethod: 'cash_on_delivery',
  paymentDetail: 'Numerar',
  isPaid: false,
  deliveryMode: 'courier',
  locker: null,
  orderedAt: '2026-03-01T12:05:11.000Z',
  shipBy: '2026-03-03T21:59:59.000Z',
  finalizedAt: null,
  currency: 'RON',
  lines: [line()],
  shipping: '19.99',
  shippingVoucherSplits: [],
  vouchers: [],
  attachments: [],
  enforcedCouriers: null,
  cancellationReason: null,
  cancellationRequest: null,
  observation: null,
  customerId: '7001122',
  isCompany: false,
  isVatPayer: false,
  extra: {},
  ...change,
});

const address = {
  name: 'Ștefan Țepeș',
  phone: '+40700000001',
  country: 'RO',
  county: 'Cluj',
  city: 'Cluj-Napoca',
  localityId: '4027',
  street: 'Str. Exemplului nr. 7',
  postcode: '400001',
};

export const person = (change: Partial<OrderPerson> = {}): OrderPerson => ({
  name: 'Ștefan Țepeș',
  company: 'Ștefan Țepeș',
  email: 'a1b2c3@alias.example',
  phone: '+40700000001',
  fiscalCode: '',
  registrationNumber: '',
  billing: address,
  shipping: address,
  ...change,
});

export const received = (change: Partial<OrderFacts> = {}): OrderEvent => ({
  type: 'OrderReceived',
  data: {
    ...key,
    personId: 'customer-main-7001122',
    personal: person(),
    facts: facts(change),
    modifiedAt: '2026-03-01T12:05:12.000Z',
    digest: 'd1',
    at: '2026-03-01T12:06:00.000Z',
  },
});

/** The list row of the sample order under another id. */
export const listedOrder = (orderId: string) => {
  const order = evolveSeenOrder(unseenOrder, received());
  if (!isKnownOrder(order)) throw new Error('the sample order is not known');
  return orderListItem(order, { account: 'main', orderId }, orderAmounts(order.facts).total);
};
