import { z } from 'zod';
import { OFFER_SORTS } from '../../../projections/offers/offerQueries.js';
import { listFields } from '../lists.js';
import { accountTypeField, booleanQuery, intQuery, pictureUrlField, repeatedQuery } from '../params.js';

export const offerStatuses = ['inactive', 'active', 'end_of_life'] as const;

/** 0 inactive, 1 active, 2 end of life; the names are taken too. */
export const offerStatus = z.enum(['0', '1', '2', ...offerStatuses]).transform((value) => {
  const index = ['0', '1', '2'].indexOf(value);
  return offerStatuses[index] ?? offerStatuses.find((name) => name === value) ?? 'active';
});

const priceQuery = (description: string) =>
  z
    .string()
    .regex(/^[0-9]{1,10}(?:\.[0-9]{1,4})?$/, 'a price such as 120.50')
    .meta({ description: `${description}, net` });

/** Filters that lists of products, of offers and the catalogue share. */
export const offerFilters = {
  account_type: accountTypeField,
  brand: z.string().trim().min(1).max(200).optional().meta({ description: 'The brand, in any case' }),
  validation_status: intQuery(0, 99, 'The marketplace’s number of the validation status').optional(),
  in_stock: booleanQuery('Only what is, or is not, in stock').optional(),
  status: repeatedQuery(offerStatus, '0 inactive, 1 active, 2 end of life').optional(),
};

export const buyBoxLost = booleanQuery('Only offers that somebody else undersells, or only the others').optional();

const shared = {
  ...offerFilters,
  include_inactive: booleanQuery('Inactive ones as well').optional(),
  ...listFields(OFFER_SORTS),
};

export const productListQuery = z.strictObject(shared);

export const offerListQuery = z.strictObject({
  ...shared,
  buy_box_lost: buyBoxLost,
  price_min: priceQuery('Lowest price').optional(),
  price_max: priceQuery('Highest price').optional(),
});

export const netPrice = z
  .string()
  .regex(/^-?[0-9]+[.][0-9]{4}$/)
  .nullable()
  .meta({ description: 'Net, four decimals' });
export const grossPrice = z
  .string()
  .regex(/^-?[0-9]+[.][0-9]{2}$/)
  .nullable()
  .meta({ description: 'Gross, two decimals' });
export const syncStatus = z.enum(['synced', 'pending', 'refused', 'conflict']).meta({
  description: 'pending: a change is under way; refused: the last one was; conflict: a person is to decide',
});
export const validation = z
  .object({ value: z.int(), text: z.string() })
  .nullable()
  .meta({ description: 'The marketplace’s number and words' });

export const imageUrl = z.string().nullable().meta({ description: 'Where the marketplace keeps the picture' });

const changedValues = z.object({
  price_net: netPrice.optional(),
  stock: z.int().optional(),
  status: z.int().min(0).max(2).optional(),
  status_name: z.enum(offerStatuses).optional(),
});

const offerRow = {
  id: z.string(),
  offer_id: z.string().meta({ description: "The seller's own id of the offer" }),
  sku: z.string().nullable(),
  account_type: z.string(),
  price_net: netPrice,
  price_gross: grossPrice,
  currency: z.string(),
  last_synced_at: z.iso.datetime(),
  sync_status: syncStatus,
};

export const productSchema = z
  .looseObject({
    ...offerRow,
    name: z.string(),
    stock_quantity: z.int(),
    is_active: z.boolean(),
    status: z.int().min(0).max(2),
    status_name: z.enum(offerStatuses),
    brand: z.string().nullable(),
    category_id: z.string().nullable(),
    category_name: z.string().nullable(),
    part_number_key: z.string().nullable(),
    eans: z.array(z.string()),
    validation_status: validation,
    image_url: imageUrl,
    picture_url: pictureUrlField,
    url: z.string().nullable(),
  })
  .meta({ id: 'Product' });

export const offerSchema = z
  .looseObject({
    ...offerRow,
    name: z.string(),
    image_url: imageUrl,
    picture_url: pictureUrlField,
    min_price_net: netPrice,
    max_price_net: netPrice,
    recommended_price_net: netPrice,
    vat_rate: z.string().nullable().meta({ description: 'Fraction, such as 0.21' }),
    stock: z.int(),
    available_stock: z.int(),
    status: z.int().min(0).max(2),
    status_name: z.enum(offerStatuses),
    is_available: z.boolean(),
    buy_button_rank: z.int().nullable(),
    number_of_offers: z.int().nullable(),
    best_offer_price: netPrice,
    offer_validation_status: validation,
    last_change: z
      .object({
        operation_id: z.string(),
        state: z.enum(['requested', 'attempted', 'in_doubt', 'done', 'refused']),
        requested: changedValues,
        code: z.string().nullable(),
        text: z.string().nullable().meta({ description: "The marketplace's own words when it refused" }),
        at: z.iso.datetime(),
      })
      .nullable()
      .meta({ description: 'The last change from here: what was wished, and what became of it' }),
    conflict: z.object({ ours: changedValues, at: z.iso.datetime() }).nullable().meta({
      description: 'What was set here and the marketplace shows otherwise (conflict strategy `manual`)',
    }),
    revision: z.int().nonnegative(),
  })
  .meta({ id: 'Offer' });

export const allProductsSyncBody = z
  .strictObject({
    account_type: accountTypeField,
    max_pages_per_account: z.int().min(1).max(1_000).optional(),
    include_inactive: z.boolean().optional(),
    mode: z.enum(['incremental', 'full']).optional(),
    conflict_strategy: z
      .enum(['emag_priority', 'local_priority', 'newest_wins', 'manual'])
      .optional()
      .meta({
        description:
          'What becomes of a price or status that was set here and that the marketplace no longer shows. ' +
          '`emag_priority` (when absent) and `newest_wins` take what it shows; `local_priority` sets ours again; ' +
          '`manual` takes it, notifies, and leaves a `conflict` on the offer. Stock is always taken.',
      }),
  })
  .optional()
  .meta({ id: 'ProductSync' });
