import type { Decider } from '../decider.js';
import type { CatalogueProduct } from './catalogueProduct.js';
import type { Gtin } from './gtin.js';
import { matchProduct, type LocalOffer, type Match, type ProductData } from './matching.js';

/** What was asked, what the catalogue showed, and what followed from it. */
export interface EanMatchDecision extends Match {
  readonly decisionId: string;
  readonly account: string;
  /** As it was typed. */
  readonly ean: string;
  readonly gtin14: string;
  readonly asked: ProductData;
  readonly at: string;
}

// Stored for good: rename nothing here, add optional fields, upcast when a shape must change.
export interface EanMatchDecided {
  type: 'EanMatchDecided';
  data: EanMatchDecision;
}

export interface DecideEanMatch {
  type: 'DecideEanMatch';
  data: {
    decisionId: string;
    account: string;
    gtin: Gtin;
    asked: ProductData;
    products: readonly CatalogueProduct[];
    /** Of this account. */
    offers: readonly LocalOffer[];
  };
  at: Date;
}

/** Every decision on one number, by its id. */
export type EanMatch = Readonly<Record<string, EanMatchDecision>>;

export const eanMatchDecider: Decider<EanMatch, DecideEanMatch, EanMatchDecided> = {
  initialState: {},

  decide({ data: { decisionId, account, gtin, asked, products, offers }, at }, decisions) {
    if (decisions[decisionId]) return [];
    const match = matchProduct(gtin, asked, products, offers);
    const { recommendation, candidates, isAmbiguous, needsConfirmation, localOffer, warnings } = match;
    return [
      {
        type: 'EanMatchDecided',
        data: {
          decisionId,
          account,
          ean: gtin.ean,
          gtin14: gtin.gtin14,
          asked,
          recommendation,
          candidates,
          isAmbiguous,
          needsConfirmation,
          localOffer,
          warnings,
          at: at.toISOString(),
        },
      },
    ];
  },

  evolve(decisions, { type, data }) {
    return type === 'EanMatchDecided' ? { ...decisions, [data.decisionId]: data } : decisions;
  },
};

export const eanMatchStream = (gtin14: string): string => `eanMatch-${gtin14}`;
