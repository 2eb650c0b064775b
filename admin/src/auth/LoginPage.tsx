import { Button, Stack, TextField, Typography } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { useLogin } from 'react-admin';
import { asProblem, type ApiProblem } from '../api/problem.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import type { MessageKey } from '../i18n/sentences.js';
import { useMessage } from '../i18n/useMessage.js';
import { AuthCard } from './AuthCard.js';

const KNOWN: Readonly<Record<string, MessageKey>> = {
  network: 'login.network',
  'credentials-invalid': 'login.credentials',
  'login-locked': 'login.locked',
};

export const LoginPage = () => {
  const message = useMessage();
  const login = useLogin();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await login({ username, password });
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };

  const known = problem && KNOWN[problem.code];
  return (
    <AuthCard title={message('login.title')} hint={message('app.tagline')}>
      <Stack component="form" onSubmit={submit} spacing={2} sx={{ mt: 3 }} noValidate>
        <TextField
          label={message('login.username')}
          name="username"
          autoComplete="username"
          autoFocus
          required
          value={username}
          onChange={({ target }) => setUsername(target.value)}
        />
        <TextField
          label={message('login.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
        {problem && known && (
          <Typography role="alert" variant="body2" color="error">
            {message(known)}
          </Typography>
        )}
        {problem && !known && <ProblemNotice error={problem} />}
        <Button type="submit" variant="contained" size="medium" disabled={isBusy || !username || !password}>
          {message('login.submit')}
        </Button>
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {message('login.first')}
        </Typography>
      </Stack>
    </AuthCard>
  );
};
