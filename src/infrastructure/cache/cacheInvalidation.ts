import { TOPICS, type Bus, type BusMessage, type Consumer } from '../../application/ports/bus.js';
import type { CacheName, Caches } from './caches.js';

/** What each event makes stale. A refused AWB may mean that the courier account it named is no longer there. */
const STALE: Readonly<Record<string, readonly CacheName[]>> = {
  'magflow.OrderReceived': ['order_statistics'],
  'magflow.OrderChanged': ['order_statistics'],
  'magflow.OrderAcknowledged': ['order_statistics'],
  'magflow.AcknowledgeRefused': ['order_statistics'],
  'magflow.StatusChanged': ['order_statistics'],
  'magflow.StatusChangeRefused': ['order_statistics'],
  'magflow.AwbRequested': ['order_statistics'],
  'magflow.AwbGenerated': ['order_statistics'],
  'magflow.AwbRefused': ['couriers', 'order_statistics'],
  'magflow.AwbInDoubt': ['order_statistics'],
  'magflow.AwbResolved': ['order_statistics'],
  'magflow.InvoiceNumbered': ['order_statistics'],
  'magflow.InvoiceIssued': ['order_statistics'],
  'magflow.InvoiceAttached': ['order_statistics'],
  'magflow.InvoiceAttachRefused': ['order_statistics'],
  'magflow.StornoIssued': ['order_statistics'],
  'magflow.OfferReceived': ['product_lists', 'ean_lookups'],
  'magflow.OfferChanged': ['product_lists'],
  'magflow.OfferChangeRequested': ['product_lists'],
  'magflow.OfferChangeAttemptStarted': ['product_lists'],
  'magflow.OfferChangeConfirmed': ['product_lists'],
  'magflow.OfferChangeRefused': ['product_lists'],
  'magflow.OfferConflictFound': ['product_lists'],
};

/** From the key, not from the data: it also names the account of a message that cannot be read. */
const accountOf = ({ key }: BusMessage): string => key.split('-')[1] ?? '';

export const invalidateBy = (caches: Caches, message: BusMessage): void => {
  for (const name of STALE[message.type] ?? []) caches.invalidate(name, accountOf(message), message.position);
};

/** Every process hears every event and drops what it made stale. `instance` is unique among running processes. */
export const startCacheInvalidation = (bus: Bus, caches: Caches, instance: string): Promise<Consumer> =>
  bus.broadcast({
    instance,
    topics: [TOPICS.orders, TOPICS.invoices, TOPICS.offers],
    handle: (message) => invalidateBy(caches, message),
  });
