import { useQueries, useQueryClient } from '@tanstack/react-query';
import { Box, Tab, Tabs } from '@mui/material';
import { useMemo } from 'react';
import { useDataProvider, useListContext } from 'react-admin';
import { useAccountScope } from '../common/AccountScope.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { LiveMessage } from '../live/liveMessage.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import { tabFilters, tabOf, type OrderFilters, type OrderTab } from './orderFilters.js';

const TABS: readonly OrderTab[] = ['confirm', 'ship', 'invoice', 'open', 'all'];

export interface OrderCount {
  readonly total: number;
  readonly isLowerBound: boolean;
}

/** Counting is dear next to a message: a burst is counted once. */
const COUNT_PAUSE_MS = 1_000;

const movesOrders = ({ type, data }: LiveMessage): boolean =>
  /^(order|awb|invoice)_/.test(type) || (type.startsWith('sync_') && data['kind'] === 'orders');

/** How many orders stand in each tab, kept right by the live socket. */
export const useOrderCounts = (filters: readonly OrderFilters[]): readonly (OrderCount | undefined)[] => {
  const provider = useDataProvider<MagflowDataProvider>();
  const queryClient = useQueryClient();
  const [account] = useAccountScope();
  useBatchedLive((messages) => {
    if (messages.some(movesOrders)) void queryClient.invalidateQueries({ queryKey: ['orders', 'count'] });
  }, COUNT_PAUSE_MS);
  return useQueries({
    queries: filters.map((filter) => ({
      queryKey: ['orders', 'count', filter, account],
      queryFn: async (): Promise<OrderCount> => {
        const { total, meta } = await provider.getList('orders', {
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

export const OrderTabs = () => {
  const message = useMessage();
  const formats = useFormats();
  const { filterValues, setFilters } = useListContext();
  const filters = useMemo(() => tabFilters(), []);
  const counts = useOrderCounts(TABS.map((tab) => filters[tab]));
  const current = tabOf(filterValues);

  return (
    <Tabs
      value={current ?? false}
      onChange={(_event, tab: OrderTab) =>
        setFilters({ ...filters[tab], ...(filterValues['q'] && { q: filterValues['q'] }) })
      }
      variant="scrollable"
      scrollButtons={false}
      sx={{ borderBottom: 1, borderColor: 'divider' }}
    >
      {TABS.map((tab, index) => {
        const count = counts[index];
        return (
          <Tab
            key={tab}
            value={tab}
            label={
              <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'baseline' }}>
                {message(`orders.tabs.${tab}`)}
                <Box component="span" sx={{ fontSize: '0.75rem', color: 'text.secondary', minWidth: 12 }}>
                  {count &&
                    (count.isLowerBound
                      ? message('common.more_than', { count: formats.integer(count.total - 1) })
                      : formats.integer(count.total))}
                </Box>
              </Box>
            }
          />
        );
      })}
    </Tabs>
  );
};
