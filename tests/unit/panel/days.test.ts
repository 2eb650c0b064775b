import { describe, expect, it } from '@jest/globals';
import { dayBefore, dayIn } from '../../../admin/src/common/days.js';

describe('a typed day', () => {
  it.each([
    ['01.03.2026', '2026-03-01'],
    ['1.3.2026', '2026-03-01'],
    [' 29/02/2028 ', '2028-02-29'],
    ['1-12-2026', '2026-12-01'],
    ['2026-03-01', '2026-03-01'],
    ['31.02.2026', null],
    ['13/13/2026', null],
    ['1.3.26', null],
    ['1.3.202', null],
    ['mâine', null],
    ['', null],
  ])('%s is %s', (text, day) => expect(dayIn(text)).toBe(day));
});

describe('a day before', () => {
  it('is one of Bucharest, not of London', () => {
    const late = Date.parse('2026-03-01T22:30:00Z');
    expect(dayBefore(0, late)).toBe('2026-03-02');
    expect(dayBefore(2, late)).toBe('2026-02-28');
  });
});
