import type { Same } from '../sentences.js';
import type { operations as romanian } from '../ro/operations.js';

export const operations: Same<typeof romanian> = {
  operations: {
    title: 'Operations',
    kind: 'Operation',
    state: 'State',
    created: 'Requested',
    finished: 'Finished',
    by: 'By',
    error: 'Error',
    progress: 'Progress',
    none: 'No operations yet',
    none_hint: 'Everything asked of the marketplace appears here with its outcome.',
    states: {
      queued: 'Queued',
      running: 'Running',
      succeeded: 'Succeeded',
      partial: 'Partial',
      failed: 'Failed',
      cancelled: 'Stopped',
      in_doubt: 'In doubt',
    },
    kinds: {
      acknowledge_order: 'Acknowledge an order',
      change_order_status: 'Change a status',
      issue_storno: 'Issue a credit note',
      attach_document: 'Attach a document',
      change_offer: 'Change an offer',
      generate_awb: 'Generate an AWB',
      generate_invoice: 'Issue an invoice',
      bulk_acknowledge_orders: 'Acknowledge many orders',
      bulk_generate_awbs: 'Generate many AWBs',
      bulk_generate_invoices: 'Issue many invoices',
      sync_orders: 'Sync orders',
      sync_offers: 'Sync offers',
    },
  },
};
