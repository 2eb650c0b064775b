import type { OfferFacts, OfferKey } from '../../domain/offer/offer.js';
import type { Rollup } from '../projection.js';
import { rowsOfGroups } from '../rollUp.js';
import { ALL_ACCOUNTS } from './catalogueQueries.js';
import type { OffersState } from './offersState.js';

/** Offers of one SKU stand together, whatever their account; one without a SKU stands alone. */
export const catalogueKey = ({ account, offerId }: OfferKey, { sku }: OfferFacts): string =>
  sku === null || sku.trim() === '' ? `offer:${account}-${offerId}` : skuKey(sku);

export const skuKey = (sku: string): string => `sku:${sku.trim()}`;

const scope = { name: 'scope', type: 'text not null' };

const MEMBER = [
  'key',
  'catalogue_key',
  'account',
  'offer_number',
  'name',
  'brand',
  'status',
  'stock',
  'validation_status',
  'is_buy_box_lost',
  'last_synced_at',
  'terms',
  'product',
  'offer',
];

/** What the row is called by: an active offer before others, then the one read last. */
const LEADING = `status = 'active' desc, last_synced_at desc, key`;

const leading = (field: string): string => `products[1]->'${field}'`;

/** Amounts of different currencies stand apart; the first is the one that most offers are in. */
const PRICES = `
  select json_agg(json_build_object('currency', currency, 'offers', offers,
                    'price_net_min', net_min::text, 'price_net_max', net_max::text,
                    'price_gross_min', gross_min::text, 'price_gross_max', gross_max::text)
                  order by offers desc, currency) as ranges,
         (array_agg(net_min order by offers desc, currency))[1] as lowest
    from (select offer->>'currency' as currency, count(*) as offers,
                 min((offer->>'price_net')::numeric(18,4)) as net_min, max((offer->>'price_net')::numeric(18,4)) as net_max,
                 min((offer->>'price_gross')::numeric(18,2)) as gross_min,
                 max((offer->>'price_gross')::numeric(18,2)) as gross_max
            from unnest(offers) as offer group by 1) by_currency`;

const EANS = `(select coalesce(json_agg(distinct ean order by ean), '[]'::json)
                 from unnest(products) as product, json_array_elements_text(product->'eans') as ean)`;

const STATUS = `case when has_active then 'active' when has_inactive then 'inactive' else 'end_of_life' end`;
const STATUS_NUMBER = `case when has_active then 1 when has_inactive then 0 else 2 end`;

/** The state that a person should see first. */
const SYNC_STATUS = `(select wanted from unnest(array['conflict', 'refused', 'pending', 'synced']) with ordinality as w(wanted, rank)
                       where exists (select from unnest(offers) as offer where offer->>'sync_status' = wanted)
                       order by rank limit 1)`;

/** The catalogue: a row a SKU for each account that offers it, and one over all accounts. */
export const catalogueRollup: Rollup<OffersState> = {
  name: 'catalogue',
  columns: [
    scope,
    { name: 'name', type: 'text not null' },
    { name: 'sku', type: 'text not null' },
    { name: 'brand', type: 'text' },
    { name: 'stock', type: 'bigint not null' },
    { name: 'price_net', type: 'numeric(18,4) not null' },
    { name: 'has_active', type: 'boolean not null' },
    { name: 'has_inactive', type: 'boolean not null' },
    { name: 'has_end_of_life', type: 'boolean not null' },
    { name: 'is_buy_box_lost', type: 'boolean not null' },
    { name: 'validation_statuses', type: 'integer[] not null' },
    { name: 'terms', type: 'tsvector not null' },
    { name: 'item', type: 'json not null' },
  ],
  indexes: [
    { name: 'name', definition: '(scope, name, key)' },
    { name: 'sku', definition: '(scope, sku, key)' },
    { name: 'stock', definition: '(scope, stock, key)' },
    { name: 'price', definition: '(scope, price_net, key)' },
    { name: 'brand', definition: '(scope, brand, name, key)' },
    { name: 'inactive', definition: '(scope, name, key) where has_inactive' },
    { name: 'end_of_life', definition: '(scope, name, key) where has_end_of_life' },
    { name: 'sold_out', definition: '(scope, name, key) where stock <= 0' },
    { name: 'buy_box', definition: '(scope, name, key) where is_buy_box_lost' },
    { name: 'validation', definition: 'using gin (validation_statuses)' },
    { name: 'terms', definition: 'using gin (terms)' },
  ],
  counters: [{ name: 'catalogue_totals', by: [scope] }],

  groupOf: ({ key, facts }) => catalogueKey(key, facts),
  // The row shows whole offers, with the revision of each.
  basisOf: ({ revision }) => revision,

  query: (table) => `
    select scope || ':' || catalogue_key as key, catalogue_key as group_key, scope,
           name, coalesce(products[1]->>'sku', '') as sku,
           brand, stock, prices.lowest as price_net,
           has_active, has_inactive, has_end_of_life, is_buy_box_lost, validation_statuses,
           terms::tsvector as terms,
           json_build_object('sku', ${leading('sku')}, 'name', ${leading('name')}, 'brand', ${leading('brand')},
             'part_number_key', ${leading('part_number_key')}, 'eans', ${EANS},
             'image_url', ${leading('image_url')}, 'url', ${leading('url')},
             'category_id', ${leading('category_id')}, 'category_name', ${leading('category_name')},
             'status', ${STATUS_NUMBER}, 'status_name', ${STATUS}, 'is_active', has_active,
             'validation_status', ${leading('validation_status')},
             'validation_statuses', to_json(validation_statuses),
             'stock_total', stock, 'available_stock_total', available, 'in_stock', stock > 0,
             'currency', prices.ranges->0->'currency',
             'price_net_min', prices.ranges->0->'price_net_min', 'price_net_max', prices.ranges->0->'price_net_max',
             'price_gross_min', prices.ranges->0->'price_gross_min',
             'price_gross_max', prices.ranges->0->'price_gross_max', 'prices', prices.ranges,
             'buy_box_lost', is_buy_box_lost, 'sync_status', ${SYNC_STATUS}, 'accounts', to_json(accounts),
             'offer_count', cardinality(offers), 'last_synced_at', products[1]->'last_synced_at',
             'offers', to_json(offers)) as item
      from (
        select scope, catalogue_key, array_agg(product order by ${LEADING}) as products,
               (array_agg(name order by ${LEADING}))[1] as name, (array_agg(brand order by ${LEADING}))[1] as brand,
               array_agg(offer order by account, offer_number, key) as offers,
               array_agg(distinct account order by account) as accounts,
               sum(stock) as stock, sum((offer->>'available_stock')::bigint) as available,
               bool_or(status = 'active') as has_active, bool_or(status = 'inactive') as has_inactive,
               bool_or(status = 'end_of_life') as has_end_of_life, bool_or(is_buy_box_lost) as is_buy_box_lost,
               coalesce(array_agg(distinct validation_status) filter (where validation_status is not null), '{}')
                 as validation_statuses,
               string_agg(terms::text, ' ') as terms
          from (${rowsOfGroups(table, 'catalogue_key', MEMBER)}) member
         cross join lateral (values ('${ALL_ACCOUNTS}'), (member.account)) scopes(scope)
         group by scope, catalogue_key) grouped
     cross join lateral (${PRICES}) prices`,
};
