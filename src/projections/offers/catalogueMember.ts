import { grossUnit } from '../../domain/money/money.js';
import type { OfferFacts, OfferKey } from '../../domain/offer/offer.js';
import type { Row } from '../projection.js';

/** Offers of one SKU stand together, whatever their account; one without a SKU stands alone. */
export const catalogueKey = ({ account, offerId }: OfferKey, { sku }: OfferFacts): string =>
  sku === null || sku.trim() === '' ? `offer:${account}-${offerId}` : skuKey(sku);

export const skuKey = (sku: string): string => `sku:${sku.trim()}`;

/** The state of an offer that a person should see first comes first. */
export const SYNC_STATUSES = ['conflict', 'refused', 'pending', 'synced'] as const;
export type SyncStatus = (typeof SYNC_STATUSES)[number];

/** Stands between the codes of one offer; no code has it. */
export const BETWEEN_EANS = '\n';

/** What an offer adds to the row of its SKU. */
export const catalogueMember = (facts: OfferFacts, syncStatus: SyncStatus): Row => ({
  currency: facts.currency,
  price_gross: facts.vatRate === null ? null : grossUnit(facts.priceNet, facts.vatRate),
  available_stock: facts.availableStock,
  eans: facts.eans.join(BETWEEN_EANS),
  urgency: SYNC_STATUSES.indexOf(syncStatus),
  head: {
    sku: facts.sku,
    name: facts.name,
    brand: facts.brand,
    part_number_key: facts.pnk,
    image_url: facts.imageUrl,
    url: facts.url,
    category_id: facts.categoryId,
    category_name: facts.categoryName,
    validation_status: facts.validationStatus,
  },
});
