import { accounts } from './en/accounts.js';
import { acts } from './en/acts.js';
import { awbs } from './en/awbs.js';
import { bulk } from './en/bulk.js';
import { codes } from './en/codes.js';
import { customers } from './en/customers.js';
import { dashboard } from './en/dashboard.js';
import { ean } from './en/ean.js';
import { invoices } from './en/invoices.js';
import { jobs } from './en/jobs.js';
import { notifications } from './en/notifications.js';
import { operations } from './en/operations.js';
import { order } from './en/order.js';
import { orders } from './en/orders.js';
import { products } from './en/products.js';
import { selection } from './en/selection.js';
import { settings } from './en/settings.js';
import { shell } from './en/shell.js';
import { start } from './en/start.js';
import { sync } from './en/sync.js';
import { system } from './en/system.js';
import { words } from './en/words.js';
import type { Same } from './sentences.js';
import type { romanian } from './romanian.js';

export const english: Same<typeof romanian> = {
  magflow: {
    ...shell,
    ...words,
    ...codes,
    ...order,
    ...orders,
    ...acts,
    ...bulk,
    ...customers,
    ...sync,
    ...products,
    ...ean,
    ...awbs,
    ...invoices,
    ...accounts,
    ...operations,
    ...jobs,
    ...selection,
    ...settings,
    ...start,
    ...system,
    ...notifications,
    ...dashboard,
  },
};
