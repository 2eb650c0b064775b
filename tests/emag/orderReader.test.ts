import { describe, expect, it } from '@jest/globals';
import { orderAmounts } from '../../src/domain/order/orderAmounts.js';
import { readOrder } from '../../src/infrastructure/emag/orderReader.js';
import { UnreadableRow } from '../../src/infrastructure/emag/rawValues.js';
import { referenceOrder } from './support/referenceOrder.js';

const options = { fulfilment: 'own', currency: 'RON', now: new Date('2025-11-24T10:00:00Z') } as const;
const read = (changes: object = {}) => readOrder({ ...referenceOrder, ...changes }, options);
const [line] = referenceOrder.products;

describe('reading the order of the reference', () => {
  it('tells it in our words', () => {
    expect(read()).toEqual({
      orderId: '412345678',
      reading: {
        modifiedAt: '2025-11-03T12:05:12.000Z',
        facts: {
          status: 'new',
          fulfilment: 'own',
          isComplete: true,
          paymentMethod: 'cash_on_delivery',
          paymentDetail: 'Numerar',
          isPaid: false,
          deliveryMode: 'courier',
          locker: null,
          orderedAt: '2025-11-03T12:05:11.000Z',
          shipBy: '2025-11-04T21:59:59.000Z',
          finalizedAt: null,
          currency: 'RON',
          lines: [
            {
              lineId: '712345001',
              offerId: '501234',
              name: 'Rucsac drumetie Demo RDX 40 L, albastru',
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
              voucherSplits: [
                {
                  voucherId: '888001',
                  name: 'Card cadou demo',
                  net: '-8.2645',
                  vat: '-1.7355',
                  vatRate: '0.21',
                  offeredBy: 'eMAG',
                },
              ],
              deposits: [],
            },
          ],
          shipping: '19.99',
          shippingVoucherSplits: [],
          vouchers: [{ voucherId: '888001', name: 'Card cadou demo', net: '-8.2645', vat: '-1.7355', vatRate: '0.21' }],
          attachments: [],
          enforcedCouriers: null,
          cancellationReason: null,
          cancellationRequest: null,
          observation: null,
          customerId: '7001122',
          isCompany: false,
          isVatPayer: false,
          extra: {
            payment_mode: 'RAMBURS',
            cashed_cod: 0,
            has_editable_products: 1,
            refunded_amount: '0',
            late_shipment: 0,
            emag_club: 1,
            weekend_delivery: 0,
            details: { locker_delivery_eligible: 1 },
            products: { '712345001': { mkt_id: 33445566, retained_amount: 0, reversible_vat_charging: 0 } },
          },
        },
        person: {
          name: 'Client Demo',
          company: '',
          email: 'a1b2c3d4e5f60718@alias.example',
          phone: '+40700000001',
          fiscalCode: '',
          registrationNumber: '',
          billing: {
            name: 'Client Demo',
            phone: '+40700000001',
            country: 'RO',
            county: 'Cluj',
            city: 'Cluj-Napoca',
            localityId: '4027',
            street: 'Str. Exemplului nr. 7',
            postcode: '400001',
          },
          shipping: {
            name: 'Client Demo',
            phone: '+40700000001',
            country: 'RO',
            county: 'Cluj',
            city: 'Cluj-Napoca',
            localityId: '4027',
            street: 'Str. Exemplului nr. 7',
            postcode: '400001',
          },
        },
      },
    });
  });

  it('comes to the amount that the AWB of the reference collects, its discount taken off', () => {
    // 2 × 180.00 + 19.99 − 10.00
    expect(orderAmounts(read().reading.facts).total).toBe('369.99');
  });
});

