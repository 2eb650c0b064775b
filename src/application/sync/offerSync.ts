import pLimit from 'p-limit';
import { offerStream, type Offer, type OfferEvent } from '../../domain/offer/offer.js';
import type { OfferCommand } from '../../domain/offer/offerDecider.js';
import type { Aggregates } from '../aggregates.js';
import type { CategoryNames } from '../categories/categoryNames.js';
import { deriveId, firstEventOf } from '../eventIds.js';
import type { Digest, Observed } from '../order/orderObserver.js';
import type { Clock } from '../ports/clock.js';
import type { MarketplaceAccount, Page, ReadOffer } from '../ports/marketplace.js';
import type { DigestIndex, SyncStore } from '../ports/syncStore.js';
import type { RunOfSync } from './orderSync.js';
import { PAGE_SIZE, readAllPages } from './pageReader.js';
import { OFFER_WATERMARK } from './watermarks.js';

export type OfferAggregates = Aggregates<Offer, OfferCommand, OfferEvent>;

export interface OfferSyncDeps {
  readonly offers: OfferAggregates;
  readonly digest: Digest;
  readonly digests: DigestIndex;
  readonly store: SyncStore;
  readonly categoryNames: CategoryNames;
  readonly clock: Clock;
  readonly log: { warn(details: object, message: string): void };
}

interface TimedPage extends Page<ReadOffer> {
  readonly readStartedAt: Date;
}

const APPENDS_AT_ONCE = 32;
const PASSES = 5;

/** Reads the whole catalogue: offers have no "modified since" (reference §12.1). Returns what is missing, as text. */
export const syncOffers = async (
  account: MarketplaceAccount,
  run: RunOfSync,
  deps: OfferSyncDeps,
): Promise<readonly string[]> => {
  const { options, progress, context, runId } = run;
  const filter = { includeInactive: options.includeInactive };
  const counted = await account.countOffers(filter, context);
  progress.expect(Math.max(1, counted.pages), counted.items);
  const categories = await deps.categoryNames(account.info.key, context.correlationId);
  const named = (offer: ReadOffer): ReadOffer => {
    const name = categories.get(offer.facts.categoryId ?? '');
    return name === undefined ? offer : { ...offer, facts: { ...offer.facts, categoryName: name } };
  };
  /** What each offer looked like: one that comes again on a moved page or in a second pass counts once. */
  const seen = new Map<string, string>();

  const observe = async (
    { offerId, facts }: ReadOffer,
    digest: string,
    known: string | undefined,
    readStartedAt: Date,
  ): Promise<Observed | 'failed'> => {
    const key = { account: account.info.key, offerId };
    if (digest === known) return 'unchanged';
    const cause = deriveId(offerStream(key), digest, runId);
    try {
      const handled = await deps.offers.handle(
        offerStream(key),
        {
          type: 'ObserveOffer',
          data: {
            ...key,
            facts,
            digest,
            readStartedAt: readStartedAt.toISOString(),
            syncRunId: runId,
            conflictStrategy: options.conflictStrategy ?? 'emag_priority',
            operationId: cause,
          },
          at: deps.clock.now(),
        },
        {
          cause,
          metadata: {
            correlationId: context.correlationId,
            causationId: firstEventOf(runId),
            actor: { kind: 'marketplace', id: key.account },
          },
          actors: { OfferChangeRequested: { kind: 'job', id: 'sync' } },
          assumeNew: known === undefined,
        },
      );
      const [event] = handled.events;
      if (!event) return 'unchanged';
      return event.type === 'OfferReceived' ? 'created' : 'updated';
    } catch (error) {
      deps.log.warn({ err: error, account: key.account, offerId }, 'an offer could not be recorded');
      return 'failed';
    }
  };

  const limit = pLimit(APPENDS_AT_ONCE);
  const takePage = async ({ items, readStartedAt }: TimedPage, newlyParked: number): Promise<void> => {
    const fresh = items
      .map(named)
      .map((offer) => ({ offer, digest: deps.digest(offer.facts) }))
      .filter(({ offer, digest }) => seen.get(offer.offerId) !== digest);
    for (const { offer, digest } of fresh) seen.set(offer.offerId, digest);
    const known = await deps.digests.offers(
      account.info.key,
      fresh.map(({ offer }) => offer.offerId),
    );
    const observed = await Promise.all(
      fresh.map(({ offer, digest }) => limit(() => observe(offer, digest, known.get(offer.offerId), readStartedAt))),
    );
    await progress.page([...observed, ...Array.from({ length: newlyParked }, () => 'failed' as const)]);
  };

  // Reads have no order, and offers move over a page's border while we page (reference §4.2): whatever the count says
  // and no page showed is looked for again, as long as looking finds something.
  let expected = counted.items;
  let shown = 0;
  let mostParked = 0;
  for (let pass = 1; pass <= PASSES; pass += 1) {
    const before = seen.size;
    let parked = 0;
    await readAllPages(
      Math.ceil(expected / PAGE_SIZE),
      options.maxPages ?? Number.MAX_SAFE_INTEGER,
      async (page) => {
        progress.check();
        const readStartedAt = deps.clock.now();
        return { ...(await account.readOffers(page, filter, context)), readStartedAt };
      },
      (page) => {
        parked += page.parked;
        const newlyParked = Math.max(0, parked - mostParked);
        mostParked += newlyParked;
        return takePage(page, newlyParked);
      },
    );
    if (options.maxPages !== null) break;
    expected = (await account.countOffers(filter, context)).items;
    shown = seen.size + mostParked;
    if (shown >= expected || (pass > 1 && seen.size === before)) break;
    deps.log.warn({ account: account.info.key, expected, shown, pass }, 'offers are missing, reading them again');
  }
  const isWhole = options.maxPages === null;
  if (isWhole) await deps.store.saveWatermark(account.info.key, OFFER_WATERMARK, deps.clock.now().toISOString());
  return isWhole && shown < expected ? [`${expected - shown} offers of ${expected}`] : [];
};
