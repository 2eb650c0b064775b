import { describe, expect, it } from '@jest/globals';
import { fromNaive, startOfLocalDay, toNaive } from '../../src/infrastructure/sandbox/bucharestTime.js';

const utc = (text: string): number => Date.parse(text);

describe('naive Bucharest times', () => {
  it.each([
    ['2025-01-15T12:00:00Z', '2025-01-15 14:00:00'],
    ['2025-07-15T12:00:00Z', '2025-07-15 15:00:00'],
    ['2025-03-30T00:59:59Z', '2025-03-30 02:59:59'],
    ['2025-03-30T01:00:00Z', '2025-03-30 04:00:00'],
    ['2025-10-26T00:59:59Z', '2025-10-26 03:59:59'],
    ['2025-10-26T01:00:00Z', '2025-10-26 03:00:00'],
    ['2025-12-31T22:00:00Z', '2026-01-01 00:00:00'],
  ])('show %s as %s', (instant, local) => {
    expect(toNaive(utc(instant))).toBe(local);
  });

  it('agree with the platform over four years', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Bucharest',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    for (let at = utc('2024-01-01T00:30:00Z'); at < utc('2028-01-01T00:00:00Z'); at += 7 * 3_600_000)
      expect(toNaive(at)).toBe(format.format(at));
  });

  it.each([
    ['2025-11-03 14:05:11', '2025-11-03T12:05:11Z'],
    ['2025-11-03 14:05', '2025-11-03T12:05:00Z'],
    ['2025-11-03', '2025-11-02T22:00:00Z'],
    ['2025-10-26 03:30:00', '2025-10-26T00:30:00Z'],
  ])('read %s as %s', (local, instant) => {
    expect(fromNaive(local)).toBe(utc(instant));
  });

  it.each(['', 'yesterday', '2025-13-01', '2025-02-30', '2025-11-03 25:00:00', '2025-11-03T14:05:11Z', 20251103])(
    'refuse %p',
    (text) => expect(fromNaive(text)).toBeUndefined(),
  );

  it('know when tomorrow begins', () => {
    expect(new Date(startOfLocalDay(utc('2025-11-24T22:30:00Z'), 1)).toISOString()).toBe('2025-11-25T22:00:00.000Z');
  });
});
