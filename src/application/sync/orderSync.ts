import pLimit from 'p-limit';
import type { Fulfilment, OrderStatus } from '../../domain/order/orderFacts.js';
import type { SyncOptions } from '../../domain/syncRun/syncRun.js';
import type { Observed, OrderObserver } from '../order/orderObserver.js';
import type { Clock } from '../ports/clock.js';
import type { CallContext, MarketplaceAccount, OrderFilter, Page, ReadOrder } from '../ports/marketplace.js';
import type { DigestIndex, SyncStore } from '../ports/syncStore.js';
import { orderWatermark } from './watermarks.js';
import { PAGE_SIZE, readAllPages } from './pageReader.js';
import type { SyncProgress } from './syncProgress.js';
import {
  countFilter,
  readFilter,
  windowsBetween,
  WINDOW_MS,
  type SyncWindow,
  type WindowField,
} from './syncWindows.js';

export interface OrderSyncDeps {
  readonly observer: OrderObserver;
  readonly digests: DigestIndex;
  readonly store: SyncStore;
  readonly clock: Clock;
  readonly log: { warn(details: object, message: string): void };
}

export interface RunOfSync {
  readonly runId: string;
  readonly options: SyncOptions;
  readonly progress: SyncProgress;
  readonly context: CallContext;
}

/** Rows edited while the last run paged may carry stamps before its watermark (reference §15.6). */
const OVERLAP_MS = 10 * 60_000;
/** A full sync stops after this many empty months in a row, but never before three years (contract §2). */
const EMPTY_WINDOWS = 12;
const LEAST_WINDOWS = 37;
/** Nobody sold there before: a marketplace that ignores the dates of a count never shows an empty month. */
const EARLIEST = new Date('2010-01-01T00:00:00Z');
const PASSES = 6;
const APPENDS_AT_ONCE = 32;
const COUNTS_AT_ONCE = 6;
const WINDOWS_AT_ONCE = 4;
const FULFILMENTS: readonly Fulfilment[] = ['own', 'fbe'];

type TimedPage = Page<ReadOrder> & { readonly readStartedAt: Date };

interface Reading {
  readonly fulfilment: Fulfilment;
  readonly field: WindowField;
  readonly window: SyncWindow;
  readonly counted: number;
}

/**
 * Reads an account's orders and appends what really differs. Returns the ids that the marketplace counted but never
 * showed, as text; empty when nothing is missing.
 */
