import { usePermissions } from 'react-admin';
import type { Role } from '../auth/magflowAuthProvider.js';

/** Auditors read and replay, and change nothing. The server decides; the panel only leaves out what it would refuse. */
export const useCanAct = (): boolean => {
  const { permissions } = usePermissions<readonly Role[]>();
  return permissions?.some((role) => role === 'admin' || role === 'operator') ?? false;
};

export const useIsAdmin = (): boolean => {
  const { permissions } = usePermissions<readonly Role[]>();
  return permissions?.includes('admin') ?? false;
};
