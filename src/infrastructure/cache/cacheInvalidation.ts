import { LOG_TOPICS, TOPICS, type Bus, type BusMessage, type Consumer } from '../../application/ports/bus.js';
import type { CacheName, Caches } from './caches.js';

/** What the marketplace said to an account: to other credentials, or at another address, it may say something else. */
const OF_THE_MARKETPLACE: readonly CacheName[] = ['couriers', 'addresses', 'categories', 'ean_lookups'];

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
  'magflow.AccountAdded': OF_THE_MARKETPLACE,
  'magflow.AccountChanged': OF_THE_MARKETPLACE,
  'magflow.AccountRemoved': OF_THE_MARKETPLACE,
};

/** From the key, not from the data: it also names the account of a message that cannot be read. */
const accountOf = ({ key }: BusMessage): string => key.split('-')[1] ?? '';

export const invalidateBy = (caches: Caches, message: BusMessage): void => {
  for (const name of STALE[message.type] ?? []) caches.invalidate(name, accountOf(message), message.position);
};

export interface CacheInvalidation {
  /** Of what the bus carries and of what the log tells of accounts. */
  readonly bus: Pick<Bus, 'broadcast'>;
  readonly caches: Caches;
  /** Unique among running processes. */
  readonly instance: string;
  /** Some process changed the list of accounts: what this one remembers of it is old. */
  readonly onAccounts: () => void;
}

/** Every process hears every event and drops what it made stale. */
export const startCacheInvalidation = ({ bus, caches, instance, onAccounts }: CacheInvalidation): Promise<Consumer> =>
  bus.broadcast({
    instance,
    topics: [TOPICS.orders, TOPICS.invoices, TOPICS.offers],
    handle: (message) => {
      invalidateBy(caches, message);
      if (message.topic === LOG_TOPICS.accounts) onAccounts();
    },
  });
