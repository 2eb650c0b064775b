import { useState } from 'react';
import { useLogin } from 'react-admin';
import { useMessage } from '../i18n/useMessage.js';
import { AuthField, AuthForm } from './AuthForm.js';
import { useRefusal } from './useRefusal.js';

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
