import { z } from 'zod';
import { MATCH_REASONS, MATCH_STEPS, MATCH_WARNINGS } from '../../../domain/ean/matching.js';
import { EAN_DECISION_SORTS } from '../../../projections/eanDecisions/eanDecisionQueries.js';
import { listFields } from '../lists.js';
import { accountTypeField, idField, pictureUrlField, repeatedQuery } from '../params.js';

export const eanParam = z
  .string()
  .regex(/^[^/]+$/)
  .meta({ pattern: '[^/]+', description: 'What is printed under the barcode', example: '5941234567899' });

/** Long enough that one bad code of many is named as such and does not stop the others. */
const eanField = z.string().max(500).meta({ description: 'GTIN-8, 12, 13 or 14', example: '5941234567899' });
const words = z.string().trim().min(1).max(500);
const code = z.string().trim().min(1).max(100);

export const eanSearchBody = z
  .strictObject({ account_type: accountTypeField, ean: eanField })
  .meta({ id: 'EanSearchRequest' });

export const eanBulkSearchBody = z
  .strictObject({ account_type: accountTypeField, eans: z.array(eanField).min(1).max(100) })
  .meta({ id: 'EanBulkSearchRequest' });

export const eanMatchBody = z
  .strictObject({
    account_type: accountTypeField,
    ean: eanField,
    product_data: z
      .strictObject({
        name: words.optional(),
        brand: words.optional(),
        sku: code.optional(),
        part_number: code.optional().meta({ description: 'The manufacturer’s' }),
        part_number_key: code.optional().meta({ description: 'The marketplace’s' }),
        category: words.optional(),
        category_id: idField.optional(),
      })
      .optional()
      .meta({ description: 'What is known of the product; the more, the better several hits can be told apart' }),
  })
  .meta({ id: 'EanMatchRequest' });

const format = z.enum(['GTIN-8', 'GTIN-12', 'GTIN-13', 'GTIN-14']);
const fault = z.enum(['ean-empty', 'ean-not-digits', 'ean-length', 'ean-check-digit']);

export const validationSchema = z
  .object({
    valid: z.boolean(),
    ean: z.string(),
    format: format.nullable(),
    gtin14: z.string().nullable().meta({ description: 'Padded to 14 digits: equal codes are equal here' }),
    error: fault.nullable(),
  })
  .meta({ id: 'EanValidation' });

const product = {
  ean: z.string(),
  part_number_key: z.string(),
  product_name: z.string(),
  brand_name: z.string().nullable(),
  category_name: z.string().nullable(),
  doc_category_id: z.string().nullable(),
  site_url: z.string().nullable(),
  product_image: z.string().nullable().meta({ description: 'Where the marketplace keeps the picture' }),
  picture_url: pictureUrlField,
  allowed_to_add_offer: z.boolean(),
  vendor_has_offer: z.boolean(),
  hotness: z.string().nullable(),
};

const foundProduct = z.object({ account_type: z.string(), ...product }).meta({ id: 'CatalogueProduct' });

const count = z.int().nonnegative();

export const quotaSchema = z
  .object({
    account_type: z.string(),
    limit: count.nullable().meta({ description: 'Calls a day that the marketplace allows; null: no such limit' }),
    remaining: count.nullable().meta({ description: 'Calls that fit into the next 24 hours' }),
    available_now: count.nullable().meta({ description: 'Calls that may be made at once' }),
    next_at: z.iso.datetime().nullable(),
    resets_at: z.iso.datetime().nullable().meta({ description: 'When all of it is available again; null: now' }),
  })
  .meta({ id: 'EanQuota' });

export const quotasSchema = z.object({ quotas: z.array(quotaSchema) });

const unavailable = z.array(z.object({ account_type: z.string(), code: z.string(), detail: z.string() }));
const quotas = { quota: quotaSchema, quotas: z.array(quotaSchema), unavailable };

const group = { ean: z.string(), gtin14: z.string(), products: z.array(foundProduct), count };

export const eanSearchSchema = z.object({ ...group, ...quotas }).meta({ id: 'EanSearch' });

export const eanBulkSearchSchema = z
  .object({
    results: z.array(z.object(group)).meta({ description: 'One for each code that the catalogue knows' }),
    not_found: z.array(z.string()),
    invalid: z.array(z.object({ ean: z.string(), error: fault })),
    not_searched: z.array(z.string()).meta({ description: 'The quota or the marketplace gave out before them' }),
    total: count,
    ...quotas,
  })
  .meta({ id: 'EanBulkSearch' });

const candidate = z.object({
  ...product,
  score: z.int().min(0).max(100).meta({ description: '50: only the code speaks for it' }),
  reasons: z.array(z.enum(MATCH_REASONS)),
});

const localProduct = z.object({
  id: z.string(),
  account_type: z.string(),
  offer_id: z.string(),
  sku: z.string().nullable(),
  name: z.string(),
  part_number_key: z.string().nullable(),
  eans: z.array(z.string()),
  is_active: z.boolean(),
  matched_by: z.array(z.enum(['part_number_key', 'ean', 'sku'])),
});

export const recommendationField = z.enum([
  'already_have_offer',
  'can_add_offer',
  'cannot_add_offer',
  'create_new_product',
]);

const match = {
  match_found: z.boolean(),
  recommendation: recommendationField,
  action: z.enum(['update_existing_offer', 'create_new_offer', 'contact_emag_support', 'submit_new_product_to_emag']),
  emag_product: candidate.nullable().meta({ description: 'The best candidate' }),
  local_product: localProduct.nullable(),
};

const details = {
  account_type: z.string(),
  ean: z.string(),
  gtin14: z.string(),
  ambiguous: z.boolean().meta({ description: 'The code has several products' }),
  needs_confirmation: z.boolean(),
  candidates: z.array(candidate).meta({ description: 'Best first' }),
  warnings: z.array(z.enum(MATCH_WARNINGS)),
  steps: z.array(z.enum(MATCH_STEPS)).meta({ description: 'What a person does next, in order' }),
  decided_at: z.iso.datetime(),
};

export const eanMatchSchema = z
  .object({
    ...match,
    details: z.object({
      decision_id: z.uuid(),
      ...details,
      other_offers: z.array(localProduct).meta({ description: 'Offers of other accounts on the same product' }),
      quota: quotaSchema,
    }),
  })
  .meta({ id: 'EanMatch' });

const text = z.string().nullable();

export const eanDecisionSchema = z
  .object({
    id: z.uuid(),
    ...match,
    ...details,
    product_data: z.object({
      name: text,
      brand: text,
      sku: text,
      part_number: text,
      part_number_key: text,
      category: text,
      category_id: text,
    }),
    decided_by: z.object({ kind: z.string(), id: z.string() }),
  })
  .meta({ id: 'EanDecision' });

export const eanDecisionQuery = z.strictObject({
  account_type: accountTypeField,
  recommendation: repeatedQuery(recommendationField, 'What was recommended').optional(),
  ...listFields(EAN_DECISION_SORTS),
});
