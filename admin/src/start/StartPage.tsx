import { Box, Button, Link, Typography } from '@mui/material';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import { AccountForm } from '../accounts/AccountForm.js';
import type { AccountRecord } from '../accounts/accountRecord.js';
import { ConnectionCheck } from '../accounts/ConnectionCheck.js';
import { useAccounts, useAccountScope } from '../common/AccountScope.js';
import { CopyText } from '../common/CopyText.js';
import { PageHeader } from '../common/PageHeader.js';
import { Detail, Panel } from '../common/Panel.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useIsAdmin } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import { useSystemInfo } from '../layout/useSystemInfo.js';
import { RunningSyncs } from '../sync/RunningSyncs.js';

const FRESH_FOLDER = 'MAGFLOW_SANDBOX=off MAGFLOW_DATA_DIR=.magflow-real npm start';

const Running = () => {
  const message = useMessage();
  const { data: system } = useSystemInfo();
  if (!system) return null;
  return (
    <Panel title={message('start.running')}>
      <Typography variant="body2" sx={{ mb: 1.5 }}>
        {message(system.demonstration ? 'start.demonstration' : 'start.real')}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 1.5 }}>
        {system.sandbox && <Detail label={message('start.demo_accounts')}>{system.sandbox.accounts.join(', ')}</Detail>}
        <Detail label={message('start.reached_at')}>{system.urls.public}</Detail>
        <Detail label={message('start.version')}>{system.version}</Detail>
      </Box>
    </Panel>
  );
};

/** Before anything can work: what has to be entered on the marketplace's own pages. */
const AtMarketplace = () => {
  const message = useMessage();
  return (
    <Panel title={message('start.at_marketplace')}>
      <Box component="ol" sx={{ m: 0, pl: 2.5, '& li': { mb: 1, fontSize: '0.875rem' } }}>
        <li>{message('start.api_user')}</li>
        <li>{message('start.whitelist')}</li>
        <li>{message('start.callback_later')}</li>
      </Box>
    </Panel>
  );
};

const Connected = ({ account }: { account: AccountRecord }) => {
  const message = useMessage();
  const [, setAccount] = useAccountScope();
  const { data: system } = useSystemInfo();
  return (
    <>
      <Panel title={message('start.connected', { key: account.key })}>
        <ConnectionCheck account={account} />
      </Panel>
      {account.callback_url && (
        <Panel title={message('start.callback')}>
          <Typography variant="body2" sx={{ mb: 1 }}>
            {message('start.callback_hint')}
          </Typography>
          <Box sx={{ overflowX: 'auto', pr: 4 }} data-callback>
            <CopyText text={account.callback_url} />
          </Box>
        </Panel>
      )}
      <Panel title={message('start.first_sync')}>
        <Typography variant="body2" sx={{ mb: 1, color: 'text.secondary' }}>
          {message('start.first_sync_hint')}
        </Typography>
        <RunningSyncs />
      </Panel>
      {system?.sandbox && (
        <Panel title={message('start.leave')}>
          <Typography variant="body2" sx={{ mb: 1 }}>
            {message(system.sandbox.ends_at_next_start ? 'start.leave_restart' : 'start.leave_on')}
          </Typography>
          <Typography variant="body2" sx={{ mb: 1 }}>
            {message('start.leave_fresh')}
          </Typography>
          <Box component="code" sx={{ display: 'block', overflowX: 'auto', pr: 4, fontSize: '0.8125rem' }}>
            <CopyText text={FRESH_FOLDER} />
          </Box>
        </Panel>
      )}
      <Box>
        <Button component={RouterLink} to="/orders" variant="contained" onClick={() => setAccount(account.key)}>
          {message('start.go', { key: account.key })}
        </Button>
      </Box>
    </>
  );
};

/** The way in: what is running, and the step from the demonstration to an account of one's own. */
export const StartPage = () => {
  const message = useMessage();
  const isAdmin = useIsAdmin();
  const { data: accounts, error, refetch } = useAccounts();
  const [search, setSearch] = useSearchParams();
  const connected = accounts?.find(({ key }) => key === search.get('account'));
  return (
    <Box sx={{ maxWidth: 820, display: 'grid', gap: 2, '& > *': { minWidth: 0 } }}>
      <PageHeader title={message('start.title')} />
      <Running />
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {connected ? (
        <Connected account={connected} />
      ) : (
        <>
          <AtMarketplace />
          <Panel title={message('start.connect')}>
            {isAdmin ? (
              <AccountForm onSaved={({ key }) => setSearch({ account: key })} />
            ) : (
              <Typography variant="body2">{message('start.admin_only')}</Typography>
            )}
          </Panel>
          <Link component={RouterLink} to="/dashboard" variant="body2">
            {message('start.later')}
          </Link>
        </>
      )}
    </Box>
  );
};
