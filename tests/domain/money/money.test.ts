import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { grossUnit, round2, splitGross, sum, vatRateText } from '../../../src/domain/money/money.js';

describe('money', () => {
  it('rounds half away from zero', () =>
    expect(['0.005', '-0.005', '2.675', '1.004', '-0.001'].map(round2)).toEqual([
      '0.01',
      '-0.01',
      '2.68',
      '1.00',
      '0.00',
    ]));
  it('finds the gross that the site shows', () => expect(grossUnit('148.7521', '0.21')).toBe('179.99'));
  it('never loses a ban between net and VAT', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000, max: 10_000_000 }),
        fc.constantFrom('0.21', '0.11', '0.27', '0'),
        (bani, rate) => {
          const gross = (bani / 100).toFixed(2);
          const { net, vat } = splitGross(gross, rate);
          expect(sum([net, vat])).toBe(round2(gross));
        },
      ),
    ));
  it('prints rates as fractions', () =>
    expect(['0.2100', '0.2', '0', '0.055'].map(vatRateText)).toEqual(['0.21', '0.20', '0.00', '0.055']));
});
