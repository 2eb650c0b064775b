import type { OrderFacts } from '../../domain/order/orderFacts.js';
import type { Rollup } from '../projection.js';
import { rowsOfGroups } from '../rollUp.js';
import { plain, searchVector } from '../searchTerms.js';
import { ALL_ACCOUNTS } from './customerQueries.js';
import type { OrderListState } from './orderListState.js';
import type { KnownOrder } from './seenOrder.js';

/** What the customer's row shows of their latest order. */
export const customerOf = ({ facts, person }: KnownOrder) => ({
  name: person.name,
  sorted: plain(person.name),
  company: facts.isCompany ? person.company : null,
  email: person.email,
  phone: person.phone,
  city: person.shipping.city,
  county: person.shipping.county,
  country: person.shipping.country,
  terms: searchVector({
    texts: [facts.customerId, person.name, person.company, person.email, person.shipping.name, person.shipping.city],
    phones: [person.phone, person.shipping.phone],
  }),
});

const scope = { name: 'scope', type: 'text not null' };
const tier = { name: 'tier', type: 'text not null' };
const hasReturns = { name: 'has_returns', type: 'boolean not null' };

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** By orders that stand: neither cancelled nor returned. Amounts do not enter, since currencies are never compared. */
const TIER = `case when kept >= 10 then 'vip' when kept >= 5 then 'loyal' when kept >= 2 then 'returning'
                   when kept = 1 then 'new' else 'none' end`;

const DISTINCT_ACCOUNTS = `(select json_agg(distinct account order by account)
                                from regexp_split_to_table(accounts, ',') as account)`;

const MEMBER = ['key', 'account', 'order_id', 'status', 'ordered_at', 'total', 'currency', 'customer_id', 'customer'];

/**
 * Customers by the marketplace's id: a row for each account that they bought from and one over all. An order without
 * a customer id belongs to nobody's row.
 */
export const customersRollup: Rollup<OrderListState> = {
  name: 'customers',
  columns: [
    scope,
    { name: 'customer_id', type: 'text not null' },
    { name: 'name', type: 'text not null' },
    tier,
    hasReturns,
    { name: 'orders', type: 'integer not null' },
    // In the currency that most of their orders are in.
    { name: 'spend', type: 'numeric(18,2) not null' },
    { name: 'last_order_at', type: 'timestamptz not null' },
    { name: 'terms', type: 'tsvector not null' },
    { name: 'item', type: 'json not null' },
  ],
  indexes: [
    { name: 'orders', definition: '(scope, orders, key)' },
    { name: 'spend', definition: '(scope, spend, key)' },
    { name: 'last_order', definition: '(scope, last_order_at, key)' },
    { name: 'name', definition: '(scope, name, key)' },
    { name: 'tier_last_order', definition: '(scope, tier, last_order_at, key)' },
    { name: 'with_returns', definition: '(scope, last_order_at, key) where has_returns' },
    { name: 'terms', definition: 'using gin (terms)' },
  ],
  counters: [{ name: 'customer_totals', by: [scope, tier, hasReturns] }],

  groupOf: ({ order }) => order.facts.customerId,
  basisOf: ({ order, total }) => {
    const { status, orderedAt, currency }: OrderFacts = order.facts;
    return [status, orderedAt, currency, total.gross, customerOf(order)];
  },

  query: (table) => `
    select scope || ':' || customer_id as key, customer_id as group_key, scope, customer_id,
           latest->>'sorted' as name, ${TIER} as tier, returned > 0 as has_returns, orders,
           coalesce(main_spend, 0) as spend, last_order_at, (latest->>'terms')::tsvector as terms,
           json_build_object('id', customer_id, 'name', latest->>'name', 'company', latest->>'company',
             'email', latest->>'email', 'phone', latest->>'phone', 'city', latest->>'city',
             'county', latest->>'county', 'country', latest->>'country', 'accounts', ${DISTINCT_ACCOUNTS}, 'tier', ${TIER},
             'orders', orders, 'canceled', canceled, 'returns', returned, 'spend', coalesce(spends, '[]'::json),
             'first_order_at', ${iso('first_order_at')}, 'last_order_at', ${iso('last_order_at')},
             'last_order_id', last_order) as item
      from (
        select scope, customer_id, sum(orders)::int as orders, sum(kept)::int as kept, sum(canceled)::int as canceled,
               sum(returned)::int as returned, min(first_order_at) as first_order_at, max(last_order_at) as last_order_at,
               (array_agg(latest order by last_order_at desc, last_order desc))[1] as latest,
               (array_agg(last_order order by last_order_at desc, last_order desc))[1] as last_order,
               (array_agg(gross order by kept desc, currency))[1] as main_spend,
               json_agg(json_build_object('currency', currency, 'orders', kept, 'amount', gross::text)
                        order by kept desc, currency) filter (where kept > 0) as spends,
               string_agg(accounts, ',') as accounts
          from (
            select scope, customer_id, currency, count(*) as orders,
                   count(*) filter (where status not in ('canceled', 'returned')) as kept,
                   count(*) filter (where status = 'canceled') as canceled,
                   count(*) filter (where status = 'returned') as returned,
                   coalesce(sum(total) filter (where status not in ('canceled', 'returned')), 0.00) as gross,
                   min(ordered_at) as first_order_at, max(ordered_at) as last_order_at,
                   (array_agg(customer order by ordered_at desc, key desc))[1] as latest,
                   (array_agg(order_id order by ordered_at desc, key desc))[1] as last_order,
                   string_agg(distinct account, ',') as accounts
              from (${rowsOfGroups(table, 'customer_id', MEMBER)}) member
             cross join lateral (values ('${ALL_ACCOUNTS}'), (member.account)) scopes(scope)
             group by scope, customer_id, currency) by_currency
         group by scope, customer_id) sums`,
};
