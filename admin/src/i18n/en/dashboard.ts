import type { Same } from '../sentences.js';
import type { dashboard as romanian } from '../ro/dashboard.js';

export const dashboard: Same<typeof romanian> = {
  dashboard: {
    title: 'Dashboard',
    now: 'What needs you now',
    confirm: 'To confirm',
    ship: 'To ship',
    invoice: 'To invoice',
    doubt: 'AWBs in doubt',
    month: 'This month',
    against: 'against the same days of last month',
    sales_net: 'Net sales',
    orders: 'Orders',
    average: 'Average order, gross',
    trend: 'Net sales by day, last 90 days',
    mix: 'Orders by status',
    health: 'Accounts and system',
    no_sales: 'No sales in this period.',
    before: 'last month %{value}',
  },
};
