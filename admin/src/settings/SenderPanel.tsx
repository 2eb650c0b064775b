import { Box, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import { useAccounts } from '../common/AccountScope.js';
import { Panel } from '../common/Panel.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useMessage } from '../i18n/useMessage.js';
import type { Seller } from './settingsRecord.js';

const AccountSender = ({ account }: { account: string }) => {
  const message = useMessage();
  const { data, error, refetch } = useQuery({
    queryKey: ['accounts', 'addresses', account],
    queryFn: () => bodyOf(api.GET('/accounts/{key}/addresses', { params: { path: { key: account } } })),
    staleTime: 600_000,
  });
  const pickups = (data?.items ?? []).filter(({ kind }) => kind === 'pickup');
  const used = pickups.find(({ is_default }) => is_default) ?? pickups[0];
  return (
    <Box data-sender={account} sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Typography variant="body2" sx={{ fontWeight: 650 }}>
        {account}
      </Typography>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton width="70%" />}
      {used && (
        <Typography variant="body2">
          {[used.street, used.city, used.county, used.postcode, used.country].filter(Boolean).join(', ')}
        </Typography>
      )}
      {data && !used && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {message('settings.no_pickup')}
        </Typography>
      )}
      {pickups.length > 1 && (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {message('settings.more_pickups', { count: String(pickups.length - 1) })}
        </Typography>
      )}
    </Box>
  );
};

/** From where parcels leave: the marketplace keeps the addresses, the settings the contact and the phone. */
export const SenderPanel = ({ seller }: { seller: Seller }) => {
  const message = useMessage();
  const { data: accounts = [] } = useAccounts();
  return (
    <Panel title={message('settings.sender')}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {message('settings.sender_hint')}
      </Typography>
      <Typography variant="body2" sx={{ mb: 0.5 }}>
        {[seller.name, seller.contact, seller.phone].filter(Boolean).join(' · ') || message('settings.no_contact')}
      </Typography>
      {accounts.map(({ key }) => (
        <AccountSender key={key} account={key} />
      ))}
    </Panel>
  );
};
