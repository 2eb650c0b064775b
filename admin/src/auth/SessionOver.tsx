import { Button, Dialog, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useState, useSyncExternalStore } from 'react';
import { askToSignIn, endedFor, leave, signIn } from '../api/session.js';
import { useMessage } from '../i18n/useMessage.js';
import { AuthField, CredentialForm } from './AuthForm.js';
import { useRefusal } from './useRefusal.js';

const SignInAgain = ({ username }: { username: string }) => {
  const message = useMessage();
  const refusal = useRefusal();
  const [password, setPassword] = useState('');
  return (
    <CredentialForm
      verb={message('login.submit')}
      isReady={password !== ''}
      onSubmit={() => signIn(username, password)}
      sentenceOf={refusal}
      aside={<Button onClick={leave}>{message('login.other')}</Button>}
    >
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <AuthField
        label={message('login.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        autoFocus
        value={password}
        onType={setPassword}
      />
    </CredentialForm>
  );
};

/** The session ended while somebody worked: the page waits under the question for their password. */
export const SessionOver = () => {
  const message = useMessage();
  const username = useSyncExternalStore(askToSignIn, endedFor);
  return (
    <Dialog open={username !== null} maxWidth="xs" fullWidth aria-labelledby="session-over">
      <DialogTitle id="session-over">{message('login.over')}</DialogTitle>
      <DialogContent data-session-over>
        {username !== null && (
          <>
            <Typography variant="body2" sx={{ mb: 2.5, color: 'text.secondary' }}>
              {message('login.over_hint', { user: username })}
            </Typography>
            <SignInAgain username={username} />
          </>
        )}
      </DialogContent>
    </Dialog>
  );
};
