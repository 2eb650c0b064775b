import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OfferFacts } from '../../../src/domain/offer/offer.js';
import { bucharestDay } from '../../../src/projections/bucharestDay.js';
import { stockContributions, withStockDay, type StockDay } from '../../../src/projections/offers/stockHistory.js';
import { offerFacts } from '../../support/offerSamples.js';

const FIRST = Date.parse('2026-01-01T00:00:00Z');
const HOUR_MS = 3_600_000;

const standing = (some: Partial<OfferFacts>): OfferFacts => offerFacts(some);

/** What the counters say of the end of a day, by currency. */
const onDay = (days: readonly StockDay[], day: string): Record<string, [number, number]> => {
  const sums: Record<string, [number, number]> = {};
  for (const { by, sums: added } of stockContributions('main', days)) {
    const [, of = '', currency = ''] = by;
    if (of > day) continue;
    const [active, value] = sums[currency] ?? [0, 0];
    sums[currency] = [active + (added[0] ?? 0), value + (added[1] ?? 0)];
  }
  return Object.fromEntries(Object.entries(sums).filter(([, [active, value]]) => active !== 0 || value !== 0));
};

describe('how an offer stood on a day', () => {
  it('is what the last reading of that day showed, in its currency', () => {
    const readings = fc.array(
      fc.record({
        hours: fc.integer({ min: 1, max: 60 }),
        stock: fc.integer({ min: 0, max: 50 }),
        priceNet: fc.constantFrom('10.0000', '12.3456'),
        status: fc.constantFrom<OfferFacts['status']>('active', 'inactive', 'end_of_life'),
        currency: fc.constantFrom('RON', 'EUR'),
      }),
      { minLength: 1, maxLength: 120 },
    );
    fc.assert(
      fc.property(readings, (steps) => {
        let at = FIRST;
        let days: readonly StockDay[] = [];
        const lastOfDay = new Map<string, (typeof steps)[number]>();
        for (const { hours, ...facts } of steps) {
          at += hours * HOUR_MS;
          days = withStockDay(days, standing(facts), new Date(at).toISOString());
          lastOfDay.set(bucharestDay(new Date(at)), { hours, ...facts });
        }
        for (let back = 0; back <= 62; back += 1) {
          const day = bucharestDay(new Date(at - back * 24 * HOUR_MS));
          const told = [...lastOfDay].filter(([known]) => known <= day).at(-1)?.[1];
          const value = told ? Math.round(Number(told.priceNet) * told.stock * 100 + 1e-9) : 0;
          const active = told?.status === 'active' ? 1 : 0;
          const expected = told && (active || value) ? { [told.currency]: [active, value] } : {};
          expect(onDay(days, day)).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes a bounded number of days, however often it changes', () => {
    let days: readonly StockDay[] = [];
    for (let n = 0; n < 400; n += 1) {
      days = withStockDay(days, standing({ stock: n }), new Date(FIRST + n * 24 * HOUR_MS).toISOString());
    }
    expect(days).toHaveLength(72);
  });

  it('is not moved back by a clock that was', () => {
    const before = withStockDay([], standing({ stock: 1 }), '2026-03-02T10:00:00.000Z');
    const after = withStockDay(before, standing({ stock: 2 }), '2026-03-01T10:00:00.000Z');
    expect(after.map(({ day }) => day)).toEqual(['2026-03-02']);
  });
});
