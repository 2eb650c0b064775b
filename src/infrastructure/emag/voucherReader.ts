import type { OrderVoucher, VoucherSplit } from '../../domain/order/orderFacts.js';
import {
  displayTextOrNull,
  idOrNull,
  moneyOrNull,
  orZero,
  priceOrNull,
  required,
  rowsOf,
  objectOf,
  textOf,
  textOrNull,
  vatRateOrNull,
  type RawObject,
} from './rawValues.js';

const byVoucher = (a: { voucherId: string }, b: { voucherId: string }): number =>
  a.voucherId.localeCompare(b.voucherId, 'en', { numeric: true });

const split = (raw: RawObject): VoucherSplit => ({
  voucherId: idOrNull(raw['voucher_id']) ?? textOf(raw['voucher_id']),
  name: displayTextOrNull(raw['voucher_name']),
  net: required(priceOrNull(orZero(raw['value'])), 'voucher split value', raw['value']),
  vat: required(priceOrNull(orZero(raw['vat_value'])), 'voucher split vat_value', raw['vat_value']),
  vatRate: vatRateOrNull(raw['vat']),
  offeredBy: textOrNull(raw['offered_by']),
});

/** Shares of vouchers in one line, deposit or shipping charge; negative amounts, summed, never recomputed (§15.2). */
export const readSplits = (raw: unknown): readonly VoucherSplit[] =>
  rowsOf(raw)
    .map((row) => split(objectOf(row)))
    .sort(byVoucher);

const voucher = (raw: RawObject): OrderVoucher => ({
  voucherId: idOrNull(raw['voucher_id']) ?? idOrNull(raw['id']) ?? textOf(raw['voucher_id']),
  name: displayTextOrNull(raw['voucher_name']),
  net: required(moneyOrNull(orZero(raw['sale_price'])), 'voucher sale_price', raw['sale_price']),
  vat: required(moneyOrNull(orZero(raw['sale_price_vat'])), 'voucher sale_price_vat', raw['sale_price_vat']),
  vatRate: vatRateOrNull(raw['vat']),
});

/** The order's own list of vouchers (reference §15.4). */
export const readVouchers = (raw: unknown): readonly OrderVoucher[] =>
  rowsOf(raw)
    .map((row) => voucher(objectOf(row)))
    .sort(byVoucher);
