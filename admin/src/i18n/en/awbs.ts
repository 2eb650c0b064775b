import type { Same } from '../sentences.js';
import type { awbs as romanian } from '../ro/awbs.js';

export const awbs: Same<typeof romanian> = {
  awbs: {
    title: 'AWB',
    tabs: {
      ready: 'To generate',
      doubt: 'In doubt',
      today: 'Issued today',
      transit: 'In transit',
      delivered: 'Delivered',
      all: 'All',
    },
    empty: {
      doubt: 'No AWB in doubt',
      today: 'No AWB issued today',
      transit: 'No parcel in transit',
      delivered: 'No parcel delivered',
      all: 'No AWBs yet',
    },
    delivery: { issued: 'Issued', in_transit: 'In transit', delivered: 'Delivered', returned: 'Returned' },
    doubt_reason: {
      'order-was-finalized': 'The order was finalised already, so its state tells nothing.',
      'order-is-finalized': 'The order was finalised meanwhile, but no AWB of it can be seen.',
      'order-moved-on': 'The order changed its state meanwhile.',
    },
    none_hint: 'AWBs generated from orders appear here.',
    doubt_none_hint: 'When an answer of the marketplace is lost, the AWB appears here to be resolved.',
    search: 'AWB or order',
    choose: 'Choose an AWB to see its label and where the parcel is.',
    choose_order: 'Choose an order to see what goes into the parcel.',
    selected: 'One AWB selected |||| %{smart_count} AWBs selected',
    number: 'AWB',
    no_number: 'no number',
    order: 'Order',
    courier: 'Courier',
    parcels: 'Parcels',
    cod: 'Cash on delivery',
    state: 'State',
    issued_at: 'Issued',
    label: 'Label',
    print: 'Open the label',
    printed: 'Printed',
    mark_printed: 'Mark as printed',
    tracking: 'What the courier says',
    history: 'History of the parcel',
  },
};
