import pLimit from 'p-limit';
import { offerStream, type ObserveOffer, type Offer, type OfferEvent } from '../../domain/offer/offer.js';
import type { Aggregates } from '../aggregates.js';
import { deriveId } from '../eventIds.js';
import type { Digest, Observed } from '../order/orderObserver.js';
import type { Clock } from '../ports/clock.js';
import type { MarketplaceAccount, ReadOffer } from '../ports/marketplace.js';
import type { DigestIndex, SyncStore } from '../ports/syncStore.js';
import type { RunOfSync } from './orderSync.js';
import { readAllPages } from './pageReader.js';
import { OFFER_WATERMARK } from './watermarks.js';

export type OfferAggregates = Aggregates<Offer, ObserveOffer, OfferEvent>;

export interface OfferSyncDeps {
  readonly offers: OfferAggregates;
  readonly digest: Digest;
  readonly digests: DigestIndex;
  readonly store: SyncStore;
  readonly clock: Clock;
  readonly log: { warn(details: object, message: string): void };
}

const APPENDS_AT_ONCE = 32;

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
  const seen = new Set<string>();

  const observe = async ({ offerId, facts }: ReadOffer, known: string | undefined): Promise<Observed | 'failed'> => {
    const key = { account: account.info.key, offerId };
    const digest = deps.digest(facts);
    if (digest === known) return 'unchanged';
    try {
      const handled = await deps.offers.handle(
        offerStream(key),
        { type: 'ObserveOffer', data: { ...key, facts, digest, syncRunId: runId }, at: deps.clock.now() },
        {
          cause: deriveId(offerStream(key), digest, runId),
          metadata: { correlationId: context.correlationId, actor: { kind: 'marketplace', id: key.account } },
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
  await readAllPages(
    counted.pages,
    options.maxPages ?? Number.MAX_SAFE_INTEGER,
    (page) => {
      progress.check();
      return account.readOffers(page, filter, context);
    },
    async (page) => {
      const ids = page.items.map(({ offerId }) => offerId);
      for (const id of ids) seen.add(id);
      const known = await deps.digests.offers(account.info.key, ids);
      const observed = await Promise.all(
        page.items.map((offer) => limit(() => observe(offer, known.get(offer.offerId)))),
      );
      await progress.page([...observed, ...Array.from({ length: page.parked }, () => 'failed' as const)]);
    },
  );
  const isWhole = options.maxPages === null;
  if (isWhole) await deps.store.saveWatermark(account.info.key, OFFER_WATERMARK, deps.clock.now().toISOString());
  return isWhole && seen.size < counted.items ? [`${counted.items - seen.size} offers of ${counted.items}`] : [];
};