describe('the same order in PHP clothes', () => {
  it('reads the same from numeric strings and empty lists', () => {
    const loose = {
      id: '412345678',
      status: '1',
      type: '3',
      is_complete: '1',
      payment_mode_id: '1',
      payment_status: false,
      shipping_tax: '19.9900',
      shipping_tax_voucher_split: null,
      attachments: {},
      is_storno: null,
      parent_id: '',
      flags: null,
      details: { ...referenceOrder.details, courier_external_office_id: null },
      products: {
        '712345001': { ...line, id: '712345001', product_id: '501234', quantity: '2', sale_price: 148.7603, vat: 0.21 },
      },
    };
    expect(read(loose)).toEqual(read());
  });

  it('does not see stamps and the order of lines as changes', () => {
    const other = { ...line, id: 712345002, quantity: 1 };
    const one = read({ products: [line, other] });
    const two = read({
      products: [other, { ...line, modified: '2025-11-05 10:00:00' }],
      modified: '2025-11-05 10:00:00',
    });
    expect(two.reading.facts).toEqual(one.reading.facts);
    expect(two.reading.modifiedAt).toBe('2025-11-05T08:00:00.000Z');
  });

  it.each<[string, object, object]>([
    ['details as a list', { details: [] }, { locker: null }],
    [
      'a locker',
      { details: { locker_id: 'B123', locker_name: 'easybox Pia&#355;a &amp; Co' } },
      { locker: { id: 'B123', name: 'easybox Piaţa & Co' } },
    ],
    ['no way of paying', { payment_mode_id: null }, { paymentMethod: null }],
    ['a way of paying that we do not know', { payment_mode_id: 9 }, { paymentMethod: null }],
    ['a card', { payment_mode_id: 3, payment_status: '1' }, { paymentMethod: 'card', isPaid: true }],
    ['no courier at all', { enforced_vendor_courier_accounts: [] }, { enforcedCouriers: [] }],
    [
      'certain couriers',
      { enforced_vendor_courier_accounts: [30011, '30012'] },
      { enforcedCouriers: ['30011', '30012'] },
    ],
    [
      'a reason as a number',
      { status: 0, reason_cancellation: 1 },
      { status: 'canceled', cancellationReason: { id: 1, name: null } },
    ],
    [
      'a reason as an object',
      { reason_cancellation: { id: '33', name: 'Lipsa stoc' } },
      { cancellationReason: { id: 33, name: 'Lipsa stoc' } },
    ],
    [
      'a reason under its old name',
      { reason_cancellation: undefined, cancellation_reason: 2 },
      { cancellationReason: { id: 2, name: null } },
    ],
    ['an order of the other type', { type: 2 }, { fulfilment: 'fbe' }],
    ['an order without a type', { type: null }, { fulfilment: 'own' }],
    ['its own currency', { currency: 'EUR' }, { currency: 'EUR' }],
    [
      'an attachment of a kind that is not documented',
      { attachments: [{ name: 'Livrare', url: 'https://x.example/1.pdf', type: '13' }] },
      { attachments: [{ name: 'Livrare', url: 'https://x.example/1.pdf', kind: 13 }] },
    ],
    [
      'documents of the order and of its lines, each once',
      {
        attachments: [
          { name: 'Factura', url: 'https://x.example/1.pdf', type: 1 },
          { name: 'Factura', url: 'https://x.example/1.pdf', type: 1 },
        ],
        products: [
          {
            ...line,
            attachments: [{ name: 'Garanție', url: 'https://x.example/w.pdf', type: 3 }],
          },
        ],
      },
      {
        attachments: [
          { name: 'Factura', url: 'https://x.example/1.pdf', kind: 1 },
          { name: 'Garanție', url: 'https://x.example/w.pdf', kind: 3 },
        ],
      },
    ],
    ['an incomplete order', { is_complete: 0 }, { isComplete: false }],
  ])('understands %s', (_name, changes, expected) => {
    expect(read(changes).reading.facts).toMatchObject(expected);
  });

  it('understands deposits and a line that was taken out', () => {
    const products = [
      {
        ...line,
        status: '0',
        quantity: 0,
        recycle_warranties: [
          {
            quantity: 2,
            sale_price: 0.5,
            vat_rate: 0,
            product_name: 'Taxa SGR metal',
            recycle_warranty_voucher_split: [{ voucher_id: 1, value: '-0.10', vat_value: 0 }],
          },
        ],
      },
    ];
    expect(read({ products }).reading.facts.lines[0]).toMatchObject({
      isActive: false,
      quantity: 0,
      deposits: [
        {
          name: 'Taxa SGR metal',
          quantity: 2,
          unitPriceNet: '0.5000',
          vatRate: '0.00',
          voucherSplits: [{ voucherId: '1', net: '-0.1000', vat: '0.0000', vatRate: null, offeredBy: null }],
        },
      ],
    });
  });

  it('knows a company', () => {
    const customer = {
      ...referenceOrder.customer,
      legal_entity: '1',
      is_vat_payer: true,
      company: 'Firma &amp; Fiii SRL',
      code: 'RO12345674',
      registration_number: 'J12/1/2020',
      billing_name: '',
    };
    const { facts, person } = read({ customer }).reading;
    expect(facts).toMatchObject({ isCompany: true, isVatPayer: true });
    expect(person).toMatchObject({
      company: 'Firma & Fiii SRL',
      fiscalCode: 'RO12345674',
      billing: { name: 'Firma & Fiii SRL' },
    });
  });

  it.each([null, undefined, '', []])('is read where amounts and the type are %j', (nothing) => {
    const { facts } = read({
      type: nothing,
      shipping_tax: nothing,
      vouchers: [{ voucher_id: '7', sale_price: nothing, sale_price_vat: nothing }],
      shipping_tax_voucher_split: [{ voucher_id: 7, value: nothing, vat_value: nothing }],
    }).reading;
    expect(facts).toMatchObject({
      fulfilment: 'own',
      shipping: '0.00',
      vouchers: [{ voucherId: '7', net: '0.00', vat: '0.00' }],
      shippingVoucherSplits: [{ voucherId: '7', net: '0.0000', vat: '0.0000' }],
    });
  });

  it('is read without a customer, without lines and without vouchers', () => {
    const { facts, person } = read({ customer: [], products: null, vouchers: [] }).reading;
    expect(facts).toMatchObject({ customerId: null, lines: [], vouchers: [] });
    expect(person).toMatchObject({ name: '', email: '', billing: { localityId: null } });
  });
});

