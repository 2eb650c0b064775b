import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { LiveMessage } from '../live/liveMessage.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import type { SyncProgressAnswer, SyncRunRecord } from './syncRecord.js';

const KEY = ['sync', 'progress'];

const isSync = ({ type }: LiveMessage): boolean => type.startsWith('sync_');

/** A running run with what the socket just said of it; rate and time left are measured from its start. */
const movedOn = (run: SyncRunRecord, { data, timestamp }: LiveMessage): SyncRunRecord => {
  const told = data as Partial<SyncRunRecord>;
  const processed = told.processed_items ?? run.processed_items;
  const total = told.total_items ?? run.total_items;
  const seconds = run.started_at ? (Date.parse(timestamp) - Date.parse(run.started_at)) / 1000 : null;
  const rate = seconds !== null && seconds > 0 ? processed / seconds : run.throughput_per_second;
  return {
    ...run,
    ...told,
    id: run.id,
    duration_seconds: seconds ?? run.duration_seconds,
    throughput_per_second: rate,
    estimated_time_remaining_seconds: total !== null && rate ? Math.max(0, total - processed) / rate : null,
  };
};

/** The running syncs, moved by the socket; read again only when one begins or ends. */
export const useSyncProgress = () => {
  const provider = useDataProvider<MagflowDataProvider>();
  const queryClient = useQueryClient();
  const progress = useQuery({ queryKey: KEY, queryFn: () => provider.syncProgress() });

  useBatchedLive((messages) => {
    const syncs = messages.filter(isSync);
    if (syncs.length === 0) return;
    const known = queryClient.getQueryData<SyncProgressAnswer>(KEY)?.active_syncs ?? [];
    const isNew = syncs.some(
      ({ data, type }) => type !== 'sync_progress' || !known.some(({ id }) => id === data['sync_run_id']),
    );
    const latest = new Map(syncs.map((message) => [String(message.data['sync_run_id']), message]));
    queryClient.setQueryData<SyncProgressAnswer>(
      KEY,
      (answer) =>
        answer && {
          ...answer,
          active_syncs: answer.active_syncs.map((run) => {
            const message = latest.get(run.id);
            return message ? movedOn(run, message) : run;
          }),
        },
    );
    if (!isNew) return;
    void queryClient.invalidateQueries({ queryKey: ['sync'] });
    void queryClient.invalidateQueries({ queryKey: ['sync_runs'] });
  });

  return progress;
};
