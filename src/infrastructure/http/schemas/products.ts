import { z } from 'zod';
import { CATALOGUE_SORTS } from '../../../projections/offers/catalogueQueries.js';
import { listFields } from '../lists.js';
import { accountTypeField, pictureUrlField } from '../params.js';
import {
  buyBoxLost,
  grossPrice,
  imageUrl,
  netPrice,
  offerFilters,
  offerSchema,
  offerStatuses,
  syncStatus,
  validation,
} from './catalogue.js';

/** A SKU is the seller's own text: anything without control characters, slashes included. */
const SKU = '[^\\u0000-\\u001f\\u007f]{1,200}';

export const skuPath = z.strictObject({
  sku: z
    .string()
    .regex(new RegExp(`^${SKU}$`))
    .meta({ pattern: SKU, description: "The seller's own code", example: 'RDX-40-BLU' }),
});

export const catalogueQuery = z.strictObject({ account_type: accountTypeField });

export const catalogueListQuery = z.strictObject({
  ...offerFilters,
  buy_box_lost: buyBoxLost,
  ...listFields(CATALOGUE_SORTS),
});

const priceRange = {
  currency: z.string(),
  price_net_min: netPrice,
  price_net_max: netPrice,
  price_gross_min: grossPrice,
  price_gross_max: grossPrice,
};

export const catalogueRowSchema = z
  .object({
    sku: z.string().nullable(),
    name: z.string(),
    brand: z.string().nullable(),
    part_number_key: z.string().nullable(),
    eans: z.array(z.string()),
    image_url: imageUrl,
    picture_url: pictureUrlField,
    url: z.string().nullable(),
    category_id: z.string().nullable(),
    category_name: z.string().nullable(),
    status: z.int().min(0).max(2).meta({ description: '1 when any offer is active' }),
    status_name: z.enum(offerStatuses),
    is_active: z.boolean(),
    validation_status: validation,
    validation_statuses: z.array(z.int()).meta({ description: 'Numbers of all offers' }),
    stock_total: z.int(),
    available_stock_total: z.int(),
    in_stock: z.boolean(),
    ...priceRange,
    prices: z
      .array(z.object({ ...priceRange, offers: z.int() }))
      .meta({ description: 'A range a currency; the first stands in the row itself' }),
    buy_box_lost: z.boolean(),
    sync_status: syncStatus,
    accounts: z.array(z.string()),
    offer_count: z.int().positive(),
    last_synced_at: z.iso.datetime(),
    offers: z.array(offerSchema),
  })
  .meta({ id: 'CatalogueRow' });
