import type { Schemas } from '../api/client.js';

export type EanQuota = Schemas['EanQuota'];
export type CatalogueProduct = Schemas['CatalogueProduct'];
export type EanSearch = Schemas['EanSearch'];
export type EanBulkSearch = Schemas['EanBulkSearch'];
export type EanMatch = Schemas['EanMatch'];
export type EanDecision = Schemas['EanDecision'];
export type EanMatchWish = Schemas['EanMatchRequest'];
export type Candidate = EanDecision['candidates'][number];
export type LocalProduct = NonNullable<EanDecision['local_product']>;
export type Recommendation = EanDecision['recommendation'];

export const RECOMMENDATIONS: readonly Recommendation[] = [
  'already_have_offer',
  'can_add_offer',
  'cannot_add_offer',
  'create_new_product',
];

/** What a look-up of one code or of a hundred found. */
export interface Found {
  readonly results: EanBulkSearch['results'];
  readonly notFound: readonly string[];
  readonly invalid: EanBulkSearch['invalid'];
  readonly notSearched: readonly string[];
  readonly unavailable: EanBulkSearch['unavailable'];
}

/** A decision as it is shown, fresh or stored. */
export type ShownMatch = Pick<
  EanDecision,
  | 'account_type'
  | 'ean'
  | 'recommendation'
  | 'emag_product'
  | 'local_product'
  | 'candidates'
  | 'warnings'
  | 'steps'
  | 'ambiguous'
  | 'needs_confirmation'
> & { readonly other_offers?: readonly LocalProduct[] };
