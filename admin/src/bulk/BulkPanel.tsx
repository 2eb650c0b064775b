import CloseIcon from '@mui/icons-material/Close';
import ExpandIcon from '@mui/icons-material/ExpandMore';
import RetryIcon from '@mui/icons-material/ReplayOutlined';
import StopIcon from '@mui/icons-material/StopCircleOutlined';
import { Box, Button, Checkbox, FormControlLabel, IconButton, LinearProgress, Paper, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetOne } from 'react-admin';
import { usePrinted } from '../awbs/usePrinted.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { OperationStateChip } from '../common/StateChip.js';
import { useIsPhone } from '../common/useIsPhone.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import { FINAL_STATES, pauseOf, type OperationRecord } from '../operations/operationRecord.js';
import { LabelButtons } from '../orders/LabelButtons.js';
import { BULK_KINDS, bulkResultOf } from './bulkRecord.js';
import { BulkResults } from './BulkResults.js';
import { useRunningBulks } from './useRunningBulks.js';
import { useBulkCommands } from './useBulkCommands.js';
import { useBulkStore } from './bulkStore.js';

const SPOKEN_OF: readonly string[] = [
  'order_acknowledged',
  'awb_generated',
  'awb_failed',
  'invoice_generated',
  'notification',
];

/** What was printed is not printed twice by mistake. */
const PrintedToggle = ({ awbNumbers }: { awbNumbers: readonly string[] }) => {
  const message = useMessage();
  const { isPrinted, mark } = usePrinted();
  const areAll = awbNumbers.every(isPrinted);
  return (
    <FormControlLabel
      control={<Checkbox size="small" checked={areAll} onChange={({ target }) => mark(awbNumbers, target.checked)} />}
      label={message('bulk.printed')}
      sx={{ mr: 'auto' }}
    />
  );
};

const BulkCard = ({ id }: { id: string }) => {
  const message = useMessage();
  const word = useWord();
  const formats = useFormats();
  const { retryFailed, stop } = useBulkCommands();
  const { forget } = useBulkStore();
  // On a phone the results would hide the list that one works on.
  const isPhone = useIsPhone();
  const [isOpen, setOpen] = useState(!isPhone);
  const { data: operation, error, refetch } = useGetOne<OperationRecord>('operations', { id }, { retry: false });
  const isOver = operation ? FINAL_STATES.includes(operation.state) : false;
  // In doubt nothing runs any more; it waits for a person.
  const isAtRest = isOver || operation?.state === 'in_doubt';
  useBatchedLive((messages) => {
    if (!isOver && messages.some(({ type }) => SPOKEN_OF.includes(type))) void refetch();
  }, pauseOf(operation));

  const verb = operation ? BULK_KINDS[operation.kind] : undefined;
  const result = operation && bulkResultOf(operation);
  const { done = 0, total = 0 } = operation?.progress ?? {};
  const awbNumbers = result?.results.success.flatMap(({ awb_number }) => (awb_number ? [awb_number] : [])) ?? [];

  return (
    <Paper
      variant="outlined"
      role="region"
      aria-label={operation ? word('operations.kinds', operation.kind) : id}
      sx={{ boxShadow: 6 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 1.5, py: 0.75 }}>
        <Typography variant="h3" component="h2" sx={{ mr: 'auto' }}>
          {operation ? word('operations.kinds', operation.kind) : message('common.loading')}{' '}
          <Typography component="span" variant="caption" sx={{ color: 'text.secondary' }} aria-live="polite">
            {message('acts.progress', { done: formats.integer(done), total: formats.integer(total) })}
          </Typography>
        </Typography>
        {operation && <OperationStateChip state={operation.state} />}
        <IconButton
          size="small"
          onClick={() => setOpen(!isOpen)}
          aria-label={message('acts.hide')}
          aria-expanded={isOpen}
        >
          <ExpandIcon fontSize="small" sx={{ transform: isOpen ? 'none' : 'rotate(180deg)' }} />
        </IconButton>
        <IconButton size="small" onClick={() => forget(id)} aria-label={message('bulk.forget')}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </Box>
      {!isAtRest && (
        <LinearProgress
          variant={total > 0 ? 'determinate' : 'indeterminate'}
          value={total > 0 ? (done * 100) / total : 0}
          aria-label={message('bulk.progress')}
          sx={{ height: 3 }}
        />
      )}
      {error != null && (
        <Box sx={{ p: 1 }}>
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        </Box>
      )}
      {isOpen && result && (
        <Box sx={{ maxHeight: 200, overflowY: 'auto', px: 1.5, borderTop: 1, borderColor: 'divider' }} tabIndex={0}>
          <BulkResults result={result} verb={verb} />
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, px: 1.5, py: 1 }}>
        {!isAtRest && operation && (
          <Button startIcon={<StopIcon />} onClick={() => void stop(id)}>
            {message('bulk.stop')}
          </Button>
        )}
        {isOver && result && (result.failed_count > 0 || done < total) && (
          <Button
            startIcon={<RetryIcon />}
            onClick={() => {
              forget(id);
              void retryFailed(id);
            }}
          >
            {message('bulk.retry', { count: result.failed_count })}
          </Button>
        )}
        {verb === 'awb' && isAtRest && awbNumbers.length > 0 && <PrintedToggle awbNumbers={awbNumbers} />}
        {verb === 'awb' && isAtRest && <LabelButtons awbNumbers={awbNumbers} />}
      </Box>
    </Paper>
  );
};

/** Work on many orders, across pages and reloads: how far it is, what came of each, what to do about the rest. */
export const BulkPanel = () => {
  const { followed } = useBulkStore();
  useRunningBulks();
  return (
    <>
      {followed.map((id) => (
        <BulkCard key={id} id={id} />
      ))}
    </>
  );
};
