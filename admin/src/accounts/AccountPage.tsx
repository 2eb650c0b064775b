import AccountsIcon from '@mui/icons-material/StorefrontOutlined';
import TestIcon from '@mui/icons-material/NetworkCheckOutlined';
import { Alert, Box, Button, Skeleton, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import { useAccounts } from '../common/AccountScope.js';
import { CopyText } from '../common/CopyText.js';
import { EmptyState } from '../common/EmptyState.js';
import { RelativeTime } from '../common/Moment.js';
import { PageHeader } from '../common/PageHeader.js';
import { Detail, Panel } from '../common/Panel.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useCanAct } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import type { AccountRecord } from './accountRecord.js';
import { troubleOf } from './accountTrouble.js';
import { TroubleChip } from './TroubleChip.js';

const AccountPanel = ({ account }: { account: AccountRecord }) => {
  const message = useMessage();
  const canAct = useCanAct();
  const provider = useDataProvider<MagflowDataProvider>();
  const queryClient = useQueryClient();
  const test = useMutation({
    mutationFn: () => provider.testConnection(account.key),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const trouble = troubleOf(account);
  const detail = account.last_test?.detail;
  return (
    <Panel title={account.key} aside={<TroubleChip trouble={trouble} />}>
      {trouble !== 'ok' && trouble !== 'unknown' && (
        <Alert severity="error" variant="outlined" sx={{ mb: 2 }}>
          <Typography variant="body2">
            {message(`accounts.advice.${trouble}`, { key: account.key.toUpperCase() })}
          </Typography>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {[detail, account.last_test?.code ?? account.state].filter(Boolean).join(' · ')}
          </Typography>
        </Alert>
      )}
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 1.5 }}>
        <Detail label={message('accounts.platform')}>{account.platform}</Detail>
        <Detail label={message('accounts.fulfilment')}>
          {message(account.fulfilment === 'fbe' ? 'accounts.fbe' : 'accounts.own')}
        </Detail>
        <Detail label={message('accounts.address')}>{account.base_url}</Detail>
        {account.callback_url && (
          <Detail label={message('accounts.callback')}>
            <CopyText text={account.callback_url} />
          </Detail>
        )}
      </Box>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', mt: 2 }}>
        {canAct && (
          <Button variant="outlined" startIcon={<TestIcon />} disabled={test.isPending} onClick={() => test.mutate()}>
            {message('accounts.test')}
          </Button>
        )}
        {account.last_test?.checked_at && (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            <RelativeTime at={account.last_test.checked_at} />
          </Typography>
        )}
      </Box>
      {test.error && (
        <Box sx={{ mt: 1.5 }}>
          <ProblemNotice error={test.error} />
        </Box>
      )}
    </Panel>
  );
};

/** Each marketplace account: whether it works and, if not, what to do. */
export const AccountPage = () => {
  const message = useMessage();
  const { data, error, refetch } = useAccounts();
  return (
    <>
      <PageHeader title={message('accounts.title')} />
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <EmptyState icon={AccountsIcon} title={message('accounts.none')} hint={message('accounts.none_hint')} />
      )}
      <Box sx={{ display: 'grid', gridTemplateColumns: { lg: '1fr 1fr' }, gap: 2, alignItems: 'start' }}>
        {!data && !error && [1, 2].map((key) => <Skeleton key={key} variant="rounded" height={200} />)}
        {data?.map((account) => (
          <AccountPanel key={account.key} account={account} />
        ))}
      </Box>
    </>
  );
};
