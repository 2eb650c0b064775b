import { describe, expect, it } from '@jest/globals';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import {
  grossUnit,
  isZero,
  negate,
  round2,
  round4,
  splitGross,
  subtract,
  sum,
  times,
} from '../../../src/domain/money/money.js';

const D = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
const text = (value: Decimal, places = 2): string => {
  const rounded = value.toFixed(places);
  return new D(rounded).isZero() ? rounded.replace('-', '') : rounded;
};

const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 0, max: 6 }))
  .map(([units, places]) => new D(units.toString()).dividedBy(new D(10).pow(places)).toFixed(places));
const rate = fc.constantFrom('0', '0.05', '0.09', '0.11', '0.1900', '0.21', '0.27', '0.055');

describe('amounts as integers', () => {
  it('agree with decimal arithmetic in every operation', () =>
    fc.assert(
      fc.property(amount, amount, rate, fc.integer({ min: 0, max: 10_000 }), (a, b, r, quantity) => {
        expect(round2(a)).toBe(text(new D(a)));
        expect(round4(a)).toBe(text(new D(a), 4));
        expect(sum([a, b, a])).toBe(text(new D(a).plus(b).plus(a)));
        expect(subtract(a, b)).toBe(text(new D(a).minus(b)));
        expect(negate(a)).toBe(text(new D(a).negated()));
        expect(times(a, quantity)).toBe(text(new D(a).times(quantity)));
        expect(grossUnit(a, r)).toBe(text(new D(a).times(new D(1).plus(r))));
        const vat = text(new D(a).times(r).dividedBy(new D(1).plus(r)));
        expect(splitGross(a, r)).toEqual({ vat, net: text(new D(a).minus(vat)) });
        expect(isZero(a)).toBe(new D(a).isZero());
      }),
      { numRuns: 2_000 },
    ));

  it.each([
    ['1e3', '1000.00'],
    ['1.5e-2', '0.02'],
    ['.5', '0.50'],
    ['5.', '5.00'],
    ['+7', '7.00'],
    ['-0', '0.00'],
  ])('read %s as %s', (given, expected) => expect(round2(given)).toBe(expected));

  it('refuse what is no number', () => expect(() => round2('12,5')).toThrow(/DecimalError/));
});
