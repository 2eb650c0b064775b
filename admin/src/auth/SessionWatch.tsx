import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLogoutIfAccessDenied } from 'react-admin';

/** Any query that is refused for want of a session, or of a password of one's own, leads to the page that mends it. */
export const SessionWatch = () => {
  const queryClient = useQueryClient();
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  useEffect(
    () =>
      queryClient.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return;
        void logoutIfAccessDenied(event.action.error);
      }),
    [queryClient, logoutIfAccessDenied],
  );
  return null;
};
