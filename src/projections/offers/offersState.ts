import type { Offer, OfferFacts, OfferKey } from '../../domain/offer/offer.js';
import type { Seen } from '../revisionGuard.js';
import type { StockDay } from './stockHistory.js';

/** An offer as its stream tells it, and when the marketplace last showed it. */
export interface OffersState extends Seen {
  readonly key: OfferKey;
  readonly offer: Offer;
  readonly facts: OfferFacts;
  readonly lastSyncedAt: string;
  readonly stockDays: readonly StockDay[];
}
