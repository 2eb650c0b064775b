import type { EanMatchDecided, EanMatchDecision } from '../../domain/ean/eanMatch.js';
import type { Actor } from '../../application/ports/eventStore.js';
import { accountInData } from '../eventAccount.js';
import type { Projection } from '../projection.js';
import { searchVector } from '../searchTerms.js';
import { eanDecisionView } from './eanDecisionView.js';

interface EanDecisionState {
  readonly decision: EanMatchDecision;
  readonly actor: Actor;
  readonly position: string;
}

const decidedIn = (event: { readonly type: string; readonly data: object }): EanMatchDecision | undefined =>
  event.type === 'EanMatchDecided' ? (event as EanMatchDecided).data : undefined;

/** What was decided on codes, one row a decision; a decision never changes. */
export const eanDecisionsProjection: Projection<EanDecisionState> = {
  name: 'ean_decisions',
  version: 1,
  streamPrefixes: ['eanMatch-'],
  accountOf: accountInData,
  table: {
    name: 'ean_decisions',
    columns: [
      { name: 'account', type: 'text not null' },
      { name: 'ean', type: 'text not null' },
      { name: 'recommendation', type: 'text not null' },
      { name: 'decided_at', type: 'timestamptz not null' },
      { name: 'terms', type: 'tsvector not null' },
      { name: 'position', type: 'bigint not null' },
      { name: 'decision', type: 'json not null' },
    ],
    indexes: [
      { name: 'decided', definition: '(decided_at, key)' },
      { name: 'account_decided', definition: '(account, decided_at, key)' },
      { name: 'recommendation_decided', definition: '(recommendation, decided_at, key)' },
      { name: 'ean', definition: '(ean, key)' },
      { name: 'terms', definition: 'using gin (terms)' },
    ],
  },
  children: [],
  counters: [
    {
      name: 'ean_decision_totals',
      by: [
        { name: 'account', type: 'text' },
        { name: 'recommendation', type: 'text' },
      ],
      sums: ['decisions'],
      indexes: [],
    },
  ],

  keyOf: (event) => decidedIn(event)?.decisionId,

  evolve(state, recorded) {
    const decision = decidedIn(recorded);
    if (state || !decision) return state;
    return { decision, actor: recorded.metadata.actor, position: recorded.position.toString() };
  },

  row({ decision, actor, position }) {
    const { account, ean, gtin14, recommendation, at, asked, candidates, localOffer } = decision;
    const products = candidates.flatMap(({ product }) => [product.partNumberKey, product.name, product.brand]);
    return {
      account,
      ean,
      recommendation,
      decided_at: at,
      terms: searchVector({ texts: [ean, gtin14, asked.name, asked.sku, asked.brand, localOffer?.sku, ...products] }),
      position,
      decision: eanDecisionView(decision, actor),
    };
  },

  childRows: () => [],

  contributions: ({ decision: { account, recommendation } }) => [
    { counter: 'ean_decision_totals', by: [account, recommendation], sums: [1] },
  ],
};
