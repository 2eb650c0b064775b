import type { Actor } from '../../application/ports/eventStore.js';
import type { CatalogueProduct } from '../../domain/ean/catalogueProduct.js';
import type { EanMatchDecision } from '../../domain/ean/eanMatch.js';
import { ACTIONS, stepsOf, type Candidate, type LocalOffer } from '../../domain/ean/matching.js';

/** A product of the catalogue, under the marketplace's own names. */
export const catalogueProductView = (product: CatalogueProduct) => ({
  ean: product.ean,
  part_number_key: product.partNumberKey,
  product_name: product.name,
  brand_name: product.brand,
  category_name: product.categoryName,
  doc_category_id: product.categoryId,
  site_url: product.url,
  product_image: product.imageUrl,
  allowed_to_add_offer: product.isOfferAllowed,
  vendor_has_offer: product.hasOffer,
  hotness: product.hotness,
});

export const localOfferView = (offer: LocalOffer) => ({
  id: `${offer.account}-${offer.offerId}`,
  account_type: offer.account,
  offer_id: offer.offerId,
  sku: offer.sku,
  name: offer.name,
  part_number_key: offer.partNumberKey,
  eans: offer.eans,
  is_active: offer.isActive,
  matched_by: offer.matchedBy,
});

const candidateView = ({ product, score, reasons }: Candidate) => ({
  ...catalogueProductView(product),
  score,
  reasons,
});

/** What a match answers and what a stored decision shows. */
export const matchView = (decision: EanMatchDecision) => {
  const { recommendation, candidates, localOffer } = decision;
  const [best] = candidates;
  return {
    match_found: candidates.length > 0,
    recommendation,
    action: ACTIONS[recommendation],
    emag_product: best ? candidateView(best) : null,
    local_product: localOffer && localOfferView(localOffer),
    details: {
      decision_id: decision.decisionId,
      account_type: decision.account,
      ean: decision.ean,
      gtin14: decision.gtin14,
      ambiguous: decision.isAmbiguous,
      needs_confirmation: decision.needsConfirmation,
      candidates: candidates.map(candidateView),
      warnings: decision.warnings,
      steps: stepsOf(decision),
      decided_at: decision.at,
    },
  };
};

/** A row of the list of decisions. */
export const eanDecisionView = (decision: EanMatchDecision, actor: Actor) => {
  const { details, ...match } = matchView(decision);
  const { decision_id: id, ...rest } = details;
  return {
    id,
    ...rest,
    ...match,
    product_data: {
      name: decision.asked.name ?? null,
      brand: decision.asked.brand ?? null,
      sku: decision.asked.sku ?? null,
      part_number: decision.asked.partNumber ?? null,
      part_number_key: decision.asked.partNumberKey ?? null,
      category: decision.asked.category ?? null,
      category_id: decision.asked.categoryId ?? null,
    },
    decided_by: { kind: actor.kind, id: actor.id },
  };
};
