import { decimal, grossUnit, round2, splitGross, sum, times, type Amount } from '../money/money.js';
import type { Deposit, OrderFacts, OrderLine, VoucherSplit } from './orderFacts.js';

/** What an order costs, in its currency. `vouchers` is negative or zero. */
export interface OrderAmounts {
  readonly linesNet: Amount;
  readonly linesVat: Amount;
  readonly linesGross: Amount;
  readonly deposits: Amount;
  readonly shipping: Amount;
  readonly vouchers: Amount;
  readonly total: Amount;
  /** What the courier collects: the total for payment on delivery, otherwise zero. */
  readonly cod: Amount;
}

export const activeLines = (facts: OrderFacts): readonly OrderLine[] => facts.lines.filter((line) => line.isActive);

/** Gross of a line: quantity × gross unit price, the unit rounded half up (reference §22.3). */
export const lineGross = (line: Pick<OrderLine, 'quantity' | 'unitPriceNet' | 'vatRate'>): Amount =>
  times(grossUnit(line.unitPriceNet, line.vatRate), line.quantity);

export const depositGross = (deposit: Deposit): Amount =>
  times(grossUnit(deposit.unitPriceNet, deposit.vatRate), deposit.quantity);

/** Every split that counts: of active lines, of their deposits, of shipping (reference §15.2). */
export const voucherSplits = (facts: OrderFacts): readonly VoucherSplit[] => [
  ...activeLines(facts).flatMap((line) => [
    ...line.voucherSplits,
    ...line.deposits.flatMap((one) => one.voucherSplits),
  ]),
  ...facts.shippingVoucherSplits,
];

/** Splits tell the truth; the order-level vouchers only count where the marketplace sent no split at all. */
export const voucherParts = (
  facts: OrderFacts,
): readonly Pick<VoucherSplit, 'voucherId' | 'name' | 'net' | 'vat' | 'vatRate'>[] => {
  const splits = voucherSplits(facts);
  return splits.length > 0 ? splits : facts.vouchers;
};

/** The amounts of an order, whatever its status (contract §1, `total_amount`). */
export const orderAmounts = (facts: OrderFacts): OrderAmounts => {
  const lines = activeLines(facts).map((line) => ({ gross: lineGross(line), rate: line.vatRate }));
  const split = lines.map(({ gross, rate }) => splitGross(gross, rate));
  const linesGross = sum(lines.map(({ gross }) => gross));
  const deposits = sum(activeLines(facts).flatMap((line) => line.deposits.map(depositGross)));
  const shipping = round2(facts.shipping);
  const vouchers = round2(
    voucherParts(facts).reduce((total, part) => total.plus(part.net).plus(part.vat), decimal('0')),
  );
  const total = sum([linesGross, deposits, shipping, vouchers]);
  return {
    linesNet: sum(split.map(({ net }) => net)),
    linesVat: sum(split.map(({ vat }) => vat)),
    linesGross,
    deposits,
    shipping,
    vouchers,
    total,
    cod: facts.paymentMethod === 'cash_on_delivery' ? total : '0.00',
  };
};
