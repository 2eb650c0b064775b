import type { OfferFacts, OfferStatus } from '../../domain/offer/offer.js';
import type { ReadOffer } from '../../application/ports/marketplace.js';
import { isTelling } from './orderLineReader.js';
import {
  booleanOrNull,
  displayText,
  displayTextOrNull,
  idOrNull,
  integerOrNull,
  objectOf,
  objectOrNull,
  positivePriceOrNull,
  priceOrNull,
  required,
  rowsOf,
  textOf,
  textOrNull,
  UnreadableRow,
  type RawObject,
} from './rawValues.js';

export interface OfferReaderOptions {
  readonly currency: string;
  /** VAT id to rate, from the marketplace's own table. */
  readonly vatRates: ReadonlyMap<string, string>;
}

const STATUSES: readonly OfferStatus[] = ['inactive', 'active', 'end_of_life'];

/** On sale, by number (reference §12.4). */
const SALEABLE_VALIDATION = new Set([3, 9, 11, 12]);
const SALEABLE_TRANSLATION = new Set([...SALEABLE_VALIDATION, 17]);

/** Translated, bulky content that is no fact of an offer, and what differs between a list and a single read. */
const KNOWN = new Set(
  `id name part_number part_number_key brand brand_name category_id ean barcode status sale_price min_sale_price
   max_sale_price recommended_price best_offer_sale_price best_offer_recommended_price currency vat_id general_stock
   estimated_stock stock handling_time warranty buy_button_rank number_of_offers validation_status
   translation_validation_status offer_validation_status images url ownership description characteristics attachments
   start_date manufacturer eu_representative safety_information created modified content_details`.split(/\s+/),
);

/** A list of `{value, description}`, or one of them; the key is also written `Description` (reference §26 rows 15, 16). */
const readValidation = (raw: unknown): { value: number; text: string } | null => {
  const status = objectOrNull(raw);
  const value = integerOrNull(status ? status['value'] : raw);
  return value === null ? null : { value, text: displayText(status?.['description'] ?? status?.['Description']) };
};

/** A list by warehouse, or one number (reference §12.2). */
const warehouseValues = (raw: unknown): readonly number[] =>
  typeof raw === 'object' ? rowsOf(raw).flatMap((row) => integerOrNull(objectOf(row)['value']) ?? []) : numberIn(raw);

const numberIn = (raw: unknown): readonly number[] => {
  const number = integerOrNull(raw);
  return number === null ? [] : [number];
};

const readEans = (raw: RawObject): readonly string[] => {
  const list = [raw['ean'], raw['barcode']].find((value) => isTelling(value));
  const values = Array.isArray(list) ? list : [list];
  return [...new Set(values.map(textOf).filter((ean) => ean !== ''))];
};

/** 1 or true: content rights are ours; 2 or false: not (reference §26 row 14). */
const readOwnership = (raw: unknown): OfferFacts['ownership'] => {
  if (integerOrNull(raw) === 2) return 'not_eligible';
  const isEligible = booleanOrNull(raw);
  return isEligible === null ? null : isEligible ? 'eligible' : 'not_eligible';
};

const isSaleable = (raw: RawObject, stock: number, status: OfferStatus): boolean => {
  const offer = readValidation(raw['offer_validation_status']);
  const product = readValidation(raw['validation_status']);
  const translation = readValidation(raw['translation_validation_status']);
  return (
    stock > 0 &&
    status === 'active' &&
    offer?.value === 1 &&
    product !== null &&
    SALEABLE_VALIDATION.has(product.value) &&
    (translation === null || SALEABLE_TRANSLATION.has(translation.value))
  );
};

/**
 * An offer as the marketplace sends it (reference §12.2), in our words.
 * @throws UnreadableRow naming the field
 */
export const readOffer = (row: unknown, { currency, vatRates }: OfferReaderOptions): ReadOffer => {
  const raw = objectOrNull(row);
  if (!raw) throw new UnreadableRow('The offer is no object');
  const offerId = required(idOrNull(raw['id']), 'id', raw['id']);
  const status = required(STATUSES[integerOrNull(raw['status']) ?? -1] ?? null, 'status', raw['status']);
  const stock =
    integerOrNull(raw['general_stock']) ?? warehouseValues(raw['stock']).reduce((sum, value) => sum + value, 0);
  const vatId = idOrNull(raw['vat_id']);
  const firstImage = rowsOf(raw['images']).map((image) => textOf(objectOf(image)['url']))[0];
  const facts: OfferFacts = {
    name: displayText(raw['name']),
    sku: textOrNull(raw['part_number']),
    pnk: textOrNull(raw['part_number_key']),
    brand: displayTextOrNull(raw['brand_name']) ?? displayTextOrNull(raw['brand']),
    categoryId: idOrNull(raw['category_id']),
    categoryName: displayTextOrNull(raw['category_name']),
    eans: readEans(raw),
    status,
    priceNet: required(priceOrNull(raw['sale_price']), 'sale_price', raw['sale_price']),
    minPriceNet: positivePriceOrNull(raw['min_sale_price']),
    maxPriceNet: positivePriceOrNull(raw['max_sale_price']),
    recommendedPriceNet: positivePriceOrNull(raw['recommended_price']),
    bestOfferPriceNet: positivePriceOrNull(raw['best_offer_sale_price']),
    currency: textOf(raw['currency']) || currency,
    vatId,
    vatRate: vatId === null ? null : (vatRates.get(vatId) ?? null),
    stock,
    availableStock: integerOrNull(raw['estimated_stock']) ?? stock,
    handlingDays: warehouseValues(raw['handling_time'])[0] ?? null,
    warrantyMonths: integerOrNull(raw['warranty']),
    buyButtonRank: integerOrNull(raw['buy_button_rank']),
    numberOfOffers: integerOrNull(raw['number_of_offers']),
    validationStatus: readValidation(raw['validation_status']),
    offerValidationStatus: readValidation(raw['offer_validation_status']),
    isSaleable: isSaleable(raw, stock, status),
    imageUrl: firstImage || null,
    url: textOrNull(raw['url']),
    ownership: readOwnership(raw['ownership']),
    extra: Object.fromEntries(Object.entries(raw).filter(([key, value]) => !KNOWN.has(key) && isTelling(value))),
  };
  return { offerId, facts };
};
