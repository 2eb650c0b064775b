import type { Same } from '../sentences.js';
import type { acts as romanian } from '../ro/acts.js';

export const acts: Same<typeof romanian> = {
  acts: {
    title: 'Actions',
    asked: 'Asked',
    done: 'Done',
    refused: 'Refused',
    in_doubt: 'In doubt',
    clear: 'Clear the list',
    hide: 'Fold',
    acknowledge: 'Acknowledgement',
    status: 'Status change',
    awb: 'AWB',
    invoice: 'Invoice',
    resolve: 'AWB resolution',
    storno: 'Credit note',
    attachment: 'Attached document',
    waiting: 'Waiting for the marketplace to answer',
    acknowledged: 'Acknowledged',
    changed: 'The status is now “%{status}”',
    awb_made: 'AWB %{number}',
    invoice_made: 'Invoice %{number}',
    resolved: 'Resolved',
    storno_made: 'Credit note %{number}',
    attached: 'The marketplace has the document',
    doubt: 'Nobody knows whether the AWB exists: resolve it on the order page',
    progress: '%{done} of %{total}',
  },
};
