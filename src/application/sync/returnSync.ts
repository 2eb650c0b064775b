import pLimit from 'p-limit';
import { orderStream } from '../../domain/order/orderEvents.js';
import type { Fulfilment } from '../../domain/order/orderFacts.js';
import {
  OPEN_RETURN_STATUSES,
  returnStream,
  type ObserveReturn,
  type ReturnEvent,
  type ReturnReading,
  type ReturnState,
} from '../../domain/returns/returnRequest.js';
import type { Aggregates } from '../aggregates.js';
import { deriveId, firstEventOf } from '../eventIds.js';
import { personIdOf, type Digest } from '../order/orderObserver.js';
import type { OrderAggregates } from '../order/orderService.js';
import type { Clock } from '../ports/clock.js';
import type { CallContext, MarketplaceAccount, ReadReturn, ReturnFilter } from '../ports/marketplace.js';
import type { ReturnIndex } from '../ports/returnIndex.js';
import type { SyncStore } from '../ports/syncStore.js';
import { PAGE_SIZE } from './pageReader.js';
import { RETURN_WATERMARK } from './watermarks.js';

export type ReturnAggregates = Aggregates<ReturnState, ObserveReturn, ReturnEvent>;

export interface ReturnSyncDeps {
  readonly returns: ReturnAggregates;
  readonly orders: Pick<OrderAggregates, 'load'>;
  readonly index: ReturnIndex;
  readonly digest: Digest;
  readonly store: Pick<SyncStore, 'watermark' | 'saveWatermark'>;
  readonly clock: Clock;
  readonly log: { warn(details: object, message: string): void };
}

export interface ReturnSyncRun {
  /** The order sync that this one follows. */
  readonly runId: string;
  /** Everything, whatever was read before. */
  readonly isFull: boolean;
  readonly context: CallContext;
}

const FULFILMENTS: readonly Fulfilment[] = ['own', 'fbe'];
/** A request may be inserted with a stamp before that of one already seen. */
const OVERLAP_MS = 24 * 3_600_000;
const PASSES = 3;
const MOST_PAGES = 10_000;
/** Returns that left the open statuses are read one by one; the others wait for the next run. */
const MOST_LEFT = 200;
const APPENDS_AT_ONCE = 16;

/**
 * Reads an account's returns and appends what really differs. There is no "modified since" (reference §19.2): the open
 * ones are read by status, new ones by date, and those that left the open statuses by id.
 */
export const syncReturns = async (
  account: MarketplaceAccount,
  { runId, isFull, context }: ReturnSyncRun,
  deps: ReturnSyncDeps,
): Promise<void> => {
  const { index, store, clock, log } = deps;
  const key = account.info.key;
  const startedAt = clock.now();
  const watermark = isFull ? null : await store.watermark(key, RETURN_WATERMARK);
  const seen = new Set<string>();
  let newest = watermark;
  let failed = 0;
  const limit = pLimit(APPENDS_AT_ONCE);

  const record = async (rows: readonly ReadReturn[]): Promise<void> => {
    const known = await index.digests(
      key,
      rows.map(({ returnId }) => returnId),
    );
    const observed = await Promise.all(
      rows.map(({ returnId, reading }) =>
        limit(() => observe({ account: key, returnId }, reading, known.get(returnId), { runId, context }, deps)),
      ),
    );
    failed += observed.filter((ok) => !ok).length;
    for (const { returnId, reading } of rows) {
      seen.add(returnId);
      if (newest === null || reading.facts.requestedAt > newest) newest = reading.facts.requestedAt;
    }
  };

  /**
   * More than a page is done when a pass showed as many as are counted before and after it: a return that leaves the
   * filter meanwhile slides another one over a page's border, and would make up for it.
   */
  const readAll = async (filter: ReturnFilter): Promise<void> => {
    let counted: number | null = null;
    for (let pass = 1; pass <= PASSES; pass += 1) {
      const shown = new Set<string>();
      let parked = 0;
      for (let page = 1; page <= MOST_PAGES; page += 1) {
        context.signal?.throwIfAborted();
        const { items, rows, parked: unreadable } = await account.readReturns(filter, page, context);
        const before = shown.size;
        for (const { returnId } of items) shown.add(returnId);
        parked += unreadable;
        await record(items);
        // A server without a pager answers the same page for ever.
        if (rows < PAGE_SIZE || (shown.size === before && unreadable === 0)) break;
      }
      if (shown.size < PAGE_SIZE) return;
      const { items: after } = await account.countReturns(filter, context);
      if (after === counted && shown.size + parked >= after) return;
      if (shown.size + parked < after)
        log.warn({ account: key, after, shown: shown.size, pass }, 'returns are missing, reading them again');
      counted = after;
    }
  };

  for (const fulfilment of FULFILMENTS) {
    if (watermark === null) {
      await readAll({ fulfilment });
      continue;
    }
    for (const status of OPEN_RETURN_STATUSES) await readAll({ fulfilment, status });
    const from = new Date(Date.parse(watermark) - OVERLAP_MS).toISOString();
    const to = new Date(startedAt.getTime() + OVERLAP_MS).toISOString();
    await readAll({ fulfilment, requestedFrom: from, requestedTo: to });
  }

  if (watermark !== null) {
    for (const returnId of await index.open(key, MOST_LEFT)) {
      if (seen.has(returnId)) continue;
      context.signal?.throwIfAborted();
      const reading = await account.readReturn(returnId, context);
      if (reading) await record([{ returnId, reading }]);
    }
  }
  // An account without any return is read from its beginning every time: that is a page.
  if (newest !== null && failed === 0) await store.saveWatermark(key, RETURN_WATERMARK, newest);
};

/** One bad row never stops the others. False when it could not be recorded. */
const observe = async (
  key: { readonly account: string; readonly returnId: string },
  reading: ReturnReading,
  known: string | undefined,
  { runId, context }: Pick<ReturnSyncRun, 'runId' | 'context'>,
  { returns, orders, digest: digestOf, clock, log }: ReturnSyncDeps,
): Promise<boolean> => {
  const digest = digestOf(reading);
  if (digest === known) return true;
  const stream = returnStream(key);
  try {
    const orderKey = { account: key.account, orderId: reading.facts.orderId };
    const { state: order } = await orders.load(orderStream(orderKey));
    await returns.handle(
      stream,
      {
        type: 'ObserveReturn',
        data: {
          ...key,
          reading,
          // The customer's key, so that erasing the customer erases the return's person as well.
          personId: personIdOf(orderKey, order.facts?.customerId ?? null),
          digest,
          syncRunId: runId,
        },
        at: clock.now(),
      },
      {
        cause: deriveId(stream, digest, runId),
        metadata: {
          correlationId: context.correlationId,
          causationId: firstEventOf(runId),
          actor: { kind: 'marketplace', id: key.account },
        },
      },
    );
    return true;
  } catch (error) {
    log.warn({ err: error, ...key }, 'a return could not be recorded');
    return false;
  }
};
