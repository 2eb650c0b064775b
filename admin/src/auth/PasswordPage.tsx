import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAuthenticated, useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../api/client.js';
import type { ApiProblem } from '../api/problem.js';
import { sessionUsername, signIn } from '../api/session.js';
import { useMessage } from '../i18n/useMessage.js';
import { AuthField, AuthForm } from './AuthForm.js';
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
  const isShort = next !== '' && next.length < SHORTEST;
  const isSame = next !== '' && next === current;
  const differs = repeat !== '' && repeat !== next;

  const sentenceOf = ({ code }: ApiProblem): string | null => {
    if (code === 'credentials-invalid') return message('password.wrong');
    return code === 'network' ? message('login.network') : null;
  };

  const change = async () => {
    await api.POST('/auth/password', { body: { current_password: current, new_password: next } });
    await signIn(sessionUsername(), next);
    notify(message('password.done'), { type: 'success' });
    void navigate('/');
  };

  return (
    <AuthForm
      title={message('password.title')}
      hint={message(isForced ? 'password.forced' : 'password.free')}
      verb={message('password.submit')}
      isReady={current !== '' && next.length >= SHORTEST && !isSame && next === repeat}
      onSubmit={change}
      sentenceOf={sentenceOf}
    >
      <AuthField
        label={message('password.current')}
        name="current"
        type="password"
        autoComplete="current-password"
        autoFocus
        value={current}
        onType={setCurrent}
      />
      <AuthField
        label={message('password.next')}
        name="next"
        type="password"
        autoComplete="new-password"
        value={next}
        onType={setNext}
        fault={isShort ? message('password.short') : isSame ? message('password.same') : null}
      />
      <AuthField
        label={message('password.repeat')}
        name="repeat"
        type="password"
        autoComplete="new-password"
        value={repeat}
        onType={setRepeat}
        fault={differs ? message('password.mismatch') : null}
      />
    </AuthForm>
  );
};
