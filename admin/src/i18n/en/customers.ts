import type { Same } from '../sentences.js';
import type { customers as romanian } from '../ro/customers.js';

export const customers: Same<typeof romanian> = {
  customers: {
    title: 'Customers',
    one: 'Customer',
    back: 'All customers',
    search: 'Name, phone, e-mail, id',
    name: 'Name',
    company: 'Company',
    phone: 'Phone',
    email: 'E-mail',
    city: 'Place',
    orders: 'Orders',
    orders_count: 'one order |||| %{smart_count} orders',
    spend: 'Bought',
    returns: 'Returned',
    with_returns: 'With returns',
    without_returns: 'Without returns',
    canceled: 'Cancelled',
    first_order: 'First order',
    last_order: 'Last order',
    id: 'Id at the marketplace',
    tier: 'Tier',
    tiers: {
      vip: 'Most loyal',
      loyal: 'Loyal',
      returning: 'Returning',
      new: 'New',
      none: 'No order that stands',
    },
    latest_orders: 'Latest orders',
    open_page: 'The customer’s page (one order) |||| The customer’s page (%{smart_count} orders)',
    none: 'No customer',
    none_hint: 'Customers appear with their orders.',
  },
};
