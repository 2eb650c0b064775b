import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, once, reply } from '../api/client.js';
import type { OfferChange, OfferRow } from './productRecord.js';

const LISTS = ['catalogue', 'offers'];

/**
 * Asks the marketplace for another price, stock or status. Ends when it has answered and the offer was read again, or
 * when the answer takes longer; what became of it stands in the offer's own `last_change`.
 */
export const useOfferChange = ({ account_type: account, offer_id: id }: OfferRow) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: OfferChange) =>
      reply(
        api.PATCH('/offers/{account}/{id}', {
          params: { path: { account, id }, header: once(crypto.randomUUID()) },
          body: change,
        }),
      ),
    onSettled: () => Promise.all(LISTS.map((list) => queryClient.invalidateQueries({ queryKey: [list] }))),
  });
};
