import { beforeEach, describe, expect, it } from '@jest/globals';
import { CategoriesLoading, CategoryLists } from '../../../src/application/categories/categoryLists.js';
import {
  MarketplaceError,
  type Category,
  type CategoryDetails,
  type Page,
} from '../../../src/application/ports/marketplace.js';
import { FakeMarketplace } from '../../support/fakeMarketplace.js';

const category = (number: number): Category => ({
  categoryId: String(number),
  name: `Categoria ${number}`,
  parentId: null,
  isAllowed: true,
  isEanMandatory: false,
  isWarrantyMandatory: false,
});

/** 250 categories; `between` may change them while they are being read. */
class Shelves extends FakeMarketplace {
  rows = Array.from({ length: 250 }, (_, index) => category(index + 1));
  reads = 0;
  between: (read: number) => void | Promise<void> = () => undefined;
  details: () => Promise<CategoryDetails | null> = () => Promise.resolve(null);

  override async readCategories(page = 1): Promise<Page<Category>> {
    this.reads += 1;
    await this.between(this.reads);
    const items = this.rows.slice((page - 1) * 100, page * 100);
    return { items, rows: items.length, parked: 0 };
  }
  override countCategories(): Promise<{ items: number; pages: number }> {
    return Promise.resolve({ items: this.rows.length, pages: Math.ceil(this.rows.length / 100) });
  }
  override readCategory(): Promise<null> {
    return this.details() as Promise<null>;
  }
}

describe('all categories of an account', () => {
  let shelves: Shelves;
  let lists: CategoryLists;
  const request = { language: null, correlationId: 'c1', patienceMs: 5_000 };

  beforeEach(() => {
    shelves = new Shelves();
    const flights = new Map<string, Promise<object>>();
    lists = new CategoryLists(
      shelves,
      <T extends object>(account: string, question: string, load: () => Promise<T>) => {
        const key = `${account}/${question}`;
        const known = flights.get(key) ?? load();
        flights.set(key, known);
        known.catch(() => flights.delete(key));
        return known as Promise<T>;
      },
    );
  });

  it('are read once, page by page, however many ask', async () => {
    const [first, second] = await Promise.all([lists.all('main', request), lists.all('main', request)]);
    expect([first.length, second.length, shelves.reads]).toEqual([250, 250, 3]);
    await lists.all('main', request);
    expect(shelves.reads).toBe(3);
    await lists.all('main', { ...request, language: 'en' });
    expect(shelves.reads).toBe(6);
  });

  it('are read again when one slipped over the border of a page', async () => {
    shelves.between = (read) => {
      // The first row leaves after page one was read: row 101 slides onto it, unseen.
      if (read === 2) shelves.rows = [...shelves.rows.slice(1), category(999)];
    };
    const all = await lists.all('main', request);
    expect(all.map(({ categoryId }) => categoryId)).toEqual(expect.arrayContaining(['101', '999']));
  });

  it('go on being read when nobody can wait any longer', async () => {
    const held: (() => void)[] = [];
    shelves.between = () => new Promise<void>((resolve) => void held.push(resolve));
    await expect(lists.all('main', { ...request, patienceMs: 5 })).rejects.toBeInstanceOf(CategoriesLoading);
    shelves.between = () => undefined;
    for (const release of held) release();
    expect(await lists.all('main', request)).toHaveLength(250);
    expect(shelves.reads).toBe(3);
  });

  it('end although a server answers the same page for ever', async () => {
    const page = shelves.rows.slice(0, 100);
    shelves.readCategories = () => {
      shelves.reads += 1;
      return Promise.resolve({ items: page, rows: 100, parked: 0 });
    };
    expect(await lists.all('main', request)).toHaveLength(100);
    expect(shelves.reads).toBeLessThan(100);
  });

  it('are asked for again after they could not be read', async () => {
    shelves.between = () => Promise.reject(new MarketplaceError('unreachable', 'reset', true));
    await expect(lists.all('main', request)).rejects.toMatchObject({ code: 'unreachable' });
    shelves.between = () => undefined;
    expect(await lists.all('main', request)).toHaveLength(250);
  });

  it('tell whether a refused id exists', async () => {
    shelves.details = () => Promise.reject(new MarketplaceError('refused', 'Category not found', false));
    expect(await lists.one('main', '999', request)).toBeNull();
    await expect(lists.one('main', '17', request)).rejects.toMatchObject({ code: 'refused' });
  });

  it('know of one that is not there', async () => expect(await lists.one('main', '17', request)).toBeNull());

  it('say when one is not answered in time', async () => {
    shelves.details = () => new Promise((_resolve, reject) => setTimeout(() => reject(new Error('aborted')), 30));
    await expect(lists.one('main', '17', { ...request, patienceMs: 5 })).rejects.toMatchObject({ code: 'unreachable' });
  });
});
