import { z } from 'zod';
import { OFFER_SORTS } from '../../../projections/offers/offerQueries.js';
import { listFields } from '../lists.js';
import { accountTypeField, booleanQuery, intQuery, repeatedQuery } from '../params.js';

const offerStatuses = ['inactive', 'active', 'end_of_life'] as const;

/** 0 inactive, 1 active, 2 end of life; the names are taken too. */
const offerStatus = z.enum(['0', '1', '2', ...offerStatuses]).transform((value) => {
  const index = ['0', '1', '2'].indexOf(value);
  return offerStatuses[index] ?? offerStatuses.find((name) => name === value) ?? 'active';
});

const priceQuery = (description: string) =>
  z
    .string()
    .regex(/^[0-9]{1,10}(?:\.[0-9]{1,4})?$/, 'a price such as 120.50')
    .meta({ description: `${description}, net` });

const shared = {
  account_type: accountTypeField,
  include_inactive: booleanQuery('Inactive ones as well').optional(),
  brand: z.string().trim().min(1).max(200).optional(),
  validation_status: intQuery(0, 99, 'The marketplace’s number of the validation status').optional(),
  in_stock: booleanQuery('Only what is, or is not, in stock').optional(),
  status: repeatedQuery(offerStatus, '0 inactive, 1 active, 2 end of life').optional(),
  ...listFields(OFFER_SORTS),
};

export const productListQuery = z.strictObject(shared);

export const offerListQuery = z.strictObject({
  ...shared,
  buy_box_lost: booleanQuery('Only offers that somebody else undersells, or only the others').optional(),
  price_min: priceQuery('Lowest price').optional(),
  price_max: priceQuery('Highest price').optional(),
});

const price = z.string().nullable().meta({ description: 'Net, four decimals' });

const offerRow = {
  id: z.string(),
  sku: z.string().nullable(),
  account_type: z.string(),
  price_net: price,
  price_gross: z.string().nullable().meta({ description: 'Gross, two decimals' }),
  currency: z.string(),
  last_synced_at: z.iso.datetime(),
  sync_status: z.enum(['synced', 'pending', 'refused', 'conflict']),
};

export const productSchema = z
  .looseObject({
    ...offerRow,
    name: z.string(),
    stock_quantity: z.int(),
    is_active: z.boolean(),
    brand: z.string().nullable(),
    category_name: z.string().nullable(),
    part_number_key: z.string().nullable(),
    eans: z.array(z.string()),
  })
  .meta({ id: 'Product' });

export const offerSchema = z
  .looseObject({
    ...offerRow,
    min_price_net: price,
    max_price_net: price,
    recommended_price_net: price,
    stock: z.int(),
    available_stock: z.int(),
    status: z.int().min(0).max(2),
    status_name: z.enum(offerStatuses),
    is_available: z.boolean(),
    buy_button_rank: z.int().nullable(),
    last_change: z
      .looseObject({ operation_id: z.string(), state: z.string() })
      .nullable()
      .meta({ description: 'The last change from here: what was wished, and what became of it' }),
    conflict: z.looseObject({ at: z.iso.datetime() }).nullable().meta({
      description: 'What was set here and the marketplace shows otherwise (conflict strategy `manual`)',
    }),
    revision: z.int().nonnegative(),
    best_offer_price: price,
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
      .meta({ description: 'The marketplace is the source of offers here; only emag_priority changes anything' }),
  })
  .optional()
  .meta({ id: 'ProductSync' });
