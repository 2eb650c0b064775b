import { useState } from 'react';
import { useLogin } from 'react-admin';
import type { ApiProblem } from '../api/problem.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { AuthField, AuthForm } from './AuthForm.js';

const useRefusal = (): ((problem: ApiProblem) => string | null) => {
  const message = useMessage();
  const formats = useFormats();
  return ({ code, retryAfterSeconds }) => {
    switch (code) {
      case 'network':
        return message('login.network');
      case 'credentials-invalid':
        return message('login.credentials');
      case 'login-locked':
        return retryAfterSeconds === undefined
          ? message('login.locked')
          : message('login.locked_for', { time: formats.duration(retryAfterSeconds) });
      default:
        return null;
    }
  };
};

export const LoginPage = () => {
  const message = useMessage();
  const login = useLogin();
  const refusal = useRefusal();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  return (
    <AuthForm
      title={message('login.title')}
      hint={message('app.tagline')}
      verb={message('login.submit')}
      note={message('login.first')}
      isReady={username !== '' && password !== ''}
      onSubmit={() => login({ username, password })}
      sentenceOf={refusal}
    >
      <AuthField
        label={message('login.username')}
        name="username"
        autoComplete="username"
        autoFocus
        value={username}
        onType={setUsername}
      />
      <AuthField
        label={message('login.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onType={setPassword}
      />
    </AuthForm>
  );
};
