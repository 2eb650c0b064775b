import { describe, expect, it } from '@jest/globals';
import { readReturn, returnFilter } from '../../src/infrastructure/emag/returnReader.js';
import { returnFacts, returnPerson } from '../support/returnSamples.js';

/** The example of reference §19.5. */
const sample = {
  emag_id: 5100200,
  order_id: '412345678',
  type: 3,
  is_full_fbe: 0,
  customer_name: 'Client Demo',
  customer_company: null,
  customer_phone: '+40700000001',
  pickup_country: 'Romania',
  pickup_suburb: 'Cluj',
  pickup_city: 'Cluj-Napoca',
  pickup_address: 'Str. Exemplului nr. 7',
  pickup_zipcode: null,
  pickup_locality_id: 4027,
  pickup_method: 1,
  customer_account_iban: null,
  customer_account_bank: null,
  customer_account_beneficiary: null,
  observations: '',
  request_status: 2,
  return_type: 3,
  return_reason: 61,
  date: '2025-11-10 09:12:44',
  products: [
    {
      id: 6600701,
      product_emag_id: 33445566,
      product_id: '501234',
      quantity: '1',
      product_name: 'Rucsac drumetie Demo RDX 40 L, albastru',
      return_reason: 61,
      refund_value: null,
    },
  ],
  return_tax_value: '0.0000',
  awbs: [{ reservation_id: 61239999 }],
  locker: [],
  status_history: [],
  request_history: [],
};

describe('reading a return', () => {
  it('understands the documented example', () =>
    expect(readReturn(sample, 'own')).toEqual({
      returnId: '5100200',
      reading: { facts: returnFacts(), person: returnPerson() },
    }));

  it('takes what is open, absent or of another kind', () =>
    expect(
      readReturn(
        {
          ...sample,
          order_id: 412345678,
          type: undefined,
          pickup_method: 4,
          return_type: 9,
          return_tax_value: '15.0000',
          request_status: '7',
          awbs: null,
          products: { 0: { product_name: 'Ceva', quantity: 2, refund_value: '10.5' } },
        },
        'fbe',
      ).reading.facts,
    ).toMatchObject({
      orderId: '412345678',
      fulfilment: 'fbe',
      status: 'finalized',
      pickupMethod: 'locker',
      wish: null,
      returnTax: '15.00',
      reservationIds: [],
      lines: [{ lineId: null, offerId: null, name: 'Ceva', quantity: 2, reasonId: null, refund: '10.50' }],
    }));

  it.each([
    [{ ...sample, emag_id: 0 }, 'emag_id'],
    [{ ...sample, order_id: null }, 'order_id'],
    [{ ...sample, request_status: 12 }, 'request_status'],
    [{ ...sample, date: 'ieri' }, 'date'],
    ['text', 'no object'],
  ])('cannot do without %#', (row, field) => expect(() => readReturn(row, 'own')).toThrow(field));

  it('asks by type, status and local time', () =>
    expect(
      returnFilter({
        fulfilment: 'fbe',
        status: 'received',
        requestedFrom: '2025-11-10T07:12:44.000Z',
        requestedTo: '2025-11-11T07:12:44.000Z',
      }),
    ).toEqual({ type: 2, request_status: 6, date_start: '2025-11-10 09:12:44', date_end: '2025-11-11 09:12:44' }));
});
