import type { RecordedEvent } from '../../application/ports/eventStore.js';
import { grossUnit, round4 } from '../../domain/money/money.js';
import {
  emptyOffer,
  evolveOffer,
  type Offer,
  type OfferEvent,
  type OfferFacts,
  type OfferKey,
  type OfferWish,
} from '../../domain/offer/offer.js';
import { offerStatusNumber } from '../orderList/statusNumbers.js';
import { accountInStream } from '../eventAccount.js';
import type { Contribution, Projection, Row } from '../projection.js';
import { seenNow, wasSeen } from '../revisionGuard.js';
import { searchVector } from '../searchTerms.js';
import { catalogueKey, catalogueMember, type SyncStatus } from './catalogueMember.js';
import { catalogueRollup } from './catalogueRollup.js';
import type { OffersState } from './offersState.js';
import { offerAttention } from './offerAttention.js';
import { offersTables } from './offersTables.js';
import { stockContributions, stockValue, withStockDay } from './stockHistory.js';

const STREAM = /^offer-([a-z0-9_]{1,24})-(.+)$/;

const keyOfStream = (stream: string): OfferKey | null => {
  const [, account, offerId] = STREAM.exec(stream) ?? [];
  return account !== undefined && offerId !== undefined ? { account, offerId } : null;
};

const price = (amount: string | null): string | null => (amount === null ? null : round4(amount));

/** The seller's offer is not the one that the site sells by default. Without a rank nothing is known. */
const isBuyBoxLost = ({ buyButtonRank, status }: OfferFacts): boolean =>
  status === 'active' && buyButtonRank !== null && buyButtonRank > 1;

/** Events that tell what the marketplace showed. */
const READINGS: ReadonlySet<string> = new Set(['OfferReceived', 'OfferChanged', 'OfferChangeConfirmed']);

const wishView = ({ priceNet, stock, status }: OfferWish) => ({
  ...(priceNet !== undefined && { price_net: round4(priceNet) }),
  ...(stock !== undefined && { stock }),
  ...(status !== undefined && { status: offerStatusNumber(status), status_name: status }),
});

const syncStatus = ({ change, conflict }: Offer): SyncStatus => {
  if (change.phase === 'requested' || change.phase === 'attempted') return 'pending';
  if (conflict) return 'conflict';
  return change.phase === 'refused' ? 'refused' : 'synced';
};

/** The last change from here: what was wished, and what became of it; null when there was none. */
const lastChangeView = ({ change }: Offer) =>
  change.phase === 'idle'
    ? null
    : {
        operation_id: change.operationId,
        state: change.phase,
        requested: wishView(change.wish ?? {}),
        code: change.phase === 'refused' ? change.code : null,
        text: change.phase === 'refused' ? change.text : null,
        at: change.at,
      };

const productView = ({ key, offer, facts, lastSyncedAt }: OffersState) => ({
  id: `${key.account}-${key.offerId}`,
  offer_id: key.offerId,
  sku: facts.sku,
  name: facts.name,
  account_type: key.account,
  price_net: round4(facts.priceNet),
  price_gross: facts.vatRate === null ? null : grossUnit(facts.priceNet, facts.vatRate),
  currency: facts.currency,
  stock_quantity: facts.stock,
  is_active: facts.status === 'active',
  status: offerStatusNumber(facts.status),
  status_name: facts.status,
  brand: facts.brand,
  category_id: facts.categoryId,
  category_name: facts.categoryName,
  part_number_key: facts.pnk,
  eans: facts.eans,
  validation_status: facts.validationStatus,
  image_url: facts.imageUrl,
  url: facts.url,
  last_synced_at: lastSyncedAt,
  sync_status: syncStatus(offer),
});

const offerView = ({ key, offer, facts, lastSyncedAt, revision }: OffersState) => ({
  id: `${key.account}-${key.offerId}`,
  offer_id: key.offerId,
  sku: facts.sku,
  name: facts.name,
  image_url: facts.imageUrl,
  account_type: key.account,
  price_net: round4(facts.priceNet),
  price_gross: facts.vatRate === null ? null : grossUnit(facts.priceNet, facts.vatRate),
  min_price_net: price(facts.minPriceNet),
  max_price_net: price(facts.maxPriceNet),
  recommended_price_net: price(facts.recommendedPriceNet),
  currency: facts.currency,
  vat_rate: facts.vatRate,
  stock: facts.stock,
  available_stock: facts.availableStock,
  status: offerStatusNumber(facts.status),
  status_name: facts.status,
  is_available: facts.status === 'active' && facts.isSaleable && facts.availableStock > 0,
  buy_button_rank: facts.buyButtonRank,
  number_of_offers: facts.numberOfOffers,
  best_offer_price: price(facts.bestOfferPriceNet),
  offer_validation_status: facts.offerValidationStatus,
  last_synced_at: lastSyncedAt,
  sync_status: syncStatus(offer),
  last_change: lastChangeView(offer),
  /** What was set here and the marketplace shows otherwise, where a person is to decide. */
  conflict: offer.conflict && { ours: wishView(offer.conflict.ours), at: offer.conflict.at },
  revision: Number(revision),
});

/** Offers and the products behind them, one row an offer. */
export const offersProjection: Projection<OffersState> = {
  name: 'offers',
  version: 7,
  streamPrefixes: ['offer-'],
  accountOf: accountInStream,
  ...offersTables,
  rollups: [catalogueRollup],

  keyOf: ({ stream }) => (keyOfStream(stream) ? stream.slice('offer-'.length) : undefined),

  evolve(state, recorded: RecordedEvent) {
    if (wasSeen(state, recorded)) return state;
    const key = state?.key ?? keyOfStream(recorded.stream);
    if (!key) return state;
    const event = { type: recorded.type, data: recorded.data } as OfferEvent;
    const offer = evolveOffer(state?.offer ?? emptyOffer, event);
    if (!offer.facts) return state;
    const lastSyncedAt = state && !READINGS.has(event.type) ? state.lastSyncedAt : event.data.at;
    return {
      key,
      offer,
      facts: offer.facts,
      lastSyncedAt,
      stockDays: withStockDay(state?.stockDays ?? [], offer.facts, event.data.at),
      ...seenNow(recorded),
    };
  },

  row(state): Row {
    const { key, facts } = state;
    return {
      account: key.account,
      offer_id: key.offerId,
      offer_number: /^\d{1,18}$/.test(key.offerId) ? key.offerId : '0',
      catalogue_key: catalogueKey(key, facts),
      sku: facts.sku ?? '',
      name: facts.name.toLowerCase(),
      brand: facts.brand?.toLowerCase() ?? null,
      status: facts.status,
      price_net: facts.priceNet,
      stock: facts.stock,
      validation_status: facts.validationStatus?.value ?? null,
      is_buy_box_lost: isBuyBoxLost(facts),
      last_synced_at: state.lastSyncedAt,
      ...catalogueMember(facts, syncStatus(state.offer)),
      terms: searchVector({ texts: [key.offerId, facts.name, facts.sku, facts.pnk, facts.brand, ...facts.eans] }),
      digest: state.offer.digest,
      revision: state.revision,
      position: state.position,
      product: productView(state),
      offer: offerView(state),
    };
  },

  childRows: ({ key, offer }) => offerAttention(key, offer),

  contributions: ({ key, facts, stockDays }): readonly Contribution[] => [
    { counter: 'offer_totals', by: [key.account, facts.status, facts.currency], sums: [1, stockValue(facts)] },
    ...stockContributions(key.account, stockDays),
  ],
};
