import type { OfferEvent, OfferFacts } from '../../src/domain/offer/offer.js';

export const offerKey = { account: 'main', offerId: '501234' };

/** Active, 12 in stock, 148.7603 net between 120 and 220. */
export const offerFacts = (change: Partial<OfferFacts> = {}): OfferFacts => ({
  name: 'Rucsac drumeție 40 L',
  sku: 'RDX-40-BLU',
  pnk: 'D1X2Y3BBM',
  brand: 'Demo Outdoor',
  categoryId: '3901',
  categoryName: null,
  eans: ['5941234567899'],
  status: 'active',
  priceNet: '148.7603',
  minPriceNet: '120.0000',
  maxPriceNet: '220.0000',
  recommendedPriceNet: null,
  bestOfferPriceNet: '147.9000',
  currency: 'RON',
  vatId: '1',
  vatRate: '0.21',
  stock: 12,
  availableStock: 11,
  handlingDays: 1,
  warrantyMonths: 24,
  buyButtonRank: 1,
  numberOfOffers: 2,
  validationStatus: { value: 9, text: 'Approved documentation' },
  offerValidationStatus: { value: 1, text: 'Saleable' },
  isSaleable: true,
  imageUrl: 'https://img.shop.example/501234-1.jpg',
  url: null,
  ownership: 'eligible',
  extra: {},
  ...change,
});

export const offerReceived = (change: Partial<OfferFacts> = {}): OfferEvent => ({
  type: 'OfferReceived',
  data: { ...offerKey, facts: offerFacts(change), digest: 'd1', at: '2026-03-02T09:00:00.000Z' },
});
