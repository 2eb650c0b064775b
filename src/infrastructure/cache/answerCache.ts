import type { AnswerCache } from '../http/httpDeps.js';
import type { Caches } from './caches.js';

/** What the marketplace answers about an account's set-up; no read model is behind it. */
export const createAnswerCache = (caches: Caches): AnswerCache => ({
  couriers: (account, load) => caches.get('couriers', { account, question: 'all' }, load),
  addresses: (account, load) => caches.get('addresses', { account, question: 'all' }, load),
});
