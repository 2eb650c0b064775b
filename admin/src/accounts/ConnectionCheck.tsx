import TestIcon from '@mui/icons-material/NetworkCheckOutlined';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import { RelativeTime } from '../common/Moment.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useCanAct } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import type { AccountRecord } from './accountRecord.js';
import { troubleOf } from './accountTrouble.js';

/** What the marketplace said the last time it was asked, what to do about it, and the button that asks again. */
export const ConnectionCheck = ({ account }: { account: AccountRecord }) => {
  const message = useMessage();
  const canAct = useCanAct();
  const provider = useDataProvider<MagflowDataProvider>();
  const queryClient = useQueryClient();
  const test = useMutation({
    mutationFn: () => provider.testConnection(account.key),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const last = test.data ?? account.last_test;
  const trouble = troubleOf({ state: last?.ok === false ? last.code : account.state });
  return (
    <>
      {last?.ok === true && trouble === 'ok' && (
        <Alert severity="success" variant="outlined" sx={{ mb: 2 }} data-test="ok">
          {message('accounts.works')}
        </Alert>
      )}
      {trouble !== 'ok' && trouble !== 'unknown' && (
        <Alert severity="error" variant="outlined" sx={{ mb: 2 }} data-test="failed">
          <Typography variant="body2">
            {message(`accounts.advice.${trouble}`, { key: account.key.toUpperCase() })}
          </Typography>
          <Typography variant="caption" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {[last?.detail, last?.code ?? account.state].filter(Boolean).join(' · ')}
          </Typography>
        </Alert>
      )}
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
        {canAct && (
          <Button variant="outlined" startIcon={<TestIcon />} disabled={test.isPending} onClick={() => test.mutate()}>
            {message('accounts.test')}
          </Button>
        )}
        {last?.checked_at && (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            <RelativeTime at={last.checked_at} />
          </Typography>
        )}
      </Box>
      {test.error && (
        <Box sx={{ mt: 1.5 }}>
          <ProblemNotice error={test.error} />
        </Box>
      )}
    </>
  );
};