describe('what is not translated', () => {
  it('is kept, but for anything about a person', () => {
    const { extra } = read({
      green_points: 7,
      delivery_window: { from: '10:00', contact_person: 'Ion', note: 'scara B' },
      buyer_comment: 'sunați la 0722000000',
      hint: 'call +40722000000',
      products: [{ ...line, serial_numbers: 'SN1', gift_message: 'La mulți ani' }],
    }).reading.facts;
    expect(extra).toMatchObject({
      green_points: 7,
      delivery_window: { from: '10:00' },
      products: { '712345001': { serial_numbers: 'SN1' } },
    });
    expect(JSON.stringify(extra)).not.toMatch(/Ion|scara|sunați|0722|mulți/);
  });
});

describe('an order that cannot be understood', () => {
  it.each<[string, unknown, string]>([
    ['is no object', 'x', 'The order is no object'],
    ['has no id', { ...referenceOrder, id: null }, 'id cannot be read'],
    ['has a status that we do not know', { ...referenceOrder, status: 6 }, 'status cannot be read'],
    ['has a type that we do not know', { ...referenceOrder, type: 4 }, 'type cannot be read'],
    ['has no date', { ...referenceOrder, date: '0000-00-00 00:00:00', created: null }, 'date cannot be read'],
    [
      'has a line without a price',
      { ...referenceOrder, products: [{ ...line, sale_price: 'n/a' }] },
      'sale_price of line 712345001 cannot be read',
    ],
    [
      'has a line without VAT',
      { ...referenceOrder, products: [{ ...line, vat: undefined }] },
      'vat of line 712345001 is missing',
    ],
    ['has a shipping charge that is no number', { ...referenceOrder, shipping_tax: {} }, 'shipping_tax cannot be read'],
  ])('%s', (_name, row, reason) => {
    expect(() => readOrder(row, options)).toThrow(new UnreadableRow(reason));
  });
});
