import { useQuery } from '@tanstack/react-query';
import { Button, Stack, TextField } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { useAuthenticated, useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../api/client.js';
import { asProblem, type ApiProblem } from '../api/problem.js';
import { sessionUsername, signIn } from '../api/session.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useMessage } from '../i18n/useMessage.js';
import { AuthCard } from './AuthCard.js';
import { needsOwnPassword } from './magflowAuthProvider.js';

const SHORTEST = 8;

/** Changing the password ends every session, so the new one signs in again. */
export const PasswordPage = () => {
  useAuthenticated();
  const message = useMessage();
  const notify = useNotify();
  const navigate = useNavigate();
  const { data: isForced = false } = useQuery({
    queryKey: ['auth', 'needsOwnPassword'],
    queryFn: needsOwnPassword,
    retry: false,
    staleTime: Infinity,
  });
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeat, setRepeat] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const isShort = next !== '' && next.length < SHORTEST;
  const differs = repeat !== '' && repeat !== next;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await api.POST('/auth/password', { body: { current_password: current, new_password: next } });
      await signIn(sessionUsername(), next);
      notify(message('password.done'), { type: 'success' });
      void navigate('/dashboard');
    } catch (failure) {
      setProblem(asProblem(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <AuthCard title={message('password.title')} hint={message(isForced ? 'password.forced' : 'password.free')}>
      <Stack component="form" onSubmit={submit} spacing={2} sx={{ mt: 3 }} noValidate>
        <TextField
          label={message('password.current')}
          name="current"
          type="password"
          autoComplete="current-password"
          autoFocus
          required
          value={current}
          onChange={({ target }) => setCurrent(target.value)}
        />
        <TextField
          label={message('password.next')}
          name="next"
          type="password"
          autoComplete="new-password"
          required
          value={next}
          error={isShort}
          helperText={isShort ? message('password.short') : undefined}
          onChange={({ target }) => setNext(target.value)}
        />
        <TextField
          label={message('password.repeat')}
          name="repeat"
          type="password"
          autoComplete="new-password"
          required
          value={repeat}
          error={differs}
          helperText={differs ? message('password.mismatch') : undefined}
          onChange={({ target }) => setRepeat(target.value)}
        />
        {problem && <ProblemNotice error={problem} />}
        <Button
          type="submit"
          variant="contained"
          size="medium"
          disabled={isBusy || !current || next.length < SHORTEST || next !== repeat}
        >
          {message('password.submit')}
        </Button>
      </Stack>
    </AuthCard>
  );
};
