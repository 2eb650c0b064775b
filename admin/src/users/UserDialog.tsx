import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, TextField } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { asProblem } from '../api/problem.js';
import { CopyText } from '../common/CopyText.js';
import { ProblemNotice, useProblemSentence } from '../common/ProblemNotice.js';
import { useFieldSentence } from '../i18n/useFieldSentence.js';
import { useMessage } from '../i18n/useMessage.js';
import { changeUser, createUser, ROLES, type Role, type UserRecord } from './userRecord.js';

const LONGEST_NAME = 100;

/** The one-time password, this once. */
export const OneTimePassword = ({ username, password }: { username: string; password: string }) => {
  const message = useMessage();
  return (
    <Alert severity="success" variant="outlined" data-one-time-password={password}>
      {message('users.one_time', { username })}
      <br />
      <strong>
        <CopyText text={password} />
      </strong>
    </Alert>
  );
};

/** A new user, or another role for one. */
export const UserDialog = ({ user, onClose }: { user?: UserRecord; onClose: () => void }) => {
  const message = useMessage();
  const problemSentence = useProblemSentence();
  const sentenceOf = useFieldSentence();
  const queryClient = useQueryClient();
  const [username, setUsername] = useState('');
  const [role, setRole] = useState<Role>(user?.roles[0] ?? 'operator');
  const save = useMutation({
    mutationFn: async () => {
      if (!user) return (await createUser({ username: username.trim(), roles: [role] })).one_time_password;
      await changeUser(user.id, { roles: [role] });
      return undefined;
    },
    onSuccess: (password) => {
      void queryClient.invalidateQueries({ queryKey: ['users'] });
      if (password === undefined) onClose();
    },
  });
  const problem = save.error && asProblem(save.error);
  const refused =
    problem && (problem.code === 'user-exists' ? problemSentence(problem) : problem.body.errors['username']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    // A one-time password is not lost by a click beside it.
    <Dialog open onClose={save.data === undefined ? onClose : undefined} maxWidth="xs" fullWidth>
      <DialogTitle>{user ? message('users.role_of', { username: user.username }) : message('users.add')}</DialogTitle>
      <form onSubmit={submit} noValidate>
        <DialogContent sx={{ display: 'grid', gap: 2, pt: 1 }}>
          {!user && save.data === undefined && (
            <TextField
              name="new_username"
              label={message('users.username')}
              autoFocus
              required
              autoComplete="off"
              value={username}
              error={Boolean(refused)}
              helperText={refused && sentenceOf(refused)}
              onChange={({ target }) => setUsername(target.value)}
              slotProps={{ htmlInput: { maxLength: LONGEST_NAME } }}
            />
          )}
          {save.data === undefined && (
            <TextField
              select
              label={message('users.role')}
              value={role}
              helperText={message(`users.may.${role}`)}
              onChange={({ target }) => setRole(ROLES.find((one) => one === target.value) ?? role)}
            >
              {ROLES.map((one) => (
                <MenuItem key={one} value={one}>
                  {message(`users.roles.${one}`)}
                </MenuItem>
              ))}
            </TextField>
          )}
          {save.error && <ProblemNotice error={save.error} />}
          {save.data !== undefined && <OneTimePassword username={username} password={save.data} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{message(save.data === undefined ? 'common.cancel' : 'common.close')}</Button>
          {save.data === undefined && (
            <Button type="submit" variant="contained" disabled={save.isPending || (!user && username.trim() === '')}>
              {message(user ? 'common.save' : 'users.create')}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
};
