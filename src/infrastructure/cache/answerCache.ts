import { currentSnapshot } from '../../projections/snapshot.js';
import type { ProjectionName, ReadPosition } from '../../projections/readPosition.js';
import type { ReadTables } from '../../projections/readTables.js';
import type { AnswerCache, AskedFigures } from '../http/httpDeps.js';
import type { CacheName, Caches } from './caches.js';

/** How long a load waits for the read model to reach the last event heard. */
const CATCH_UP_MS = 1_000;

class StillBehind extends Error {}

/**
 * Answers of read models are kept by the generation of their tables: when those are made anew, under other rules or
 * without what was left behind, no process answers from the old ones any more.
 */
export const createAnswerCache = (
  caches: Caches,
  readPosition: Pick<ReadPosition, 'waitFor'>,
  tables: Pick<ReadTables, 'generation'>,
): AnswerCache => {
  /** An answer of a read model, kept when it includes what it must. */
  const ofReadModel = async <T extends object>(
    cache: CacheName,
    projection: ProjectionName,
    { account, question, minPosition }: AskedFigures,
    load: () => Promise<T>,
  ): Promise<T> => {
    // A list that is read whole is of its own moment and takes larger steps: no other reader's answer.
    if (currentSnapshot()) return load();
    const generation = await tables.generation(projection);
    const key = {
      account,
      question: `${generation}/${question}`,
      ...(minPosition !== undefined && { minPosition }),
    };
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
