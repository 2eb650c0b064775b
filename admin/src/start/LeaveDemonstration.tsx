import { Alert, Box, Button, Link, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { api, bodyOf } from '../api/client.js';
import { useAccounts, useAccountScope } from '../common/AccountScope.js';
import { ConfirmDialog } from '../common/ConfirmDialog.js';
import { CopyLine } from '../common/CopyLine.js';
import { Panel } from '../common/Panel.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useIsAdmin } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import { useSystemInfo } from '../layout/useSystemInfo.js';

const FRESH_FOLDER = 'MAGFLOW_SANDBOX=off MAGFLOW_DATA_DIR=.magflow-real npm start';

/** The step out of the demonstration: what goes, what stays, and the one button that does it. */
export const LeaveDemonstration = () => {
  const message = useMessage();
  const isAdmin = useIsAdmin();
  const queryClient = useQueryClient();
  const { data: system } = useSystemInfo();
  const { data: accounts = [] } = useAccounts();
  const [scope, setScope] = useAccountScope();
  const [isAsking, setAsking] = useState(false);
  const leave = useMutation({
    mutationFn: () => bodyOf(api.POST('/demonstration/leave')),
    onSuccess: (left) => {
      if (scope !== undefined && left.accounts.includes(scope)) setScope(undefined);
      // Every list and figure is another one now.
      void queryClient.invalidateQueries();
    },
  });
  if (leave.data) {
    const { lists_renewed: isRenewed, settings } = leave.data;
    return (
      <Panel title={message('start.left')}>
        <Alert severity={isRenewed ? 'success' : 'info'} variant="outlined" sx={{ mb: 1.5 }} data-left>
          {message(isRenewed ? 'start.left_done' : 'start.left_later')}
        </Alert>
        <Typography variant="body2">
          {message('start.left_settings', {
            series: settings.invoice_series
              .map(({ series, next_number }) => message('start.left_series', { series, next: String(next_number) }))
              .join(', '),
          })}{' '}
          <Link component={RouterLink} to="/settings">
            {message('problem.open_settings')}
          </Link>
        </Typography>
      </Panel>
    );
  }
  const held = system?.demonstration_accounts ?? [];
  if (!system || held.length === 0) return null;
  const hasOwn = accounts.some(({ key }) => !held.includes(key));
  const isKept = hasOwn && system.sandbox?.ends_at_next_start === false;
  return (
    <Panel title={message('start.leave')}>
      <Typography variant="body2">{message('start.leave_what', { accounts: held.join(', ') })}</Typography>
      <Box component="ul" sx={{ m: 0, my: 1, pl: 2.5, '& li': { fontSize: '0.875rem', mb: 0.5 } }}>
        <li>{message('start.leave_goes')}</li>
        <li>{message('start.leave_seller')}</li>
        <li>{message('start.leave_stays')}</li>
      </Box>
      {isKept && <Typography variant="body2">{message('start.leave_on')}</Typography>}
      {!hasOwn && <Typography variant="body2">{message('start.leave_first')}</Typography>}
      {isAdmin && hasOwn && !isKept && (
        <Button variant="outlined" disabled={leave.isPending} onClick={() => setAsking(true)} sx={{ mt: 0.5 }}>
          {message('start.leave')}
        </Button>
      )}
      {leave.isPending && (
        <Typography variant="body2" role="status" sx={{ mt: 1 }}>
          {message('start.leaving')}
        </Typography>
      )}
      {leave.error && (
        <Box sx={{ mt: 1.5 }}>
          <ProblemNotice error={leave.error} />
        </Box>
      )}
      <Typography variant="body2" sx={{ mt: 1.5, mb: 1, color: 'text.secondary' }}>
        {message('start.leave_fresh')}
      </Typography>
      <CopyLine text={FRESH_FOLDER} />
      <ConfirmDialog
        open={isAsking}
        verb={message('start.leave')}
        onConfirm={() => leave.mutate()}
        onClose={() => setAsking(false)}
      >
        {message('start.leave_confirm', { accounts: held.join(', ') })}
      </ConfirmDialog>
    </Panel>
  );
};
