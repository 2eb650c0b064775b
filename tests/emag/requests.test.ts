import { describe, expect, it } from '@jest/globals';
import type { AwbOrder } from '../../src/application/ports/marketplace.js';
import { awbPhone, awbRequest } from '../../src/infrastructure/emag/awbRequest.js';
import { countFilter, orderFilter } from '../../src/infrastructure/emag/orderFilter.js';
import { orderSaveBody } from '../../src/infrastructure/emag/orderSave.js';
import { acknowledgeRoute, encodeRequest, ROUTES } from '../../src/infrastructure/emag/routes.js';
import { referenceOrder } from './support/referenceOrder.js';

describe('a filter of orders', () => {
  it('is flat, local and always names the type', () => {
    expect(
      orderFilter({
        fulfilment: 'fbe',
        statuses: ['new', 'in_progress', 'canceled'],
        modifiedAfter: '2025-11-02T22:00:00.000Z',
        modifiedBefore: '2025-11-03T22:00:00.000Z',
      }),
    ).toEqual({
      type: 2,
      status: [1, 2, 0],
      modifiedAfter: '2025-11-03 00:00:00',
      modifiedBefore: '2025-11-04 00:00:00',
    });
  });

  it('is closed by 30 days for a count, which takes only pairs', () => {
    expect(countFilter({ fulfilment: 'own', modifiedAfter: '2025-11-02T22:00:00.000Z' })).toEqual({
      type: 3,
      modifiedAfter: '2025-11-03 00:00:00',
      modifiedBefore: '2025-12-03 00:00:00',
    });
  });
});

describe('a body', () => {
  it.each<[Parameters<typeof encodeRequest>[0], string | null, string]>([
    ['flat', '{"id":7}', ''],
    ['object', '{"id":7}', ''],
    ['list', '[{"id":7}]', ''],
    ['data-list', '{"data":[{"id":7}]}', ''],
    ['query', null, '?id=7'],
    ['none', null, ''],
  ])('in the form %s', (form, body, query) => {
    expect(encodeRequest(form, { id: 7 })).toEqual({ body, query });
  });

  it('of an acknowledgement is empty, the order stands in the path', () => {
    expect(acknowledgeRoute('5123456789')).toMatchObject({
      name: 'order/acknowledge',
      path: 'order/acknowledge/5123456789',
      form: 'none',
      bucket: 'orders',
      isWrite: true,
    });
    expect(ROUTES.awbSave).toMatchObject({ bucket: 'general', timeoutMs: 60_000, form: 'object' });
  });
});

describe('an order that is sent back', () => {
  const wish = { newStatus: 'prepared', reasonCancellation: null, lines: null, isStorno: false } as const;
  const [line] = referenceOrder.products;
  const body = (raw: object, changes: object = {}) => {
    const save = orderSaveBody({ ...referenceOrder, ...raw }, { ...wish, ...changes });
    if (!('body' in save)) throw new Error(save.text);
    return save.body;
  };

  it('is whole, without what was null', () => {
    const sent = body({ status: 2 });
    expect(sent).toMatchObject({
      id: 412345678,
      type: 3,
      status: 3,
      payment_mode_id: 1,
      date: '2025-11-03 14:05:11',
      shipping_tax: 19.99,
      customer: { id: 7001122, shipping_street: 'Str. Exemplului nr. 7' },
      products: [{ id: 712345001, product_id: 501234, quantity: 2, sale_price: '148.7603', vat: '0.2100', status: 1 }],
      vouchers: [{ voucher_id: '888001' }],
    });
    expect(JSON.stringify(sent)).not.toContain('null');
    for (const key of ['is_storno', 'reason_cancellation', 'parent_id', 'enforced_vendor_courier_accounts'])
      expect(sent).not.toHaveProperty(key);
  });

  it('carries the reason when it is cancelled', () => {
    expect(body({}, { newStatus: 'canceled', reasonCancellation: 33 })).toMatchObject({
      status: 0,
      reason_cancellation: 33,
    });
  });

  it('keeps the reason that it has as a number', () => {
    const raw = { reason_cancellation: { id: 2, name: 'Anulata de client' } };
    expect(body(raw, { newStatus: 'canceled' })).toMatchObject({ reason_cancellation: 2 });
  });

  it('lowers quantities, and takes a line out by its status', () => {
    const second = { ...line, id: 712345002 };
    const raw = { products: [line, second] };
    const lines = [
      { lineId: '712345001', quantity: 1 },
      { lineId: '712345002', quantity: 0 },
    ];
    expect(body(raw, { lines })['products']).toMatchObject([
      { id: 712345001, quantity: 1, status: 1 },
      { id: 712345002, quantity: 2, status: 0 },
    ]);
  });

  it('returns a line with quantity 0 in a storno', () => {
    const lines = [{ lineId: '712345001', quantity: 0 }];
    expect(body({}, { newStatus: 'finalized', isStorno: true, lines })).toMatchObject({
      status: 4,
      is_storno: true,
      products: [{ id: 712345001, quantity: 0, status: 1 }],
    });
  });

  it('is not sent for a line that it does not have', () => {
    expect(orderSaveBody(referenceOrder, { ...wish, lines: [{ lineId: '1', quantity: 1 }] })).toEqual({
      code: 'line-unknown',
      text: 'The order has no line 1',
    });
  });

  it('is not sent with more values than the marketplace takes', () => {
    const products = Array.from({ length: 200 }, (_, index) => ({ ...line, id: index + 1 }));
    expect(orderSaveBody({ ...referenceOrder, products }, wish)).toMatchObject({ code: 'too-large' });
  });
});

