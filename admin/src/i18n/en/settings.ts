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
    series_next: 'Next number',
    automation: 'Automation',
    auto_acknowledge: 'Acknowledge new orders automatically',
    auto_acknowledge_hint: 'Every 10 minutes: new, complete orders that you ship.',
    moved_on: 'Somebody else changed the settings meanwhile. They were read again; check and save once more.',
  },
};
