import { LRUCache } from 'lru-cache';
import { Counter, type Registry } from 'prom-client';

const MINUTE_MS = 60_000;

/** How long an answer may be kept when nothing says that it is stale (contract §6). */
export const CACHE_TTL_MS = {
  couriers: 60 * MINUTE_MS,
  addresses: 60 * MINUTE_MS,
  categories: 24 * 60 * MINUTE_MS,
  ean_lookups: 10 * MINUTE_MS,
  order_statistics: 5 * MINUTE_MS,
  product_lists: 10 * MINUTE_MS,
} as const;

export type CacheName = keyof typeof CACHE_TTL_MS;

const MAX_ENTRIES = 500;

export interface CacheKey {
  /** Account that the answer is about; null when it is about several: any account's change makes it stale. */
  readonly account: string | null;
  /** What was asked, beside the account. */
  readonly question: string;
  /** The caller has seen this position: an older answer will not do. */
  readonly minPosition?: bigint;
}

/** Loads an answer that includes every event up to the position; waits for the read model if it must. */
export type Load<T> = (position: bigint) => Promise<T>;

interface Entry {
  /** Every event up to here is in the answer. */
  readonly position: bigint;
  readonly value: object;
}

/** A load that runs, and who waits for the one after it: however many ask, one question has at most two loads. */
interface Flight {
  readonly position: bigint;
  readonly answer: Promise<object>;
  next: Promise<object> | null;
}

const keyOf = ({ account, question }: CacheKey): string => `${account ?? '*'}/${question}`;

/**
 * Answers kept in this process. An answer is never staler than the last event that the invalidating consumer has seen:
 * an invalidation sets the position that answers must include from then on, since the read model may lag behind the
 * bus. It touches no entry, so that a sync of thousands of events costs the cache nothing.
 */
export class Caches {
  private readonly entries: Readonly<Record<CacheName, LRUCache<string, Entry>>>;
  private readonly flights = new Map<string, Flight>();
  /** Position of the last invalidation by cache and account. */
  private readonly staleSince = new Map<string, bigint>();
  private readonly hits: Counter<'cache'>;
  private readonly misses: Counter<'cache'>;
  private readonly invalidations: Counter<'cache'>;

  constructor(registry: Registry, now: () => number = () => performance.now()) {
    const cache = (name: CacheName) =>
      new LRUCache<string, Entry>({ max: MAX_ENTRIES, ttl: CACHE_TTL_MS[name], ttlResolution: 0, perf: { now } });
    this.entries = {
      couriers: cache('couriers'),
      addresses: cache('addresses'),
      categories: cache('categories'),
      ean_lookups: cache('ean_lookups'),
      order_statistics: cache('order_statistics'),
      product_lists: cache('product_lists'),
    };
    const counter = (what: string, help: string) =>
      new Counter({ name: `magflow_cache_${what}_total`, help, labelNames: ['cache'] as const, registers: [registry] });
    this.hits = counter('hits', 'Answers given from a cache.');
    this.misses = counter('misses', 'Answers that had to be loaded.');
    this.invalidations = counter('invalidations', 'Events that made answers of a cache stale.');
  }

  /** The kept answer, or a loaded one; callers that ask the same at the same time share one load. */
  async get<T extends object>(name: CacheName, key: CacheKey, load: Load<T>): Promise<T> {
    const text = keyOf(key);
    const wanted = this.wantedBy(name, key);
    const kept = this.entries[name].get(text);
    if (kept && kept.position >= wanted) {
      this.hits.inc({ cache: name });
      return kept.value as T;
    }
    this.misses.inc({ cache: name });
    const flying = this.flights.get(`${name}/${text}`);
    if (!flying) return this.fly(name, key, load);
    if (flying.position >= wanted) return (await flying.answer) as T;
    // Events came while it loads: the next load, for all who have come by then.
    flying.next ??= flying.answer.then(
      () => this.fly(name, key, load),
      () => this.fly(name, key, load),
    );
    const next = flying.next as Promise<T>;
    return wanted > this.staleFrom(name, key.account) ? next.then(() => this.get(name, key, load)) : next;
  }

  /** An event at this position changed what a cache says of the account. */
  invalidate(name: CacheName, account: string, position: bigint): void {
    this.invalidations.inc({ cache: name });
    for (const scope of [account, '*']) {
      const key = `${name}/${scope}`;
      this.staleSince.set(key, max(this.staleSince.get(key) ?? 0n, position));
    }
  }

  private async fly<T extends object>(name: CacheName, key: CacheKey, load: Load<T>): Promise<T> {
    const text = keyOf(key);
    const flightKey = `${name}/${text}`;
    const position = this.wantedBy(name, key);
    const answer = load(position);
    const flight: Flight = { position, answer, next: null };
    this.flights.set(flightKey, flight);
    try {
      const value = await answer;
      if (position >= this.staleFrom(name, key.account)) this.entries[name].set(text, { position, value });
      return value;
    } finally {
      if (this.flights.get(flightKey) === flight) this.flights.delete(flightKey);
    }
  }

  private wantedBy(name: CacheName, { account, minPosition = 0n }: CacheKey): bigint {
    return max(minPosition, this.staleFrom(name, account));
  }

  private staleFrom(name: CacheName, account: string | null): bigint {
    return this.staleSince.get(`${name}/${account ?? '*'}`) ?? 0n;
  }
}

const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
