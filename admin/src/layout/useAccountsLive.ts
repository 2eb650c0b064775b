import { useQueryClient } from '@tanstack/react-query';
import { troubleOf } from '../accounts/accountTrouble.js';
import { useAccounts } from '../common/AccountScope.js';
import { useBatchedLive } from '../live/useBatchedLive.js';

const PAUSE_MS = 1_000;

/** The accounts, looked at again when a sync failed, and while one is in trouble when a sync went well. */
export const useAccountsLive = () => {
  const queryClient = useQueryClient();
  const { data: accounts = [] } = useAccounts();
  const isTroubled = accounts.some((account) => troubleOf(account) !== 'ok');
  useBatchedLive((messages) => {
    if (messages.some(({ type }) => type === 'sync_failed' || (isTroubled && type === 'sync_completed'))) {
      void queryClient.invalidateQueries({ queryKey: ['accounts', 'all'] });
    }
  }, PAUSE_MS);
  return accounts;
};
