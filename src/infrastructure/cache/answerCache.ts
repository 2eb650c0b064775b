import { currentSnapshot } from '../../projections/snapshot.js';
import type { ProjectionName, ReadPosition } from '../../projections/readPosition.js';
import type { AnswerCache, AskedFigures } from '../http/httpDeps.js';
import type { CacheName, Caches } from './caches.js';

/** How long a load waits for the read model to reach the last event heard. */
const CATCH_UP_MS = 1_000;

class StillBehind extends Error {}

export const createAnswerCache = (caches: Caches, readPosition: Pick<ReadPosition, 'waitFor'>): AnswerCache => {
  /** An answer of a read model, kept when it includes what it must. */
  const ofReadModel = async <T extends object>(
    cache: CacheName,
    projection: ProjectionName,
    { account, question, minPosition }: AskedFigures,
    load: () => Promise<T>,
  ): Promise<T> => {
    // A list that is read whole is of its own moment and takes larger steps: no other reader's answer.
    if (currentSnapshot()) return load();
    const key = { account, question, ...(minPosition !== undefined && { minPosition }) };
    try {
      return await caches.get(cache, key, async (position) => {
        const reached = await readPosition.waitFor([projection], position, CATCH_UP_MS);
        if (reached === 'behind') throw new StillBehind();
        return load();
      });
    } catch (error) {
      // While a read model fills, an answer that is on its way is better than none; it is not kept.
      if (error instanceof StillBehind) return load();
      throw error;
    }
  };

  return {
    // What the marketplace answers about an account's set-up; no read model is behind it.
    couriers: (account, load) => caches.get('couriers', { account, question: 'all' }, load),
    addresses: (account, load) => caches.get('addresses', { account, question: 'all' }, load),
    orderStatistics: (asked, load) => ofReadModel('order_statistics', 'order_list', asked, load),
    productLists: (asked, load) => ofReadModel('product_lists', 'offers', asked, load),
  };
};
