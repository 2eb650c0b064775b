import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useStore } from 'react-admin';
import type { AccountRecord } from '../accounts/accountRecord.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';

/** The account that the whole panel is narrowed to; undefined means all. */
export const useAccountScope = (): readonly [string | undefined, (account: string | undefined) => void] => {
  const [account, setAccount] = useStore<string>('magflow.account', '');
  return [account || undefined, (next) => setAccount(next ?? '')];
};

/** Every configured marketplace account with its state. */
export const useAccounts = () => {
  const provider = useDataProvider<MagflowDataProvider>();
  return useQuery({
    queryKey: ['accounts', 'all'],
    queryFn: async () => {
      const { data } = await provider.getList<AccountRecord & { id: string }>('accounts', {
        pagination: { page: 1, perPage: 100 },
        sort: { field: '', order: 'ASC' },
      });
      return data;
    },
    staleTime: 60_000,
  });
};
