import AccountsIcon from '@mui/icons-material/StorefrontOutlined';
import { Box, Button, Dialog, DialogContent, DialogTitle, Skeleton, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useAccounts } from '../common/AccountScope.js';
import { ConfirmDialog } from '../common/ConfirmDialog.js';
import { CopyLine } from '../common/CopyLine.js';
import { EmptyState } from '../common/EmptyState.js';
import { PageHeader } from '../common/PageHeader.js';
import { Detail, Panel } from '../common/Panel.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useIsAdmin } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import { readAccount, removeAccount, rotateCallback } from './accountCalls.js';
import { AccountForm } from './AccountForm.js';
import { ConnectionCheck } from './ConnectionCheck.js';
import { isPlatform, type AccountDetails, type AccountRecord } from './accountRecord.js';
import { troubleOf } from './accountTrouble.js';
import { TroubleChip } from './TroubleChip.js';

/** Only an account of the panel is changed here; the environment's and the sandbox's are what they are. */
const Verbs = ({ account }: { account: AccountDetails }) => {
  const message = useMessage();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<'edit' | 'remove' | 'rotate' | null>(null);
  const again = () => queryClient.invalidateQueries({ queryKey: ['accounts'] });
  const remove = useMutation({
    mutationFn: () => removeAccount(account.key),
    // Not its own details: they are gone.
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['accounts', 'all'] }),
  });
  const rotate = useMutation({ mutationFn: () => rotateCallback(account.key), onSettled: again });
  const close = () => setAsked(null);
  const error = remove.error ?? rotate.error;
  const { key } = account;
  return (
    <Box sx={{ mt: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={() => setAsked('edit')}>{message('accounts.edit')}</Button>
        <Button onClick={() => setAsked('rotate')}>{message('accounts.rotate')}</Button>
        <Button color="inherit" onClick={() => setAsked('remove')}>
          {message('accounts.remove')}
        </Button>
      </Box>
      {error && <ProblemNotice error={error} />}
      <Dialog open={asked === 'edit'} onClose={close} maxWidth="sm" fullWidth>
        <DialogTitle>{key}</DialogTitle>
        <DialogContent>
          <AccountForm account={account} onSaved={close} onCancel={close} />
        </DialogContent>
      </Dialog>
      <ConfirmDialog
        open={asked === 'remove'}
        verb={message('accounts.remove')}
        onConfirm={() => remove.mutate()}
        onClose={close}
      >
        {message('accounts.remove_confirm', { key })}
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'rotate'}
        verb={message('accounts.rotate')}
        onConfirm={() => rotate.mutate()}
        onClose={close}
      >
        {message('accounts.rotate_confirm', { key })}
      </ConfirmDialog>
    </Box>
  );
};

const AccountPanel = ({ account }: { account: AccountRecord }) => {
  const message = useMessage();
  const isAdmin = useIsAdmin();
  const { key } = account;
  const { data: details } = useQuery({ queryKey: ['accounts', 'one', key], queryFn: () => readAccount(key) });
  return (
    <Panel title={key} aside={<TroubleChip trouble={troubleOf(account)} />}>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 1.5, mb: 2 }}>
        <Detail label={message('accounts.platform')}>
          {isPlatform(account.platform) ? message(`accounts.platforms.${account.platform}`) : account.platform}
        </Detail>
        <Detail label={message('accounts.fulfilment')}>
          {message(account.fulfilment === 'fbe' ? 'accounts.fbe' : 'accounts.own')}
        </Detail>
        <Detail label={message('accounts.address')}>{account.base_url}</Detail>
        {details && (
          <>
            <Detail label={message('accounts.username_of')}>{details.username}</Detail>
            <Detail label={message('accounts.from')}>{message(`accounts.source.${details.source}`)}</Detail>
          </>
        )}
      </Box>
      {account.callback_url && (
        <Box sx={{ mb: 2 }}>
          <Typography variant="caption" component="div" sx={{ color: 'text.secondary', mb: 0.5 }}>
            {message('accounts.callback')}
          </Typography>
          <CopyLine text={account.callback_url} />
        </Box>
      )}
      <ConnectionCheck account={account} />
      {isAdmin && details?.source === 'panel' && <Verbs account={details} />}
    </Panel>
  );
};

/** Each marketplace account: whether it works and, if not, what to do. */
export const AccountPage = () => {
  const message = useMessage();
  const isAdmin = useIsAdmin();
  const { data, error, refetch } = useAccounts();
  return (
    <>
      <PageHeader title={message('accounts.title')}>
        {isAdmin && (
          <Button variant="contained" component={Link} to="/start">
            {message('accounts.add')}
          </Button>
        )}
      </PageHeader>
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
