import { useEffect } from 'react';
import { usePermissions, useStore } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { Role } from '../auth/magflowAuthProvider.js';
import { useSystemInfo } from './useSystemInfo.js';

/**
 * The way in for whoever could connect an account, once in a browser and while there is only the demonstration; the
 * dashboard for everybody else.
 */
export const Home = () => {
  const navigate = useNavigate();
  const [isWelcomed, setWelcomed] = useStore('magflow.welcomed', false);
  const { permissions } = usePermissions<readonly Role[]>();
  const { data: system, isError } = useSystemInfo();
  const isKnown = isWelcomed || isError || (permissions !== undefined && system !== undefined);
  const isNew = !isWelcomed && permissions?.includes('admin') === true && system?.sandbox?.ends_at_next_start === false;

  useEffect(() => {
    if (!isKnown) return;
    if (isNew) setWelcomed(true);
    void navigate(isNew ? '/start' : '/dashboard', { replace: true });
  }, [isKnown, isNew, navigate, setWelcomed]);

  return null;
};
