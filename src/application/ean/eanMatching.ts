import {
  eanMatchStream,
  type DecideEanMatch,
  type EanMatch,
  type EanMatchDecided,
  type EanMatchDecision,
} from '../../domain/ean/eanMatch.js';
import { spellingsOf, type Gtin } from '../../domain/ean/gtin.js';
import type { LocalOffer, ProductData } from '../../domain/ean/matching.js';
import type { Aggregates } from '../aggregates.js';
import { deriveId } from '../eventIds.js';
import type { Clock } from '../ports/clock.js';
import type { LocalOffers } from '../ports/localOffers.js';
import type { EanQuota } from '../ports/marketplace.js';
import type { CommandContext } from '../services.js';
import type { EanLookUp } from './eanLookUp.js';

export type EanMatchAggregates = Aggregates<EanMatch, DecideEanMatch, EanMatchDecided>;

export interface EanMatchingDeps {
  readonly lookUp: EanLookUp;
  readonly localOffers: LocalOffers;
  readonly decisions: EanMatchAggregates;
  readonly clock: Clock;
}

export interface DecidedMatch {
  readonly decision: EanMatchDecision;
  /** Offers of the other accounts with the same code or key. */
  readonly elsewhere: readonly LocalOffer[];
  readonly quota: EanQuota;
  readonly revision: bigint;
  readonly position: bigint | null;
}

/** Looks a code up, says what follows for the account, and keeps the decision. */
export class EanMatching {
  constructor(private readonly deps: EanMatchingDeps) {}

  /** The same operation is the same decision. @throws EanQuotaExhausted, MarketplaceError, EventStoreUnavailable */
  async decide(account: string, gtin: Gtin, asked: ProductData, context: CommandContext): Promise<DecidedMatch> {
    const { lookUp, localOffers, decisions, clock } = this.deps;
    const decisionId = context.operationId ?? deriveId('ean-decision', context.correlationId);
    const { products, quota } = await lookUp.search(account, [gtin], context.correlationId);
    const found = products.get(gtin.gtin14) ?? [];
    const offers = await localOffers.find({
      eans: [...new Set([...spellingsOf(gtin), gtin.ean, gtin.gtin14])],
      partNumberKeys: [
        ...new Set([
          ...found.map(({ partNumberKey }) => partNumberKey),
          ...(asked.partNumberKey ? [asked.partNumberKey] : []),
        ]),
      ],
      sku: asked.sku ?? null,
    });
    const handled = await decisions.handle(
      eanMatchStream(gtin.gtin14),
      {
        type: 'DecideEanMatch',
        data: {
          decisionId,
          account,
          gtin,
          asked,
          products: found,
          offers: offers.filter((offer) => offer.account === account),
        },
        at: clock.now(),
      },
      {
        cause: decisionId,
        metadata: {
          correlationId: context.correlationId,
          actor: context.actor,
          ...(context.traceparent !== undefined && { traceparent: context.traceparent }),
        },
      },
    );
    const decision = handled.state[decisionId];
    if (!decision) throw new Error(`The decision ${decisionId} was not kept`);
    return {
      decision,
      elsewhere: offers.filter((offer) => offer.account !== account && offer.matchedBy.some((code) => code !== 'sku')),
      quota,
      revision: handled.revision,
      position: handled.position,
    };
  }
}
