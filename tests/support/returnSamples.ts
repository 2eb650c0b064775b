import type { ReturnFacts, ReturnPerson, ReturnReading } from '../../src/domain/returns/returnRequest.js';

export const returnFacts = (change: Partial<ReturnFacts> = {}): ReturnFacts => ({
  orderId: '412345678',
  fulfilment: 'own',
  status: 'new',
  wish: 'refund',
  reasonId: '61',
  pickupMethod: 'emag_courier',
  requestedAt: '2025-11-10T07:12:44.000Z',
  returnTax: '0.00',
  reservationIds: ['61239999'],
  lines: [
    {
      lineId: '6600701',
      offerId: '501234',
      name: 'Rucsac drumetie Demo RDX 40 L, albastru',
      quantity: 1,
      reasonId: '61',
      refund: null,
    },
  ],
  ...change,
});

export const returnPerson = (change: Partial<ReturnPerson> = {}): ReturnPerson => ({
  name: 'Client Demo',
  company: '',
  phone: '+40700000001',
  observations: '',
  pickup: {
    country: 'Romania',
    county: 'Cluj',
    city: 'Cluj-Napoca',
    localityId: '4027',
    street: 'Str. Exemplului nr. 7',
    postcode: '',
  },
  refundAccount: { iban: '', bank: '', beneficiary: '' },
  ...change,
});

export const returnReading = (change: Partial<ReturnFacts> = {}): ReturnReading => ({
  facts: returnFacts(change),
  person: returnPerson(),
});
