import type { ListPage, ListRequest } from '../../projections/listPage.js';
import type { HttpDeps } from './httpDeps.js';
import type { RequestFacts } from './route.js';

interface AskedPage {
  /** Tells lists apart that take the same filters. */
  readonly list: 'products' | 'offers' | 'catalogue';
  readonly accounts: readonly string[] | null | undefined;
  readonly filter: object;
  readonly request: ListRequest;
}

/**
 * A page of products, kept for those who ask the same (contract §6), with the time at which it was read. Deep pages and
 * exports are read once and not kept: they would only push out what is asked for often.
 */
export const productPage = async (
  deps: Pick<HttpDeps, 'cache' | 'clock'>,
  { seenPosition, url }: Pick<RequestFacts, 'seenPosition' | 'url'>,
  { list, accounts, filter, request }: AskedPage,
  load: () => Promise<ListPage>,
): Promise<{ readonly page: ListPage; readonly readAt: string }> => {
  const read = async () => {
    const readAt = deps.clock.now().toISOString();
    return { page: await load(), readAt };
  };
  if (request.cursor !== undefined || url.searchParams.has('format')) return read();
  const [only, ...others] = accounts ?? [];
  return deps.cache.productLists(
    {
      account: only !== undefined && others.length === 0 ? only : null,
      question: JSON.stringify([list, filter, request]),
      minPosition: seenPosition,
    },
    read,
  );
};
