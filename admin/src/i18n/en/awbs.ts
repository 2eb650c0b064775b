import type { Same } from '../sentences.js';
import type { awbs as romanian } from '../ro/awbs.js';

export const awbs: Same<typeof romanian> = {
  awbs: {
    title: 'AWB',
    tabs: { ready: 'To generate', doubt: 'In doubt', issued: 'Issued' },
    none: 'No AWB here',
    none_hint: 'AWBs generated from orders appear here.',
    doubt_none: 'No AWB in doubt',
    doubt_none_hint: 'When an answer of the marketplace is lost, the AWB appears here to be resolved.',
    number: 'AWB',
    order: 'Order',
    courier: 'Courier',
    parcels: 'Parcels',
    cod: 'Cash on delivery',
    state: 'State',
    label: 'Label',
  },
};
