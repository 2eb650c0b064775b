import { useQuery } from '@tanstack/react-query';
import ScienceIcon from '@mui/icons-material/ScienceOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import CloudOffIcon from '@mui/icons-material/CloudOffOutlined';
import { Box, Link, type SvgIconProps } from '@mui/material';
import type { ComponentType, ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { isBlocked, troubleOf } from '../accounts/accountTrouble.js';
import { api, bodyOf } from '../api/client.js';
import { useAccounts } from '../common/AccountScope.js';
import { useMessage } from '../i18n/useMessage.js';
import { useLiveState } from '../live/LiveProvider.js';
import type { StateTone } from '../theme/theme.js';

interface BannerProps {
  readonly tone: StateTone;
  readonly icon: ComponentType<SvgIconProps>;
  readonly children: ReactNode;
}

const Banner = ({ tone, icon: Glyph, children }: BannerProps) => (
  <Box
    role="status"
    sx={({ palette }) => ({
      display: 'flex',
      alignItems: 'center',
      gap: 1,
      px: 2,
      py: 0.5,
      fontSize: '0.8125rem',
      color: palette.states[tone].text,
      backgroundColor: palette.states[tone].fill,
      borderBottom: `1px solid ${palette.states[tone].line}`,
    })}
  >
    <Glyph sx={{ fontSize: 18 }} aria-hidden />
    <span>{children}</span>
  </Box>
);

/** Only what changes how everything below is to be read: demonstration data, a blocked account, a lost connection. */
export const Banners = () => {
  const message = useMessage();
  const live = useLiveState();
  const { data: accounts = [] } = useAccounts();
  const { data: system } = useQuery({
    queryKey: ['system', 'info'],
    queryFn: () => bodyOf(api.GET('/system/info')),
    staleTime: Infinity,
  });
  const blocked = accounts.flatMap((account) => {
    const trouble = troubleOf(account);
    return isBlocked(trouble) ? [{ key: account.key, trouble }] : [];
  });
  return (
    <>
      {live === 'offline' && (
        <Banner tone="red" icon={CloudOffIcon}>
          {message('banner.offline')}
        </Banner>
      )}
      {blocked.map(({ key, trouble }) => (
        <Banner key={key} tone="red" icon={WarningIcon}>
          {message('banner.blocked', { account: key, reason: message(`accounts.state.${trouble}`) })}{' '}
          <Link component={RouterLink} to="/accounts" color="inherit">
            {message('banner.see_accounts')}
          </Link>
        </Banner>
      ))}
      {system?.demonstration && (
        <Banner tone="blue" icon={ScienceIcon}>
          {message('banner.demonstration')}
        </Banner>
      )}
    </>
  );
};
