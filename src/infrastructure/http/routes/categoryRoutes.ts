import type { z } from 'zod';
import { CategoriesLoading, plainText, type ListedCategory } from '../../../application/categories/categoryLists.js';
import { MarketplaceError, type Category } from '../../../application/ports/marketplace.js';
import { ROLES } from '../../identity/principal.js';
import { accountKeysOf, oneAccountOf } from '../accounts.js';
import { ok } from '../answer.js';
import type { HttpDeps } from '../httpDeps.js';
import { listRequestOf, listSchema, rowsAnswer } from '../lists.js';
import { sliceOf } from '../offsetPages.js';
import { HttpProblem, type ProblemCode } from '../problems.js';
import { route, type RequestFacts, type Route } from '../route.js';
import {
  categoryDetailsSchema,
  categoryListQuery,
  categoryPath,
  categoryQuery,
  categorySchema,
  unavailableAccounts,
} from '../schemas/categories.js';

const TAG = 'Product sync';
const marketplaceProblems: readonly ProblemCode[] = [
  'account-unknown',
  'marketplace-credentials-refused',
  'marketplace-ip-refused',
  'marketplace-refused',
  'marketplace-unreadable',
  'marketplace-rate-limited',
  'marketplace-unavailable',
  'marketplace-timeout',
];

const loadingProblem = (error: CategoriesLoading): HttpProblem =>
  new HttpProblem('categories-loading', error.message, {
    extra: { account_type: error.account },
    headers: { 'retry-after': '5' },
  });

const categoryView = (account: string, category: Category) => ({
  id: category.categoryId,
  account_type: account,
  name: category.name,
  parent_id: category.parentId,
  is_allowed: category.isAllowed,
  is_ean_mandatory: category.isEanMandatory,
  is_warranty_mandatory: category.isWarrantyMandatory,
});

type ListQuery = z.output<typeof categoryListQuery>;

/** All words must be in the name; digits are an id as well. */
const searchOf = (typed: string | undefined): ((category: ListedCategory) => boolean) => {
  if (typed === undefined) return () => true;
  const words = plainText(typed).split(/\s+/);
  return ({ plainName, categoryId }) => categoryId === typed || words.every((word) => plainName.includes(word));
};

const byName = (a: ListedCategory, b: ListedCategory): number =>
  a.plainName === b.plainName ? byId(a, b) : a.plainName < b.plainName ? -1 : 1;

const byId = (a: ListedCategory, b: ListedCategory): number =>
  Number(a.categoryId) - Number(b.categoryId) || (a.account < b.account ? -1 : Number(a.account > b.account));

const chosen = (categories: readonly ListedCategory[], query: ListQuery): readonly ListedCategory[] => {
  const isFound = searchOf(query.q);
  const found = categories
    .filter(({ isAllowed }) => query.is_allowed === undefined || isAllowed === query.is_allowed)
    .filter(({ parentId }) => query.parent_id === undefined || parentId === query.parent_id)
    .filter(isFound)
    .sort(query.sort === 'id' ? byId : byName);
  return query.order === 'desc' ? found.reverse() : found;
};

/** An account that cannot be asked is named; when none could, its problem is the answer. */
const categoriesOf = async (
  accounts: readonly string[],
  language: ListQuery['language'],
  { correlationId, waitSeconds }: Pick<RequestFacts, 'correlationId' | 'waitSeconds'>,
  { categories }: Pick<HttpDeps, 'categories'>,
) => {
  const request = { language: language ?? null, correlationId, patienceMs: waitSeconds * 1_000 };
  const asked = await Promise.allSettled(accounts.map((account) => categories.all(account, request)));
  const unavailable = asked.flatMap((one, index) => {
    if (one.status === 'fulfilled') return [];
    const reason: unknown = one.reason;
    if (reason instanceof CategoriesLoading) throw loadingProblem(reason);
    const isFatal = asked.every(({ status }) => status === 'rejected');
    if (isFatal || !(reason instanceof MarketplaceError)) throw reason;
    return [{ account_type: accounts[index] ?? '', code: reason.code, detail: reason.message }];
  });
  return { found: asked.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])), unavailable };
};

export const categoryRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/categories',
    tag: TAG,
    summary: 'Categories of the marketplace',
    description:
      'Kept for a day. The first reading takes the marketplace’s time, up to a minute for all categories: it goes on when the wait (`Prefer: wait`, 10 s) ends with `categories-loading`.',
    access: ROLES,
    query: categoryListQuery,
    responses: {
      200: { description: 'A page', schema: listSchema('items', categorySchema, 'total', unavailableAccounts) },
    },
    problems: [...marketplaceProblems, 'categories-loading'],
    handler: async ({ query, url, ...facts }, deps) => {
      const accounts = await accountKeysOf(deps, query.account_type);
      const { found, unavailable } = await categoriesOf(accounts, query.language, facts, deps);
      const all = chosen(found, query);
      const request = listRequestOf(query);
      const slice = sliceOf(request);
      const items = all
        .slice(slice.offset, slice.offset + slice.limit)
        .map((category) => categoryView(category.account, category));
      return rowsAnswer({ items, total: all.length }, { slice, url, request, more: { unavailable } });
    },
  }),
  route({
    method: 'get',
    path: '/categories/{id}',
    tag: TAG,
    summary: 'A category with its characteristics and their values',
    access: ROLES,
    params: categoryPath,
    query: categoryQuery,
    responses: { 200: { description: 'The category', schema: categoryDetailsSchema } },
    problems: [...marketplaceProblems, 'account-ambiguous', 'category-unknown'],
    handler: async ({ params, query, correlationId, waitSeconds }, deps) => {
      const account = await oneAccountOf(deps, query.account_type);
      const id = params.id.replace(/^0+(?=\d)/, '');
      const details = await deps.categories.one(account, id, {
        language: query.language ?? null,
        correlationId,
        patienceMs: waitSeconds * 1_000,
      });
      if (!details) throw new HttpProblem('category-unknown', `Account ${account} has no category ${id}`);
      return ok({
        ...categoryView(account, details),
        characteristics: details.characteristics.map((one) => ({
          id: one.characteristicId,
          name: one.name,
          type: one.type,
          display_order: one.displayOrder,
          is_mandatory: one.isMandatory,
          is_filter: one.isFilter,
          allows_new_values: one.allowsNewValues,
          values: one.values,
          tags: one.tags,
        })),
        family_types: details.familyTypes.map(({ familyTypeId, name, characteristicIds }) => ({
          id: familyTypeId,
          name,
          characteristic_ids: characteristicIds,
        })),
      });
    },
  }),
];
