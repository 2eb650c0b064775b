import JobsIcon from '@mui/icons-material/ScheduleOutlined';
import PlayIcon from '@mui/icons-material/PlayArrowOutlined';
import { Box, Button, Card, CardActionArea, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DataTable, ListBase, useDataProvider, useListContext, useNotify } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { asProblem } from '../api/problem.js';
import { EmptyState } from '../common/EmptyState.js';
import { ListStates } from '../common/ListStates.js';
import { ListWithPreview } from '../common/ListWithPreview.js';
import { RelativeTime } from '../common/Moment.js';
import { PageHeader } from '../common/PageHeader.js';
import { useProblemSentence } from '../common/ProblemNotice.js';
import { RowLink } from '../common/RowLink.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { SyncPhaseChip } from '../common/StateChip.js';
import { rowSx, tableSx } from '../common/tableSx.js';
import { useIsPhone } from '../common/useIsPhone.js';
import { useCanAct } from '../common/useRoles.js';
import { useRowCursor } from '../common/useRowCursor.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import type { JobRecord } from './jobRecord.js';
import { JobRuns } from './JobRuns.js';
import { useJobsLive } from './useJobsLive.js';

const Column = DataTable.Col<JobRecord>;

const RunButton = ({ job }: { job: JobRecord }) => {
  const message = useMessage();
  const notify = useNotify();
  const sentenceOf = useProblemSentence();
  const provider = useDataProvider<MagflowDataProvider>();
  const queryClient = useQueryClient();
  const run = useMutation({
    mutationFn: () => provider.runJob(job.name),
    onSuccess: () => notify(message('jobs.started'), { type: 'success' }),
    onError: (error) => notify(sentenceOf(asProblem(error)), { type: 'error' }),
    onSettled: () =>
      Promise.all(['jobs', 'job_runs'].map((resource) => queryClient.invalidateQueries({ queryKey: [resource] }))),
  });
  return (
    <Button
      startIcon={<PlayIcon />}
      disabled={run.isPending}
      sx={{ whiteSpace: 'nowrap' }}
      onClick={(event) => {
        event.stopPropagation();
        run.mutate();
      }}
    >
      {message('jobs.run')}
    </Button>
  );
};

const LastRun = ({ job: { last_run } }: { job: JobRecord }) => {
  const message = useMessage();
  if (!last_run) return <>{message('common.none')}</>;
  return (
    <>
      <SyncPhaseChip phase={last_run.state} /> <RelativeTime at={last_run.started_at} />
      {last_run.error && (
        <Typography variant="caption" component="div" color="error" sx={{ overflowWrap: 'anywhere' }}>
          {last_run.error}
        </Typography>
      )}
    </>
  );
};

interface JobsProps {
  readonly shown: string | null;
  readonly onShow: (name: string) => void;
}

const Table = ({ shown, onShow }: JobsProps) => {
  const message = useMessage();
  const word = useWord();
  const formats = useFormats();
  const canAct = useCanAct();
  return (
    <DataTable<JobRecord>
      bulkActionButtons={false}
      rowClick={(id) => {
        onShow(String(id));
        return false;
      }}
      rowSx={({ id }) => rowSx(id === shown)}
      sx={tableSx}
    >
      <Column
        source="name"
        disableSort
        label={message('jobs.name')}
        render={(job) => (
          <>
            <RowLink onShow={() => onShow(job.id)}>{word('jobs.names', job.name)}</RowLink>
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
      <Column source="last_run" disableSort label={message('jobs.last')} render={(job) => <LastRun job={job} />} />
      {canAct && <Column disableSort label="" render={(job) => <RunButton job={job} />} />}
    </DataTable>
  );
};

const Cards = ({ onShow }: Pick<JobsProps, 'onShow'>) => {
  const message = useMessage();
  const word = useWord();
  const formats = useFormats();
  const canAct = useCanAct();
  const { data = [] } = useListContext<JobRecord>();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {data.map((job) => (
        <Card key={job.id}>
          <CardActionArea onClick={() => onShow(job.id)} sx={{ p: 1.5 }}>
            <Typography variant="h3" component="span">
              {word('jobs.names', job.name)}
            </Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {message('jobs.every')} {job.enabled ? formats.duration(job.every_seconds) : message('jobs.off')} ·{' '}
              {message('jobs.next')} <RelativeTime at={job.next_run_at} />
            </Typography>
            <Typography variant="body2" component="div" sx={{ mt: 0.5 }}>
              <LastRun job={job} />
            </Typography>
          </CardActionArea>
          {canAct && (
            <Box sx={{ px: 1, pb: 1 }}>
              <RunButton job={job} />
            </Box>
          )}
        </Card>
      ))}
    </Box>
  );
};

const Jobs = () => {
  const message = useMessage();
  const word = useWord();
  const isPhone = useIsPhone();
  const navigate = useNavigate();
  const { name = null } = useParams();
  const { shown, show } = useRowCursor<JobRecord>({
    shown: name,
    show: (next) => void navigate(next === null ? '/jobs' : `/jobs/${next}`),
  });
  useJobsLive();
  return (
    <ListWithPreview
      title={shown && word('jobs.names', shown)}
      hint={message('jobs.choose')}
      preview={shown && <JobRuns key={shown} name={shown} />}
      onClose={() => show(null)}
    >
      <ListStates empty={<EmptyState icon={JobsIcon} title={message('jobs.none')} hint={message('jobs.none_hint')} />}>
        {isPhone ? <Cards onShow={show} /> : <Table shown={shown} onShow={show} />}
      </ListStates>
    </ListWithPreview>
  );
};

/** What runs by itself, when, with what outcome, and what every run before came to. */
export const JobPage = () => {
  const message = useMessage();
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
        <Jobs />
      </ListBase>
    </>
  );
};
