import RetryIcon from '@mui/icons-material/ReplayOutlined';
import StopIcon from '@mui/icons-material/StopCircleOutlined';
import { Box, Button, LinearProgress, Link, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useGetOne, useNotify } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { asProblem, problemOf } from '../api/problem.js';
import { BULK_KINDS, bulkResultOf } from '../bulk/bulkRecord.js';
import { BulkResults } from '../bulk/BulkResults.js';
import { useBulkCommands } from '../bulk/useBulkCommands.js';
import { CopyText } from '../common/CopyText.js';
import { WaitingRows } from '../common/ListStates.js';
import { ExactTime } from '../common/Moment.js';
import { Detail } from '../common/Panel.js';
import { ProblemNotice, useProblemSentence } from '../common/ProblemNotice.js';
import { OperationStateChip } from '../common/StateChip.js';
import { useActor } from '../common/useActor.js';
import { useCanAct } from '../common/useRoles.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import { isAtRest, linksOf, movesOperations, pauseOf, syncRunsOf, type OperationRecord } from './operationRecord.js';

/** Stops a bulk, or the runs of a sync; takes up again what a bulk left. */
const Verbs = ({ operation }: { operation: OperationRecord }) => {
  const message = useMessage();
  const notify = useNotify();
  const sentenceOf = useProblemSentence();
  const provider = useDataProvider<MagflowDataProvider>();
  const queryClient = useQueryClient();
  const bulks = useBulkCommands();
  const { id, links } = operation;
  const runs = syncRunsOf(operation);
  const isBulk = links['items'] !== undefined;
  const again = () => queryClient.invalidateQueries({ queryKey: ['operations'] });
  const stop = useMutation({
    mutationFn: async () => {
      if (isBulk) await bulks.stop(id);
      else await Promise.all(runs.map((run) => provider.stopSync(run)));
    },
    onError: (error) => notify(sentenceOf(asProblem(error)), { type: 'error' }),
    onSettled: again,
  });
  const retry = useMutation({ mutationFn: () => bulks.retryFailed(id), onSettled: again });
  const failed = bulkResultOf(operation)?.failed_count;
  const mayStop = !isAtRest(operation) && (isBulk || runs.length > 0);
  if (!mayStop && links['retry_failed'] === undefined) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {mayStop && (
        <Button
          variant="outlined"
          startIcon={<StopIcon />}
          disabled={stop.isPending || stop.isSuccess}
          onClick={() => stop.mutate()}
        >
          {message('bulk.stop')}
        </Button>
      )}
      {links['retry_failed'] !== undefined && (
        <Button variant="contained" startIcon={<RetryIcon />} disabled={retry.isPending} onClick={() => retry.mutate()}>
          {failed === undefined ? message('operations.retry') : message('bulk.retry', { count: failed })}
        </Button>
      )}
    </Box>
  );
};

const Refusal = ({ error }: { error: NonNullable<OperationRecord['error']> }) => {
  const message = useMessage();
  const marketplaceCode = (error as { readonly marketplace_code?: unknown }).marketplace_code;
  return (
    <>
      <ProblemNotice error={problemOf(error.status, error)} />
      {typeof marketplaceCode === 'string' && (
        <Detail label={message('operations.marketplace_code')}>{marketplaceCode}</Detail>
      )}
    </>
  );
};

const Facts = ({ operation }: { operation: OperationRecord }) => {
  const message = useMessage();
  const actorOf = useActor();
  const { id, created_by, created_at, finished_at } = operation;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))', gap: 1.5 }}>
      <Detail label={message('operations.by')}>{actorOf(created_by)}</Detail>
      <Detail label={message('operations.created')}>
        <ExactTime at={created_at} />
      </Detail>
      <Detail label={message('operations.finished')}>
        <ExactTime at={finished_at} />
      </Detail>
      <Detail label={message('operations.id')}>
        <CopyText text={id}>{id.slice(0, 8)}</CopyText>
      </Detail>
      {linksOf(operation).map(({ name, to, text }) => (
        <Detail key={to} label={message(`operations.links.${name}`)}>
          <Link component={RouterLink} to={to}>
            {text}
          </Link>
        </Detail>
      ))}
    </Box>
  );
};

/** One operation as it stands: how far, what came of it or why not, and what can be done about it. */
export const OperationDetails = ({ id }: { id: string }) => {
  const message = useMessage();
  const word = useWord();
  const formats = useFormats();
  const canAct = useCanAct();
  const { data: operation, error, refetch } = useGetOne<OperationRecord>('operations', { id }, { retry: false });
  useBatchedLive((messages) => {
    if (operation && !isAtRest(operation) && messages.some(movesOperations)) void refetch();
  }, pauseOf(operation));
  if (!operation) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <WaitingRows />;
  const { done, total } = operation.progress;
  const result = bulkResultOf(operation);
  return (
    <>
      <Typography variant="h2" component="h3">
        {word('operations.kinds', operation.kind)}
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
        <OperationStateChip state={operation.state} />
        <Typography variant="body2" aria-live="polite">
          {message('acts.progress', { done: formats.integer(done), total: formats.integer(total) })}
        </Typography>
      </Box>
      {!isAtRest(operation) && (
        <LinearProgress
          variant={total > 0 ? 'determinate' : 'indeterminate'}
          value={total > 0 ? (done * 100) / total : 0}
          aria-label={message('bulk.progress')}
        />
      )}
      {operation.state === 'in_doubt' && (
        <Typography variant="body2" color="error">
          {message('acts.doubt')}
        </Typography>
      )}
      {operation.error && <Refusal error={operation.error} />}
      {canAct && <Verbs operation={operation} />}
      <Facts operation={operation} />
      {result && <BulkResults result={result} verb={BULK_KINDS[operation.kind]} />}
    </>
  );
};
