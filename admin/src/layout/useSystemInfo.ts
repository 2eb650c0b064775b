import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { api, bodyOf } from '../api/client.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import { useLiveState } from '../live/LiveProvider.js';

export const SYSTEM_KEY = ['system', 'info'];
/** What it says of the installation's health is asked for again on the next page after this long. */
const FRESH_MS = 30_000;
const PAUSE_MS = 1_000;

/** Facts of the installation: read anew on a page change, on a notification, and when the connection is back. */
export const useSystemInfo = () => {
  const queryClient = useQueryClient();
  const { pathname } = useLocation();
  const live = useLiveState();
  useBatchedLive((messages) => {
    if (messages.some(({ type }) => type === 'notification')) {
      void queryClient.invalidateQueries({ queryKey: SYSTEM_KEY });
    }
  }, PAUSE_MS);
  useEffect(() => {
    if (live === 'live') void queryClient.refetchQueries({ queryKey: SYSTEM_KEY, stale: true });
  }, [pathname, live, queryClient]);
  return useQuery({
    queryKey: SYSTEM_KEY,
    queryFn: () => bodyOf(api.GET('/system/info')),
    staleTime: FRESH_MS,
  });
};
