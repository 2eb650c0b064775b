import StopIcon from '@mui/icons-material/StopOutlined';
import { Box, Button, LinearProgress, Typography } from '@mui/material';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import { ConfirmDialog } from '../common/ConfirmDialog.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { SyncPhaseChip } from '../common/StateChip.js';
import { useCanAct } from '../common/useRoles.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import type { SyncRunRecord } from './syncRecord.js';
import { useSyncProgress } from './useSyncProgress.js';

/** Page of pages, counts, rate, time left: what was measured, and nothing else. */
const Progress = ({ run }: { run: SyncRunRecord }) => {
  const message = useMessage();
  const formats = useFormats();
  const facts = [
    run.total_pages === null
      ? message('sync.page_only', { page: formats.integer(run.current_page) })
      : message('sync.page_of', { page: formats.integer(run.current_page), pages: formats.integer(run.total_pages) }),
    run.total_items === null
      ? formats.integer(run.processed_items)
      : message('sync.items_of', {
          done: formats.integer(run.processed_items),
          total: formats.integer(run.total_items),
        }),
    ...(run.throughput_per_second ? [message('sync.rate', { rate: formats.tenths(run.throughput_per_second) })] : []),
    ...(run.estimated_time_remaining_seconds !== null && run.status === 'running'
      ? [message('sync.left', { time: formats.duration(run.estimated_time_remaining_seconds) })]
      : []),
  ];
  const counts = (['created', 'updated', 'unchanged', 'failed'] as const).map(
    (name) => `${formats.integer(run[name])} ${message(`sync.${name}`)}`,
  );
  return (
    <>
      <LinearProgress
        variant={run.progress_percentage === null ? 'indeterminate' : 'determinate'}
        value={run.progress_percentage ?? 0}
        aria-label={message('sync.running')}
        sx={{ height: 6, borderRadius: 3, my: 0.75 }}
      />
      <Typography variant="body2">{facts.join(' · ')}</Typography>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {counts.join(' · ')}
      </Typography>
    </>
  );
};

const RunningSync = ({ run }: { run: SyncRunRecord }) => {
  const message = useMessage();
  const canAct = useCanAct();
  const provider = useDataProvider<MagflowDataProvider>();
  const [isAsking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const stop = () => {
    provider.stopSync(run.id).catch(setError);
  };
  return (
    <Box data-sync-run={run.id} sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography variant="body2" sx={{ fontWeight: 650 }}>
          {message(`sync.${run.kind}`)} · {run.account_type}
        </Typography>
        <SyncPhaseChip phase={run.status} />
        {canAct && (
          <Button
            size="small"
            color="inherit"
            startIcon={<StopIcon />}
            onClick={() => setAsking(true)}
            sx={{ ml: 'auto' }}
          >
            {message('sync.stop')}
          </Button>
        )}
      </Box>
      <Progress run={run} />
      {error !== null && <ProblemNotice error={error} />}
      <ConfirmDialog open={isAsking} verb={message('sync.stop')} onConfirm={stop} onClose={() => setAsking(false)}>
        {message('sync.stop_confirm')}
      </ConfirmDialog>
    </Box>
  );
};

/** Of one account, or of all. */
export const RunningSyncs = ({ account }: { account?: string }) => {
  const message = useMessage();
  const { data, error, refetch } = useSyncProgress();
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  const runs = (data?.active_syncs ?? []).filter(
    ({ account_type }) => account === undefined || account_type === account,
  );
  if (runs.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {message('sync.nothing_running')}
      </Typography>
    );
  }
  return (
    <>
      {runs.map((run) => (
        <RunningSync key={run.id} run={run} />
      ))}
    </>
  );
};
