import type { Bucket } from './call.js';

/** Calls allowed in a window; a bucket may have several windows. */
export interface Window {
  readonly limit: number;
  readonly milliseconds: number;
}
export type Limits = Readonly<Record<Bucket, readonly Window[]>>;

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, d: 86_400_000 };

/** The published limits of reference §5.1. */
export const publishedLimits = 'orders=12/s,720/m;general=3/s,180/m;ean=5/s,200/m,5000/d';

/**
 * Reads `orders=12/s,720/m;general=3/s,180/m;ean=5/s,200/m,5000/d`, or `off`. A bucket that is not named is unlimited.
 * Throws a `RangeError` that names the part which it cannot read.
 */
export const parseLimits = (text: string): Limits => {
  const limits: Record<Bucket, readonly Window[]> = { orders: [], general: [], ean: [] };
  if (text.trim() === 'off') return limits;
  for (const part of text.split(';').filter((piece) => piece.trim() !== '')) {
    const match = /^\s*(orders|general|ean)\s*=\s*(\S.*)$/.exec(part);
    if (!match) throw new RangeError(`limits: cannot read "${part.trim()}"`);
    limits[match[1] as Bucket] = (match[2] ?? '').split(',').map((window) => {
      const found = /^\s*([1-9]\d{0,8})\s*\/\s*([smd])\s*$/.exec(window);
      if (!found) throw new RangeError(`limits: cannot read "${window.trim()}"`);
      return { limit: Number(found[1]), milliseconds: units[found[2] ?? ''] ?? 1000 };
    });
  }
  return limits;
};

interface Arrivals {
  /** Every call, also those that were refused for the limit. */
  readonly all: number[];
  readonly accepted: number[];
  received: number;
  limited: number;
  maxPerSecond: number;
  maxPerMinute: number;
}

export interface BucketCounters {
  received: number;
  limited: number;
  /** The most calls that arrived in any window of that length. */
  max_per_second: number;
  max_per_minute: number;
}

const countSince = (times: readonly number[], since: number): number => {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) > since) high = middle;
    else low = middle + 1;
  }
  return times.length - low;
};

const forget = (times: number[], before: number): void => {
  const old = times.length - countSince(times, before);
  if (old > 4096) times.splice(0, old);
};

/** Sliding windows at the receiver, per account and bucket, on a monotonic clock. Refused calls do not prolong a refusal. */
export class RateLimiter {
  private readonly arrivals = new Map<string, Map<Bucket, Arrivals>>();

  constructor(
    private readonly limits: Limits,
    private readonly monotonic: () => number = () => performance.now(),
  ) {}

  /** Counts a call; false when a window is full. */
  admit(account: string, bucket: Bucket): boolean {
    const now = this.monotonic();
    const seen = this.of(account, bucket);
    const windows = this.limits[bucket];
    forget(seen.all, now - 60_000);
    forget(seen.accepted, now - Math.max(60_000, ...windows.map(({ milliseconds }) => milliseconds)));
    seen.all.push(now);
    seen.received += 1;
    seen.maxPerSecond = Math.max(seen.maxPerSecond, countSince(seen.all, now - 1000));
    seen.maxPerMinute = Math.max(seen.maxPerMinute, countSince(seen.all, now - 60_000));
    const full = windows.some(({ limit, milliseconds }) => countSince(seen.accepted, now - milliseconds) >= limit);
    if (full) {
      seen.limited += 1;
      return false;
    }
    seen.accepted.push(now);
    return true;
  }

  /** The two headers that the service sends with every answer; none without limits. */
  headers(account: string, bucket: Bucket): Record<string, string> {
    const second = this.limits[bucket].find(({ milliseconds }) => milliseconds === 1000);
    if (!second) return {};
    const limit = second.limit * 3;
    const used = countSince(this.of(account, bucket).accepted, this.monotonic() - 3000);
    return {
      'X-RateLimit-Limit-3second': String(limit),
      'X-RateLimit-Remaining-3second': String(Math.max(0, limit - used)),
    };
  }

  counters(): Record<string, Partial<Record<Bucket, BucketCounters>>> {
    return Object.fromEntries(
      [...this.arrivals].map(([account, buckets]) => [
        account,
        Object.fromEntries(
          [...buckets].map(([bucket, seen]) => [
            bucket,
            {
              received: seen.received,
              limited: seen.limited,
              max_per_second: seen.maxPerSecond,
              max_per_minute: seen.maxPerMinute,
            },
          ]),
        ),
      ]),
    );
  }

  /** Starts counting anew; what was used up stays used up. */
  resetCounters(): void {
    for (const buckets of this.arrivals.values())
      for (const seen of buckets.values())
        Object.assign(seen, { received: 0, limited: 0, maxPerSecond: 0, maxPerMinute: 0 });
  }

  private of(account: string, bucket: Bucket): Arrivals {
    const buckets = this.arrivals.get(account) ?? new Map<Bucket, Arrivals>();
    this.arrivals.set(account, buckets);
    const seen = buckets.get(bucket) ?? {
      all: [],
      accepted: [],
      received: 0,
      limited: 0,
      maxPerSecond: 0,
      maxPerMinute: 0,
    };
    buckets.set(bucket, seen);
    return seen;
  }
}
