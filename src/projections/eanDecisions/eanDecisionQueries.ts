import type { Recommendation } from '../../domain/ean/matching.js';
import type { ListPage, ListRequest } from '../listPage.js';

export const EAN_DECISION_SORTS = ['decided_at', 'ean'] as const;
export type EanDecisionSort = (typeof EAN_DECISION_SORTS)[number];

/** What is absent does not filter. */
export interface EanDecisionFilter {
  readonly accounts?: readonly string[];
  readonly recommendations?: readonly Recommendation[];
}

export interface EanDecisionQueries {
  /** Rows of `GET /emag/phase2/ean/decisions`, newest first unless asked otherwise. */
  list(filter: EanDecisionFilter, request: ListRequest<EanDecisionSort>): Promise<ListPage>;
}
