import type { Order, OrderLine } from '../model.js';

/**
 * A line of which only `kept` pieces stay. Nobody published what becomes of a discount on goods that went back; one on
 * nothing would leave the seller owing money, so discounts and deposits go back with their pieces.
 */
export const lineAfterReturn = (line: OrderLine, kept: number): OrderLine => {
  const shareOf = (value: number): number => (line.quantity === 0 ? value : Math.round((value * kept) / line.quantity));
  return {
    ...line,
    quantity: kept,
    stornoQuantity: line.stornoQuantity + line.quantity - kept,
    splits: line.splits
      .map((split) => ({ ...split, valueE4: shareOf(split.valueE4), vatE4: shareOf(split.vatE4) }))
      .filter(({ valueE4 }) => valueE4 !== 0),
    deposits: line.deposits
      .map((deposit) => ({ ...deposit, quantity: shareOf(deposit.quantity) }))
      .filter(({ quantity }) => quantity > 0),
  };
};

/** The rows of `vouchers[]` after a return: the sums of the splits that stayed. */
export const vouchersAfterReturn = ({
  vouchers,
  lines,
  shippingSplits,
}: Pick<Order, 'vouchers' | 'lines' | 'shippingSplits'>): Order['vouchers'] => {
  const splits = [...lines.flatMap((line) => line.splits), ...shippingSplits];
  return vouchers.flatMap((row) => {
    const mine = splits.filter(({ voucherId, vat }) => voucherId === row.voucherId && vat === row.vat);
    if (mine.length === 0) return [];
    const sumOf = (key: 'valueE4' | 'vatE4'): number => mine.reduce((sum, split) => sum + split[key], 0);
    return [{ ...row, valueE4: sumOf('valueE4'), vatE4: sumOf('vatE4') }];
  });
};