describe('a request for an AWB', () => {
  const person = { isCompany: false, localityId: '4027', street: 'Str. Exemplului nr. 7', postcode: '400001' };
  const order: AwbOrder = {
    orderId: '5123456789',
    sender: {
      ...person,
      name: 'Magazin Demo SRL',
      contact: 'Depozit',
      phone: '+40700000002',
      isCompany: true,
      addressId: '700112',
    },
    receiver: { ...person, name: 'Client Demo', contact: '', phone: '0040 700-000-001', addressId: null },
    locker: null,
    currency: 'RON',
    parcel: {
      courierAccountId: '30011',
      parcels: 1,
      envelopes: 0,
      weight: '2.5',
      cod: '369.99',
      insuredValue: '0',
      observation: 'Comanda 412345678',
      senderAddressId: '700112',
      isOversize: false,
      pickupAndReturn: false,
      saturdayDelivery: true,
      samedayDelivery: false,
      dropoffLocker: false,
      unboxing: true,
    },
  };

  it('is one object as the reference prints it', () => {
    expect(awbRequest(order)).toEqual({
      order_id: 5123456789,
      courier_account_id: 30011,
      is_oversize: 0,
      weight: 2.5,
      envelope_number: 0,
      parcel_number: 1,
      cod: 369.99,
      insured_value: 0,
      observation: 'Comanda 412345678',
      unboxing: 1,
      pickup_and_return: 0,
      saturday_delivery: 1,
      sameday_delivery: 0,
      dropoff_locker: 0,
      sender: {
        name: 'Magazin Demo SRL',
        contact: 'Depozit',
        phone1: '+40700000002',
        legal_entity: 1,
        address_id: '700112',
        locality_id: 4027,
        street: 'Str. Exemplului nr. 7',
        zipcode: '400001',
      },
      receiver: {
        name: 'Client Demo',
        contact: 'Client Demo',
        phone1: '+40700000001',
        legal_entity: 0,
        locality_id: 4027,
        street: 'Str. Exemplului nr. 7',
        zipcode: '400001',
      },
    });
  });

  it('names the locker, leaves the default courier to the marketplace, and collects whole forints', () => {
    const parcel = { ...order.parcel, courierAccountId: null, cod: '12999.50' };
    const request = awbRequest({ ...order, locker: { id: 'B123', name: 'easybox' }, currency: 'HUF', parcel });
    expect(request).toMatchObject({ locker_id: 'B123', cod: 13000 });
    expect(request).not.toHaveProperty('courier_account_id');
  });

  it.each([
    ['+40700000001', '+40700000001'],
    ['0700 000 001', '0700000001'],
    ['0040700000001', '+40700000001'],
    ['+40 (0) 700.000.001', '+40700000001'],
    ['+400700000001', '+40700000001'],
    ['0700000001 / 0711111111', '0700000001'],
    ['-, 0711-111-111', '0711111111'],
    ['123', '123'],
  ])('writes the telephone %s as %s', (phone, expected) => expect(awbPhone(phone)).toBe(expected));
});
