import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import { useAccountScope } from '../common/AccountScope.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import { movesWork } from './useDashboard.js';

const PAUSE_MS = 1_000;

/** The most urgent work, and how much there is of each kind. */
export const useAttention = (shown: number) => {
  const [account] = useAccountScope();
  const query = useQuery({
    queryKey: ['attention', 'first', shown, account],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/needs-attention', { params: { query: { account_type: account, items_per_page: shown } }, signal }),
      ),
    placeholderData: keepPreviousData,
  });
  const { refetch } = query;
  useBatchedLive((messages) => {
    if (messages.some(movesWork)) void refetch();
  }, PAUSE_MS);
  return query;
};
