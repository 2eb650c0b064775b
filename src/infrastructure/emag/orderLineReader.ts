import type { Deposit, OrderLine } from '../../domain/order/orderFacts.js';
import { withoutPersonal } from './personalFields.js';
import {
  booleanOrNull,
  decimalOrNull,
  displayText,
  idOrNull,
  integerOrNull,
  objectOf,
  orZero,
  priceOrNull,
  required,
  rowsOf,
  textOf,
  textOrNull,
  vatRateOrNull,
  type RawObject,
} from './rawValues.js';
import { readSplits } from './voucherReader.js';

/** What is translated, and the stamps that move without anything having changed. */
const KNOWN = new Set(
  `id product_id name status part_number part_number_key ext_part_number currency quantity initial_qty storno_qty
   sale_price original_price vat product_voucher_split recycle_warranties created modified details attachments`.split(
    /\s+/,
  ),
);

const quantityOf = (raw: unknown): number | null => decimalOrNull(raw)?.toNumber() ?? null;

const deposit = (raw: RawObject): Deposit => ({
  name: displayText(raw['product_name']),
  quantity: required(quantityOf(orZero(raw['quantity'])), 'deposit quantity', raw['quantity']),
  unitPriceNet: required(priceOrNull(raw['sale_price']), 'deposit sale_price', raw['sale_price']),
  // Deposits are outside VAT (reference §22.2).
  vatRate: vatRateOrNull(raw['vat_rate']) ?? '0.00',
  voucherSplits: readSplits(raw['recycle_warranty_voucher_split']),
});

/** One line (reference §15.2). @throws UnreadableRow when it has no id, quantity, price or VAT rate */
export const readLine = (raw: RawObject, currency: string): OrderLine => {
  const lineId = required(idOrNull(raw['id']), 'line id', raw['id']);
  const field = (name: string): string => `${name} of line ${lineId}`;
  return {
    lineId,
    offerId: idOrNull(raw['product_id']) ?? textOrNull(raw['product_id']),
    name: displayText(raw['name']),
    sku: textOrNull(raw['ext_part_number']) ?? textOrNull(raw['part_number']),
    partNumber: textOrNull(raw['part_number']),
    pnk: textOrNull(raw['part_number_key']),
    isActive: booleanOrNull(raw['status']) ?? true,
    quantity: required(quantityOf(raw['quantity']), field('quantity'), raw['quantity']),
    initialQuantity: integerOrNull(raw['initial_qty']),
    stornoQuantity: integerOrNull(raw['storno_qty']),
    unitPriceNet: required(priceOrNull(raw['sale_price']), field('sale_price'), raw['sale_price']),
    originalPriceNet: priceOrNull(raw['original_price']),
    vatRate: required(vatRateOrNull(raw['vat']), field('vat'), raw['vat']),
    currency: textOf(raw['currency']) || currency,
    voucherSplits: readSplits(raw['product_voucher_split']),
    deposits: rowsOf(raw['recycle_warranties']).map((row) => deposit(objectOf(row))),
  };
};

/** The line's unknown fields that carry something; null when there are none. */
export const extraOfLine = (raw: RawObject): RawObject | null => {
  const unknown = Object.entries(raw).filter(([key, value]) => !KNOWN.has(key) && isTelling(value));
  const kept = objectOf(withoutPersonal(Object.fromEntries(unknown)));
  return Object.keys(kept).length > 0 ? kept : null;
};

/** PHP's many ways to say nothing, at any depth. */
export const isTelling = (value: unknown): boolean => {
  if (value === null || value === undefined || value === '') return false;
  return typeof value === 'object' ? Object.values(value).some(isTelling) : true;
};
