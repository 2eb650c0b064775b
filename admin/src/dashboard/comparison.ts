import type { OrderStatistics } from '../provider/magflowDataProvider.js';

interface Sums {
  readonly orders: number;
  readonly net: number;
  readonly gross: number;
}

/** This month so far against the same days of the month before, in the currency that most was sold in. */
export interface Comparison {
  readonly currency: string;
  readonly now: Sums;
  readonly before: Sums;
  readonly netChange: number | null;
  readonly ordersChange: number | null;
  readonly averageChange: number | null;
}

const change = (now: number, before: number): number | null => (before === 0 ? null : (now - before) / before);

const monthBefore = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
};

/** Sums for display only; invoices and orders never pass through here. Amounts of different currencies are never added. */
const sumsOf = (days: OrderStatistics['by_day'], month: string, upTo: string, currency: string): Sums =>
  days
    .filter((one) => one.currency === currency && one.day.startsWith(month) && one.day.slice(8) <= upTo)
    .reduce(
      (sums, { orders, sales_net, sales_gross }) => ({
        orders: sums.orders + orders,
        net: sums.net + Number(sales_net),
        gross: sums.gross + Number(sales_gross),
      }),
      { orders: 0, net: 0, gross: 0 },
    );

export const comparisonOf = (statistics: OrderStatistics, today: string): Comparison => {
  const [main] = [...statistics.sales].sort((a, b) => b.orders - a.orders);
  const currency = main?.currency ?? 'RON';
  const month = today.slice(0, 7);
  const now = sumsOf(statistics.by_day, month, today.slice(8), currency);
  const before = sumsOf(statistics.by_day, monthBefore(month), today.slice(8), currency);
  return {
    currency,
    now,
    before,
    netChange: change(now.net, before.net),
    ordersChange: change(now.orders, before.orders),
    averageChange:
      now.orders === 0 || before.orders === 0 ? null : change(now.gross / now.orders, before.gross / before.orders),
  };
};
