import JobsIcon from '@mui/icons-material/ScheduleOutlined';
import PlayIcon from '@mui/icons-material/PlayArrowOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DataTable, ListBase, useDataProvider, useNotify } from 'react-admin';
import { asProblem } from '../api/problem.js';
import { EmptyState } from '../common/EmptyState.js';
import { ListStates } from '../common/ListStates.js';
import { RelativeTime } from '../common/Moment.js';
import { PageHeader } from '../common/PageHeader.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { SyncPhaseChip } from '../common/StateChip.js';
import { tableSx } from '../common/tableSx.js';
import { useCanAct } from '../common/useRoles.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import type { LiveMessage } from '../live/liveMessage.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import type { JobRecord } from './jobRecord.js';

const Column = DataTable.Col<JobRecord>;

const RunButton = ({ job }: { job: JobRecord }) => {
  const message = useMessage();
  const notify = useNotify();
  const provider = useDataProvider<MagflowDataProvider>();
  const queryClient = useQueryClient();
  const run = useMutation({
    mutationFn: () => provider.runJob(job.name),
    onSuccess: () => notify(message('jobs.started'), { type: 'success' }),
    onError: (error) => notify(asProblem(error).message, { type: 'error' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['jobs'] }),
  });
  return (
    <Button startIcon={<PlayIcon />} disabled={run.isPending} onClick={() => run.mutate()}>
      {message('jobs.run')}
    </Button>
  );
};

const isEnd = ({ type }: LiveMessage): boolean => type === 'sync_completed' || type === 'sync_failed';

/** Runs of jobs end with syncs; the rest shows at the next visit. */
const useJobsLive = (): void => {
  const queryClient = useQueryClient();
  useBatchedLive((messages) => {
    if (messages.some(isEnd)) void queryClient.invalidateQueries({ queryKey: ['jobs'] });
  }, 1_000);
};

/** What runs by itself, when, and with what outcome. */
export const JobPage = () => {
  const message = useMessage();
  const word = useWord();
  const formats = useFormats();
  const canAct = useCanAct();
  useJobsLive();
  return (
    <>
      <PageHeader title={message('jobs.title')} />
      <ListBase<JobRecord>
        resource="jobs"
        queryOptions={saidOnPage}
        perPage={50}
        sort={{ field: '', order: 'ASC' }}
        disableSyncWithLocation
      >
        <ListStates
          empty={<EmptyState icon={JobsIcon} title={message('jobs.none')} hint={message('jobs.none_hint')} />}
        >
          <DataTable<JobRecord> bulkActionButtons={false} rowClick={false} sx={tableSx}>
            <Column
              source="name"
              disableSort
              label={message('jobs.name')}
              render={(job) => (
                <>
                  {word('jobs.names', job.name)}
                  <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                    {job.name}
                  </Typography>
                </>
              )}
            />
            <Column
              source="every_seconds"
              disableSort
              label={message('jobs.every')}
              render={(job) => (job.enabled ? formats.duration(job.every_seconds) : message('jobs.off'))}
            />
            <Column
              source="next_run_at"
              disableSort
              label={message('jobs.next')}
              render={(job) => <RelativeTime at={job.next_run_at} />}
            />
            <Column
              source="last_run"
              disableSort
              label={message('jobs.last')}
              render={(job) =>
                job.last_run ? (
                  <Box>
                    <SyncPhaseChip phase={job.last_run.state} /> <RelativeTime at={job.last_run.started_at} />
                    {job.last_run.error && (
                      <Typography variant="caption" component="div" color="error">
                        {job.last_run.error}
                      </Typography>
                    )}
                  </Box>
                ) : (
                  message('common.none')
                )
              }
            />
            {canAct && <Column disableSort label="" render={(job) => <RunButton job={job} />} />}
          </DataTable>
        </ListStates>
      </ListBase>
    </>
  );
};
