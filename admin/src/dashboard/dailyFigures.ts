import type { Dashboard } from './dashboardRecord.js';

export type DailyFigure = 'sales_net' | 'average_order' | 'orders' | 'returned';

/** A day of this month and the same day of the last; no orders is nought. */
export interface DayPair {
  readonly day: number;
  readonly now: number;
  readonly before: number;
}

const valueOf = (
  rows: Dashboard['days'],
  day: string,
  figure: DailyFigure,
  /** Amounts are of one currency; numbers of orders are of all. */
  currency: string | null,
): number =>
  rows
    .filter((row) => row.day === day && (currency === null || row.currency === currency))
    .reduce((sum, row) => sum + Number(row[figure] ?? 0), 0);

const dayOf = (from: string, day: number): string => `${from.slice(0, 8)}${String(day).padStart(2, '0')}`;

/** For drawing only: figures that people read come from the server as they are. */
export const dayPairs = (
  { days, this_month, last_month }: Dashboard,
  figure: DailyFigure,
  currency: string | null,
): readonly DayPair[] =>
  Array.from({ length: Number(this_month.to.slice(8)) }, (_, index) => {
    const day = index + 1;
    return {
      day,
      now: valueOf(days, dayOf(this_month.from, day), figure, currency),
      before: valueOf(days, dayOf(last_month.from, day), figure, currency),
    };
  });
