import type { Same } from '../sentences.js';
import type { invoices as romanian } from '../ro/invoices.js';

export const invoices: Same<typeof romanian> = {
  invoices: {
    title: 'Invoices',
    tabs: { issue: 'To issue', issued: 'Issued' },
    number: 'Number',
    order: 'Order',
    issued_at: 'Issued',
    net: 'Net',
    vat: 'VAT',
    total: 'Total',
    marketplace: 'At the marketplace',
    pdf: 'PDF',
    none: 'No invoices yet',
    none_hint: 'Invoices issued from orders appear here.',
    reason: {
      'public-url-missing': 'MagFlow cannot be reached from the internet: set MAGFLOW_PUBLIC_URL',
    },
    state: {
      pending: 'Waiting to be fetched',
      fetched: 'Fetched by the marketplace',
      not_fetched: 'Not fetched by the marketplace',
      attached: 'Attached',
      not_attached: 'Not attached',
      refused: 'Attaching refused',
    },
  },
};
