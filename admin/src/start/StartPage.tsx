import { Box, Button, Link, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import { readAccount } from '../accounts/accountCalls.js';
import { AccountForm } from '../accounts/AccountForm.js';
import type { AccountRecord } from '../accounts/accountRecord.js';
import { isBlocked, troubleOf } from '../accounts/accountTrouble.js';
import { CallbackAddress } from '../accounts/CallbackAddress.js';
import { ConnectionCheck } from '../accounts/ConnectionCheck.js';
import { TroubleChip } from '../accounts/TroubleChip.js';
import { useAccounts, useAccountScope } from '../common/AccountScope.js';
import { PageHeader } from '../common/PageHeader.js';
import { Detail, Panel } from '../common/Panel.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useIsAdmin } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import { useSystemInfo } from '../layout/useSystemInfo.js';
import { RunningSyncs } from '../sync/RunningSyncs.js';
import { FirstSync } from './FirstSync.js';
import { LeaveDemonstration } from './LeaveDemonstration.js';

interface RunningProps {
  readonly accounts: readonly AccountRecord[];
  /** The page tells of the syncs elsewhere. */
  readonly isBrief: boolean;
}

const Running = ({ accounts, isBrief }: RunningProps) => {
  const message = useMessage();
  const { data: system, error } = useSystemInfo();
  if (!system) return error ? <ProblemNotice error={error} /> : null;
  const invented = system.sandbox?.accounts ?? [];
  const isMixed = system.demonstration && accounts.some(({ key }) => !invented.includes(key));
  return (
    <Panel title={message('start.running')}>
      <Typography variant="body2" sx={{ mb: 1.5 }}>
        {message(isMixed ? 'start.mixed' : system.demonstration ? 'start.demonstration' : 'start.real')}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 1.5, mb: 1.5 }}>
        <Detail label={message('accounts.title')}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, pt: 0.25 }}>
            {accounts.map((account) => (
              <TroubleChip
                key={account.key}
                trouble={troubleOf(account)}
                account={invented.includes(account.key) ? message('start.invented', { key: account.key }) : account.key}
              />
            ))}
          </Box>
        </Detail>
        <Detail label={message('start.reached_at')}>{system.urls.public}</Detail>
        <Detail label={message('start.version')}>{system.version}</Detail>
      </Box>
      {!isBrief && <RunningSyncs />}
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

/** What was entered may be wrong: it is corrected where its trouble is told. */
const Correction = ({ account, onCorrected }: { account: AccountRecord; onCorrected: () => void }) => {
  const message = useMessage();
  const [isOpen, setOpen] = useState(false);
  const { data: details } = useQuery({
    queryKey: ['accounts', 'one', account.key],
    queryFn: () => readAccount(account.key),
  });
  if (details?.source !== 'panel') return null;
  return isOpen ? (
    <Box sx={{ mt: 2 }}>
      <AccountForm account={details} onSaved={onCorrected} onCancel={() => setOpen(false)} />
    </Box>
  ) : (
    <Button sx={{ mt: 1 }} onClick={() => setOpen(true)}>
      {message('start.correct')}
    </Button>
  );
};

const Connected = ({ account }: { account: AccountRecord }) => {
  const message = useMessage();
  const isAdmin = useIsAdmin();
  const [, setAccount] = useAccountScope();
  const [corrections, setCorrections] = useState(0);
  const trouble = troubleOf(account);
  const isWrong = isBlocked(trouble) || trouble === 'unreachable' || trouble === 'failing';
  return (
    <>
      <Panel title={message('start.connected', { key: account.key })} aside={<TroubleChip trouble={trouble} />}>
        {/* What was corrected is asked anew: what was heard before was about other credentials. */}
        <ConnectionCheck key={`${account.key}${corrections}`} account={account} isEager />
        {isWrong && isAdmin && (
          <Correction
            key={`correction${corrections}`}
            account={account}
            onCorrected={() => setCorrections((count) => count + 1)}
          />
        )}
      </Panel>
      <Panel title={message('start.first_sync')}>
        <Typography variant="body2" sx={{ mb: 1, color: 'text.secondary' }}>
          {message(isBlocked(trouble) ? 'start.first_sync_blocked' : 'start.first_sync_hint')}
        </Typography>
        <FirstSync account={account.key} />
      </Panel>
      {account.callback_url && (
        <Panel title={message('start.callback')}>
          <CallbackAddress url={account.callback_url} />
        </Panel>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button component={RouterLink} to="/orders" variant="contained" onClick={() => setAccount(account.key)}>
          {message('start.go', { key: account.key })}
        </Button>
        <Button component={RouterLink} to="/start">
          {message('start.another')}
        </Button>
      </Box>
    </>
  );
};

/** The way in: what is running, and the step from the demonstration to an account of one's own. */
export const StartPage = () => {
  const message = useMessage();
  const isAdmin = useIsAdmin();
  const { data: system } = useSystemInfo();
  const { data: accounts, error, refetch } = useAccounts();
  const [search, setSearch] = useSearchParams();
  const connected = accounts?.find(({ key }) => key === search.get('account'));
  return (
    <Box sx={{ maxWidth: 820, display: 'grid', gap: 2, '& > *': { minWidth: 0 } }}>
      <PageHeader title={message('start.title')} />
      <Running accounts={accounts ?? []} isBrief={connected !== undefined} />
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
        </>
      )}
      <LeaveDemonstration />
      {!connected && system?.demonstration && (
        <Link component={RouterLink} to="/dashboard" variant="body2">
          {message('start.later')}
        </Link>
      )}
    </Box>
  );
};
