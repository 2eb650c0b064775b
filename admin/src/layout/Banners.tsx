import ScienceIcon from '@mui/icons-material/ScienceOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import CloudOffIcon from '@mui/icons-material/CloudOffOutlined';
import { Box, Link, type SvgIconProps } from '@mui/material';
import type { ComponentType, ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { isBlocked, troubleOf } from '../accounts/accountTrouble.js';
import { useProblemSentence } from '../common/ProblemNotice.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import { useLiveState } from '../live/LiveProvider.js';
import type { StateTone } from '../theme/theme.js';
import { useAccountsLive } from './useAccountsLive.js';
import { useCheckDetail } from '../system/useCheckDetail.js';
import { useOutage } from './useOutage.js';
import { useSystemInfo } from './useSystemInfo.js';

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

/**
 * Only what changes how everything below is to be read: a lost connection, a part of MagFlow that is not well, a blocked
 * account, demonstration data.
 */
export const Banners = () => {
  const message = useMessage();
  const live = useLiveState();
  const accounts = useAccountsLive();
  const word = useWord();
  const saidOf = useCheckDetail();
  const sentenceOf = useProblemSentence();
  const { data: system } = useSystemInfo();
  const outage = useOutage();
  // What nobody knows yet is told on the dashboard; here stands what is known to be wrong.
  const wrong = system?.conditions.filter(({ status }) => status !== 'unknown') ?? [];
  const isMixed = accounts.some(({ key }) => !(system?.sandbox?.accounts ?? [key]).includes(key));
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
      {outage && (
        <Banner tone="red" icon={WarningIcon}>
          <strong>{sentenceOf(outage)}</strong> {message('banner.outage')}
        </Banner>
      )}
      {wrong.map(({ name, status, detail }) => (
        <Banner key={name} tone={status === 'failing' ? 'red' : 'amber'} icon={WarningIcon}>
          <strong>{word('system_check', name)}</strong>: {saidOf(detail)}
        </Banner>
      ))}
      {blocked.map(({ key, trouble }) => (
        <Banner key={key} tone="red" icon={WarningIcon}>
          {message('banner.blocked', { account: key, reason: message(`accounts.state.${trouble}`) })}{' '}
          <Link component={RouterLink} to="/accounts" color="inherit">
            {message('banner.see_accounts')}
          </Link>
        </Banner>
      ))}
      {system && !system.demonstration && system.demonstration_accounts.length > 0 && (
        <Banner tone="blue" icon={ScienceIcon}>
          {message('banner.leftover')}{' '}
          <Link component={RouterLink} to="/start" color="inherit">
            {message('start.leave')}
          </Link>
        </Banner>
      )}
      {system?.demonstration && (
        <Banner tone="blue" icon={ScienceIcon}>
          {message(isMixed ? 'banner.mixed' : 'banner.demonstration')}{' '}
          <Link component={RouterLink} to="/start" color="inherit">
            {message(isMixed ? 'start.leave' : 'start.connect')}
          </Link>
        </Banner>
      )}
    </>
  );
};
