import type { Pool } from 'pg';
import type { EanQuota } from '../../application/ports/marketplace.js';
import type { Bucket, BucketLimits } from '../config/limits.js';

/** How calls of one bucket are spaced, in milliseconds. */
export interface Spacing {
  readonly betweenMs: number;
  /** One call of the daily quota, how many fit into a day, and how many may be used at once; null without a daily limit. */
  readonly day: { readonly perCallMs: number; readonly quota: number; readonly burst: number } | null;
}

/** The share of each limit that we aim at. */
const AIM = 0.95;
/**
 * How much later than another call may arrive at the marketplace after leaving here at its slot. Spacing leaves room
 * for it: n calls per window of T are safe when n slots span more than T and this together.
 */
const ARRIVAL_JITTER_MS = 150;
/** How late a process may send in its slot; part of the jitter above, the rest is the network's. */
export const SEND_TOLERANCE_MS = 50;

const DAY_MS = 86_400_000;
/** A person does not wait longer for a call of the day's quota: the next one may be most of a minute away. */
const DAY_PATIENCE_MS = 10_000;

/**
 * A burst of one: no window can hold more than the limit, wherever it begins. The daily quota alone may be used in
 * bursts: at most half at once and the other half spread over any 24 hours.
 */
export const spacingOf = ({ perSecond, perMinute, perDay }: BucketLimits): Spacing => {
  const windows = [
    { calls: perSecond, ms: 1_000 },
    { calls: perMinute, ms: 60_000 },
  ];
  const between = windows.map(({ calls, ms }) =>
    calls === null ? 0 : Math.max(ms / (AIM * calls), (ms + ARRIVAL_JITTER_MS) / calls),
  );
  const quota = perDay === null ? null : Math.max(1, Math.floor(perDay * AIM));
  const burst = quota === null ? 0 : Math.max(1, Math.floor(quota / 2));
  return {
    betweenMs: Math.max(0, ...between),
    day: quota === null ? null : { perCallMs: DAY_MS / Math.max(1, quota - burst), quota, burst },
  };
};

export type Booking =
  | { readonly booked: true; readonly waitMs: number; readonly dayLeft: number | null }
  /** Background: somebody else's slot is still ahead. Persons: the day's quota leaves none soon. */
  | { readonly booked: false; readonly retryMs: number };

interface TakenRow {
  wait_ms: number;
  day_used_ms: number | null;
}

/** When the next call may go: not before now, its slot, the end of a block, and what the day leaves. */
const freeAt = (lead: string): string =>
  `greatest(clock_timestamp(), second_slot, blocked_until,
            case when ${lead}::float8 is null then '-infinity' else day_slot - ${lead}::float8 * interval '1 millisecond' end)`;

/**
 * The next free slot of every account and bucket, in PostgreSQL and by its clock, so that all processes of the
 * installation share one budget. One UPDATE takes a slot; the row lock puts racing processes in order.
 */
export class SlotTable {
  constructor(private readonly pool: Pool) {}

  /**
   * Takes the next slot and `width` spacings after it. Background callers are refused while more than one slot is
   * already taken ahead of now, so that somebody who waits never stands behind a queue of jobs.
   */
  async book(
    account: string,
    bucket: Bucket,
    spacing: Spacing,
    wish: { readonly isInteractive: boolean; readonly width: number },
  ): Promise<Booking> {
    const { betweenMs, day } = spacing;
    const leadMs = day && (day.burst - 1) * day.perCallMs;
    const patienceMs = wish.isInteractive ? day && DAY_PATIENCE_MS : betweenMs;
    const taken = await this.pool.query<TakenRow>(
      `update ops.budgets set
         second_slot = ${freeAt('$5')} + $3::float8 * interval '1 millisecond',
         day_slot = case when $4::float8 is null then '-infinity'
                         else greatest(clock_timestamp(), day_slot) + $4::float8 * interval '1 millisecond' end,
         updated_at = now()
       where account = $1 and bucket = $2
         and ($6::float8 is null or ${freeAt('$5')} <= clock_timestamp() + $6::float8 * interval '1 millisecond')
       returning (extract(epoch from second_slot - clock_timestamp()) * 1000)::float8 - $3::float8 as wait_ms,
                 case when $4::float8 is null then null
                      else (extract(epoch from day_slot - clock_timestamp()) * 1000)::float8 end as day_used_ms`,
      [account, bucket, betweenMs * wish.width, day?.perCallMs ?? null, leadMs, patienceMs],
    );
    const row = taken.rows[0];
    if (row) {
      const dayLeft = day && Math.max(0, Math.floor(day.burst - (row.day_used_ms ?? 0) / day.perCallMs));
      return { booked: true, waitMs: Math.max(0, row.wait_ms), dayLeft };
    }

    const { rows } = await this.pool.query<{ wait_ms: number }>(
      `select (extract(epoch from ${freeAt('$3')} - clock_timestamp()) * 1000)::float8 as wait_ms
         from ops.budgets where account = $1 and bucket = $2`,
      [account, bucket, leadMs],
    );
    if (rows[0]) return { booked: false, retryMs: Math.max(1, rows[0].wait_ms - betweenMs) };
    await this.pool.query(`insert into ops.budgets (account, bucket) values ($1, $2) on conflict do nothing`, [
      account,
      bucket,
    ]);
    return this.book(account, bucket, spacing, wish);
  }

  /** What the day leaves of a bucket, by the database's clock. */
  async quota(account: string, bucket: Bucket, limits: BucketLimits): Promise<EanQuota> {
    const { day } = spacingOf(limits);
    if (!day) return { limit: null, remaining: null, availableNow: null, nextAt: null, resetsAt: null };
    const { rows } = await this.pool.query<{ used_ms: number; blocked_ms: number; now: Date }>(
      `select greatest(0, extract(epoch from greatest(day_slot, now()) - now()) * 1000)::float8 as used_ms,
              greatest(0, extract(epoch from greatest(blocked_until, now()) - now()) * 1000)::float8 as blocked_ms,
              now() as now
         from ops.budgets where account = $1 and bucket = $2`,
      [account, bucket],
    );
    const { used_ms: usedMs, blocked_ms: blockedMs, now } = rows[0] ?? { used_ms: 0, blocked_ms: 0, now: new Date() };
    const later = (ms: number): string | null => (ms > 0 ? new Date(now.getTime() + ms).toISOString() : null);
    const used = Math.ceil(usedMs / day.perCallMs);
    return {
      limit: limits.perDay,
      remaining: Math.max(0, day.quota - used),
      availableNow: blockedMs > 0 ? 0 : Math.max(0, day.burst - used),
      nextAt: later(Math.max(blockedMs, usedMs - (day.burst - 1) * day.perCallMs)),
      resetsAt: later(usedMs),
    };
  }

  /** The marketplace said to wait: nobody calls before that. */
  async block(account: string, bucket: Bucket, forMs: number): Promise<void> {
    await this.pool.query(
      `insert into ops.budgets as b (account, bucket, blocked_until)
       values ($1, $2, clock_timestamp() + $3::float8 * interval '1 millisecond')
       on conflict (account, bucket) do update set
         blocked_until = greatest(b.blocked_until, excluded.blocked_until), updated_at = now()`,
      [account, bucket, forMs],
    );
  }
}
