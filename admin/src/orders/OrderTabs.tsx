import { useMemo } from 'react';
import { useListContext } from 'react-admin';
import { CountedTabs } from '../common/CountedTabs.js';
import { useListCounts, type ListCount } from '../common/useListCounts.js';
import { useMessage } from '../i18n/useMessage.js';
import { tabFilters, tabOf, type OrderFilters, type OrderTab } from './orderFilters.js';

export type OrderCount = ListCount;

const TABS: readonly OrderTab[] = ['confirm', 'ship', 'invoice', 'open', 'all'];

/** How many orders stand behind each of these filters, kept right by the live socket. */
export const useOrderCounts = (filters: readonly OrderFilters[]): readonly (ListCount | undefined)[] =>
  useListCounts(filters.map((filter) => ({ resource: 'orders', filter })));

export const OrderTabs = () => {
  const message = useMessage();
  const { filterValues, setFilters } = useListContext();
  const filters = useMemo(() => tabFilters(), []);
  const counts = useOrderCounts(TABS.map((tab) => filters[tab]));
  return (
    <CountedTabs
      current={tabOf(filterValues)}
      tabs={TABS.map((value, index) => ({ value, label: message(`orders.tabs.${value}`), count: counts[index] }))}
      onChange={(tab) => setFilters({ ...filters[tab], ...(filterValues['q'] && { q: filterValues['q'] }) })}
    />
  );
};
