import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import { hasSynced, type LiveMessage } from '../live/liveMessage.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import { useAccountScope } from './AccountScope.js';

export interface ListCount {
  readonly total: number;
  readonly isLowerBound: boolean;
}

/** A list with its filters, whose rows are to be counted. */
export interface CountedList {
  readonly resource: string;
  readonly filter: Readonly<Record<string, unknown>>;
}

/** Counting is dear next to a message: a burst is counted once. */
const COUNT_PAUSE_MS = 1_000;

const movesOrders = (message: LiveMessage): boolean =>
  /^(order|awb|invoice)_/.test(message.type) || hasSynced(message, 'orders');

/** How many rows stand in each list of orders, AWBs or invoices, kept right by the live socket. */
export const useListCounts = (lists: readonly CountedList[]): readonly (ListCount | undefined)[] => {
  const provider = useDataProvider<MagflowDataProvider>();
  const queryClient = useQueryClient();
  const [account] = useAccountScope();
  useBatchedLive((messages) => {
    if (!messages.some(movesOrders)) return;
    for (const resource of new Set(lists.map((list) => list.resource))) {
      void queryClient.invalidateQueries({ queryKey: [resource, 'count'] });
    }
  }, COUNT_PAUSE_MS);
  return useQueries({
    queries: lists.map(({ resource, filter }) => ({
      queryKey: [resource, 'count', filter, account],
      queryFn: async (): Promise<ListCount> => {
        const { total, meta } = await provider.getList(resource, {
          pagination: { page: 1, perPage: 1 },
          sort: { field: '', order: 'ASC' },
          filter: { ...filter, ...(account && { account_type: account }) },
        });
        return { total: total ?? 0, isLowerBound: meta?.totalIsLowerBound === true };
      },
      staleTime: 30_000,
    })),
    combine: (results) => results.map(({ data }) => data),
  });
};
