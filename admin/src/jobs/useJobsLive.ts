import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useListContext } from 'react-admin';
import type { LiveMessage } from '../live/liveMessage.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import { isUnderWay, type JobRecord } from './jobRecord.js';

const LOOK_AGAIN_MS = 1_500;

const isEnd = ({ type }: LiveMessage): boolean =>
  type === 'sync_completed' || type === 'sync_failed' || type === 'notification';

/**
 * Runs end with syncs and notifications. The socket has no message for the end of other jobs, so one that is under way is
 * looked at again until it has ended.
 */
export const useJobsLive = (): void => {
  const queryClient = useQueryClient();
  const { data = [], isFetching } = useListContext<JobRecord>();
  const isWaiting = data.some(({ last_run }) => last_run !== null && isUnderWay(last_run));
  const again = useCallback(() => {
    for (const resource of ['jobs', 'job_runs']) void queryClient.invalidateQueries({ queryKey: [resource] });
  }, [queryClient]);
  useBatchedLive((messages) => {
    if (messages.some(isEnd)) again();
  }, 1_000);
  useEffect(() => {
    if (!isWaiting || isFetching) return undefined;
    const timer = setTimeout(again, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isWaiting, isFetching, again]);
};