export const syncOrders = async (
  account: MarketplaceAccount,
  run: RunOfSync,
  deps: OrderSyncDeps,
): Promise<readonly string[]> => {
  const { options, progress, context } = run;
  const { store, clock } = deps;
  const key = account.info.key;
  const statuses = options.statuses as readonly OrderStatus[] | null;
  const startedAt = clock.now();
  const newest = new Map<Fulfilment, string>();
  let pagesLeft = options.maxPages ?? Number.MAX_SAFE_INTEGER;
  const readingsOfRun = new Map<string, string>();
  let unrecorded = 0;
  const missing: string[] = [];

  const withStatuses = (filter: OrderFilter): OrderFilter => (statuses ? { ...filter, statuses } : filter);
  const count = async (window: SyncWindow, field: WindowField, fulfilment: Fulfilment): Promise<number> =>
    (await account.countOrders(withStatuses(countFilter(window, field, fulfilment)), context)).items;

  const takePage = async (fulfilment: Fulfilment, seen: Set<string>, page: TimedPage) => {
    for (const { orderId, reading } of page.items) {
      seen.add(orderId);
      const known = newest.get(fulfilment);
      if (known === undefined || reading.modifiedAt > known) newest.set(fulfilment, reading.modifiedAt);
    }
    // Neighbouring windows share a second, and a window may be read again: an order counts once a run.
    const fresh = page.items.filter(({ orderId, reading }) => readingsOfRun.get(orderId) !== reading.modifiedAt);
    for (const { orderId, reading } of fresh) readingsOfRun.set(orderId, reading.modifiedAt);
    const results = await observePage(account, { ...page, items: fresh }, run, deps);
    unrecorded += results.filter((result) => result === 'failed').length;
    await progress.page([...results, ...Array.from({ length: page.parked }, () => 'failed' as const)]);
  };

  /**
   * A window is done when one pass over it showed as many distinct ids as it counts. A closed window must also count the
   * same before and after the pass: an order edited meanwhile leaves it, what follows slides over a page's border, and
   * the one that left, seen earlier, would make up for the one that was skipped.
   */
  const readWindow = async ({ fulfilment, field, window, counted }: Reading): Promise<void> => {
    const filter = withStatuses(readFilter(window, field, fulfilment));
    let before = counted;
    let shown = 0;
    for (let attempt = 1; attempt <= PASSES; attempt += 1) {
      const seen = new Set<string>();
      let parked = 0;
      const taken = await readAllPages(
        Math.ceil(before / PAGE_SIZE),
        pagesLeft,
        async (page): Promise<TimedPage> => {
          progress.check();
          const readStartedAt = clock.now();
          return { ...(await account.readOrders(filter, page, context)), readStartedAt };
        },
        (page) => {
          parked += page.parked;
          return takePage(fulfilment, seen, page);
        },
      );
      pagesLeft -= taken;
      if (pagesLeft <= 0) return;
      const after = await count(window, field, fulfilment);
      shown = seen.size + parked;
      if (shown >= after && (window.isOpen || after === before)) return;
      deps.log.warn(
        { account: key, before, after, shown, attempt },
        'a window of orders moved while it was read, reading it again',
      );
      before = after;
    }
    const lack = before > shown ? String(before - shown) : 'some';
    missing.push(`${lack} of ${fulfilment} from ${window.from.toISOString()} to ${window.to.toISOString()}`);
  };

  const plan = async (fulfilment: Fulfilment): Promise<Reading[]> => {
    const readings = async (windows: readonly SyncWindow[], field: WindowField): Promise<Reading[]> => {
      const limit = pLimit(COUNTS_AT_ONCE);
      return Promise.all(
        windows.map((window) =>
          limit(async () => ({ fulfilment, field, window, counted: await count(window, field, fulfilment) })),
        ),
      );
    };
    if (options.mode === 'historical' && options.from !== null) {
      const to = options.to === null ? startedAt : new Date(options.to);
      return readings(windowsBetween(new Date(options.from), to, false), 'created');
    }
    const watermark = options.mode === 'incremental' ? await store.watermark(key, orderWatermark(fulfilment)) : null;
    if (watermark !== null) {
      return readings(windowsBetween(new Date(Date.parse(watermark) - OVERLAP_MS), startedAt, true), 'modified');
    }
    return fullPlan(fulfilment, startedAt, count);
  };

  const plans = (await Promise.all(FULFILMENTS.map(plan))).flat();
  const due = plans.filter(({ counted, window }) => counted > 0 || window.isOpen);
  for (const { counted } of due) progress.expect(Math.max(1, Math.ceil(counted / PAGE_SIZE)), counted);
  // Newest first: the list is useful while the history still comes.
  due.sort((a, b) => b.window.to.getTime() - a.window.to.getTime());
  // Most windows are a page or two, and a live page takes seconds; a bound on pages is kept one window after another.
  const limit = pLimit(options.maxPages === null ? WINDOWS_AT_ONCE : 1);
  const readOrStop = async (reading: Reading): Promise<void> => {
    if (pagesLeft <= 0) return;
    try {
      await readWindow(reading);
    } catch (error) {
      pagesLeft = 0; // the run fails: the other windows begin nothing more
      throw error;
    }
  };
  const read = await Promise.allSettled(due.map((reading) => limit(() => readOrStop(reading))));
  const failed = read.find((result) => result.status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;

  if (plans.length > FULFILMENTS.length && options.mode !== 'historical' && pagesLeft > 0) {
    // What was edited while the closed windows were read has a stamp after our start.
    for (const fulfilment of FULFILMENTS) {
      const since = new Date(startedAt.getTime() - OVERLAP_MS);
      const [window] = windowsBetween(since, clock.now(), true);
      if (window) await readWindow({ fulfilment, field: 'modified', window, counted: 0 });
    }
  }

  const isWhole = statuses === null && options.mode !== 'historical' && pagesLeft > 0 && unrecorded === 0;
  if (isWhole && missing.length === 0) {
    // A type that the account has no orders of follows the other one, or it would be searched for from the beginning
    // every time; an account without any order starts a month back.
    const [latest] = [...newest.values()].sort().reverse();
    const otherwise = latest ?? new Date(startedAt.getTime() - WINDOW_MS).toISOString();
    for (const fulfilment of FULFILMENTS) {
      await store.saveWatermark(key, orderWatermark(fulfilment), newest.get(fulfilment) ?? otherwise);
    }
  }
  return missing;
};

/** Walks back month by month until a year is empty, at least three years; batches of counts run side by side. */
const fullPlan = async (
  fulfilment: Fulfilment,
  now: Date,
  count: (window: SyncWindow, field: WindowField, fulfilment: Fulfilment) => Promise<number>,
): Promise<Reading[]> => {
  const readings: Reading[] = [];
  const [open] = windowsBetween(new Date(now.getTime() - WINDOW_MS + 2 * 86_400_000), now, true);
  if (open)
    readings.push({ fulfilment, field: 'modified', window: open, counted: await count(open, 'modified', fulfilment) });
  let to = open?.from ?? now;
  let emptyInARow = 0;
  while ((readings.length < LEAST_WINDOWS || emptyInARow < EMPTY_WINDOWS) && to > EARLIEST) {
    const windows: SyncWindow[] = [];
    for (let index = 0; index < COUNTS_AT_ONCE; index += 1) {
      const from = new Date(to.getTime() - WINDOW_MS + 1_000);
      windows.push({ from, to: new Date(to.getTime() + 1_000), isOpen: false });
      to = from;
    }
    const counts = await Promise.all(windows.map((window) => count(window, 'modified', fulfilment)));
    windows.forEach((window, index) => {
      const counted = counts[index] ?? 0;
      emptyInARow = counted === 0 ? emptyInARow + 1 : 0;
      readings.push({ fulfilment, field: 'modified', window, counted });
    });
  }
  return readings;
};

/** One bad row never stops the others: it is counted, logged and shown. */
const observePage = async (
  account: MarketplaceAccount,
  page: TimedPage,
  { runId, context }: RunOfSync,
  { observer, digests, log }: OrderSyncDeps,
): Promise<(Observed | 'failed')[]> => {
  const known = await digests.orders(
    account.info.key,
    page.items.map(({ orderId }) => orderId),
  );
  const limit = pLimit(APPENDS_AT_ONCE);
  return Promise.all(
    page.items.map(({ orderId, reading }) =>
      limit(async (): Promise<Observed | 'failed'> => {
        const digest = known.get(orderId);
        if (digest !== undefined && digest === observer.digestOf(reading)) return 'unchanged';
        try {
          return await observer.observe({ account: account.info.key, orderId }, reading, {
            readStartedAt: page.readStartedAt,
            correlationId: context.correlationId,
            syncRunId: runId,
            assumeNew: digest === undefined,
          });
        } catch (error) {
          log.warn({ err: error, account: account.info.key, orderId }, 'an order could not be recorded');
          return 'failed';
        }
      }),
    ),
  );
};
