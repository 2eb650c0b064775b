import TestIcon from '@mui/icons-material/NetworkCheckOutlined';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useDataProvider } from 'react-admin';
import { CopyLine } from '../common/CopyLine.js';
import { RelativeTime } from '../common/Moment.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useCanAct } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import type { AccountRecord } from './accountRecord.js';
import { addressIn, causeOf, troubleOf } from './accountTrouble.js';

interface ConnectionCheckProps {
  readonly account: AccountRecord;
  /** Asks by itself when nobody has asked yet. */
  readonly isEager?: boolean;
}

/** What the marketplace said the last time it was asked, what to do about it, and the button that asks again. */
export const ConnectionCheck = ({ account, isEager = false }: ConnectionCheckProps) => {
  const message = useMessage();
  const canAct = useCanAct();
  const provider = useDataProvider<MagflowDataProvider>();
  const queryClient = useQueryClient();
  const test = useMutation({
    mutationFn: () => provider.testConnection(account.key),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const wasEager = useRef(false);
  const { mutate } = test;
  useEffect(() => {
    if (!isEager || !canAct || wasEager.current || account.last_test !== null) return;
    wasEager.current = true;
    mutate();
  }, [isEager, canAct, account.last_test, mutate]);
  // Calls of other work tell of the account too: whichever was heard last.
  const heard = account.last_test;
  const isNewer = (heard?.checked_at ?? '') > (test.data?.checked_at ?? '');
  const last = isNewer ? heard : (test.data ?? heard);
  const trouble = troubleOf({ state: last?.ok === false ? last.code : account.state });
  const cause = trouble === 'unreachable' || trouble === 'failing' ? causeOf(last?.detail ?? '') : null;
  const refusedAddress = trouble === 'ip' ? addressIn(last?.detail ?? '') : null;
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
            {message(cause ? `accounts.cause.${cause}` : `accounts.advice.${trouble}`, {
              key: account.key.toUpperCase(),
              address: account.base_url,
            })}
          </Typography>
          {refusedAddress !== null && (
            <Box sx={{ my: 1 }}>
              <CopyLine text={refusedAddress} />
            </Box>
          )}
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
        {test.isPending && (
          <Typography variant="caption" role="status">
            {message('accounts.testing')}
          </Typography>
        )}
        {!test.isPending && last?.checked_at && (
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
