import type { Same } from '../sentences.js';
import type { invoices as romanian } from '../ro/invoices.js';

export const invoices: Same<typeof romanian> = {
  invoices: {
    title: 'Invoices',
    tabs: { issue: 'To issue', issued: 'Issued', refused: 'Refused or not fetched', storno: 'Credit notes' },
    empty: {
      issued: 'No invoices yet',
      refused: 'No invoice refused or not fetched',
      storno: 'No credit notes yet',
    },
    refused_none_hint:
      'When an invoice cannot be issued or the marketplace does not take it, it appears here with why.',
    search: 'Number, order or customer',
    from: 'From',
    to: 'To',
    choose: 'Choose a row to see the invoice.',
    choose_order: 'Choose an order to see what its invoice will say.',
    next: 'Series %{series}, next no. %{number}',
    today: 'One invoice today |||| %{smart_count} invoices today',
    pdf_of: 'PDF of invoice %{number}',
    storno_of: 'Takes back invoice',
    reversed_full: 'The invoice was taken back wholly; the latest credit note is %{number}.',
    reversed_partial: 'The invoice was taken back in part; the latest credit note is %{number}.',
    trouble: 'Trouble',
    why: 'Why',
    since: 'Since',
    kinds: { refused: 'Refused by the marketplace', not_fetched: 'Not taken by the marketplace' },
    short: { pending: 'Waiting', fetched: 'Fetched', not_fetched: 'Not fetched' },
    not_fetched_advice:
      'The invoice is issued and remains valid. Check that MagFlow can be reached from the internet; until then the PDF can be uploaded at the marketplace by hand.',
    reverse: 'Take back',
    number: 'Number',
    order: 'Order',
    issued_at: 'Issued',
    net: 'Net',
    vat: 'VAT',
    total: 'Total',
    marketplace: 'At the marketplace',
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
