import type { Same } from '../sentences.js';
import type { bulk as romanian } from '../ro/bulk.js';

export const bulk: Same<typeof romanian> = {
  bulk: {
    progress: 'Progress of the work',
    item_done: 'done',
    forget: 'Close; the work goes on',
    stop: 'Stop',
    retry: 'Retry failed only (%{count})',
    title: {
      acknowledge: 'Acknowledge one order |||| Acknowledge %{smart_count} orders',
      awb: 'AWB for one order |||| AWBs for %{smart_count} orders',
      invoice: 'Invoice for one order |||| Invoices for %{smart_count} orders',
    },
    will: {
      acknowledge: 'The marketplace is told of each; one that is refused does not stop the others.',
      awb: 'One AWB is asked for each; the courier may charge for the shipments. One that is refused does not stop the others.',
      invoice: 'One invoice is issued for each. An issued invoice never changes; it is corrected by a storno only.',
    },
    cash: 'Cash on delivery for one order: %{amount} |||| Cash on delivery for %{smart_count} orders: %{amount}',
    printed: 'Labels printed',
    labels: 'Labels as one PDF (%{count})',
  },
};
