import JobsIcon from '@mui/icons-material/ScheduleOutlined';
import { Box, Button, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { ListBase, useListContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { EmptyState } from '../common/EmptyState.js';
import { ListStates } from '../common/ListStates.js';
import { ExactTime } from '../common/Moment.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { SyncPhaseChip } from '../common/StateChip.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { linesOf, type JobRunRecord } from './jobRecord.js';

const SECOND_MS = 1_000;
/** Beside what failed, which is always shown. */
const LINES_SHOWN = 3;

const Run = ({ run }: { run: JobRunRecord }) => {
  const message = useMessage();
  const formats = useFormats();
  const [isOpen, setOpen] = useState(false);
  const { state, trigger, started_at, finished_at, error } = run;
  const lines = linesOf(run);
  const shown = isOpen ? lines : lines.filter(({ isFailed }, index) => isFailed || index < LINES_SHOWN);
  return (
    <Box role="listitem" data-run={run.state} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <SyncPhaseChip phase={state} />
        <Typography variant="body2" sx={{ mr: 'auto' }}>
          <ExactTime at={started_at} />
        </Typography>
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {message(trigger === 'user' ? 'jobs.by_hand' : 'jobs.by_schedule')}
          {finished_at && ` · ${formats.duration((Date.parse(finished_at) - Date.parse(started_at)) / SECOND_MS)}`}
        </Typography>
      </Box>
      {error && (
        <Typography variant="body2" color="error" sx={{ overflowWrap: 'anywhere' }}>
          {error}
        </Typography>
      )}
      {shown.map(({ text, isFailed, operationId }) => (
        <Typography
          key={`${text}${operationId}`}
          variant="caption"
          component="div"
          sx={{ overflowWrap: 'anywhere', color: isFailed ? 'error.main' : 'text.secondary' }}
        >
          {text}{' '}
          {operationId && (
            <Link component={RouterLink} to={`/operations/${operationId}`} color="inherit">
              {message('jobs.operation')}
            </Link>
          )}
        </Typography>
      ))}
      {shown.length < lines.length && (
        <Button size="small" onClick={() => setOpen(true)}>
          {message('jobs.more_lines', { count: lines.length - shown.length })}
        </Button>
      )}
    </Box>
  );
};

const Runs = () => {
  const { data = [] } = useListContext<JobRunRecord>();
  return (
    <Box role="list">
      {data.map((run) => (
        <Run key={run.id} run={run} />
      ))}
    </Box>
  );
};

/** The history of one job, newest first. */
export const JobRuns = ({ name }: { name: string }) => {
  const message = useMessage();
  return (
    <ListBase<JobRunRecord>
      resource="job_runs"
      queryOptions={saidOnPage}
      perPage={25}
      sort={{ field: 'started_at', order: 'DESC' }}
      filter={{ name }}
      disableSyncWithLocation
      storeKey={false}
    >
      <ListStates empty={<EmptyState icon={JobsIcon} title={message('jobs.runs_none')} />}>
        <Runs />
      </ListStates>
    </ListBase>
  );
};
