import ExpandIcon from '@mui/icons-material/ExpandMore';
import { Box, Button, Card, Collapse, Link as MuiLink, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { Link } from 'react-router-dom';
import { troubleOf } from '../accounts/accountTrouble.js';
import { TroubleChip } from '../accounts/TroubleChip.js';
import { RelativeTime } from '../common/Moment.js';
import { PartStatus } from '../common/PartStatus.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import { useCheckDetail } from '../system/useCheckDetail.js';
import type { Dashboard } from './dashboardRecord.js';

const rowSx = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: '180px 240px minmax(0, 1fr)' },
  gap: { xs: 0.5, sm: 1.5 },
  alignItems: 'center',
  py: 0.75,
  borderTop: 1,
  borderColor: 'divider',
} as const;

/** Accounts and system in one line; it unfolds. */
export const Health = ({ dashboard: { accounts, system } }: { dashboard: Dashboard }) => {
  const message = useMessage();
  const formats = useFormats();
  const word = useWord();
  const saidOf = useCheckDetail();
  const [isOpen, setOpen] = useState(false);
  const details = useId();
  return (
    <Card component="section" sx={{ px: 2, py: 1.5 }} aria-label={message('dashboard.health')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
        <Typography variant="h3" component="h2">
          {message('dashboard.health')}
        </Typography>
        {accounts.map((account) => (
          <TroubleChip
            key={account.account_type}
            trouble={troubleOf({ state: account.code })}
            account={account.account_type}
          />
        ))}
        <PartStatus status={system.status} of="system_state" />
        <Button
          sx={{ ml: 'auto' }}
          aria-expanded={isOpen}
          aria-controls={details}
          endIcon={<ExpandIcon sx={{ transform: isOpen ? 'rotate(180deg)' : 'none' }} />}
          onClick={() => setOpen(!isOpen)}
        >
          {message(isOpen ? 'dashboard.fold' : 'dashboard.unfold')}
        </Button>
      </Box>
      <Collapse in={isOpen} id={details}>
        <Box sx={{ mt: 1.5, fontSize: '0.8125rem' }}>
          {accounts.map(({ account_type, detail, code, checked_at, last_sync_at }) => (
            <Box key={account_type} sx={rowSx}>
              <MuiLink component={Link} to="/accounts">
                {account_type}
              </MuiLink>
              <TroubleChip trouble={troubleOf({ state: code })} />
              <span>
                {detail && `${detail} · `}
                {message('dashboard.checked')} <RelativeTime at={checked_at} /> · {message('dashboard.last_sync')}{' '}
                <RelativeTime at={last_sync_at} />
              </span>
            </Box>
          ))}
          {Object.entries(system.checks).map(([name, { status, detail }]) => (
            <Box key={name} sx={rowSx}>
              <span>{word('system_check', name)}</span>
              <PartStatus status={status} of="part_state" />
              <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
                {status !== 'ok' && saidOf(detail)}
              </Box>
            </Box>
          ))}
          <Box sx={{ ...rowSx, gridTemplateColumns: '1fr' }}>
            <span>
              {message('dashboard.lag')}{' '}
              {system.projection_lag_events === null
                ? message('common.none')
                : formats.integer(system.projection_lag_events)}{' '}
              · {message('dashboard.parked')}{' '}
              {system.parked_events === null ? message('common.none') : formats.integer(system.parked_events)}
            </span>
            <MuiLink component={Link} to="/system">
              {message('dashboard.see_system')}
            </MuiLink>
          </Box>
        </Box>
      </Collapse>
    </Card>
  );
};
