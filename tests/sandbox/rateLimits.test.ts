import { describe, expect, it } from '@jest/globals';
import { parseLimits, publishedLimits, RateLimiter } from '../../src/infrastructure/sandbox/http/rateLimits.js';

describe('the limits text', () => {
  it('is read into windows', () => {
    expect(parseLimits(publishedLimits)).toEqual({
      orders: [
        { limit: 12, milliseconds: 1000 },
        { limit: 720, milliseconds: 60_000 },
      ],
      general: [
        { limit: 3, milliseconds: 1000 },
        { limit: 180, milliseconds: 60_000 },
      ],
      ean: [
        { limit: 5, milliseconds: 1000 },
        { limit: 200, milliseconds: 60_000 },
        { limit: 5000, milliseconds: 86_400_000 },
      ],
    });
  });

  it('can switch limits off', () => {
    expect(parseLimits('off')).toEqual({ orders: [], general: [], ean: [] });
  });

  it.each(['orders', 'orders=', 'orders=12', 'orders=12/h', 'orders=0/s', 'orders=-1/s', 'offers=1/s'])(
    'refuses %p',
    (text) => {
      expect(() => parseLimits(text)).toThrow(RangeError);
    },
  );
});

describe('the limiter', () => {
  const open = (text: string) => {
    let now = 0;
    const limiter = new RateLimiter(parseLimits(text), () => now);
    return { limiter, at: (milliseconds: number) => (now = milliseconds) };
  };

  it('admits as many as fit into any second, not into a calendar second', () => {
    const { limiter, at } = open('orders=3/s');
    const admitted = [0, 900, 950, 999, 1000, 1899, 1900].map((time) => {
      at(time);
      return limiter.admit('main', 'orders');
    });
    expect(admitted).toEqual([true, true, true, false, true, false, true]);
  });

  it('does not count refused calls against the caller, and reports all that arrived', () => {
    const { limiter, at } = open('general=1/s');
    for (const time of [0, 100, 200, 300, 1000]) {
      at(time);
      limiter.admit('main', 'general');
    }
    expect(limiter.counters()).toEqual({
      main: { general: { received: 5, limited: 3, max_per_second: 4, max_per_minute: 5 } },
    });
  });

  it('keeps accounts and buckets apart', () => {
    const { limiter } = open('orders=1/s;general=1/s');
    expect([
      limiter.admit('main', 'orders'),
      limiter.admit('fbe', 'orders'),
      limiter.admit('main', 'general'),
      limiter.admit('main', 'orders'),
    ]).toEqual([true, true, true, false]);
  });

  it('holds the minute over many thousands of calls', () => {
    const { limiter, at } = open('orders=720/m');
    let admitted = 0;
    for (let time = 0; time < 120_000; time += 10) {
      at(time);
      if (limiter.admit('main', 'orders')) admitted += 1;
    }
    expect(admitted).toBe(1440);
    expect(limiter.counters()['main']?.orders?.max_per_minute).toBe(6000);
  });
});
