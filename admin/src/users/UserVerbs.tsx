import { Box, Button, Dialog, DialogActions, DialogContent } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useGetIdentity } from 'react-admin';
import { ConfirmDialog } from '../common/ConfirmDialog.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useMessage } from '../i18n/useMessage.js';
import { OneTimePassword, UserDialog } from './UserDialog.js';
import { changeUser, resetPassword, type UserRecord } from './userRecord.js';

type Asked = 'role' | 'switch' | 'reset' | null;

/** What an administrator may do about a user; nobody locks themselves out. */
export const UserVerbs = ({ user }: { user: UserRecord }) => {
  const message = useMessage();
  const queryClient = useQueryClient();
  const { identity } = useGetIdentity();
  const [asked, setAsked] = useState<Asked>(null);
  const again = () => queryClient.invalidateQueries({ queryKey: ['users'] });
  const reset = useMutation({ mutationFn: () => resetPassword(user.id), onSettled: again });
  const change = useMutation({
    mutationFn: () => changeUser(user.id, { is_active: !user.is_active }),
    onSettled: again,
  });
  const close = () => setAsked(null);
  const shown = reset.data ?? reset.error ?? change.error;
  const isSelf = identity?.id === user.id;
  const verb = message(user.is_active ? 'users.disable' : 'users.enable');
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
      <Button size="small" onClick={() => setAsked('role')}>
        {message('users.change_role')}
      </Button>
      <Button size="small" onClick={() => setAsked('reset')}>
        {message('users.reset')}
      </Button>
      {!isSelf && (
        <Button size="small" color="inherit" onClick={() => setAsked('switch')}>
          {verb}
        </Button>
      )}
      {asked === 'role' && <UserDialog user={user} onClose={close} />}
      <ConfirmDialog open={asked === 'switch'} verb={verb} onConfirm={() => change.mutate()} onClose={close}>
        {message(user.is_active ? 'users.disable_confirm' : 'users.enable_confirm', { username: user.username })}
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'reset'}
        verb={message('users.reset')}
        onConfirm={() => reset.mutate()}
        onClose={close}
      >
        {message('users.reset_confirm', { username: user.username })}
      </ConfirmDialog>
      <Dialog open={Boolean(shown)} maxWidth="xs" fullWidth>
        <DialogContent>
          {reset.data && <OneTimePassword username={user.username} password={reset.data.one_time_password} />}
          {(reset.error ?? change.error) && <ProblemNotice error={reset.error ?? change.error} />}
        </DialogContent>
        <DialogActions>
          <Button
            onClick={() => {
              reset.reset();
              change.reset();
            }}
          >
            {message('common.close')}
          </Button>
        </DialogActions>
      </Dialog>
    </Box>
  );
};
