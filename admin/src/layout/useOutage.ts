import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { asProblem, type ApiProblem } from '../api/problem.js';
import { useLiveState } from '../live/LiveProvider.js';
import { SYSTEM_KEY, useSystemInfo } from './useSystemInfo.js';

const LOOK_AGAIN_MS = 5_000;
const UNAVAILABLE = 503;

/**
 * What keeps the server from answering, such as a lost database. Nobody tells when a part is well again, so it is looked
 * at while something is wrong; then whatever was refused meanwhile is read anew by itself.
 */
export const useOutage = (): ApiProblem | null => {
  const queryClient = useQueryClient();
  const live = useLiveState();
  const { data: system, error, refetch } = useSystemInfo();
  const problem = error === null ? null : asProblem(error);
  const outage = problem?.status === UNAVAILABLE ? problem : null;
  const isOut = outage !== null;
  const isTroubled = isOut || (system?.conditions ?? []).some(({ status }) => status !== 'unknown');

  useEffect(
    () =>
      queryClient.getQueryCache().subscribe(({ type, query, ...event }) => {
        if (type !== 'updated' || !('action' in event) || event.action.type !== 'error') return;
        if (query.queryKey.join() === SYSTEM_KEY.join()) return;
        if (asProblem(event.action.error).status !== UNAVAILABLE) return;
        void queryClient.refetchQueries({ queryKey: SYSTEM_KEY }, { cancelRefetch: false });
      }),
    [queryClient],
  );

  useEffect(() => {
    if (!isTroubled) return undefined;
    const timer = setInterval(() => void refetch({ cancelRefetch: false }), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isTroubled, refetch]);

  const isAnswering = live === 'live' && !isOut;
  const wasAnswering = useRef(isAnswering);
  useEffect(() => {
    if (isAnswering && !wasAnswering.current) {
      void queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
    }
    wasAnswering.current = isAnswering;
  }, [isAnswering, queryClient]);

  return outage;
};
