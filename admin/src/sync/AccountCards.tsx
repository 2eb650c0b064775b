import TestIcon from '@mui/icons-material/NetworkCheckOutlined';
import { Alert, Box, Button, Skeleton, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useGetList } from 'react-admin';
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
import { KindFacts } from './KindFacts.js';
import { SyncHealth } from './SyncHealth.js';
import type { SyncKind, SyncStatus } from './syncRecord.js';

type Account = SyncStatus['accounts'][number];

const KINDS: readonly SyncKind[] = ['offers', 'orders'];

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
  const { total: orders } = useGetList('orders', {
    pagination: { page: 1, perPage: 1 },
    filter: { account_type: account.account_type },
  });
  const { code, checked_at } = account.connection;
  const trouble = troubleOf({ state: code });
  return (
    <Panel title={account.account_type} aside={<TroubleChip trouble={trouble} />}>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(112px, 1fr))', gap: 1.5 }}>
        <Detail label={message('sync.total')}>{formats.integer(account.counts.total)}</Detail>
        <Detail label={message('sync.active')}>{formats.integer(account.counts.active)}</Detail>
        <Detail label={message('sync.failed_last')}>{formats.integer(account.counts.failed)}</Detail>
        <Detail label={message('sync.total_orders')}>
          {orders === undefined ? message('common.none') : formats.integer(orders)}
        </Detail>
      </Box>
      {KINDS.map((kind) => (
        <KindFacts key={kind} account={account.account_type} kind={kind} />
      ))}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mt: 1.5 }}>
        {canAct && (
          <Button variant="outlined" startIcon={<TestIcon />} disabled={test.isPending} onClick={() => test.mutate()}>
            {message('sync.test')}
          </Button>
        )}
        {checked_at && (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {message('sync.checked')} <RelativeTime at={checked_at} />
          </Typography>
        )}
      </Box>
      {(test.data || (trouble !== 'ok' && trouble !== 'unknown')) && (
        <Alert
          severity={trouble === 'ok' ? 'success' : 'error'}
          variant="outlined"
          sx={{ mt: 1.5 }}
          data-test={account.account_type}
        >
          <Typography variant="body2">
            {trouble === 'ok' || trouble === 'unknown'
              ? message('sync.tested_ok')
              : message(`accounts.advice.${trouble}`, { key: account.account_type.toUpperCase() })}
          </Typography>
          {trouble !== 'ok' && (
            <Typography variant="caption" sx={{ color: 'text.secondary' }}>
              {[account.connection.detail, code].filter(Boolean).join(' · ')}
            </Typography>
          )}
        </Alert>
      )}
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
        <Box sx={{ gridColumn: '1 / -1' }}>
          <SyncHealth {...data} />
        </Box>
      )}
      {data
        ? data.accounts.map((account) => <AccountCard key={account.account_type} account={account} />)
        : [1, 2].map((key) => <Skeleton key={key} variant="rounded" height={140} />)}
    </Box>
  );
};
