import { z } from 'zod';
import type { EanMatchDecided } from '../../../domain/ean/eanMatch.js';
import { MATCH_REASONS, MATCH_WARNINGS } from '../../../domain/ean/matching.js';
import { account, instant, text, type SchemasOf } from './primitives.js';

const product = z.strictObject({
  ean: text,
  partNumberKey: text,
  name: text,
  brand: text.nullable(),
  categoryId: text.nullable(),
  categoryName: text.nullable(),
  url: text.nullable(),
  imageUrl: text.nullable(),
  isOfferAllowed: z.boolean(),
  hasOffer: z.boolean(),
  hotness: text.nullable(),
});

const localOffer = z.strictObject({
  account,
  offerId: text,
  sku: text.nullable(),
  name: text,
  partNumberKey: text.nullable(),
  eans: z.array(text).readonly(),
  isActive: z.boolean(),
  matchedBy: z.array(z.enum(['part_number_key', 'ean', 'sku'])).readonly(),
});

export const eanSchemas = {
  EanMatchDecided: z.strictObject({
    decisionId: z.uuid(),
    account,
    ean: text,
    gtin14: z.string().regex(/^\d{14}$/),
    asked: z.strictObject({
      name: text.optional(),
      brand: text.optional(),
      sku: text.optional(),
      partNumber: text.optional(),
      partNumberKey: text.optional(),
      category: text.optional(),
      categoryId: text.optional(),
    }),
    recommendation: z.enum(['already_have_offer', 'can_add_offer', 'cannot_add_offer', 'create_new_product']),
    candidates: z
      .array(z.strictObject({ product, score: z.number(), reasons: z.array(z.enum(MATCH_REASONS)).readonly() }))
      .readonly(),
    isAmbiguous: z.boolean(),
    needsConfirmation: z.boolean(),
    localOffer: localOffer.nullable(),
    warnings: z.array(z.enum(MATCH_WARNINGS)).readonly(),
    at: instant,
  }),
} satisfies SchemasOf<EanMatchDecided>;
