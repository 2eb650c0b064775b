import TestIcon from '@mui/icons-material/NetworkCheckOutlined';
import { Box, Button, Skeleton, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import { troubleOf } from '../accounts/accountTrouble.js';
import { TroubleChip } from '../accounts/TroubleChip.js';
import { RelativeTime } from '../common/Moment.js';
import { Detail, Panel } from '../common/Panel.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useAccountScope } from '../common/AccountScope.js';
import { useCanAct } from '../common/useRoles.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import type { SyncStatus } from './syncRecord.js';

type Account = SyncStatus['accounts'][number];

const AccountCard = ({ account }: { account: Account }) => {
  const message = useMessage();
  const formats = useFormats();
  const canAct = useCanAct();
  const provider = useDataProvider<MagflowDataProvider>();
  const queryClient = useQueryClient();
  const test = useMutation({
    mutationFn: () => provider.testConnection(account.account_type),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['sync', 'status'] }),
        queryClient.invalidateQueries({ queryKey: ['accounts'] }),
      ]),
  });
  const { code, checked_at } = account.connection;
  const trouble = troubleOf({ state: code });
  return (
    <Panel title={account.account_type} aside={<TroubleChip trouble={trouble} />}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr 1fr', gap: 1.5 }}>
        <Detail label={message('sync.total')}>{formats.integer(account.counts.total)}</Detail>
        <Detail label={message('sync.active')}>{formats.integer(account.counts.active)}</Detail>
        <Detail label={message('sync.last')}>
          {account.last_sync ? <RelativeTime at={account.last_sync.finished_at} /> : message('sync.never')}
        </Detail>
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mt: 1.5 }}>
        {canAct && (
          <Button variant="outlined" startIcon={<TestIcon />} disabled={test.isPending} onClick={() => test.mutate()}>
            {message('sync.test')}
          </Button>
        )}
        {checked_at && (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            <RelativeTime at={checked_at} />
          </Typography>
        )}
      </Box>
      {test.error && (
        <Box sx={{ mt: 1 }}>
          <ProblemNotice error={test.error} />
        </Box>
      )}
    </Panel>
  );
};

/** Each account: whether it can be reached, how much of it is here, when it was last read. */
export const AccountCards = () => {
  const message = useMessage();
  const provider = useDataProvider<MagflowDataProvider>();
  const [scope] = useAccountScope();
  const { data, error, refetch } = useQuery({
    queryKey: ['sync', 'status', scope],
    queryFn: () => provider.syncStatus(scope),
  });
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { md: '1fr 1fr' }, gap: 2 }}>
      {data && (
        <Typography variant="body2" sx={{ gridColumn: '1 / -1', color: 'text.secondary' }}>
          {message('sync.health', { score: data.health_score })}
        </Typography>
      )}
      {data
        ? data.accounts.map((account) => <AccountCard key={account.account_type} account={account} />)
        : [1, 2].map((key) => <Skeleton key={key} variant="rounded" height={140} />)}
    </Box>
  );
};
