import { decimal, round2 } from '../../domain/money/money.js';
import type { OfferFacts } from '../../domain/offer/offer.js';
import { bucharestDay } from '../bucharestDay.js';
import { hundredths } from '../hundredths.js';
import type { Contribution } from '../projection.js';

/** What an offer's stock was worth at the end of a day on which that changed. */
export interface StockDay {
  /** Europe/Bucharest. */
  readonly day: string;
  readonly currency: string;
  /** 1 for an active offer, 0 for another. */
  readonly active: number;
  /** Net price times stock, hundredths. */
  readonly value: number;
}

/** Whoever compares this month with the last looks back two months at the most. */
const KEPT_DAYS = 70;
const DAY_MS = 86_400_000;

export const stockValue = ({ priceNet, stock }: OfferFacts): number =>
  hundredths(round2(decimal(priceNet).times(stock)));

/**
 * The days with this one added. Older ones than anybody asks for become one, so that an offer that changes daily stays
 * small.
 */
export const withStockDay = (days: readonly StockDay[], facts: OfferFacts, at: string): readonly StockDay[] => {
  const last = days.at(-1);
  const active = facts.status === 'active' ? 1 : 0;
  const value = stockValue(facts);
  if (last?.active === active && last.value === value && last.currency === facts.currency) return days;
  const today = bucharestDay(at);
  // A clock that was put back does not undo a day.
  const day = last && last.day > today ? last.day : today;
  const added = [...days.filter((one) => one.day < day), { day, currency: facts.currency, active, value }];
  const oldest = bucharestDay(new Date(Date.parse(`${day}T12:00:00Z`) - KEPT_DAYS * DAY_MS));
  const firstKept = added.findLastIndex((one) => one.day < oldest);
  return firstKept <= 0 ? added : added.slice(firstKept);
};

/** Each day's difference from the day before it: added up to a day they give that day's end. */
export const stockContributions = (account: string, days: readonly StockDay[]): readonly Contribution[] =>
  days.flatMap((one, index): Contribution[] => {
    const before = days[index - 1];
    const row = (currency: string, active: number, value: number): Contribution => ({
      counter: 'offer_days',
      by: [account, one.day, currency],
      sums: [active, value],
    });
    if (!before) return [row(one.currency, one.active, one.value)];
    if (before.currency === one.currency) {
      return [row(one.currency, one.active - before.active, one.value - before.value)];
    }
    return [row(before.currency, -before.active, -before.value), row(one.currency, one.active, one.value)];
  });
