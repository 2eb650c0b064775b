import { MarketplaceError } from '../ports/marketplace.js';
import { CategoriesLoading, type CategoryLists } from './categoryLists.js';

/** Names of an account's categories by id; empty while nobody can tell them. */
export type CategoryNames = (account: string, correlationId: string) => Promise<ReadonlyMap<string, string>>;

/** A live list has dozens of pages, read behind whatever persons ask for. */
const PATIENCE_MS = 120_000;

/** Offers are read with the number of their category only (reference §12.2); its name stands in the list. */
export const categoryNames =
  (lists: Pick<CategoryLists, 'all'>, log: { warn(details: object, message: string): void }): CategoryNames =>
  async (account, correlationId) => {
    try {
      const all = await lists.all(account, { language: null, correlationId, patienceMs: PATIENCE_MS });
      return new Map(all.map(({ categoryId, name }) => [categoryId, name]));
    } catch (error) {
      if (!(error instanceof CategoriesLoading) && !(error instanceof MarketplaceError)) throw error;
      log.warn({ err: error, account }, 'the names of categories cannot be read, offers come in without them');
      return new Map();
    }
  };
