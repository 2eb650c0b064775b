import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  latestUtcOf,
  lowerBoundOf,
  upperBoundOf,
  utcOf,
} from '../../src/infrastructure/emag/marketplaceTime.js';

describe('a stamp of the marketplace', () => {
  it.each<[unknown, string | null]>([
    ['2025-11-03 14:05:11', '2025-11-03T12:05:11.000Z'],
    ['2025-07-03 14:05:11', '2025-07-03T11:05:11.000Z'],
    ['2025-11-03 14:05', '2025-11-03T12:05:00.000Z'],
    ['2025-11-03', '2025-11-02T22:00:00.000Z'],
    ['2025-11-21 00:00:00.000000', '2025-11-20T22:00:00.000Z'],
    ['05 Nov 2025, 14:07', '2025-11-05T12:07:00.000Z'],
    // 30 March 2025: 03:00 to 04:00 does not exist.
    ['2025-03-30 03:30:00', '2025-03-30T01:30:00.000Z'],
    // 26 October 2025: 03:00 to 04:00 comes twice; the first.
    ['2025-10-26 03:30:00', '2025-10-26T00:30:00.000Z'],
    ['0000-00-00 00:00:00', null],
    ['', null],
    [null, null],
    [20251103, null],
    ['tomorrow', null],
  ])('%p is %p', (stamp, expected) => expect(utcOf(stamp)).toBe(expected));

  it('of a change in the hour that repeats is the latest that is not in the future', () => {
    expect(latestUtcOf('2025-10-26 03:50:00', new Date('2025-10-26T00:55:00Z'))).toBe('2025-10-26T00:50:00.000Z');
    expect(latestUtcOf('2025-10-26 03:10:00', new Date('2025-10-26T01:11:00Z'))).toBe('2025-10-26T01:10:00.000Z');
    expect(latestUtcOf('2025-10-26 05:00:00', new Date('2025-10-26T01:11:00Z'))).toBe('2025-10-26T03:00:00.000Z');
  });
});

describe('a bound of a filter', () => {
  it.each([
    ['2025-11-03T12:05:11.400Z', '2025-11-03 14:05:11', '2025-11-03 14:05:12'],
    ['2025-11-03T12:05:11.000Z', '2025-11-03 14:05:11', '2025-11-03 14:05:11'],
    ['2025-10-26T00:20:00.000Z', '2025-10-26 03:00:00', '2025-10-26 03:59:59'],
    ['2025-10-26T01:20:00.000Z', '2025-10-26 03:00:00', '2025-10-26 03:59:59'],
    ['2025-10-26T02:20:00.000Z', '2025-10-26 04:20:00', '2025-10-26 04:20:00'],
  ])('%s leaves nothing out', (utc, lower, upper) => {
    expect(lowerBoundOf(utc)).toBe(lower);
    expect(upperBoundOf(utc)).toBe(upper);
  });

  it('is moved by whole days', () => expect(addDays('2025-10-26T00:20:00.000Z', 30)).toBe('2025-11-25T00:20:00.000Z'));
});
