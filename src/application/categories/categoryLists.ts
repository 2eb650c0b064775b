import { setTimeout as delay } from 'node:timers/promises';
import type {
  CallContext,
  Category,
  CategoryDetails,
  CategoryLanguage,
  Marketplace,
  MarketplaceAccount,
} from '../ports/marketplace.js';
import { MarketplaceError } from '../ports/marketplace.js';
import { readAllPages } from '../sync/pageReader.js';

/** Answers of the marketplace that are kept for a day, by what was asked. */
export type CategoryCache = <T extends object>(account: string, question: string, load: () => Promise<T>) => Promise<T>;

/** A category with what lists sort and search by. */
export interface ListedCategory extends Category {
  readonly account: string;
  /** Lower case without diacritics. */
  readonly plainName: string;
}

export interface CategoryRequest {
  readonly language: CategoryLanguage | null;
  readonly correlationId: string;
  /** How long somebody waits for it. */
  readonly patienceMs: number;
}

/** The first reading of all categories takes longer than anybody waits: it goes on, ask again. */
export class CategoriesLoading extends Error {
  override readonly name = 'CategoriesLoading';
  constructor(readonly account: string) {
    super(`The categories of account ${account} are still being read`);
  }
}

/** Beyond the count, in case it was low; a server without a pager answers full pages for ever. */
const PAGES_BEYOND = 20;
const PASSES = 3;

export const plainText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const byName = (a: ListedCategory, b: ListedCategory): number =>
  a.plainName === b.plainName ? Number(a.categoryId) - Number(b.categoryId) : a.plainName < b.plainName ? -1 : 1;

/**
 * All categories of an account, sorted by name. The marketplace can neither search nor sort them and gives a hundred a
 * call, so they are read whole, in the background and behind whatever persons ask for, and kept for a day.
 */
export class CategoryLists {
  constructor(
    private readonly marketplace: Marketplace,
    private readonly cache: CategoryCache,
  ) {}

  /** @throws CategoriesLoading when the patience ends first, MarketplaceError when they cannot be read */
  async all(account: string, request: CategoryRequest): Promise<readonly ListedCategory[]> {
    const port = await this.marketplace.account(account);
    const { language, correlationId, patienceMs } = request;
    const waiting = new AbortController();
    const loaded = this.cache(account, `list/${language ?? ''}`, () =>
      // Whoever asked first may be gone before the last page: no signal.
      readAll(port, language, { correlationId, priority: 'background' }),
    );
    const patience = delay(patienceMs, null, { signal: waiting.signal, ref: false }).catch(() => null);
    try {
      const categories = await Promise.race([loaded, patience]);
      if (categories === null) throw new CategoriesLoading(account);
      return categories;
    } finally {
      waiting.abort();
    }
  }

  /** One category with its characteristics and their values; null when the account has none of this id. */
  async one(account: string, categoryId: string, request: CategoryRequest): Promise<CategoryDetails | null> {
    const port = await this.marketplace.account(account);
    const { language, correlationId, patienceMs } = request;
    const signal = AbortSignal.timeout(patienceMs);
    const load = async (): Promise<CategoryDetails> => {
      const context: CallContext = { correlationId, priority: 'interactive', signal };
      const details = await port.readCategory(categoryId, language, context).catch((error: unknown) => {
        // Whoever shares this load has a patience of his own.
        if (!signal.aborted) throw error;
        throw new MarketplaceError('unreachable', 'The marketplace did not answer in time', true);
      });
      // Nothing is kept of what is not there: it may come to be.
      if (!details) throw new UnknownCategory();
      return details;
    };
    try {
      return await this.cache(account, `one/${categoryId}/${language ?? ''}`, load);
    } catch (error) {
      if (error instanceof UnknownCategory) return null;
      const isRefused = error instanceof MarketplaceError && error.code === 'refused';
      if (isRefused && !(await this.isListed(account, categoryId, request))) return null;
      throw error;
    }
  }

  /** What a refusal of one id means is not documented; the list tells whether the id exists. */
  private async isListed(account: string, categoryId: string, request: CategoryRequest): Promise<boolean> {
    try {
      const categories = await this.all(account, request);
      return categories.some((category) => category.categoryId === categoryId);
    } catch (error) {
      if (error instanceof CategoriesLoading || error instanceof MarketplaceError) return true;
      throw error;
    }
  }
}

class UnknownCategory extends Error {}

const readAll = async (
  port: MarketplaceAccount,
  language: CategoryLanguage | null,
  context: CallContext,
): Promise<readonly ListedCategory[]> => {
  const listed = new Map<string, ListedCategory>();
  // Rows may shift over a page's border while we page (reference §4.2).
  for (let pass = 1; pass <= PASSES; pass += 1) {
    const counted = await port.countCategories(context);
    let parked = 0;
    await readAllPages(
      counted.pages,
      Math.max(1, counted.pages) + PAGES_BEYOND,
      (page) => port.readCategories(page, language, context),
      (page) => {
        parked += page.parked;
        for (const category of page.items)
          listed.set(category.categoryId, {
            ...category,
            account: port.info.key,
            plainName: plainText(category.name),
          });
        return Promise.resolve();
      },
    );
    if (listed.size + parked >= counted.items) break;
  }
  return [...listed.values()].sort(byName);
};
