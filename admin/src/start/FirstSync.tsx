import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import { RelativeTime } from '../common/Moment.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { SyncPhaseChip } from '../common/StateChip.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { RunningSyncs } from '../sync/RunningSyncs.js';

const SHOWN = 4;

/** What an account reads now, as it goes, and what became of what it read before. */
export const FirstSync = ({ account }: { account: string }) => {
  const message = useMessage();
  const formats = useFormats();
  // Under `sync`, so that it is read again whenever a run begins or ends.
  const { data, error, refetch } = useQuery({
    queryKey: ['sync', 'first', account],
    queryFn: () =>
      bodyOf(
        api.GET('/emag/sync-runs', {
          params: { query: { account_type: account, items_per_page: SHOWN, sort: 'requested_at', order: 'desc' } },
        }),
      ),
  });
  const ended = (data?.items ?? []).filter(({ finished_at }) => finished_at !== null);
  return (
    <>
      <RunningSyncs account={account} />
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {ended.map(({ id, kind, status, created, processed_items, finished_at, error: failure }) => (
        <Box
          key={id}
          data-ended={kind}
          sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 1, fontSize: '0.8125rem' }}
        >
          <strong>{message(`sync.${kind}`)}</strong>
          <SyncPhaseChip phase={status} />
          <span>
            {message('start.read', { items: formats.integer(processed_items), created: formats.integer(created) })}
          </span>
          {finished_at && (
            <Typography variant="caption" sx={{ color: 'text.secondary' }}>
              <RelativeTime at={finished_at} />
            </Typography>
          )}
          {failure && (
            <Typography variant="caption" sx={{ flexBasis: '100%', color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {failure.text}
            </Typography>
          )}
        </Box>
      ))}
    </>
  );
};
