import { api, bodyOf, once } from '../api/client.js';
import type { EanMatchWish, Found } from './eanRecord.js';

const command = () => ({ params: { header: once(crypto.randomUUID()) } });
const scope = (account: string | undefined) => (account === undefined ? {} : { account_type: account });

/** What is left of the day's look-ups, account by account. */
export const readQuotas = async (account: string | undefined) =>
  (await bodyOf(api.GET('/emag/phase2/ean/quota', { params: { query: scope(account) } }))).quotas;

const searchOne = async (ean: string, account: string | undefined): Promise<Found> => {
  const found = await bodyOf(api.POST('/emag/phase2/ean/search', { ...command(), body: { ...scope(account), ean } }));
  const { gtin14, products, count, unavailable } = found;
  return {
    results: count > 0 ? [{ ean: found.ean, gtin14, products, count }] : [],
    notFound: count > 0 ? [] : [found.ean],
    invalid: [],
    notSearched: [],
    unavailable,
  };
};

const searchMany = async (eans: readonly string[], account: string | undefined): Promise<Found> => {
  const found = await bodyOf(
    api.POST('/emag/phase2/ean/bulk-search', { ...command(), body: { ...scope(account), eans: [...eans] } }),
  );
  const { results, not_found, invalid, not_searched, unavailable } = found;
  return { results, notFound: not_found, invalid, notSearched: not_searched, unavailable };
};

/** Products of the marketplace's catalogue under these codes; without an account, as every account sees them. */
export const searchEans = (eans: readonly string[], account: string | undefined): Promise<Found> =>
  eans.length === 1 ? searchOne(eans[0] ?? '', account) : searchMany(eans, account);

export const matchEan = (wish: EanMatchWish) =>
  bodyOf(api.POST('/emag/phase2/ean/match', { ...command(), body: wish }));
