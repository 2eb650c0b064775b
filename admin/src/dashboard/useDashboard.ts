import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import { useAccountScope } from '../common/AccountScope.js';
import type { LiveMessage } from '../live/liveMessage.js';
import { useBatchedLive } from '../live/useBatchedLive.js';

/** Figures are no matter of milliseconds, and dear next to a message. */
const PAUSE_MS = 2_000;

/** Whether it may change a figure, or what waits for a person. */
export const movesWork = ({ type }: LiveMessage): boolean =>
  /^(order|awb|invoice|offer)_/.test(type) || type === 'notification' || type === 'sync_completed';

/** Everything on the dashboard in one answer, for the chosen account or all, kept right by the live socket. */
export const useDashboard = () => {
  const [account] = useAccountScope();
  const query = useQuery({
    queryKey: ['dashboard', account],
    queryFn: ({ signal }) => bodyOf(api.GET('/dashboard', { params: { query: { account_type: account } }, signal })),
    placeholderData: keepPreviousData,
  });
  const { refetch } = query;
  useBatchedLive((messages) => {
    if (messages.some(movesWork)) void refetch();
  }, PAUSE_MS);
  return query;
};
