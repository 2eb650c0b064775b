import { z } from 'zod';
import { CATEGORY_LANGUAGES } from '../../../application/ports/marketplace.js';
import { listFields } from '../lists.js';
import { accountTypeField, booleanQuery, numberParam } from '../params.js';

export const CATEGORY_SORTS = ['name', 'id'] as const;

const language = z
  .enum(CATEGORY_LANGUAGES)
  .optional()
  .meta({ description: 'Language of the names; the platform’s own when absent' });

export const categoryListQuery = z.strictObject({
  account_type: accountTypeField,
  language,
  is_allowed: booleanQuery('Only those in which the seller may, or may not, offer').optional(),
  parent_id: z
    .string()
    .regex(/^[0-9]{1,18}$/)
    .optional()
    .meta({ description: 'Only the children of this category' }),
  ...listFields(CATEGORY_SORTS),
});

export const categoryQuery = z.strictObject({ account_type: accountTypeField, language });
export const categoryPath = z.strictObject({ id: numberParam });

const category = {
  id: z.string(),
  account_type: z.string(),
  name: z.string(),
  parent_id: z.string().nullable(),
  is_allowed: z.boolean(),
  is_ean_mandatory: z.boolean(),
  is_warranty_mandatory: z.boolean(),
};

export const categorySchema = z.object(category).meta({ id: 'Category' });

export const categoryDetailsSchema = z
  .object({
    ...category,
    characteristics: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        type: z.int().nullable().meta({ description: 'The marketplace’s number of the kind of value' }),
        display_order: z.int().nullable(),
        is_mandatory: z.boolean(),
        is_filter: z.boolean(),
        allows_new_values: z.boolean(),
        values: z.array(z.string()).meta({ description: 'The first 256' }),
        tags: z.array(z.string()),
      }),
    ),
    family_types: z.array(z.object({ id: z.string(), name: z.string(), characteristic_ids: z.array(z.string()) })),
  })
  .meta({ id: 'CategoryDetails' });

export const unavailableAccounts = {
  unavailable: z.array(z.object({ account_type: z.string(), code: z.string(), detail: z.string() })),
};
