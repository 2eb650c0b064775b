import { accounts } from './ro/accounts.js';
import { acts } from './ro/acts.js';
import { awbs } from './ro/awbs.js';
import { bulk } from './ro/bulk.js';
import { codes } from './ro/codes.js';
import { customers } from './ro/customers.js';
import { dashboard } from './ro/dashboard.js';
import { ean } from './ro/ean.js';
import { invoices } from './ro/invoices.js';
import { jobs } from './ro/jobs.js';
import { notifications } from './ro/notifications.js';
import { operations } from './ro/operations.js';
import { order } from './ro/order.js';
import { orders } from './ro/orders.js';
import { products } from './ro/products.js';
import { selection } from './ro/selection.js';
import { settings } from './ro/settings.js';
import { shell } from './ro/shell.js';
import { start } from './ro/start.js';
import { sync } from './ro/sync.js';
import { system } from './ro/system.js';
import { words } from './ro/words.js';

/** Every sentence of the panel, Romanian first, a file a page; the types of `en` see to it that none is missing. */
export const romanian = {
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
