import { useMutation, useMutationState, useQueryClient, type MutationState } from '@tanstack/react-query';
import { searchEans } from './eanCalls.js';
import type { Found } from './eanRecord.js';
import { QUOTA_KEY } from './Quotas.js';

export interface SearchWish {
  readonly eans: readonly string[];
  readonly account: string | undefined;
}

const KEY = ['ean', 'search'];
/** As long as the server answers the same codes without spending a look-up. */
const KEPT_MS = 600_000;

/** A look-up of codes, and the last one of this visit: it outlives the tab that asked. */
export const useEanSearch = (onAsk: (wish: SearchWish) => void) => {
  const queryClient = useQueryClient();
  const { mutate } = useMutation({
    mutationKey: KEY,
    gcTime: KEPT_MS,
    mutationFn: ({ eans, account }: SearchWish) => searchEans(eans, account),
    onMutate: onAsk,
    onSettled: () => queryClient.invalidateQueries({ queryKey: QUOTA_KEY }),
  });
  const asked = useMutationState({
    filters: { mutationKey: KEY },
    select: ({ state }) => state as MutationState<Found, Error, SearchWish>,
  });
  return { search: mutate, last: asked.at(-1) };
};
