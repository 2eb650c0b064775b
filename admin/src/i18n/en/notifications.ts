import type { Same } from '../sentences.js';
import type { notifications as romanian } from '../ro/notifications.js';

export const notifications: Same<typeof romanian> = {
  notifications: {
    title: 'Notifications',
    bell: 'Notifications, unread: %{count}',
    unread: 'unread',
    read_all: 'Mark all as read',
    none: 'No notifications',
    none_hint: 'New orders, refusals of the marketplace and what waits for a decision appear here.',
    for_orders: 'For a new order, in this browser',
    sound: 'Ring',
    desktop: 'Show a desktop notice',
    notice_on: 'New orders will be announced like this.',
    refused: 'The browser allows no notices for this address. Its settings change that.',
    new_orders: 'A new order |||| %{smart_count} new orders',
    kinds: {
      order_new: 'New order',
      acknowledge_failed: 'Acknowledgement refused',
      acknowledge_parked: 'Automatic acknowledgement stopped for an order',
      status_change_failed: 'Status change refused',
      awb_failed: 'AWB refused',
      awb_in_doubt: 'AWB in doubt',
      invoice_attach_failed: 'The invoice could not be attached',
      offer_change_failed: 'Offer change refused',
      offer_conflict: 'The offer differs from what you set',
      sync_failed: 'Sync failed',
      sync_incomplete: 'Sync incomplete',
      health_check_failed: 'The health check found something',
      bulk_ended: 'Bulk work came to its end',
    },
  },
};
