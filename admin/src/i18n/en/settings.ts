import type { Same } from '../sentences.js';
import type { settings as romanian } from '../ro/settings.js';

export const settings: Same<typeof romanian> = {
  settings: {
    title: 'Settings',
    seller: 'Seller',
    seller_hint: 'Printed on invoices, and the sender of AWBs.',
    field: {
      name: 'Name',
      fiscal_code: 'Fiscal code',
      registration: 'Trade register no.',
      address: 'Address',
      city: 'City',
      county: 'County',
      postcode: 'Postcode',
      country: 'Country',
      iban: 'IBAN',
      contact: 'Contact person',
      phone: 'Phone',
    },
    series: 'Invoice series',
    series_hint:
      'Numbers of a series have no gaps and never come twice: from the first invoice on the log knows the next one. A series without accounts is of all the others.',
    series_name: 'Series',
    series_next: 'Next number',
    series_accounts: 'Accounts',
    series_others: 'all the others',
    series_add: 'Add a series',
    series_remove: 'Take away series %{series}',
    sender: 'Where parcels leave from',
    sender_hint:
      'The default pickup address of each account, as the marketplace keeps it; it is changed there. Name, person and phone are the seller’s.',
    no_pickup: 'The account has no pickup address at the marketplace; the seller’s address is used.',
    no_contact: 'Name, contact person and phone are missing.',
    more_pickups: 'and %{count} more, to choose with an AWB',
    missing: 'Missing, and without them there is no invoice or AWB: %{fields}.',
    unsaved: 'Unsaved changes; they stay here even if you go to another page.',
    discard: 'Discard the changes',
    moved_field: '%{field}: now “%{now}”',
    automation: 'Automation',
    auto_acknowledge: 'Acknowledge new orders automatically',
    auto_acknowledge_hint:
      'Every 10 minutes MagFlow acknowledges new, complete orders that you ship. What the marketplace refuses several times stays under needs attention.',
    moved_on:
      'Somebody else changed the settings meanwhile, and nothing was saved over theirs. They were read again; what you typed is still here. Check and save once more.',
  },
};
