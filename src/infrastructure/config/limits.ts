/** Calls that the marketplace allows in any window. `null`: no such window. */
export interface BucketLimits {
  readonly perSecond: number | null;
  readonly perMinute: number | null;
  readonly perDay: number | null;
}

export const BUCKETS = ['orders', 'general', 'ean'] as const;
export type Bucket = (typeof BUCKETS)[number];
export type AccountLimits = Readonly<Record<Bucket, BucketLimits>>;

/** eMAG reference §5. */
export const DEFAULT_LIMITS: AccountLimits = {
  orders: { perSecond: 12, perMinute: 720, perDay: null },
  general: { perSecond: 3, perMinute: 180, perDay: null },
  ean: { perSecond: 5, perMinute: 200, perDay: 5_000 },
};

const WINDOWS = { s: 'perSecond', m: 'perMinute', d: 'perDay' } as const;

/**
 * Reads `orders=12/s,720/m;general=3/s,180/m;ean=5/s,200/m,5000/d`. A window or bucket that is not named keeps its
 * default. Returns a sentence when the text is not of that form.
 */
export const parseLimits = (text: string): AccountLimits | string => {
  const limits: Record<Bucket, BucketLimits> = { ...DEFAULT_LIMITS };
  for (const part of text.split(';')) {
    if (part.trim() === '') continue;
    const [, name, list] = /^\s*([a-z]+)\s*=\s*(.+)$/.exec(part) ?? [];
    const bucket = BUCKETS.find((candidate) => candidate === name);
    if (!bucket || !list)
      return `has "${part.trim()}", expected one of ${BUCKETS.join(', ')} with limits as 12/s,720/m`;
    for (const entry of list.split(',')) {
      const [, amount, unit] = /^\s*([1-9][0-9]{0,8})\/([smd])\s*$/.exec(entry) ?? [];
      if (!amount || (unit !== 's' && unit !== 'm' && unit !== 'd'))
        return `has "${entry.trim()}", expected a whole number from 1 with /s, /m or /d`;
      limits[bucket] = { ...limits[bucket], [WINDOWS[unit]]: Number(amount) };
    }
  }
  return limits;
};
