import type { Same } from '../sentences.js';
import type { order as romanian } from '../ro/order.js';

export const order: Same<typeof romanian> = {
  order: {
    act: { storno: 'Issue a credit note', attach: 'Attach a document', merged_labels: 'Labels as one PDF' },
    pieces_of: 'Pieces of %{name}',
    storno: {
      title: 'Credit note for invoice %{number}',
      submit: 'Issue the credit note',
      how_much: 'How much is credited',
      full: 'All that is left of the invoice, with shipping',
      partial: 'Only the chosen pieces',
      shipping: 'Credit the shipping as well',
      reason: 'Reason (printed on the credit note)',
      will_full:
        'A credit note for all that is left of invoice %{number} is issued and sent to the marketplace. It cannot be undone.',
      will_partial:
        'A credit note for one piece is issued and sent to the marketplace. It cannot be undone. |||| A credit note for %{smart_count} pieces is issued and sent to the marketplace. It cannot be undone.',
      of: 'Credit note',
      open: 'Open the credit note',
      states: { none: 'Not credited', partial: 'Partly credited', full: 'Credited' },
    },
    attach: {
      title: 'Document for order %{id}',
      submit: 'Attach',
      url: 'Address of the PDF',
      url_hint: 'The marketplace downloads it from this address.',
      name: 'Name that the customer sees',
      will: 'The document appears at the order in the customer’s account and cannot be removed from here.',
    },
    calls: {
      title: 'Calls to the marketplace',
      none: 'No call about this order of late.',
      no_answer: 'no answer',
    },
    remaining: {
      part_back: 'Finalised, a part returned',
      toggle: 'Only a part of the products',
      hint: 'Enter how many pieces remain in the order.',
    },
  },
};
