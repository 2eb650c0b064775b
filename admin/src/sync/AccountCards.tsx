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
import type { JobRecord } from '../jobs/jobRecord.js';
import type { SyncStatus } from './syncRecord.js';

type Account = SyncStatus['accounts'][number];

/** When the schedule reads again; all accounts at once. */
const NextRun = ({ job, label }: { job: string; label: 'sync.next_offers' | 'sync.next_orders' }) => {
  const message = useMessage();
  const { data } = useGetList<JobRecord>('jobs', { pagination: { page: 1, perPage: 100 } });
  const next = data?.find(({ name }) => name === job)?.next_run_at;
  return <Detail label={message(label)}>{next ? <RelativeTime at={next} /> : message('sync.off')}</Detail>;
};

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
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(112px, 1fr))', gap: 1.5 }}>
        <Detail label={message('sync.total')}>{formats.integer(account.counts.total)}</Detail>
        <Detail label={message('sync.active')}>{formats.integer(account.counts.active)}</Detail>
        <Detail label={message('sync.synced')}>{formats.integer(account.counts.synced)}</Detail>
        <Detail label={message('sync.failed_last')}>{formats.integer(account.counts.failed)}</Detail>
        <Detail label={message('sync.last')}>
          {account.last_sync ? <RelativeTime at={account.last_sync.finished_at} /> : message('sync.never')}
        </Detail>
        <NextRun job="emag.sync_products" label="sync.next_offers" />
        <NextRun job="emag.sync_orders" label="sync.next_orders" />
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
