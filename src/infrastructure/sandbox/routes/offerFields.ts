import { parseDecimal } from '../data/money.js';
import { intOf } from '../http/fieldReaders.js';
import { isFields, type Fields } from '../http/requestBody.js';
import type { Offer, FulfilmentType } from '../model.js';
import { handlingTimes } from './referenceReads.js';

const vatIds = new Set([1, 7, 4]);

/** A change of the offer part, or the texts that refuse it. */
export type OfferChange = { change: Partial<Offer> } | { problems: string[] };

const firstWarehouse = (value: unknown): unknown => {
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  const [entry] = list;
  return isFields(entry) ? entry['value'] : undefined;
};

const stockOf = (value: unknown): number | string => {
  const stock = intOf(firstWarehouse(value));
  if (stock === undefined)
    return 'The stock field is mandatory. Its value must be a whole (integer) number. Decimals are not allowed. (ex: 5)';
  if (stock < 0) return 'Stock should be 0 or more';
  return stock > 65_535 ? 'Stock should be at most 65535' : stock;
};

const decimalField = (fields: Fields, name: string, problems: string[]): number | undefined => {
  if (fields[name] === undefined || fields[name] === null) return undefined;
  const value = parseDecimal(fields[name]);
  if (value === undefined || value <= 0)
    problems.push(`${name} must be a decimal greater than 0 with at most 4 decimals`);
  return value;
};

const enumField = (
  fields: Fields,
  name: string,
  allowed: (value: number) => boolean,
  problems: string[],
): number | undefined => {
  if (fields[name] === undefined || fields[name] === null) return undefined;
  const value = intOf(fields[name]);
  if (value === undefined || !allowed(value)) problems.push(`Invalid value for ${name}`);
  return value;
};

const readPrices = (fields: Fields, before: Offer | undefined, problems: string[]): Partial<Offer> => {
  const price = decimalField(fields, 'sale_price', problems) ?? before?.priceE4;
  const low = decimalField(fields, 'min_sale_price', problems) ?? before?.minE4;
  const high = decimalField(fields, 'max_sale_price', problems) ?? before?.maxE4;
  const recommended = parseDecimal(fields['recommended_price']) ?? before?.recommendedE4 ?? 0;
  if (!before && (low === undefined || high === undefined))
    problems.push('min_sale_price and max_sale_price are mandatory for a new offer');
  if (low !== undefined && high !== undefined && high <= low)
    problems.push('max_sale_price must be greater than min_sale_price');
  if (price !== undefined && ((low !== undefined && price < low) || (high !== undefined && price > high)))
    problems.push('sale_price must be between min_sale_price and max_sale_price');
  if (fields['recommended_price'] !== undefined && recommended !== 0 && price !== undefined && recommended <= price)
    problems.push('recommended_price must be greater than sale_price');
  return {
    ...(price === undefined ? {} : { priceE4: price }),
    ...(low === undefined ? {} : { minE4: low }),
    ...(high === undefined ? {} : { maxE4: high }),
    recommendedE4: recommended,
  };
};

/**
 * Reads the offer part shared by `product_offer/save` and `offer/save` (reference §10.2, §11.1); keys that are absent stay as
 * they are. Stock and handling time of offers fulfilled by the marketplace are its own and are ignored.
 */
export const readOfferPart = (fields: Fields, before: Offer | undefined, type: FulfilmentType): OfferChange => {
  const problems: string[] = [];
  const change: Partial<Offer> = readPrices(fields, before, problems);
  const status = enumField(
    fields,
    'status',
    (value) => value === 0 || value === 1 || (value === 2 && !!before),
    problems,
  );
  if (status !== undefined) change.status = status as 0 | 1 | 2;
  const vatId = enumField(fields, 'vat_id', (value) => vatIds.has(value), problems);
  if (vatId !== undefined) change.vatId = vatId;
  const warranty = enumField(fields, 'warranty', (value) => value >= 0 && value <= 255, problems);
  if (warranty !== undefined) change.warranty = warranty;
  if (type === 3 && fields['stock'] !== undefined) {
    const stock = stockOf(fields['stock']);
    if (typeof stock === 'string') problems.push(stock);
    else change.stock = stock;
  }
  if (type === 3 && fields['handling_time'] !== undefined) {
    const days = intOf(firstWarehouse(fields['handling_time']));
    if (days === undefined || !handlingTimes.includes(days)) problems.push('Invalid value for handling_time');
    else change.handlingTime = days;
  }
  return problems.length > 0 ? { problems } : { change };
};
