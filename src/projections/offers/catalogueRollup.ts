import type { Rollup } from '../projection.js';
import { rowsOfGroups } from '../rollUp.js';
import { catalogueKey, SYNC_STATUSES } from './catalogueMember.js';
import { ALL_ACCOUNTS } from './catalogueQueries.js';
import type { OffersState } from './offersState.js';

const scope = { name: 'scope', type: 'text not null' };

const MEMBER = [
  'key',
  'catalogue_key',
  'account',
  'offer_number',
  'sku',
  'name',
  'brand',
  'status',
  'price_net',
  'price_gross',
  'currency',
  'stock',
  'available_stock',
  'validation_status',
  'is_buy_box_lost',
  'urgency',
  'last_synced_at',
  'eans',
  'terms',
  'head',
  'offer',
];

/** What the row is called by: an active offer before others, then the one read last. */
const leading = (column: string): string =>
  `(array_agg(${column} order by status = 'active' desc, last_synced_at desc, key))[1]`;

const RANGE = (currency: string): string =>
  `json_build_object('currency', ${currency}, 'offers', offers, 'price_net_min', net_min::text,
     'price_net_max', net_max::text, 'price_gross_min', gross_min::text, 'price_gross_max', gross_max::text)`;

/** Amounts of different currencies stand apart; the first is the one that most offers are in. */
const RANGES = `case when first_currency = last_currency then json_build_array(${RANGE('first_currency')}) else (
    select json_agg(${RANGE('currency')} order by offers desc, currency)
      from (select currency, count(*) as offers, min(net) as net_min, max(net) as net_max,
                   min(gross) as gross_min, max(gross) as gross_max
              from unnest(currencies, nets, grosses) as price(currency, net, gross) group by currency) by_currency) end`;

const EANS = `array(select distinct ean from unnest(string_to_array(eans, e'\\n')) as ean
                     where ean <> '' order by ean)`;

const STATUS = `case when has_active then 'active' when has_inactive then 'inactive' else 'end_of_life' end`;
const STATUS_NUMBER = `case when has_active then 1 when has_inactive then 0 else 2 end`;
const SYNC_STATUS = `(array[${SYNC_STATUSES.map((status) => `'${status}'`).join(', ')}])[urgency + 1]`;

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

  // Members' JSON is put together as text: taking it apart again would cost most of the time.
  query: (table) => `
    select scope || ':' || catalogue_key as key, catalogue_key as group_key, scope, name, sku, brand, stock,
           (ranges->0->>'price_net_min')::numeric as price_net, has_active, has_inactive, has_end_of_life,
           is_buy_box_lost, validation_statuses, terms::tsvector as terms,
           (left(head::text, -1) || ',' || substr(json_build_object('eans', ${EANS},
             'status', ${STATUS_NUMBER}, 'status_name', ${STATUS}, 'is_active', has_active,
             'validation_statuses', validation_statuses,
             'stock_total', stock, 'available_stock_total', available, 'in_stock', stock > 0,
             'currency', ranges->0->'currency',
             'price_net_min', ranges->0->'price_net_min', 'price_net_max', ranges->0->'price_net_max',
             'price_gross_min', ranges->0->'price_gross_min', 'price_gross_max', ranges->0->'price_gross_max',
             'prices', ranges, 'buy_box_lost', is_buy_box_lost, 'sync_status', ${SYNC_STATUS}, 'accounts', accounts,
             'offer_count', offers, 'last_synced_at',
             to_char(last_synced_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
             'offers', offer_rows)::text, 2))::json as item
      from (
        select *, ${RANGES} as ranges
          from (
            select scope, catalogue_key, count(*) as offers, ${leading('sku')} as sku, ${leading('name')} as name,
                   ${leading('brand')} as brand, ${leading('head')} as head,
                   json_agg(offer order by account, offer_number, key) as offer_rows,
                   array_agg(distinct account order by account) as accounts,
                   min(currency) as first_currency, max(currency) as last_currency,
                   min(price_net) as net_min, max(price_net) as net_max,
                   min(price_gross) as gross_min, max(price_gross) as gross_max,
                   array_agg(currency) as currencies, array_agg(price_net) as nets, array_agg(price_gross) as grosses,
                   sum(stock) as stock, sum(available_stock) as available,
                   bool_or(status = 'active') as has_active, bool_or(status = 'inactive') as has_inactive,
                   bool_or(status = 'end_of_life') as has_end_of_life, bool_or(is_buy_box_lost) as is_buy_box_lost,
                   min(urgency) as urgency, max(last_synced_at) as last_synced_at,
                   coalesce(array_agg(distinct validation_status) filter (where validation_status is not null), '{}')
                     as validation_statuses,
                   string_agg(eans, e'\\n') as eans, string_agg(terms::text, ' ') as terms
              from (${rowsOfGroups(table, 'catalogue_key', MEMBER)}) member
             cross join lateral (values ('${ALL_ACCOUNTS}'), (member.account)) scopes(scope)
             group by scope, catalogue_key) grouped) priced`,
};
